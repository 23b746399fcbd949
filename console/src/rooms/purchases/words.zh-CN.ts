import type { Words } from '@/shared/room'

export const words: Words = {
  menu: '实时交易', title: '实时交易', purpose: '每一笔刷卡，成交的和被拒绝的，连同原因。新的在上面；鼠标停在表上时不会跳动。',
  pause: '暂停', resume: '继续', paused: '已暂停', fresh: '有 {count} 笔新交易，点击显示', result: '结果', taken: '成交', refused: '被拒绝', anyResult: '全部结果', anyMerchant: '全部餐厅/商户', anyTerminal: '全部消费机', day: '今天（实时）',
  place: '地点', person: '姓名', amount: '金额', left: '余额', why: '说明', empty: '还没有交易', emptyNext: '第一笔刷卡会自己出现在这里。', emptyFiltered: '没有符合条件的交易', emptyFilteredNext: '放宽上面的条件再看。', older: '更早的', oldest: '已到最早一笔', voided: '已冲正',
  history: '{day} 的全部交易', clear: '清除条件',
  odd: {
    menu: '异常记录', title: '异常记录', purpose: '设备脱机消费后上传、需要有人过问的记录：有的照常入账，有的无人可扣而留在这里。任何记录都不会丢失。',
    fate: '账务', why: '原因', settled: '处理情况', open: '待处理', done: '已处理', all: '全部', anyReason: '全部原因', by: '{name}：{note}',
    empty: '没有异常记录', emptyNext: '设备上传的记录如不能照常入账，会出现在这里。', emptyFiltered: '没有符合条件的异常记录',
    settle: '处理', settleTitle: '处理 {terminal} 第 {seq} 号', settleTip: '此处不动账。需要动账时，请先更正收款、手工录入消费单据或充值，再在这里写明处理结果。', note: '处理结果', settleDo: '确认处理',
    fates: { BOOKED: '已入账', DISPUTED: '未入账', KNOWN: '已知' },
    reason: {
      UNKNOWN_CARD: '未知卡', UNKNOWN_INSTRUMENT: '不是卡片', OTHER_CONTENT: '流水号已用于另一笔', OTHER_DECISION: '金额与联机结果不符', NUMBER_BURNT: '流水号已冲正', DECLINED_BEFORE: '联机时已拒绝', NOT_BOOKABLE: '无法入账',
      OVERDRAWN: '余额透支', CARD_LOST: '挂失卡消费', OLD_CARD: '补领后的旧卡', CARD_RETURNED: '已退卡', CARD_SCRAPPED: '已报废的卡', CARD_EXPIRED: '过期卡', ACCOUNT_CLOSED: '已销户', ACCOUNT_FROZEN: '已冻结', TIME_UNSURE: '时间不可靠', AMOUNT_UNSURE: '金额不可靠',
    },
  },
}
