import type { Words } from '@/shared/room'

export const words: Words = {
  dailyMenu: 'Daily summary',
  report: 'Report',
  chapter: { DETAILS: 'Details', SUMMARIES: 'Summaries' }, chapterPurpose: { DETAILS: 'Lists of single entries: choose days and filters, print them or take them to Excel.', SUMMARIES: 'Sums by day, meal, terminal and so on; every figure opens to its entries.' },
  noReports: 'No report here is open to you', noReportsNext: 'An administrator can give your role more permissions.', excel: 'Export to Excel', preview: 'Print preview', columns: 'Columns', earlier: '{name}: earlier', later: '{name}: later', usualColumns: 'The usual columns', tooLongForPaper: 'More than {rows} rows: export them, or choose fewer days.', notAdd: 'This report does not add up. {why} Do not use it, and tell the administrator.', empty: 'Nothing in these days', emptyNext: 'Choose other days, or fewer filters.', sum: 'Total', todays: 'By today\'s department', otherMeal: 'Other', leavePreview: 'Back', previewHint: 'Title, remark and names can be written over; the figures cannot.', paperTitle: 'Title', remark: 'Remark',
  daily: {
    title: 'Daily purchase summary', purpose: 'Count and amount of each meal, per day and merchant. Days without purchases are left out.', restaurant: 'Merchant', merchantIs: 'Merchant: {name}', dateIs: 'Dates: {from} to {to}', all: 'All', date: 'Date', count: 'Count', cash: 'Cash', subsidy: 'Subsidy', total: 'Total', totalAmount: 'Total amount', corrections: 'Corrections', discount: 'Discount', sum: 'Total:', preparedBy: 'Prepared by:', reviewedBy: 'Reviewed by:', approvedBy: 'Approved by:', printedAt: 'Printed:',
    view: 'Count by', transaction: 'By day of purchase', booking: 'By day of booking', excel: 'Export to Excel', print: 'Print', perMealSubsidy: 'Subsidy per meal', empty: 'No purchase in this period', emptyNext: 'Choose other days, or all merchants.', notAdd: 'The figures of this table do not add up (total ≠ cash + subsidy). Do not use it, and tell the administrator.', range: 'Days', from: 'From', to: 'To', today: 'Today', yesterday: 'Yesterday', thisMonth: 'This month', lastMonth: 'Last month',
  },
}
