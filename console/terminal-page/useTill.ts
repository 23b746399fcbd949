import { computed, onScopeDispose, ref, shallowRef, watch, type Ref } from 'vue'
import type { Refusal } from '@/api/types'
import { editable, sum, ZERO, type Cents } from '@/shared/money'
import * as api from './api'
import { keyed, typed } from './keypad'
import { entered } from './menu'
import * as sounds from './sounds'
import { fill, words } from './words'

/** What the display shows; each is one state of the till. */
export type Screen =
  | { show: 'standby' }
  | { show: 'tap'; cents: Cents }
  | { show: 'waiting'; long: boolean }
  | { show: 'approved'; sale: api.Sale; counted: boolean }
  | { show: 'declined'; refusal: Refusal | api.Alone; code?: number; sale?: api.Sale; inquiry?: api.Inquiry }
  | { show: 'noAnswer'; card: api.SampleCard; cents: Cents | undefined }
  | { show: 'givenUp'; later: boolean }
  | { show: 'inquiry'; answer: api.Inquiry }
  | { show: 'statistics'; sums: (api.Count & { name: string })[]; at: number }
  | { show: 'slips'; slips: api.Slip[]; at: number }
  | { show: 'askVoid'; text: string }
  | { show: 'voided'; voided: api.Voided }
  | { show: 'said'; words: string }
  | { show: 'fault'; badToken: boolean }

export type Lamp = 'idle' | 'yes' | 'no' | 'wait'

const SHOWN_MS = 4_000
const LONG_MS = 3_000
const LOOK_MS = 5_000
const PASSWORD_DIGITS = 8
const SLIPS_PER_PAGE = 50

/** An amount as it is spoken. */
const spoken = (amount: Cents): string => String(Number(editable(amount)))

