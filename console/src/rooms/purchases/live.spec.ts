import { describe, expect, it } from 'vitest'
import type { LiveRow } from '@/api/types'
import { useLiveRows } from './live'

const row = (number: string, more: Partial<LiveRow> = {}): LiveRow => ({ number, ...more }) as LiveRow
const numbers = (rows: LiveRow[] | undefined): string[] => rows?.map((one) => one.number) ?? []

describe('the live list', () => {
  it('grows at the top', () => {
    const live = useLiveRows()
    live.replace([row('1')])
    live.arrived(row('2'))
    expect(numbers(live.rows.value)).toEqual(['2', '1'])
  })

  it('holds still under the pointer and while paused, and loses nothing', () => {
    const live = useLiveRows()
    live.replace([row('1')])
    live.pointerOn.value = true
    live.arrived(row('2'))
    live.arrived(row('3'))
    expect(numbers(live.rows.value)).toEqual(['1'])
    expect(live.waiting.value).toHaveLength(2)
    live.pointerOn.value = false
    live.paused.value = true
    live.arrived(row('4'))
    expect(numbers(live.rows.value)).toEqual(['1'])
    live.release()
    expect(numbers(live.rows.value)).toEqual(['4', '3', '2', '1'])
  })

  it('shows a purchase once, however often it is told', () => {
    const live = useLiveRows()
    live.replace([row('1')])
    live.arrived(row('1', { voided: true }))
    expect(live.rows.value).toEqual([{ number: '1', voided: true }])
    live.append([row('1'), row('0')])
    expect(numbers(live.rows.value)).toEqual(['1', '0'])
  })
})
