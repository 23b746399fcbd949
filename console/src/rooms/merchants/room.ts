import { Clock, Shop } from '@element-plus/icons-vue'
import type { Room } from '@/shared/room'
import { words as en } from './words.en'
import { words as zh } from './words.zh-CN'

export const room: Room = {
  name: 'merchants',
  routes: [
    { path: '/merchants', name: 'merchants', component: () => import('./MerchantsPage.vue'), meta: { title: 'merchants.title', permission: 'SEE_MERCHANTS' } },
    { path: '/meals', name: 'meals', component: () => import('./MealsPage.vue'), meta: { title: 'merchants.meals.title', permission: 'SEE_MERCHANTS' } },
  ],
  menu: [
    { section: 'base', order: 50, route: 'merchants', title: 'menu', icon: Shop, permission: 'SEE_MERCHANTS', search: ['shzl', '商户资料', '餐厅', 'ct', '窗口', '档口', '消费资料', '其它资料', 'merchants', 'canteen'] },
    { section: 'base', order: 60, route: 'meals', title: 'mealsMenu', icon: Clock, permission: 'SEE_MERCHANTS', search: ['cbzl', '餐别资料', '时段', '其它资料', 'meals', 'meal periods'] },
  ],
  words: { 'zh-CN': zh, en },
}
