import type { Words } from '@/shared/room'

export const words: Words = {
  dailyMenu: '每日消费汇总表',
  report: '报表',
  chapter: { DETAILS: '明细类报表', SUMMARIES: '统计类报表' }, chapterPurpose: { DETAILS: '逐笔列出：选好日期和条件，打印或导出 Excel。', SUMMARIES: '按日期、餐别、机器等汇总；每个数字都能点开看明细。' },
  noReports: '这里没有您能看的报表', noReportsNext: '管理员可以给您的角色增加权限。', excel: '导出 Excel', preview: '打印预览', columns: '列', earlier: '{name}：前移', later: '{name}：后移', usualColumns: '恢复默认列', tooLongForPaper: '超过 {rows} 行：请导出，或缩短日期范围。', notAdd: '这张报表对不上。{why}请不要使用，并告诉管理员。', empty: '这段时间没有数据', emptyNext: '换一段日期，或减少条件。', sum: '合计', todays: '按现在的部门', otherMeal: '其他', leavePreview: '返回', previewHint: '标题、备注和签名可以修改，数字不能。', paperTitle: '标题', remark: '备注',
  daily: {
    title: '每日消费汇总表', purpose: '每天每个餐厅各餐的次数和金额。没有消费的日子不列出。', restaurant: '餐厅', merchantIs: '餐厅：{name}', dateIs: '日期：（{from} 至 {to}）', all: '全部', date: '日期', count: '次数', cash: '现金金额', subsidy: '补贴金额', total: '合计', totalAmount: '总金额', corrections: '更正', discount: '优惠', sum: '汇总：', preparedBy: '制单：', reviewedBy: '审核：', approvedBy: '批准：', printedAt: '打印日期：',
    view: '口径', transaction: '按消费日期', booking: '按记账日期', excel: '导出 Excel', print: '打印', perMealSubsidy: '各餐显示补贴', empty: '这段时间没有消费', emptyNext: '换一段日期，或选择全部餐厅。', notAdd: '这张表的数字对不上（总金额 ≠ 现金 + 补贴），请不要使用，并告诉管理员。', range: '日期范围', from: '开始日期', to: '结束日期', today: '今天', yesterday: '昨天', thisMonth: '本月', lastMonth: '上月',
  },
}
