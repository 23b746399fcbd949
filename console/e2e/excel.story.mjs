// A clerk brings money by a table that LibreOffice wrote: preview of every row, booking, balances, the same
// table refused the second time, undo; then cards by a table.
import assert from 'node:assert/strict'
import { dirname, join } from 'node:path'
import { after, before, describe } from 'node:test'
import { fileURLToPath } from 'node:url'
import { axeFinds, axeFindsOn, choose, openBrowser, openWindow, picture, settled } from './browser.mjs'
import { done } from './counter.mjs'
import { startDemo } from './site.mjs'
import { LIMITS, newStage } from './stage.mjs'
import { cellsIn } from './workbook.mjs'

const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))))
const sheet = (name) => join(root, 'platform', 'src', 'test', 'resources', 'sheets', name)

const stage = newStage('excel')
const { see, open, story } = stage
let demo
let browser
let page
const ids = new Map()

const call = (...how) => done(page, ...how)
const key = () => crypto.randomUUID()
const purses = async (number) => {
  const { purses: held } = await call('GET', `/api/v1/people/${ids.get(number)}`)
  return `${held.cashCents} + ${held.subsidyCents}`
}
const button = (name) => page.getByRole('button', { name, exact: true })
const give = (name) => page.locator('input[type=file]').setInputFiles(sheet(name))
const sure = (name) => page.getByRole('dialog', { name: '请确认' }).getByRole('button', { name, exact: true }).click()

