import { computed, onScopeDispose, ref, shallowRef, watch, type Ref } from 'vue'
import type { Refusal } from '@/api/types'
import { ZERO, type Cents } from '@/shared/money'
import * as api from './api'
import { keyed, typed } from './keypad'
import { say } from './sounds'

/** What the display shows; each is one state of the till. */
export type Screen =
  | { show: 'standby' }
  | { show: 'tap'; cents: Cents }
  | { show: 'waiting'; long: boolean }
  | { show: 'approved'; sale: api.Sale; counted: boolean }
  | { show: 'declined'; refusal: Refusal | api.Alone; sale?: api.Sale; inquiry?: api.Inquiry }
  | { show: 'noAnswer'; cardUid: string; cents: Cents | undefined }
  | { show: 'givenUp'; later: boolean }
  | { show: 'inquiry'; answer: api.Inquiry }
  | { show: 'statistics'; count: number; cents: Cents }
  | { show: 'slips'; slips: api.Slip[]; at: number }
  | { show: 'askVoid' }
  | { show: 'voided'; voided: api.Voided }
  | { show: 'said'; words: string }
  | { show: 'fault'; badToken: boolean }

export type Lamp = 'idle' | 'yes' | 'no' | 'wait'

const SHOWN_MS = 4_000
const LONG_MS = 3_000
const LOOK_MS = 5_000

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

  function tap(cardUid: string): void {
    const now = screen.value.show
    const mode = till.value?.mode
    if (busy.value || now === 'noAnswer' || now === 'askVoid' || !serial.value || !mode) return
    if (mode === 'FREE_AMOUNT') {
      const amount = keyed(text.value)
      if (amount === ZERO) look(cardUid)
      else buy(cardUid, amount)
    } else {
      buy(cardUid, undefined)
    }
  }

  function buy(cardUid: string, amount: Cents | undefined): void {
    const at = serial.value
    if (!at) return
    void ask(() => api.purchase(at, cardUid, amount), (sale) => {
      switch (sale.result) {
        case 'approved':
          if (!sale.offline) linked.value = true
          text.value = ''
          say(true)
          go({ show: 'approved', sale, counted: till.value?.mode === 'COUNT' })
          return
        case 'declined':
          linked.value = true
          text.value = ''
          say(false)
          go({ show: 'declined', refusal: sale.refusal ?? 'NOT_BOOKABLE', sale })
          return
        case 'noAnswer':
          linked.value = false
          say(false)
          go({ show: 'noAnswer', cardUid, cents: amount }, true)
      }
    })
  }

  function look(cardUid: string): void {
    const at = serial.value
    if (!at) return
    void ask(() => api.inquiry(at, cardUid), (answer) => {
      if (answer.refusal) {
        say(false)
        go({ show: 'declined', refusal: answer.refusal, inquiry: answer })
      } else {
        say(true)
        go({ show: 'inquiry', answer })
      }
    })
  }

  function press(key: string): void {
    const now = screen.value
    const at = serial.value
    if (busy.value || !at) return
    if (now.show === 'noAnswer') {
      if (key === 'ok') buy(now.cardUid, now.cents)
      else if (key === 'cancel') void ask(() => api.giveUp(at), (given) => { text.value = ''; go({ show: 'givenUp', later: given.state === 'VOIDING' }) })
      return
    }
    if (now.show === 'askVoid') {
      if (key === 'ok') void ask(() => api.voidLast(at), (voided) => { say(true); go({ show: 'voided', voided }) })
      else if (key === 'cancel') home()
      return
    }
    if (now.show === 'slips' && (key === 'query' || key === 'down')) {
      const next = now.at + (key === 'query' ? 1 : -1)
      if (next >= 0 && next < now.slips.length) go({ ...now, at: next }, true)
      return
    }
    switch (key) {
      case 'cancel': return home()
      case 'ok':
        if (now.show === 'standby' && keyed(text.value) > 0) go({ show: 'tap', cents: keyed(text.value) }, true)
        else if (now.show !== 'tap') home()
        return
      case 'stats': return void ask(() => api.statistics(at), (found) => go({ show: 'statistics', ...found }))
      case 'query': return void ask(() => api.slips(at), (found) => go({ show: 'slips', slips: found, at: 0 }, true))
      case 'undo': return go({ show: 'askVoid' }, true)
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

  return { till, screen, text, lamp, linked, busy, tap, press }
}
