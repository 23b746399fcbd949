import type { Words } from '@/shared/room'

export const words: Words = {
  menu: 'People', groupsMenu: 'Groups', title: 'People', person: 'Person', purpose: 'Find by number, name, pinyin initials or card; open a row for cards, balances and statement.', find: 'Number, name, pinyin initials, card',
  anyDepartment: 'All departments', anyGroup: 'All groups', cards: 'Cards', add: 'Add a person', empty: 'Nobody here yet', emptyNext: 'Add a person, then issue a card.', emptyFiltered: 'Nobody fits', emptyFilteredNext: 'Try another word, or clear the filters.', clear: 'Clear filters',
  name: 'Name', numberTip: 'Left empty, the next number is taken', department: 'Department', group: 'Group', noGroup: 'No group', phone: 'Phone', state: 'Account', newTitle: 'Add a person', editTitle: 'Edit', added: 'Added {name} ({no})',
  notFound: 'There is no such person', topUp: 'Top up', issueCard: 'Issue a card', edit: 'Edit', spendable: 'Spendable', cash: 'Cash', subsidy: 'Subsidy', until: 'until {day}', noEnd: 'no expiry', held: 'Held from old card', heldTip: 'Can be taken over when the waiting days are over',
  cardsTitle: 'Cards', noCards: 'No card', noCardsNext: 'Issue a card, and it pays in the canteen.', uid: 'Card', issued: 'issued', valid: 'valid until', face: 'Face enrolment number', statement: 'Statement', refusals: 'Refused purchases', statementEmpty: 'No movement yet', statementEmptyNext: 'The first top-up or purchase appears here.',
  refusalsEmpty: 'Nothing was refused lately', at: 'Time', what: 'What', where: 'Where / by whom', purse: 'Purse', amount: 'Amount', cashAfter: 'Cash after', subsidyAfter: 'Subsidy after', undone: 'undone', bookedLater: 'booked {at}', why: 'Why', limit: 'Rule and limit', now: 'What to do', place: 'Where',
  issueTitle: 'Issue a card to {name}', issueTip: 'Put the card on the reader, or type its number (8, 14 or 20 hex digits).', wrongUid: 'A card number is 8, 14 or 20 of 0–9, A–F', cardIssued: '{name}’s card {uid} can be used now', validUntil: 'Valid until', validTip: 'Left empty, the system parameter decides', confirmIssue: 'Issue',
  groups: {
    title: 'Groups', purpose: 'Rules and terminals treat people by group. The group value is a whole number 0–255, used once.', code: 'Code', name: 'Name', value: 'Group value', people: 'People', add: 'Add a group', empty: 'No group yet', emptyNext: 'People without a group have no limits and no discount.', newTitle: 'Add a group', editTitle: 'Edit the group',
    removeAsk: 'Delete the group “{name}”?', valueTip: '0–255', peopleOf: 'See the people',
  },
}
