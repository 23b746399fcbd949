import { onScopeDispose, readonly, ref } from 'vue'

// One event stream per browser: the tab that holds the lock listens and passes everything on.

export type Topic = 'purchase' | 'terminal' | 'books' | 'today' | 'parameters' | 'alone'
type Listener = (data: unknown) => void
type Said = { topic: Topic; data: string } | { state: LiveState } | { missed: true } | { ask: true }

export type LiveState = 'connecting' | 'live' | 'away'

const topics: Topic[] = ['purchase', 'terminal', 'books', 'today', 'parameters', 'alone']
const PATIENCE_MS = 30_000
const FIRST_RETRY_MS = 1_000
const LONGEST_RETRY_MS = 15_000

const listeners = new Map<Topic, Set<Listener>>()
const missedListeners = new Set<() => void>()
const state = ref<LiveState>('connecting')
const channel = typeof BroadcastChannel === 'undefined' ? undefined : new BroadcastChannel('onecard-live')

let source: EventSource | undefined
let retryMs = FIRST_RETRY_MS
let watchdog: ReturnType<typeof setTimeout> | undefined
let leading = false
let wanted = false
let stop: (() => void) | undefined
let wasLive = false

/** Whether what the page shows is live. */
export const liveState = readonly(state)

/** Calls back for each event of a topic while the component lives. */
export function onLive<T>(topic: Topic, listener: (data: T) => void): void {
  const set = listeners.get(topic) ?? new Set<Listener>()
  listeners.set(topic, set)
  set.add(listener as Listener)
  onScopeDispose(() => set.delete(listener as Listener))
}

/** Calls back when events may have been missed: the page reads again. */
export function onMissed(listener: () => void): void {
  missedListeners.add(listener)
  onScopeDispose(() => missedListeners.delete(listener))
}

let refused = (): unknown => undefined

/**
 * Starts listening; called once after sign-in.
 *
 * @param whenRefused the platform does not want to talk to this page: perhaps the session is over
 */
export function openStream(whenRefused: () => unknown): void {
  refused = whenRefused
  if (wanted) return
  wanted = true
  if (!('locks' in navigator)) {
    lead()
    return
  }
  channel?.postMessage({ ask: true } satisfies Said)
  void navigator.locks.request('onecard-live', () => {
    if (!wanted) return undefined
    lead()
    return new Promise<void>((resolve) => {
      stop = resolve
    })
  })
}

/** Stops listening; called at sign-out. */
export function closeStream(): void {
  wanted = false
  leading = false
  clearTimeout(watchdog)
  source?.close()
  source = undefined
  stop?.()
  stop = undefined
  state.value = 'connecting'
  wasLive = false
}

if (channel) {
  channel.onmessage = ({ data }: MessageEvent<Said>) => {
    if ('ask' in data) {
      if (leading) channel.postMessage({ state: state.value } satisfies Said)
    } else if (!leading && wanted) {
      hear(data)
    }
  }
}

function lead(): void {
  leading = true
  connect()
}

function connect(): void {
  if (!leading) return
  source?.close()
  source = new EventSource('/api/v1/live')
  source.onopen = () => {
    retryMs = FIRST_RETRY_MS
    say({ state: 'live' })
    if (wasLive) say({ missed: true })
    wasLive = true
    feedWatchdog()
  }
  source.onerror = () => {
    say({ state: 'away' })
    // The browser tries again by itself after a broken line, but not after a refusal.
    if (source?.readyState === EventSource.CLOSED) {
      refused()
      again()
    }
  }
  for (const topic of topics) {
    source.addEventListener(topic, (event: MessageEvent<string>) => {
      feedWatchdog()
      say({ topic, data: event.data })
    })
  }
  // The platform says that more happened than it kept.
  source.addEventListener('reload', () => say({ missed: true }))
}

function again(): void {
  clearTimeout(watchdog)
  watchdog = setTimeout(connect, retryMs)
  retryMs = Math.min(retryMs * 2, LONGEST_RETRY_MS)
}

function feedWatchdog(): void {
  clearTimeout(watchdog)
  watchdog = setTimeout(() => {
    if (source?.readyState !== EventSource.OPEN) connect()
  }, PATIENCE_MS)
}

function say(said: Said): void {
  channel?.postMessage(said)
  hear(said)
}

function hear(said: Said): void {
  if ('topic' in said) {
    const data: unknown = JSON.parse(said.data)
    listeners.get(said.topic)?.forEach((listener) => listener(data))
  } else if ('state' in said) {
    state.value = said.state
  } else if ('missed' in said) {
    missedListeners.forEach((listener) => listener())
  }
}
