import type { Words } from '@/shared/room'

export const words: Words = {
  menu: 'Live transactions', title: 'Live transactions', purpose: 'Every tap, accepted or refused, with the reason. Newest on top; nothing moves while the pointer is on the table.',
  pause: 'Pause', resume: 'Resume', paused: 'Paused', fresh: '{count} new, click to show', result: 'Result', taken: 'Accepted', refused: 'Refused', anyResult: 'Any result', anyMerchant: 'All merchants', anyTerminal: 'All terminals', day: 'Today, live',
  place: 'Where', person: 'Name', amount: 'Amount', left: 'Balance', why: 'Explanation', empty: 'No transaction yet', emptyNext: 'The first tap appears here by itself.', emptyFiltered: 'No transaction matches', emptyFilteredNext: 'Widen the filters above.', older: 'Older', oldest: 'No older ones', voided: 'Voided',
  history: 'Transactions of {day}, complete', clear: 'Clear filters',
  odd: {
    menu: 'Odd records', title: 'Odd records', purpose: 'What terminals sold offline and what was odd about it: booked all the same, or kept here because nobody can be charged for it. Nothing is ever lost.',
    fate: 'Books', why: 'Reason', settled: 'Settled', open: 'To be settled', done: 'Settled', all: 'All', anyReason: 'Any reason', by: '{name}: {note}',
    empty: 'No odd records', emptyNext: 'Whatever a terminal reports and cannot be booked as usual appears here.', emptyFiltered: 'No odd record matches',
    settle: 'Settle', settleTitle: 'Settle {terminal} #{seq}', settleTip: 'This moves no money. Where money has to move, correct the charge, enter the purchase by hand or top up first, and say here what was done.', note: 'What was done', settleDo: 'Settle',
    fates: { BOOKED: 'Booked', DISPUTED: 'Not booked', KNOWN: 'Known' },
    reason: {
      UNKNOWN_CARD: 'Unknown card', UNKNOWN_INSTRUMENT: 'Not a card', OTHER_CONTENT: 'Number used for another sale', OTHER_DECISION: 'Other charge than decided', NUMBER_BURNT: 'Number was given up', DECLINED_BEFORE: 'Declined online', NOT_BOOKABLE: 'The books refused it',
      OVERDRAWN: 'Below zero', CARD_LOST: 'Lost card used', OLD_CARD: 'Old card after the take-over', CARD_RETURNED: 'Returned card', CARD_SCRAPPED: 'Scrapped card', CARD_EXPIRED: 'Expired card', ACCOUNT_CLOSED: 'Account closed', ACCOUNT_FROZEN: 'Account frozen', TIME_UNSURE: 'Time unsure', AMOUNT_UNSURE: 'Amount unsure',
    },
  },
}
