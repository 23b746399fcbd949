import { computed, ref, shallowRef, type InjectionKey, type Ref } from 'vue'
import { answer, api } from '@/api/client'
import type { DeskOperation, PersonCard, PersonFile } from '@/api/types'
import { announce } from '@/shared/announce'
import { beep } from '@/shared/beep'
import { confirm } from '@/shared/confirm'
import { commandKey } from '@/shared/key'
import { money, sum } from '@/shared/money'
import { useCommand, useReading } from '@/shared/query'
import { useReceipts, type WhichReceipt } from '@/shared/receipts'
import { t } from '@/shared/words'

export const modes = ['topUp', 'refund', 'issue', 'loss', 'replace', 'cancel', 'account', 'correct'] as const
export type Mode = (typeof modes)[number]

/** The card that is in hand, or lost. */
export const openCard = (person: PersonFile | undefined): PersonCard | undefined =>
  person?.cards.find((card) => card.state === 'ISSUED' || card.state === 'LOST' || card.state === 'EXPIRED')

/** Whether the person at the desk is as before the last thing done, and is being read anew. */
export const personOutdated: InjectionKey<Ref<boolean>> = Symbol('person-outdated')

/** One desk: who stands there, which form is open, what was done. */
export function useDesk() {
  const person = shallowRef<PersonFile>()
  const uid = ref<string>()
  const mode = ref<Mode>('topUp')
  const dirty = ref(false)
  const done = ref('')
  const looking = useCommand()
  const undoing = useCommand()
  const receipts = useReceipts()
  const parameters = useReading(() => answer(api.GET('/api/v1/card-parameters')))
  const operations = useReading(() => answer(api.GET('/api/v1/desk-operations', { params: { query: { limit: 10 } } })))
  const shift = useReading(() => answer(api.GET('/api/v1/shift')))
  const undoKeys = new Map<number, string>()
  // A fresh form for every person, mode and success.
  const form = ref(0)
  const outdated = ref(false)
  const card = computed(() => openCard(person.value))

  function fresh(): void {
    form.value++
    dirty.value = false
  }

  function clear(): void {
    person.value = undefined
    uid.value = undefined
    done.value = ''
    looking.problem.value = undefined
    fresh()
  }

  function open(next: Mode): void {
    mode.value = next
    done.value = ''
    fresh()
  }

  const read = async (id: number): Promise<PersonFile | undefined> => looking.run(() => answer(api.GET('/api/v1/people/{id}', { params: { path: { id } } })))

  async function call(id: number, tapped?: string): Promise<void> {
    const found = await read(id)
    if (!found) return
    if (person.value && person.value.id !== id && dirty.value && !(await confirm(t('cards.switchAsk', { name: person.value.name, next: found.name }), t('cards.switchGo'), true))) return
    const same = person.value?.id === found.id
    person.value = found
    uid.value = tapped
    if (same) return
    done.value = ''
    if (mode.value === 'topUp' && !openCard(found)) mode.value = 'issue'
    fresh()
  }

  async function tapped(laid: string): Promise<void> {
    const found = await looking.run(() => answer(api.GET('/api/v1/cards/{uid}', { params: { path: { uid: laid } } })))
    beep(found !== undefined)
    if (found) await call(found.person.id, laid)
  }

  /** Hands the receipt of what was just done to the printer; nobody waits for it, and no trouble of it is the desk's. */
  async function receipt(personId: number): Promise<void> {
    const newest = await answer(api.GET('/api/v1/people/{id}/operations', { params: { path: { id: personId }, query: { limit: 1 } } })).catch(() => undefined)
    const row = newest?.items[0]
    if (row) receipts.after({ subject: 'OPERATION', id: String(row.operationId) })
  }

  /** What F10 prints: what was printed last, else what was done last. */
  function printLast(): void {
    const row = operations.data.value?.items[0]
    const which = receipts.last.value ?? (row && { subject: 'OPERATION' as const, id: String(row.operationId) })
    if (which) void receipts.print(which)
  }

  /** Something was done: read everything again, then say so. Who reads the sentence sees what is true now and may go on. */
  async function finished(sentence: string, paper?: WhichReceipt): Promise<void> {
    outdated.value = true
    fresh()
    void operations.reload()
    void shift.reload()
    const who = person.value
    if (paper) receipts.after(paper)
    else if (who) void receipt(who.id)
    const now = who && (await read(who.id))
    if (now && person.value?.id === now.id) person.value = now
    outdated.value = false
    done.value = sentence
  }

  async function undo(row: DeskOperation): Promise<void> {
    const operationId = row.undoId
    if (operationId === undefined || !row.undoOf) return
    const amount = money(sum(row.cashCents, row.subsidyCents))
    const header = { 'Idempotency-Key': undoKeys.get(row.operationId) ?? commandKey() }
    undoKeys.set(row.operationId, header['Idempotency-Key'])
    if (!(await confirm(t('cards.undoAsk', { what: t(`shared.deskKind.${row.kind}`), name: row.personName, amount }), t('cards.undo')))) return
    const params = { path: { operationId }, header }
    const result = await undoing.run(() =>
      row.undoOf === 'refund' ? answer(api.POST('/api/v1/refunds/{operationId}/undo', { params })) : answer(api.POST('/api/v1/top-ups/{operationId}/undo', { params })),
    )
    void operations.reload()
    void shift.reload()
    if (!result) return
    const sentence = t('cards.undone', { name: row.personName, cash: money(result.after.cashCents), subsidy: money(result.after.subsidyCents) })
    announce(sentence)
    if (row.personId !== undefined) void receipt(row.personId)
    done.value = ''
    if (row.personId !== undefined && person.value?.id === row.personId) person.value = (await read(row.personId)) ?? person.value
  }

  return { person, uid, mode, dirty, done, form, outdated, card, looking, undoing, parameters, operations, shift, clear, open, call, tapped, finished, undo, printLast }
}
