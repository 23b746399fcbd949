// One person's card from the first issue to the replacement, in one piece; and what else the card centre does in the
// meantime: card issuers, a group for a whole department, a slip entered by hand, people skipped in a batch.
import assert from 'node:assert/strict'
import { after, before, describe } from 'node:test'
import { axeFinds, axeFindsOn, choose, openBrowser, openWindow, picture, settled } from './browser.mjs'
import { done, tapCard, tillOf } from './counter.mjs'
import { startBridge, startDemo } from './site.mjs'
import { LIMITS, newStage } from './stage.mjs'

const WHO = '余一生'
const FIRST = '04E1E2E3'
const SECOND = '04E1E2E4'
const REPORTS_MAX_MS = 60_000

let demo
let bridge
let browser
let till
let window
let page
/** When the sample school was there. */
let begun
let person
const stage = newStage('person')
const { see, open, story, inDialog, rowWith } = stage

const call = (...how) => done(page, ...how)
const tap = (uid) => tapCard(page, uid)
const buy = (uid, cents) => tillOf(demo, till.serial).buy(uid, cents)
const sure = (name) => page.getByRole('dialog', { name: '请确认' }).getByRole('button', { name, exact: true }).click()
const pick = async (text) => {
  await page.getByRole('combobox').first().fill(text)
  await page.getByRole('listbox').first().locator('[role=option]').first().click()
}
const atDesk = async () => {
  await open('/desk')
  await pick(WHO)
  await page.locator('.person').waitFor()
}

