import type { Meal, MealPeriod } from '@/api/types'

const DAY_MINUTES = 24 * 60

export const minutes = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5))

export interface Stretch {
  meal: Meal
  /** Share of the day from its left edge, and how wide, in percent. */
  left: number
  width: number
}

/** The period in force for a merchant on a day: its own if it has one, else the site's; the latest that has begun. */
export function inForce(meal: Meal, merchantId: number | undefined, day: string): MealPeriod | undefined {
  const begun = (wanted: number | undefined): MealPeriod | undefined =>
    meal.periods
      .filter((period) => (period.merchantId ?? undefined) === wanted && period.validFrom <= day)
      .reduce<MealPeriod | undefined>((latest, one) => (!latest || one.validFrom >= latest.validFrom ? one : latest), undefined)
  return (merchantId === undefined ? undefined : begun(merchantId)) ?? begun(undefined)
}

/** The meals of one day as stretches of a bar; one over midnight is drawn at both ends. */
export function stretches(meals: readonly Meal[], merchantId: number | undefined, day: string): Stretch[] {
  return meals.flatMap((meal) => {
    const period = inForce(meal, merchantId, day)
    if (!period?.served || !period.from || !period.to) return []
    const from = minutes(period.from)
    const to = minutes(period.to) || DAY_MINUTES
    const part = (a: number, b: number): Stretch => ({ meal, left: (a / DAY_MINUTES) * 100, width: ((b - a) / DAY_MINUTES) * 100 })
    return from < to ? [part(from, to)] : [part(from, DAY_MINUTES), part(0, to)]
  })
}

/** The merchants that have hours of their own for a meal. */
export const ownHours = (meal: Meal): number[] => [...new Set(meal.periods.flatMap((period) => (period.merchantId ? [period.merchantId] : [])))]
