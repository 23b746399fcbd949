// What the stories told in one window share: the words they are told with, and an end at the first trouble.
import assert from 'node:assert/strict'
import { it } from 'node:test'
import { picture, settled } from './browser.mjs'

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
