// Receipts of the desk: a printer in the network is named, the switch is put on, a top-up comes out on paper, is
// printed again and says so; a dead printer stops nobody, and the browser prints on 80 mm.
import assert from 'node:assert/strict'
import { createServer } from 'node:net'
import { after, before, describe } from 'node:test'
import { axeFinds, command, openBrowser, openWindow, picture, settled } from './browser.mjs'
import { done } from './counter.mjs'
import { startDemo } from './site.mjs'
import { LIMITS, newStage } from './stage.mjs'

let demo
let browser
let window
let page
const stage = newStage('receipts')
const { see, open, press, inDialog, dialog, story } = stage

/** A receipt printer on this machine: what was sent to it, in the words of its characters. */
const paper = []
let waiting
const printer = createServer((line) => {
  const parts = []
  line.on('data', (part) => parts.push(part))
  line.on('end', () => {
    line.end()
    paper.push(new TextDecoder('gb18030').decode(Buffer.concat(parts)))
    waiting?.()
  })
})
const printed = async () => {
  if (!paper.length) await new Promise((resolve) => (waiting = resolve))
  return paper.shift()
}
const listening = (port) => new Promise((resolve) => printer.listen(port, '127.0.0.1', () => resolve(printer.address().port)))
let port

const call = (...how) => done(page, ...how)

/** The prints that the page asks for from now on; `ended` waits until none of them is still tried. */
const watchedPrints = () => {
  const asked = []
  const note = (response) => {
    if (response.request().method() === 'POST' && /\/receipts\/[^/]+\/[^/]+\/prints$/.test(response.url())) asked.push(response.json())
  }
  page.on('response', note)
  return {
    async ended(count) {
      while (asked.length < count) await page.waitForEvent('response')
      page.off('response', note)
      for (const { print } of await Promise.all(asked)) {
        while ((await call('GET', `/api/v1/receipt-prints/${print.printId}`)).state === 'WAITING') await page.waitForTimeout(200)
      }
    },
  }
}

const atDesk = async () => {
  await open('/desk')
  await page.keyboard.press('F2')
  await page.getByRole('combobox').first().fill('小票一')
  await page.getByRole('listbox').first().locator('[role=option]').first().click()
  await page.locator('.person').waitFor()
  await page.keyboard.press('F4')
}

const topUp = async (amount, cash) => {
  await page.getByLabel('金额', { exact: true }).fill(amount)
  await page.keyboard.press('F9')
  await see(`现金余额 ¥${cash}`)
}

