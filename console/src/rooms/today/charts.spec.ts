import { expect, it } from 'vitest'
import type { Today } from '@/api/types'
import { cents } from '@/shared/money'
import { rush, shares } from './charts'

const merchant = (merchantId: number, amounts: number[]) => ({
  merchantId, name: `M${merchantId}`, count: 1, netCents: cents(amounts.reduce((a, b) => a + b, 0)),
  byMeal: amounts.map((amount, at) => ({ mealId: at + 1, netCents: cents(amount), count: 1 })),
})

const today = (merchants: ReturnType<typeof merchant>[]): Today => ({
  businessDay: '2026-11-22', merchants, refusals: [], terminals: { up: 0, down: 0, total: 0 },
  meals: [1, 2].map((mealId) => ({ mealId, name: `meal ${mealId}`, count: 0, netCents: cents(0), cashCents: cents(0), subsidyCents: cents(0) })),
  totals: { count: 0, netCents: cents(0), cashCents: cents(0), subsidyCents: cents(0), declined: 0 },
  books: { balanced: true, differenceCents: cents(0), asOfEntry: '1', entries: 1, checkedAt: '2026-11-22T00:00:00Z' },
  hourly: [{ hour: 7, count: 3, netCents: cents(1) }, { hour: 12, count: 9, netCents: cents(2) }],
})

it('shows the largest merchants first and the rest together, losing no cent', () => {
  const found = shares(today([1, 2, 3, 4, 5, 6, 7].map((n) => merchant(n, [n * 100, n * 10]))), 'others')
  expect(found.map((share) => share.name)).toEqual(['M7', 'M6', 'M5', 'M4', 'others'])
  expect(found.reduce((all, share) => all + (share.byMeal[0] ?? 0), 0)).toBe(2800)
  expect(found.at(-1)?.byMeal).toEqual([600, 60])
})

it('knows the rush', () => {
  expect(rush(today([])).hour).toBe(12)
})
