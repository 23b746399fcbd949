import type { Rule, RuleBody, RulePrice } from '@/api/types'
import { parsePercent, percentOf, ZERO, type Cents } from '@/shared/money'

export type PriceKind = 'NONE' | RulePrice['kind']

const WHOLE_BP = 10_000

export const countWindows = ['meal', 'day', 'week', 'month'] as const
export const amountWindows = ['purchase', 'meal', 'day', 'week', 'month'] as const

/** A rule while somebody writes it; every field can be empty. */
export interface RuleForm {
  name: string
  active: boolean
  order: number
  siteDefault: boolean
  groups: number[]
  merchants: number[]
  terminals: number[]
  meals: number[]
  times: { from: string; to: string }[]
  weekdays: number[]
  validFrom: string
  validTo: string
  onlyThen: boolean
  counts: Record<(typeof countWindows)[number], number | undefined>
  amounts: Record<(typeof amountWindows)[number], Cents | undefined>
  priceKind: PriceKind
  percent: string
  fixed: Cents | undefined
  prices: { cents: Cents | undefined }[]
  then: Cents | undefined
  account: string
  overdraft: Cents | undefined
  minimum: Cents | undefined
}

export const emptyRule = (order: number): RuleForm => ({
  name: '', active: true, order, siteDefault: false, groups: [], merchants: [], terminals: [], meals: [], times: [], weekdays: [], validFrom: '', validTo: '', onlyThen: false,
  counts: { meal: undefined, day: undefined, week: undefined, month: undefined },
  amounts: { purchase: undefined, meal: undefined, day: undefined, week: undefined, month: undefined },
  priceKind: 'NONE', percent: '', fixed: undefined, prices: [{ cents: undefined }], then: undefined, account: '', overdraft: undefined, minimum: undefined,
})

export function formOf(rule: Rule): RuleForm {
  const price = rule.price
  const form = emptyRule(rule.order)
  Object.assign(form, {
    name: rule.name, active: rule.active, siteDefault: rule.siteDefault, groups: [...rule.groups], merchants: [...rule.merchants], terminals: [...rule.terminals], meals: [...rule.meals],
    times: rule.times.map(({ from, to }) => ({ from, to })), weekdays: [...rule.weekdays], validFrom: rule.validFrom ?? '', validTo: rule.validTo ?? '', onlyThen: rule.allowedOnlyInTimes,
    counts: { ...form.counts, ...rule.countLimits }, amounts: { ...form.amounts, ...rule.amountLimits }, priceKind: price?.kind ?? 'NONE', overdraft: rule.overdraftCents, minimum: rule.minimumBalanceCents,
  } satisfies Partial<RuleForm>)
  switch (price?.kind) {
    case undefined: break
    case 'DISCOUNT': form.percent = percentOf(price.basisPoints ?? 0); break
    case 'FIXED': form.fixed = price.cents?.[0]; break
    case 'BY_MEAL_NUMBER': form.prices = (price.cents ?? []).map((cents) => ({ cents })); form.then = price.thenCents; break
    case 'SURCHARGE': form.percent = percentOf(price.basisPoints ?? 0); form.account = price.account ?? ''
  }
  return form
}

export type Complaint = 'needName' | 'needGroups' | 'needTimes' | 'badTimes' | 'needPercent' | 'needPrice' | 'needAccount' | 'needMealCount'

/** What is still missing or contradicts itself; the platform checks again. */
export function complaints(form: RuleForm): Complaint[] {
  const found: Complaint[] = []
  if (!form.name.trim()) found.push('needName')
  if (!form.siteDefault && !form.groups.length) found.push('needGroups')
  if (form.onlyThen && !form.meals.length && !form.times.length) found.push('needTimes')
  if (form.times.some(({ from, to }) => !from || !to || from === to)) found.push('badTimes')
  const basisPoints = parsePercent(form.percent)
  switch (form.priceKind) {
    case 'NONE': break
    case 'DISCOUNT': if (basisPoints === undefined || basisPoints > WHOLE_BP) found.push('needPercent'); break
    case 'FIXED': if (form.fixed === undefined) found.push('needPrice'); break
    case 'BY_MEAL_NUMBER':
      if (form.then === undefined || form.prices.some((price) => price.cents === undefined)) found.push('needPrice')
      if (!form.counts.meal) found.push('needMealCount')
      break
    case 'SURCHARGE':
      if (basisPoints === undefined || basisPoints <= WHOLE_BP) found.push('needPercent')
      if (!form.account.trim()) found.push('needAccount')
  }
  return found
}

function priceOf(form: RuleForm): RulePrice | undefined {
  const basisPoints = parsePercent(form.percent) ?? 0
  switch (form.priceKind) {
    case 'NONE': return undefined
    case 'DISCOUNT': return { kind: 'DISCOUNT', basisPoints }
    case 'FIXED': return { kind: 'FIXED', cents: [form.fixed ?? ZERO] }
    case 'BY_MEAL_NUMBER': return { kind: 'BY_MEAL_NUMBER', cents: form.prices.map((price) => price.cents ?? ZERO), thenCents: form.then ?? ZERO }
    case 'SURCHARGE': return { kind: 'SURCHARGE', basisPoints, account: form.account.trim() }
  }
}

const given = <T extends object>(limits: T): T => Object.fromEntries(Object.entries(limits).filter(([, limit]) => limit !== undefined && limit !== null)) as T

/** What is sent; only for a form without complaints. */
export const bodyOf = (form: RuleForm): RuleBody => ({
  name: form.name.trim(), active: form.active, order: form.order, siteDefault: form.siteDefault, groups: form.siteDefault ? [] : form.groups, merchants: form.merchants, terminals: form.terminals, meals: form.meals,
  times: form.times, weekdays: [...form.weekdays].sort(), validFrom: form.validFrom || undefined, validTo: form.validTo || undefined, allowedOnlyInTimes: form.onlyThen,
  countLimits: given(form.counts), amountLimits: given(form.amounts), price: priceOf(form), overdraftCents: form.overdraft, minimumBalanceCents: form.minimum,
})
