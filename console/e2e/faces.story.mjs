// The face service and its terminals: started at a port, a machine that knocks is registered, a person with a photo is
// pushed, the machine finds fault with the face, and the journal says so in words.
import assert from 'node:assert/strict'
import { createServer } from 'node:net'
import { dirname, join } from 'node:path'
import { after, before, describe } from 'node:test'
import { fileURLToPath } from 'node:url'
import { axeFinds, openBrowser, openWindow, picture, settled } from './browser.mjs'
import { done } from './counter.mjs'
import { startDemo } from './site.mjs'
import { LIMITS, newStage } from './stage.mjs'

const good = join(dirname(fileURLToPath(import.meta.url)), '..', '..', 'platform', 'src', 'test', 'resources', 'portraits', 'male-7.jpg')
const SERIAL = 'SPEEDFACE0042'

let demo
let browser
let window
let page
let port
const stage = newStage('faces')
const { open, press, inDialog, dialog, rowWith, story } = stage
const call = (...how) => done(page, ...how)

/** What a machine asks, in the words of its maker. */
async function machine(method, path, query = '', body = undefined) {
  const said = await fetch(`http://127.0.0.1:${port}/iclock/${path}?SN=${SERIAL}${query}`, { method, body })
  return { status: said.status, text: await said.text() }
}

async function tick() {
  await rowWith('一食堂大屏').getByRole('checkbox').focus()
  await page.keyboard.press('Space')
}

async function looksRight(name) {
  await page.mouse.move(0, 0)
  await settled(page)
  assert.deepEqual(await axeFinds(page), [])
  await picture(page, name)
}

describe('faces', LIMITS, () => {
  before(async () => {
    browser = await openBrowser()
    demo = await startDemo()
    window = await openWindow(browser)
    page = window.page
    await stage.enter(window, demo)
    port = await freePort()
  })

  after(async () => {
    await stage.leave(browser, demo)
  })

  story('M-224 M-225 the face service gets a port, is started, and its log says so', async () => {
    await open('/faces/service')
    await page.getByRole('status').getByText('已停止').first().waitFor()
    await press('改端口')
    await dialog().getByLabel('TCP 端口').fill(String(port))
    await inDialog('保存')
    await page.getByText(`端口 ${port}`).first().waitFor()
    await press('启动')
    await page.getByText(`服务已启动，端口 ${port}`).waitFor()
    await page.getByRole('status').getByText('运行中').first().waitFor()
    await looksRight('faces-service')
  })

  story('W-18 a machine that knocks is registered where it knocks', async () => {
    assert.equal((await machine('GET', 'cdata', '&options=all')).status, 403)
    await open('/faces/devices')
    await page.getByText(SERIAL).waitFor()
    await looksRight('faces-knocking')
    await press('登记')
    await dialog().getByLabel('名称').fill('一食堂大屏')
    await looksRight('faces-register')
    await inDialog('登记人脸机')
    await rowWith('一食堂大屏').waitFor()
    assert.equal((await machine('GET', 'cdata', '&options=all')).status, 200)
    await rowWith('一食堂大屏').getByText('在线', { exact: true }).waitFor()
  })

  story('M-222 M-223 a wrong code clears nothing, 888888 does', async () => {
    await tick()
    await press('清空人员')
    await dialog().getByLabel('确认码').fill('888887')
    window.expect(422, '/api/v1/face-pushes/clear')
    await dialog().getByRole('button', { name: '清空人员' }).click()
    await dialog().getByText('本次未清空').first().waitFor()
    await looksRight('faces-wrong-code')
    assert.equal((await machine('GET', 'getrequest')).text, 'OK\n')
    await dialog().getByLabel('确认码').fill('888888')
    await dialog().getByRole('button', { name: '清空人员' }).click()
    await dialog().waitFor({ state: 'detached' })
    const [line] = (await machine('GET', 'getrequest')).text.split('\n')
    assert.match(line, /:CLEAR ALL USERINFO$/)
    await machine('POST', 'devicecmd', '', `ID=${line.split(':')[1]}&Return=0&CMD=CLEAR\n`)
  })

  story('M-226 M-228 M-229 a person is pushed, and what the machine says of the face stands in the journal', async () => {
    const { items } = await call('GET', '/api/v1/people?limit=1')
    const person = items[0]
    await call('PUT', `/api/v1/people/${person.id}/photo-consent`, { givenBy: 'HOLDER', way: 'PAPER' })
    await open(`/people/${person.id}/photo`)
    await page.locator('input[type=file]').setInputFiles(good)
    await page.getByText('相片合格').first().waitFor()
    await page.getByRole('button', { name: '保存相片' }).click()
    await photoIsThere(person)
    await open('/faces/devices')
    await tick()
    await press('下发人员')
    await dialog().getByRole('combobox').fill(person.personNo)
    await page.getByRole('option').filter({ hasText: person.name }).first().click()
    await dialog().getByText(`${person.name} ${person.personNo}`).first().waitFor()
    await looksRight('faces-push')
    await inDialog('下发')
    await dialog().waitFor({ state: 'detached' })
    const lines = (await machine('GET', 'getrequest')).text.split('\n').filter((one) => one.startsWith('C:'))
    assert.equal(lines.length, 2)
    const ids = lines.map((line) => line.split(':')[1])
    await machine('POST', 'devicecmd', '', ids.map((id) => `ID=${id}&Return=0&CMD=DATA`).join('\n'))
    await open('/faces/pushes')
    await rowWith(person.name).getByText('成功').waitFor()
    await machine('POST', 'cdata', '&table=ERRORLOG', `ERRORLOG ErrCode=D01E0002\tErrMsg=\tDataOrigin=cmd\tCmdId=${ids[1]}\tAdditional=\n`)
    await rowWith(person.name).getByText('相片质量不合格').waitFor()
    await rowWith(person.name).getByText('人脸被遮挡').waitFor()
    await looksRight('faces-journal')
    await rowWith(person.name).getByRole('button', { name: '重发' }).click()
    await rowWith(person.name).getByText('等待').waitFor()
    const pin = (await call('GET', '/api/v1/face-pushes')).items[0].pin
    await machine('POST', 'cdata', '&table=ATTLOG', `${pin}\t2026-03-02 11:58:07\t0\t15\n`)
    await open('/faces/records')
    await rowWith(person.name).getByText('一食堂大屏').waitFor()
    await looksRight('faces-records')
  })

  story('the pages in English', async () => {
    await call('PUT', '/api/v1/session/language', { language: 'en' })
    for (const name of ['devices', 'pushes', 'records', 'service']) {
      await open(`/faces/${name}`)
      await looksRight(`faces-${name}-en`)
    }
    await call('PUT', '/api/v1/session/language', { language: 'zh-CN' })
  })
})

async function photoIsThere(person) {
  for (;;) {
    if ((await call('GET', `/api/v1/people/${person.id}/photo-record`)).photo) return
    await new Promise((resolve) => setTimeout(resolve, 200))
  }
}

/** A port nobody has at this moment. */
async function freePort() {
  const socket = createServer()
  await new Promise((ready) => socket.listen(0, '127.0.0.1', ready))
  const free = socket.address().port
  await new Promise((closed) => socket.close(closed))
  return free
}
