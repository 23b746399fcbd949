import type { LiveRow, LimitHit, Refusal } from '@/api/types'
import { money, type Cents } from './money'
import { t } from './words'

/** Which rule and limit stood in the way, with what was used and what is left, in one line; empty if it was none. */
export function limitWords(hit: LimitHit & { result?: LiveRow['result'] | 'ALLOWED' }): string {
  if (!hit.ruleName || !hit.window || hit.limit === undefined || hit.limit === null) return ''
  const counts = hit.result === 'COUNT_LIMIT'
  const shown = (n: number | undefined): string => (counts ? String(n ?? 0) : money((n ?? 0) as Cents))
  // What one purchase may cost has nothing used of it.
  return t(hit.window === 'PURCHASE' ? 'shared.limitHitOnce' : 'shared.limitHit', {
    rule: hit.ruleName, window: t(`shared.window.${hit.window}`), limit: shown(hit.limit), used: shown(hit.used), left: shown(hit.left),
  })
}

export const isRefusal = (result: LiveRow['result']): result is Refusal => result !== 'TAKEN'

/** What the reader can do about a refusal. */
export const whatNow = (result: LiveRow['result']): string => (isRefusal(result) ? t(`shared.refusalNext.${result}`) : '')
