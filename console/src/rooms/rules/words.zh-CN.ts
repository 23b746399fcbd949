import type { Words } from '@/shared/room'

export const words: Words = {
  menu: '联机交易规则', title: '联机交易规则', purpose: '谁、在哪、什么时候、最多几次、最多多少钱、按什么价。几条规则同时适用时，每一条限制都要满足，价格取最低。', add: '新增规则', tryIt: '试算', empty: '还没有规则', emptyNext: '没有规则时，人人按刷卡金额付款，没有限次和限额。', on: '启用', off: '停用', order: '顺序', copy: '复制', copyName: '{name}（副本）', removeAsk: '删除规则“{name}”？', switchedOn: '“{name}”已启用，下一笔交易生效', switchedOff: '“{name}”已停用，下一笔交易生效',
  newTitle: '新增规则', editTitle: '修改规则', meaning: '这条规则的意思', meaningWait: '填好后，这里用一句话说明这条规则。', name: '规则名称', active: '启用', orderTip: '价格相同时，数字小的先', who: '谁', forGroups: '这些分组', forDefault: '没有被其他规则管到的人', groups: '分组', where: '在哪', merchants: '餐厅/商户', allMerchants: '全部餐厅/商户', terminals: '消费机', allTerminals: '全部消费机', when: '什么时候', meals: '餐别', allMeals: '不分餐别', times: '时段', addTime: '加时段', weekdays: '星期', everyDay: '每天', dateFrom: '开始日期', dateTo: '结束日期', from: '从', to: '到',
  onlyThen: '其他时间不能消费', onlyThenTip: '不勾选时，这条规则只是在其他时间不起作用', counts: '最多几次', amounts: '最多多少钱', countPer: '{window}次数', amountPer: '{window}金额', noLimit: '不限', price: '按什么价', priceNone: '按刷卡金额', DISCOUNT: '打折', FIXED: '固定价', BY_MEAL_NUMBER: '按本餐第几次定价', SURCHARGE: '加价', discountTip: '按原价的百分之几收取，例如 90% 就是九折', percent: '收取比例', fixedPrice: '价格', nth: '第 {n} 次', then: '以后每次', addPrice: '再加一档',
  byNumberTip: '按本餐第几次定价时，须填每餐次数的上限', surchargeTip: '例如 110% 是加收一成；加收的部分记到这个账户', account: '加收记到', balance: '余额', overdraft: '可以透支', minimum: '最低保留', save: '保存', saved: '“{name}”已保存，下一笔交易生效', back: '返回规则列表', needName: '请填名称', needGroups: '请选分组，或者改成“没有被其他规则管到的人”', needTimes: '限定时间须选餐别或时段', needPercent: '折扣 0–100，加价须大于 100', needPrice: '请填价格', needAccount: '请填账户名称', needMealCount: '请填每餐次数', badTimes: '时段的开始和结束不能相同', readOnly: '您只能查看',
  try: {
    title: '规则试算', purpose: '不刷卡，看一笔交易会怎样：成交还是拒绝，按哪条规则，收多少。不记账。', person: '人员', group: '或者分组', terminal: '消费机', merchant: '或者餐厅/商户', at: '时间', mode: '工作模式', amount: '金额', go: '试算', allowed: '可以消费', gross: '原价', discount: '优惠', net: '实收', by: '按规则“{rule}”', noRule: '没有规则改变价格', clearPerson: '换人', needPlace: '请选消费机或餐厅', needWho: '请选人员或分组', nowTip: '现在',
  },
}
