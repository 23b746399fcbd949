import { computed, ref, type ComputedRef, type Ref } from 'vue'
import type { Page } from '@/api/types'
import { useReading, type Reading } from './query'

export const PAGE_SIZE = 50

export interface Pages<T> {
  rows: ComputedRef<T[] | undefined>
  reading: Reading<Page<T>>
  number: Ref<number>
  hasNext: ComputedRef<boolean>
  next: () => void
  previous: () => void
  /** Back to the first page, read anew. */
  restart: () => void
}

/** A long list by cursor: forward by what the platform says, back by what was seen. */
export function usePages<T>(read: (after: string | undefined, limit: number) => Promise<Page<T>>): Pages<T> {
  const cursors = ref<(string | undefined)[]>([undefined])
  const number = ref(1)
  const reading = useReading(() => read(cursors.value[number.value - 1], PAGE_SIZE))

  function next(): void {
    const cursor = reading.data.value?.next
    if (cursor === undefined) return
    cursors.value[number.value] = cursor
    number.value++
    void reading.reload()
  }

  function previous(): void {
    if (number.value === 1) return
    number.value--
    void reading.reload()
  }

  function restart(): void {
    cursors.value = [undefined]
    number.value = 1
    void reading.reload()
  }

  return {
    rows: computed(() => reading.data.value?.items),
    reading,
    number,
    hasNext: computed(() => reading.data.value?.next !== undefined && reading.data.value.next !== null),
    next,
    previous,
    restart,
  }
}
