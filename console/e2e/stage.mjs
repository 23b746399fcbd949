// What the stories told in one window share: the words they are told with, and an end at the first trouble.
import assert from 'node:assert/strict'
import { it } from 'node:test'
import { picture, settled } from './browser.mjs'
import { done } from './counter.mjs'

/** No story hangs for ever; how fast it is told says nothing, because others are told beside it. */
export const LIMITS = { timeout: 900_000 }

/** @param name begins the names of the pictures of what failed */
export function newStage(name) {
  const stage = {
    window: undefined,
    /** Where the console is. */
    console: undefined,
    /** The first story that failed; what comes after it would only fail for the same reason. */
    broken: undefined,
  }
  const page = () => stage.window.page
  const button = (where, text) => where.getByRole('button', { name: text, exact: true }).first().click()
  const dialog = () => page().getByRole('dialog')
  return Object.assign(stage, {
    /** Opens the console of a demo in this window, signed in as its operator. */
    async enter(window, demo) {
      Object.assign(stage, { window, console: demo.console })
      // Who is not signed in asks who he is.
      window.expect(401, '/api/v1/session')
      await page().goto(demo.console)
      await page().waitForURL(/sign-in|setup|today/)
      await done(page(), 'POST', '/api/v1/session', { name: demo.name, password: demo.password })
    },
    /** Ends browser and platform; if a story failed, what the platform said is told. */
    async leave(browser, site) {
      await browser?.close()
      const said = await site?.end()
      if (stage.broken && said) console.error(`The platform said:\n${said}`)
    },
    see: (text, exact = false) => page().getByText(text, { exact }).first().waitFor(),
    open: async (path) => {
      await page().goto(new URL(path, stage.console).href)
      await settled(page())
    },
    dialog,
    press: (text) => button(page(), text),
    inDialog: (text) => button(dialog(), text),
    rowWith: (text) => page().getByRole('row').filter({ hasText: text }).first(),
    /** A test that ends at the first trouble the browser saw, and leaves a picture of it. */
    story(title, tell) {
      it(title, async (test) => {
        if (stage.broken && !process.env.ONECARD_GO_ON) return test.skip(`“${stage.broken}” failed before`)
        try {
          await tell()
          assert.deepEqual(stage.window.troubles(), [], 'the browser saw no trouble')
        } catch (trouble) {
          stage.broken = title
          await picture(page(), `failed-${name}-${title.replace(/\W+/g, '-').slice(0, 50)}`).catch(() => undefined)
          throw trouble
        }
      })
    },
  })
}
