import type { ParameterPatch, ParameterSlot, ParameterValues } from '@/api/types'
import type { Cents } from '@/shared/money'
import { ZERO } from '@/shared/money'

/** The parameters as they are filled in, and which of them shall be sent. */

export const kinds = ['mode', 'slots', 'purchaseMode', 'offline', 'switchAfter', 'checkAllowList', 'physicalNumber', 'repeatSeconds', 'tillMillis', 'heartbeatSeconds'] as const
export type Kind = (typeof kinds)[number]

export interface SlotRow {
  weekdays: number[]
  from: string
  to: string
  mode: ParameterValues['mode']
  fixedCents: Cents | undefined
}

export interface Filled {
  mode: ParameterValues['mode']
  fixedCents: Cents | undefined
  purchaseMode: ParameterValues['purchaseMode']
  physicalNumber: boolean
  checkAllowList: boolean
  repeatSeconds: number
  tillSeconds: number
  heartbeatSeconds: number
  /** Unanswered requests before it sells by itself; 0: never. */
  switchAfter: number
  /** An empty limit is unlimited. */
  offline: { purchaseCents: Cents | undefined; cardCents: Cents | undefined; terminalCents: Cents | undefined; listHours: number | undefined }
  slots: SlotRow[]
}

const SECONDS_PER_HOUR = 3_600
const MILLIS = 1_000
const END_OF_DAY = '24:00'
const MIDNIGHT = '00:00'

export const filledFrom = (values: ParameterValues): Filled => ({
  mode: values.mode, fixedCents: values.fixedCents > 0 ? values.fixedCents : undefined, purchaseMode: values.purchaseMode, physicalNumber: values.physicalNumber, checkAllowList: values.checkAllowList,
  repeatSeconds: values.repeatSeconds, tillSeconds: values.tillMillis / MILLIS, heartbeatSeconds: values.heartbeatSeconds, switchAfter: values.switchAfter ?? 0,
  offline: {
    purchaseCents: values.offline.purchaseCents, cardCents: values.offline.cardCents, terminalCents: values.offline.terminalCents,
    listHours: values.offline.listAgeSeconds === undefined ? undefined : Math.round(values.offline.listAgeSeconds / SECONDS_PER_HOUR),
  },
  slots: values.slots.map((slot) => ({ weekdays: [...slot.weekdays], from: slot.from, to: slot.to === END_OF_DAY ? MIDNIGHT : slot.to, mode: slot.mode, fixedCents: slot.fixedCents > 0 ? slot.fixedCents : undefined })),
})

const slotOf = (row: SlotRow): ParameterSlot => ({ weekdays: [...row.weekdays].sort(), from: row.from, to: row.to === MIDNIGHT ? END_OF_DAY : row.to, mode: row.mode, fixedCents: row.fixedCents ?? ZERO })

/** What is sent: the parameters that were ticked, and nothing else. */
export function patchFrom(filled: Filled, ticked: ReadonlySet<Kind>): ParameterPatch {
  const patch: ParameterPatch = {}
  if (ticked.has('mode')) {
    patch.mode = filled.mode
    patch.fixedCents = filled.fixedCents ?? ZERO
  }
  if (ticked.has('slots')) patch.slots = filled.slots.map(slotOf)
  if (ticked.has('purchaseMode')) patch.purchaseMode = filled.purchaseMode
  if (ticked.has('physicalNumber')) patch.physicalNumber = filled.physicalNumber
  if (ticked.has('checkAllowList')) patch.checkAllowList = filled.checkAllowList
  if (ticked.has('repeatSeconds')) patch.repeatSeconds = filled.repeatSeconds
  if (ticked.has('tillMillis')) patch.tillMillis = Math.round(filled.tillSeconds * MILLIS)
  if (ticked.has('heartbeatSeconds')) patch.heartbeatSeconds = filled.heartbeatSeconds
  if (ticked.has('switchAfter')) patch.switchAfter = filled.switchAfter
  if (ticked.has('offline')) {
    const { purchaseCents, cardCents, terminalCents, listHours } = filled.offline
    // A field that was emptied holds null.
    patch.offline = { purchaseCents, cardCents, terminalCents, listAgeSeconds: typeof listHours === 'number' ? listHours * SECONDS_PER_HOUR : undefined }
  }
  return patch
}

/** Of what the chosen terminals do not have the same now. */
export function differing(all: readonly ParameterValues[]): Set<Kind> {
  const first = all[0]
  const same = (kind: Kind): boolean =>
    all.every((one) => (kind === 'mode' ? one.mode === first?.mode && one.fixedCents === first.fixedCents : JSON.stringify(one[kind]) === JSON.stringify(first?.[kind])))
  return new Set(kinds.filter((kind) => !same(kind)))
}
