import { describe, expect, it } from 'vitest'
import { refusals } from '@/api/types'
import { keyed, keyOf, typed } from './keypad'
import { dictionaries, fill } from './words'

const press = (...keys: string[]): string => keys.reduce(typed, '')

describe('the keypad', () => {
  it.each([
    [['1', '2'], 1200], [['1', '2', '.', '5'], 1250], [['.', '0', '5'], 5], [['0', '0', '7'], 700], [['1', '.', '2', '3', '4'], 123], [['1', '2', 'back'], 100],
    [['1', '.', '.', '5'], 150], [[], 0], [['1', '2', '3', '4', '5', '6'], 1234500],
    [['1', '2', '+', '3', '.', '5'], 1550], [['+', '5', '+', '+', '1'], 600], [['5', '+', 'clear', '7'], 700], [['9', '9', '9', '9', '9', '+', '9', '9'], 9999900],
  ])('makes of %j %i cents', (keys, expected) => {
    expect(keyed(press(...keys))).toBe(expected)
  })

  it('knows the keyboard', () => {
    const stroke = (key: string) => keyOf({ key, ctrlKey: false, altKey: false, metaKey: false })
    expect(stroke('Enter')).toBe('ok')
    expect(stroke('7')).toBe('7')
    expect(stroke('x')).toBeUndefined()
    expect(keyOf({ key: '7', ctrlKey: true, altKey: false, metaKey: false })).toBeUndefined()
  })
})

describe('the till’s words', () => {
  const keys = (words: object, before = ''): string[] =>
    Object.entries(words).flatMap(([key, value]) => (typeof value === 'string' ? [before + key] : keys(value as object, `${before}${key}.`)))

  it('are complete in both languages', () => {
    expect(keys(dictionaries.en).sort()).toEqual(keys(dictionaries['zh-CN']).sort())
    for (const refusal of refusals) expect(dictionaries.en.refusal[refusal]).toBeTruthy()
  })

  it('are filled in', () => {
    expect(fill('{no}号机', { no: 7 })).toBe('7号机')
  })
})
