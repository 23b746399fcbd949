import type { Words } from '@/shared/room'

export const words: Words = {
  menu: 'Live transactions', title: 'Live transactions', purpose: 'Every tap, accepted or refused, with the reason. Newest on top; nothing moves while the pointer is on the table.',
  pause: 'Pause', resume: 'Resume', paused: 'Paused', fresh: '{count} new, click to show', result: 'Result', taken: 'Accepted', refused: 'Refused', anyResult: 'Any result', anyMerchant: 'All merchants', anyTerminal: 'All terminals', day: 'Today, live',
  place: 'Where', person: 'Name', amount: 'Amount', left: 'Balance', why: 'Explanation', empty: 'No transaction yet', emptyNext: 'The first tap appears here by itself.', emptyFiltered: 'No transaction matches', emptyFilteredNext: 'Widen the filters above.', older: 'Older', oldest: 'No older ones', voided: 'Voided',
  history: 'Transactions of {day}, complete', clear: 'Clear filters',
}
