// What stories do beside the pages: commands to the platform, cards laid on the reader, meals bought at a till.
import assert from 'node:assert/strict'
import { command } from './browser.mjs'

/** Commands the platform as the page's own operator may; it must be done. */
export async function done(page, method, path, body, headers) {
  const answer = await command(page, method, path, body, headers)
  assert.ok(answer.status < 300, `${method} ${path}: ${answer.status} ${JSON.stringify(answer.body)}`)
  return answer.body
}

/** A reader types the card like a very fast keyboard, wherever the hands are: in one go, because on a busy machine the keys of a test come apart like a person's. */
export const tapCard = (page, uid) =>
  page.evaluate((typed) => {
    const press = (code) => (document.activeElement ?? document.body).dispatchEvent(new KeyboardEvent('keydown', { code, bubbles: true, cancelable: true }))
    for (const character of typed) press(/\d/.test(character) ? `Digit${character}` : `Key${character}`)
    press('Enter')
  }, uid)

/** A till of the sample school, asked over the network as every till is. */
export function tillOf(demo, serial) {
  const at = new URL(demo.terminalPage)
  const address = `${at.origin}/api/terminals/${serial}`

  async function ask(cardUid, amountCents) {
    const answer = await fetch(`${address}/purchase${at.search}`, { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify({ cardUid, amountCents }) })
    return answer.json()
  }

  /** Asks again where the site wants five seconds between two purchases of one person. */
  async function buy(cardUid, amountCents) {
    for (;;) {
      const answer = await ask(cardUid, amountCents)
      if (answer.refusal !== 'REPEAT_TOO_SOON') return answer
      await new Promise((resolve) => setTimeout(resolve, 500))
    }
  }

  return { ask, buy, state: async () => (await fetch(address + at.search)).json() }
}
