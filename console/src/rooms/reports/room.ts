import { DataAnalysis, Document, Histogram } from '@element-plus/icons-vue'
import type { Room } from '@/shared/room'
import { words as en } from './words.en'
import { words as zh } from './words.zh-CN'

export const room: Room = {
  name: 'reports',
  routes: [
    { path: '/reports/daily-purchases', name: 'daily-purchases', component: () => import('./DailyPurchasesPage.vue'), meta: { title: 'reports.daily.title', permission: 'SEE_REPORTS' } },
    { path: '/reports/details', name: 'report-details', component: () => import('./ReportsPage.vue'), props: { chapter: 'DETAILS' }, meta: { title: 'reports.chapter.DETAILS', permission: 'SEE_REPORTS' } },
    { path: '/reports/summaries', name: 'report-summaries', component: () => import('./ReportsPage.vue'), props: { chapter: 'SUMMARIES' }, meta: { title: 'reports.chapter.SUMMARIES', permission: 'SEE_REPORTS' } },
    { path: '/reports/:name', name: 'report', component: () => import('./ReportPage.vue'), meta: { title: 'reports.report', permission: 'SEE_REPORTS' } },
  ],
  menu: [
    { section: 'reports', order: 5, route: 'report-details', title: 'chapter.DETAILS', icon: Document, permission: 'SEE_REPORTS', search: ['mxl', 'mxbb', '明细类', '消费明细', '充值明细', '退款明细', '补贴明细', 'xfmx', 'czmx', 'tkmx', 'btmx', '更正', '补单', '拒绝交易', '透支', '退卡明细', '卡成本', '挂失名单', '离职库', '班次', '钱包流水', '流水账', 'details'] },
    { section: 'reports', order: 10, route: 'report-summaries', title: 'chapter.SUMMARIES', icon: Histogram, permission: 'SEE_REPORTS', search: ['tjl', 'tjbb', '统计类', '每日充值汇总表', 'mrczhzb', '充值渠道', '消费机收入', '个人用餐', '部门用餐', '未就餐', '操作员收款', '账户余额表', 'zhyeb', '收支平衡表', 'szphb', 'summaries'] },
    { section: 'reports', order: 20, route: 'daily-purchases', title: 'dailyMenu', icon: DataAnalysis, permission: 'SEE_REPORTS', search: ['mrxfhzb', '每日消费汇总表', '报表', 'bb', '统计', '对账', 'daily purchase summary', 'report'] },
  ],
  words: { 'zh-CN': zh, en },
}
