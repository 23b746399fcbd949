// Photos of people: with the camera, from a file, from a phone by a one-time link, many at once; seen at the desk.
import assert from 'node:assert/strict'
import { copyFileSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { after, before, describe } from 'node:test'
import { fileURLToPath } from 'node:url'
import { axeFinds, openBrowser, openWindow, picture, settled } from './browser.mjs'
import { done } from './counter.mjs'
import { cameraOn } from './camera.mjs'
import { startDemo } from './site.mjs'
import { LIMITS, newStage } from './stage.mjs'

const portraits = join(dirname(fileURLToPath(import.meta.url)), '..', '..', 'platform', 'src', 'test', 'resources', 'portraits')
const good = join(portraits, 'male-7.jpg')
const turned = join(portraits, 'female-66.jpg')

let demo
let browser
let window
let page
let folder
let people
const stage = newStage('photos')
const { see, open, story } = stage

const call = (...how) => done(page, ...how)
const record = (person) => call('GET', `/api/v1/people/${person.id}/photo-record`)

describe('photos', LIMITS, () => {
  before(async () => {
    folder = mkdtempSync(join(tmpdir(), 'onecard-photos-'))
    browser = await openBrowser(...(await cameraOn(good, join(folder, 'camera.y4m'))))
    demo = await startDemo()
    window = await openWindow(browser)
    page = window.page
    await stage.enter(window, demo)
    people = (await call('GET', '/api/v1/people')).items
  })

  after(async () => {
    await stage.leave(browser, demo)
    if (folder) rmSync(folder, { recursive: true, force: true })
  })

  story('M-131 M-135 notes the consent, takes a photo with the camera of the page and stores its crop, by keys', async () => {
    await open(`/people/${people[0].id}/photo?way=camera`)
    await see('尚未取得同意')
    await see('正对镜头，露出双耳')
    await page.getByRole('button', { name: '登记同意' }).press('Enter')
    await see('已同意')
    const take = page.getByRole('button', { name: '拍照' })
    await page.waitForFunction(() => document.querySelector('video')?.videoWidth > 0)
    await picture(page, 'photo-camera')
    assert.deepEqual(await axeFinds(page), [])
    await take.press('Enter')
    await see('相片合格')
    await picture(page, 'photo-checked')
    await page.getByRole('button', { name: '保存相片' }).press('Enter')
    await page.getByRole('img', { name: `${people[0].name} 的相片` }).waitFor()
    const { photo } = await record(people[0])
    assert.equal(photo.source, 'CAMERA')
    assert.ok(photo.bytes < 50_000)
    await picture(page, 'photo-stored')
  })

  story('M-135 M-138 says why a photo is refused, in English and dark, and takes it all the same with the permission', async () => {
    await call('PUT', '/api/v1/session/language', { language: 'en' })
    await call('PUT', `/api/v1/people/${people[1].id}/photo-consent`, { givenBy: 'GUARDIAN', guardian: '张父', way: 'PAPER' })
    await page.evaluate(() => localStorage.setItem('onecard.dark', 'yes'))
    await open(`/people/${people[1].id}/photo`)
    await page.locator('input[type=file]').setInputFiles(turned)
    await see('The photo is not good enough')
    await see('Look straight into the camera')
    await settled(page)
    await picture(page, 'photo-refused-en-dark')
    assert.deepEqual(await axeFinds(page), [])
    await page.getByRole('button', { name: 'Accept anyway' }).click()
    await see('Did not pass the check, accepted by')
    await page.evaluate(() => localStorage.setItem('onecard.dark', 'no'))
    await call('PUT', '/api/v1/session/language', { language: 'zh-CN' })
  })

  story('M-132 makes a one-time link; a phone that is signed in nowhere sends a photo by it, once', async () => {
    await open(`/people/${people[2].id}/photo?way=phone`)
    await page.getByRole('button', { name: '生成链接' }).click()
    await page.getByRole('img', { name: '链接的二维码' }).waitFor()
    await picture(page, 'photo-link')
    assert.deepEqual(await axeFinds(page), [])
    const url = await page.getByLabel('链接', { exact: true }).inputValue()
    const phone = await openWindow(browser, { viewport: { width: 390, height: 844 }, hasTouch: true })
    phone.expect(401, '/api/v1/session')
    phone.expect(410, '/api/v1/photo-link/open')
    await phone.page.goto(url)
    await phone.page.getByText('我同意', { exact: true }).click()
    assert.ok(!(await phone.page.content()).includes(people[2].personNo), 'the phone learns no number')
    await phone.page.locator('input[type=file]').last().setInputFiles(good)
    await phone.page.getByText('相片合格').waitFor()
    await picture(phone.page, 'photo-phone', { fullPage: true })
    assert.deepEqual(await axeFinds(phone.page), [])
    assert.ok(await phone.page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth), 'the phone scrolls down only')
    await phone.page.getByRole('button', { name: '就用这张' }).click()
    await phone.page.getByText('相片已收到').waitFor()
    await phone.page.reload()
    await phone.page.getByText('链接已失效').waitFor()
    assert.deepEqual(phone.troubles(), [])
    await phone.context.close()
    const { photo, consent } = await record(people[2])
    assert.equal(photo.source, 'PHONE')
    assert.equal(consent.way, 'PHONE')
  })

  story('M-133 M-134 M-137 M-138 imports a folder of photos, lists what was refused with its picture, accepts one, fetches the crops', async () => {
    const photos = join(folder, '一班')
    mkdirSync(photos)
    copyFileSync(good, join(photos, `${people[3].personNo}.jpg`))
    copyFileSync(turned, join(photos, `${people[4].personNo}.jpg`))
    copyFileSync(good, join(photos, 'nobody.jpg'))
    await open('/photos/batch')
    await picture(page, 'photo-batch')
    assert.deepEqual(await axeFinds(page), [])
    await page.getByRole('combobox', { name: '同意书' }).press('ArrowDown')
    await page.getByRole('option', { name: '全部相片都有监护人签字的纸质同意书' }).click()
    await page.locator('input[webkitdirectory]').setInputFiles(photos)
    await see('已保存 1 张')
    await see('2 张未保存')
    await see('没有这个编号的人')
    await settled(page)
    await picture(page, 'photo-batch-result')
    assert.deepEqual(await axeFinds(page), [])
    await page.getByRole('button', { name: '仍然接受' }).click()
    await see('已保存 2 张')
    const fetched = page.waitForEvent('download')
    await page.getByRole('button', { name: '下载剪裁后的 2 张（cut）' }).click()
    assert.equal((await fetched).suggestedFilename(), 'cut.zip')
    assert.equal((await record(people[4])).photo.source, 'BATCH')
  })

  story('M-135 shows who stands at the desk, with the photo', async () => {
    await open(`/desk?person=${people[0].id}`)
    await page.getByRole('img', { name: `${people[0].name} 的相片` }).waitFor()
    await settled(page)
    await picture(page, 'photo-desk')
    assert.deepEqual(await axeFinds(page), [])
    await open(`/people/${people[0].id}`)
    await page.getByRole('img', { name: `${people[0].name} 的相片` }).waitFor()
    await picture(page, 'photo-person')
    assert.deepEqual(await axeFinds(page), [])
  })
})
