import { channels, type Channel, type NewTopUp, type Purses, type SubsidyMode } from '@/api/types'
import { minus, sum, ZERO, type Cents } from '@/shared/money'

export type Into = 'cash' | 'subsidy'

export interface TopUpForm {
  into: Into
  amount: Cents | undefined
  channel: Channel
  mode: SubsidyMode
  until: string
  forever: boolean
  remark: string
  received: Cents | undefined
}

export const emptyForm = (before?: TopUpForm): TopUpForm => ({
  into: before?.into ?? 'cash', amount: undefined, channel: before?.channel ?? channels[0], mode: before?.mode ?? 'ACCUMULATE', until: before?.until ?? '', forever: before?.forever ?? false,
  remark: '', received: undefined,
})

export const untilGiven = (form: TopUpForm): boolean => form.into === 'cash' || form.forever || form.until !== ''

export const ready = (form: TopUpForm): boolean => form.amount !== undefined && form.amount > 0 && untilGiven(form)

/** Both balances as they will be; what counts is what the platform answers. */
export function preview(form: TopUpForm, purses: Purses): { cash: Cents; subsidy: Cents } {
  const amount = form.amount ?? ZERO
  if (form.into === 'cash') return { cash: sum(purses.cashCents, amount), subsidy: purses.subsidyCents }
  return { cash: purses.cashCents, subsidy: form.mode === 'ACCUMULATE' ? sum(purses.subsidyCents, amount) : amount }
}

/** Whether an accumulating grant brings the expiry of what is there forward (D-38). */
export const shortens = (form: TopUpForm, purses: Purses): boolean =>
  form.into === 'subsidy' && form.mode === 'ACCUMULATE' && !form.forever && form.until !== '' && purses.subsidyCents > 0 &&
  (!purses.subsidyUntil || form.until < purses.subsidyUntil)

export function change(form: TopUpForm): { back?: Cents; missing?: Cents } {
  if (form.into !== 'cash' || form.channel !== 'CASH' || form.received === undefined || form.amount === undefined) return {}
  return form.received >= form.amount ? { back: minus(form.received, form.amount) } : { missing: minus(form.amount, form.received) }
}

export const command = (personId: number, form: TopUpForm): NewTopUp => {
  const amount = form.amount ?? ZERO
  const cash = form.into === 'cash'
  return {
    personId, cashCents: cash ? amount : ZERO, subsidyCents: cash ? ZERO : amount, subsidyMode: form.mode, subsidyUntil: cash || form.forever ? undefined : form.until,
    channel: cash ? form.channel : 'OTHER', remark: form.remark.trim() || undefined,
  }
}

/** What the last form said of purse, channel and expiry; the next one begins with it. */
export const remembered: { form: TopUpForm | undefined } = { form: undefined }
