import { describe, expect, it } from 'vitest'
import type { Rule, RulePrice } from '@/api/types'
import { cents } from '@/shared/money'
import { bodyOf, complaints, emptyRule, formOf } from './ruleForm'

const rule: Rule = {
  id: 3, name: '学生午餐', active: true, order: 2, siteDefault: false, groups: [1, 2], merchants: [5], terminals: [], meals: [2], times: [{ from: '11:00', to: '13:00' }], weekdays: [1, 2, 3, 4, 5],
  validFrom: '2026-09-01', allowedOnlyInTimes: true, countLimits: { meal: 2, week: 10 }, amountLimits: { purchase: cents(2000), day: cents(5000) },
  price: { kind: 'BY_MEAL_NUMBER', cents: [cents(800), cents(1200)], thenCents: cents(2000) }, minimumBalanceCents: cents(100), sentence: '', revision: 4,
}

describe('a rule in the form', () => {
  it('is sent back as it came', () => {
    const body = Object.fromEntries(Object.entries(rule).filter(([name]) => !['id', 'revision', 'sentence'].includes(name)))
    expect(bodyOf(formOf(rule))).toEqual({ ...body, validTo: undefined, overdraftCents: undefined })
    const prices: RulePrice[] = [{ kind: 'DISCOUNT', basisPoints: 8750 }, { kind: 'FIXED', cents: [cents(600)] }, { kind: 'SURCHARGE', basisPoints: 11000, account: '管理费' }]
    for (const price of prices) {
      expect(bodyOf(formOf({ ...rule, price })).price).toEqual(price)
    }
    expect(bodyOf(formOf({ ...rule, price: undefined })).price).toBeUndefined()
    expect(complaints(formOf(rule))).toEqual([])
  })

  it('D-17 needs groups, or is for everybody without another rule', () => {
    const form = { ...emptyRule(1), name: 'x' }
    expect(complaints(form)).toEqual(['needGroups'])
    expect(complaints({ ...form, siteDefault: true })).toEqual([])
    expect(bodyOf({ ...form, siteDefault: true, groups: [4] }).groups).toEqual([])
  })

  it('D-18 knows what a price needs', () => {
    const form = { ...emptyRule(1), name: 'x', siteDefault: true }
    expect(complaints({ ...form, priceKind: 'DISCOUNT', percent: '100.01' })).toEqual(['needPercent'])
    expect(complaints({ ...form, priceKind: 'DISCOUNT', percent: '90' })).toEqual([])
    expect(complaints({ ...form, priceKind: 'SURCHARGE', percent: '100', account: ' ' })).toEqual(['needPercent', 'needAccount'])
    expect(complaints({ ...form, priceKind: 'FIXED' })).toEqual(['needPrice'])
    expect(complaints({ ...form, priceKind: 'BY_MEAL_NUMBER' })).toEqual(['needPrice', 'needMealCount'])
  })

  it('needs meals or times where only these are allowed', () => {
    const form = { ...emptyRule(1), name: 'x', siteDefault: true, onlyThen: true }
    expect(complaints(form)).toEqual(['needTimes'])
    expect(complaints({ ...form, times: [{ from: '11:00', to: '11:00' }] })).toEqual(['badTimes'])
  })
})
