// The words of the platform's HTTP API, as the rooms use them.
import type { Cents } from '@/shared/money'

export interface Page<T> {
  items: T[]
  next?: string
}

export type Language = 'zh-CN' | 'en'
export type Wording = 'SCHOOL' | 'COMPANY'

export interface Me {
  operatorId: number
  name: string
  displayName: string
  language: Language
  permissions: string[]
  mustChangePassword: boolean
  merchants?: number[]
  unitName: string
  wording: Wording
  zone: string
  version: string
}

export interface SetupState {
  needed: boolean
  step: 'ADMINISTRATOR' | 'UNIT' | 'DONE'
}

export interface BooksState {
  balanced: boolean
  differenceCents: Cents
  asOfEntry: string
  entries: number
  checkedAt: string
  firstBad?: string
}

export interface BooksReport {
  balanced: boolean
  differenceCents: Cents
  entries: number
  accounts: number
  checks: { name: string; ok: boolean; found?: string }[]
  tookMs: number
}

export interface MealTakings {
  mealId?: number
  name: string
  count: number
  netCents: Cents
  cashCents: Cents
  subsidyCents: Cents
}

export interface MerchantTakings {
  merchantId: number
  name: string
  count: number
  netCents: Cents
  byMeal: { mealId?: number; netCents: Cents; count: number }[]
}

export interface Today {
  businessDay: string
  meals: MealTakings[]
  merchants: MerchantTakings[]
  totals: { count: number; netCents: Cents; cashCents: Cents; subsidyCents: Cents; declined: number }
  refusals: { refusal: Refusal; count: number }[]
  terminals: { up: number; down: number; total: number }
  books: BooksState
  hourly: { hour: number; count: number; netCents: Cents }[]
}

export const refusals = [
  'TERMINAL_NOT_SERVED', 'NUMBER_BURNT', 'NFC_EMULATION_REFUSED', 'ILLEGAL_CARD', 'CARD_RETURNED', 'CARD_SCRAPPED',
  'CARD_REPLACED', 'CARD_LOST', 'CARD_EXPIRED', 'ACCOUNT_CLOSED', 'ACCOUNT_FROZEN', 'NO_FACE_CONSENT', 'PIN_REQUIRED',
  'PIN_WRONG', 'REPEAT_TOO_SOON', 'OUTSIDE_TIME_WINDOW', 'COUNT_LIMIT', 'PURCHASE_LIMIT', 'AMOUNT_LIMIT',
  'INSUFFICIENT_BALANCE', 'INSTRUMENT_UNSUPPORTED', 'NOT_BOOKABLE',
] as const
export type Refusal = (typeof refusals)[number]

export type Window = 'PURCHASE' | 'MEAL' | 'DAY' | 'WEEK' | 'MONTH'

/** Which rule and limit stood in the way, as the books kept it. */
export interface LimitHit {
  ruleId?: number
  ruleName?: string
  window?: Window
  limit?: number
  used?: number
  left?: number
}

export interface LiveRow extends LimitHit {
  number: string
  at: string
  businessDay: string
  terminalSerial: string
  machineNo?: number
  merchantId: number
  merchantName: string
  mealId?: number
  mealName?: string
  personId?: number
  personNo?: string
  personName?: string
  kind: string
  result: 'TAKEN' | Refusal
  grossCents: Cents
  discountCents: Cents
  netCents: Cents
  cashCents: Cents
  subsidyCents: Cents
  cashAfterCents?: Cents
  subsidyAfterCents?: Cents
  voided: boolean
  why: string
}

export type AccountState = 'OPEN' | 'FROZEN' | 'CLOSED'
export type CardState = 'ISSUED' | 'LOST' | 'REPLACED' | 'RETURNED' | 'SCRAPPED' | 'EXPIRED'

export interface Person {
  id: number
  personNo: string
  name: string
  departmentId: number
  departmentName: string
  groupId?: number
  groupName?: string
  cardCount: number
  accountState: AccountState
  cashCents: Cents
  subsidyCents: Cents
}

export interface Purses {
  cashCents: Cents
  subsidyCents: Cents
  subsidyUntil?: string
  heldCashCents: Cents
  heldSubsidyCents: Cents
  spendableCents: Cents
}

export interface PersonCard {
  issueId: number
  uid: string
  state: CardState
  validUntil?: string
  issuedAt: string
}

export interface PersonFile extends Person {
  faceEnrolNo: string
  phone?: string
  cards: PersonCard[]
  purses: Purses
}

/** A person without purses, as it is answered after a change. */
export interface PersonRecord {
  id: number
  personNo: string
  name: string
  departmentId: number
  groupId?: number
  phone?: string
  faceEnrolNo: string
}

export interface NewPerson {
  name: string
  personNo?: string
  departmentId: number
  groupId?: number
  phone?: string
}

export interface StatementLine {
  number: string
  kind: string
  at: string
  bookedAt: string
  text: string
  amountCents: Cents
  purse: 'CASH' | 'SUBSIDY' | 'HELD_CASH' | 'HELD_SUBSIDY'
  cashAfterCents: Cents
  subsidyAfterCents: Cents
  terminalSerial?: string
  merchantName?: string
  operatorName?: string
  undone?: boolean
}

