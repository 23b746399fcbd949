import { Tickets, Warning } from '@element-plus/icons-vue'
import type { Room } from '@/shared/room'
import { words as en } from './words.en'
import { words as zh } from './words.zh-CN'

export const room: Room = {
  name: 'purchases',
  routes: [
    { path: '/purchases', name: 'live', component: () => import('./LivePage.vue'), meta: { title: 'purchases.title', permission: 'SEE_PURCHASES' } },
    { path: '/purchases/odd', name: 'odd-records', component: () => import('./FollowUpsPage.vue'), meta: { title: 'purchases.odd.title', permission: 'SEE_PURCHASES' } },
  ],
  menu: [
    {
      section: 'purchases', order: 10, route: 'live', title: 'menu', icon: Tickets, permission: 'SEE_PURCHASES',
      search: ['ssjy', 'jyls', 'xfmx', '交易流水', '消费明细', '实时交易', 'IDOnline', '联机交易', 'live', 'transactions'],
    },
    {
      section: 'purchases', order: 20, route: 'odd-records', title: 'odd.menu', icon: Warning, permission: 'SEE_PURCHASES',
      search: ['ycjl', '异常记录', '灰记录', '脱机记录', '记账', '透支', 'exceptions', 'odd records', 'offline', 'overdraft'],
    },
  ],
  words: { 'zh-CN': zh, en },
}
