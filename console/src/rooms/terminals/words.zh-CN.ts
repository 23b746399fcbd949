import type { Words } from '@/shared/room'

export const words: Words = {
  menu: '设备登记', title: '设备登记', purpose: '每台消费机的位置、联机情况和密钥。只有登记过的序列号才能联机。', register: '登记消费机', find: '机号、名称或序列号', anyMerchant: '全部餐厅/商户', anyLamp: '全部状态', green: '在线', red: '不在线', lamp: '联机', machineNo: '机号', name: '名称', serial: '序列号',
  place: '餐厅/窗口', heard: '最后联系', purchase: '最后交易', neverHeard: '还没联系过', served: '联机服务', notServed: '未启用', revoked: '密钥已吊销', empty: '还没有登记消费机', emptyNext: '登记第一台：填上序列号和所属餐厅，再把密钥输入到机器里。', emptyFiltered: '没有符合条件的消费机', clear: '清除条件', editTitle: '修改 {name}', newTitle: '登记消费机',
  serialTip: '印在机器背面，4–32 位字母、数字或 . _ -', wrongSerial: '4–32 位字母、数字或 . _ -', machineTip: '1–999，全部机器不能重复；可不填', merchant: '所属餐厅/商户', outlet: '窗口', noOutlet: '不分窗口', servedTip: '不启用时，这台机的交易会被拒绝', save: '保存', registered: '已登记', more: '更多',
  rotate: '换密钥', rotateAsk: '给“{name}”换新密钥？旧密钥在新密钥用上之前还有效，最多 7 天。', revoke: '吊销密钥', revokeAsk: '吊销“{name}”的全部密钥？它会立刻断线，直到换上新密钥。', revokeDone: '{name} 的密钥已吊销', keyTitle: '{name} 的密钥', keyOnce: '密钥只显示这一次。请现在输入到机器里，或者用机器扫码。', keyNoted: '已记下密钥', copy: '复制密钥', copied: '已复制', qr: '密钥二维码',
  noMerchants: '还没有商户。', addMerchant: '先新增一个商户', knocking: '有未登记的机器在联系平台', knockingTip: '序列号没有登记，平台不会应答。是自己的机器就登记它。', knockTimes: '最近 {at}，来自 {address}', registerThis: '登记这台', detailsTitle: '{name}', address: '地址', firmware: '程序版本', clock: '时钟差', clockMs: '{ms} 毫秒', unsent: '未上传记录', lists: '名单', allowList: '白名单', blockList: '挂失名单', listsAt: '名单确认时间', lists_UP_TO_DATE: '已是最新', lists_BEHIND: '落后 {count} 次变更', lists_OTHER: '等待整单', lists_NEVER: '还没有下发', lists_UNKNOWN: '未知', listsTip_UP_TO_DATE: '机器上的名单与平台一致', listsTip_BEHIND: '机器下次联系平台时自动补齐', listsTip_OTHER: '机器上的版本太旧或不是本平台的，下次联系时整单下发', listsTip_NEVER: '机器下次联系平台时整单下发', listsTip_UNKNOWN: '机器还没有报告过名单版本', lastError: '机器报告的错误', state: '状态', ACTIVE: '在用', REVOKED: '已吊销',
  kinds: '设备种类', payment: '消费机',
  parameters: {
    title: '运行参数', column: '运行参数', set: '参数设置', setChosen: '参数设置（{count} 台）', tick: '选', tickAll: '全选（{count} 台）', tickOne: '选择 {name}', any: '全部参数状态', LAG: '未生效（等待或失败）', NONE: '未下发', APPLIED: '已生效', WAITING: '等待生效', FAILED: '失败',
    noneTip: '平台还没有下发过参数，机器按自己的设置工作', appliedTip: '{at} 起按平台下发的参数工作', waitingTip: '{at} 下发，机器下次联系平台时取走', UNREADABLE: '机器看不懂这份参数，程序可能太旧', UNSUPPORTED: '机器做不到其中一项', NOT_STORED: '机器存不下，会自动再试', wantedAt: '下发时间', appliedAt: '生效时间', failedAt: '失败时间', older: '仍按较早的参数工作',
    whom: '下发给', chosen: '所选 {count} 台', ofMerchant: '{name} 的全部消费机', all: '全部 {count} 台', onlyTicked: '只下发勾选的项，其余保持原样。', firstTime: '其中 {count} 台第一次下发，没有勾选的项用这里的默认值。', differ: '所选机器的值不同。', send: '下发给 {count} 台', sent: '已下发给 {count} 台，在线的几秒内生效',
    mode: '工作模式', slots: '自动切换', purchaseMode: '消费方式', offline: '脱机限额', checkAllowList: '白名单检查', switchAfter: '无应答转脱机（次）', physicalNumber: '读物理卡号', repeatSeconds: '刷卡间隔（秒）', tillMillis: '等待应答（秒）', heartbeatSeconds: '联系间隔（秒）',
    FREE_AMOUNT: '普通（输入金额）', FIXED_AMOUNT: '定值', COUNT: '计次', fixed: '定值金额', ONLINE: '联机消费', STORE_AND_FORWARD: '脱机记账', purchaseCents: '每笔最多', cardCents: '每卡最多', terminalCents: '每台最多', listHours: '名单最多多旧（小时）', unlimited: '不限',
    weekdays: '第 {no} 行星期', from: '第 {no} 行开始', to: '第 {no} 行结束', fromShort: '开始', toShort: '结束', modeOf: '第 {no} 行工作模式', priceOf: '第 {no} 行金额', addSlot: '加一行', rulesElsewhere: '时段、次数和金额的限制不在这里设置，在交易规则里。', toRules: '打开交易规则',
    tip: {
      mode: '普通：收银员输入金额；定值：每次都扣定值；计次：不扣钱，只记一次。', slots: '到时间自动换工作模式和金额；时段以外用上面的工作模式。跨过午夜分成两行，结束填 00:00 是到当天结束。', purchaseMode: '联机：每笔由平台决定；脱机记账：机器自己决定，之后上传。平台恢复后要改回联机。',
      switchAfter: '连续几次没有应答，机器就自己转为脱机记账，仍受脱机限额；平台恢复应答后自动补传并转回联机。0 为不自动转。', offline: '脱机时机器自己把关；空着就是不限。每卡、每台按还没有上传的记录累计。', checkAllowList: '打开后，不在白名单里的卡提示“非法卡”。', physicalNumber: '打开时读卡芯片的物理卡号；关闭时读写在卡里的卡号，机器要支持。', repeatSeconds: '同一张卡在这台机器上两次刷卡至少隔多久，0 为不限。联机时平台另有全场的间隔。', tillMillis: '多久没有应答就让收银员决定再试还是放弃。', heartbeatSeconds: '机器多久向平台报一次状态。',
    },
  },
  board: {
    title: '采集完整性', purpose: '收市时看这一行：这一天各台消费机的交易是否都到齐了，差什么。', refresh: '刷新', print: '打印', day: '日期', state: '是否到齐', lastSeq: '最后流水', told: '机器统计', own: '平台收到', takings: '营业日合计', IN: '到齐', UNCOMPARED: '到齐（机器当天没有统计）', WAITING: '等待', MISSING: '缺', UNUSED: '没有用过',
    running: '{day} 还没有结束，截至 {at}', over: '{day} 已结束，{at} 查看', notAdd: '这张表的数字对不上，请不要使用，并告诉管理员。', empty: '没有登记消费机', emptyNext: '先登记消费机，它联系过平台后就会出现在这里。', preparedBy: '制单：{name}', printedAt: '打印：{at}', reportedAt: '最后报告', oldest: '最早 {at}', missing: '没有收到的流水号', bridge: '从机器统计到营业日合计',
    step: { TOLD: '机器自己的统计', SOLD_SINCE: '报告之后的交易', VOIDED_SINCE: '报告之后的撤销', DISPUTED: '有争议的记录', UNEXPLAINED: '说不清的差额', OWN: '平台收到（按机器日期）', OTHER_DAY: '按营业日归日', CORRECTIONS: '更正', BACK_ENTRIES: '手工补录', TAKINGS: '营业日合计' },
  },
  services: {
    title: '通讯服务', purpose: '消费机联系平台的端口：联机交易（8002）和通讯前置（8001）。在这里启动、停止、改端口、看联机情况。', add: '添加服务', name: '名称', kind: '种类', AUTHORIZATION: '联机交易', COLLECTION: '通讯前置', standard: '默认实例', port: 'UDP 端口', state: '状态', serves: '服务的机器', answered: '已应答', everybody: '全部消费机', ticked: '勾选的消费机', some: '勾选 {count} 台',
    RUNNING: '运行中', STOPPED: '已停止', FAILED: '启动不了', start: '启动', stop: '停止', stopAsk: '停止“{name}”？正在处理的请求会先答复完；停止期间消费机连不上这个端口，已存的记录不会丢。', removeAsk: '删除服务“{name}”？用它的消费机将连不上这个端口。', newTitle: '添加服务', editTitle: '修改服务', portTip: '1–65535，不能和别的服务或程序相同', startPortTip: '留空就用启动平台时的端口（--port-8001、--port-8002）', moveTip: '改端口时，正在处理的请求先答复完，已有的连接在新端口继续。然后在“设备登记”下发新的地址，或在机器上改。',
    trouble: { TAKEN: '端口被其他程序占用：换一个端口，或结束那个程序后再启动', NOT_ALLOWED: '系统不允许使用此端口：换用大于 1023 的端口', NOT_OURS: '启动时指定的地址不是本机地址', OTHER: '原因见平台日志' },
    test: '端口自检', testTitle: '端口自检：{name}', answers: '有应答', silent: '没有应答',
    verdict: { GOOD: '端口正常', NOBODY_CAME: '端口正常，但还没有别的机器来过', FIREWALL: '防火墙挡住了', LOOPBACK_ONLY: '只对本机开放', NO_ANSWER: '没有应答', NOT_RUNNING: '服务没有运行' },
    advice: { GOOD: '本机和网络地址都有应答，也收到过别的机器的数据。', NOBODY_CAME: '平台这边有应答。消费机还是连不上时，先查服务器和网络上的防火墙是否放行 UDP {port}，再查机器上填的服务器地址和端口。', FIREWALL: '本机回环地址有应答，网络地址没有。请在服务器防火墙放行 UDP {port} 入站。', LOOPBACK_ONLY: '平台启动时用 --bind 只绑定了本机地址，别的机器连不上。正式使用时去掉 --bind，或换成网络地址。', NO_ANSWER: '端口 UDP {port} 已打开，却没有应答。先停止再启动这个服务；还不行就查看平台日志。', NOT_RUNNING: '先启动服务，再自检。' },
    logOf: '联机情况：{name}', find: '机号、名称、序列号或地址', which: '显示哪些', allLines: '全部', refusedLines: '只看拒绝', pause: '暂停', goOn: '继续', paused: '已暂停，后面还有 {count} 条', noLines: '还没有可显示的内容', noLinesNext: '有机器交易或上传记录时会出现在这里。一直没有，就点“端口自检”，先查防火墙。', at: '时间', what: '请求', ended: '结果', amount: '金额', address: '来自',
    path: { purchase: '消费', void: '撤销', inquiry: '查询', records: '上传记录', state: '心跳', parameters: '取参数', 'lists-allow': '取白名单', 'lists-block': '取挂失名单', hint: '提示' },
    result: { APPROVED: '成功', DECLINED: '拒绝', VOIDED: '已撤销', NOTHING_CHARGED: '没有扣过款', NOT_VOIDED: '不能撤销，请用更正', TOLD: '已答复', TAKEN_UP: '收下 {count} 条记录', HANDED_OUT: '已下发', MALFORMED: '请求读不懂', UNAUTHORIZED: '密钥已失效', NOT_SERVED: '这台机没有勾选到本服务', NO_SUCH_RESOURCE: '本端口不办这项业务', OTHER_CONTENT: '同一流水号内容不同，机器被重置或密钥被别的机器使用', TOO_LARGE: '请求太长', BUSY: '平台忙，请机器稍后重试', UNAVAILABLE: '平台暂时不能决定，机器会重试' },
  },
  issuers: {
    title: '发卡器', purpose: '柜台上的读卡器。柜台的桌面桥显示在柜台所选的编号下，没有选就是 00 号。', register: '登记发卡器', no: '编号', name: '名称', purposeOf: '用途', ISSUER: '发卡器', model: '型号', link: '连接方式', USB: 'USB', place: '位置', SETTLEMENT_CENTRE: '一卡通结算中心', state: '状态', heard: '最后联系', reader: '读卡器', bridge: '桌面桥',
    CONNECTED: '已连接', NO_READER: '未接读卡器', NO_SERVICE: '没有读卡服务', SILENT: '最近没有联系', NEVER_HEARD: '还没联系过', newTitle: '登记发卡器', editTitle: '修改发卡器 {no}', noTip: '00–99，与消费机的机号分开编', removeAsk: '删除发卡器 {no}“{name}”？用它的柜台照常读卡，只是这里不再显示。', howTo: '在柜台：在接着读卡器的电脑上启动桌面桥，到“卡务柜台”页面配对，并选择编号。',
  },
}
