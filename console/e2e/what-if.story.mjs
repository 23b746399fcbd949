// Whoever changes a rule asks first what it would have done to the meals that were bought.
import assert from 'node:assert/strict'
import { after, before, describe } from 'node:test'
import { axeFinds, choose, openBrowser, openWindow, picture, settled } from './browser.mjs'
import { done, tillOf } from './counter.mjs'
import { startDemo } from './site.mjs'
import { LIMITS, newStage } from './stage.mjs'
import { cellsIn } from './workbook.mjs'

const stage = newStage('what-if')
const { see, open, press, story } = stage
const CARD = '04F07107'
let demo
let browser
let page

const call = (...how) => done(page, ...how)

describe('what if', LIMITS, () => {
  before(async () => {
    browser = await openBrowser()
    demo = await startDemo()
    const window = await openWindow(browser)
    page = window.page
    await stage.enter(window, demo)
    const departmentId = (await call('GET', '/api/v1/departments')).items[0].id
    const groupId = (await call('POST', '/api/v1/groups', { code: '77', name: '试行组', value: 77 })).id
    const { id } = await call('POST', '/api/v1/people', { name: '欧阳明月', personNo: '7107', departmentId, groupId })
    await call('POST', `/api/v1/people/${id}/cards`, { uid: CARD }, { 'Idempotency-Key': crypto.randomUUID() })
    await call('POST', '/api/v1/top-ups', { personId: id, cashCents: 10000, subsidyCents: 0, subsidyMode: 'ACCUMULATE', channel: 'WECHAT', remark: '' }, { 'Idempotency-Key': crypto.randomUUID() })
    const at = new URL(demo.terminalPage)
    const till = (await (await fetch(`${at.origin}/api/terminals${at.search}`)).json()).find((one) => one.mode === 'FREE_AMOUNT')
    const sold = await tillOf(demo, till.serial).buy(CARD, 1000)
    assert.ok(!sold.refusal, JSON.stringify(sold))
  })

  after(async () => {
    await stage.leave(browser, demo)
  })

  story('W-07 replays the meals that were bought by a rule that nobody has saved', async () => {
    await open('/rules/new')
    await page.getByLabel('规则名称', { exact: true }).fill('试行八折')
    await choose(page.getByRole('combobox', { name: '分组' }), '试行组')
    await page.keyboard.press('Escape')
    await page.getByText('打折', { exact: true }).click()
    await page.getByLabel('收取比例', { exact: true }).fill('80')
    await press('如果这样会怎样')
    await see('试行八折')
    await press('开始测算')
    await see('笔结果不同')
    await see('欧阳明月')
    await page.mouse.move(0, 0)
    await settled(page)
    const row = await page.getByRole('row').filter({ hasText: '欧阳明月' }).innerText()
    assert.match(row, /10\.00\s+8\.00\s+试行八折/)
    assert.deepEqual(await axeFinds(page), [])
    await picture(page, 'what-if', { fullPage: true })
    const [file] = await Promise.all([page.waitForEvent('download'), press('导出 Excel')])
    const cells = cellsIn(await file.path()).map(String)
    assert.ok(cells.includes('欧阳明月') && cells.includes('收费减少'), cells.join(' '))
  })

  story('W-07 finds the result again by its address, in the other language and in the dark', async () => {
    await call('PUT', '/api/v1/session/language', { language: 'en' })
    await page.evaluate(() => localStorage.setItem('onecard.dark', 'yes'))
    await page.reload()
    await see('would have ended differently')
    await see('Cheaper')
    await page.mouse.move(0, 0)
    await settled(page)
    assert.deepEqual(await axeFinds(page), [])
    await picture(page, 'what-if.en', { fullPage: true })
    await call('PUT', '/api/v1/session/language', { language: 'zh-CN' })
    await page.evaluate(() => localStorage.setItem('onecard.dark', 'no'))
  })

  story('W-07 the rules as they are give no difference', async () => {
    await open('/rules')
    await press('模拟测算')
    await press('开始测算')
    await see('结果都相同')
    await page.mouse.move(0, 0)
    await settled(page)
    assert.deepEqual(await axeFinds(page), [])
    await picture(page, 'what-if-same')
  })
})
