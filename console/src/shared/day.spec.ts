import { describe, expect, it } from 'vitest'
import { briefOf, dayOf, firstOfMonth, instantOf, lastOfMonth, momentOf, plusDays, secondsBetween, timeOf } from './day'

describe('days and times', () => {
  it('are shown in the zone of the site, whatever the browser thinks', () => {
    expect(momentOf('2026-11-22T16:30:05Z', 'Asia/Shanghai')).toBe('2026-11-23 00:30:05')
    expect(dayOf('2026-11-22T15:59:59Z', 'Asia/Shanghai')).toBe('2026-11-22')
    expect(timeOf('2026-11-22T00:00:00+08:00', 'Asia/Shanghai')).toBe('00:00:00')
  })

  it('typed in the site’s zone become the right instant', () => {
    expect(instantOf('2026-11-22T12:00:00', 'Asia/Shanghai')).toBe('2026-11-22T04:00:00.000Z')
    expect(instantOf('2026-07-01T12:00', 'Europe/Berlin')).toBe('2026-07-01T10:00:00.000Z')
  })

  it('are counted across months and leap years', () => {
    expect(plusDays('2024-02-28', 1)).toBe('2024-02-29')
    expect(plusDays('2026-01-01', -1)).toBe('2025-12-31')
    expect(firstOfMonth('2026-11-22')).toBe('2026-11-01')
    expect(lastOfMonth('2026-02-10')).toBe('2026-02-28')
    expect(lastOfMonth('2026-12-31')).toBe('2026-12-31')
  })

  it('never run backwards', () => {
    expect(secondsBetween('2026-11-22T00:00:10Z', '2026-11-22T00:00:00Z')).toBe(0)
    expect(secondsBetween('2026-11-22T00:00:00Z', '2026-11-22T00:01:30Z')).toBe(90)
  })
})

it('a moment of today is shown as its time, another with its day', () => {
  const now = new Date('2026-11-22T12:00:00Z')
  expect(briefOf('2026-11-22T01:02:03Z', 'Asia/Shanghai', now)).toBe('09:02:03')
  expect(briefOf('2026-11-21T01:02:03Z', 'Asia/Shanghai', now)).toBe('2026-11-21 09:02')
})
