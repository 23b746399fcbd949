import { computed, type ComputedRef } from 'vue'
import { useSession } from '@/shared/session'
import { sections, type MenuEntry, type Section } from '@/shared/room'
import { rooms, t } from '@/shared/words'

export interface Item extends MenuEntry {
  words: string
  key: string
}

/** The menu of this operator, by section, in the old order. */
export function useMenu(): ComputedRef<{ section: Section; items: Item[] }[]> {
  const session = useSession()
  return computed(() =>
    sections
      .map((section) => ({
        section,
        items: rooms
          .flatMap((room) => room.menu.map((entry) => ({ ...entry, key: `${room.name}.${entry.title}`, words: t(`${room.name}.${entry.title}`) })))
          .filter((entry) => entry.section === section && session.can(entry.permission))
          .sort((a, b) => a.order - b.order),
      }))
      .filter(({ items }) => items.length > 0),
  )
}

/** Whether somebody who typed this looks for that page: by its words, old names and pinyin initials. */
export function matches(typed: string, item: Pick<Item, 'words' | 'search'>): boolean {
  const wanted = typed.trim().toLowerCase()
  if (!wanted) return true
  return [item.words, ...item.search].some((name) => name.toLowerCase().includes(wanted))
}
