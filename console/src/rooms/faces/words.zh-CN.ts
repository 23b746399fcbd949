import type { Words } from '@/shared/room'

export const words: Words = {
  any: '全部人脸机', device: '人脸机', person: '人员', pin: '登记号', at: '时间', address: '地址', serial: '序列号', name: '名称', loadedNone: '换一个筛选条件再看。',
  devices: {
    title: '人脸识别设备登记', purpose: '登记人脸机，并把人员下发到机器上。', add: '登记人脸机', edit: '修改人脸机', empty: '还没有登记人脸机', emptyNext: '先启动人脸识别服务，在机器上填写本平台的地址和端口，机器就会出现在这里。',
    online: '在线', offline: '离线', never: '从未连接', state: '联机状态', seen: '最近连接', linked: '关联消费机', none: '不关联', who: '人员范围', everybody: '全部人员', chosen: '仅选择的人员', users: '机上人数', bound: '只接受登记地址的连接',
    writing: '姓名编码', GB2312: 'GB2312（中文菜单的机器）', UTF_8: 'UTF-8', size: '相片大小字段', TEXT: '按编码后的长度', PICTURE: '按相片字节数', sizeTip: '机器对每张相片都返回 -2 时，改用“按相片字节数”。', addressTip: '留空时，以机器首次连接的地址为准。', linkedTip: '大屏与小屏是同一台机器时，在这里关联它的消费机。',
    knocking: '有未登记的机器在连接', knockingTip: '未登记、或从其他地址连接的机器得不到任何数据。', from: '地址 {address}，最近 {at}', register: '登记',
    push: '下发人员', pushTitle: '下发人员', pushTo: '下发到', pushTip: '只下发有相片且本人同意的人员；还没有相片的，有了相片后自动下发。', there: '操作', putThere: '下发', takeAway: '移除', noPeople: '先选择人员', noDevices: '先选择人脸机', pick: '选择人员', pushed: '已交给 {count} 台人脸机', removeAsk: '删除“{name}”？机器上的人脸不会因此删除，请先清空。',
    clear: '清空人员', clearTitle: '清空人员', clearTip: '首次使用前清空机器上的全部人员。请输入 888888。', code: '确认码', cleared: '已下达清空，机器下次连接时执行', tick: '选择 {name}',
  },
  pushes: {
    title: '人脸下发流水', purpose: '每个人下发到每台人脸机的结果。', empty: '没有流水', emptyNext: '在“人脸识别设备登记”中下发人员。', kind: '操作', result: '结果', anyResult: '全部结果', attempt: '次数', words: '设备原话', again: '重发', againAll: '重发本页失败的', againDone: '已重发 {count} 条',
    PUSH: '下发', REMOVE: '删除', CLEAR: '清空', WAITING: '等待', SENT: '已发送', DONE: '成功', TOO_LARGE: '相片过大', QUALITY: '相片质量不合格', OFFLINE: '设备不在线', UNSUPPORTED: '设备不支持', OTHER: '其他', OVERTAKEN: '已被新的取代', everyone: '全部人员',
    NO_FACE: '没有找到人脸', COVERED: '人脸被遮挡', BLURRED: '不清晰', TURNED: '角度过大', NOT_ALIVE: '活体检测未通过', NO_TEMPLATE: '无法提取特征',
    leaving: '还有 {count} 处人脸等待机器确认删除', leavingTip: '机器确认前，人脸可能仍在机器上：{names}',
  },
  records: { title: '人脸识别记录', purpose: '谁、何时、在哪台人脸机被识别。', empty: '没有识别记录', how: '方式', v15: '人脸', v4: '刷卡', other: '其他', unknown: '未知人员' },
  service: {
    title: '人脸识别服务', purpose: '人脸机连接的服务。', RUNNING: '运行中', STOPPED: '已停止', PORT_TAKEN: '端口被其他程序占用', FAILED: '无法启动，原因见程序日志', start: '启动', stop: '停止', stopAsk: '停止人脸识别服务？下发和识别记录会等到再次启动。', port: 'TCP 端口', portNow: '端口 {port}', startPort: '默认 {port}', change: '改端口', stopFirst: '先停止服务，再改端口。', log: '运行日志', noLog: '还没有日志', what: '事件',
    events: { STARTED: '服务已启动，端口 {n}', STOPPED: '服务已停止', PORT_TAKEN: '端口 {n} 无法使用', HELLO: '机器上线', STRANGER: '未登记的机器', OTHER_ADDRESS: '从其他地址连接，已拒绝', RECOGNISED: '识别记录 {n} 条', FAULTS: '设备报错 {n} 条', COMMANDS: '下发命令 {n} 条', RESULTS: '命令结果 {n} 条' },
  },
}
