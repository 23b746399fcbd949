import { describe, expect, it } from 'vitest'
import type { ParameterValues } from '@/api/types'
import { cents } from '@/shared/money'
import { differing, filledFrom, patchFrom } from './parameterForm'

const usual: ParameterValues = {
  mode: 'FREE_AMOUNT', fixedCents: cents(0), purchaseMode: 'ONLINE', physicalNumber: true, checkAllowList: false, repeatSeconds: 5, tillMillis: 3_000, heartbeatSeconds: 30,
  offline: { purchaseCents: cents(5_000), terminalCents: cents(500_000), listAgeSeconds: 86_400 },
  slots: [{ weekdays: [1, 7], from: '23:00', to: '24:00', mode: 'FIXED_AMOUNT', fixedCents: cents(800) }],
}

describe('parameters', () => {
  it('sends what was ticked, and nothing else', () => {
    expect(patchFrom(filledFrom(usual), new Set(['repeatSeconds', 'checkAllowList']))).toEqual({ repeatSeconds: 5, checkAllowList: false })
    expect(patchFrom(filledFrom(usual), new Set())).toEqual({})
  })

  it('sends the mode with its amount', () => {
    expect(patchFrom({ ...filledFrom(usual), mode: 'FIXED_AMOUNT', fixedCents: cents(1_200) }, new Set(['mode']))).toEqual({ mode: 'FIXED_AMOUNT', fixedCents: 1_200 })
  })

  it('leaves out what is unlimited, and gives hours back as seconds', () => {
    expect(patchFrom(filledFrom(usual), new Set(['offline'])).offline).toEqual({ purchaseCents: 5_000, cardCents: undefined, terminalCents: 500_000, listAgeSeconds: 86_400 })
  })

  it('sends after how many silences a terminal sells by itself, never where nothing was said', () => {
    expect(patchFrom(filledFrom(usual), new Set(['switchAfter']))).toEqual({ switchAfter: 0 })
    expect(patchFrom(filledFrom({ ...usual, switchAfter: 3 }), new Set(['switchAfter']))).toEqual({ switchAfter: 3 })
  })

  it('takes midnight at the end for the end of the day', () => {
    const filled = filledFrom(usual)
    expect(filled.slots[0]?.to).toBe('00:00')
    expect(patchFrom(filled, new Set(['slots'])).slots).toEqual(usual.slots)
  })

  it('knows of what the chosen terminals differ', () => {
    expect([...differing([usual, { ...usual, fixedCents: cents(700), repeatSeconds: 9 }])]).toEqual(['mode', 'repeatSeconds'])
    expect(differing([usual, { ...usual }]).size).toBe(0)
  })
})
