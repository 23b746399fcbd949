import type { SiteSettings, SiteSettingsEdit } from '@/api/types'

/** What of the settings is edited in another unit: people think of these spans in minutes. */
const IN_MINUTES = { cashierVoidMinutes: 'cashierVoidSeconds', undoMinutes: 'undoSeconds', sessionIdleMinutes: 'sessionIdleSeconds' } as const
const MINUTE = 60

const AS_THEY_ARE = [
  'unitName', 'wording', 'zone', 'dayStart', 'purseOrder', 'repeatIntervalSeconds', 'repeatFreeModeExempt', 'antiNfc', 'maxBalanceCents', 'maxBalanceOf',
] as const

export type SettingsForm = Pick<SiteSettings, (typeof AS_THEY_ARE)[number]> & Record<keyof typeof IN_MINUTES, number>

export function formOf(now: SiteSettings): SettingsForm {
  const form: Record<string, unknown> = {}
  for (const each of AS_THEY_ARE) form[each] = now[each]
  for (const [minutes, seconds] of Object.entries(IN_MINUTES)) form[minutes] = now[seconds] / MINUTE
  return form as SettingsForm
}

/** What differs from what is set now; what was not touched is not sent. */
export function edited(now: SiteSettings, form: SettingsForm): SiteSettingsEdit {
  const edit: Record<string, unknown> = {}
  for (const each of AS_THEY_ARE) {
    const value = each === 'unitName' ? form.unitName.trim() : form[each]
    if (value !== now[each]) edit[each] = value
  }
  for (const [minutes, seconds] of Object.entries(IN_MINUTES)) {
    const value = Math.round(form[minutes as keyof typeof IN_MINUTES] * MINUTE)
    if (value !== now[seconds]) edit[seconds] = value
  }
  return edit
}
