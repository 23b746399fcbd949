import { Calendar, Coin, CreditCard, Download, Files, List, Postcard, Remove, Setting, Timer, Upload } from '@element-plus/icons-vue'
import type { Room } from '@/shared/room'
import { words as en } from './words.en'
import { words as zh } from './words.zh-CN'

export const room: Room = {
  name: 'cards',
  routes: [
    { path: '/desk', name: 'desk', component: () => import('./DeskPage.vue'), meta: { title: 'cards.title', permission: 'TOP_UP' } },
    { path: '/desk/top-up', name: 'top-up', component: () => import('./DeskPage.vue'), meta: { title: 'cards.title', permission: 'TOP_UP' } },
    { path: '/desk/batch-issue', name: 'batch-issue', component: () => import('./BatchIssuePage.vue'), meta: { title: 'cards.batchTitle', permission: 'HANDLE_CARDS' } },
    { path: '/desk/shift', name: 'shift', component: () => import('./ShiftPage.vue'), meta: { title: 'cards.shiftTitle', permission: 'TOP_UP' } },
    { path: '/cards/money-batch', name: 'money-batch', component: () => import('./MoneyBatchPage.vue'), meta: { title: 'cards.moneyBatchTitle', permission: 'MONEY_BATCH' } },
    { path: '/desk/import/card-issues', name: 'import-card-issues', component: () => import('@/shared/imports/ImportPage.vue'), props: { kind: 'card-issues', back: 'batch-issue' }, meta: { title: 'cards.issueByExcel', permission: 'HANDLE_CARDS', parent: 'batch-issue' } },
    { path: '/cards/import/top-ups', name: 'import-top-ups', component: () => import('@/shared/imports/ImportPage.vue'), props: { kind: 'top-ups', back: 'money-batch' }, meta: { title: 'cards.topUpByExcel', permission: 'MONEY_BATCH' } },
    { path: '/cards/import/refunds', name: 'import-refunds', component: () => import('@/shared/imports/ImportPage.vue'), props: { kind: 'refunds', back: 'money-batch' }, meta: { title: 'cards.refundByExcel', permission: 'MONEY_BATCH' } },
    { path: '/cards/freezes', name: 'freezes', component: () => import('./FreezePage.vue'), meta: { title: 'cards.freezeTitle', permission: 'CLOSE_ACCOUNTS' } },
    { path: '/cards/held', name: 'held-balances', component: () => import('./HeldPage.vue'), meta: { title: 'cards.heldTitlePage', permission: 'HANDLE_CARDS' } },
    { path: '/cards/extensions', name: 'card-extensions', component: () => import('./ExtendPage.vue'), meta: { title: 'cards.extendMany', permission: 'HANDLE_CARDS' } },
    { path: '/cards/allow-list', name: 'allow-list', component: () => import('./AllowListPage.vue'), meta: { title: 'cards.allowTitle', permission: 'HANDLE_CARDS' } },
    { path: '/cards/parameters', name: 'card-parameters', component: () => import('./CardParametersPage.vue'), meta: { title: 'cards.parametersTitle', permission: 'SEE_SETTINGS' } },
  ],
  menu: [
    { section: 'desk', order: 10, route: 'desk', title: 'menu', icon: CreditCard, permission: 'TOP_UP', search: ['kwgt', 'cz', 'tk', 'gs', 'bk', 'zx', '卡务', '卡务柜台', '充值', '退款', '补贴', 'bt', '挂失', '解挂', '补办新卡', '注销', '更正收款失误', 'gzsksw', '手工录入消费单据', '卡金补领', 'kjbl', 'top-up', 'refund', 'desk'] },
    { section: 'desk', order: 20, route: 'batch-issue', title: 'batchTitle', icon: Postcard, permission: 'HANDLE_CARDS', search: ['plfk', 'fk', '发卡', '批量发卡', 'drfk', '导入发卡', '开户', 'issue'] },
    { section: 'desk', order: 30, route: 'shift', title: 'shiftTitle', icon: Coin, permission: 'TOP_UP', search: ['bcjz', 'kb', '班次结账', '开班', 'shift'] },
    { section: 'cards', order: 5, route: 'money-batch', title: 'moneyBatchTitle', icon: Files, permission: 'MONEY_BATCH', search: ['plcz', 'plbt', 'pltk', '批量充值', '批量补贴', 'ID卡批量退款', 'batch'] },
    { section: 'cards', order: 6, route: 'import-top-ups', title: 'topUpByExcel', icon: Upload, permission: 'MONEY_BATCH', search: ['drcz', 'exceldrcz', '批量导入充值', '导入充值', '导入记录与撤销', 'import', 'excel'] },
    { section: 'cards', order: 7, route: 'import-refunds', title: 'refundByExcel', icon: Download, permission: 'MONEY_BATCH', search: ['drtk', 'exceldrtk', 'ID卡批量退款', '批量导入退款', '导入退款', '导入记录与撤销', 'import', 'excel'] },
    { section: 'cards', order: 10, route: 'freezes', title: 'freezeTitle', icon: Remove, permission: 'CLOSE_ACCOUNTS', search: ['pldjzx', 'dj', '冻结', '解冻', '批量冻结注销', 'freeze'] },
    { section: 'cards', order: 12, route: 'held-balances', title: 'heldTitlePage', icon: Timer, permission: 'HANDLE_CARDS', search: ['kjbl', 'yccl', '卡金补领', '异常处理', 'held'] },
    { section: 'cards', order: 14, route: 'card-extensions', title: 'extendMany', icon: Calendar, permission: 'HANDLE_CARDS', search: ['plyq', 'yq', '批量延期', '卡片延期', 'extend'] },
    { section: 'cards', order: 16, route: 'allow-list', title: 'allowTitle', icon: List, permission: 'HANDLE_CARDS', search: ['bmdxfysc', 'bmd', 'scbmd', '白名单', '生成白名单', '删除白名单', '挂失名单', '黑名单', 'allow list', 'block list'] },
    { section: 'cards', order: 20, route: 'card-parameters', title: 'parametersTitle', icon: Setting, permission: 'SEE_SETTINGS', search: ['xtcs', 'kpzxcs', '系统参数', '卡成本', '灰记录鉴别等待天数', '自动生成卡号', 'parameters'] },
  ],
  words: { 'zh-CN': zh, en },
}
