// The words of the platform's HTTP API, as the rooms use them. All of them come from the committed
// OpenAPI document by way of schema.d.ts; money is typed as money on the way.
import type { Branded } from './branded'
import type { components } from './schema'

type Schemas = components['schemas']

/** One shape of the document; whatever is money is typed as money. */
type Of<Name extends keyof Schemas> = Branded<Schemas[Name]>

/** All words of a kind, in the order of the page; the compiler finds the one that is missing. */
const every = <Kind extends string>() => <const List extends readonly Kind[]>(list: [Kind] extends [List[number]] ? List : never): List => list

export interface Page<T> {
  items: T[]
  next?: string
}

export type Language = Schemas['Me']['language']
export type Wording = Schemas['Unit']['wording']
export type Me = Of<'Me'>
export type SetupState = Of<'SetupState'>

export type BooksState = Of<'BooksState'>
export type BooksReport = Of<'BooksVerified'>
export type Today = Of<'Today'>
export type TillRow = Of<'TillRow'>

export type Refusal = Schemas['RefusalCount']['refusal']
export const refusals = every<Refusal>()([
  'TERMINAL_NOT_SERVED', 'NUMBER_BURNT', 'NFC_EMULATION_REFUSED', 'ILLEGAL_CARD', 'CARD_RETURNED', 'CARD_SCRAPPED',
  'CARD_REPLACED', 'CARD_LOST', 'CARD_EXPIRED', 'ACCOUNT_CLOSED', 'ACCOUNT_FROZEN', 'NO_FACE_CONSENT', 'PIN_REQUIRED',
  'PIN_WRONG', 'REPEAT_TOO_SOON', 'OUTSIDE_TIME_WINDOW', 'COUNT_LIMIT', 'PURCHASE_LIMIT', 'AMOUNT_LIMIT',
  'INSUFFICIENT_BALANCE', 'INSTRUMENT_UNSUPPORTED', 'NOT_BOOKABLE',
])

export type Window = NonNullable<Schemas['LiveRow']['window']>

/** Which rule and limit stood in the way, as the books kept it. */
export type LimitHit = Pick<Of<'LiveRow'>, 'ruleId' | 'ruleName' | 'window' | 'limit' | 'used' | 'left'>
export type LiveRow = Of<'LiveRow'>
export type FollowUpItem = Of<'FollowUpItem'>
export type FollowUpReason = Schemas['FollowUpItem']['reasons'][number]
export const followUpReasons = every<FollowUpReason>()([
  'UNKNOWN_CARD', 'UNKNOWN_INSTRUMENT', 'OTHER_CONTENT', 'OTHER_DECISION', 'NUMBER_BURNT', 'DECLINED_BEFORE', 'NOT_BOOKABLE', 'OVERDRAWN', 'CARD_LOST',
  'OLD_CARD', 'CARD_RETURNED', 'CARD_SCRAPPED', 'CARD_EXPIRED', 'ACCOUNT_CLOSED', 'ACCOUNT_FROZEN', 'TIME_UNSURE', 'AMOUNT_UNSURE',
])

export type AccountState = NonNullable<Schemas['PersonRow']['accountState']>
export type CardState = Schemas['CardRow']['state']
export type Person = Of<'PersonRow'>
export type Purses = Of<'PursesRow'>
export type PersonCard = Of<'CardRow'>
export type PersonFile = Of<'PersonPage'>
/** A person without purses, as it is answered after a change. */
export type PersonRecord = Of<'PersonRecord'>
export type StatementLine = Of<'StatementRow'>
export type Department = Of<'DepartmentNode'>
export type Group = Of<'GroupRow'>
export type PeopleChoices = Of<'ChoiceLists'>
export type PeopleChoice = Of<'ChoiceItem'>
export type PeopleParameters = Of<'PeopleParametersItem'>
export type Leaver = Of<'LeaverRow'>
export type DocumentType = NonNullable<Schemas['DocumentBody']['type']>
export const documentTypes = every<DocumentType>()(['ID_CARD', 'PASSPORT', 'TRAVEL_PERMIT', 'RESIDENCE_PERMIT', 'OTHER'])

export type PhotoRecord = Of<'PhotoRecord'>
export type PhotoFlaw = Of<'PhotoFlaw'>
export type PhotoCheck = Of<'PhotoCheckItem'>
export type PhotoLink = Of<'PhotoLinkItem'>
export type PhotoLinkPage = Of<'PhotoLinkPage'>
export type PhotoBatch = Of<'PhotoBatchItem'>
export type PhotoFile = Of<'PhotoBatchFile'>
export type PhotoOutcome = Schemas['PhotoBatchFile']['outcome']
export type PhotoSource = Schemas['PhotoItem']['source']
export type ConsentGiver = Schemas['PhotoConsentItem']['givenBy']

