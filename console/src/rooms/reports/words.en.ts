import type { Words } from '@/shared/room'

export const words: Words = {
  dailyMenu: 'Daily summary',
  daily: {
    title: 'Daily purchase summary', purpose: 'Count and amount of each meal, per day and merchant. Days without purchases are left out.', restaurant: 'Merchant', merchantIs: 'Merchant: {name}', dateIs: 'Dates: {from} to {to}', all: 'All', date: 'Date', count: 'Count', cash: 'Cash', subsidy: 'Subsidy', total: 'Total', totalAmount: 'Total amount', corrections: 'Corrections', discount: 'Discount', sum: 'Total:', preparedBy: 'Prepared by:', reviewedBy: 'Reviewed by:', approvedBy: 'Approved by:', printedAt: 'Printed:',
    view: 'Count by', transaction: 'By day of purchase', booking: 'By day of booking', excel: 'Export to Excel', print: 'Print', perMealSubsidy: 'Subsidy per meal', empty: 'No purchase in this period', emptyNext: 'Choose other days, or all merchants.', notAdd: 'The figures of this table do not add up (total ≠ cash + subsidy). Do not use it, and tell the administrator.', range: 'Days', from: 'From', to: 'To', today: 'Today', yesterday: 'Yesterday', thisMonth: 'This month', lastMonth: 'Last month',
  },
}