/** One terminal as its keys and its reader see it. */
export function useTill(serial: Ref<string | undefined>) {
  const till = shallowRef<api.Till>()
  const screen = shallowRef<Screen>({ show: 'standby' })
  const text = ref('')
  const linked = ref(true)
  let back: ReturnType<typeof setTimeout> | undefined
  let stopListening: (() => void) | undefined

  const busy = computed(() => screen.value.show === 'waiting')
  const lamp = computed<Lamp>(() => {
    switch (screen.value.show) {
      case 'approved':
      case 'voided':
      case 'inquiry': return 'yes'
      case 'declined':
      case 'fault':
      case 'said': return 'no'
      case 'waiting':
      case 'noAnswer': return 'wait'
      case 'standby':
      case 'tap':
      case 'givenUp':
      case 'statistics':
      case 'slips':
      case 'askVoid': return 'idle'
    }
  })

  function go(next: Screen, stay = false): void {
    clearTimeout(back)
    screen.value = next
    if (!stay) back = setTimeout(() => go({ show: 'standby' }, true), SHOWN_MS)
  }

  const say = (yes: boolean): void => sounds.say(yes, till.value ?? {})
  const speak = (text: string): void => sounds.speak(text, till.value ?? {})

  const home = (): void => {
    text.value = ''
    go({ show: 'standby' }, true)
  }

  /** Asks the terminal program; while it asks the platform again, the display says so. */
  async function ask<T>(question: () => Promise<T>, then: (answer: T) => void): Promise<void> {
    go({ show: 'waiting', long: false }, true)
    const timer = setTimeout(() => {
      if (busy.value) go({ show: 'waiting', long: true }, true)
    }, LONG_MS)
    try {
      then(await question())
    } catch (caught) {
      fault(caught)
    } finally {
      clearTimeout(timer)
    }
  }

  function fault(caught: unknown): void {
    const status = caught instanceof api.TillFault ? caught.status : 0
    say(false)
    const words = caught instanceof api.TillFault ? caught.words : undefined
    if (words && status !== 401 && status !== 403) go({ show: 'said', words })
    else go({ show: 'fault', badToken: status === 401 || status === 403 }, true)
  }

  function tap(card: api.SampleCard): void {
    const now = screen.value.show
    const mode = till.value?.mode
    if (busy.value || now === 'noAnswer' || now === 'askVoid' || !serial.value || !mode) return
    if (mode === 'FREE_AMOUNT') {
      const amount = keyed(text.value)
      if (amount === ZERO) look(card)
      else buy(card, amount)
    } else {
      buy(card, undefined)
    }
  }

  function buy(card: api.SampleCard, amount: Cents | undefined): void {
    const at = serial.value
    if (!at) return
    void ask(() => api.purchase(at, card, amount), (sale) => {
      switch (sale.result) {
        case 'approved':
          if (!sale.offline) linked.value = true
          text.value = ''
          say(true)
          speak(till.value?.mode === 'COUNT' ? words().say.counted : fill(words().say.amount, { yuan: spoken(sale.chargedCents ?? ZERO) }) + (isLow(sale) ? `, ${words().say.low}` : ''))
          go({ show: 'approved', sale, counted: till.value?.mode === 'COUNT' })
          return
        case 'declined':
          linked.value = true
          text.value = ''
          refuse(sale.refusal ?? 'NOT_BOOKABLE', { code: sale.code, sale })
          return
        case 'noAnswer':
          linked.value = false
          say(false)
          speak(words().noAnswer)
          go({ show: 'noAnswer', card, cents: amount }, true)
      }
    })
  }

  function refuse(refusal: Refusal | api.Alone, more: { code?: number; sale?: api.Sale; inquiry?: api.Inquiry }): void {
    say(false)
    speak(words().refusal[refusal])
    go({ show: 'declined', refusal, ...more })
  }

  /** Whether so little is left that the cardholder should know. */
  function isLow(sale: api.Sale): boolean {
    if (sale.cashLeftCents === undefined) return false
    return sum(sale.cashLeftCents, sale.subsidyLeftCents ?? ZERO) < (till.value?.lowBalanceCents ?? ZERO)
  }

  function look(card: api.SampleCard): void {
    const at = serial.value
    if (!at) return
    void ask(() => api.inquiry(at, card), (answer) => {
      if (answer.refusal) {
        refuse(answer.refusal, { code: answer.code, inquiry: answer })
      } else {
        say(true)
        speak(fill(words().say.balance, { yuan: spoken(sum(answer.cashLeftCents ?? ZERO, answer.subsidyLeftCents ?? ZERO)) }))
        go({ show: 'inquiry', answer })
      }
    })
  }

  function press(key: string): void {
    const now = screen.value
    const at = serial.value
    if (busy.value || !at) return
    switch (now.show) {
      case 'noAnswer':
        if (key === 'ok') buy(now.card, now.cents)
        else if (key === 'cancel') void ask(() => api.giveUp(at), (given) => { text.value = ''; go({ show: 'givenUp', later: given.state === 'VOIDING' }) })
        return
      case 'askVoid': return inVoid(at, now.text, key)
      case 'slips':
        if (key === 'up' || key === 'down') return void walk(at, now, key === 'up' ? 1 : -1)
        break
      case 'statistics':
        if (key === 'up' || key === 'down') return go({ ...now, at: Math.max(0, Math.min(now.sums.length - 1, now.at + (key === 'down' ? 1 : -1))) }, true)
    }
    command(at, now, key)
  }

  function inVoid(at: string, password: string, key: string): void {
    if (key === 'ok') void ask(() => api.voidLast(at, password), (voided) => { say(true); speak(words().voided); go({ show: 'voided', voided }) })
    else if (key === 'cancel') home()
    else go({ show: 'askVoid', text: entered(password, key, 'number', PASSWORD_DIGITS) }, true)
  }

  /** Up goes to older sales, down to newer ones; the next page comes when one is at the end. */
  async function walk(at: string, now: Extract<Screen, { show: 'slips' }>, step: number): Promise<void> {
    const next = now.at + step
    if (next < 0) return
    if (next < now.slips.length) return go({ ...now, at: next }, true)
    const last = now.slips.at(-1)
    if (!last || now.slips.length % SLIPS_PER_PAGE) return
    try {
      const more = await api.slips(at, last.seq)
      if (screen.value === now && more.length) go({ ...now, slips: [...now.slips, ...more], at: next }, true)
    } catch (caught) {
      fault(caught)
    }
  }

  function command(at: string, now: Screen, key: string): void {
    switch (key) {
      case 'cancel': return home()
      case 'ok':
        if (now.show === 'standby' && keyed(text.value) > 0) {
          speak(words().tap)
          go({ show: 'tap', cents: keyed(text.value) }, true)
        } else if (now.show !== 'tap') home()
        return
      case 'stats':
        return void ask(() => api.statistics(at), (found) =>
          go({ show: 'statistics', at: 0, sums: [{ name: words().today, ...found.today }, ...found.meals, { name: words().yesterday, ...found.yesterday }] }, true))
      case 'up': return void ask(() => api.slips(at), (found) => go({ show: 'slips', slips: found, at: 0 }, true))
      case 'undo': return go({ show: 'askVoid', text: '' }, true)
      case 'down': return
    }
    if (till.value?.mode !== 'FREE_AMOUNT') return
    text.value = typed(now.show === 'standby' || now.show === 'tap' ? text.value : '', key)
    go({ show: 'standby' }, true)
  }

  async function refresh(): Promise<void> {
    const at = serial.value
    if (!at) return
    try {
      till.value = await api.till(at)
      linked.value = till.value.online ?? linked.value
      if (screen.value.show === 'fault') home()
    } catch (caught) {
      if (!busy.value) fault(caught)
    }
  }

  watch(serial, (now) => {
    stopListening?.()
    stopListening = undefined
    till.value = undefined
    home()
    if (!now) return
    void refresh()
    stopListening = api.listen(now, (state) => {
      if (serial.value !== now) return
      till.value = state
      linked.value = state.online ?? true
    })
  }, { immediate: true })

  const looking = setInterval(() => void refresh(), LOOK_MS)
  onScopeDispose(() => {
    clearInterval(looking)
    clearTimeout(back)
    stopListening?.()
  })

  return { till, screen, text, lamp, linked, busy, tap, press, home, isLow }
}
