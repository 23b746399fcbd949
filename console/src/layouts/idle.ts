import { onMounted, onUnmounted, ref } from 'vue'
import { useSession } from '@/shared/session'

// The platform ends a session after some idle minutes. Whoever still works here keeps it; whoever left is warned.

const WARNING_MS = 60_000
const KEEP_ALIVE_MS = 4 * 60_000
const TICK_MS = 1_000
const SHARED = 'onecard.active'

/** When to warn, when to leave, and how often to keep the session alive, in milliseconds, if the platform waits so many seconds. */
export function idleTimes(seconds: number): { idle: number; warning: number; keepAlive: number } {
  const idle = seconds * 1_000
  return { idle, warning: Math.min(WARNING_MS, idle / 3), keepAlive: Math.min(KEEP_ALIVE_MS, idle / 3) }
}

let lastHeard = Date.now()

/** The platform answered: its own idle clock starts again. */
export function heardFromPlatform(): void {
  lastHeard = Date.now()
}

const sharedActive = (): number => {
  try {
    return Number(localStorage.getItem(SHARED) ?? 0)
  } catch {
    return 0
  }
}

/** Watches hands on keyboard and mouse in all tabs; gives the seconds left while it warns. */
export function useIdle(left: () => void) {
  const session = useSession()
  const secondsLeft = ref<number>()
  let active = Date.now()
  let noted = 0
  let timer: ReturnType<typeof setInterval> | undefined

  function touch(): void {
    if (secondsLeft.value !== undefined) return
    active = Date.now()
    if (active - noted > 5_000) {
      noted = active
      try {
        localStorage.setItem(SHARED, String(active))
      } catch {
        // Then each tab counts for itself.
      }
    }
  }

  function stay(): void {
    secondsLeft.value = undefined
    touch()
    void session.ping()
  }

  function tick(): void {
    if (!session.me || session.expired) {
      secondsLeft.value = undefined
      active = Date.now()
      return
    }
    const now = Date.now()
    active = Math.max(active, sharedActive())
    const idle = now - active
    const times = idleTimes(session.me.sessionIdleSeconds)
    if (idle >= times.idle) {
      secondsLeft.value = undefined
      active = now
      left()
    } else if (idle >= times.idle - times.warning) {
      secondsLeft.value = Math.ceil((times.idle - idle) / 1000)
    } else {
      secondsLeft.value = undefined
      if (now - lastHeard > times.keepAlive && idle < times.keepAlive) {
        lastHeard = now
        void session.ping()
      }
    }
  }

  const signs = ['pointerdown', 'pointermove', 'keydown', 'wheel', 'touchstart'] as const
  onMounted(() => {
    timer = setInterval(tick, TICK_MS)
    for (const sign of signs) window.addEventListener(sign, touch, { passive: true, capture: true })
  })
  onUnmounted(() => {
    clearInterval(timer)
    for (const sign of signs) window.removeEventListener(sign, touch, { capture: true })
  })
  return { secondsLeft, stay }
}
