// The first day of a school with the platform, through a real browser against the real thing: what an
// administrator, a clerk and a cashier do from an empty data folder to the printed daily summary.
import assert from 'node:assert/strict'
import { join } from 'node:path'
import { after, before, describe } from 'node:test'
import { axeFinds, axeFindsOn, choose, command, openBrowser, openWindow, picture, screens, settled } from './browser.mjs'
import { startFleet, startPlatform } from './site.mjs'
import { tapCard } from './counter.mjs'
import { ADMIN, CARD, CLERK, hire, SERIAL, UNIT } from './cast.mjs'
import { cellsIn } from './workbook.mjs'
import { LIMITS, newStage } from './stage.mjs'
import { dayThere, hoursFromNow, zone } from './zone.mjs'

let site, fleet, browser, window, page
const stage = newStage('first-day')
const { see, open, dialog, press, inDialog, rowWith, story } = stage

describe('the first day', LIMITS, () => {
  before(async () => {
    browser = await openBrowser()
    site = await startPlatform()
    window = await openWindow(browser, { timezoneId: zone })
    page = window.page
    Object.assign(stage, { window, console: site.console })
    // Who is not signed in asks who he is.
    window.expect(401, '/api/v1/session')
  })

  after(async () => {
    await fleet?.end()
    await stage.leave(browser, site)
  })

  story('begins with the first-run secret: administrator, then the name of the unit', async () => {
    await open('/')
    await page.waitForURL('**/setup')
    assert.deepEqual(await axeFinds(page), [])
    await picture(page, 'first-run-1')
    await page.getByLabel('一次性口令', { exact: true }).fill('0000-wrong-secret')
    await page.getByLabel('管理员登录名', { exact: true }).fill(ADMIN.name)
    await page.getByLabel('密码', { exact: true }).fill(ADMIN.password)
    await page.getByLabel('再输一次密码', { exact: true }).fill(ADMIN.password)
    window.expect(403, '/api/v1/setup/administrator')
    window.expect(422, '/api/v1/setup/administrator')
    await press('建立管理员')
    await page.getByRole('alert').first().waitFor()
    await page.getByLabel('一次性口令', { exact: true }).fill(site.setupSecret)
    await press('建立管理员')
    await page.getByLabel('单位全称', { exact: true }).fill(UNIT)
    assert.deepEqual(await axeFinds(page), [])
    await page.getByLabel('时区', { exact: true }).click()
    await page.getByLabel('时区', { exact: true }).fill(zone)
    await page.locator('.el-select-dropdown:visible').getByRole('option', { name: zone, exact: true }).click()
    await picture(page, 'first-run-2')
    await press('完成，进入平台')
    await page.waitForURL('**/today')
    await see(UNIT)
    await see('今天还没有消费')
  })

  story('keeps a session: signing in, being idle, being signed out meanwhile', async () => {
    await page.getByRole('button', { name: ADMIN.name }).click()
    await page.getByText('退出登录').click()
    await page.waitForURL('**/sign-in')
    await page.getByLabel('登录名', { exact: true }).fill(ADMIN.name)
    await page.getByLabel('密码', { exact: true }).fill('not-the-password')
    await press('登录')
    await page.getByRole('alert').first().waitFor()
    await picture(page, 'sign-in-refused')
    await page.getByLabel('密码', { exact: true }).fill(ADMIN.password)
    await press('登录')
    await page.waitForURL('**/today')

    // Somebody ends the session elsewhere while a form is open: the form stays.
    await open('/merchants')
    await press('新增商户')
    await dialog().getByLabel('名称', { exact: true }).fill('第一食堂')
    window.expect(401, '/api/v1/')
    window.expect(403, '/api/v1/merchants')
    await page.context().clearCookies({ name: 'ONECARD' })
    await inDialog('保存')
    await see('登录已过期')
    await picture(page, 'expired')
    await page.getByPlaceholder(/密码/).fill(ADMIN.password)
    await page.getByRole('dialog', { name: '登录已过期' }).getByRole('button', { name: '登录', exact: true }).click()
    await page.getByRole('dialog', { name: '登录已过期' }).waitFor({ state: 'hidden' })
    await inDialog('保存')
    await rowWith('第一食堂').waitFor()
  })

  story('warns who is idle, and lets him stay', async () => {
    // A window of its own: its clock goes with it.
    const { context, page: other, troubles } = await openWindow(browser, { storageState: await page.context().storageState() })
    await other.clock.install()
    await other.goto(new URL('/today', site.console).href)
    await settled(other)
    await other.clock.fastForward('14:15')
    await other.getByRole('dialog', { name: '很久没有操作' }).waitFor()
    await other.getByRole('button', { name: '继续使用' }).click()
    await other.getByRole('dialog', { name: '很久没有操作' }).waitFor({ state: 'hidden' })
    assert.deepEqual(troubles(), [])
    await context.close()
  })

  story('refuses pages and menus to those without the permission, who choose their own password first', async () => {
    await open('/system/operators')
    assert.deepEqual(await hire(page, { ...CLERK, displayName: '王芳', role: '柜台：人员、卡片、充值' }), [])
    await rowWith('王芳').getByText('等本人设置密码').waitFor()
    const clerk = await openWindow(browser)
    clerk.expect(401, '/api/v1/session')
    await clerk.page.goto(new URL('/system/audit', site.console).href)
    await clerk.page.getByLabel('登录名', { exact: true }).fill(CLERK.name)
    await clerk.page.getByLabel('密码', { exact: true }).fill(CLERK.given)
    await clerk.page.getByRole('button', { name: '登录', exact: true }).click()
    await clerk.page.waitForURL('**/password')
    await clerk.page.getByLabel('现在的密码', { exact: true }).fill(CLERK.given)
    await clerk.page.getByLabel('新密码', { exact: true }).fill(CLERK.own)
    await clerk.page.getByLabel('再输一次密码', { exact: true }).fill(CLERK.own)
    await clerk.page.getByRole('button', { name: '修改密码', exact: true }).click()
    await clerk.page.waitForURL('**/today')
    await clerk.page.goto(new URL('/system/audit', site.console).href)
    await clerk.page.waitForURL('**/forbidden**')
    await clerk.page.getByText('您没有打开这个页面的权限').first().waitFor()
    assert.deepEqual(await axeFinds(clerk.page), [])
    assert.equal(await clerk.page.getByRole('link', { name: '操作日志' }).count(), 0)
    assert.equal(await clerk.page.evaluate(async () => (await fetch('/api/v1/setup')).status), 200)
    await picture(clerk.page, 'forbidden')
    assert.deepEqual(clerk.troubles(), [])
    await clerk.context.close()
  })

  story('D-01 D-02 D-20 keeps the settings of the site, and says in the log what was changed', async () => {
    await open('/system/settings')
    await page.getByLabel('单位全称', { exact: true }).fill('')
    await see('请填写单位全称')
    assert.ok(await page.getByRole('button', { name: '保存', exact: true }).isDisabled(), 'a unit has a name')
    await page.getByLabel('单位全称', { exact: true }).fill(UNIT)
    await page.getByLabel('刷卡间隔', { exact: true }).fill('8')
    await page.getByLabel('收银员可撤销', { exact: true }).fill('20')
    await page.getByLabel('最大余额', { exact: true }).fill('3000')
    await page.keyboard.press('Tab')
    await press('保存')
    await see('已保存：系统参数')
    await page.reload()
    await settled(page)
    assert.equal(await page.getByLabel('刷卡间隔', { exact: true }).inputValue(), '8')
    assert.equal(await page.getByLabel('最大余额', { exact: true }).inputValue(), '3000.00')
    assert.deepEqual(await axeFinds(page), [])
    await picture(page, 'settings', { fullPage: true })
    await open('/system/audit')
    await rowWith('修改系统参数').getByText('5 秒 → 8 秒').waitFor()
    await rowWith('修改系统参数').getByText('5000.00 → 3000.00').waitFor()
    await rowWith('修改系统参数').getByText('600 秒 → 1200 秒').waitFor()
    // What follows buys faster than a person would.
    const { revision } = await page.evaluate(async () => (await fetch('/api/v1/settings')).json())
    await command(page, 'PATCH', '/api/v1/settings', { repeatIntervalSeconds: 5, maxBalanceCents: 500_000 }, { 'If-Match': `"${revision}"` })
  })

  story('makes meal periods, a group, a department, a person and his card', async () => {
    await open('/meals')
    await page.getByRole('button', { name: '新增餐别' }).first().click()
    await dialog().getByLabel('名称', { exact: true }).fill('中餐')
    await dialog().getByLabel('英文名称', { exact: true }).fill('Lunch')
    for (const [label, time] of [['开始', hoursFromNow(-2)], ['结束', hoursFromNow(3)]]) {
      await dialog().getByLabel(label, { exact: true }).fill(time.replace(':', ''))
    }
    await inDialog('保存')
    await rowWith('中餐').getByText(`${hoursFromNow(-2)}–${hoursFromNow(3)}`).waitFor()

    await open('/groups')
    await page.getByRole('button', { name: '新增分组' }).first().click()
    await dialog().getByLabel('编号', { exact: true }).fill('S')
    await dialog().getByLabel('名称', { exact: true }).fill('学生')
    await inDialog('保存')
    await rowWith('学生').waitFor()

    await open('/departments')
    await page.getByRole('button', { name: /新增(部门|下级)/ }).first().click()
    await dialog().getByLabel('名称', { exact: true }).fill('高一（1）班')
    await inDialog('保存')
    await rowWith('高一（1）班').waitFor()

    await open('/people')
    await page.getByRole('button', { name: '新增人员' }).first().click()
    await dialog().getByLabel('姓名', { exact: true }).fill('张小满')
    await dialog().getByLabel('学号', { exact: true }).fill('20260001')
    await choose(dialog().getByRole('combobox', { name: '班级' }), '高一（1）班')
    await choose(dialog().getByRole('combobox', { name: '分组' }), '学生')
    await inDialog('保存')
    await page.getByRole('heading', { name: '张小满' }).waitFor()
    await press('发卡')
    await dialog().getByLabel('卡号', { exact: true }).fill(CARD)
    await inDialog('发卡')
    await see(CARD)
    await see('的卡 04A1B2C3 已可使用')
    await settled(page)
    await picture(page, 'person-new')
  })

  story('writes a rule and says in one sentence what it means', async () => {
    await open('/rules/new')
    await page.getByLabel('规则名称', { exact: true }).fill('学生午餐')
    await choose(page.getByRole('combobox', { name: '分组' }), '学生')
    await page.keyboard.press('Escape')
    await page.getByLabel('每餐次数', { exact: true }).fill('2')
    await page.getByLabel('每次金额', { exact: true }).fill('30')
    await page.getByText('打折', { exact: true }).click()
    await page.getByLabel('收取比例', { exact: true }).fill('90')
    await page.locator('.meaning').getByText(/学生.*30/).waitFor()
    await settled(page)
    await picture(page, 'rule', { fullPage: true })
    await press('保存')
    await page.waitForURL('**/rules')
    await page.locator('.rules').getByText(/学生.*每餐.*2.*30/s).waitFor()
  })

  story('registers a terminal, whose key is shown once', async () => {
    await open('/terminals')
    await page.getByRole('button', { name: '登记消费机' }).first().click()
    await dialog().getByLabel('序列号', { exact: true }).fill(SERIAL)
    await dialog().getByLabel('名称', { exact: true }).fill('一号窗口')
    await dialog().getByLabel('机号', { exact: true }).fill('1')
    await dialog().getByRole('button', { name: '登记消费机' }).click()
    await page.getByText('密钥只显示这一次').waitFor()
    const key = (await dialog().locator('code').innerText()).trim()
    await settled(page)
    await picture(page, 'terminal-key')
    await press('已记下密钥')
    await dialog().waitFor({ state: 'hidden' })
    assert.equal(await page.getByText(key).count(), 0)
    await rowWith(SERIAL).getByText('不在线').waitFor()

    const door = (name) => `127.0.0.1:${site.doors[name]}`
    fleet = await startFleet({
      trade: [door('authorization')], records: [door('collection')], zone,
      terminals: [{ serial: SERIAL, key, machineNo: 1, merchant: '第一食堂', mode: 'FREE_AMOUNT' }],
      cards: [{ uid: CARD, name: '张小满', personNo: '20260001' }, { uid: '0BADCA4D', name: '捡来的卡', personNo: '—' }],
    })
    await rowWith(SERIAL).getByText('在线', { exact: true }).waitFor()
  })

  story('tops up cash and subsidy, and undoes a top-up by a counter-entry', async () => {
    await open('/desk/top-up')
    const topUp = async (amount) => {
      await page.getByLabel('金额', { exact: true }).fill(amount)
      await page.keyboard.press('F9')
      await page.getByText(`已充 ¥${amount}`).waitFor()
    }
    await tapCard(page, CARD)
    await page.locator('.person .name').getByText('张小满').waitFor()
    await topUp('100.00')
    await see('张小满 现金余额 ¥100.00，补贴余额 ¥0.00')
    await page.getByText('补贴', { exact: true }).first().click()
    await page.getByText('长期有效', { exact: true }).last().click()
    await topUp('20.00')
    await see('张小满 现金余额 ¥100.00，补贴余额 ¥20.00')
    await page.locator('.middle').getByText('现金', { exact: true }).first().click()
    await topUp('50.00')
    await see('张小满 现金余额 ¥150.00，补贴余额 ¥20.00')
    await settled(page)
    await picture(page, 'desk')
    await page.locator('.last li').first().getByRole('button', { name: '撤销' }).click()
    await page.getByRole('dialog', { name: '请确认' }).getByRole('button', { name: '撤销' }).click()
    await see('已撤销：张小满 现金余额 ¥100.00，补贴余额 ¥20.00')
    await page.locator('.last li.undone').first().waitFor()
  })

  story('M-045 takes a purchase at the virtual terminal, shows amount and balance, and refuses with the reason what the rule forbids', async () => {
    const live = page
    await open('/purchases')
    await see('还没有交易')
    const till = await page.context().newPage()
    await till.goto(fleet.page)
    const display = till.locator('.display')
    const key = async (amount) => {
      for (const one of amount) await till.getByRole('button', { name: one, exact: true }).click()
      await till.getByRole('button', { name: '确认', exact: true }).click()
      await display.getByText('请刷卡').first().waitFor()
    }
    const tap = (name) => till.getByRole('button', { name: new RegExp(name) }).click()
    assert.deepEqual(await axeFinds(till), [])

    await key('45')
    await tap('张小满')
    await display.getByText('超过单次限额').waitFor()
    await picture(till, 'till-refused')
    await live.getByRole('row').filter({ hasText: '超过单次限额' }).first().waitFor()

    await key('5')
    await tap('捡来的卡')
    await display.getByText('非法卡').waitFor()

    await key('25')
    await tap('张小满')
    await display.locator('.amount').getByText('¥22.50').waitFor()
    await display.getByText(/余额 ¥97\.50/).waitFor()
    await picture(till, 'till-approved')
    const row = live.getByRole('row').filter({ hasText: '22.50' }).filter({ hasText: '成交' }).first()
    await row.waitFor()
    await row.getByText('97.50').waitFor()
    await settled(live)
    await picture(live, 'live')

    // No amount keyed: the card asks for its balance.
    await till.getByRole('button', { name: '取消', exact: true }).click()
    await tap('张小满')
    await display.locator('.amount').getByText('¥97.50').waitFor()
    await till.close()
    await live.bringToFront()
  })

  story('shows it today, and on the person’s statement with the balance after each line', async () => {
    await open('/today')
    await page.locator('.huge').getByText('¥22.50').waitFor()
    await see('账是平的：差额 0.00')
    await see('全部在线')
    await page.getByText('看表格').click()
    await page.getByRole('row').filter({ hasText: '第一食堂' }).getByText('22.50').first().waitFor()
    await settled(page)
    await picture(page, 'today')
    await press('现在核对')
    await page.getByText(/个账户，用时/).waitFor()

    await open('/people')
    await page.getByRole('link', { name: '张小满' }).click()
    await page.locator('.spendable').getByText('¥97.50').waitFor()
    const line = (amount) => page.getByRole('row').filter({ hasText: amount }).first()
    await line('−20.00').getByText('消费').first().waitFor()
    await line('−2.50').getByText('97.50').waitFor()
    await line('+100.00').waitFor()
    await settled(page)
    await picture(page, 'statement')
    await page.getByRole('tab', { name: '被拒绝的交易' }).click()
    await page.getByText('规则“学生午餐”，每次限 ¥30.00').first().waitFor()
    await settled(page)
    await picture(page, 'refusals')
  })

  story('M-231 M-243 M-246 sums the day up on the screen, in print and in Excel', async () => {
    const day = dayThere()
    await open(`/reports/daily-purchases?from=${day}&to=${day}`)
    const row = page.locator('.report tbody tr').first()
    await row.waitFor()
    assert.equal((await row.innerText()).replace(/\s+/g, ' ').trim(), `${day} 第一食堂 1 2.50 1 2.50 20.00 22.50 2.50`)
    await settled(page)
    await picture(page, 'daily')

    await page.emulateMedia({ media: 'print' })
    await page.locator('.only-print', { hasText: UNIT }).waitFor()
    assert.equal(await page.getByRole('navigation').first().isVisible(), false)
    assert.equal(await page.getByRole('button', { name: '打印' }).isVisible(), false)
    const pdf = await page.pdf({ path: join(screens, 'daily.pdf'), format: 'A4', landscape: true })
    assert.equal(pdf.subarray(0, 5).toString(), '%PDF-')
    await picture(page, 'daily-print')
    await page.emulateMedia({ media: 'screen' })

    const [download] = await Promise.all([page.waitForEvent('download'), press('导出 Excel')])
    assert.match(download.suggestedFilename(), /\.xlsx$/)
    await download.saveAs(join(screens, 'daily.xlsx'))
    const cells = cellsIn(join(screens, 'daily.xlsx'))
    for (const expected of [UNIT, '第一食堂', '中餐']) assert.ok(cells.some((text) => text.includes(expected)), `${expected} is in the workbook`)
    for (const figure of [2.5, 20, 22.5]) assert.ok(cells.some((text) => Number(text) === figure), `${figure} is in the workbook`)
  })

  story('speaks English and goes dark when asked, and remembers', async () => {
    await open('/today')
    await press('English')
    await see('Takings today')
    await page.getByRole('button', { name: 'Switch to dark' }).click()
    await open('/today')
    await see('Books balance: difference 0.00')
    assert.equal(await page.locator('html').getAttribute('lang'), 'en')
    assert.equal(await page.locator('html').getAttribute('class'), 'onecard dark')
    await settled(page)
    await picture(page, 'today-en-dark')
  })

  story('finds with axe nothing serious on any page: English in the dark, Chinese in the light', async () => {
    const person = (await command(page, 'GET', '/api/v1/people')).body.items[0].id
    const rule = (await command(page, 'GET', '/api/v1/rules')).body.items[0].id
    const menu = await page.getByRole('navigation').getByRole('link').evaluateAll((links) => links.map((link) => link.getAttribute('href')))
    const paths = [...menu, `/people/${person}`, `/rules/${rule}`, '/rules/new', '/rules/try', '/password', '/forbidden', '/no-such-page']
    const found = []
    const look = async (words) => found.push(...(await axeFindsOn(page, paths, open, words)))
    await look('en')
    await open('/today')
    await page.getByRole('button', { name: 'Switch to light' }).click()
    await press('中文')
    await see('今日营业额')
    await look('zh')
    await page.getByRole('button', { name: ADMIN.name }).click()
    await page.getByText('退出登录').click()
    await page.waitForURL('**/sign-in')
    found.push(...(await axeFinds(page)).map((one) => `zh /sign-in: ${one}`))
    assert.deepEqual(found, [])
  })
})
