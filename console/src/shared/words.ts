import { createI18n } from 'vue-i18n'
import type { Language } from '@/api/types'
import type { Room, Words } from './room'
import { inSiteWords } from './wording'
import { words as en } from './words.en'
import { words as zh } from './words.zh-CN'

const found = import.meta.glob<{ room: Room }>('../rooms/*/room.ts', { eager: true })

/** Every room of the house. */
export const rooms: Room[] = Object.values(found).map((module) => module.room)

function all(language: Language, shared: Words): Words {
  return { shared, ...Object.fromEntries(rooms.map((room) => [room.name, room.words[language]])) }
}

/** All words of the console in one language, by room. */
export const wordsOf = (language: Language): Words => all(language, language === 'en' ? en : zh)

export const i18n = createI18n({
  legacy: false,
  locale: 'zh-CN' as Language,
  fallbackLocale: false as const,
  missingWarn: import.meta.env.DEV,
  messages: { 'zh-CN': wordsOf('zh-CN'), en: wordsOf('en') } as unknown as Record<string, Record<string, string>>,
})

i18n.global.setPostTranslationHandler((text, key) => (typeof text === 'string' ? inSiteWords(text, key) : text))

/** Words outside a component. */
export const t = (key: string, values: Record<string, unknown> = {}): string => i18n.global.t(key, values)
