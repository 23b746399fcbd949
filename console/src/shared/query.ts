import { onScopeDispose, ref, shallowRef, watch, type Ref, type ShallowRef } from 'vue'
import { asProblem, type Problem } from '@/api/problem'
import { revived } from './revival'

const SLOW_MS = 300

/** Something read from the platform: its content, or why not, and whether the reader waits for it. */
export interface Reading<T> {
  data: ShallowRef<T | undefined>
  problem: ShallowRef<Problem | undefined>
  /** Being read. */
  loading: Ref<boolean>
  /** Being read for so long that the page should say so. */
  slow: Ref<boolean>
  reload: () => Promise<void>
}

/** Reads now and whenever `reload` is called; an answer that was overtaken by a later one is dropped. */
export function useReading<T>(read: () => Promise<T>, options: { immediate?: boolean } = {}): Reading<T> {
  const data = shallowRef<T>()
  const problem = shallowRef<Problem>()
  const loading = ref(false)
  const slow = ref(false)
  let turn = 0

  async function reload(): Promise<void> {
    const mine = ++turn
    loading.value = true
    const timer = setTimeout(() => (slow.value = loading.value), SLOW_MS)
    try {
      const found = await read()
      if (mine !== turn) return
      data.value = found
      problem.value = undefined
    } catch (caught) {
      if (mine === turn) problem.value = asProblem(caught)
    } finally {
      clearTimeout(timer)
      if (mine === turn) {
        loading.value = false
        slow.value = false
      }
    }
  }

  // Whoever signs in again finds the page as if the session had never ended.
  watch(revived, () => {
    if (problem.value?.status === 401) void reload()
  })
  onScopeDispose(() => turn++)
  if (options.immediate !== false) void reload()
  return { data, problem, loading, slow, reload }
}

/** A command being sent: busy, and why it was refused. Returns undefined when it was. */
export function useCommand(): {
  busy: Ref<boolean>
  problem: ShallowRef<Problem | undefined>
  run: <T>(send: () => Promise<T>) => Promise<T | undefined>
} {
  const busy = ref(false)
  const problem = shallowRef<Problem>()
  async function run<T>(send: () => Promise<T>): Promise<T | undefined> {
    if (busy.value) return undefined
    busy.value = true
    problem.value = undefined
    try {
      return await send()
    } catch (caught) {
      problem.value = asProblem(caught)
      return undefined
    } finally {
      busy.value = false
    }
  }
  return { busy, problem, run }
}
