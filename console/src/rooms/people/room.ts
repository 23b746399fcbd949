import { Collection, User } from '@element-plus/icons-vue'
import type { Room } from '@/shared/room'
import { words as en } from './words.en'
import { words as zh } from './words.zh-CN'

export const room: Room = {
  name: 'people',
  routes: [
    { path: '/people', name: 'people', component: () => import('./PeoplePage.vue'), meta: { title: 'people.title', permission: 'SEE_PEOPLE' } },
    { path: '/people/:id(\\d+)', name: 'person', component: () => import('./PersonPage.vue'), meta: { title: 'people.person', permission: 'SEE_PEOPLE', parent: 'people' } },
    { path: '/groups', name: 'groups', component: () => import('./GroupsPage.vue'), meta: { title: 'people.groups.title', permission: 'SEE_PEOPLE' } },
  ],
  menu: [
    {
      section: 'base', order: 20, route: 'people', title: 'menu', icon: User, permission: 'SEE_PEOPLE',
      search: ['rszl', 'dazl', '档案资料', '人事资料', '员工', '学生', '卡片列表', 'kplb', '开户', 'people', 'card'],
    },
    { section: 'base', order: 40, route: 'groups', title: 'groupsMenu', icon: Collection, permission: 'SEE_PEOPLE', search: ['fzzl', '分组资料', '其它资料', '分组数值', 'groups'] },
  ],
  words: { 'zh-CN': zh, en },
}