export type Job = Of<'JobItem'>
export type ImportFile = Of<'ImportItem'>
export type ImportRow = Of<'ImportRow'>
export type RowEffect = Schemas['ImportRow']['effect']

export type Channel = Schemas['TopUpItem']['channel']
export const channels = every<Channel>()(['CASH', 'BANK_CARD', 'TRANSFER', 'WECHAT', 'ALIPAY', 'PAYROLL', 'OTHER'])
export type SubsidyMode = Schemas['TopUpItem']['subsidyMode']
export type NewTopUp = Of<'TopUpBody'>
export type TopUpDone = Of<'ReceiptRow'>
export type TopUpRow = Of<'TopUpItem'>
export type TopUps = Of<'Shift'>

export type CardParameters = Of<'CardParametersItem'>
export type CardParametersEdit = Of<'CardParametersEdit'>
export type SiteSettings = Of<'SettingsItem'>
export type SiteSettingsEdit = Of<'SettingsEdit'>
export type DeskOperation = Of<'DeskOperation'>
export type ShiftStatement = Of<'ShiftStatement'>
export type Charge = Of<'ChargeItem'>
export type HeldBalance = Of<'HeldBalance'>
export type FrozenPerson = Of<'FrozenPerson'>
export type RefusedPerson = Of<'RefusedPerson'>
export type MoneyBatch = Of<'MoneyBatchRow'>
export type NotServed = Of<'NotServed'>

export type Merchant = Of<'MerchantRow'>
export type MealKind = Schemas['MealRow']['kind']
export const mealKinds = every<MealKind>()(['BREAKFAST', 'LUNCH', 'DINNER', 'NIGHT_SNACK', 'OTHER'])
/** Hours of a meal: of the site, or of one merchant, from a day on. */
export type MealPeriod = Of<'PeriodRow'>
/** A meal; its hours here are those of the site today, absent if it is not served. */
export type Meal = Of<'MealRow'>

export type Mode = Schemas['TrialBody']['mode']
export type Rule = Of<'RuleItem'>
export type RuleBody = Of<'RuleForm'>
export type RulePrice = Of<'PriceForm'>
export type TrialVerdict = Of<'TrialItem'>
export type WhatIfFound = Of<'WhatIfFound'>
export type WhatIfDifference = Of<'WhatIfItem'>
export type WhatIfTotalOf = Of<'TotalOf'>

export type Terminal = Of<'TerminalItem'>
export type Service = Of<'ServiceItem'>
export type ServiceLine = Of<'ServiceLine'>
export type PortTest = Of<'PortTestItem'>
export type CardIssuer = Of<'CardIssuerItem'>
export type DailyPurchases = Of<'DailyPurchases'>
export type ReportDescription = Schemas['ReportDescription']
export type ReportColumn = Schemas['ReportColumn']
export type ReportDrill = Schemas['ReportDrill']
export type ReportFilter = Schemas['ReportFilter']
export type ReportSums = Schemas['ReportSums']
/** A text, a whole number (cents where its column says so), or nothing. */
export type ReportCell = string | number | null
export interface ReportRows {
  items: ReportCell[][]
  next?: string
}
export type DailyRow = Of<'DailyRow'>
export type DailyTotals = Of<'DailyTotals'>
export type AuditEvent = Of<'AuditItem'>
export type OperatorItem = Of<'OperatorItem'>
export type Role = Of<'RoleItem'>

export type Receipt = Of<'ReceiptView'>
export type ReceiptSubject = Schemas['ReceiptView']['subject']
export type ReceiptPrint = Of<'PrintItem'>
export type PrintDone = Of<'PrintDone'>
export type ReceiptPrinter = Of<'PrinterItem'>
export type PaperWidth = Schemas['PrinterItem']['width']
export type RareCharacters = Schemas['PrinterItem']['rare']
export const paperWidths = every<PaperWidth>()(['COLUMNS_48', 'COLUMNS_32'])
export const rareCharacters = every<RareCharacters>()(['REPLACE', 'SEND'])

/** Terminals that sell without asking, and what that comes to. */
export type TerminalsAlone = Of<'AloneList'>
export type ParameterValues = Of<'ParameterForm'>
export type ParameterPatch = Of<'ParameterPatch'>
export type ParameterSlot = ParameterValues['slots'][number]

export type FaceDevice = Of<'FaceDeviceItem'>
export type FaceStranger = Of<'FaceStrangerItem'>
export type FacePush = Of<'FacePushItem'>
export const pushResults = every<FacePush['result']>()([
  'WAITING', 'SENT', 'DONE', 'TOO_LARGE', 'QUALITY', 'OFFLINE', 'UNSUPPORTED', 'OTHER', 'OVERTAKEN',
])
