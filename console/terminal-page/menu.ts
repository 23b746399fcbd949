// The menu of the machine as a tree, in the manual's words and order.
import type { Settings } from './api'
import type { words } from './words'

type MenuWords = ReturnType<typeof words>['menu']
export type MenuWord = { [K in keyof MenuWords]: MenuWords[K] extends string ? K : never }[keyof MenuWords]
export type Setting = keyof Settings

/** How a value is keyed: as a number, an amount, an address, an address with a port, out of sight, or chosen. */
export type Field =
  | { kind: 'number' | 'secret'; setting: Setting | Secret; digits: number; unit?: MenuWord }
  | { kind: 'amount' | 'ip'; setting: Setting }
  | { kind: 'server'; setting: Setting; port: number }
  | { kind: 'choice'; setting: Setting; choices: { value: string; word: MenuWord }[] }

export type Secret = 'PASSWORD' | 'OPERATOR_PASSWORD'

export type Entry =
  | { word: MenuWord; entries: Entry[] }
  | { word: MenuWord; field: Field }
  | { word: MenuWord; about: true }

const onOff: { value: string; word: MenuWord }[] = [{ value: 'ON', word: 'ON' }, { value: 'OFF', word: 'OFF' }]

export const root: Entry[] = [
  {
    word: 'DEVICE',
    entries: [
      { word: 'DEVICE_PARAMETERS', entries: [{ word: 'MACHINE_NO', field: { kind: 'number', setting: 'MACHINE_NO', digits: 4 } }] },
      { word: 'DEVICE_INFORMATION', about: true },
    ],
  },
  {
    word: 'SYSTEM',
    entries: [
      {
        word: 'COMMUNICATION',
        entries: [
          { word: 'LOCAL_IP', field: { kind: 'ip', setting: 'LOCAL_IP' } },
          { word: 'UPLOAD_SERVER', field: { kind: 'server', setting: 'UPLOAD_SERVER', port: 8001 } },
          { word: 'TRADE_SERVER', field: { kind: 'server', setting: 'TRADE_SERVER', port: 8002 } },
        ],
      },
      { word: 'FIXED_AMOUNT', field: { kind: 'amount', setting: 'FIXED_AMOUNT' } },
      { word: 'LOW_BALANCE', field: { kind: 'amount', setting: 'LOW_BALANCE' } },
      { word: 'ANTI_NFC', field: { kind: 'choice', setting: 'ANTI_NFC', choices: onOff } },
      {
        word: 'SOUND',
        entries: [
          { word: 'VOLUME', field: { kind: 'number', setting: 'VOLUME', digits: 1 } },
          { word: 'VOICE', field: { kind: 'choice', setting: 'VOICE', choices: onOff } },
        ],
      },
      {
        word: 'PASSWORDS',
        entries: [
          { word: 'ADMINISTRATOR', field: { kind: 'number', setting: 'ADMINISTRATOR', digits: 4 } },
          { word: 'PASSWORD', field: { kind: 'secret', setting: 'PASSWORD', digits: 8 } },
          { word: 'OPERATOR_PASSWORD', field: { kind: 'secret', setting: 'OPERATOR_PASSWORD', digits: 8 } },
        ],
      },
    ],
  },
  {
    word: 'MODES',
    entries: [
      {
        word: 'MODE_SETTINGS',
        entries: [
          {
            word: 'WORKING_MODE',
            field: { kind: 'choice', setting: 'WORKING_MODE', choices: [{ value: 'FREE_AMOUNT', word: 'FREE_AMOUNT' }, { value: 'FIXED_AMOUNT', word: 'FIXED' }, { value: 'COUNT', word: 'COUNT' }] },
          },
          {
            word: 'WORKING_STATUS',
            field: { kind: 'choice', setting: 'WORKING_STATUS', choices: [{ value: 'ONLINE', word: 'ONLINE' }, { value: 'STORE_AND_FORWARD', word: 'STORE_AND_FORWARD' }] },
          },
        ],
      },
      { word: 'INTERVALS', entries: [{ word: 'SWIPE_INTERVAL', field: { kind: 'number', setting: 'SWIPE_INTERVAL', digits: 4, unit: 'seconds' } }] },
    ],
  },
]

const MOST_IP = 15

/** What a field makes of one more key. */
export function entered(before: string, key: string, kind: 'number' | 'ip', most: number): string {
  if (key === 'clear') return ''
  if (key === 'back') return before.slice(0, -1)
  if (kind === 'ip') {
    if (!/^[\d.]$/.test(key) || before.length >= MOST_IP) return before
    const part = before.slice(before.lastIndexOf('.') + 1)
    if (key === '.') return part === '' || before.split('.').length > 3 ? before : `${before}.`
    return part.length < 3 ? before + key : before
  }
  return /^\d$/.test(key) && before.length < most ? before + key : before
}

/** The lines of a list that fit onto the display, with the chosen one among them. */
export function shownFrom(chosen: number, all: number, fit: number): number {
  return Math.max(0, Math.min(chosen - fit + 1, all - fit))
}
