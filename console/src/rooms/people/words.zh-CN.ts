import type { Words } from '@/shared/room'

export const words: Words = {
  photo: '相片',
  menu: '人事资料', groupsMenu: '分组资料', title: '人事资料', person: '个人资料', purpose: '按编号、姓名、拼音首字母或卡号查找；点一行看他的卡、余额和流水。', find: '编号、姓名、拼音首字母、卡号',
  anyDepartment: '全部部门', anyGroup: '全部分组', cards: '卡', add: '新增人员', empty: '还没有人员', emptyNext: '先新增一位，再给他发卡。', emptyFiltered: '没有符合条件的人', emptyFilteredNext: '换一个词，或清空条件。', clear: '清除条件',
  name: '姓名', numberTip: '不填则自动取下一个号', department: '部门', group: '分组', noGroup: '不分组', phone: '电话', state: '账户', newTitle: '新增人员', editTitle: '修改资料', readAgain: '放弃我的修改，看现在的内容', added: '已新增 {name}（{no}）',
  notFound: '没有这个人', topUp: '充值', issueCard: '发卡', edit: '修改资料', spendable: '可用余额', cash: '现金', subsidy: '补贴', until: '有效期至 {day}', noEnd: '长期有效', held: '旧卡暂挂', heldTip: '补办等待期满后可以领回',
  operations: '柜台办理', operationsEmpty: '柜台还没有办理过', doneBy: '经办人', remark: '备注', deposit: '押金', cardsTitle: '卡片', noCards: '没有卡', noCardsNext: '发一张卡就可以在食堂消费。', uid: '卡号', issued: '发卡', valid: '有效期至', allowed: '在白名单上', allowedTip: '消费机连不上平台时也能刷这张卡', notAllowed: '不在白名单上', notAllowedTip: '这张卡暂时不能在脱机的消费机上使用', blocked: '在挂失名单上', blockedTip: '消费机连不上平台时也拒绝这张卡', putOnListDo: '生成白名单', takeOffList: '删除白名单', putOnList: '{uid} 已加入白名单，消费机马上更新', takenOffList: '{uid} 已从白名单删除，消费机马上更新', face: '人脸登记号', statement: '流水', refusals: '被拒绝的交易', statementEmpty: '还没有流水', statementEmptyNext: '第一次充值或消费后会出现在这里。',
  refusalsEmpty: '最近没有被拒绝的交易', at: '时间', what: '事项', where: '地点/经办', purse: '钱包', amount: '金额', cashAfter: '现金余额', subsidyAfter: '补贴余额', undone: '已撤销', bookedLater: '记账 {at}', why: '为什么', limit: '规则与限额', now: '怎么办', place: '地点',
  issueTitle: '发卡给 {name}', issueTip: '把卡放到读卡器上，或者输入卡号（8、14 或 20 位十六进制）。', wrongUid: '卡号是 8、14 或 20 位的 0–9、A–F', cardIssued: '{name} 的卡 {uid} 已可使用', validUntil: '有效期至', validTip: '不填则按系统参数', confirmIssue: '发卡',
  departmentsMenu: '部门资料', archiveMenu: '离职管理', parametersMenu: '编号与选项', export: '导出', import: '导入', chosen: '已选 {n} 人',
  holderType: '持卡人类型', document: '身份证件', documentType: '证件类型',
  documents: { ID_CARD: '身份证', PASSPORT: '护照', TRAVEL_PERMIT: '通行证', RESIDENCE_PERMIT: '居留证', OTHER: '其他' },
  order: { title: '排序', number: '按编号', name: '按姓名拼音' },
  departments: {
    title: '部门资料', purpose: '单位的组织结构。编号自动生成：最高一级为 0，之后每级两位数字。', name: '名称', code: '编号', add: '新增部门', addBelow: '新增下级', change: '改名或移动', rename: '改名',
    newTitle: '新增部门', editTitle: '部门改名或移动', parent: '上级部门', codeTip: '自动取该处下一个空闲编号。', moveTip: '移动后，本部门和所有下级的编号都会随之改变。',
    saved: '{name} 的编号是 {code}', removeAsk: '删除部门“{name}”？', rightClick: '点右键可对整个部门分组',
  },
  regroup: {
    act: '分组/调动', ofDepartment: '“{name}”的全部人员', ofSelection: '已选的 {n} 人', group: '分组', department: '调到部门', to: '新部门', withBelow: '包括下级部门', confirm: '确定', done: '已修改 {n} 人',
  },
  leave: { COMPANY: { act: '离职', one: '{name} 离职', many: '{n} 人离职' }, SCHOOL: { act: '离校', one: '{name} 离校', many: '{n} 人离校' }, tip: '编号和历史保留；离职库中的人不再出现在人事资料里，可以重新入职。', reason: '离职类型', remark: '备注', confirm: '转入离职库', done: '已将 {n} 人转入离职库' },
  archive: {
    title: '离职管理', purpose: '谁在什么时候、为什么离开。重新入职的人保留编号和历史。', find: '编号、姓名、拼音首字母', leftAt: '离职日期', empty: '没有符合条件的离职人员', emptyNext: '换一段时间，或清空查找框。', nobody: '还没有人离职', nobodyNext: '在人事资料里打开一个人，或选中多人，办理离职。',
    reenter: '重新入职', reenterTitle: '{name} 重新入职', reenterTip: '编号 {no} 和全部历史保留。', back: '{name}（{no}）已重新入职',
  },
  parameters: {
    title: '编号与选项', purpose: '编号多长，资料中有哪些选项可选。', numbers: '编号', length: '编号长度', anyLength: '不限', lengthTip: '其他长度的编号会被拒绝。只有全部编号都符合时才能修改。', automatic: '新增人员不填编号时自动取下一个号',
    saved: '参数已生效', leaverPhotos: '离开人员的相片', leaverDays: '离开后保留天数', leaverTip: '到期当晚彻底销毁相片、同意记录和密钥。重新入职时须再次取得同意。', reasons: '离职类型', types: '持卡人类型', newEntry: '新选项', removeAsk: '删除“{name}”？',
  },
  groups: {
    title: '分组资料', purpose: '规则和消费机按分组区别对待人员。分组数值是 0–255 的整数，不可重复。', code: '编号', name: '名称', value: '分组数值', people: '人数', add: '新增分组', empty: '还没有分组', emptyNext: '没有分组的人没有限额也没有优惠。', newTitle: '新增分组', editTitle: '修改分组',
    removeAsk: '删除分组“{name}”？', valueTip: '0–255', peopleOf: '查看人员',
  },
}
