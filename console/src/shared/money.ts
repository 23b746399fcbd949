/** Whole cents. Yuan exist in text only. */
export type Cents = number & { readonly unit: 'cents' }

export const cents = (amount: number): Cents => {
  if (!Number.isSafeInteger(amount)) throw new RangeError(`Cents are whole, not ${amount}`)
  return amount as Cents
}

export const ZERO = cents(0)

export const sum = (...amounts: Cents[]): Cents => cents(amounts.reduce<number>((all, one) => all + one, 0))
export const minus = (from: Cents, take: Cents): Cents => cents(from - take)
export const negative = (amount: Cents): Cents => cents(amount === 0 ? 0 : -amount)

/** 1,234.56, with a real minus sign when below zero. */
export const yuan = (amount: Cents): string => {
  const text = (Math.abs(amount) / 100).toLocaleString('en-US', { minimumFractionDigits: 2, maximumFractionDigits: 2 })
  return amount < 0 ? `\u2212${text}` : text
}

/** ¥1,234.56 */
export const money = (amount: Cents): string => (amount < 0 ? `\u2212¥${yuan(cents(-amount))}` : `¥${yuan(amount)}`)

/** +1.00 or −1.00, for movements. */
export const signed = (amount: Cents): string => (amount > 0 ? `+${yuan(amount)}` : yuan(amount))

const FULL_WIDTH = /[\uff10-\uff19\uff0e]/g

/** Reads yuan as people type them; undefined for anything that is not exactly an amount of whole cents. */
export function parseYuan(text: string): Cents | undefined {
  const plain = text.trim().replace(FULL_WIDTH, (c) => String.fromCharCode(c.charCodeAt(0) - 0xfee0)).replace(/^[¥￥]\s*/, '')
  const found = /^(\d{1,3}(?:,\d{3})+|\d{1,10})?(?:\.(\d{0,2}))?$/.exec(plain)
  if (!found || (found[1] === undefined && !found[2])) return undefined
  const whole = (found[1] ?? '0').replaceAll(',', '')
  const parts = (found[2] ?? '').padEnd(2, '0')
  return cents(Number(whole) * 100 + Number(parts))
}

/** The text to start editing an amount with: 12.50, no thousands. */
export const editable = (amount: Cents): string => yuan(amount).replaceAll(',', '').replace('\u2212', '-')

/** 90.00 % as a whole number of basis points, and back. */
export const percentOf = (basisPoints: number): string =>
  basisPoints % 100 === 0 ? String(basisPoints / 100) : (basisPoints / 100).toFixed(2).replace(/0$/, '')

export function parsePercent(text: string): number | undefined {
  const found = /^(\d{1,4})(?:\.(\d{1,2}))?$/.exec(text.trim().replace(/\s*%$/, ''))
  return found ? Number(found[1]) * 100 + Number((found[2] ?? '').padEnd(2, '0')) : undefined
}
