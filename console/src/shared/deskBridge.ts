import { onMounted, onUnmounted, readonly, ref, type Ref } from 'vue'
import { present } from './cardReader'

// The desk bridge: a program on this PC that lends us its card reader. It listens on loopback only.

export const USUAL_PORT = 18642
const KEPT = 'desk-bridge'
const AGAIN_MS = 3_000

export type BridgeState = 'UNPAIRED' | 'AWAY' | 'BLOCKED' | 'NO_SERVICE' | 'NO_READER' | 'LISTENING'
export type Pairing = 'paired' | 'wrong-code' | 'away' | 'blocked'

interface Paired {
  port: number
  token: string
}

export type News = { uid: string } | { unreadable: true } | { state: BridgeState; name?: string }

/** What a line of the bridge says; nothing if it says nothing that is known. */
export function newsOf(line: string): News | undefined {
  let said: unknown
  try {
    said = JSON.parse(line)
  } catch {
    return undefined
  }
  if (typeof said !== 'object' || said === null) return undefined
  if ('uid' in said && typeof said.uid === 'string' && /^([0-9A-F]{8}|[0-9A-F]{14}|[0-9A-F]{20})$/.test(said.uid)) return { uid: said.uid }
  if ('unreadable' in said) return { unreadable: true }
  if ('reader' in said && (said.reader === 'NO_SERVICE' || said.reader === 'NO_READER' || said.reader === 'LISTENING')) return { state: said.reader, ...firstName(said) }
  return undefined
}

/** Of several readers the first; the bridge hears them all. */
const firstName = (said: object): { name?: string } => ('names' in said && Array.isArray(said.names) && typeof said.names[0] === 'string' ? { name: said.names[0] } : {})

const state = ref<BridgeState>(paired() ? 'AWAY' : 'UNPAIRED')
const unreadable = ref(false)
const readerName = ref<string>()
const version = ref<string>()
let users = 0
let stop: AbortController | undefined

function paired(): Paired | undefined {
  const kept = localStorage.getItem(KEPT)
  if (kept === null) return undefined
  const [port, token] = kept.split(' ')
  return token ? { port: Number(port), token } : undefined
}

const address = (port: number, path: string): string => `http://127.0.0.1:${port}${path}`

/**
 * Tells whether the browser keeps this page from the programs of its PC: a console that comes from another
 * machine needs the clerk's consent (Chromium's "loopback-network"; browsers without it do not know the name).
 */
async function isBlocked(): Promise<boolean> {
  try {
    return (await navigator.permissions.query({ name: 'loopback-network' as PermissionName })).state === 'denied'
  } catch {
    return false
  }
}

/** Names the code that the bridge shows; from then on this console is known to it. */
export async function pair(code: string, port: number): Promise<Pairing> {
  try {
    const answer = await fetch(address(port, '/pair'), { method: 'POST', body: JSON.stringify({ code: code.replace(/\s/g, '') }) })
    if (!answer.ok) return 'wrong-code'
    const { token } = (await answer.json()) as { token: string }
    localStorage.setItem(KEPT, `${port} ${token}`)
  } catch {
    return (await isBlocked()) ? 'blocked' : 'away'
  }
  state.value = 'AWAY'
  begin()
  return 'paired'
}

/** Forgets the bridge; what it remembers of us is worth nothing without our token. */
export function unpair(): void {
  localStorage.removeItem(KEPT)
  stop?.abort()
  stop = undefined
  state.value = 'UNPAIRED'
}

function begin(): void {
  stop?.abort()
  const known = paired()
  if (users === 0 || !known) return
  stop = new AbortController()
  void follow(known, stop.signal)
}

async function follow(known: Paired, ended: AbortSignal): Promise<void> {
  while (!ended.aborted) {
    try {
      const answer = await fetch(address(known.port, '/cards'), { headers: { Authorization: `Bearer ${known.token}` }, signal: ended })
      if (answer.status === 401) return unpair()
      if (answer.ok && answer.body) {
        void askVersion(known, ended)
        await read(answer.body.getReader())
      }
    } catch {
      // It is away: not started yet, or stopped.
    }
    const blocked = await isBlocked()
    if (ended.aborted) return
    state.value = blocked ? 'BLOCKED' : 'AWAY'
    await new Promise((resolve) => setTimeout(resolve, AGAIN_MS))
  }
}

