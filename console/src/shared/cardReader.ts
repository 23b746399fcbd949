import { onMounted, onUnmounted, readonly, ref, type Ref } from 'vue'

// A desk reader that types the card number like a very fast keyboard ("keyboard wedge").

/** Longest gap between two keys of a reader; people are slower. */
export const GAP_MS = 100
const SHORTEST = 6
const LONGEST = 20
const SAME_CARD_MS = 1_000

export interface Burst {
  /** Takes one key; gives the card number when this key completed one. */
  key: (event: Pick<KeyboardEvent, 'code' | 'ctrlKey' | 'altKey' | 'metaKey'>, at: number) => string | undefined
  /** How many keys of a possible card are in. */
  length: () => number
}

/** Tells a reader's burst from a person's typing; pure, the time comes from outside. */
export function burst(gapMs: number = GAP_MS): Burst {
  let text = ''
  let last = Number.NEGATIVE_INFINITY

  return {
    length: () => text.length,
    key(event, at) {
      if (event.ctrlKey || event.altKey || event.metaKey) {
        text = ''
        return undefined
      }
      const quick = at - last <= gapMs
      last = at
      if (event.code === 'Enter' || event.code === 'NumpadEnter' || event.code === 'Tab') {
        const whole = text
        text = ''
        return quick && whole.length >= SHORTEST && whole.length <= LONGEST ? whole : undefined
      }
      const character = characterOf(event.code)
      if (character === undefined) {
        if (!event.code.startsWith('Shift')) text = ''
        return undefined
      }
      text = quick ? text + character : character
      return undefined
    },
  }
}

/** The physical key, because under a Chinese input method `key` says "Process". */
function characterOf(code: string): string | undefined {
  const digit = /^(?:Digit|Numpad)(\d)$/.exec(code)
  if (digit) return digit[1]
  return /^Key([A-F])$/.exec(code)?.[1]
}

/** A reader types hex as it is and decimal as ten digits of the four bytes, high byte first. */
export function uidOf(typed: string): string {
  if (/^\d{10}$/.test(typed) && Number(typed) <= 0xffffffff) {
    return Number(typed).toString(16).toUpperCase().padStart(8, '0')
  }
  return typed.toUpperCase()
}

const listeners = new Set<(uid: string) => void>()

/** A card from another feed than the keyboard: the panel of the virtual reader. */
export function present(uid: string): void {
  for (const listener of [...listeners]) listener(uid)
}

/** Hears cards anywhere on the page. Digits of a card that went into a focused field are taken out again. */
export function useCardReader(found: (uid: string) => void): { focused: Readonly<Ref<boolean>>; flashed: Readonly<Ref<boolean>> } {
  const focused = ref(document.hasFocus())
  const flashed = ref(false)
  const reader = burst()
  let before: { field: HTMLInputElement; value: string } | undefined
  let lastCard = { uid: '', at: Number.NEGATIVE_INFINITY }
  let flashTimer: ReturnType<typeof setTimeout> | undefined

  function onKey(event: KeyboardEvent): void {
    const field = document.activeElement
    const card = reader.key(event, event.timeStamp)
    if (reader.length() === 1) before = field instanceof HTMLInputElement ? { field, value: field.value } : undefined
    if (card === undefined) return
    event.preventDefault()
    event.stopPropagation()
    restore()
    heard(uidOf(card), event.timeStamp)
  }

  function heard(uid: string, at: number = performance.now()): void {
    if (uid === lastCard.uid && at - lastCard.at < SAME_CARD_MS) return
    lastCard = { uid, at }
    flashed.value = true
    clearTimeout(flashTimer)
    flashTimer = setTimeout(() => (flashed.value = false), 600)
    found(uid)
  }

  function restore(): void {
    if (!before || before.field !== document.activeElement) return
    before.field.value = before.value
    before.field.dispatchEvent(new Event('input', { bubbles: true }))
  }

  const look = (): void => {
    focused.value = document.hasFocus() && document.visibilityState === 'visible'
  }

  const virtual = (uid: string): void => heard(uid)

  onMounted(() => {
    listeners.add(virtual)
    window.addEventListener('keydown', onKey, { capture: true })
    window.addEventListener('focus', look)
    window.addEventListener('blur', look)
    document.addEventListener('visibilitychange', look)
  })
  onUnmounted(() => {
    listeners.delete(virtual)
    window.removeEventListener('keydown', onKey, { capture: true })
    window.removeEventListener('focus', look)
    window.removeEventListener('blur', look)
    document.removeEventListener('visibilitychange', look)
    clearTimeout(flashTimer)
  })
  return { focused: readonly(focused), flashed: readonly(flashed) }
}
