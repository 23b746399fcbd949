import type { Words } from '@/shared/room'

export const words: Words = {
  menu: '相片批量导入', people: '人事资料', one: '相片', titleOf: '{name} 的相片', purpose: '系统找到人脸，自动剪裁成终端需要的大小（小于 50 KB）；原图不保存。', now: '现在的相片', take: '换一张相片',
  none: '还没有相片。', remove: '删除相片', removeAsk: '删除 {name} 的相片？', storedAt: '{at}，{who}', size: '{kb} KB', acceptedBy: '未通过检查，由 {who} 接受', stored: '{name} 的相片已保存',
  source: { FILE: '文件', CAMERA: '摄像头', PHONE: '手机', BATCH: '批量导入' },
  way: { file: '选择文件', camera: '用摄像头拍', phone: '用手机拍' },
  drop: '把相片拖到这里，或点击选择', what: 'JPEG 或 PNG，不超过 20 MB；文件名随意', checking: '正在检查相片…', another: '换一张', store: '保存相片', anyway: '仍然接受', consentFirst: '请先在上面登记同意，才能保存。',
  crop: '剪裁后的相片', cropOf: '{name} 剪裁后的相片', passes: '相片合格', poor: '相片质量不合格', hopeless: '相片不能使用', hint: '建议：',
  consent: {
    title: '同意保存和使用人脸相片', given: '已同意', missing: '尚未取得同意：没有同意不能保存相片', who: '同意人', how: '同意方式', guardian: '监护人姓名', note: '登记同意', withdraw: '撤回同意', withdrawAsk: '撤回 {name} 的同意？相片会立即销毁，不能恢复。',
    by: { HOLDER: '本人', GUARDIAN: '监护人（不满十四周岁）' }, way: { PAPER: '已签纸质同意书', DESK: '当面说明并同意', PHONE: '在手机上同意' },
  },
  camera: { live: '摄像头画面', take: '拍照', absent: '没有找到摄像头，请接好后重试。', refused: '浏览器没有允许使用摄像头，请在地址栏中允许后重试。', insecure: '只有通过 https 打开控制台，浏览器才允许使用摄像头。' },
  link: {
    purpose: '生成一次性链接：本人用手机打开，拍照或选一张，直接进入人事资料，用过即失效。', local: '您正通过本机地址打开控制台，手机打不开这样的链接；请用服务器的网络地址打开控制台后再生成。', validity: '有效时间', hours_1: '1 小时', hours_24: '1 天', hours_72: '3 天', hours_168: '7 天', make: '生成链接',
    qr: '链接的二维码', scan: '用手机扫描二维码，或把链接发给本人。', until: '有效期至 {at}；生成新链接后旧链接失效。', address: '链接', copy: '复制链接', copied: '链接已复制', callBack: '收回链接',
  },
  guide: {
    title: '怎样拍好相片', picture: '标准相片：正面、双耳可见、白色背景', camera: '用相机或手机后置摄像头拍摄，关闭美颜', background: '纯色背景，最好是白色', light: '光线均匀，不逆光，不偏向一侧', clothes: '衣服不要与背景同色', ears: '正对镜头，露出双耳', face: '表情自然，双眼睁开，嘴闭合', near: '站直，头部完整，离镜头约一米',
    not: { turned: '侧脸、低头、仰头或歪头', covered: '口罩、帽子、墨镜或头发遮住面部', others: '画面中有别人', blurred: '模糊、太暗或过亮' },
  },
  phone: {
    title: '为 {name} 拍一张相片', adult: '我是本人，已满十四周岁', guardian: '我是监护人', agree: '我同意', take: '拍照', pick: '从相册选一张', again: '重新拍照', send: '就用这张', done: '相片已收到，谢谢！可以关闭此页面。', until: '链接有效期至 {at}，只能用一次。',
  },
  outcome: { STORED: '已保存', ACCEPTED: '已接受', REFUSED: '未通过检查', NO_PERSON: '没有这个编号的人', LEFT: '此人在离职库中', NO_CONSENT: '尚未取得同意', TWICE: '同一个人有多张，只用第一张', UNREADABLE: '无法解压' },
  batch: {
    title: '相片批量导入', purpose: '相片以工号（学号）命名，放在一个文件夹或压缩包里；逐张检查、剪裁、保存，未通过的列出原因。', papers: '同意书', papers_NONE: '只导入已登记同意的人', papers_HOLDER: '全部相片都有本人签字的纸质同意书', papers_GUARDIAN: '全部相片都有监护人签字的纸质同意书',
    folder: '选择相片文件夹', named: '文件名 = 工号（学号），如 100231.jpg', zip: '选择压缩包（.zip）', zipTip: '里面的文件夹不影响', sending: '正在上传', working: '正在检查和剪裁', another: '再导入一批', before: '最近的批次', result: '结果', stored: '已保存 {n} 张', refused: '{n} 张未保存',
    crops: '下载剪裁后的 {n} 张（cut）', allCrops: '下载全部剪裁相片（cut）', list: '未保存的相片', acceptMany: '接受选中的 {n} 张', accepted: '已接受 {n} 张', choose: '选中 {name}',
  },
}
