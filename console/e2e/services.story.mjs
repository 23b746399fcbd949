// The services terminals talk to: both run from the start, what they answer is seen as it happens, a port that is taken
// is refused by name, another instance is added, started and stopped, and the port test says how the port is.
import assert from 'node:assert/strict'
import { createSocket } from 'node:dgram'
import { after, before, describe } from 'node:test'
import { axeFinds, openBrowser, openWindow, picture, settled } from './browser.mjs'
import { done, tillOf } from './counter.mjs'
import { startDemo } from './site.mjs'
import { LIMITS, newStage } from './stage.mjs'

let demo
let browser
let window
let page
const stage = newStage('services')
const { see, open, press, inDialog, dialog, story } = stage

const call = (...how) => done(page, ...how)
const rowOf = (name) => page.getByRole('row').filter({ hasText: name }).first()
const services = async () => (await call('GET', '/api/v1/services')).items

describe('services', LIMITS, () => {
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

  story('M-203 M-209 both services run, and what a till sells stands in the log within seconds', async () => {
    const serial = (await call('GET', '/api/v1/terminals')).items.find((one) => one.lamp === 'GREEN').serial
    await open('/terminals/services')
    await rowOf('联机交易').getByText('运行中').waitFor()
    await rowOf('通讯前置').getByText('运行中').waitFor()
    const log = page.getByRole('region', { name: '联机情况：联机交易' })
    await tillOf(demo, serial).buy(demo.cards[0].uid, 123)
    await tillOf(demo, serial).buy('0BADCA2D', 123)
    await log.getByText('非法卡').first().waitFor()
    await page.getByText('只看拒绝').click()
    await log.getByText('成功', { exact: true }).first().waitFor({ state: 'detached' })
    await log.getByText('非法卡').first().waitFor()
    await press('暂停')
    await see('已暂停')
    await settled(page)
    assert.deepEqual(await axeFinds(page), [])
    await picture(page, 'services')
    await press('继续')
  })

  story('M-210 the port test says in words how the port is', async () => {
    await rowOf('联机交易').getByRole('button', { name: '端口自检' }).click()
    await dialog().getByText('只对本机开放').waitFor()
    await settled(page)
    assert.deepEqual(await axeFinds(page), [])
    await picture(page, 'services-port-test')
    await page.keyboard.press('Escape')
  })

  story('M-203 M-204 a taken port is refused by name; another instance serves the ticked terminals', async () => {
    const taken = (await services())[1].openPort
    await press('添加服务')
    await dialog().getByLabel('名称').fill('二食堂联机')
    await dialog().getByLabel('UDP 端口').fill(String(taken))
    await dialog().getByText('勾选的消费机', { exact: true }).first().click()
    await dialog().getByRole('checkbox').first().focus()
    await page.keyboard.press('Space')
    window.expect(422, '/api/v1/services')
    await inDialog('添加服务')
    await dialog().getByText(`UDP ${taken} 已被列表中的另一个服务使用`).first().waitFor()
    await settled(page)
    await picture(page, 'services-port-taken')
    const free = await freePort()
    await dialog().getByLabel('UDP 端口').fill(String(free))
    await inDialog('添加服务')
    await rowOf('二食堂联机').getByText('已停止').waitFor()
    await rowOf('二食堂联机').getByRole('button', { name: '启动' }).click()
    await rowOf('二食堂联机').getByText('运行中').waitFor()
    await rowOf('二食堂联机').getByText('勾选 1 台').waitFor()
    await rowOf('二食堂联机').getByRole('button', { name: '停止' }).click()
    await page.getByRole('dialog').getByRole('button', { name: '停止' }).click()
    await rowOf('二食堂联机').getByText('已停止').waitFor()
    await rowOf('二食堂联机').getByRole('button', { name: '删除' }).click()
    await page.getByRole('dialog').getByRole('button', { name: '删除' }).click()
    await rowOf('二食堂联机').waitFor({ state: 'detached' })
    assert.equal((await services()).length, 2)
  })

  story('the page in English', async () => {
    await call('PUT', '/api/v1/session/language', { language: 'en' })
    await open('/terminals/services')
    await rowOf('Online trade').getByText('Running').waitFor()
    await settled(page)
    assert.deepEqual(await axeFinds(page), [])
    await picture(page, 'services-en')
    await call('PUT', '/api/v1/session/language', { language: 'zh-CN' })
  })
})

/** A port nobody has at this moment. */
async function freePort() {
  const socket = createSocket('udp4')
  await new Promise((ready) => socket.bind(0, '127.0.0.1', ready))
  const { port } = socket.address()
  await new Promise((closed) => socket.close(closed))
  return port
}
