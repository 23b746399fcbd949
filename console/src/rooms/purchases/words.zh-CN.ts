import type { Words } from '@/shared/room'

export const words: Words = {
  menu: '实时交易', title: '实时交易', purpose: '每一笔刷卡，成交的和被拒绝的，连同原因。新的在上面；鼠标停在表上时不会跳动。',
  pause: '暂停', resume: '继续', paused: '已暂停', fresh: '有 {count} 笔新交易，点击显示', result: '结果', taken: '成交', refused: '被拒绝', anyResult: '全部结果', anyMerchant: '全部餐厅/商户', anyTerminal: '全部消费机', day: '今天（实时）',
  place: '地点', person: '姓名', amount: '金额', left: '余额', why: '说明', empty: '还没有交易', emptyNext: '第一笔刷卡会自己出现在这里。', emptyFiltered: '没有符合条件的交易', emptyFilteredNext: '放宽上面的条件再看。', older: '更早的', oldest: '已到最早一笔', voided: '已冲正',
  history: '{day} 的全部交易', clear: '清除条件',
}
