import { describe, expect, it } from 'vitest'
import type { SiteSettings } from '@/api/types'
import { cents } from '@/shared/money'
import { edited, formOf } from './settings'

const now: SiteSettings = {
  unitName: '某某市第一中学', wording: 'SCHOOL', zone: 'Asia/Shanghai', dayStart: '00:00', purseOrder: 'SUBSIDY_FIRST', repeatIntervalSeconds: 5,
  repeatFreeModeExempt: false, maxBalanceCents: cents(500_000), maxBalanceOf: 'SUM', antiNfc: true, cashierVoidSeconds: 90, otherInstrumentsSurviveLoss: true,
  undoSeconds: 300, sessionIdleSeconds: 900, revision: 3,
}

describe('the settings of the site', () => {
  it('sends nothing that was not touched, not even a span that is no whole minute', () => {
    expect(edited(now, formOf(now))).toEqual({})
    expect(formOf(now).cashierVoidMinutes).toBe(1.5)
  })

  it('sends what is different, spans in seconds', () => {
    expect(edited(now, { ...formOf(now), unitName: ' 某某市第二中学 ', cashierVoidMinutes: 20, maxBalanceCents: cents(100_000) })).toEqual({
      unitName: '某某市第二中学', cashierVoidSeconds: 1_200, maxBalanceCents: 100_000,
    })
  })
})
