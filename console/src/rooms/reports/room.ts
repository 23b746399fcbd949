import { DataAnalysis } from '@element-plus/icons-vue'
import type { Room } from '@/shared/room'
import { words as en } from './words.en'
import { words as zh } from './words.zh-CN'

export const room: Room = {
  name: 'reports',
  routes: [{ path: '/reports/daily-purchases', name: 'daily-purchases', component: () => import('./DailyPurchasesPage.vue'), meta: { title: 'reports.daily.title', permission: 'SEE_REPORTS' } }],
  menu: [
    { section: 'reports', order: 20, route: 'daily-purchases', title: 'dailyMenu', icon: DataAnalysis, permission: 'SEE_REPORTS', search: ['mrxfhzb', '每日消费汇总表', '报表', 'bb', '统计', '对账', 'daily purchase summary', 'report'] },
  ],
  words: { 'zh-CN': zh, en },
}
