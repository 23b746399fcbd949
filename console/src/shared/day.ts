// Days and times in the site's zone, one format in both languages: 2026-11-22 11:58:03.

const formats = new Map<string, Intl.DateTimeFormat>()

function partsIn(zone: string, at: Date): Record<string, string> {
  let format = formats.get(zone)
  if (!format) {
    format = new Intl.DateTimeFormat('en-CA', {
      timeZone: zone, hourCycle: 'h23',
      year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit', second: '2-digit',
    })
    formats.set(zone, format)
  }
  return Object.fromEntries(format.formatToParts(at).map((part) => [part.type, part.value]))
}

const asDate = (at: string | Date): Date => (typeof at === 'string' ? new Date(at) : at)

/** 2026-11-22 */
export function dayOf(at: string | Date, zone: string): string {
  const p = partsIn(zone, asDate(at))
  return `${p.year}-${p.month}-${p.day}`
}

/** 11:58:03 */
export function timeOf(at: string | Date, zone: string): string {
  const p = partsIn(zone, asDate(at))
  return `${p.hour}:${p.minute}:${p.second}`
}

/** 2026-11-22 11:58:03 */
export const momentOf = (at: string | Date, zone: string): string => `${dayOf(at, zone)} ${timeOf(at, zone)}`

/** 11:58:03 if it is today, else 2026-11-22 11:58. */
export const briefOf = (at: string | Date, zone: string, now: Date = new Date()): string =>
  dayOf(at, zone) === dayOf(now, zone) ? timeOf(at, zone) : momentOf(at, zone).slice(0, 16)

/** 2026-11-22T11:58:03 as typed in the site's zone, as an instant with offset. */
export function instantOf(local: string, zone: string): string {
  const guess = new Date(`${local}Z`)
  const shown = momentOf(guess, zone).replace(' ', 'T')
  const offset = new Date(`${shown}Z`).getTime() - guess.getTime()
  return new Date(guess.getTime() - offset).toISOString()
}

/** The day so many days later (or earlier). */
export function plusDays(day: string, days: number): string {
  const at = new Date(`${day}T00:00:00Z`)
  at.setUTCDate(at.getUTCDate() + days)
  return at.toISOString().slice(0, 10)
}

export const firstOfMonth = (day: string): string => `${day.slice(0, 8)}01`

export function lastOfMonth(day: string): string {
  const at = new Date(`${firstOfMonth(day)}T00:00:00Z`)
  at.setUTCMonth(at.getUTCMonth() + 1, 0)
  return at.toISOString().slice(0, 10)
}

/** Whole seconds from one moment to another, never below zero. */
export const secondsBetween = (from: string | Date, to: string | Date): number =>
  Math.max(0, Math.floor((asDate(to).getTime() - asDate(from).getTime()) / 1000))
