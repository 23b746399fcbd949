import { ref } from 'vue'
import type { Language } from '@/api/types'

const zh = {
  title: '虚拟消费机', choose: '选一台消费机', standby: '请刷卡', key: '请输入金额', tap: '请刷卡', orCancel: '取消可重来', fixedTap: '定值 · 请刷卡', count: '计次 · 请刷卡',
  waiting: '正在联机…', waitingLong: '服务器没有应答，正在重发', approved: '消费成功', left: '余额', cashLeft: '现金', subsidyLeft: '补贴', discount: '优惠', declined: '不能消费',
  noAnswer: '没有应答', noAnswerNext: '确认=再试 取消=放弃', givenUp: '已放弃，本笔不收款', givenUpLater: '联机后会自动通知平台', waitSeconds: '请等 {n} 秒再刷', inquiry: '余额查询', today: '今日统计', todayLine: '{count} 笔', slipsTitle: '交易查询', noSlips: '本机今天没有交易',
  voidAsk: '撤销上一笔？', voidNext: '输入操作员密码，确认=撤销', voided: '已撤销', machine: '{no}号机', online: '联机', away: '断线', free: '自由金额', fixed: '定值', countMode: '计次', planned: '定时', offline: '脱机记账', alone: '自动脱机', unsent: '待上传 {count} 条 {sum}', aloneTip: '平台没有应答，本机先记账，恢复后自动上传',
  ok: '确认', cancel: '取消', stats: '统计', query: '查询', undo: '撤销', back: '退格', reader: '刷卡区', rack: '样卡', rackTip: '点一下卡，或把卡拖到刷卡区', sound: '声音', soundOn: '声音开', soundOff: '声音关',
  other: '换一台', find: '找卡：姓名、编号、卡号', noCards: '没有样卡', fault: '消费机程序没有应答', faultNext: '请看模拟器是否在运行', badToken: '链接已失效，请从模拟器打印的地址重新打开', noTerminals: '这个模拟器里没有消费机',
  lampIdle: '待机', lampYes: '成功', lampNo: '拒绝', lampWait: '等待', keyboard: '键盘可用：数字 . +、回车=确认、Esc=取消、Del=清除、↑=查询、M=菜单、S=统计、V=撤销', limit: '限 {limit}，已用 {used}', limitOnce: '限 {limit}', card: '卡', times: '{n} 次', language: 'English',
  menuKey: '菜单', up: '上', down: '下', plus: '加', clear: '清除', yesterday: '昨日', operatorPassword: '操作员密码', total: '合计', lowBalance: '余额不多，请充值', byHand: '记账消费', nearlyFull: '存储将满 {stored}/{most}', full: '记录已存满，停止脱机消费', more: '▲▼ 更多', phone: '手机 NFC', customer: '顾客屏', large: '大屏', usualPassword: '默认密码，请修改',
  customerWelcome: '欢迎光临', customerAway: '收银屏没有打开', toPay: '应付', thanks: '谢谢',
  say: { amount: '消费{yuan}元', counted: '消费成功', balance: '余额{yuan}元', low: '余额不多' },
  menu: {
    administrator: '管理员', password: '密码', welcome: '登录', okNext: '确认=下一步 取消=返回', okSave: '确认=保存 取消=返回', upDown: '▲▼ 选择 确认=进入', saved: '已保存', savedPlanned: '已保存，时段表结束后生效', asking: '正在保存…', askingServer: '正在联系服务器…', port: '端口', now: '当前', seconds: '秒', okDone: '确认=返回',
    DEVICE: '设备信息管理', DEVICE_PARAMETERS: '设备参数', MACHINE_NO: '机号', DEVICE_INFORMATION: '设备信息', SYSTEM: '系统管理', COMMUNICATION: '通讯参数设置', LOCAL_IP: '设置本地 IP', UPLOAD_SERVER: '远程上传 IP', TRADE_SERVER: '联机交易 IP',
    FIXED_AMOUNT: '定值消费金额', LOW_BALANCE: '余额提醒金额', ANTI_NFC: '防 NFC', SOUND: '声音设置', VOLUME: '音量 0-5', VOICE: '语音播报', PASSWORDS: '密码管理', ADMINISTRATOR: '管理员号', PASSWORD: '管理员密码', OPERATOR_PASSWORD: '操作员密码',
    MODES: '工作模式管理', MODE_SETTINGS: '工作模式设置', WORKING_MODE: '工作模式选择', WORKING_STATUS: '工作状态选择', INTERVALS: '刷卡间隔设置', SWIPE_INTERVAL: '同卡刷卡时间',
    FREE_AMOUNT: '输入金额', FIXED: '定值金额', COUNT: '计次', ONLINE: '联机消费', STORE_AND_FORWARD: '记账消费', ON: '启用', OFF: '关闭', serial: '序列号', lists: '名单', parameters: '参数版本', stored: '未上传', cardsOf: '白 {allow} 黑 {block}',
  },
  big: {
    title: '虚拟大屏消费机', hint: '手指长按屏幕 5 秒进入设置；键盘可按住空格键', screen: '大屏，长按 5 秒进入设置', login: '登录', password: '密码', enter: '进入', cancel: '取消', leave: '退出', network: '网络配置', passwords: '修改密码', device: '设备信息', dhcp: '自动获取', fixed: '静态 IP', ip: 'IP 地址', mask: '子网掩码', gateway: '网关', save: '保存', saved: '已保存：{what}', flagged: '仍在使用默认密码，请修改', newPassword: '新密码', again: '再输一次', differ: '两次输入不一致', kept: '新密码已生效', machine: '机号', serial: '序列号', merchant: '商户', wiping: '退格',
  },
  window: { PURCHASE: '每次', MEAL: '每餐', DAY: '每天', WEEK: '每周', MONTH: '每月' },
  refusal: {
    TERMINAL_NOT_SERVED: '本机未启用', NUMBER_BURNT: '流水号作废', NFC_EMULATION_REFUSED: '请用实体卡', ILLEGAL_CARD: '非法卡', CARD_RETURNED: '卡已退', CARD_SCRAPPED: '卡已作废', CARD_REPLACED: '请用新卡',
    CARD_LOST: '挂失卡', CARD_EXPIRED: '卡已过期', ACCOUNT_CLOSED: '账户已销户', ACCOUNT_FROZEN: '账户冻结', NO_FACE_CONSENT: '请刷卡', PIN_REQUIRED: '请输密码', PIN_WRONG: '密码错误', REPEAT_TOO_SOON: '重复刷卡',
    OUTSIDE_TIME_WINDOW: '不在消费时段', COUNT_LIMIT: '超过限次', PURCHASE_LIMIT: '超过单次限额', AMOUNT_LIMIT: '超过限额', INSUFFICIENT_BALANCE: '余额不足', INSTRUMENT_UNSUPPORTED: '不支持', NOT_BOOKABLE: '无法记账',
    CARD_BLOCKED: '黑名单卡', CARD_NOT_LISTED: '非法卡', CARD_EMULATED: '请用实体卡', CARD_LIMIT: '超过脱机限额', TERMINAL_LIMIT: '本机脱机额已满', LISTS_TOO_OLD: '名单过旧', STORE_FULL: '记录已存满',
  },
}

