import type { Words } from '@/shared/room'

export const words: Words = {
  dailyMenu: '每日消费汇总表',
  daily: {
    title: '每日消费汇总表', purpose: '每天每个餐厅各餐的次数和金额。没有消费的日子不列出。', restaurant: '餐厅', merchantIs: '餐厅：{name}', dateIs: '日期：（{from} 至 {to}）', all: '全部', date: '日期', count: '次数', cash: '现金金额', subsidy: '补贴金额', total: '合计', totalAmount: '总金额', corrections: '更正', discount: '优惠', sum: '汇总：', preparedBy: '制单：', reviewedBy: '审核：', approvedBy: '批准：', printedAt: '打印日期：',
    view: '口径', transaction: '按消费日期', booking: '按记账日期', excel: '导出 Excel', print: '打印', perMealSubsidy: '各餐显示补贴', empty: '这段时间没有消费', emptyNext: '换一段日期，或选择全部餐厅。', notAdd: '这张表的数字对不上（总金额 ≠ 现金 + 补贴），请不要使用，并告诉管理员。', range: '日期范围', from: '开始日期', to: '结束日期', today: '今天', yesterday: '昨天', thisMonth: '本月', lastMonth: '上月',
  },
}
