// A clerk's morning at the card desk of the sample school, by keys: issue, top up, buy, correct, lose, be
// refused at the till, replace, refund, cancel; then the pages beside the desk.
import assert from 'node:assert/strict'
import { after, before, describe } from 'node:test'
import { axeFinds, axeFindsOn, openBrowser, openWindow, picture, settled } from './browser.mjs'
import { done, tapCard, tillOf } from './counter.mjs'
import { startDemo } from './site.mjs'
import { LIMITS, newStage } from './stage.mjs'

let demo
let browser
/** A till of the sample school where any amount is keyed. */
let till
let window
let page
const stage = newStage('desk')
const { see, open, story } = stage
const first = '04C1C2C3'
const second = '04C1C2C4'

const call = (...how) => done(page, ...how)

const tap = (uid) => tapCard(page, uid)

const buy = (uid, cents) => tillOf(demo, till).buy(uid, cents)
const ask = (uid, cents) => tillOf(demo, till).ask(uid, cents)

/** The lists in the till's own memory, and how both lists stand at all terminals that have reported. */
const lists = () => tillOf(demo, till).state()
const listStates = async () => (await call('GET', '/api/v1/terminals')).items.filter((one) => one.reportedAt).flatMap(({ lists: { allow, block } }) => [allow.standing, block.standing])
/** A terminal that has not reported yet (they do every thirty seconds) says nothing, so it must not count as one that is up to date. */
const allUpToDate = async () => {
  const standings = await listStates()
  return standings.length > 0 && standings.every((one) => one === 'UP_TO_DATE')
}
const until = async (holds) => {
  for (let tries = 0; !(await holds()); tries++) {
    assert.ok(tries < 120, 'it did not come to pass within a minute')
    await new Promise((resolve) => setTimeout(resolve, 500))
  }
}

/** How long the till took to refuse the first card, which it must each time. */
const refusedIn = async (refusal) => {
  const asked = Date.now()
  assert.equal((await ask(first, 100)).refusal, refusal)
  return Date.now() - asked
}

const sure = (name) => page.getByRole('dialog', { name: '请确认' }).getByRole('button', { name, exact: true }).click()
const find = async (text) => {
  await page.keyboard.press('F2')
  await page.getByRole('combobox').first().fill(text)
  await page.getByRole('listbox').first().locator('[role=option]').first().click()
  await page.locator('.person').waitFor()
}

