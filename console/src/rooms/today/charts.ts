import type { EChartsCoreOption } from 'echarts/core'
import type { Today } from '@/api/types'
import { cents, money, sum, ZERO, type Cents } from '@/shared/money'

const MOST_SERIES = 5

export interface Share {
  name: string
  /** One amount per meal, in the order of the meals. */
  byMeal: Cents[]
}

/** The merchants' shares of each meal: the largest by name, the rest together. */
export function shares(today: Today, others: string): Share[] {
  const all = [...today.merchants]
    .filter((merchant) => merchant.count > 0)
    .sort((a, b) => b.netCents - a.netCents)
    .map((merchant) => ({
      name: merchant.name,
      byMeal: today.meals.map((meal) =>
        sum(ZERO, ...merchant.byMeal.filter((part) => (part.mealId ?? undefined) === (meal.mealId ?? undefined)).map((part) => part.netCents)),
      ),
    }))
  if (all.length <= MOST_SERIES) return all
  const rest = all.slice(MOST_SERIES - 1)
  return [
    ...all.slice(0, MOST_SERIES - 1),
    { name: others, byMeal: today.meals.map((_, at) => sum(ZERO, ...rest.map((share) => share.byMeal[at] ?? ZERO))) },
  ]
}

const WHITE_ON_LIGHT = new Set(['data-1', 'data-6'])
const ROOM_FOR_WORDS = 0.13

/** Bars by meal, each cut by merchant, words and amounts on the bars themselves. */
export function mealChart(today: Today, parts: Share[], isDark: boolean) {
  const totals = today.meals.map((_, at) => sum(ZERO, ...parts.map((part) => part.byMeal[at] ?? ZERO)))
  const widest = Math.max(1, ...totals)
  return (colour: (token: string) => string): EChartsCoreOption => ({
    grid: { left: 8, right: 96, top: 0, bottom: 0, containLabel: true },
    xAxis: { type: 'value', show: false, min: 0, max: widest },
    yAxis: {
      type: 'category', inverse: true, data: today.meals.map((meal) => meal.name),
      axisLine: { show: false }, axisTick: { show: false },
      axisLabel: { color: colour('ink'), fontSize: 14, width: 112, overflow: 'truncate' },
    },
    series: [
      ...parts.map((part, index) => ({
        name: part.name, type: 'bar', stack: 'meal', barWidth: 36,
        itemStyle: { color: colour(`data-${index + 1}`), borderColor: colour('ground'), borderWidth: 1 },
        emphasis: { disabled: true },
        label: {
          show: true, position: 'inside', fontSize: 12, lineHeight: 15, overflow: 'truncate',
          color: !isDark && WHITE_ON_LIGHT.has(`data-${index + 1}`) ? '#ffffff' : '#101615',
        },
        data: part.byMeal.map((amount) => ({
          value: amount,
          label: { formatter: amount / widest > ROOM_FOR_WORDS ? `${cutName(part.name, amount / widest)}\n${money(amount)}` : '' },
        })),
      })),
      {
        name: 'total', type: 'bar', stack: 'meal', silent: true, itemStyle: { color: 'transparent' },
        data: totals.map((amount) => ({ value: 0, label: { show: true, position: 'right', formatter: money(amount), color: colour('ink'), fontSize: 14, fontWeight: 600 } })),
      },
    ],
  })
}

function cutName(name: string, share: number): string {
  const most = Math.max(4, Math.floor(share * 44))
  return name.length > most ? `${name.slice(0, most - 1)}…` : name
}

/** Purchases by hour as bars from zero, the figure on top. */
export function hourChart(today: Today) {
  const hours = today.hourly.filter((hour) => hour.count > 0)
  const first = Math.min(...hours.map((hour) => hour.hour), 23)
  const last = Math.max(...hours.map((hour) => hour.hour), 0)
  const span = hours.length ? Array.from({ length: last - first + 1 }, (_, at) => first + at) : []
  return (colour: (token: string) => string): EChartsCoreOption => ({
    grid: { left: 8, right: 8, top: 24, bottom: 4, containLabel: true },
    xAxis: {
      type: 'category', data: span.map((hour) => String(hour).padStart(2, '0')), axisTick: { show: false },
      axisLine: { lineStyle: { color: colour('line') } }, axisLabel: { color: colour('ink-2'), fontSize: 12 },
    },
    yAxis: { type: 'value', show: false, min: 0 },
    series: [{
      type: 'bar', barMaxWidth: 40, itemStyle: { color: colour('data-1') }, emphasis: { disabled: true },
      label: { show: true, position: 'top', color: colour('ink'), fontSize: 12, formatter: ({ value }: { value: number }) => (value ? String(value) : '') },
      data: span.map((hour) => today.hourly.find((one) => one.hour === hour)?.count ?? 0),
    }],
  })
}

/** The hour with most purchases. */
export const rush = (today: Today): { hour: number; count: number } =>
  today.hourly.reduce((most, hour) => (hour.count > most.count ? hour : most), { hour: 0, count: 0, netCents: cents(0) })
