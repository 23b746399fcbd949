import type { Words } from '@/shared/room'

export const words: Words = {
  menu: '今日', title: '今日', purpose: '{day} 营业日，数字随交易更新。', takings: '今日营业额', purchases: '{count} 笔消费', refused: '{count} 笔被拒绝', cash: '现金', subsidy: '补贴',
  terminals: '消费机', up: '{count} 台在线', down: '{count} 台不在线', allUp: '全部在线', none: '还没有登记消费机', registerFirst: '登记第一台', toTerminals: '查看设备',
  books: '账目', balanced: '账是平的：差额 {difference}', unbalanced: '账不平：差额 {difference}', asOf: '截至第 {entry} 号流水', counted: '共 {entries} 条，{at} 核对',
  firstBad: '第一条不对的流水：{entry}。请停止更正，把这个号码告诉管理员。', verify: '现在核对', verified: '{entries} 条流水、{accounts} 个账户，用时 {seconds} 秒，差额 {difference}',
  verifying: '正在从头核对所有流水…', check: '核对项', result: '结果', fine: '一致', byMealQuestion: '哪一餐、哪个餐厅收了多少？', hourQuestion: '什么时候人最多？',
  refusalQuestion: '为什么没有成交？', asTable: '看表格', asChart: '看图', noSales: '今天还没有消费', noSalesNext: '第一笔交易完成后，数字会自己出现。', noRefusals: '今天没有被拒绝的交易',
  hour: '时段', count: '笔数', others: '其余餐厅', chartLabel: '各餐别营业额：{text}', hourLabel: '每小时笔数，最多的是 {hour} 点，{count} 笔', seeRefused: '查看这些交易',
}
