import { describe, expect, it } from 'vitest'
import type { Purses } from '@/api/types'
import { cents, ZERO } from '@/shared/money'
import { change, command, emptyForm, preview, ready, shortens } from './topUp'

const purses: Purses = { cashCents: cents(-200), subsidyCents: cents(5000), subsidyUntil: '2026-12-31', heldCashCents: ZERO, heldSubsidyCents: ZERO, spendableCents: cents(4800) }

describe('a top-up', () => {
  it('shows both balances before it is confirmed', () => {
    expect(preview({ ...emptyForm(), amount: cents(10000) }, purses)).toEqual({ cash: 9800, subsidy: 5000 })
    expect(preview({ ...emptyForm(), into: 'subsidy', amount: cents(3000) }, purses)).toEqual({ cash: -200, subsidy: 8000 })
    expect(preview({ ...emptyForm(), into: 'subsidy', mode: 'CLEAR_REPLACE', amount: cents(3000) }, purses)).toEqual({ cash: -200, subsidy: 3000 })
  })

  it('D-38 warns where a grant shortens the expiry of what is there', () => {
    const grant = { ...emptyForm(), into: 'subsidy' as const, amount: cents(1), until: '2026-12-01' }
    expect(shortens(grant, purses)).toBe(true)
    expect(shortens({ ...grant, until: '2027-01-31' }, purses)).toBe(false)
    expect(shortens({ ...grant, mode: 'CLEAR_REPLACE' }, purses)).toBe(false)
    expect(shortens(grant, { ...purses, subsidyCents: ZERO })).toBe(false)
    expect(shortens(grant, { ...purses, subsidyUntil: undefined })).toBe(true)
  })

  it('needs an amount, and for a subsidy a day or “no expiry”', () => {
    expect(ready(emptyForm())).toBe(false)
    expect(ready({ ...emptyForm(), amount: ZERO })).toBe(false)
    expect(ready({ ...emptyForm(), amount: cents(1) })).toBe(true)
    expect(ready({ ...emptyForm(), into: 'subsidy', amount: cents(1) })).toBe(false)
    expect(ready({ ...emptyForm(), into: 'subsidy', amount: cents(1), forever: true })).toBe(true)
  })

  it('counts the change', () => {
    const form = { ...emptyForm(), amount: cents(8000), received: cents(10000) }
    expect(change(form)).toEqual({ back: 2000 })
    expect(change({ ...form, received: cents(5000) })).toEqual({ missing: 3000 })
    expect(change({ ...form, channel: 'WECHAT' })).toEqual({})
  })

  it('touches one purse only', () => {
    expect(command(7, { ...emptyForm(), amount: cents(100) })).toMatchObject({ personId: 7, cashCents: 100, subsidyCents: 0, channel: 'CASH', subsidyUntil: undefined })
    expect(command(7, { ...emptyForm(), into: 'subsidy', amount: cents(100), until: '2027-01-31' })).toMatchObject({ cashCents: 0, subsidyCents: 100, subsidyUntil: '2027-01-31' })
  })
})
