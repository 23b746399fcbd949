import type { Words } from '@/shared/room'

export const words: Words = {
  signIn: '登录', auditMenu: '操作日志', operatorsMenu: '操作员与权限', name: '登录名', password: '密码', passwordAgain: '再输一次密码', signInPurpose: '食堂一卡通消费平台', wrongTwice: '两次输入的密码不一样',
  capsLock: '大写锁定已打开', showPassword: '显示密码', start: '登录',
  setup: {
    title: '首次启动', step: '第 {step} 步，共 2 步', adminTitle: '建立第一位管理员', adminPurpose: '平台没有默认密码。请用启动时打印的一次性口令建立管理员；口令 30 分钟内有效，只能在服务器本机使用。',
    secret: '一次性口令', secretTip: '在启动平台的窗口里，也在数据目录的 secrets/setup.secret 文件里。', adminName: '管理员登录名', passwordTip: '至少 10 个字符，不要用常见的密码。',
    create: '建立管理员', unitTitle: '使用单位', unitPurpose: '单位全称会印在每张报表和小票上。', unitName: '单位全称', unitTip: '例如：某某市第一中学', wording: '称呼方式',
    school: '学校（学号、班级、离校）', company: '企业（工号、部门、离职）', zone: '时区', zoneTip: '营业日和餐别按这个时区计算。', finish: '完成，进入平台', short: '至少 10 个字符', tooLong: '最多 60 个字',
    done: '{unit} 已可使用',
  },
  own: { title: '修改密码', purpose: '修改后，其他地方的登录会退出。', needed: '管理员给的密码只能用一次，请先设置自己的密码。', old: '现在的密码', fresh: '新密码', change: '修改密码', done: '密码已修改', back: '返回' },
  operators: {
    title: '操作员与权限', purpose: '谁可以登录，能做什么，看得到哪些商户。权限由角色决定，修改后马上生效。', add: '新增操作员', newTitle: '新增操作员', editTitle: '修改操作员“{name}”',
    name: '登录名', nameTip: '登录时输入，以后不能修改', displayName: '显示名', displayTip: '操作日志和单据上看到的名字', roles: '角色', language: '语言', merchants: '可见商户', all: '全部商户', only: '只看这些商户', noneLeft: '（已删除的商户）',
    state: '状态', ACTIVE: '可登录', DISABLED: '已停用', mustChange: '等本人设置密码', password: '初始密码', passwordTip: '至少 10 个字符。首次登录时本人必须换成自己的密码。', self: '本人',
    reset: '重设密码', resetTitle: '为“{name}”重设密码', resetDo: '重设', resetTip: '原密码马上失效，已登录的地方都会退出；下次登录时本人必须设置自己的密码。', resetDone: '{name} 下次登录要用新给的密码', disable: '停用', disableAsk: '停用“{name}”？此人会马上退出，不能再登录；操作记录保留。', disabled: '{name} 已停用，不能登录', enable: '启用', enabled: '{name} 可以登录了',
    readAgain: '看现在的内容', needRole: '请至少选一个角色', needMerchant: '请至少选一个商户', empty: '没有操作员', emptyNext: '新增一位操作员，给他合适的角色。',
    may: { ADMINISTRATOR: '全部功能，包括操作员与系统参数', MANAGER: '看报表和流水，管理商户、餐别、规则和设备；不办理充值', CLERK: '柜台：人员、卡片、充值', ACCOUNTANT: '看报表、流水和日志，核对账目；不修改资料' },
  },
  settingsMenu: '系统参数',
  settings: {
    title: '系统参数', purpose: '全单位通用，保存后从下一笔交易起生效；每次修改都记入操作日志。', readAgain: '看现在的内容', seconds: '秒', minutes: '分钟',
    unit: '使用单位', needUnit: '请填写单位全称', dayStart: '营业日开始', dayStartTip: '此时刻之前的消费算前一天。跨午夜的餐别始终算开始的那天。',
    purchases: '消费', purseOrder: '扣款顺序', SUBSIDY_FIRST: '先补贴，后现金', CASH_FIRST: '先现金，后补贴', purseOrderTip: '一个钱包不够时，其余从另一个扣。',
    repeat: '刷卡间隔', repeatTip: '同一人两次消费至少相隔这么久，不论哪台消费机；0 为不限。', freeExempt: '自由模式不受刷卡间隔限制', antiNfc: '拒绝手机模拟的卡（防 NFC）',
    cashierVoid: '收银员可撤销', cashierVoidTip: '在消费机上撤销自己刚收的一笔，须在同一餐内；0 为不许。',
    desk: '充值与柜台', maxBalance: '最大余额', maxBalanceTip: '只限制充值和补贴，不限制退款、更正和补领。', maxBalanceOf: '最大余额按', of_SUM: '现金与补贴之和', of_CASH: '只算现金',
    undo: '充值退款可撤销', undoTip: '办理后这段时间内可在柜台撤销。', idle: '无操作自动退出', idleTip: '离开柜台多久后要重新登录；改后对所有人生效。',
  },
  audit: {
    title: '操作日志', purpose: '谁在什么时候改了什么。日志只增不改。', at: '时间', operator: '操作员', action: '操作', subject: '对象', details: '内容', address: '来自',
    find: '操作员、操作或对象', empty: '没有符合条件的记录', emptyNext: '换一个词，或清空查找框。', platform: '平台',
  },
}
