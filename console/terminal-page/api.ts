import type { Mode, Refusal, Window } from '@/api/types'
import type { Cents } from '@/shared/money'
import { language } from './words'

// The simulator's own small API on loopback; the terminal behind it speaks the real protocol to the platform.

export interface Till {
  serial: string
  machineNo?: number
  merchant: string
  mode: Mode
  fixedCents?: Cents
  purchaseMode?: 'ONLINE' | 'STORE_AND_FORWARD'
  /** Whether the timetable says the mode now. */
  planned?: boolean
  /** Whether the platform answered the last message. */
  online?: boolean
  lastError?: string
  /** Since when it sells by itself because nobody answered. */
  aloneSince?: string
  /** Since when it sells without asking because somebody keyed that in. */
  byHandSince?: string
  /** Numbers the platform does not know the end of, and what of them was sold without asking. */
  unsent?: number
  stored?: number
  storeMost?: number
  storedCents?: Cents
  /** A number whose answer is still missing. */
  openSeq?: number
  parameterVersion?: number
  allowList?: { version: number; cards: number }
  blockList?: { version: number; cards: number }
  /** Settings that the page needs all the time: 0 to 5, whether it speaks, and below which balance it hints. */
  volume?: number
  voice?: boolean
  lowBalanceCents?: Cents
  /** Whether the passwords are still those that everybody knows. */
  usualPasswords?: boolean
  usualScreenPassword?: boolean
}

/** What is keyed into the terminal and no secret, as text. */
export type Settings = Record<
  | 'ADMINISTRATOR' | 'MACHINE_NO' | 'LOCAL_IP' | 'UPLOAD_SERVER' | 'TRADE_SERVER' | 'FIXED_AMOUNT' | 'WORKING_MODE' | 'SWIPE_INTERVAL' | 'WORKING_STATUS'
  | 'ANTI_NFC' | 'VOLUME' | 'VOICE' | 'LOW_BALANCE' | 'SCREEN_NETWORK',
  string
>

export type Login = { administrator: string; password: string } | { screenPassword: string }

export interface SampleCard {
  uid: string
  name: string
  personNo: string
  /** A phone that plays the card. */
  emulated?: boolean
}

/** Why a terminal does not sell by itself. */
export type Alone = 'CARD_BLOCKED' | 'CARD_NOT_LISTED' | 'CARD_LIMIT' | 'TERMINAL_LIMIT' | 'LISTS_TOO_OLD' | 'STORE_FULL' | 'CARD_EMULATED'

export interface Sale {
  result: 'approved' | 'declined' | 'noAnswer'
  /** Sold without asking; the record waits in the terminal. */
  offline?: boolean
  seq?: number
  why?: string
  chargedCents?: Cents
  grossCents?: Cents
  discountCents?: Cents
  cashLeftCents?: Cents
  subsidyLeftCents?: Cents
  name?: string
  refusal?: Refusal | Alone
  /** The number of the refusal. */
  code?: number
  rule?: string
  window?: Window
  limit?: number
  used?: number
  left?: number
}

export interface Inquiry {
  name?: string
  cashLeftCents?: Cents
  subsidyLeftCents?: Cents
  cardState?: string
  refusal?: Refusal
  code?: number
}

export interface Count {
  count: number
  cents: Cents
}

export interface Statistics {
  today: Count
  yesterday: Count
  meals: (Count & { name: string })[]
}

export interface Slip {
  seq: number
  /** The terminal's own wall-clock time. */
  at: string
  result?: Sale['result']
  refusal?: Refusal
  amountCents: Cents
  chargedCents?: Cents
  voided: boolean
  name?: string
}

/** A sale that was taken back. */
export interface Voided {
  seq: number
  returnedCents: Cents
  name?: string
}

/** What became of the number that was given up: VOIDING is still being told to the platform. */
export interface GivenUp {
  seq?: number
  state: string
}

/** The simulator refused, or is not there. */
export class TillFault extends Error {
  constructor(readonly status: number, readonly words?: string) {
    super(words ?? String(status))
  }
}

const PATIENCE_MS = 60_000
const token = keepToken()

/** The one-time token from the address is kept for this tab and taken out of the address bar. */
function keepToken(): string {
  const address = new URL(window.location.href)
  const given = address.searchParams.get('token')
  if (given) {
    sessionStorage.setItem('onecard.till', given)
    address.searchParams.delete('token')
    window.history.replaceState(null, '', address)
    return given
  }
  return sessionStorage.getItem('onecard.till') ?? ''
}

const address = (path: string): string => `/api${path}?token=${encodeURIComponent(token)}`

async function call<T>(path: string, body?: unknown, query = ''): Promise<T> {
  let response: Response
  try {
    response = await fetch(address(path) + query, {
      method: body === undefined ? 'GET' : 'POST',
      headers: { 'Accept-Language': language.value, ...(body === undefined ? {} : { 'Content-Type': 'application/json' }) },
      body: body === undefined ? undefined : JSON.stringify(body),
      signal: AbortSignal.timeout(PATIENCE_MS),
    })
  } catch {
    throw new TillFault(0)
  }
  const text = await response.text()
  const content: unknown = text && response.headers.get('Content-Type')?.includes('json') ? JSON.parse(text) : undefined
  if (!response.ok) throw new TillFault(response.status, (content as { detail?: string; title?: string } | undefined)?.detail)
  return content as T
}

const of = (serial: string, what = ''): string => `/terminals/${encodeURIComponent(serial)}${what}`

export const tills = (): Promise<Till[]> => call('/terminals')
export const till = (serial: string): Promise<Till> => call(of(serial))
export const cards = (): Promise<SampleCard[]> => call('/cards')
export const purchase = (serial: string, card: SampleCard, amountCents?: Cents): Promise<Sale> =>
  call(of(serial, '/purchase'), { cardUid: card.uid, emulated: card.emulated ?? false, amountCents })
export const inquiry = (serial: string, card: SampleCard): Promise<Inquiry> => call(of(serial, '/inquiry'), { cardUid: card.uid, emulated: card.emulated ?? false })
export const voidLast = (serial: string, password: string): Promise<Voided> => call(of(serial, '/void-last'), { password })
export const giveUp = (serial: string): Promise<GivenUp> => call(of(serial, '/give-up'), {})
export const statistics = (serial: string): Promise<Statistics> => call(of(serial, '/statistics'))
export const slips = (serial: string, after?: number): Promise<Slip[]> => call(of(serial, '/slips'), undefined, after === undefined ? '' : `&after=${after}`)
export const login = (serial: string, who: Login): Promise<Settings> => call(of(serial, '/login'), who)
export const settings = (serial: string): Promise<Settings> => call(of(serial, '/settings'))
export const setSetting = (serial: string, who: Login, name: string, value: string): Promise<Settings> => call(of(serial, '/settings'), { ...who, name, value })

/** Calls back with the terminal whenever something about it changed. */
export function listen(serial: string, changed: (till: Till) => void): () => void {
  const source = new EventSource(address(of(serial, '/events')))
  source.addEventListener('state', (event: MessageEvent<string>) => changed(JSON.parse(event.data) as Till))
  return () => source.close()
}
