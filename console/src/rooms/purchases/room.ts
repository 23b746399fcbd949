import { Tickets } from '@element-plus/icons-vue'
import type { Room } from '@/shared/room'
import { words as en } from './words.en'
import { words as zh } from './words.zh-CN'

export const room: Room = {
  name: 'purchases',
  routes: [{ path: '/purchases', name: 'live', component: () => import('./LivePage.vue'), meta: { title: 'purchases.title', permission: 'SEE_PURCHASES' } }],
  menu: [
    {
      section: 'purchases', order: 10, route: 'live', title: 'menu', icon: Tickets, permission: 'SEE_PURCHASES',
      search: ['ssjy', 'jyls', 'xfmx', '交易流水', '消费明细', '实时交易', 'IDOnline', '联机交易', 'live', 'transactions'],
    },
  ],
  words: { 'zh-CN': zh, en },
}
