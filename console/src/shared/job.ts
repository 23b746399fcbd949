import { onScopeDispose, shallowRef, type ShallowRef } from 'vue'
import { answer, api } from '@/api/client'
import type { Job } from '@/api/types'

const LOOK_MS = 400

/** Long work that the page looks after; it goes on when the page is left. */
export function useJob(over: (job: Job) => void): { job: ShallowRef<Job | undefined>; follow: (id: number) => void; cancel: () => Promise<void> } {
  const job = shallowRef<Job>()
  let timer: ReturnType<typeof setTimeout> | undefined
  let gone = false

  async function look(id: number): Promise<void> {
    try {
      const now = await answer(api.GET('/api/v1/jobs/{id}', { params: { path: { id } } }))
      if (gone) return
      job.value = now
      if (isOver(now)) {
        over(now)
        return
      }
    } catch {
      // The line may be broken for a moment; the work is not.
    }
    if (!gone) timer = setTimeout(() => void look(id), LOOK_MS)
  }

  function follow(id: number): void {
    clearTimeout(timer)
    job.value = undefined
    void look(id)
  }

  async function cancel(): Promise<void> {
    if (job.value) await answer(api.POST('/api/v1/jobs/{id}/cancel', { params: { path: { id: job.value.id } } }))
  }

  onScopeDispose(() => {
    gone = true
    clearTimeout(timer)
  })
  return { job, follow, cancel }
}

export const isOver = (job: Job): boolean => job.state !== 'WAITING' && job.state !== 'RUNNING'
