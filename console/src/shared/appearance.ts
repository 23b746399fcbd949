import { ref, watch } from 'vue'
import type { Language } from '@/api/types'
import { i18n } from './words'

const kept = (name: string): string | null => {
  try {
    return localStorage.getItem(`onecard.${name}`)
  } catch {
    return null
  }
}

const keep = (name: string, value: string): void => {
  try {
    localStorage.setItem(`onecard.${name}`, value)
  } catch {
    // A browser that keeps nothing still shows everything.
  }
}

const initialLanguage = (): Language => {
  const before = kept('language')
  if (before === 'zh-CN' || before === 'en') return before
  return navigator.language.toLowerCase().startsWith('zh') ? 'zh-CN' : 'en'
}

const initialDark = (): boolean => {
  const before = kept('dark')
  return before === null ? window.matchMedia('(prefers-color-scheme: dark)').matches : before === 'yes'
}

export const language = ref<Language>(initialLanguage())
export const dark = ref(initialDark())

watch(language, (now) => {
  i18n.global.locale.value = now
  document.documentElement.lang = now
  keep('language', now)
}, { immediate: true })

watch(dark, (now) => {
  document.documentElement.classList.toggle('dark', now)
}, { immediate: true })

export function switchDark(): void {
  dark.value = !dark.value
  keep('dark', dark.value ? 'yes' : 'no')
}
