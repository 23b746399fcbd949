// Takes a picture of every page in both languages, light and dark, on two screens, for a person to look at.
//   node e2e/look.mjs FOLDER [WORD…]     only pages whose name contains one of the words
import { mkdirSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { command, openBrowser, openWindow, settled } from './browser.mjs'
import { startDemo, startPlatform } from './site.mjs'

const [folder = 'target/look', ...words] = process.argv.slice(2)
const sizes = [{ width: 1440, height: 900 }, { width: 1280, height: 800 }]
const wanted = (name) => words.length === 0 || words.some((word) => name.includes(word))
const languages = ['zh-CN', 'en']
const themes = ['light', 'dark']
const ENOUGH_PURCHASES = 40
const HIGHEST = 4_000
mkdirSync(folder, { recursive: true })

const browser = await openBrowser()
let taken = 0
const strange = []

/** The whole page, as on a screen that is high enough for it; a dialog as it lies over the page. */
async function shoot(page, name, whole = true) {
  const size = page.viewportSize()
  const height = whole ? await page.evaluate(() => document.documentElement.scrollHeight) : 0
  if (height > size.height) {
    await page.setViewportSize({ width: size.width, height: Math.min(height, HIGHEST) })
    await settled(page)
  }
  await page.screenshot({ path: join(folder, `${name}.png`) })
  if (height > size.height) await page.setViewportSize(size)
  taken++
}

/** The pages of the menu, read from the menu itself, and those behind them. */
async function pagesOf(page) {
  const menu = await page.getByRole('navigation').getByRole('link').evaluateAll((links) => links.map((link) => link.getAttribute('href')))
  const people = (await command(page, 'GET', '/api/v1/people')).body.items
  const rules = (await command(page, 'GET', '/api/v1/rules')).body.items
  return [
    ...menu.map((path) => ({ name: path.slice(1).replaceAll('/', '-'), path })),
    ...(rules.length ? [{ name: 'rule', path: `/rules/${rules[0].id}` }] : []),
    { name: 'rule-new', path: '/rules/new' },
    { name: 'rule-try', path: '/rules/try' },
    { name: 'card-issuers', path: '/terminals/issuers' },
    { name: 'password', path: '/password' },
    { name: 'forbidden', path: '/forbidden' },
    { name: 'not-found', path: '/no-such-page' },
    ...['people', 'groups', 'merchants', 'meals', 'terminals', 'terminals/issuers', 'system/operators'].map((room) => ({ name: `${room.replace('/', '-')}-new`, path: `/${room}`, then: (at) => at.locator('header .el-button--primary').first().click(), window: true })),
    ...(people.length ? behindRows(people[0]) : []),
  ]
}

/** What opens from a row, where there are rows. */
const behindRows = (person) => [
  { name: 'person', path: `/people/${person.id}` },
  { name: 'person-photo', path: `/people/${person.id}/photo` },
  { name: 'person-refusals', path: `/people/${person.id}`, then: (at) => at.getByRole('tab').last().click() },
  { name: 'person-edit', path: `/people/${person.id}`, then: (at) => at.locator('.actions .el-button').first().click(), window: true },
  { name: 'person-leaves', path: `/people/${person.id}`, then: (at) => at.locator('.actions .el-button').nth(1).click(), window: true },
  { name: 'meals-hours', path: '/meals', then: (at) => at.locator('tbody .el-button').first().click(), window: true },
  { name: 'terminal-details', path: '/terminals', then: (at) => at.locator('tbody .link').first().click(), window: true },
  { name: 'purchase-details', path: '/purchases', then: (at) => at.locator('tbody .link').first().click(), window: true },
  { name: 'today-table', path: '/today', then: (at) => at.locator('.by-meal .link').click() },
  {
    name: 'desk-person', path: '/desk/top-up',
    then: async (at) => {
      await at.getByRole('combobox').first().fill(person.personNo)
      await at.getByRole('listbox').first().locator('[role=option]').first().click()
      await at.locator('.person').waitFor()
    },
  },
]

async function everyPage(site, signIn, prefix) {
  for (const size of sizes) {
    const { page, troubles, expect } = await openWindow(browser, { viewport: size })
    expect(401, '/api/v1/session')
    await page.goto(site.console)
    await page.waitForURL(/sign-in|setup/)
    await signIn(page)
    const pages = (await pagesOf(page)).filter(({ name }) => wanted(prefix + name))
    for (const language of languages) {
      await command(page, 'PUT', '/api/v1/session/language', { language })
      for (const theme of themes) {
        await page.evaluate((dark) => localStorage.setItem('onecard.dark', dark ? 'yes' : 'no'), theme === 'dark')
        for (const { name, path, then, window } of pages) {
          try {
            await page.goto(new URL(path, site.console).href)
            await settled(page)
            await then?.(page)
            await settled(page)
            await shoot(page, `${prefix}${name}.${language}.${theme}.${size.width}`, !window)
          } catch (trouble) {
            strange.push(`${prefix}${name} ${language} ${theme} ${size.width}: ${trouble.message.split('\n')[0]}`)
            await shoot(page, `${prefix}${name}.${language}.${theme}.${size.width}.failed`)
          }
          strange.push(...troubles().map((one) => `${prefix}${name}: ${one}`))
        }
      }
    }
    await page.context().close()
  }
}

async function signIn(page, name, password) {
  const answer = await command(page, 'POST', '/api/v1/session', { name, password })
  if (answer.status !== 200) throw new Error(`Sign-in answered ${answer.status}`)
  await page.goto(new URL('/today', page.url()).href)
  await settled(page)
}

async function everyTill(demo) {
  for (const size of [...sizes, { width: 390, height: 844 }, { width: 1024, height: 600 }]) {
    for (const language of languages) {
      for (const theme of themes) {
        const { page } = await openWindow(browser, { viewport: size, locale: language, colorScheme: theme })
        await page.goto(`${demo.terminalPage}&lang=${language}`)
        await page.locator('.display .clock').waitFor()
        const name = (state) => `till-${state}.${language}.${theme}.${size.width}`
        const press = (key) => page.keyboard.press(key)
        const tap = (at) => page.locator('.slots .card').nth(at).click()
        await shoot(page, name('standby'))
        for (const key of ['1', '2', '.', '5']) await press(key)
        await shoot(page, name('typed'))
        await tap(taken % 30)
        await page.locator('.display .amount, .display .word').first().waitFor()
        await page.locator('.lamp.yes, .lamp.no').waitFor()
        await shoot(page, name('sale'))
        await press('Escape')
        for (const key of ['9', '9', '9', '9']) await press(key)
        await tap(40 + (taken % 30))
        await page.locator('.lamp.no').waitFor()
        await shoot(page, name('refused'))
        await press('Escape')
        await tap(2)
        await page.locator('.lamp.yes, .lamp.no').waitFor()
        await shoot(page, name('inquiry'))
        await press('s')
        await page.locator('.lamp.idle').waitFor()
        await shoot(page, name('statistics'))
        await press('ArrowUp')
        await page.locator('.display .body').getByText('#').first().waitFor()
        await shoot(page, name('slips'))
        await page.context().close()
      }
    }
  }
}

const demo = await startDemo()
try {
  const { page } = await openWindow(browser)
  await page.goto(demo.console)
  await signIn(page, demo.name, demo.password)
  await page.evaluate(async (enough) => {
    const count = async () => (await (await fetch('/api/v1/today')).json()).totals.count
    while ((await count()) < enough) await new Promise((resolve) => setTimeout(resolve, 1_000))
  }, ENOUGH_PURCHASES)
  await page.context().close()
  if (wanted('till')) await everyTill(demo)
  await everyPage(demo, (at) => signIn(at, demo.name, demo.password), '')
} finally {
  await demo.end()
}

if (wanted('empty')) {
  const fresh = await startPlatform()
  try {
    const first = await openWindow(browser)
    await first.page.goto(fresh.console)
    await first.page.waitForURL('**/setup')
    await settled(first.page)
    await shoot(first.page, 'empty-setup-1.zh-CN.light.1280')
    const admin = { name: 'admin', password: 'look-at-it-once' }
    await command(first.page, 'POST', '/api/v1/setup/administrator', { secret: fresh.setupSecret, ...admin })
    await first.page.goto(new URL('/sign-in', fresh.console).href)
    await settled(first.page)
    await shoot(first.page, 'empty-sign-in.zh-CN.light.1280')
    await command(first.page, 'POST', '/api/v1/session', admin)
    await first.page.goto(fresh.console)
    await first.page.waitForURL('**/setup')
    await settled(first.page)
    await shoot(first.page, 'empty-setup-2.zh-CN.light.1280')
    await command(first.page, 'POST', '/api/v1/setup/unit', { unitName: '某某市第一中学', wording: 'SCHOOL', zone: 'Asia/Shanghai' })
    await first.context.close()
    await everyPage(fresh, (at) => signIn(at, admin.name, admin.password), 'empty-')
  } finally {
    await fresh.end()
  }
}
await browser.close()
console.log(`${taken} pictures in ${resolve(folder)}`)
if (strange.length) {
  console.log(strange.join('\n'))
  process.exitCode = 1
}
