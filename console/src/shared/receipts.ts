import { nextTick, readonly, ref, shallowRef, watch, type Ref } from 'vue'
import { answer, api } from '@/api/client'
import { asProblem } from '@/api/problem'
import type { PaperWidth, PrintDone, RareCharacters, ReceiptPrint, ReceiptSubject } from '@/api/types'
import { bridgePrinter, printByBridge, type BridgePrint } from './deskBridge'
import { commandKey } from './key'

// Receipts on their way to paper: the bridge of this PC if it lends a printer, else the printer in the network that
// this desk chose, else the browser. The desk goes on meanwhile; what went wrong is one quiet line.

export interface WhichReceipt {
  subject: ReceiptSubject
  id: string
}

/** What this desk remembers, in its browser. */
export interface ReceiptDesk {
  /** Whether a receipt is printed by itself after every operation: off until somebody switches it on. */
  on: boolean
  /** The printer in the network, if one was chosen. */
  printer?: number
  /** The paper of the printer at this PC. */
  width: PaperWidth
  rare: RareCharacters
}

export type Trouble = NonNullable<ReceiptPrint['trouble']> | 'AWAY' | 'BRIDGE_FULL' | 'BRIDGE_FAILED' | 'REFUSED'
export type Notice = { state: 'PRINTING' | 'WAITING' | 'DONE' } | { state: 'TROUBLE'; trouble: Trouble; why?: string }

const KEPT = 'receipt-desk'
const LOOK_MS = 500
const LOOKS_MAX = 60

/** Reads what the desk remembers; whatever is not understood is forgotten. */
export function deskOf(kept: string | null): ReceiptDesk {
  const fresh: ReceiptDesk = { on: false, width: 'COLUMNS_48', rare: 'REPLACE' }
  try {
    const said = JSON.parse(kept ?? '{}') as Partial<ReceiptDesk>
    return {
      on: said.on === true,
      width: said.width === 'COLUMNS_32' ? 'COLUMNS_32' : fresh.width,
      rare: said.rare === 'SEND' ? 'SEND' : fresh.rare,
      ...(typeof said.printer === 'number' && Number.isInteger(said.printer) && said.printer > 0 ? { printer: said.printer } : {}),
    }
  } catch {
    return fresh
  }
}

const desk = ref(deskOf(localStorage.getItem(KEPT)))
watch(desk, (now) => localStorage.setItem(KEPT, JSON.stringify(now)), { deep: true })

const notice = shallowRef<Notice>()
const sheet = shallowRef<PrintDone>()
const last = shallowRef<WhichReceipt>()
let retry: (() => Promise<void>) | undefined
/** Only the newest print speaks. */
let turn = 0

const shown: Record<BridgePrint, Notice> = {
  DONE: { state: 'DONE' }, WAITING: { state: 'WAITING' },
  FAILED: { state: 'TROUBLE', trouble: 'BRIDGE_FAILED' }, AWAY: { state: 'TROUBLE', trouble: 'AWAY' }, FULL: { state: 'TROUBLE', trouble: 'BRIDGE_FULL' },
}

/** Prints a receipt, or prints it again: the platform counts, and the paper says so. */
async function print(which: WhichReceipt): Promise<void> {
  const mine = ++turn
  const say = (what: Notice | undefined): void => void (mine === turn && (notice.value = what))
  last.value = which
  retry = undefined
  say({ state: 'PRINTING' })
  try {
    const bridge = await bridgePrinter()
    if (bridge === 'READY') return await byBridge(which, say)
    if (desk.value.printer !== undefined) return await byPrinter(which, desk.value.printer, say)
    if (bridge === 'AWAY') {
      retry = () => print(which)
      return say({ state: 'TROUBLE', trouble: 'AWAY' })
    }
    await byBrowser(which, say)
  } catch (caught) {
    retry = () => print(which)
    say({ state: 'TROUBLE', trouble: 'REFUSED', why: asProblem(caught).title })
  }
}

