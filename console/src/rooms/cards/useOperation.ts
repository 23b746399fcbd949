import type { ShallowRef, Ref } from 'vue'
import type { Problem } from '@/api/problem'
import { beep } from '@/shared/beep'
import { commandKey } from '@/shared/key'
import { useCommand } from '@/shared/query'

export interface Keyed {
  'Idempotency-Key': string
}

/**
 * One form at the desk. Its key is drawn when the form opens and again after each success, so that a
 * double Enter, or a second try after a lost answer, books once.
 */
export function useOperation(): { busy: Ref<boolean>; problem: ShallowRef<Problem | undefined>; run: <T>(send: (header: Keyed) => Promise<T>) => Promise<T | undefined> } {
  const { busy, problem, run: send } = useCommand()
  let key = commandKey()

  async function run<T>(work: (header: Keyed) => Promise<T>): Promise<T | undefined> {
    if (busy.value) return undefined
    const result = await send(() => work({ 'Idempotency-Key': key }))
    beep(result !== undefined)
    if (result !== undefined) key = commandKey()
    return result
  }

  return { busy, problem, run }
}

/** What the desk asks of the form that is open. */
export interface Panel {
  focus: () => void
  confirm: () => Promise<void>
  /** Takes a card laid on the reader; false leaves it to the desk. */
  tapped?: (uid: string) => boolean
}
