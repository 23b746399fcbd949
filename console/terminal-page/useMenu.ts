import { onScopeDispose, shallowRef, watch, type Ref } from 'vue'
import { editable, type Cents } from '@/shared/money'
import * as api from './api'
import { keyed, typed } from './keypad'
import { entered, root, type Entry, type Field, type MenuWord } from './menu'
import { words } from './words'

/** What the menu shows. `back` is where Cancel goes. */
export type MenuScreen =
  | { show: 'administrator'; text: string }
  | { show: 'password'; administrator: string; text: string }
  | { show: 'list'; title: MenuWord | undefined; entries: Entry[]; chosen: number; back: MenuScreen | undefined }
  | { show: 'entry'; word: MenuWord; field: Field; text: string; ip?: string; back: MenuScreen }
  | { show: 'choice'; word: MenuWord; field: Extract<Field, { kind: 'choice' }>; chosen: number; back: MenuScreen }
  | { show: 'about'; back: MenuScreen }
  | { show: 'busy'; server: boolean }
  | { show: 'said'; words: string; good: boolean; back: MenuScreen | undefined }

/** Nobody presses a key for so long: back to standby. */
const PATIENCE_MS = 60_000
const SAID_MS = 3_000
const MOST_LOGIN = 8
const MOST_PORT = 5

/** The menu of one terminal; `undefined` is standby. */
export function useMenu(serial: Ref<string | undefined>, till: Ref<api.Till | undefined>) {
  const menu = shallowRef<MenuScreen>()
  const settings = shallowRef<api.Settings>()
  let login = { administrator: '', password: '' }
  let timer: ReturnType<typeof setTimeout> | undefined

  function go(next: MenuScreen | undefined): void {
    clearTimeout(timer)
    menu.value = next
    if (!next) login = { administrator: '', password: '' }
    else if (next.show === 'said') timer = setTimeout(() => go(next.back), SAID_MS)
    else if (next.show !== 'busy') timer = setTimeout(() => go(undefined), PATIENCE_MS)
  }

  const open = (): void => go({ show: 'administrator', text: '' })

  function problem(caught: unknown, back: MenuScreen | undefined): void {
    const said = caught instanceof api.TillFault ? caught.words : undefined
    go({ show: 'said', words: said ?? words().fault, good: false, back })
  }

  async function enter(administrator: string, password: string): Promise<void> {
    const at = serial.value
    if (!at) return
    go({ show: 'busy', server: false })
    try {
      settings.value = await api.login(at, { administrator, password })
      login = { administrator, password }
      go({ show: 'list', title: undefined, entries: root, chosen: 0, back: undefined })
    } catch (caught) {
      // Back to standby, as the manual has it.
      problem(caught, undefined)
    }
  }

  async function save(field: Field, value: string, from: MenuScreen, back: MenuScreen): Promise<void> {
    const at = serial.value
    if (!at) return
    go({ show: 'busy', server: field.kind === 'server' })
    try {
      settings.value = await api.setSetting(at, login, field.setting, value)
      if (field.setting === 'ADMINISTRATOR') login = { ...login, administrator: value }
      if (field.setting === 'PASSWORD') login = { ...login, password: value }
      const later = till.value?.planned && (field.setting === 'WORKING_MODE' || field.setting === 'FIXED_AMOUNT')
      go({ show: 'said', words: later ? words().menu.savedPlanned : words().menu.saved, good: true, back })
    } catch (caught) {
      problem(caught, from)
    }
  }

  function choose(entry: Entry, back: MenuScreen): void {
    if ('entries' in entry) return go({ show: 'list', title: entry.word, entries: entry.entries, chosen: 0, back })
    if ('about' in entry) return go({ show: 'about', back })
    const { field, word } = entry
    if (field.kind === 'choice') {
      const now = settings.value?.[field.setting]
      return go({ show: 'choice', word, field, chosen: Math.max(0, field.choices.findIndex(({ value }) => value === now)), back })
    }
    go({ show: 'entry', word, field, text: '', back })
  }

  function press(key: string): void {
    const now = menu.value
    if (!now || now.show === 'busy') return
    switch (now.show) {
      case 'administrator':
        if (key === 'cancel') go(undefined)
        else if (key === 'ok') go(now.text ? { show: 'password', administrator: now.text, text: '' } : now)
        else go({ ...now, text: entered(now.text, key, 'number', MOST_LOGIN) })
        return
      case 'password':
        if (key === 'cancel') go({ show: 'administrator', text: '' })
        else if (key === 'ok') void enter(now.administrator, now.text)
        else go({ ...now, text: entered(now.text, key, 'number', MOST_LOGIN) })
        return
      case 'list': return inList(now, key)
      case 'choice': return inChoice(now, key)
      case 'entry': return inEntry(now, key)
      case 'about':
        if (key === 'ok' || key === 'cancel') go(now.back)
        return
      case 'said':
        if (key === 'ok' || key === 'cancel') go(now.back)
    }
  }

  const step = (key: string): number => (key === 'up' ? -1 : key === 'down' ? 1 : 0)

  function inList(now: Extract<MenuScreen, { show: 'list' }>, key: string): void {
    const { entries } = now
    if (key === 'cancel') return go(now.back)
    const direct = /^[1-9]$/.test(key) ? entries[Number(key) - 1] : undefined
    const entry = key === 'ok' ? entries[now.chosen] : direct
    const here: MenuScreen = direct ? { ...now, chosen: entries.indexOf(direct) } : now
    if (entry) choose(entry, here)
    else go({ ...now, chosen: (now.chosen + step(key) + entries.length) % entries.length })
  }

  function inChoice(now: Extract<MenuScreen, { show: 'choice' }>, key: string): void {
    const { choices } = now.field
    const chosen = choices[now.chosen]
    if (key === 'cancel') go(now.back)
    else if (key === 'ok' && chosen) void save(now.field, chosen.value, now, now.back)
    else go({ ...now, chosen: (now.chosen + step(key) + choices.length) % choices.length })
  }

  function inEntry(now: Extract<MenuScreen, { show: 'entry' }>, key: string): void {
    const { field } = now
    if (key === 'cancel') return go(now.ip === undefined ? now.back : { ...now, ip: undefined, text: now.ip })
    if (key === 'ok') {
      if (!now.text) return go(now.back)
      if (field.kind === 'server' && now.ip === undefined) return go({ ...now, ip: now.text, text: String(field.port) })
      return void save(field, valueOf(now), now, now.back)
    }
    switch (field.kind) {
      case 'amount': return go({ ...now, text: key === '+' ? now.text : typed(now.text, key) })
      case 'ip': return go({ ...now, text: entered(now.text, key, 'ip', 0) })
      case 'server': return go({ ...now, text: now.ip === undefined ? entered(now.text, key, 'ip', 0) : entered(now.text, key, 'number', MOST_PORT) })
      case 'number':
      case 'secret': return go({ ...now, text: entered(now.text, key, 'number', field.digits) })
      case 'choice':
    }
  }

  function valueOf({ field, text, ip }: Extract<MenuScreen, { show: 'entry' }>): string {
    if (field.kind === 'amount') return String(keyed(text))
    return ip === undefined ? text : `${ip}:${text}`
  }

  /** What holds now, as a person reads it; secrets stay out of sight. */
  function current(field: Field): string {
    if (field.kind === 'secret') return ''
    const value = settings.value?.[field.setting as keyof api.Settings] ?? ''
    return field.kind === 'amount' ? editable(Number(value || '0') as Cents) : value
  }

  watch(serial, () => go(undefined))
  onScopeDispose(() => clearTimeout(timer))

  return { menu, settings, open, press, current }
}