type Say = (what: Notice | undefined) => void
const wanted = (which: WhichReceipt) => ({ path: which, header: { 'Idempotency-Key': commandKey() } })

async function byBridge(which: WhichReceipt, say: Say): Promise<void> {
  const { width, rare } = desk.value
  const done = await answer(api.POST('/api/v1/receipts/{subject}/{id}/prints', { params: wanted(which), body: { way: 'BRIDGE', width, rare } }))
  const bytes = Uint8Array.from(atob(done.escpos ?? ''), (byte) => byte.charCodeAt(0))
  // The same bytes once more: what never came to paper is no reprint.
  const send = async (): Promise<void> => {
    say({ state: 'PRINTING' })
    say(shown[await printByBridge(bytes)])
  }
  retry = send
  await send()
}

async function byPrinter(which: WhichReceipt, printer: number, say: Say): Promise<void> {
  const done = await answer(api.POST('/api/v1/receipts/{subject}/{id}/prints', { params: wanted(which), body: { way: 'PRINTER', printer } }))
  const id = done.print.printId
  retry = async () => {
    say({ state: 'PRINTING' })
    await follow(await answer(api.POST('/api/v1/receipt-prints/{id}/again', { params: { path: { id } } })), say)
  }
  await follow(done.print, say)
}

async function follow(print: ReceiptPrint, say: Say): Promise<void> {
  let now = print
  for (let look = 0; now.state === 'WAITING' && look < LOOKS_MAX; look++) {
    await new Promise((resolve) => setTimeout(resolve, LOOK_MS))
    now = await answer(api.GET('/api/v1/receipt-prints/{id}', { params: { path: { id: print.printId } } }))
  }
  if (now.trouble) say({ state: 'TROUBLE', trouble: now.trouble })
  else say({ state: now.state === 'WAITING' ? 'WAITING' : 'DONE' })
}

/** The browser's own printing, on the page that the receipt makes of itself. */
async function byBrowser(which: WhichReceipt, say: Say): Promise<void> {
  sheet.value = await answer(api.POST('/api/v1/receipts/{subject}/{id}/prints', { params: wanted(which), body: { way: 'BROWSER' } }))
  await nextTick()
  say(undefined)
  window.print()
}

async function again(): Promise<void> {
  const how = retry
  if (!how) return
  try {
    await how()
  } catch (caught) {
    notice.value = { state: 'TROUBLE', trouble: 'REFUSED', why: asProblem(caught).title }
  }
}

/** By the browser although another printer is set: the way out where that one is dead. */
async function inBrowser(): Promise<void> {
  const which = last.value
  if (!which) return
  try {
    await byBrowser(which, (what) => (notice.value = what))
  } catch (caught) {
    notice.value = { state: 'TROUBLE', trouble: 'REFUSED', why: asProblem(caught).title }
  }
}

/** A page to try a printer in the network with. */
async function test(printer: number): Promise<void> {
  const mine = ++turn
  const say = (what: Notice | undefined): void => void (mine === turn && (notice.value = what))
  say({ state: 'PRINTING' })
  try {
    await byPrinter({ subject: 'TEST', id: String(printer) }, printer, say)
  } catch (caught) {
    retry = () => test(printer)
    say({ state: 'TROUBLE', trouble: 'REFUSED', why: asProblem(caught).title })
  }
}

/** What this desk does about receipts. */
export function useReceipts() {
  return {
    desk: desk as Ref<ReceiptDesk>,
    notice: readonly(notice),
    sheet,
    last: readonly(last),
    print,
    test,
    /** After an operation: prints only where the desk wants it, and keeps nobody waiting. */
    after: (which: WhichReceipt): void => {
      last.value = which
      if (desk.value.on) void print(which)
    },
    again,
    inBrowser,
    quiet: (): void => void (notice.value = undefined),
  }
}
