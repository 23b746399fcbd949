import type { Component } from 'vue'
import type { RouteRecordRaw } from 'vue-router'

/** The sections of the menu in the order that users of the old software look for. */
export const sections = ['home', 'desk', 'base', 'cards', 'purchases', 'devices', 'faces', 'reports', 'system'] as const
export type Section = (typeof sections)[number]

export interface MenuEntry {
  section: Section
  /** Place inside the section. */
  order: number
  /** The page's route name. */
  route: string
  /** The word in the menu, a key of the room's words. */
  title: string
  icon: Component
  /** What the operator must be allowed; the server decides, this only hides what would be refused. */
  permission?: string
  /** Old names, abbreviations and pinyin initials under which somebody may look for the page. */
  search: string[]
}

export interface Words {
  [key: string]: string | Words
}

/** What a room tells the house: its pages, its menu entries, its words. */
export interface Room {
  name: string
  routes: RouteRecordRaw[]
  menu: MenuEntry[]
  words: { 'zh-CN': Words; en: Words }
}