describe('tables of money and of cards', LIMITS, () => {
  before(async () => {
    browser = await openBrowser()
    demo = await startDemo()
    const window = await openWindow(browser)
    page = window.page
    await stage.enter(window, demo)
    const departmentId = (await call('GET', '/api/v1/departments')).items[0].id
    const people = { 3001: '王一', 3002: '王二', 3003: '王三', 3004: '王四', 3005: '赵五', 3006: '钱六', 3007: '孙七', 3008: '李八' }
    for (const [number, name] of Object.entries(people)) {
      const { id } = await call('POST', '/api/v1/people', { name, personNo: number, departmentId })
      ids.set(number, id)
      if (number <= '3004') await call('POST', `/api/v1/people/${id}/cards`, { uid: `04E0${number}` }, { 'Idempotency-Key': key() })
    }
  })

  after(async () => {
    await stage.leave(browser, demo)
  })

  story('M-157 M-158 finds “by Excel” on the page of batches; a table of LibreOffice shows what each row does', async () => {
    await open('/cards/money-batch')
    assert.deepEqual(await axeFinds(page), [])
    await picture(page, 'excel-money-batch')
    await button('Excel 导入充值').focus()
    await page.keyboard.press('Enter')
    await page.waitForURL(/import\/top-ups/)
    await settled(page)
    assert.deepEqual(await axeFinds(page), [])
    await picture(page, 'excel-empty')
    await give('libreoffice-top-ups.xlsx')
    await see('补贴有效日期')
    await choose(page.getByRole('combobox', { name: '收付方式' }), '工资代扣')
    await settled(page)
    assert.deepEqual(await axeFinds(page), [])
    await picture(page, 'excel-columns')
    await button('预览').press('Enter')
    await see('现金合计')
    await see('61.51')
    await page.getByRole('row').filter({ hasText: '3001' }).getByText('0.00 → 50.00').waitFor()
    await settled(page)
    assert.deepEqual(await axeFinds(page), [])
    await picture(page, 'excel-preview', { fullPage: true })
    assert.equal(await purses('3001'), '0 + 0')
  })

  story('M-165 writes the table; balances and the statement tell it', async () => {
    await button('导入 4 行').press('Enter')
    await see(/^已导入 /)
    await settled(page)
    assert.deepEqual(await Promise.all(['3001', '3002', '3003', '3004'].map(purses)), ['5000 + 0', '0 + 2001', '101 + 100', '1050 + 0'])
    await picture(page, 'excel-written', { fullPage: true })
    const statement = await call('GET', `/api/v1/people/${ids.get('3001')}/statement?limit=5`)
    assert.match(statement.items[0].text, /libreoffice-top-ups\.xlsx/)
  })

  story('M-161 the same table again: every row is refused with the next free version, and can be downloaded', async () => {
    await button('换一个文件').click()
    await see('以前的导入')
    await give('libreoffice-top-ups.xlsx')
    await see(/同一个文件已导入过/)
    await button('预览').click()
    await see('上次的版本号是 1，这次至少填 2')
    await settled(page)
    assert.deepEqual(await axeFinds(page), [])
    await picture(page, 'excel-refused', { fullPage: true })
    assert.equal(await button('导入 0 行，跳过有误的 4 行').isDisabled(), true)
    const [download] = await Promise.all([page.waitForEvent('download'), button('下载 4 行有误的数据').click()])
    const cells = cellsIn(await download.path())
    assert.ok(cells.includes('导入版本号') && cells.some((text) => text.includes('这次至少填 2')), 'the file says why')
  })

  story('W-14 undoes the table row by row, and names whose money is spent', async () => {
    const refund = { personId: ids.get('3004'), cashCents: 1, subsidyCents: 0, channel: 'CASH', reason: '花掉' }
    await call('POST', '/api/v1/refunds', refund, { 'Idempotency-Key': key() })
    await button('换一个文件').click()
    await page.getByRole('link', { name: 'libreoffice-top-ups.xlsx' }).click()
    await button('撤销导入').click()
    await sure('撤销导入')
    await see('1 行无法撤销，原因见下')
    await page.getByRole('row').filter({ hasText: '3004' }).getByText('钱已用掉').waitFor()
    await settled(page)
    assert.deepEqual(await axeFinds(page), [])
    await picture(page, 'excel-undone', { fullPage: true })
    assert.deepEqual(await Promise.all(['3001', '3002', '3003', '3004'].map(purses)), ['0 + 0', '0 + 0', '0 + 0', '1049 + 0'])
  })

  story('M-141 issues cards by a table from the page of batch issue', async () => {
    await open('/desk/batch-issue')
    await button('Excel 批量发卡').press('Enter')
    await page.waitForURL(/import\/card-issues/)
    await give('libreoffice-cards.xlsx')
    await see('物理卡号')
    await button('预览').press('Enter')
    await see('没有这个工号')
    await settled(page)
    assert.deepEqual(await axeFinds(page), [])
    await picture(page, 'excel-cards', { fullPage: true })
    await button('导入 2 行，跳过有误的 4 行').press('Enter')
    await see(/^已导入 /)
    const { cards } = await call('GET', `/api/v1/people/${ids.get('3005')}`)
    assert.deepEqual(cards.map((card) => `${card.uid} ${card.state}`), ['04D1D2D5 ISSUED'])
  })

  story('reads as well in English, light and dark', async () => {
    await call('PUT', '/api/v1/session/language', { language: 'en' })
    const paths = ['/cards/import/top-ups', '/cards/import/refunds', '/desk/import/card-issues', '/cards/money-batch']
    for (const theme of ['light', 'dark']) {
      await page.evaluate((dark) => localStorage.setItem('onecard.dark', dark ? 'yes' : 'no'), theme === 'dark')
      assert.deepEqual(await axeFindsOn(page, paths, open, `en ${theme}`), [])
    }
    await open('/cards/import/refunds')
    await picture(page, 'excel-empty-english-dark')
    await open('/cards/import/top-ups')
    await page.getByRole('link', { name: 'libreoffice-top-ups.xlsx' }).click()
    await see('Rows that could not be undone: 1')
    await settled(page)
    assert.deepEqual(await axeFinds(page), [])
    assert.equal(await page.evaluate(() => /shared\.|cards\.[a-z]/.test(document.querySelector('main')?.textContent ?? '')), false, 'every word is there')
    await picture(page, 'excel-undone-english-dark', { fullPage: true })
  })
})
