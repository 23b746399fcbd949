import { ref, type Ref } from 'vue'

/** Somebody in line for a card. */
export interface Queued {
  id: number
  name: string
  personNo: string
  state: 'WAITING' | 'DONE' | 'SKIPPED'
}

export interface Queue {
  people: Ref<Queued[]>
  /** Adds people who are not in line yet. */
  add: (more: Queued[]) => void
  mark: (id: number, state: Queued['state']) => void
  /** Puts everybody who was skipped back in line. */
  again: () => void
  clear: () => void
}

const PLACE = 'cards.batch-issue'

/** The line of a batch issue. It is kept where a reload finds it, so that work goes on where it stopped. */
export function queueOf(store: Pick<Storage, 'getItem' | 'setItem'>): Queue {
  const people = ref<Queued[]>(kept(store.getItem(PLACE)))
  const keep = (now: Queued[]): void => {
    people.value = now
    store.setItem(PLACE, JSON.stringify(now))
  }
  return {
    people,
    add: (more) => keep([...people.value, ...more.filter((one) => !people.value.some((other) => other.id === one.id))]),
    mark: (id, state) => keep(people.value.map((one) => (one.id === id ? { ...one, state } : one))),
    again: () => keep(people.value.map((one) => (one.state === 'SKIPPED' ? { ...one, state: 'WAITING' } : one))),
    clear: () => keep([]),
  }
}

function kept(text: string | null): Queued[] {
  if (!text) return []
  try {
    const found: unknown = JSON.parse(text)
    return Array.isArray(found) ? (found as Queued[]) : []
  } catch {
    return []
  }
}
