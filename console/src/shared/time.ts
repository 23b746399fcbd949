const FULL_WIDTH = /[\uff10-\uff19\uff1a]/g
const LAST_HOUR = 23
const LAST_MINUTE = 59

/** Reads a time of day as people type it: 7, 730, 0730, 7:30, 7：30 or 7.30; undefined for anything else. */
export function parseTime(text: string): string | undefined {
  const plain = text.trim().replace(FULL_WIDTH, (c) => String.fromCharCode(c.charCodeAt(0) - 0xfee0))
  const found = /^(\d{1,2})(?:[:.](\d{2}))?$/.exec(plain) ?? /^(\d{1,2})(\d{2})$/.exec(plain)
  if (!found) return undefined
  const [typed, minute] = [Number(found[1]), Number(found[2] ?? '0')]
  // 24:00 is how people say midnight.
  const hour = typed === LAST_HOUR + 1 && minute === 0 ? 0 : typed
  if (hour > LAST_HOUR || minute > LAST_MINUTE) return undefined
  return `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`
}
