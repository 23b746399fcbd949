import { Operation } from '@element-plus/icons-vue'
import type { Room } from '@/shared/room'
import { words as en } from './words.en'
import { words as zh } from './words.zh-CN'

export const room: Room = {
  name: 'rules',
  routes: [
    { path: '/rules', name: 'rules', component: () => import('./RulesPage.vue'), meta: { title: 'rules.title', permission: 'SEE_RULES' } },
    { path: '/rules/new', name: 'rule-new', component: () => import('./RulePage.vue'), meta: { title: 'rules.newTitle', permission: 'EDIT_RULES', parent: 'rules' } },
    { path: '/rules/:id(\\d+)', name: 'rule', component: () => import('./RulePage.vue'), meta: { title: 'rules.editTitle', permission: 'SEE_RULES', parent: 'rules' } },
    { path: '/rules/try', name: 'rule-try', component: () => import('./TryPage.vue'), meta: { title: 'rules.try.title', permission: 'SEE_RULES', parent: 'rules' } },
    { path: '/rules/what-if', name: 'rule-what-if', component: () => import('./WhatIfPage.vue'), meta: { title: 'rules.whatIf.title', permission: 'EDIT_RULES', parent: 'rules' } },
  ],
  menu: [
    {
      section: 'purchases', order: 50, route: 'rules', title: 'menu', icon: Operation, permission: 'SEE_RULES',
      search: ['ljjygz', 'jygz', '联机交易规则', '交易规则', 'IDOnline', '限次', '限额', '打折', '优惠', '试算', 'ss', '模拟测算', 'mncs', 'what if', 'rules', 'discount', 'limit'],
    },
  ],
  words: { 'zh-CN': zh, en },
}
