import { Printer } from '@element-plus/icons-vue'
import type { Room } from '@/shared/room'
import { words as en } from './words.en'
import { words as zh } from './words.zh-CN'

export const room: Room = {
  name: 'receipts',
  routes: [{ path: '/system/receipt-printers', name: 'receipt-printers', component: () => import('./PrintersPage.vue'), meta: { title: 'receipts.title', permission: 'SEE_SETTINGS' } }],
  menu: [
    {
      section: 'system', order: 15, route: 'receipt-printers', title: 'title', icon: Printer, permission: 'SEE_SETTINGS',
      search: ['xpdyj', 'dyj', 'xp', '小票', '打印机', '小票打印机', '打印小票', 'receipt', 'printer'],
    },
  ],
  words: { 'zh-CN': zh, en },
}
