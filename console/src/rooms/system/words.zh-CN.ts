import type { Words } from '@/shared/room'

export const words: Words = {
  signIn: '登录', auditMenu: '操作日志', name: '登录名', password: '密码', passwordAgain: '再输一次密码', signInPurpose: '食堂一卡通消费平台', wrongTwice: '两次输入的密码不一样',
  capsLock: '大写锁定已打开', showPassword: '显示密码', start: '登录',
  setup: {
    title: '首次启动', step: '第 {step} 步，共 2 步', adminTitle: '建立第一位管理员', adminPurpose: '平台没有默认密码。请用启动时打印的一次性口令建立管理员；口令 30 分钟内有效，只能在服务器本机使用。',
    secret: '一次性口令', secretTip: '在启动平台的窗口里，也在数据目录的 secrets/setup.secret 文件里。', adminName: '管理员登录名', passwordTip: '至少 10 个字符，不要用常见的密码。',
    create: '建立管理员', unitTitle: '使用单位', unitPurpose: '单位全称会印在每张报表和小票上。', unitName: '单位全称', unitTip: '例如：某某市第一中学', wording: '称呼方式',
    school: '学校（学号、班级、离校）', company: '企业（工号、部门、离职）', zone: '时区', zoneTip: '营业日和餐别按这个时区计算。', finish: '完成，进入平台', short: '至少 10 个字符', tooLong: '最多 60 个字',
    done: '{unit} 已可使用',
  },
  own: { title: '修改密码', purpose: '修改后，其他地方的登录会退出。', needed: '管理员给的密码只能用一次，请先设置自己的密码。', old: '现在的密码', fresh: '新密码', change: '修改密码', done: '密码已修改', back: '返回' },
  audit: {
    title: '操作日志', purpose: '谁在什么时候改了什么。日志只增不改。', at: '时间', operator: '操作员', action: '操作', subject: '对象', details: '内容', address: '来自',
    find: '操作员、操作或对象', empty: '没有符合条件的记录', emptyNext: '换一个词，或清空查找框。', platform: '平台',
  },
}
