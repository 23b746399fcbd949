import { Collection, Finished, OfficeBuilding, Setting, User } from '@element-plus/icons-vue'
import type { Room } from '@/shared/room'
import { words as en } from './words.en'
import { words as zh } from './words.zh-CN'

export const room: Room = {
  name: 'people',
  routes: [
    { path: '/people', name: 'people', component: () => import('./PeoplePage.vue'), meta: { title: 'people.title', permission: 'SEE_PEOPLE' } },
    { path: '/people/:id(\\d+)', name: 'person', component: () => import('./PersonPage.vue'), meta: { title: 'people.person', permission: 'SEE_PEOPLE', parent: 'people' } },
    { path: '/departments', name: 'departments', component: () => import('./DepartmentsPage.vue'), meta: { title: 'people.departments.title', permission: 'SEE_PEOPLE' } },
    { path: '/archive', name: 'archive', component: () => import('./ArchivePage.vue'), meta: { title: 'people.archive.title', permission: 'SEE_PEOPLE' } },
    { path: '/people/parameters', name: 'people-parameters', component: () => import('./ParametersPage.vue'), meta: { title: 'people.parameters.title', permission: 'SEE_PEOPLE' } },
    { path: '/import/:kind(people|departments)', name: 'import', component: () => import('@/shared/imports/ImportPage.vue'), props: (route) => ({ kind: String(route.params.kind), back: String(route.params.kind) }), meta: { title: 'people.import', permission: 'EDIT_PEOPLE', parent: 'people' } },
    { path: '/groups', name: 'groups', component: () => import('./GroupsPage.vue'), meta: { title: 'people.groups.title', permission: 'SEE_PEOPLE' } },
  ],
  menu: [
    {
      section: 'base', order: 20, route: 'people', title: 'menu', icon: User, permission: 'SEE_PEOPLE',
      search: ['rszl', 'dazl', '档案资料', '人事资料', '员工', '学生', '卡片列表', 'kplb', '开户', 'people', 'card'],
    },
    { section: 'base', order: 10, route: 'departments', title: 'departmentsMenu', icon: OfficeBuilding, permission: 'SEE_PEOPLE', search: ['bmzl', '部门资料', '组织资料', '班级', 'departments'] },
    { section: 'base', order: 30, route: 'archive', title: 'archiveMenu', icon: Finished, permission: 'SEE_PEOPLE', search: ['lzgl', 'lzk', '离职管理', '离职库', '重新入职', '毕业', 'archive', 'leavers'] },
    { section: 'base', order: 70, route: 'people-parameters', title: 'parametersMenu', icon: Setting, permission: 'SEE_PEOPLE', search: ['ghcd', '工号长度', '离职类型', '持卡人类型', 'parameters'] },
    { section: 'base', order: 40, route: 'groups', title: 'groupsMenu', icon: Collection, permission: 'SEE_PEOPLE', search: ['fzzl', '分组资料', '其它资料', '分组数值', 'groups'] },
  ],
  words: { 'zh-CN': zh, en },
}
