import { CreditCard } from '@element-plus/icons-vue'
import type { Room } from '@/shared/room'
import { words as en } from './words.en'
import { words as zh } from './words.zh-CN'

export const room: Room = {
  name: 'cards',
  routes: [{ path: '/desk/top-up', name: 'top-up', component: () => import('./TopUpPage.vue'), meta: { title: 'cards.title', permission: 'TOP_UP' } }],
  menu: [
    { section: 'desk', order: 10, route: 'top-up', title: 'menu', icon: CreditCard, permission: 'TOP_UP', search: ['cz', 'kwgt', '卡务', '卡务柜台', '充值', '补贴', 'bt', '班次结账', 'bcjz', '卡片中心', 'top-up', 'desk'] },
  ],
  words: { 'zh-CN': zh, en },
}
