import { describe, expect, it } from 'vitest'
import { refusals } from '@/api/types'
import type { Words } from './room'
import { i18n, rooms, t, wordsOf } from './words'

const keys = (words: Words, before = ''): string[] =>
  Object.entries(words).flatMap(([key, value]) => (typeof value === 'string' ? [before + key] : keys(value, `${before}${key}.`)))

const values = (words: Words): string[] => Object.values(words).flatMap((value) => (typeof value === 'string' ? [value] : values(value)))

const placeholders = (words: Words, before = ''): Record<string, string> =>
  Object.fromEntries(
    Object.entries(words).flatMap(([key, value]) =>
      typeof value === 'string'
        ? [[before + key, (value.match(/\{\w+\}/g) ?? []).sort().join()]]
        : Object.entries(placeholders(value, `${before}${key}.`)),
    ),
  )

describe('the words', () => {
  it('say the same things in both languages', () => {
    expect(keys(wordsOf('en')).sort()).toEqual(keys(wordsOf('zh-CN')).sort())
  })

  it('have the same places to fill in both languages', () => {
    expect(placeholders(wordsOf('en'))).toEqual(placeholders(wordsOf('zh-CN')))
  })

  it('are never empty, and English has no Chinese in it', () => {
    expect(values(wordsOf('en')).concat(values(wordsOf('zh-CN'))).filter((word) => !word.trim())).toEqual([])
    expect(values(wordsOf('en')).filter((word) => /[\u4e00-\u9fff]/.test(word))).toEqual(['中文'])
  })

  it('are punctuated as Chinese is', () => {
    expect(values(wordsOf('zh-CN')).filter((word) => /[\u4e00-\u9fff][,:;?!(]|[,:;?!)][\u4e00-\u9fff]/.test(word))).toEqual([])
  })

  it('can all be read by the CSP-safe interpreter, in both languages', () => {
    for (const language of ['zh-CN', 'en'] as const) {
      i18n.global.locale.value = language
      for (const key of keys(wordsOf(language))) {
        expect(t(key, { seconds: 1 }), key).not.toBe(key)
      }
    }
  })

  it('know every refusal and what to do then', () => {
    for (const refusal of refusals) {
      expect(keys(wordsOf('en'))).toContain(`shared.refusal.${refusal}`)
      expect(keys(wordsOf('en'))).toContain(`shared.refusalNext.${refusal}`)
    }
  })

  it('name every page in the menu', () => {
    for (const room of rooms) {
      for (const entry of room.menu) {
        expect(keys(wordsOf('en')), entry.title).toContain(`${room.name}.${entry.title}`)
        expect(room.routes.flatMap((route) => [route.name, ...(route.children ?? []).map((child) => child.name)])).toContain(entry.route)
      }
    }
  })
})
