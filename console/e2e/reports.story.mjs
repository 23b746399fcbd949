// Accountants look at the reports of a running lunch: a summary whose figure opens to its entries, columns, files,
// and the paper on which title, remark and names can be written over.
import assert from 'node:assert/strict'
import { after, before, describe } from 'node:test'
import { axeFinds, openBrowser, openWindow, picture, settled } from './browser.mjs'
import { done } from './counter.mjs'
import { startDemo } from './site.mjs'
import { LIMITS, newStage } from './stage.mjs'
import { cellsIn } from './workbook.mjs'

const stage = newStage('reports')
const { see, open, press, story } = stage
let demo
let browser
let page
let names

const call = (...how) => done(page, ...how)
const saved = async (button) => {
  const [file] = await Promise.all([page.waitForEvent('download'), press(button)])
  return file.path()
}

describe('reports', LIMITS, () => {
  before(async () => {
    browser = await openBrowser()
    demo = await startDemo()
    const window = await openWindow(browser)
    page = window.page
    await stage.enter(window, demo)
    const departmentId = (await call('GET', '/api/v1/departments')).items[0].id
    const { id } = await call('POST', '/api/v1/people', { name: '欧阳明月', personNo: '7001', departmentId })
    await call('POST', `/api/v1/people/${id}/cards`, { uid: '04F07001' }, { 'Idempotency-Key': crypto.randomUUID() })
    for (const cash of [2000, 3050]) {
      await call('POST', '/api/v1/top-ups', { personId: id, cashCents: cash, subsidyCents: 0, subsidyMode: 'ACCUMULATE', channel: 'WECHAT', remark: '' }, { 'Idempotency-Key': crypto.randomUUID() })
    }
    names = (await call('GET', '/api/v1/reports')).items.map((one) => one.name)
  })

  after(async () => {
    await stage.leave(browser, demo)
  })

  story('M-238 W-09 opens the figure of a summary and finds the entries it is made of', async () => {
    await open('/reports/summaries')
    await see('每日充值渠道汇总表')
    assert.deepEqual(await axeFinds(page), [])
    await picture(page, 'reports-summaries')
    await page.getByRole('link', { name: '每日充值渠道汇总表' }).click()
    await page.getByRole('row').filter({ hasText: '微信' }).getByRole('link').waitFor()
    await settled(page)
    assert.deepEqual(await axeFinds(page), [])
    await picture(page, 'reports-by-channel')
    await page.getByRole('row').filter({ hasText: '微信' }).getByRole('link', { name: '50.50' }).press('Enter')
    await page.waitForURL(/reports\/top-ups\?.*channel=WECHAT/)
    await see('欧阳明月')
    const sum = page.locator('tfoot')
    await sum.waitFor()
    assert.match(await sum.innerText(), /50\.50/)
    assert.deepEqual(await axeFinds(page), [])
    await picture(page, 'reports-top-ups')
  })

  story('M-231 chooses columns, and takes them to Excel', async () => {
    await press('列')
    await page.getByRole('checkbox', { name: '流水号' }).press('Space')
    await page.keyboard.press('Escape')
    await page.waitForURL(/columns=/)
    assert.equal(await page.getByRole('columnheader', { name: '流水号' }).count(), 0)
    const cells = cellsIn(await saved('导出 Excel')).map(String)
    assert.ok(cells.includes('欧阳明月') && cells.some((one) => Number(one) === 50.5) && !cells.includes('流水号'), cells.join(' '))
  })

  story('M-231 M-247 previews the paper, writes over title, remark and names, and turns back', async () => {
    await press('打印预览')
    await page.getByLabel('标题').fill('微信充值清单')
    await page.getByLabel('备注').fill('仅供核对')
    await page.getByLabel('审核').fill('李会计')
    await page.mouse.move(0, 0)
    await settled(page)
    assert.deepEqual(await axeFinds(page), [])
    await picture(page, 'reports-paper')
    await page.emulateMedia({ media: 'print' })
    await picture(page, 'reports-paper-printed')
    assert.equal(await page.getByRole('button', { name: '返回' }).isVisible(), false)
    await page.emulateMedia({ media: 'screen' })
    await press('返回')
    await see('充值明细表')
  })

  story('M-233 M-240 M-241 W-08 reads every report in both languages, light and dark', async () => {
    for (const [language, theme] of [['zh-CN', 'light'], ['en', 'dark']]) {
      await call('PUT', '/api/v1/session/language', { language })
      await page.evaluate((dark) => localStorage.setItem('onecard.dark', dark ? 'yes' : 'no'), theme === 'dark')
      for (const name of names) {
        await open(`/reports/${name}`)
        await page.locator('.frame, .empty').first().waitFor()
        await settled(page)
        assert.equal(await page.getByRole('alert').count(), 0, name)
        assert.deepEqual(await axeFinds(page), [], name)
        await picture(page, `report-${name}.${language}`)
      }
    }
    await call('PUT', '/api/v1/session/language', { language: 'zh-CN' })
  })
})
