import { afterEach, describe, expect, it } from 'vitest'
import { createApp, h, type App } from 'vue'
import { cents } from '@/shared/money'
import type { Till } from './api'
import { faceOf } from './face'
import { entered, root, shownFrom, type Entry } from './menu'
import TillDisplay from './TillDisplay.vue'
import { dictionaries, language, words } from './words'

const press = (kind: 'number' | 'ip', ...keys: string[]): string => keys.reduce((text, key) => entered(text, key, kind, 4), '')
const till: Till = { serial: 'T1', machineNo: 7, merchant: '一食堂', mode: 'FREE_AMOUNT', online: true, stored: 0, storeMost: 5_000 }

describe('the menu', () => {
  it.each([
    ['number', ['1', '2', '3', '4', '5'], '1234'], ['number', ['1', '.', '2'], '12'], ['number', ['1', 'clear', '2', 'back'], ''],
    ['ip', [...'192.168.1.20'], '192.168.1.20'], ['ip', [...'1234.5'], '123.5'], ['ip', [...'..1.'], '1.'], ['ip', [...'1.2.3.4.5'], '1.2.3.45'],
  ] as const)('makes of %s keys %j %s', (kind, keys, text) => {
    expect(press(kind, ...keys)).toBe(text)
  })

  it('keeps the chosen line on the display', () => {
    expect([0, 3, 4, 5].map((chosen) => shownFrom(chosen, 6, 4))).toEqual([0, 0, 1, 2])
    expect(shownFrom(1, 2, 4)).toBe(0)
  })

  it('has a word for every entry in both languages', () => {
    const all = (entries: Entry[]): Entry[] => entries.flatMap((entry) => [entry, ...('entries' in entry ? all(entry.entries) : [])])
    for (const { word } of all(root)) for (const dictionary of Object.values(dictionaries)) expect(dictionary.menu[word]).toBeTruthy()
  })
})

describe('the display', () => {
  let app: App | undefined
  afterEach(() => app?.unmount())

  function shown(more: Partial<Till>, low = false): string {
    const place = document.createElement('div')
    const screen = low ? { show: 'approved' as const, counted: false, sale: { result: 'approved' as const, chargedCents: cents(900), cashLeftCents: cents(300) } } : { show: 'standby' as const }
    app = createApp({ render: () => h(TillDisplay, { till: { ...till, ...more }, screen, text: '', linked: more.online ?? true, time: '12:00', low }) })
    app.mount(place)
    return place.textContent ?? ''
  }

  it('says when the store fills up, and when it is full', () => {
    language.value = 'zh-CN'
    expect(shown({ stored: 4_499 })).not.toContain('存储')
    expect(shown({ stored: 4_500 })).toContain('存储将满 4500/5000')
    expect(shown({ stored: 5_000 })).toContain('记录已存满')
  })

  it('says who sells alone, and why', () => {
    expect(shown({ byHandSince: '2026-09-01T04:00:00Z', purchaseMode: 'STORE_AND_FORWARD' })).toContain('记账消费')
    expect(shown({ purchaseMode: 'STORE_AND_FORWARD' })).toContain('脱机记账')
    expect(shown({ aloneSince: '2026-09-01T04:00:00Z', online: false })).toMatch(/断线.*自动脱机/)
  })

  it('hints at a low balance, to the customer as well', () => {
    expect(shown({}, true)).toContain('余额不多')
    const sale = { result: 'approved' as const, chargedCents: cents(900), cashLeftCents: cents(300) }
    expect(faceOf(till, { show: 'approved', counted: false, sale }, '', true)).toMatchObject({ tone: 'yes', big: '¥9.00', hint: words().lowBalance })
    expect(faceOf(till, { show: 'askVoid', text: '1' }, '', false).big).toBe('')
  })
})
