import { onScopeDispose } from 'vue'
import { answer, api } from '@/api/client'
import { announce } from './announce'
import { useSession } from './session'
import { t } from './words'

export const readAlone = () => answer(api.GET('/api/v1/terminals/alone'))

const REMIND_MS = 600_000

/** Says every ten minutes, wherever one is in the console, that terminals sell without asking though they could ask. */
export function useReminder(): void {
  const session = useSession()
  async function remind(): Promise<void> {
    if (!session.can('SEE_TERMINALS')) return
    try {
      const { toDo } = await readAlone()
      if (toDo) announce(t('shared.alone.remind', { count: toDo }), 'wait')
    } catch {
      // Whoever cannot be asked now is asked again in ten minutes; the page in view says what is wrong.
    }
  }
  const timer = setInterval(() => void remind(), REMIND_MS)
  onScopeDispose(() => clearInterval(timer))
}