describe('the card desk', LIMITS, () => {
  before(async () => {
    browser = await openBrowser()
    demo = await startDemo()
    window = await openWindow(browser)
    page = window.page
    await stage.enter(window, demo)
    const at = new URL(demo.terminalPage)
    const tills = await (await fetch(`${at.origin}/api/terminals${at.search}`)).json()
    till = tills.find((one) => one.mode === 'FREE_AMOUNT').serial
    const root = (await call('GET', '/api/v1/departments')).items[0]
    await call('POST', '/api/v1/people', { name: '卡小白', departmentId: root.id })
  })

  after(async () => {
    await stage.leave(browser, demo)
  })

  story('M-139 M-148 M-149 M-150 issues a card with its cost and first money by a tap and tops it up, without the mouse', async () => {
    await open('/desk')
    assert.deepEqual(await axeFinds(page), [])
    await find('卡小白')
    await page.keyboard.press('F3')
    await tap(first)
    await page.locator('.tap.there').getByText(first).waitFor()
    await page.getByLabel('卡成本', { exact: true }).fill('15')
    await page.getByLabel('同时充值现金', { exact: true }).fill('20')
    await see('应收 ¥35.00')
    await page.keyboard.press('F9')
    await see(`卡小白 的卡 ${first} 已可使用`)
    await page.keyboard.press('F3')
    await see(`这个人已有卡 ${first}`)
    await page.keyboard.press('F4')
    await page.getByRole('button', { name: '20', exact: true }).click()
    assert.equal(await page.getByLabel('金额', { exact: true }).inputValue(), '20.00')
    await page.getByLabel('金额', { exact: true }).fill('30')
    await page.keyboard.press('F9')
    await see('卡小白 现金余额 ¥50.00，补贴余额 ¥0.00')
    await settled(page)
    assert.deepEqual(await axeFinds(page), [])
    await picture(page, 'desk-topped-up')
  })

  story('M-195 M-197 corrects a charge of the till', async () => {
    const sold = await buy(first, 1200)
    assert.equal(sold.result, 'approved', JSON.stringify(sold))
    await page.keyboard.press('Escape')
    await tap(first)
    await page.locator('.person .name').getByText('卡小白').waitFor()
    await page.keyboard.press('Shift+F6')
    await page.locator('.charges .el-radio').first().click()
    await page.getByLabel('应收金额', { exact: true }).fill('8')
    await page.getByLabel('更正原因', { exact: true }).fill('多按了')
    await settled(page)
    await picture(page, 'desk-correct')
    await page.keyboard.press('F9')
    await see('¥12.00 已更正为 ¥8.00')
    await see('卡小白 现金余额 ¥42.00')
  })

  story('D-22 D-25 freezes, is refused at the till, unfreezes, and extends the card, by keys', async () => {
    await page.keyboard.press('Shift+F7')
    await page.keyboard.press('F9')
    await see('卡小白 的账户：冻结')
    assert.equal((await ask(first, 100)).refusal, 'ACCOUNT_FROZEN')
    await settled(page)
    await picture(page, 'desk-frozen')
    await page.keyboard.press('F9')
    await see('卡小白 的账户：正常')
    await page.getByLabel('有效期至', { exact: true }).fill('2040-01-01')
    await page.keyboard.press('Enter')
    await page.keyboard.press('F9')
    await see(`卡小白 的卡 ${first} 有效期至 2040-01-01`)
  })

  story('M-144 M-146 M-147 M-173 the card is on the allow list of every terminal, leaves it and comes back by hand', async () => {
    const { id } = (await call('GET', `/api/v1/cards/${first}`)).person
    await open(`/people/${id}`)
    await see('在白名单上', true)
    await stage.press('删除白名单')
    await see('不在白名单上', true)
    await settled(page)
    assert.deepEqual(await axeFinds(page), [])
    await picture(page, 'person-not-allowed')
    await open('/cards/allow-list')
    await see('发卡时自动生成白名单')
    await page.getByRole('combobox').first().fill('卡小白')
    await page.getByRole('listbox').first().locator('[role=option]').first().click()
    await stage.press('生成白名单（1 人）')
    await see('已加入白名单 1 张卡')
    await until(async () => (await lists()).allowList.cards > 0 && (await allUpToDate()))
    await open('/cards/allow-list')
    await settled(page)
    assert.deepEqual(await axeFinds(page), [])
    await picture(page, 'allow-list')
    await open('/terminals')
    await see('已是最新')
    await settled(page)
    assert.deepEqual(await axeFinds(page), [])
    await picture(page, 'terminals-lists')
    await open('/desk')
    await find('卡小白')
  })

  story('M-172 M-174 M-175 a lost card is refused at the till within a second, and works when it is found', async () => {
    await page.keyboard.press('F7')
    await page.keyboard.press('F9')
    await see(`卡小白 的卡 ${first} 已挂失`)
    assert.ok(Math.min(await refusedIn('CARD_LOST'), await refusedIn('CARD_LOST'), await refusedIn('CARD_LOST')) < 1_000, 'refused within a second, however busy this machine is')
    await settled(page)
    await picture(page, 'desk-lost')
    await page.keyboard.press('F7')
    await page.keyboard.press('F9')
    await see(`卡小白 的卡 ${first} 已解挂`)
    assert.equal((await buy(first, 100)).result, 'approved')
    await page.keyboard.press('F7')
    await page.keyboard.press('F9')
    await see(`卡小白 的卡 ${first} 已挂失`)
  })

  story('M-177 M-182 D-24 replaces it once every terminal has reported; the old one stays dead', async () => {
    await page.keyboard.press('F8')
    await tap(second)
    await page.locator('.tap.there').getByText(second).waitFor()
    // The tills of the sample school report every thirty seconds; whoever may, need not wait.
    window.expect(409, '/card-replacement')
    await page.keyboard.press('F9')
    await page.locator('.done, .problem').first().waitFor()
    if (await page.locator('.problem').count()) {
      await settled(page)
      await picture(page, 'desk-silent')
      await page.getByRole('button', { name: '消费机没有上传完，仍然继续' }).click()
    }
    await see(`卡小白 的新卡 ${second} 已可使用`)
    assert.equal((await buy(first, 100)).refusal, 'CARD_REPLACED')
    assert.equal((await buy(second, 100)).result, 'approved')
  })

  story('M-167 M-186 M-193 refunds and undoes it, then cancels and pays out', async () => {
    await page.keyboard.press('F6')
    await page.getByLabel('金额', { exact: true }).fill('10')
    await page.keyboard.press('F9')
    await see('已退 ¥10.00')
    await page.locator('.last li').first().getByRole('button', { name: '撤销' }).click()
    await sure('撤销')
    await page.locator('.last li.undone').first().waitFor()
    await page.keyboard.press('Shift+F8')
    await settled(page)
    await picture(page, 'desk-cancel')
    await page.keyboard.press('F9')
    await sure('有卡注销')
    await see('卡小白 已销户：退 ¥40.00')
    assert.equal((await buy(second, 100)).refusal, 'CARD_RETURNED')
  })

  story('M-141 issues cards one after the other, and goes on after a reload', async () => {
    const root = (await call('GET', '/api/v1/departments')).items[0]
    for (const name of ['甲一', '乙二']) await call('POST', '/api/v1/people', { name, departmentId: root.id })
    await open('/desk/batch-issue')
    for (const name of ['甲一', '乙二']) {
      await page.getByRole('combobox').first().fill(name)
      await page.getByRole('listbox').first().locator('[role=option]').first().click()
    }
    await page.locator('.now .name').getByText('甲一').waitFor()
    await tap('04D1D2D3')
    await page.locator('.now .last').getByText('04D1D2D3').waitFor()
    await page.reload()
    await page.locator('.now .name').getByText('乙二').waitFor()
    await settled(page)
    assert.deepEqual(await axeFinds(page), [])
    await picture(page, 'batch-issue')
    await tap('04D1D2D4')
    await see('全部发完')
  })

  story('D-42 opens a shift and closes it with the count', async () => {
    await open('/desk/shift')
    await page.getByLabel('开班清点', { exact: true }).fill('100')
    await page.getByRole('button', { name: '开班', exact: true }).click()
    await page.getByLabel('结账清点', { exact: true }).fill('99.50')
    await see('−0.50')
    await page.getByRole('button', { name: '结账', exact: true }).click()
    await page.getByRole('cell', { name: '−0.50' }).first().waitFor()
    await settled(page)
    assert.deepEqual(await axeFinds(page), [])
    await picture(page, 'shift')
  })

  story('M-190 M-191 freezes some and cancels all', async () => {
    await open('/cards/freezes')
    await page.getByRole('combobox').first().fill('甲一')
    await page.getByRole('listbox').first().locator('[role=option]').first().click()
    await page.getByRole('button', { name: '冻结 1 人' }).click()
    await page.getByRole('row').filter({ hasText: '甲一' }).waitFor()
    await settled(page)
    assert.deepEqual(await axeFinds(page), [])
    await picture(page, 'freezes')
    await page.getByRole('button', { name: '注销全部' }).click()
    await sure('注销全部')
    await see('已注销 2 人')
  })

  story('M-152 grants a subsidy to a department as a job that can be followed', async () => {
    await open('/cards/money-batch')
    await page.getByLabel('每人金额', { exact: true }).fill('5')
    await page.getByText('长期有效', { exact: true }).click()
    await page.getByText('所有人', { exact: true }).click()
    await page.getByRole('button', { name: '开始', exact: true }).click()
    await sure('开始')
    await page.getByText(/成功 \d{2,}/).waitFor()
    await settled(page)
    assert.deepEqual(await axeFinds(page), [])
    await picture(page, 'money-batch')
  })

  story('M-068 M-075 M-076 shows and keeps the parameters of the card centre', async () => {
    await open('/cards/parameters')
    await page.getByLabel('卡成本', { exact: true }).fill('15')
    await page.getByRole('button', { name: '保存', exact: true }).click()
    await see('已保存')
    await page.reload()
    await settled(page)
    assert.equal(await page.getByLabel('卡成本', { exact: true }).inputValue(), '15.00')
    assert.deepEqual(await axeFinds(page), [])
    await picture(page, 'card-parameters', { fullPage: true })
  })

  story('M-178 M-179 M-180 W-06 holds the balance of a lost card and lists it until it is taken over', async () => {
    const before = await page.evaluate(async () => (await fetch('/api/v1/card-parameters')).json())
    const { revision, ...edit } = before
    await call('PATCH', '/api/v1/card-parameters', { ...edit, greyDays: 3, cardCostCents: 0 }, { 'If-Match': `"${revision}"` })
    await open('/desk')
    await find('乙二')
    await page.getByLabel('金额', { exact: true }).fill('60')
    await page.keyboard.press('F9')
    await see('乙二 现金余额 ¥60.00')
    await page.keyboard.press('F7')
    await page.keyboard.press('F9')
    await see('乙二 的卡 04D1D2D4 已挂失')
    await page.keyboard.press('F8')
    await tap('04D1D2D5')
    await page.keyboard.press('F9')
    await see('乙二 的新卡 04D1D2D5 已可使用；旧卡余额最迟')
    await page.getByText('旧卡暂挂 ¥65.00').first().waitFor()
    await open('/cards/held')
    assert.deepEqual(await axeFinds(page), [])
    await picture(page, 'held')
    await page.getByRole('button', { name: '乙二' }).click()
    await page.getByText(/还要等 3 天|可以补领。$/).first().waitFor()
    await settled(page)
    await picture(page, 'desk-held')
  })

  story('D-25 extends the cards of a department, and names who has none; the person’s page tells what was done', async () => {
    await open('/cards/extensions')
    for (const name of ['乙二', '甲一']) {
      await page.getByRole('combobox').first().fill(name)
      await page.getByRole('listbox').first().locator('[role=option]').first().click()
    }
    await page.getByLabel('有效期至', { exact: true }).fill('2041-06-30')
    await page.keyboard.press('Enter')
    await page.getByRole('button', { name: '延期 2 人' }).click()
    await see('已延期 1 人')
    await page.getByRole('row').filter({ hasText: '甲一' }).waitFor()
    await settled(page)
    assert.deepEqual(await axeFinds(page), [])
    await picture(page, 'extensions')
    const found = await call('GET', `/api/v1/people?q=${encodeURIComponent('乙二')}`)
    await open(`/people/${found.items[0].id}`)
    await page.getByRole('tab', { name: '柜台办理' }).click()
    for (const what of ['延期', '补卡', '挂失', '充值', '发卡']) await page.getByRole('cell', { name: what, exact: true }).first().waitFor()
    await settled(page)
    assert.deepEqual(await axeFinds(page), [])
    await picture(page, 'person-operations', { fullPage: true })
  })

  story('reads as well in English, light and dark', async () => {
    await call('PUT', '/api/v1/session/language', { language: 'en' })
    const paths = ['/desk', '/desk/batch-issue', '/desk/shift', '/cards/money-batch', '/cards/freezes', '/cards/held', '/cards/extensions', '/cards/allow-list', '/cards/parameters']
    for (const theme of ['light', 'dark']) {
      await page.evaluate((dark) => localStorage.setItem('onecard.dark', dark ? 'yes' : 'no'), theme === 'dark')
      assert.deepEqual(await axeFindsOn(page, paths, open, `en ${theme}`), [])
    }
    await open('/desk')
    assert.equal(await page.evaluate(() => document.body.textContent.includes('cards.')), false, 'every word is there')
    await picture(page, 'desk-english-dark')
  })
})
