import { money, sum, ZERO, type Cents } from '@/shared/money'
import type { Till } from './api'
import type { Face } from './channel'
import { keyed } from './keypad'
import type { Screen } from './useTill'
import { words } from './words'

/** What the customer sees of what the till shows: his amount and his rest, never a menu. */
export function faceOf(till: Till | undefined, screen: Screen, text: string, low: boolean): Face {
  const w = words()
  const face: Face = { tone: 'idle', place: till?.merchant ?? '', title: w.customerWelcome, big: '', line: '', hint: '' }
  const rest = (from: { cashLeftCents?: Cents; subsidyLeftCents?: Cents }): string =>
    from.cashLeftCents === undefined ? '' : `${w.left} ${money(sum(from.cashLeftCents, from.subsidyLeftCents ?? ZERO))}`
  switch (screen.show) {
    case 'tap': return { ...face, title: w.toPay, big: money(screen.cents), line: w.tap }
    case 'waiting': return { ...face, tone: 'wait', title: screen.long ? w.waitingLong : w.waiting }
    case 'noAnswer': return { ...face, tone: 'wait', title: w.noAnswer }
    case 'approved':
      return { ...face, tone: 'yes', title: w.approved, big: screen.counted ? '✓' : money(screen.sale.chargedCents ?? ZERO), line: rest(screen.sale), hint: low ? w.lowBalance : w.thanks }
    case 'declined': return { ...face, tone: 'no', title: w.refusal[screen.refusal], line: rest(screen.sale ?? screen.inquiry ?? {}) }
    case 'inquiry': return { ...face, tone: 'yes', title: w.inquiry, big: money(sum(screen.answer.cashLeftCents ?? ZERO, screen.answer.subsidyLeftCents ?? ZERO)) }
    case 'voided': return { ...face, tone: 'yes', title: w.voided, big: money(screen.voided.returnedCents) }
    case 'givenUp': return { ...face, title: w.givenUp }
    case 'standby':
      if (till?.mode === 'FIXED_AMOUNT') return { ...face, title: w.toPay, big: money(till.fixedCents ?? ZERO), line: w.tap }
      return keyed(text) > 0 ? { ...face, title: w.toPay, big: money(keyed(text)), line: w.tap } : face
    case 'statistics':
    case 'slips':
    case 'askVoid':
    case 'said':
    case 'fault': return face
  }
}
