import type { Words } from '@/shared/room'

export const words: Words = {
  menu: '人事资料', groupsMenu: '分组资料', title: '人事资料', person: '个人资料', purpose: '按编号、姓名、拼音首字母或卡号查找；点一行看他的卡、余额和流水。', find: '编号、姓名、拼音首字母、卡号',
  anyDepartment: '全部部门', anyGroup: '全部分组', cards: '卡', add: '新增人员', empty: '还没有人员', emptyNext: '先新增一位，再给他发卡。', emptyFiltered: '没有符合条件的人', emptyFilteredNext: '换一个词，或清空条件。', clear: '清除条件',
  name: '姓名', numberTip: '不填则自动取下一个号', department: '部门', group: '分组', noGroup: '不分组', phone: '电话', state: '账户', newTitle: '新增人员', editTitle: '修改资料', added: '已新增 {name}（{no}）',
  notFound: '没有这个人', topUp: '充值', issueCard: '发卡', edit: '修改资料', spendable: '可用余额', cash: '现金', subsidy: '补贴', until: '有效期至 {day}', noEnd: '长期有效', held: '旧卡暂挂', heldTip: '补办等待期满后可以领回',
  cardsTitle: '卡片', noCards: '没有卡', noCardsNext: '发一张卡就可以在食堂消费。', uid: '卡号', issued: '发卡', valid: '有效期至', face: '人脸登记号', statement: '流水', refusals: '被拒绝的交易', statementEmpty: '还没有流水', statementEmptyNext: '第一次充值或消费后会出现在这里。',
  refusalsEmpty: '最近没有被拒绝的交易', at: '时间', what: '事项', where: '地点/经办', purse: '钱包', amount: '金额', cashAfter: '现金余额', subsidyAfter: '补贴余额', undone: '已撤销', bookedLater: '记账 {at}', why: '为什么', limit: '规则与限额', now: '怎么办', place: '地点',
  issueTitle: '发卡给 {name}', issueTip: '把卡放到读卡器上，或者输入卡号（8、14 或 20 位十六进制）。', wrongUid: '卡号是 8、14 或 20 位的 0–9、A–F', cardIssued: '{name} 的卡 {uid} 已可使用', validUntil: '有效期至', validTip: '不填则按系统参数', confirmIssue: '发卡',
  groups: {
    title: '分组资料', purpose: '规则和消费机按分组区别对待人员。分组数值是 0–255 的整数，不可重复。', code: '编号', name: '名称', value: '分组数值', people: '人数', add: '新增分组', empty: '还没有分组', emptyNext: '没有分组的人没有限额也没有优惠。', newTitle: '新增分组', editTitle: '修改分组',
    removeAsk: '删除分组“{name}”？', valueTip: '0–255', peopleOf: '查看人员',
  },
}
