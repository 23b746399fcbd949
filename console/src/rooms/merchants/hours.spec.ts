import { describe, expect, it } from 'vitest'
import type { Meal } from '@/api/types'
import { inForce, ownHours, stretches } from './hours'

const lunch: Meal = {
  id: 1, name: '中餐', kind: 'LUNCH', order: 2,
  periods: [
    { id: 1, from: '11:00', to: '13:00', served: true, validFrom: '2026-01-01' },
    { id: 2, from: '11:30', to: '13:30', served: true, validFrom: '2026-11-01' },
    { id: 3, merchantId: 7, from: '12:00', to: '14:00', served: true, validFrom: '2026-01-01' },
    { id: 4, merchantId: 8, served: false, validFrom: '2026-01-01' },
  ],
}
const night: Meal = { id: 2, name: '宵夜', kind: 'NIGHT_SNACK', order: 4, periods: [{ id: 5, from: '22:00', to: '02:00', served: true, validFrom: '2026-01-01' }] }

describe('the hours of a meal', () => {
  it('are the latest that have begun, the merchant’s own before the site’s', () => {
    expect(inForce(lunch, undefined, '2026-10-31')?.id).toBe(1)
    expect(inForce(lunch, undefined, '2026-11-01')?.id).toBe(2)
    expect(inForce(lunch, 7, '2026-11-01')?.id).toBe(3)
    expect(inForce(lunch, 9, '2026-11-01')?.id).toBe(2)
    expect(inForce(lunch, undefined, '2025-12-31')).toBeUndefined()
    expect(ownHours(lunch)).toEqual([7, 8])
  })

  it('are drawn over midnight at both ends, and not at all where the meal is not served', () => {
    expect(stretches([lunch, night], 8, '2026-11-22').map(({ left, width }) => [left, Math.round(width * 100) / 100])).toEqual([[(22 / 24) * 100, 8.33], [0, 8.33]])
    expect(stretches([lunch], undefined, '2026-11-22')[0]?.left).toBeCloseTo((11.5 / 24) * 100)
  })
})
