import type { Words } from '@/shared/room'

export const words: Words = {
  menu: 'Live transactions', title: 'Live transactions', purpose: 'Every tap, accepted or refused, with the reason. Newest on top; nothing moves while the pointer is on the table.',
  pause: 'Pause', resume: 'Go on', paused: 'Paused', fresh: '{count} new, click to show', result: 'Result', taken: 'Taken', refused: 'Refused', anyResult: 'Any result', anyMerchant: 'All merchants', anyTerminal: 'All terminals', day: 'Today, live',
  person: 'Name', amount: 'Amount', left: 'Left', why: 'Explanation', empty: 'No transaction yet', emptyNext: 'The first tap appears here by itself.', emptyFiltered: 'No transaction fits', emptyFilteredNext: 'Widen the filters above.', older: 'Older', oldest: 'This is the oldest one', voided: 'voided',
  history: 'Transactions of {day}, no longer growing', clear: 'Clear filters',
}
