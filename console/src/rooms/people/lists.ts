import { computed, type ComputedRef } from 'vue'
import { answer, api } from '@/api/client'
import type { PeopleChoices } from '@/api/types'
import { useReading } from '@/shared/query'

/** Reasons for leaving and types of holders. */
export function usePeopleChoices(): { lists: ComputedRef<PeopleChoices | undefined>; reload: () => Promise<void> } {
  const reading = useReading(() => answer(api.GET('/api/v1/people-choices')))
  return { lists: computed(() => reading.data.value), reload: reading.reload }
}
