import { HomeFilled } from '@element-plus/icons-vue'
import type { Room } from '@/shared/room'
import { words as en } from './words.en'
import { words as zh } from './words.zh-CN'

export const room: Room = {
  name: 'today',
  routes: [{ path: '/today', name: 'today', component: () => import('./TodayPage.vue'), meta: { title: 'today.title' } }],
  menu: [
    { section: 'home', order: 10, route: 'today', title: 'menu', icon: HomeFilled, search: ['jr', 'sy', '首页', '今日', '对账', '平衡校验', 'phjy', '联机情况', 'home', 'dashboard'] },
  ],
  words: { 'zh-CN': zh, en },
}
