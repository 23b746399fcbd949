import createClient from 'openapi-fetch'
import type { Branded } from './branded'
import type { Language } from './types'
import type { paths } from './schema'
import { Problem, type ProblemBody } from './problem'

/** What the client must know of the page around it; set once at start. */
export const surroundings = {
  language: (): Language => 'zh-CN',
  signedOut: (): void => undefined,
  heard: (): void => undefined,
}

/** The platform's API. Every call ends in `answer`, which turns a problem into an exception. */
export const api = createClient<paths>({
  baseUrl: window.location.origin,
  credentials: 'same-origin',
  fetch: (request) => fetch(request),
})

api.use({
  onRequest({ request }) {
    request.headers.set('Accept-Language', surroundings.language())
    if (request.method !== 'GET') {
      const token = cookie('XSRF-TOKEN')
      if (token) request.headers.set('X-XSRF-TOKEN', token)
    }
    return request
  },
  onResponse({ response }) {
    if (response.ok) surroundings.heard()
    return undefined
  },
})

interface Reply<T> {
  data?: T
  error?: unknown
  response: Response
}

/** Waits for the reply and gives its content; a refusal, an outage and a lost session are thrown as `Problem`. */
export async function answer<T>(reply: Promise<Reply<T>>): Promise<Branded<T>> {
  let settled: Reply<T>
  try {
    settled = await reply
  } catch (cause) {
    throw Problem.unreachable(cause)
  }
  if (settled.response.ok) return settled.data as Branded<T>
  const problem = Problem.of(settled.response.status, settled.error as ProblemBody | undefined)
  if (problem.status === 401) surroundings.signedOut()
  throw problem
}

/** Sends a file as a form does. */
export function upload<T>(address: string, file: Blob, method: 'POST' | 'PUT' = 'POST'): Promise<T> {
  const body = new FormData()
  body.append('file', file)
  return sent(address, { method, body })
}

/** Sends bytes as they are, with further headers. */
export const send = <T>(address: string, method: 'POST' | 'PUT', file: Blob, headers: Record<string, string>): Promise<T> =>
  sent(address, { method, body: file, headers: { 'Content-Type': file.type, ...headers } })

async function sent<T>(address: string, request: RequestInit): Promise<T> {
  const token = cookie('XSRF-TOKEN')
  const reply = async (): Promise<Reply<T>> => {
    const response = await fetch(address, {
      ...request, credentials: 'same-origin',
      headers: { 'Accept-Language': surroundings.language(), ...(token ? { 'X-XSRF-TOKEN': token } : {}), ...request.headers },
    })
    const content: unknown = await response.json().catch(() => undefined)
    return response.ok ? { data: content as T, response } : { error: content, response }
  }
  return (await answer(reply())) as T
}

/** The header of a change that must not overwrite what somebody else changed meanwhile. */
export const ifUnchanged = (revision: number): { 'If-Match': string } => ({ 'If-Match': `"${revision}"` })

function cookie(name: string): string | undefined {
  const start = `${name}=`
  const found = document.cookie.split('; ').find((part) => part.startsWith(start))
  return found && decodeURIComponent(found.slice(start.length))
}
