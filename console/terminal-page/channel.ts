// What the till shows its customer: a second window on the same machine, or a second monitor.

/** One picture of the customer's display. */
export interface Face {
  tone: 'idle' | 'wait' | 'yes' | 'no'
  place: string
  title: string
  big: string
  line: string
  hint: string
}

interface Asking {
  ask: true
}

const nameOf = (serial: string): string => `onecard.till.${serial}`

/** The till's side: shows a face, and shows it again to whoever opens the window later. */
export function shows(serial: string): { show: (face: Face) => void; close: () => void } {
  const channel = new BroadcastChannel(nameOf(serial))
  let last: Face | undefined
  channel.onmessage = (event: MessageEvent<Face | Asking>) => {
    if ('ask' in event.data && last) channel.postMessage(last)
  }
  return {
    show: (face) => {
      last = face
      channel.postMessage(face)
    },
    close: () => channel.close(),
  }
}

/** The customer's side. */
export function watches(serial: string, see: (face: Face) => void): () => void {
  const channel = new BroadcastChannel(nameOf(serial))
  channel.onmessage = (event: MessageEvent<Face | Asking>) => {
    if (!('ask' in event.data)) see(event.data)
  }
  channel.postMessage({ ask: true } satisfies Asking)
  return () => channel.close()
}
