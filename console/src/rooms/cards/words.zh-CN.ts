import type { Words } from '@/shared/room'

export const words: Words = {
  menu: '充值', title: '充值', purpose: '刷卡或按 F2 找人，输入金额，按 F9 确认。', readerReady: '读卡器就绪，请刷卡', readerAway: '窗口不在前台，刷卡收不到', readerGot: '已读到卡',
  findPerson: '找人：编号、姓名、拼音首字母、卡号', noPerson: '请刷卡，或查找人员', noPersonNext: '也可以按 F2 输入编号或姓名。', cash: '现金余额', subsidy: '补贴余额', subsidyUntil: '{day} 到期', subsidyNoEnd: '长期有效', total: '合计', held: '旧卡暂挂 {amount}',
  kind: '充到', toCash: '现金', toSubsidy: '补贴', amount: '金额', channel: '收款方式', mode: '补贴方式', ACCUMULATE: '累加', CLEAR_REPLACE: '清零后重发', ACCUMULATE_tip: '加到现有补贴上', CLEAR_REPLACE_tip: '先清零，再发新的金额', until: '有效期至', forever: '长期有效', untilRequired: '请选有效期，或勾选长期有效',
  shortens: '现有补贴原来 {old} 到期，累加后整笔改为 {new}', remark: '备注', received: '实收', change: '找零 {amount}', short: '实收不够，还差 {amount}', preview: '充值后', confirm: '确认充值', clear: '清空', done: '{name} 现金余额 {cash}，补贴余额 {subsidy}',
  doneTitle: '已充 {amount}', undo: '撤销', undoLeft: '{minutes} 分钟内可撤销', undoAsk: '撤销给 {name} 的充值 {amount}？将记一笔反向流水。', undone: '已撤销：{name} 现金余额 {cash}，补贴余额 {subsidy}', undoneMark: '已撤销', shift: '我今天的充值', count: '{count} 笔', last: '最近办理', lastEmpty: '今天还没有办理',
  switchAsk: '{name} 的充值还没确认。换成 {next}？', switchGo: '换人', otherCard: '另一张卡', keys: '按键', keyFind: '找人', keyAmount: '金额', keyConfirm: '确认', keyClear: '清空', personPage: '个人资料', cardState: '卡 {uid}', subsidyWord: '补贴', cashWord: '现金', at: '时间', refusedCard: '这张卡是{state}状态', zero: '金额要大于 0',
}
