import { computed, reactive, ref, shallowRef } from 'vue'
import { answer, api } from '@/api/client'
import type { PersonFile, TopUpDone, TopUpRow } from '@/api/types'
import { announce } from '@/shared/announce'
import { beep } from '@/shared/beep'
import { confirm } from '@/shared/confirm'
import { commandKey } from '@/shared/key'
import { money, sum } from '@/shared/money'
import { useCommand, useReading } from '@/shared/query'
import { t } from '@/shared/words'
import { command, emptyForm, ready } from './topUp'

/** One desk: who stands there, what is being topped up, and what was done. */
export function useDesk() {
  const person = shallowRef<PersonFile>()
  const uid = ref<string>()
  const form = reactive(emptyForm())
  const done = shallowRef<{ name: string; result: TopUpDone; amount: string }>()
  const looking = useCommand()
  const booking = useCommand()
  const undoing = useCommand()
  const topUps = useReading(() => answer(api.GET('/api/v1/top-ups', { params: { query: { mine: true, limit: 10 } } })))
  // Drawn when the form opens, so that a double Enter, or a second try after a lost answer, books once.
  let key = commandKey()
  const undoKeys = new Map<number, string>()

  const dirty = computed(() => form.amount !== undefined || form.remark !== '')

  function freshForm(): void {
    Object.assign(form, emptyForm(form))
    key = commandKey()
    booking.problem.value = undefined
  }

  function clear(): void {
    person.value = undefined
    uid.value = undefined
    done.value = undefined
    looking.problem.value = undefined
    freshForm()
  }

  const open = async (id: number): Promise<PersonFile | undefined> => looking.run(() => answer(api.GET('/api/v1/people/{id}', { params: { path: { id } } })))

  async function call(id: number, card?: string): Promise<void> {
    if (person.value && person.value.id !== id && dirty.value) {
      const next = await open(id)
      if (!next || !(await confirm(t('cards.switchAsk', { name: person.value.name, next: next.name }), t('cards.switchGo'), true))) return
    }
    const found = await open(id)
    if (!found) return
    const same = person.value?.id === found.id
    person.value = found
    uid.value = card
    if (!same) {
      done.value = undefined
      freshForm()
    }
  }

  async function tapped(card: string): Promise<void> {
    const found = await looking.run(() => answer(api.GET('/api/v1/cards/{uid}', { params: { path: { uid: card } } })))
    beep(found !== undefined)
    if (found) await call(found.person.id, card)
  }

  async function book(): Promise<boolean> {
    const who = person.value
    if (!who || !ready(form)) return false
    const body = command(who.id, form)
    const result = await booking.run(() => answer(api.POST('/api/v1/top-ups', { params: { header: { 'Idempotency-Key': key } }, body })))
    void topUps.reload()
    if (!result) {
      beep(false)
      return false
    }
    beep(true)
    done.value = { name: who.name, result, amount: money(sum(body.cashCents, body.subsidyCents)) }
    freshForm()
    const fresh = await open(who.id)
    if (fresh && person.value?.id === fresh.id) person.value = fresh
    return true
  }

  async function undo(row: TopUpRow): Promise<void> {
    const amount = money(sum(row.cashCents, row.subsidyCents))
    if (!undoKeys.has(row.operationId)) undoKeys.set(row.operationId, commandKey())
    if (!(await confirm(t('cards.undoAsk', { name: row.personName, amount }), t('cards.undo')))) return
    const { operationId } = row
    const result = await undoing.run(() =>
      answer(api.POST('/api/v1/top-ups/{operationId}/undo', { params: { path: { operationId }, header: { 'Idempotency-Key': undoKeys.get(operationId) ?? commandKey() } } })),
    )
    void topUps.reload()
    if (!result) return
    announce(t('cards.undone', { name: row.personName, cash: money(result.after.cashCents), subsidy: money(result.after.subsidyCents) }))
    done.value = undefined
    if (person.value?.id === row.personId) person.value = (await open(row.personId)) ?? person.value
  }

  return { person, uid, form, done, dirty, looking, booking, undoing, topUps, call, tapped, book, undo, clear }
}
