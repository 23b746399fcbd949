import { onScopeDispose, ref, shallowRef, type Ref, type ShallowRef } from 'vue'
import { answer, api } from '@/api/client'
import type { Job } from '@/api/types'

const LOOK_MS = 400

export interface FollowedJob {
  job: ShallowRef<Job | undefined>
  /** From the moment it is followed, even before it was seen, until it is over. */
  working: Ref<boolean>
  follow: (id: number) => void
  /** Looks away; the work goes on. */
  leave: () => void
  cancel: () => Promise<void>
}

/** Long work that the page looks after; it goes on when the page is left. */
export function useJob(over: (job: Job) => void): FollowedJob {
  const job = shallowRef<Job>()
  const working = ref(false)
  let timer: ReturnType<typeof setTimeout> | undefined
  let followed: number | undefined

  async function look(id: number): Promise<void> {
    try {
      const now = await answer(api.GET('/api/v1/jobs/{id}', { params: { path: { id } } }))
      if (followed !== id) return
      job.value = now
      if (isOver(now)) {
        followed = undefined
        working.value = false
        over(now)
        return
      }
    } catch {
      // The line may be broken for a moment; the work is not.
    }
    if (followed === id) timer = setTimeout(() => void look(id), LOOK_MS)
  }

  function leave(): void {
    clearTimeout(timer)
    followed = undefined
    job.value = undefined
    working.value = false
  }

  function follow(id: number): void {
    leave()
    followed = id
    working.value = true
    void look(id)
  }

  async function cancel(): Promise<void> {
    if (job.value) await answer(api.POST('/api/v1/jobs/{id}/cancel', { params: { path: { id: job.value.id } } }))
  }

  onScopeDispose(leave)
  return { job, working, follow, leave, cancel }
}

export const isOver = (job: Job): boolean => job.state !== 'WAITING' && job.state !== 'RUNNING'