type Shape<T> = { [K in keyof T]: T[K] extends string ? string : Shape<T[K]> }

const en: Shape<typeof zh> = {
  title: 'Virtual terminal', choose: 'Choose a terminal', standby: 'Tap card', key: 'Key the amount', tap: 'Tap card', orCancel: 'Cancel starts again', fixedTap: 'Fixed · tap card', count: 'Count · tap card',
  waiting: 'Asking…', waitingLong: 'No answer, asking again', approved: 'Approved', left: 'Left', cashLeft: 'Cash', subsidyLeft: 'Subsidy', discount: 'Discount', declined: 'Declined',
  noAnswer: 'No answer', noAnswerNext: 'OK = again  Cancel = give up', givenUp: 'Given up, not charged', givenUpLater: 'The platform is told once it answers', waitSeconds: 'Wait {n} s', inquiry: 'Balance', today: 'Today', todayLine: 'sales: {count}', slipsTitle: 'Sales', noSlips: 'No sale here today',
  voidAsk: 'Void the last sale?', voidNext: 'Operator password, OK = void', voided: 'Voided', machine: 'No. {no}', online: 'Online', away: 'No link', free: 'Free amount', fixed: 'Fixed', countMode: 'Count', planned: 'timed', offline: 'Offline mode', alone: 'Auto offline', unsent: '{count} to send, {sum}', aloneTip: 'No answer: sales are kept here and sent once the platform answers',
  ok: 'OK', cancel: 'Cancel', stats: 'Stats', query: 'Sales', undo: 'Void', back: 'Back', reader: 'Tap here', rack: 'Sample cards', rackTip: 'Tap a card, or drag it onto the reader', sound: 'Sound', soundOn: 'Sound on', soundOff: 'Sound off',
  other: 'Another terminal', find: 'Find a card: name, number', noCards: 'No sample cards', fault: 'The terminal program does not answer', faultNext: 'See whether the simulator is running', badToken: 'This link has ended; open the address the simulator printed', noTerminals: 'This simulator has no terminals',
  lampIdle: 'Ready', lampYes: 'Approved', lampNo: 'Declined', lampWait: 'Waiting', keyboard: 'Keyboard: digits . +, Enter = OK, Esc = Cancel, Del = Clear, ↑ = sales, M = menu, S = stats, V = void', limit: 'limit {limit}, used {used}', limitOnce: 'limit {limit}', card: 'Card', times: '{n} times', language: '中文',
  menuKey: 'Menu', up: 'Up', down: 'Down', plus: 'Plus', clear: 'Clear', yesterday: 'Yesterday', operatorPassword: 'Operator password', total: 'Total', lowBalance: 'Balance is low, top up', byHand: 'Offline by hand', nearlyFull: 'Store nearly full {stored}/{most}', full: 'Store is full: no offline sales', more: '▲▼ more', phone: 'Phone NFC', customer: 'Customer screen', large: 'Large screen', usualPassword: 'Default password, change it',
  customerWelcome: 'Welcome', customerAway: 'The till’s page is not open', toPay: 'To pay', thanks: 'Thank you',
  say: { amount: '{yuan} yuan', counted: 'Accepted', balance: 'Balance {yuan} yuan', low: 'Balance is low' },
  menu: {
    administrator: 'Administrator', password: 'Password', welcome: 'Login', okNext: 'OK = next  Cancel = back', okSave: 'OK = save  Cancel = back', upDown: '▲▼ choose  OK = open', saved: 'Saved', savedPlanned: 'Saved, holds after the timetable', asking: 'Saving…', askingServer: 'Asking the server…', port: 'Port', now: 'Now', seconds: 's', okDone: 'OK = back',
    DEVICE: 'Device information', DEVICE_PARAMETERS: 'Device parameters', MACHINE_NO: 'Machine number', DEVICE_INFORMATION: 'About this device', SYSTEM: 'System management', COMMUNICATION: 'Communication', LOCAL_IP: 'Local IP', UPLOAD_SERVER: 'Remote upload IP', TRADE_SERVER: 'Online trade IP',
    FIXED_AMOUNT: 'Fixed amount', LOW_BALANCE: 'Low balance hint', ANTI_NFC: 'Anti-NFC', SOUND: 'Sound', VOLUME: 'Volume 0-5', VOICE: 'Voice', PASSWORDS: 'Passwords', ADMINISTRATOR: 'Administrator', PASSWORD: 'Password', OPERATOR_PASSWORD: 'Operator password',
    MODES: 'Working modes', MODE_SETTINGS: 'Mode settings', WORKING_MODE: 'Working mode', WORKING_STATUS: 'Working status', INTERVALS: 'Swipe interval', SWIPE_INTERVAL: 'Same-card interval',
    FREE_AMOUNT: 'Enter amount', FIXED: 'Fixed amount', COUNT: 'Count', ONLINE: 'Online', STORE_AND_FORWARD: 'Store and forward', ON: 'On', OFF: 'Off', serial: 'Serial', lists: 'Lists', parameters: 'Parameters', stored: 'To send', cardsOf: 'allow {allow} block {block}',
  },
  big: {
    title: 'Virtual large-screen terminal', hint: 'Hold the screen for 5 seconds to open the settings; on a keyboard hold the space bar', screen: 'Large screen, hold 5 seconds for the settings', login: 'Login', password: 'Password', enter: 'Enter', cancel: 'Cancel', leave: 'Leave', network: 'Network', passwords: 'Change password', device: 'Device', dhcp: 'Automatic', fixed: 'Static IP', ip: 'IP address', mask: 'Subnet mask', gateway: 'Gateway', save: 'Save', saved: 'Saved: {what}', flagged: 'The default password is still in use, change it', newPassword: 'New password', again: 'Once more', differ: 'The two differ', kept: 'The new password holds', machine: 'Machine number', serial: 'Serial', merchant: 'Merchant', wiping: 'Backspace',
  },
  window: { PURCHASE: 'per purchase', MEAL: 'per meal', DAY: 'per day', WEEK: 'per week', MONTH: 'per month' },
  refusal: {
    TERMINAL_NOT_SERVED: 'Not in service', NUMBER_BURNT: 'Number void', NFC_EMULATION_REFUSED: 'Use real card', ILLEGAL_CARD: 'Illegal card', CARD_RETURNED: 'Card returned', CARD_SCRAPPED: 'Card scrapped', CARD_REPLACED: 'Use new card',
    CARD_LOST: 'Lost card', CARD_EXPIRED: 'Card expired', ACCOUNT_CLOSED: 'Account closed', ACCOUNT_FROZEN: 'Account frozen', NO_FACE_CONSENT: 'Use the card', PIN_REQUIRED: 'PIN needed', PIN_WRONG: 'Wrong PIN', REPEAT_TOO_SOON: 'Too soon',
    OUTSIDE_TIME_WINDOW: 'Not at this time', COUNT_LIMIT: 'Count limit', PURCHASE_LIMIT: 'Above the limit', AMOUNT_LIMIT: 'Amount limit', INSUFFICIENT_BALANCE: 'Balance too low', INSTRUMENT_UNSUPPORTED: 'Not supported', NOT_BOOKABLE: 'Not booked',
    CARD_BLOCKED: 'Blocked card', CARD_NOT_LISTED: 'Illegal card', CARD_EMULATED: 'Use real card', CARD_LIMIT: 'Offline limit', TERMINAL_LIMIT: 'Offline limit here', LISTS_TOO_OLD: 'Lists too old', STORE_FULL: 'Store is full',
  },
}

export const dictionaries = { 'zh-CN': zh as Shape<typeof zh>, en }

const first = (): Language => {
  const asked = new URL(window.location.href).searchParams.get('lang') ?? localStorage.getItem('onecard.language') ?? navigator.language
  return asked.toLowerCase().startsWith('zh') ? 'zh-CN' : 'en'
}

export const language = ref<Language>(first())
export const words = (): Shape<typeof zh> => dictionaries[language.value]

export const fill = (text: string, values: Record<string, string | number>): string =>
  text.replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole))
