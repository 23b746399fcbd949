import type { Words } from '@/shared/room'

export const words: Words = {
  menu: '商户资料', mealsMenu: '餐别资料', title: '商户资料', purpose: '收款的餐厅和商户，以及它们的窗口。每台消费机属于一个商户，报表按商户分开。', name: '名称', outlets: '窗口', terminals: '消费机', add: '新增商户', newTitle: '新增商户', editTitle: '修改商户', addOutlet: '加窗口', outletTitle: '给“{name}”加窗口', outletName: '窗口名称',
  empty: '还没有商户', emptyNext: '先新增一个餐厅，再登记它的消费机。', removeAsk: '删除商户“{name}”？', noOutlets: '无', outletAdded: '“{merchant}”已有窗口“{outlet}”',
  meals: {
    title: '餐别资料', purpose: '一天里的用餐时段。报表按餐别汇总，规则按餐别限次；跨午夜的餐别算在开始的那一天。', name: '名称', nameEn: '英文名称', kind: '类别', order: '顺序', hours: '今天的时间', since: '{day} 起', own: '商户另有时间', notServed: '今天不供应', add: '新增餐别', newTitle: '新增餐别', editTitle: '修改餐别', editHours: '时间表', hoursTitle: '“{name}”的时间表',
    from: '开始', to: '结束', validFrom: '从哪天起', validTip: '不填就从今天起', empty: '还没有餐别', emptyNext: '没有餐别时，所有消费都记在“其他”里。', removeAsk: '删除餐别“{name}”？过去的消费保留原来的餐别。', whole: '全部商户', merchant: '适用', served: '供应', serve: '供应这一餐', noServe: '从这天起不供应', setHours: '设定时间', removePeriod: '删除这一行', removePeriodAsk: '删除这一行时间？', overnight: '次日', day: '一天', dayBar: '{name}：{text}', changed: '已设定“{name}”的时间', addHours: '改时间（从某天起）', noPeriods: '没有时间',
  },
}
