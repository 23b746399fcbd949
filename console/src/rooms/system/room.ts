import { Document, Setting, UserFilled } from '@element-plus/icons-vue'
import type { Room } from '@/shared/room'
import { words as en } from './words.en'
import { words as zh } from './words.zh-CN'

export const room: Room = {
  name: 'system',
  routes: [
    { path: '/sign-in', name: 'sign-in', component: () => import('./SignInPage.vue'), meta: { bare: true, title: 'system.signIn' } },
    { path: '/setup', name: 'setup', component: () => import('./SetupPage.vue'), meta: { bare: true, title: 'system.setup.title' } },
    { path: '/password', name: 'password', component: () => import('./PasswordPage.vue'), meta: { bare: true, title: 'system.own.title' } },
    { path: '/system/settings', name: 'settings', component: () => import('./SettingsPage.vue'), meta: { title: 'system.settings.title', permission: 'SEE_SETTINGS' } },
    { path: '/system/operators', name: 'operators', component: () => import('./OperatorsPage.vue'), meta: { title: 'system.operators.title', permission: 'SEE_OPERATORS' } },
    { path: '/system/audit', name: 'audit', component: () => import('./AuditPage.vue'), meta: { title: 'system.audit.title', permission: 'SEE_AUDIT' } },
  ],
  menu: [
    {
      section: 'system', order: 10, route: 'settings', title: 'settingsMenu', icon: Setting, permission: 'SEE_SETTINGS',
      search: ['xtcs', 'dwxx', '系统参数', '单位信息', '消费参数', '刷卡间隔', '最大余额', '补贴优先', '防NFC', 'settings', 'unit', 'repeat interval'],
    },
    {
      section: 'system', order: 20, route: 'operators', title: 'operatorsMenu', icon: UserFilled, permission: 'SEE_OPERATORS',
      search: ['czy', 'czyyqx', 'qx', '操作员', '权限', '角色', '用户管理', 'operators', 'roles', 'users'],
    },
    {
      section: 'system', order: 30, route: 'audit', title: 'auditMenu', icon: Document, permission: 'SEE_AUDIT',
      search: ['rz', 'czrz', '操作日志', '日志', '登录日志', 'audit log'],
    },
  ],
  words: { 'zh-CN': zh, en },
}
