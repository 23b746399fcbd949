import { Problem, type ProblemBody } from '@/api/problem'
import { surroundings } from '@/api/client'

/** Fetches a file with the session and hands it to the browser; a refusal comes back as a problem, not as a broken file. */
export async function download(address: string, fallbackName: string): Promise<void> {
  let response: Response
  try {
    response = await fetch(address, { credentials: 'same-origin', headers: { 'Accept-Language': surroundings.language() } })
  } catch (cause) {
    throw Problem.unreachable(cause)
  }
  if (!response.ok) {
    const body = (await response.json().catch(() => undefined)) as ProblemBody | undefined
    const problem = Problem.of(response.status, body)
    if (problem.status === 401) surroundings.signedOut()
    throw problem
  }
  const url = URL.createObjectURL(await response.blob())
  const link = document.createElement('a')
  link.href = url
  link.download = nameFrom(response.headers.get('Content-Disposition')) ?? fallbackName
  link.click()
  setTimeout(() => URL.revokeObjectURL(url), 60_000)
}

export function nameFrom(disposition: string | null): string | undefined {
  if (!disposition) return undefined
  const extended = /filename\*=UTF-8''([^;]+)/i.exec(disposition)
  if (extended?.[1]) return decodeURIComponent(extended[1])
  return /filename="?([^";]+)"?/i.exec(disposition)?.[1]
}
