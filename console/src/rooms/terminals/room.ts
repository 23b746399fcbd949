import { Monitor } from '@element-plus/icons-vue'
import type { Room } from '@/shared/room'
import { words as en } from './words.en'
import { words as zh } from './words.zh-CN'

export const room: Room = {
  name: 'terminals',
  routes: [{ path: '/terminals', name: 'terminals', component: () => import('./TerminalsPage.vue'), meta: { title: 'terminals.title', permission: 'SEE_TERMINALS' } }],
  menu: [
    {
      section: 'devices', order: 10, route: 'terminals', title: 'menu', icon: Monitor, permission: 'SEE_TERMINALS',
      search: ['sbdj', 'xfj', '消费机', '设备登记', '联机设备', '联机情况', '高级设备操作', '通讯前置', 'txqz', 'terminals', 'devices'],
    },
  ],
  words: { 'zh-CN': zh, en },
}
