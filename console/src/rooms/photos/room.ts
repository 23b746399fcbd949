import { Picture } from '@element-plus/icons-vue'
import type { Room } from '@/shared/room'
import { words as en } from './words.en'
import { words as zh } from './words.zh-CN'

export const room: Room = {
  name: 'photos',
  routes: [
    { path: '/people/:id(\\d+)/photo', name: 'photo', component: () => import('./PhotoPage.vue'), meta: { title: 'photos.one', permission: 'SEE_PHOTOS', parent: 'people' } },
    { path: '/photos/batch', name: 'photo-batch', component: () => import('./BatchPage.vue'), meta: { title: 'photos.batch.title', permission: 'EDIT_PHOTOS' } },
    { path: '/phone-photo', name: 'phone-photo', component: () => import('./PhonePage.vue'), meta: { title: 'photos.one', bare: true, open: true } },
  ],
  menu: [
    {
      section: 'base', order: 35, route: 'photo-batch', title: 'menu', icon: Picture, permission: 'EDIT_PHOTOS',
      search: ['xp', 'xpdr', 'rlxp', '相片', '照片', '相片批量导入', '相片剪裁', '人脸剪裁', '批量剪裁', 'photos', 'portraits'],
    },
  ],
  words: { 'zh-CN': zh, en },
}
