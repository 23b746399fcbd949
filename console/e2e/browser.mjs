// A browser that notices what a person would not: errors in the console, failed requests, strangers.
import { execFileSync } from 'node:child_process'
import { mkdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { chromium } from 'playwright-core'

const here = dirname(dirname(fileURLToPath(import.meta.url)))
export const screens = join(here, 'target', 'screens')
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
/** Longer than anything a page waits for (terminals report every thirty seconds), on a machine that has other work as well. */
const PATIENCE_MS = 90_000

export async function openBrowser(...more) {
  mkdirSync(screens, { recursive: true })
  return chromium.launch({
    executablePath: chromiumPath(),
    args: [
      '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync',
      // Works with no route to anywhere: names of strangers do not even resolve.
      '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost, EXCLUDE 127.0.0.1',
      ...more,
    ],
  })
}

function chromiumPath() {
  if (process.env.ONECARD_CHROMIUM) return process.env.ONECARD_CHROMIUM
  for (const name of ['chromium', 'chromium-browser', 'google-chrome']) {
    try {
      return execFileSync('sh', ['-c', `command -v ${name}`], { encoding: 'utf8' }).trim()
    } catch {
      // The next one.
    }
  }
  throw new Error('No Chromium found. Debian: apt-get install chromium')
}

/** A window whose troubles are written down; `troubles()` says them and forgets them. */
export async function openWindow(browser, options = {}) {
  const context = await browser.newContext({
    ignoreHTTPSErrors: true, viewport: { width: 1280, height: 800 }, locale: 'zh-CN', timezoneId: 'Asia/Shanghai', acceptDownloads: true, reducedMotion: 'reduce', ...options,
  })
  context.setDefaultTimeout(PATIENCE_MS)
  const found = []
  const expected = []
  const foreseen = (status, url) => expected.some((one) => one.status === status && url.includes(one.path))
  context.on('request', (request) => {
    const { hostname, protocol } = new URL(request.url())
    if (protocol.startsWith('http') && !['localhost', '127.0.0.1'].includes(hostname)) found.push(`A stranger was asked: ${request.url()}`)
  })
  context.on('response', (response) => {
    if (response.status() >= 400 && !foreseen(response.status(), response.url())) found.push(`${response.status()} ${response.request().method()} ${response.url()}`)
  })
  context.on('requestfailed', (request) => {
    const why = request.failure()?.errorText ?? ''
    // Leaving a page ends what it still asked for; a download leaves the page by design.
    if (why !== 'net::ERR_ABORTED') found.push(`${why} ${request.method()} ${request.url()}`)
  })
  context.on('console', (message) => {
    if (message.type() !== 'error') return
    const status = Number(/status of (\d{3})/.exec(message.text())?.[1] ?? 0)
    if (!foreseen(status, message.location().url)) found.push(`Console: ${message.text()} (${message.location().url})`)
  })
  context.on('weberror', (error) => found.push(`Script: ${error.error().stack ?? error.error()}`))
  await context.addInitScript(() => {
    const ask = window.fetch
    window.stillAsking = 0
    window.fetch = (...what) => {
      window.stillAsking++
      return ask(...what).finally(() => window.stillAsking--)
    }
  })
  const page = await context.newPage()
  return {
    context,
    page,
    /** Says that an answer with this status is part of the story. */
    expect: (status, path) => expected.push({ status, path }),
    troubles: () => found.splice(0),
  }
}

/** Waits until the page is at rest: a title, nothing being read, nothing moving. */
export async function settled(page) {
  await page.locator('h1').first().waitFor()
  await resting(page)
}

const resting = (page) =>
  page.waitForFunction(
    () => !window.stillAsking && !document.querySelector('[aria-busy="true"], .el-loading-mask, .is-loading') && document.getAnimations().every((one) => one.playState !== 'running' || one.effect?.getTiming().iterations === Infinity),
  )

export const picture = (page, name, options = {}) => page.screenshot({ path: join(screens, `${name}.png`), ...options })

/** What axe finds serious or critical, each in one line. */
export async function axeFinds(page) {
  await resting(page)
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axe)
  const result = await page.evaluate(() => window.axe.run(document, { resultTypes: ['violations'] }))
  return result.violations
    .filter((one) => one.impact === 'serious' || one.impact === 'critical')
    .map((one) => `${one.impact} ${one.id}: ${one.help} (${one.nodes.slice(0, 3).map((node) => node.target.join(' ')).join('; ')})`)
}

/** The same on several pages, each named with the words in which it was looked at. */
export async function axeFindsOn(page, paths, open, words) {
  const found = []
  for (const path of paths) {
    await open(path)
    found.push(...(await axeFinds(page)).map((one) => `${words} ${path}: ${one}`))
  }
  return found
}

/** Chooses an option of one of Element Plus' lists. */
export async function choose(field, option) {
  // By keyboard: the words of an empty list lie over its field.
  await field.press('ArrowDown')
  await field.page().locator('.el-select-dropdown:visible').getByRole('option', { name: option, exact: true }).click()
}

/** Sends a command as the signed-in page would. */
export const command = (page, method, path, body, headers = {}) =>
  page.evaluate(
    async ([how, where, what, more]) => {
      const token = document.cookie.split('; ').find((part) => part.startsWith('XSRF-TOKEN='))?.slice('XSRF-TOKEN='.length) ?? ''
      const response = await fetch(where, {
        method: how, headers: { 'Content-Type': 'application/json', 'X-XSRF-TOKEN': decodeURIComponent(token), ...more }, body: what === undefined ? undefined : JSON.stringify(what),
      })
      const text = await response.text()
      return { status: response.status, body: text ? JSON.parse(text) : undefined }
    },
    [method, path, body, headers],
  )
