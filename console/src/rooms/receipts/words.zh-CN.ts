import type { Words } from '@/shared/room'

export const words: Words = {
  title: '小票打印机', purpose: '没有桌面桥接的柜台，小票由平台直接送到内网里的 ESC/POS 打印机。柜台在“打印机…”里按名称选择。', add: '登记打印机', newTitle: '登记打印机', editTitle: '修改打印机', removeAsk: '删除打印机“{name}”？选了它的柜台改用浏览器打印。',
  name: '名称', nameTip: '操作员按它选择，例如“一楼窗口”', host: 'IP 地址', hostTip: '内网地址，例如 192.168.1.50；不能用域名，也不能是外网地址', port: '端口', width: '纸宽', rare: '生僻字', test: '打印测试页',
  empty: '还没有登记打印机', emptyNext: '有网络小票打印机时，在这里登记它的地址。',
}