export interface Department {
  id: number
  code: string
  name: string
  parentId?: number
  people: number
}

export interface Group {
  id: number
  code: string
  name: string
  value: number
  people: number
}

export interface CardFound {
  uid: string
  issueId: number
  state: CardState
  person: Person
  purses: Purses
}

export const channels = ['CASH', 'BANK_CARD', 'TRANSFER', 'WECHAT', 'ALIPAY', 'PAYROLL', 'OTHER'] as const
export type Channel = (typeof channels)[number]
export type SubsidyMode = 'ACCUMULATE' | 'CLEAR_REPLACE'

export interface NewTopUp {
  personId: number
  cashCents: Cents
  subsidyCents: Cents
  subsidyMode: SubsidyMode
  subsidyUntil?: string
  channel: Channel
  remark?: string
}

export interface TopUpDone {
  operationId: string
  number: string
  at: string
  before: { cashCents: Cents; subsidyCents: Cents }
  after: { cashCents: Cents; subsidyCents: Cents }
  undoUntil: string
}

export interface TopUpRow {
  operationId: string
  number: string
  at: string
  personId: number
  personNo: string
  personName: string
  cashCents: Cents
  subsidyCents: Cents
  channel: Channel
  operatorName: string
  undoUntil?: string
  undone: boolean
}

export interface TopUps extends Page<TopUpRow> {
  shift: { count: number; cashCents: Cents; subsidyCents: Cents; byChannel: { channel: Channel; count: number; cents: Cents }[] }
}

export interface Merchant {
  id: number
  name: string
  outlets: { id: number; name: string }[]
  terminals: number
}

export const mealKinds = ['BREAKFAST', 'LUNCH', 'DINNER', 'NIGHT_SNACK', 'OTHER'] as const
export type MealKind = (typeof mealKinds)[number]

/** Hours of a meal: of the site, or of one merchant, from a day on. */
export interface MealPeriod {
  id: number
  merchantId?: number
  from?: string
  to?: string
  served: boolean
  validFrom: string
}

/** A meal; its hours here are those of the site today, absent if it is not served. */
export interface Meal {
  id: number
  name: string
  nameEn?: string
  kind: MealKind
  order: number
  from?: string
  to?: string
  validFrom?: string
  periods: MealPeriod[]
}

export type Mode = 'FREE_AMOUNT' | 'FIXED_AMOUNT' | 'COUNT'

export type RulePrice =
  | { kind: 'DISCOUNT'; basisPoints: number }
  | { kind: 'FIXED'; cents: Cents }
  | { kind: 'BY_MEAL_NUMBER'; cents: Cents[]; then: Cents }
  | { kind: 'SURCHARGE'; basisPoints: number; account: string }

export interface Rule {
  id: number
  name: string
  active: boolean
  order: number
  siteDefault: boolean
  groups: number[]
  merchants: number[]
  terminals: number[]
  meals: number[]
  times: { from: string; to: string }[]
  weekdays: number[]
  validFrom?: string
  validTo?: string
  allowedOnlyInTimes: boolean
  countLimits: { meal?: number; day?: number; week?: number; month?: number }
  amountLimits: { purchase?: Cents; meal?: Cents; day?: Cents; week?: Cents; month?: Cents }
  price?: RulePrice
  overdraftCents?: Cents
  minimumBalanceCents?: Cents
  sentence: string
}

export interface Trial {
  personId?: number
  groupId?: number
  terminalId?: number
  merchantId?: number
  at: string
  mode: Mode
  amountCents: Cents
}

export interface TrialVerdict extends LimitHit {
  verdict: 'ALLOWED' | Refusal
  grossCents: Cents
  discountCents: Cents
  netCents: Cents
  sentence: string
}

export interface Terminal {
  id: number
  serial: string
  machineNo?: number
  name: string
  merchantId: number
  merchantName: string
  outletId?: number
  state: 'ACTIVE' | 'REVOKED'
  served: boolean
  lamp: 'GREEN' | 'RED'
  lampReason: string
  lastHeardAt?: string
  lastAddress?: string
  lastPurchaseAt?: string
  firmware?: string
  clockOffsetMs?: number
  unsent?: number
}

export interface NewTerminal {
  serial: string
  machineNo?: number
  name: string
  merchantId: number
  outletId?: number
}

export interface Knocking {
  serial: string
  address?: string
  lastAt: string
  times: number
}

export interface DailyCell {
  count: number
  cashCents: Cents
  subsidyCents: Cents
}

export interface DailyTotals {
  cells: DailyCell[]
  count: number
  cashCents: Cents
  subsidyCents: Cents
  totalCents: Cents
  correctionsCents: Cents
  discountCents: Cents
}

export interface DailyRow extends DailyTotals {
  day: string
  merchantId: number
  merchantName: string
}

export interface DailyPurchases {
  unitName: string
  merchantName?: string
  from: string
  to: string
  meals: { id?: number; name: string }[]
  rows: DailyRow[]
  totals: DailyTotals
  preparedBy: string
  printedAt: string
  adds: boolean
}

export interface AuditEvent {
  id: number
  at: string
  operatorName: string
  action: string
  text: string
  subject: string
  details: Record<string, unknown>
  address?: string
}