describe('receipts', LIMITS, () => {
  before(async () => {
    port = await listening(0)
    browser = await openBrowser()
    demo = await startDemo()
    window = await openWindow(browser)
    page = window.page
    // A headless browser has no printer: the page is asked what it would print.
    await page.addInitScript(() => {
      window.prints = 0
      window.print = () => window.prints++
    })
    await stage.enter(window, demo)
    const root = (await call('GET', '/api/v1/departments')).items[0]
    const person = await call('POST', '/api/v1/people', { name: '小票一𠮷', departmentId: root.id })
    await command(page, 'POST', `/api/v1/people/${person.id}/cards`, { uid: '04E1E2E3' }, { 'Idempotency-Key': crypto.randomUUID() })
  })

  after(async () => {
    printer.close()
    await stage.leave(browser, demo)
  })

  story('M-151 names a printer in the network, inside the house only, and tries it', async () => {
    await open('/system/receipt-printers')
    assert.deepEqual(await axeFinds(page), [])
    await press('登记打印机')
    await dialog().getByLabel('名称').fill('一楼窗口')
    await dialog().getByLabel('IP 地址').fill('8.8.8.8')
    await dialog().getByLabel('端口').fill(String(port))
    window.expect(422, '/api/v1/receipt-printers')
    await inDialog('保存')
    await see('请输入本单位内网的 IP 地址')
    await settled(page)
    await picture(page, 'receipt-printer-refused')
    await dialog().getByLabel('IP 地址').fill('127.0.0.1')
    await dialog().getByLabel('生僻字').press('ArrowDown')
    await page.getByRole('option', { name: /照样发送/ }).click()
    await inDialog('保存')
    await page.getByRole('row').filter({ hasText: '一楼窗口' }).waitFor()
    await press('打印测试页')
    assert.match(await printed(), /打印测试[\s\S]*1234\.56[\s\S]*𠮷/)
    await see('小票已打印')
    await settled(page)
    assert.deepEqual(await axeFinds(page), [])
    await picture(page, 'receipt-printers')
  })

  story('M-151 prints nothing until the desk switches it on; then by itself, with the figures of the books', async () => {
    await atDesk()
    await topUp('20', '20.00')
    await press('打印机…')
    await dialog().getByLabel('网络打印机').press('ArrowDown')
    await page.getByRole('option', { name: '一楼窗口' }).click()
    await settled(page)
    assert.deepEqual(await axeFinds(page), [])
    await picture(page, 'receipt-where')
    await inDialog('关闭')
    assert.deepEqual(paper, [], 'the first top-up left no paper')
    await page.getByText('打印小票', { exact: true }).click()
    await topUp('30', '50.00')
    const receipt = await printed()
    assert.match(receipt, /充值[\s\S]*小票一𠮷[\s\S]*04E1E2E3[\s\S]*现金充值 +30\.00[\s\S]*现金余额 +50\.00/)
    assert.doesNotMatch(receipt, /补打/)
    await see('小票已打印')
    await settled(page)
    assert.deepEqual(await axeFinds(page), [])
    await picture(page, 'receipt-desk')
  })

  story('M-151 F10 prints the last one again, and the paper says so; the switch outlives a reload', async () => {
    await page.keyboard.press('F10')
    assert.match(await printed(), /补打 第 1 次[\s\S]*现金充值 +30\.00/)
    await atDesk()
    assert.ok(await page.getByRole('checkbox', { name: '打印小票' }).isChecked())
    await topUp('5', '55.00')
    assert.match(await printed(), /现金充值 +5\.00/)
  })

  story('M-151 prints again from the statement and from what was done at the desk', async () => {
    const found = (await call('GET', '/api/v1/people?q=' + encodeURIComponent('小票一'))).items[0]
    await open(`/people/${found.id}`)
    await page.getByRole('button', { name: /补打小票：充值/ }).first().click()
    assert.match(await printed(), /补打 第 1 次[\s\S]*现金充值 +5\.00/)
    await open(`/people/${found.id}?view=operations`)
    await page.getByRole('button', { name: /补打小票：发卡/ }).first().click()
    assert.match(await printed(), /发卡[\s\S]*04E1E2E3/)
    await see('小票已打印')
    await settled(page)
    assert.deepEqual(await axeFinds(page), [])
    await picture(page, 'receipt-operations')
  })

  story('M-151 a dead printer stops nobody: one line says what to do, and the browser prints on 80 mm', async () => {
    await new Promise((resolve) => printer.close(resolve))
    await atDesk()
    const prints = watchedPrints()
    await topUp('1', '56.00')
    await topUp('2', '58.00')
    await see('打印机没有应答')
    // Either may be the first in the queue; what still waits would come out when the printer is back.
    await prints.ended(2)
    await settled(page)
    assert.deepEqual(await axeFinds(page), [])
    await picture(page, 'receipt-dead')
    await press('用浏览器打印')
    await page.waitForFunction(() => window.prints === 1)
    await page.emulateMedia({ media: 'print' })
    const sheet = page.locator('.receipt-sheet')
    await sheet.getByText('现金余额').waitFor()
    assert.equal(await page.locator('#app').isVisible(), false, 'nothing of the screen is printed')
    assert.match(await page.evaluate(() => [...document.adoptedStyleSheets].flatMap((one) => [...one.cssRules]).map((rule) => rule.cssText).join(' ')), /@page[^}]*80mm/)
    assert.equal(await sheet.evaluate((one) => getComputedStyle(one).color), 'rgb(0, 0, 0)')
    assert.equal(await sheet.locator('.strong dd').first().evaluate((one) => getComputedStyle(one).textAlign), 'right')
    await page.pdf({ path: 'target/screens/receipt-80mm.pdf', preferCSSPageSize: true })
    await picture(page, 'receipt-80mm', { fullPage: true })
    await page.emulateMedia({ media: 'screen' })
  })

  story('M-151 a shift leaves its statement on paper, in English and in the dark as well', async () => {
    await listening(port)
    await call('PUT', '/api/v1/session/language', { language: 'en' })
    await page.evaluate(() => {
      localStorage.setItem('onecard.language', 'en')
      localStorage.setItem('onecard.dark', 'yes')
    })
    await open('/desk/shift')
    await page.locator('#counted').fill('100')
    await press('Open shift')
    await press('Print receipt')
    assert.match(await printed(), /Shift statement \(still open\)[\s\S]*Opening cash +100\.00/)
    await see('Receipt printed')
    await settled(page)
    assert.deepEqual(await axeFinds(page), [])
    await picture(page, 'receipt-shift-en-dark')
    await open('/desk')
    await press('Printer…')
    await settled(page)
    assert.deepEqual(await axeFinds(page), [])
    await picture(page, 'receipt-where-en-dark')
    await inDialog('Close')
    await open('/system/receipt-printers')
    await settled(page)
    assert.deepEqual(await axeFinds(page), [])
    await picture(page, 'receipt-printers-en-dark')
  })
})
