import { ref } from 'vue'
import type { Language } from '@/api/types'

const zh = {
  title: '虚拟消费机', choose: '选一台消费机', standby: '请刷卡', key: '请输入金额', tap: '请刷卡', orCancel: '取消可重来', fixedTap: '定值 · 请刷卡', count: '计次 · 请刷卡',
  waiting: '正在联机…', waitingLong: '服务器没有应答，正在重发', approved: '消费成功', left: '余额', cashLeft: '现金', subsidyLeft: '补贴', discount: '优惠', declined: '不能消费',
  noAnswer: '没有应答', noAnswerNext: '确认=再试 取消=放弃', givenUp: '已放弃，本笔不收款', givenUpLater: '联机后会自动通知平台', waitSeconds: '请等 {n} 秒再刷', inquiry: '余额查询', today: '今日统计', todayLine: '{count} 笔', slipsTitle: '交易查询', noSlips: '本机今天没有交易',
  voidAsk: '撤销上一笔？', voidNext: '确认=撤销 取消=返回', voided: '已撤销', machine: '{no}号机', online: '联机', away: '断线', free: '自由金额', fixed: '定值', countMode: '计次', planned: '定时', offline: '脱机记账', alone: '自动脱机', unsent: '待上传 {count} 条 {sum}', aloneTip: '平台没有应答，本机先记账，恢复后自动上传',
  ok: '确认', cancel: '取消', stats: '统计', query: '查询', undo: '撤销', back: '退格', reader: '刷卡区', rack: '样卡', rackTip: '点一下卡，或把卡拖到刷卡区', sound: '声音', soundOn: '声音开', soundOff: '声音关',
  other: '换一台', find: '找卡：姓名、编号、卡号', noCards: '没有样卡', fault: '消费机程序没有应答', faultNext: '请看模拟器是否在运行', badToken: '链接已失效，请从模拟器打印的地址重新打开', noTerminals: '这个模拟器里没有消费机',
  lampIdle: '待机', lampYes: '成功', lampNo: '拒绝', lampWait: '等待', keyboard: '键盘可用：数字、回车=确认、Esc=取消、↑=查询、S=统计、V=撤销', limit: '限 {limit}，已用 {used}', limitOnce: '限 {limit}', card: '卡', times: '{n} 次', language: 'English',
  window: { PURCHASE: '每次', MEAL: '每餐', DAY: '每天', WEEK: '每周', MONTH: '每月' },
  refusal: {
    TERMINAL_NOT_SERVED: '本机未启用', NUMBER_BURNT: '流水号作废', NFC_EMULATION_REFUSED: '请用实体卡', ILLEGAL_CARD: '非法卡', CARD_RETURNED: '卡已退', CARD_SCRAPPED: '卡已作废', CARD_REPLACED: '请用新卡',
    CARD_LOST: '挂失卡', CARD_EXPIRED: '卡已过期', ACCOUNT_CLOSED: '账户已销户', ACCOUNT_FROZEN: '账户冻结', NO_FACE_CONSENT: '请刷卡', PIN_REQUIRED: '请输密码', PIN_WRONG: '密码错误', REPEAT_TOO_SOON: '重复刷卡',
    OUTSIDE_TIME_WINDOW: '不在消费时段', COUNT_LIMIT: '超过限次', PURCHASE_LIMIT: '超过单次限额', AMOUNT_LIMIT: '超过限额', INSUFFICIENT_BALANCE: '余额不足', INSTRUMENT_UNSUPPORTED: '不支持', NOT_BOOKABLE: '无法记账',
    CARD_BLOCKED: '黑名单卡', CARD_NOT_LISTED: '非白名单卡', CARD_LIMIT: '超过脱机限额', TERMINAL_LIMIT: '本机脱机额已满', LISTS_TOO_OLD: '名单过旧', STORE_FULL: '记录已存满',
  },
}

type Shape<T> = { [K in keyof T]: T[K] extends string ? string : Shape<T[K]> }