/** Asks which bridge it is; one that does not say is none the worse. */
async function askVersion(known: Paired, ended: AbortSignal): Promise<void> {
  try {
    const answer = await fetch(address(known.port, '/state'), { headers: { Authorization: `Bearer ${known.token}` }, signal: ended })
    const said = (await answer.json()) as { version?: unknown }
    version.value = typeof said.version === 'string' ? said.version : undefined
  } catch {
    // It went away meanwhile; the stream notices.
  }
}

async function read(body: ReadableStreamDefaultReader<Uint8Array>): Promise<void> {
  const words = new TextDecoder()
  let rest = ''
  for (;;) {
    const { done, value } = await body.read()
    if (done) return
    const lines = (rest + words.decode(value, { stream: true })).split('\n')
    rest = lines.pop() ?? ''
    for (const line of lines) tell(newsOf(line))
  }
}

function tell(news: News | undefined): void {
  if (!news) return
  unreadable.value = 'unreadable' in news
  if ('state' in news) {
    state.value = news.state
    readerName.value = news.name
  }
  // A card concerns the page the clerk looks at, not every window of the console.
  if ('uid' in news && document.visibilityState === 'visible') present(news.uid)
}

/** How a receipt fared at the printer of this PC. */
export type BridgePrint = 'DONE' | 'FAILED' | 'AWAY' | 'FULL' | 'WAITING'
const LOOK_MS = 300
const LOOKS_MAX = 60

const asked = (known: Paired, path: string, init: RequestInit = {}): Promise<Response> => fetch(address(known.port, path), { ...init, headers: { Authorization: `Bearer ${known.token}` } })

/** Whether this PC lends a printer: it does, its bridge has none or was never paired, or the bridge is not there now. */
export async function bridgePrinter(): Promise<'READY' | 'NONE' | 'AWAY'> {
  const known = paired()
  if (!known) return 'NONE'
  try {
    const answer = await asked(known, '/state')
    if (!answer.ok) return answer.status === 401 ? 'NONE' : 'AWAY'
    return ((await answer.json()) as { printer?: boolean }).printer ? 'READY' : 'NONE'
  } catch {
    return 'AWAY'
  }
}

/** Prints at this PC and waits, for some seconds, for how it ends. */
export async function printByBridge(bytes: Uint8Array<ArrayBuffer>): Promise<BridgePrint> {
  const known = paired()
  if (!known) return 'AWAY'
  try {
    const taken = await asked(known, '/print', { method: 'POST', body: bytes })
    if (!taken.ok) return taken.status === 503 ? 'FULL' : 'FAILED'
    const { job } = (await taken.json()) as { job: number }
    for (let look = 0; look < LOOKS_MAX; look++) {
      const now = (await (await asked(known, `/print/${job}`)).json()) as { state: BridgePrint }
      if (now.state !== 'WAITING') return now.state
      await new Promise((resolve) => setTimeout(resolve, LOOK_MS))
    }
    return 'WAITING'
  } catch {
    return 'AWAY'
  }
}

/** Listens to the bridge while the page is open. */
export function useDeskBridge(): {
  state: Readonly<Ref<BridgeState>>
  unreadable: Readonly<Ref<boolean>>
  /** The reader's own name, while one is plugged in. */
  readerName: Readonly<Ref<string | undefined>>
  version: Readonly<Ref<string | undefined>>
} {
  onMounted(() => {
    users += 1
    if (users === 1) begin()
  })
  onUnmounted(() => {
    users -= 1
    if (users === 0) stop?.abort()
  })
  return { state: readonly(state), unreadable: readonly(unreadable), readerName: readonly(readerName), version: readonly(version) }
}