describe('one person', LIMITS, () => {
  before(async () => {
    browser = await openBrowser()
    ;[demo, bridge] = await Promise.all([startDemo(), startBridge()])
    begun = Date.now()
    window = await openWindow(browser)
    page = window.page
    await stage.enter(window, demo)
    const at = new URL(demo.terminalPage)
    till = (await (await fetch(`${at.origin}/api/terminals${at.search}`)).json()).find((one) => one.mode === 'FREE_AMOUNT')
    const root = (await call('GET', '/api/v1/departments')).items[0]
    const below = await call('POST', '/api/v1/departments', { name: '毕业班', parentId: root.id })
    const lower = await call('POST', '/api/v1/departments', { name: '毕业一班', parentId: below.id })
    person = await call('POST', '/api/v1/people', { name: WHO, departmentId: below.id })
    for (const name of ['丙三', '丁四']) await call('POST', '/api/v1/people', { name, departmentId: lower.id })
    await call('POST', '/api/v1/groups', { code: '77', name: '毕业生', value: 77 })
    const { revision, ...edit } = await call('GET', '/api/v1/card-parameters')
    await call('PATCH', '/api/v1/card-parameters', { ...edit, greyDays: 3, cardCostCents: 0 }, { 'If-Match': `"${revision}"` })
  })

  after(async () => {
    await stage.leave(browser, demo)
    await bridge?.end()
  })

  story('M-139 M-149 M-172 M-177 M-195 issue, top-up, purchase, correction, loss, refusal at the till, replacement', async () => {
    await atDesk()
    await page.keyboard.press('F3')
    await tap(FIRST)
    await page.locator('.tap.there').getByText(FIRST).waitFor()
    await page.keyboard.press('F9')
    await see(`${WHO} 的卡 ${FIRST} 已可使用`)
    await page.keyboard.press('F4')
    await page.getByLabel('金额', { exact: true }).fill('50')
    await page.keyboard.press('F9')
    await see(`${WHO} 现金余额 ¥50.00`)
    assert.equal((await buy(FIRST, 1200)).result, 'approved')
    await page.keyboard.press('Shift+F6')
    await page.locator('.charges .el-radio').first().click()
    await page.getByLabel('应收金额', { exact: true }).fill('8')
    await page.getByLabel('更正原因', { exact: true }).fill('多按了')
    await page.keyboard.press('F9')
    await see('¥12.00 已更正为 ¥8.00')
    await page.keyboard.press('F7')
    await page.keyboard.press('F9')
    await see(`${WHO} 的卡 ${FIRST} 已挂失`)
    assert.equal((await buy(FIRST, 100)).refusal, 'CARD_LOST')
    await page.keyboard.press('F8')
    await tap(SECOND)
    await page.locator('.tap.there').getByText(SECOND).waitFor()
    await page.keyboard.press('F9')
    await see(`${WHO} 的新卡 ${SECOND} 已可使用；旧卡余额最迟`)
    assert.equal((await buy(SECOND, 100)).refusal, 'INSUFFICIENT_BALANCE')
  })

  story('M-088 M-089 M-090 D-27 a desk says which card issuer its reader is; the list says that it does not work, and what to try', async () => {
    await open('/terminals')
    await page.getByRole('link', { name: '发卡器', exact: true }).click()
    await rowWith('一卡通结算中心').getByText('还没联系过').first().waitFor()
    await stage.press('登记发卡器')
    assert.equal(await page.getByLabel('编号', { exact: true }).inputValue(), '1', 'the first free number')
    await page.getByLabel('名称', { exact: true }).fill('二号柜台')
    await settled(page)
    assert.deepEqual(await axeFinds(page), [])
    await picture(page, 'issuer-new')
    await inDialog('登记发卡器')
    await rowWith('二号柜台').getByText('01', { exact: true }).waitFor()
    await open('/desk')
    await stage.press('使用本机读卡器')
    await page.getByLabel('配对码', { exact: true }).fill(bridge.code)
    await page.getByLabel('端口', { exact: true }).fill(bridge.port)
    await inDialog('配对')
    // This machine has no reader, and mostly no card service either.
    await stage.dialog().getByText(/没有读卡服务|未接读卡器/).first().waitFor()
    await stage.dialog().getByText('换一个 USB 口。').waitFor()
    await choose(page.getByRole('combobox', { name: '这台读卡器登记为发卡器' }), '01 二号柜台')
    await settled(page)
    assert.deepEqual(await axeFinds(page), [])
    await picture(page, 'issuer-of-desk')
    await open('/terminals/issuers')
    await rowWith('二号柜台').getByText(/没有读卡服务|未接读卡器/).first().waitFor()
    await see('不用集线器')
    assert.deepEqual(await axeFinds(page), [])
    await picture(page, 'issuers')
    await rowWith('二号柜台').getByRole('button', { name: '删除' }).click()
    await sure('删除')
    await rowWith('二号柜台').waitFor({ state: 'detached' })
    assert.equal(await rowWith('一卡通结算中心').getByRole('button', { name: '删除' }).count(), 0, '00 stays')
  })

  story('M-130 gives a whole department a group by a right click, first without those below it, then with them', async () => {
    const inGroup = async () => (await call('GET', '/api/v1/groups')).items.find((one) => one.name === '毕业生').people
    const regroup = async (below) => {
      await open('/people')
      await page.getByRole('option', { name: /毕业班/ }).click({ button: 'right' })
      await choose(stage.dialog().getByRole('combobox').first(), '毕业生')
      if (!below) await page.getByText('包括下级部门').click()
      await settled(page)
      await picture(page, `regroup-${below ? 'below' : 'alone'}`)
      await inDialog('确定')
    }
    await regroup(false)
    await see('已修改 1 人')
    assert.equal(await inGroup(), 1)
    await regroup(true)
    await see(/已修改 [23] 人/)
    assert.equal(await inGroup(), 3)
  })

  story('M-141 skips somebody in a batch issue and takes him again at the end', async () => {
    await open('/desk/batch-issue')
    for (const name of ['丙三', '丁四']) await pick(name)
    await page.locator('.now .name').getByText('丙三').waitFor()
    await page.keyboard.press('F8')
    await page.locator('.now .name').getByText('丁四').first().waitFor()
    await tap('04E1D1D1')
    await see('全部发完')
    await page.keyboard.press('F7')
    await page.locator('.now .name').getByText('丙三').waitFor()
    await tap('04E1D1D2')
    await page.locator('.now .last').getByText('04E1D1D2').waitFor()
    await see('全部发完')
    await settled(page)
    await picture(page, 'batch-again')
    await page.getByRole('button', { name: '清空名单' }).click()
  })

  // Here, because the minute passes meanwhile for which the next one would have to wait.
  story('reads as well in English, light and dark', async () => {
    await call('PUT', '/api/v1/session/language', { language: 'en' })
    for (const theme of ['light', 'dark']) {
      await page.evaluate((dark) => localStorage.setItem('onecard.dark', dark ? 'yes' : 'no'), theme === 'dark')
      assert.deepEqual(await axeFindsOn(page, ['/terminals', '/terminals/issuers'], open, `en ${theme}`), [])
      await picture(page, `issuers-english-${theme}`)
      await open('/desk')
      await page.locator('.page-head .el-button').first().click()
      await settled(page)
      assert.deepEqual(await axeFinds(page), [])
      await picture(page, `issuer-of-desk-english-${theme}`)
    }
    await call('PUT', '/api/v1/session/language', { language: 'zh-CN' })
    await page.evaluate(() => localStorage.setItem('onecard.dark', 'no'))
  })

  story('M-199 M-200 enters a slip of the till by hand, at its own time', async () => {
    await atDesk()
    await page.keyboard.press('F4')
    await page.getByLabel('金额', { exact: true }).fill('10')
    await page.keyboard.press('F9')
    await see(`${WHO} 现金余额 ¥10.00`)
    await page.keyboard.press('Shift+F6')
    await page.getByText('手工录入单据', { exact: true }).click()
    await page.getByLabel('单据时间', { exact: true }).fill(shownMinute(Date.now() - 3_600_000))
    await page.keyboard.press('Enter')
    await choose(page.getByLabel('消费机', { exact: true }), new RegExp(`^${till.machineNo} ·`))
    await page.getByLabel('金额', { exact: true }).fill('3.50')
    await page.getByLabel('备注', { exact: true }).fill('单据 17')
    await settled(page)
    await picture(page, 'desk-slip')
    assert.deepEqual(await axeFinds(page), [])
    window.expect(409, '/back-entries')
    await page.keyboard.press('F9')
    await see('当时没有这台消费机')
    // The tills of the sample school stand there since it began; a slip names the minute.
    while (Math.floor(Date.now() / 60_000) * 60_000 <= begun) await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 250)))
    await page.getByLabel('单据时间', { exact: true }).fill(shownMinute(Date.now()))
    await page.keyboard.press('Enter')
    await settled(page)
    await page.keyboard.press('F9')
    await see(`已补录 ¥3.50。${WHO} 现金余额 ¥6.50`)
  })

  story('M-178 M-122 M-127 M-128 the balance of the old card is taken over, the card cancelled, the person archived, and back with all history', async () => {
    const until = Date.now() + REPORTS_MAX_MS
    while (!(await call('GET', `/api/v1/people/${person.id}/take-over`)).opens) {
      assert.ok(Date.now() < until, 'every till reports within a minute')
      await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 500)))
    }
    await open('/cards/held')
    await page.getByRole('button', { name: WHO }).click()
    await page.getByRole('button', { name: '卡金补领' }).click()
    await see(`${WHO} 补领现金 ¥42.00`)
    assert.equal((await buy(SECOND, 250)).result, 'approved')
    await page.keyboard.press('Shift+F8')
    await page.getByText('同时移入离校档案').click()
    await page.getByRole('combobox', { name: '离开原因' }).press('ArrowDown')
    await page.locator('.el-select-dropdown:visible').getByRole('option').first().click()
    await page.keyboard.press('F9')
    await sure('有卡注销')
    await see(`${WHO} 已销户：退 ¥46.00`)
    assert.equal((await buy(SECOND, 100)).refusal, 'CARD_RETURNED')
    await open(`/archive?q=${encodeURIComponent(WHO)}`)
    await rowWith(WHO).getByRole('button', { name: '重新入校' }).click()
    await settled(page)
    await picture(page, 're-entry')
    await inDialog('重新入校')
    await page.waitForURL(`**/people/${person.id}`)
    await settled(page)
    for (const line of ['充值', '消费更正', '旧卡余额暂挂', '补单', '卡金补领']) await page.getByRole('cell', { name: line }).first().waitFor()
    await page.getByRole('tab', { name: '柜台办理' }).click()
    for (const what of ['注销', '卡金补领', '补卡', '挂失', '充值', '发卡']) await page.getByRole('cell', { name: what }).first().waitFor()
    await settled(page)
    assert.deepEqual(await axeFinds(page), [])
    await picture(page, 'person-re-entered', { fullPage: true })
  })
})

/** As the date picker shows it, in the zone of the site. */
function shownMinute(at) {
  return new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai', dateStyle: 'short', timeStyle: 'short' }).format(new Date(at))
}
