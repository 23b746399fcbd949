// Parameters of terminals: some are ticked with the keyboard and set to a fixed amount, work by it within seconds and
// show so on their own screen; what a terminal cannot do it says, and the filter finds it. One is told to sell by itself:
// what it sold gets onto the books, and what was odd about it is settled by a clerk.
import assert from 'node:assert/strict'
import { after, before, describe } from 'node:test'
import { axeFinds, openBrowser, openWindow, picture, settled } from './browser.mjs'
import { done, tillOf } from './counter.mjs'
import { startDemo } from './site.mjs'
import { LIMITS, newStage } from './stage.mjs'

let demo
let browser
let window
let page
const stage = newStage('parameters')
const { see, open, press, inDialog, dialog, story } = stage

const call = (...how) => done(page, ...how)
const terminals = async () => (await call('GET', '/api/v1/terminals')).items
/** The demo's own terminals, which a simulator keeps running; the spare one is switched off. */
const running = async () => (await terminals()).filter((one) => one.lamp === 'GREEN')

/** Waits until a terminal says that it works by what was sent, or that it cannot. */
const until = async (serial, standing) => {
  const row = page.getByRole('row').filter({ hasText: serial }).first()
  await row.getByText(standing, { exact: true }).waitFor()
}

describe('parameters of terminals', LIMITS, () => {
  before(async () => {
    browser = await openBrowser()
    demo = await startDemo()
    window = await openWindow(browser)
    page = window.page
    await stage.enter(window, demo)
  })

  after(async () => {
    await stage.leave(browser, demo)
  })

  story('two terminals are ticked and take a fixed amount within seconds', async () => {
    await open('/terminals')
    await page.getByRole('row').filter({ hasText: '在线' }).nth(1).waitFor()
    const two = (await running()).slice(0, 2)
    for (const one of two) {
      await page.getByRole('checkbox', { name: `选择 ${one.name}`, exact: true }).focus()
      await page.keyboard.press('Space')
    }
    await press('参数设置（2 台）')
    await dialog().getByText('第一次下发').waitFor()
    await dialog().getByRole('checkbox', { name: '工作模式', exact: true }).focus()
    await page.keyboard.press('Space')
    await dialog().getByText('定值', { exact: true }).click()
    window.expect(422, '/api/v1/terminals/parameters')
    await inDialog('下发给 2 台')
    await dialog().getByText('定值模式要设一个大于 0 的定值金额').first().waitFor()
    await dialog().getByLabel('定值金额').fill('12')
    await picture(page, 'parameters-form')
    assert.deepEqual(await axeFinds(page), [], 'the form can be used by everybody')
    await inDialog('下发给 2 台')
    await see('已下发给 2 台')
    for (const one of two) {
      await until(one.serial, '已生效')
      assert.equal((await tillOf(demo, one.serial).state()).fixedCents, 1200)
    }
    await picture(page, 'parameters-applied')
  })

  story('what a terminal cannot do it says, and the filter finds it', async () => {
    const [one] = await running()
    await page.getByRole('button', { name: one.name, exact: true }).first().click()
    await inDialog('参数设置')
    await dialog().getByRole('checkbox', { name: '读物理卡号', exact: true }).focus()
    await page.keyboard.press('Space')
    await dialog().getByRole('switch', { name: '读物理卡号' }).focus()
    await page.keyboard.press('Space')
    await inDialog('下发给 1 台')
    await until(one.serial, '失败')
    await open('/terminals?parameters=LAG')
    assert.equal(await page.getByRole('table').getByRole('row').count(), 2, 'the heading and the one that failed')
    await page.getByRole('button', { name: one.name, exact: true }).first().click()
    await see('机器做不到其中一项')
    await picture(page, 'parameters-failed')
    await page.keyboard.press('Escape')
  })

  story('the form in English, with a timetable', async () => {
    await call('PUT', '/api/v1/session/language', { language: 'en' })
    await open('/terminals')
    await press('Set parameters')
    await dialog().getByRole('checkbox', { name: 'Timetable', exact: true }).focus()
    await page.keyboard.press('Space')
    await dialog().getByText('Add a row').click()
    await dialog().getByLabel('Row 1 from').fill('1100')
    await dialog().getByLabel('Row 1 to').fill('1330')
    await dialog().getByLabel('Amount of row 1').fill('9.5')
    await picture(page, 'parameters-timetable-en')
    await settled(page)
    await page.keyboard.press('Escape')
    await call('PUT', '/api/v1/session/language', { language: 'zh-CN' })
  })

  story('M-099 D-12 what a terminal sold by itself is booked; that the balance did not suffice is listed, and settled with a note', async () => {
    const one = (await running()).at(-1)
    const [card] = demo.cards
    await call('POST', '/api/v1/terminals/parameters', { terminalIds: [one.id], change: { purchaseMode: 'STORE_AND_FORWARD', mode: 'FREE_AMOUNT', offline: {}, repeatSeconds: 0 } })
    await open('/terminals')
    await until(one.serial, '已生效')
    await open('/purchases/odd')
    await see('没有异常记录')
    await settled(page)
    assert.deepEqual(await axeFinds(page), [])
    await picture(page, 'odd-empty')
    const sold = await tillOf(demo, one.serial).buy(card.uid, 900_000)
    assert.equal(sold.offline, true, JSON.stringify(sold))
    await page.goto(demo.terminalPage)
    await page.locator('h1, main').first().waitFor()
    await picture(page, 'till')
    const listed = async () => (await call('GET', '/api/v1/follow-ups')).items.length
    await open('/purchases/odd')
    for (const by = Date.now() + 60_000; !(await listed()); ) {
      assert.ok(Date.now() < by, 'a terminal brings its records within a minute')
      await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 500)))
    }
    await open('/purchases/odd')
    await see('余额透支')
    await see(card.name)
    await settled(page)
    assert.deepEqual(await axeFinds(page), [])
    await picture(page, 'odd-records')
    await page.getByRole('button', { name: '处理', exact: true }).first().click()
    assert.ok(await dialog().getByRole('button', { name: '确认处理' }).isDisabled(), 'a note must be written')
    await dialog().getByLabel('处理结果').fill('已通知家长充值')
    await settled(page)
    assert.deepEqual(await axeFinds(page), [])
    await picture(page, 'odd-settle')
    await inDialog('确认处理')
    await see('没有异常记录')
    await call('PUT', '/api/v1/session/language', { language: 'en' })
    await page.evaluate(() => localStorage.setItem('onecard.dark', 'yes'))
    await open('/purchases/odd?state=all')
    await see('已通知家长充值')
    await settled(page)
    assert.deepEqual(await axeFinds(page), [])
    await picture(page, 'odd-records-en-dark')
    await open('/terminals')
    await settled(page)
    assert.deepEqual(await axeFinds(page), [])
    await picture(page, 'terminals-en-dark')
    await call('PUT', '/api/v1/session/language', { language: 'zh-CN' })
    await page.evaluate(() => localStorage.setItem('onecard.dark', 'no'))
  })

  story('M-038 W-05 a terminal still in store-and-forward is a red to-do on Today, and one click sets it back', async () => {
    await open('/')
    await see('脱机记账中的消费机')
    await see('该改回联机了')
    await settled(page)
    assert.deepEqual(await axeFinds(page), [])
    await picture(page, 'alone-today')
    await call('PUT', '/api/v1/session/language', { language: 'en' })
    await page.evaluate(() => localStorage.setItem('onecard.dark', 'yes'))
    await open('/terminals')
    await see('Put it back online')
    await settled(page)
    assert.deepEqual(await axeFinds(page), [])
    await picture(page, 'alone-terminals-en-dark')
    await call('PUT', '/api/v1/session/language', { language: 'zh-CN' })
    await page.evaluate(() => localStorage.setItem('onecard.dark', 'no'))
    await open('/')
    await page.getByRole('button', { name: /^把 .* 改回联机$/ }).click()
    await see('已改回联机')
    await page.getByText('脱机记账中的消费机').waitFor({ state: 'detached' })
    assert.deepEqual((await call('GET', '/api/v1/terminals/alone')).items, [])
  })

  story('W-04 the board of completeness holds what each terminal says of the day against the books', async () => {
    const [one] = await running()
    const board = async (picked) => {
      await open('/terminals/completeness')
      await page.getByRole('row').filter({ hasText: one.name }).first().waitFor()
      await settled(page)
      assert.deepEqual(await axeFinds(page), [])
      await picture(page, `completeness-${picked}`)
    }
    await board('zh')
    await page.getByRole('button', { name: one.name, exact: true }).click()
    await dialog().getByText('机器自己的统计', { exact: true }).waitFor()
    await dialog().getByText('营业日合计', { exact: true }).waitFor()
    await settled(page)
    assert.deepEqual(await axeFinds(page), [])
    await picture(page, 'completeness-bridge')
    await page.keyboard.press('Escape')
    await page.emulateMedia({ media: 'print' })
    await page.locator('.only-print', { hasText: '制单' }).waitFor()
    await picture(page, 'completeness-print')
    await page.emulateMedia({ media: 'screen' })
    await call('PUT', '/api/v1/session/language', { language: 'en' })
    await page.evaluate(() => localStorage.setItem('onecard.dark', 'yes'))
    await board('en-dark')
    await call('PUT', '/api/v1/session/language', { language: 'zh-CN' })
    await page.evaluate(() => localStorage.setItem('onecard.dark', 'no'))
  })
})
