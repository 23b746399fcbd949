import { Avatar, List, Postcard, SwitchButton } from '@element-plus/icons-vue'
import type { Room } from '@/shared/room'
import { words as en } from './words.en'
import { words as zh } from './words.zh-CN'

export const room: Room = {
  name: 'faces',
  routes: [
    { path: '/faces/devices', name: 'face-devices', component: () => import('./DevicesPage.vue'), meta: { title: 'faces.devices.title', permission: 'SEE_TERMINALS' } },
    { path: '/faces/pushes', name: 'face-pushes', component: () => import('./PushesPage.vue'), meta: { title: 'faces.pushes.title', permission: 'SEE_PHOTOS' } },
    { path: '/faces/records', name: 'face-records', component: () => import('./RecordsPage.vue'), meta: { title: 'faces.records.title', permission: 'SEE_PHOTOS' } },
    { path: '/faces/service', name: 'face-service', component: () => import('./ServicePage.vue'), meta: { title: 'faces.service.title', permission: 'SEE_TERMINALS' } },
  ],
  menu: [
    { section: 'faces', order: 10, route: 'face-devices', title: 'devices.title', icon: Avatar, permission: 'SEE_TERMINALS', search: ['rlsb', 'rlj', '人脸识别设备登记', '人脸机', '人脸识别名单管理', '人脸指纹', '下发', '清空', 'face terminals', 'push', 'clear'] },
    { section: 'faces', order: 20, route: 'face-pushes', title: 'pushes.title', icon: List, permission: 'SEE_PHOTOS', search: ['rlxf', 'rlxfls', '人脸下发流水', '同意与删除', '下发日志', 'push journal'] },
    { section: 'faces', order: 30, route: 'face-records', title: 'records.title', icon: Postcard, permission: 'SEE_PHOTOS', search: ['sbjl', 'rlsbjl', '人脸识别记录', '识别记录', 'recognition records'] },
    { section: 'faces', order: 40, route: 'face-service', title: 'service.title', icon: SwitchButton, permission: 'SEE_TERMINALS', search: ['rlfw', 'rlsbfw', '人脸识别服务', '9901', 'face service'] },
  ],
  words: { 'zh-CN': zh, en },
}
