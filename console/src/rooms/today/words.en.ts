import type { Words } from '@/shared/room'

export const words: Words = {
  menu: 'Today', title: 'Today', purpose: 'Business day {day}. Figures move with the purchases.', takings: 'Takings today', purchases: 'Purchases {count}', refused: '{count} refused', cash: 'Cash', subsidy: 'Subsidy',
  terminals: 'Terminals', up: '{count} online', down: '{count} offline', allUp: 'All online', none: 'No terminal registered yet', registerFirst: 'Register the first one', toTerminals: 'See the terminals',
  books: 'Books', balanced: 'Books balance: difference {difference}', unbalanced: 'Books do not balance: difference {difference}', asOf: 'As of entry {entry}', counted: '{entries} entries, checked {at}',
  firstBad: 'First entry that is wrong: {entry}. Stop correcting and tell the administrator this number.', verify: 'Check now', verified: '{entries} entries, {accounts} accounts, {seconds} s, difference {difference}',
  verifying: 'Adding up every entry from the beginning…', check: 'Check', result: 'Result', fine: 'Agrees', byMealQuestion: 'Which meal and which merchant took how much?', hourQuestion: 'When is the rush?',
  refusalQuestion: 'Why were purchases refused?', asTable: 'As a table', asChart: 'As a chart', noSales: 'No purchase yet today', noSalesNext: 'The figures appear by themselves after the first purchase.', noRefusals: 'Nothing was refused today',
  hour: 'Hour', count: 'Purchases', others: 'Other merchants', chartLabel: 'Takings by meal: {text}', hourLabel: 'Purchases by hour; most at {hour}:00, {count}', seeRefused: 'See them',
}
