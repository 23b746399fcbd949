// Who and what the stories are about.
import { axeFinds, picture } from './browser.mjs'

export const UNIT = '晨光实验学校'
export const ADMIN = { name: 'admin', password: 'lunch-at-noon-1' }
export const CLERK = { name: 'clerk', given: 'first-and-only-once', own: 'my-own-words-2' }
export const SERIAL = 'OC-900001'
export const CARD = '04A1B2C3'

/** Hires an operator on the operators' page: fills in the form, first without a role, and gives what axe finds in it. */
export async function hire(page, { name, displayName, given, role }) {
  const dialog = page.getByRole('dialog')
  const save = () => dialog.getByRole('button', { name: '保存', exact: true }).click()
  await page.getByRole('button', { name: '新增操作员' }).first().click()
  await dialog.getByLabel('登录名', { exact: true }).fill(name)
  await dialog.getByLabel('显示名', { exact: true }).fill(displayName)
  await dialog.getByLabel('初始密码', { exact: true }).fill(given)
  await save()
  await dialog.getByText('请至少选一个角色').waitFor()
  await dialog.getByText(role).click()
  await picture(page, 'operator-new')
  const found = await axeFinds(page)
  await save()
  return found
}
