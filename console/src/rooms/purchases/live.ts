import { computed, ref, shallowRef } from 'vue'
import type { LiveRow } from '@/api/types'

const MOST_ROWS = 300
const MOST_WAITING = 2_000

/** A list that grows at the top, but holds still while somebody looks at it closely. */
export function useLiveRows() {
  const rows = shallowRef<LiveRow[]>()
  const waiting = shallowRef<LiveRow[]>([])
  const paused = ref(false)
  const pointerOn = ref(false)
  const held = computed(() => paused.value || pointerOn.value)

  /** A row came: shown at once, or kept back while the list is held. One that is known already is renewed in place. */
  function arrived(row: LiveRow): void {
    const known = rows.value?.findIndex((one) => one.number === row.number) ?? -1
    if (known >= 0) {
      rows.value = rows.value?.map((one, at) => (at === known ? row : one))
      return
    }
    if (held.value) waiting.value = [row, ...waiting.value.filter((one) => one.number !== row.number)].slice(0, MOST_WAITING)
    else rows.value = [row, ...(rows.value ?? [])].slice(0, Math.max(MOST_ROWS, rows.value?.length ?? 0))
  }

  function release(): void {
    if (!waiting.value.length) return
    rows.value = [...waiting.value, ...(rows.value ?? [])]
    waiting.value = []
  }

  function replace(all: LiveRow[] | undefined): void {
    rows.value = all
    waiting.value = []
  }

  function append(older: LiveRow[]): void {
    const known = new Set(rows.value?.map((row) => row.number))
    rows.value = [...(rows.value ?? []), ...older.filter((row) => !known.has(row.number))]
  }

  return { rows, waiting, paused, pointerOn, held, arrived, release, replace, append }
}
