import type { Words } from '@/shared/room'

export const words: Words = {
  menu: '设备登记', title: '设备登记', purpose: '每台消费机的位置、联机情况和密钥。只有登记过的序列号才能联机。', register: '登记消费机', find: '机号、名称或序列号', anyMerchant: '全部餐厅/商户', anyLamp: '全部状态', green: '在线', red: '不在线', lamp: '联机', machineNo: '机号', name: '名称', serial: '序列号',
  place: '餐厅/窗口', heard: '最后联系', purchase: '最后交易', neverHeard: '还没联系过', served: '联机服务', notServed: '未启用', revoked: '密钥已吊销', empty: '还没有登记消费机', emptyNext: '登记第一台：填上序列号和所属餐厅，再把密钥输入到机器里。', emptyFiltered: '没有符合条件的消费机', clear: '清除条件', editTitle: '修改 {name}', newTitle: '登记消费机',
  serialTip: '印在机器背面，4–32 位字母、数字或 . _ -', wrongSerial: '4–32 位字母、数字或 . _ -', machineTip: '1–999，全部机器不能重复；可不填', merchant: '所属餐厅/商户', outlet: '窗口', noOutlet: '不分窗口', servedTip: '不启用时，这台机的交易会被拒绝', save: '保存', registered: '已登记', more: '更多',
  rotate: '换密钥', rotateAsk: '给“{name}”换新密钥？旧密钥在新密钥用上之前还有效，最多 7 天。', revoke: '吊销密钥', revokeAsk: '吊销“{name}”的全部密钥？它会立刻断线，直到换上新密钥。', revokeDone: '{name} 的密钥已吊销', keyTitle: '{name} 的密钥', keyOnce: '密钥只显示这一次。请现在输入到机器里，或者用机器扫码。', keyNoted: '已记下密钥', copy: '复制密钥', copied: '已复制', qr: '密钥二维码',
  noMerchants: '还没有商户。', addMerchant: '先新增一个商户', knocking: '有未登记的机器在联系平台', knockingTip: '序列号没有登记，平台不会应答。是自己的机器就登记它。', knockTimes: '最近 {at}，来自 {address}', registerThis: '登记这台', detailsTitle: '{name}', address: '地址', firmware: '程序版本', clock: '时钟差', clockMs: '{ms} 毫秒', unsent: '未上传记录', lastError: '机器报告的错误', state: '状态', ACTIVE: '在用', REVOKED: '已吊销',
}
