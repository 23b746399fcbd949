import { Checked, Connection, Monitor } from '@element-plus/icons-vue'
import type { Room } from '@/shared/room'
import { words as en } from './words.en'
import { words as zh } from './words.zh-CN'

export const room: Room = {
  name: 'terminals',
  routes: [
    { path: '/terminals', name: 'terminals', component: () => import('./TerminalsPage.vue'), meta: { title: 'terminals.title', permission: 'SEE_TERMINALS' } },
    { path: '/terminals/issuers', name: 'card-issuers', component: () => import('./IssuersPage.vue'), meta: { title: 'terminals.issuers.title', permission: 'SEE_TERMINALS', parent: 'terminals' } },
    { path: '/terminals/services', name: 'services', component: () => import('./ServicesPage.vue'), meta: { title: 'terminals.services.title', permission: 'SEE_TERMINALS' } },
    { path: '/terminals/completeness', name: 'completeness', component: () => import('./CompletenessPage.vue'), meta: { title: 'terminals.board.title', permission: 'SEE_REPORTS' } },
  ],
  menu: [
    {
      section: 'devices', order: 10, route: 'terminals', title: 'menu', icon: Monitor, permission: 'SEE_TERMINALS',
      search: ['sbdj', 'xfj', '消费机', '设备登记', '联机设备', '联机情况', '高级设备操作', '通讯前置', 'txqz', 'fkq', '发卡器', '设备运行参数', '参数设置', 'yxcs', '一卡通结算中心', 'terminals', 'devices', 'card issuer'],
    },
    { section: 'devices', order: 20, route: 'services', title: 'services.title', icon: Connection, permission: 'SEE_TERMINALS', search: ['txfw', 'txqz', 'ljjy', '通讯服务', '通讯前置', '联机交易', '联机情况', 'IDOnline', '端口自检', '防火墙', '8001', '8002', 'services', 'online trade', 'port', 'firewall'] },
    { section: 'devices', order: 40, route: 'completeness', title: 'board.title', icon: Checked, permission: 'SEE_REPORTS', search: ['cjwzx', '采集完整性', '到齐', '漏采', '手工采集记录', 'completeness', 'all in'] },
  ],
  words: { 'zh-CN': zh, en },
}
