import type { ServiceLine } from '@/api/types'

/** Whether a message ended otherwise than the terminal wished. */
export function refused(line: Pick<ServiceLine, 'result'>): boolean {
  switch (line.result) {
    case 'APPROVED':
    case 'VOIDED':
    case 'NOTHING_CHARGED':
    case 'TOLD':
    case 'TAKEN_UP':
    case 'HANDED_OUT': return false
    case 'DECLINED':
    case 'NOT_VOIDED':
    case 'MALFORMED':
    case 'UNAUTHORIZED':
    case 'NOT_SERVED':
    case 'NO_SUCH_RESOURCE':
    case 'OTHER_CONTENT':
    case 'TOO_LARGE':
    case 'BUSY':
    case 'UNAVAILABLE': return true
  }
}

/** How a line is marked; a terminal that is told to ask again only waits. */
export const toneOf = (line: Pick<ServiceLine, 'result'>): 'good' | 'wait' | 'bad' =>
  !refused(line) ? 'good' : line.result === 'BUSY' || line.result === 'UNAVAILABLE' ? 'wait' : 'bad'

/** Whether a line is about a terminal that was typed: up to three digits are a machine number, anything else part of name, serial or address. */
export function matches(line: Pick<ServiceLine, 'machineNo' | 'terminalName' | 'serial' | 'address'>, typed: string): boolean {
  const q = typed.trim().toLowerCase()
  if (/^\d{1,3}$/.test(q)) return line.machineNo === Number(q)
  return [line.terminalName, line.serial, line.address].some((text) => text.toLowerCase().includes(q))
}