const en: Shape<typeof zh> = {
  title: 'Virtual terminal', choose: 'Choose a terminal', standby: 'Tap card', key: 'Key the amount', tap: 'Tap card', orCancel: 'Cancel starts again', fixedTap: 'Fixed · tap card', count: 'Count · tap card',
  waiting: 'Asking…', waitingLong: 'No answer, asking again', approved: 'Approved', left: 'Left', cashLeft: 'Cash', subsidyLeft: 'Subsidy', discount: 'Discount', declined: 'Declined',
  noAnswer: 'No answer', noAnswerNext: 'OK = again  Cancel = give up', givenUp: 'Given up, not charged', givenUpLater: 'The platform is told once it answers', waitSeconds: 'Wait {n} s', inquiry: 'Balance', today: 'Today', todayLine: 'sales: {count}', slipsTitle: 'Sales', noSlips: 'No sale here today',
  voidAsk: 'Void the last sale?', voidNext: 'OK = void  Cancel = back', voided: 'Voided', machine: 'No. {no}', online: 'Online', away: 'No link', free: 'Free amount', fixed: 'Fixed', countMode: 'Count', planned: 'timed', offline: 'Offline mode', alone: 'Auto offline', unsent: '{count} to send, {sum}', aloneTip: 'No answer: sales are kept here and sent once the platform answers',
  ok: 'OK', cancel: 'Cancel', stats: 'Stats', query: 'Sales', undo: 'Void', back: 'Back', reader: 'Tap here', rack: 'Sample cards', rackTip: 'Tap a card, or drag it onto the reader', sound: 'Sound', soundOn: 'Sound on', soundOff: 'Sound off',
  other: 'Another terminal', find: 'Find a card: name, number', noCards: 'No sample cards', fault: 'The terminal program does not answer', faultNext: 'See whether the simulator is running', badToken: 'This link has ended; open the address the simulator printed', noTerminals: 'This simulator has no terminals',
  lampIdle: 'Ready', lampYes: 'Approved', lampNo: 'Declined', lampWait: 'Waiting', keyboard: 'Keyboard: digits, Enter = OK, Esc = Cancel, ↑ = sales, S = stats, V = void', limit: 'limit {limit}, used {used}', limitOnce: 'limit {limit}', card: 'Card', times: '{n} times', language: '中文',
  window: { PURCHASE: 'per purchase', MEAL: 'per meal', DAY: 'per day', WEEK: 'per week', MONTH: 'per month' },
  refusal: {
    TERMINAL_NOT_SERVED: 'Not in service', NUMBER_BURNT: 'Number void', NFC_EMULATION_REFUSED: 'Use real card', ILLEGAL_CARD: 'Illegal card', CARD_RETURNED: 'Card returned', CARD_SCRAPPED: 'Card scrapped', CARD_REPLACED: 'Use new card',
    CARD_LOST: 'Lost card', CARD_EXPIRED: 'Card expired', ACCOUNT_CLOSED: 'Account closed', ACCOUNT_FROZEN: 'Account frozen', NO_FACE_CONSENT: 'Use the card', PIN_REQUIRED: 'PIN needed', PIN_WRONG: 'Wrong PIN', REPEAT_TOO_SOON: 'Too soon',
    OUTSIDE_TIME_WINDOW: 'Not at this time', COUNT_LIMIT: 'Count limit', PURCHASE_LIMIT: 'Above the limit', AMOUNT_LIMIT: 'Amount limit', INSUFFICIENT_BALANCE: 'Balance too low', INSTRUMENT_UNSUPPORTED: 'Not supported', NOT_BOOKABLE: 'Not booked',
    CARD_BLOCKED: 'Blocked card', CARD_NOT_LISTED: 'Not on the list', CARD_LIMIT: 'Offline limit', TERMINAL_LIMIT: 'Offline limit here', LISTS_TOO_OLD: 'Lists too old', STORE_FULL: 'Store is full',
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
