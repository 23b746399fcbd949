import { cents, sum, ZERO, type Cents } from '@/shared/money'

const MOST_WHOLE_DIGITS = 5
const MOST_CHARACTERS = 24
const HIGHEST_PRICE = cents(9_999_999)

/** What a till makes of one more key: digits and one point, at most two decimals, no leading zeros; + adds the next dish. */
export function typed(before: string, key: string): string {
  if (key === 'clear') return ''
  if (key === 'back') return before.slice(0, -1)
  if (before.length >= MOST_CHARACTERS) return before
  if (key === '+') return before === '' || before.endsWith('+') ? before : `${before}+`
  const start = before.lastIndexOf('+') + 1
  const after = before.slice(0, start) + term(before.slice(start), key)
  return keyed(after) > HIGHEST_PRICE ? before : after
}

function term(before: string, key: string): string {
  if (key === '.') return before.includes('.') ? before : `${before || '0'}.`
  if (!/^\d$/.test(key)) return before
  const [whole = '', decimals] = before.split('.')
  if (decimals !== undefined) return decimals.length < 2 ? before + key : before
  if (whole === '0') return key
  return whole.length < MOST_WHOLE_DIGITS ? before + key : before
}

/** The amount on the display in cents, all dishes together; nothing typed is nothing. */
export function keyed(text: string): Cents {
  return text.split('+').reduce((all, one) => sum(all, dish(one)), ZERO)
}

function dish(text: string): Cents {
  const [whole = '', decimals = ''] = text.split('.')
  return cents(Number(whole || '0') * 100 + Number(decimals.padEnd(2, '0')))
}

/** The key a keyboard stroke means. */
export function keyOf(event: Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'altKey' | 'metaKey'>): string | undefined {
  if (event.ctrlKey || event.altKey || event.metaKey) return undefined
  if (/^[0-9.+]$/.test(event.key)) return event.key
  switch (event.key) {
    case 'Enter': return 'ok'
    case 'Escape': return 'cancel'
    case 'Backspace': return 'back'
    case 'Delete': return 'clear'
    case ',': return '.'
    case 'ArrowUp': return 'up'
    case 'ArrowDown': return 'down'
    case 'm':
    case 'M': return 'menu'
    case 's':
    case 'S': return 'stats'
    case 'v':
    case 'V': return 'undo'
    default: return undefined
  }
}
