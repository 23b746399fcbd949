import type { Words } from '@/shared/room'

export const words: Words = {
  photo: 'Photo',
  menu: 'People', groupsMenu: 'Groups', title: 'People', person: 'Person', purpose: 'Find by number, name, pinyin initials or card; open a row for cards, balances and statement.', find: 'Number, name, pinyin initials, card',
  anyDepartment: 'All departments', anyGroup: 'All groups', cards: 'Cards', add: 'Add a person', empty: 'Nobody here yet', emptyNext: 'Add a person, then issue a card.', emptyFiltered: 'Nobody fits', emptyFilteredNext: 'Try another word, or clear the filters.', clear: 'Clear filters',
  name: 'Name', numberTip: 'Left empty, the next number is taken', department: 'Department', group: 'Group', noGroup: 'No group', phone: 'Phone', state: 'Account', newTitle: 'Add a person', editTitle: 'Edit', readAgain: 'Drop my changes and show what it says now', added: 'Added {name} ({no})',
  notFound: 'There is no such person', topUp: 'Top up', issueCard: 'Issue a card', edit: 'Edit', spendable: 'Spendable', cash: 'Cash', subsidy: 'Subsidy', until: 'until {day}', noEnd: 'no expiry', held: 'Held from old card', heldTip: 'Can be taken over when the waiting days are over',
  operations: 'At the desk', operationsEmpty: 'Nothing was done at the desk yet', doneBy: 'Done by', remark: 'Remark', deposit: 'Deposit', cardsTitle: 'Cards', noCards: 'No card', noCardsNext: 'Issue a card, and it pays in the canteen.', uid: 'Card', issued: 'issued', valid: 'valid until', allowed: 'On the allow list', allowedTip: 'The card works at terminals that cannot reach the platform', notAllowed: 'Not on the allow list', notAllowedTip: 'The card does not work at offline terminals yet', blocked: 'On the block list', blockedTip: 'Terminals refuse the card even when they cannot reach the platform', putOnListDo: 'Put on the allow list', takeOffList: 'Take off the allow list', putOnList: '{uid} is on the allow list; terminals are told at once', takenOffList: '{uid} is off the allow list; terminals are told at once', face: 'Face enrolment number', statement: 'Statement', refusals: 'Refused purchases', statementEmpty: 'No movement yet', statementEmptyNext: 'The first top-up or purchase appears here.',
  refusalsEmpty: 'Nothing was refused lately', at: 'Time', what: 'What', where: 'Where / by whom', purse: 'Purse', amount: 'Amount', cashAfter: 'Cash after', subsidyAfter: 'Subsidy after', undone: 'undone', bookedLater: 'booked {at}', why: 'Why', limit: 'Rule and limit', now: 'What to do', place: 'Where',
  issueTitle: 'Issue a card to {name}', issueTip: 'Put the card on the reader, or type its number (8, 14 or 20 hex digits).', wrongUid: 'A card number is 8, 14 or 20 of 0–9, A–F', cardIssued: '{name}’s card {uid} can be used now', validUntil: 'Valid until', validTip: 'Left empty, the system parameter decides', confirmIssue: 'Issue',
  departmentsMenu: 'Departments', archiveMenu: 'Leavers', parametersMenu: 'Numbers and lists', export: 'Export', import: 'Import', chosen: '{n} chosen',
  holderType: 'Holder type', document: 'Identity document', documentType: 'Kind of document',
  documents: { ID_CARD: 'Identity card', PASSPORT: 'Passport', TRAVEL_PERMIT: 'Travel permit', RESIDENCE_PERMIT: 'Residence permit', OTHER: 'Other' },
  order: { title: 'Order', number: 'By number', name: 'By name (pinyin)' },
  departments: {
    title: 'Departments', purpose: 'The tree of the unit. Codes follow by themselves: 0, then two digits for each level.', name: 'Name', code: 'Code', add: 'Add a department', addBelow: 'Add below', change: 'Rename or move', rename: 'Rename',
    newTitle: 'Add a department', editTitle: 'Rename or move the department', parent: 'Belongs to', codeTip: 'It gets the next free code there.', moveTip: 'If it moves, it and all below it get new codes.',
    saved: '{name} has the code {code}', removeAsk: 'Delete the department “{name}”?', rightClick: 'Right click: give the whole department a group',
  },
  regroup: {
    act: 'Group or move', ofDepartment: 'Everybody of “{name}”', ofSelection: '{n} chosen people', group: 'Give a group', department: 'Move to a department', to: 'New department', withBelow: 'The departments below too', confirm: 'Change', done: '{n} people changed',
  },
  leave: { COMPANY: { act: 'Leaves', one: '{name} leaves', many: '{n} people leave' }, SCHOOL: { act: 'Leaves school', one: '{name} leaves school', many: '{n} people leave school' }, tip: 'Number and history stay; who is in the archive shows in no list of people and can enter again.', reason: 'Reason', remark: 'Remark', confirm: 'Move to the archive', done: '{n} moved to the leavers’ archive' },
  archive: {
    title: 'Leavers', purpose: 'Who left, when and why. Whoever comes back keeps number and history.', find: 'Number, name, pinyin initials', leftAt: 'Left on', empty: 'Nobody matches', emptyNext: 'Choose another period, or clear the search.', nobody: 'Nobody has left yet', nobodyNext: 'Open a person, or choose several in the list of people, and let them leave.',
    reenter: 'Enter again', reenterTitle: '{name} enters again', reenterTip: 'The number {no} and the whole history stay.', back: '{name} ({no}) has entered again',
  },
  parameters: {
    title: 'Numbers and lists', purpose: 'How long numbers are, and what can be chosen in the records.', numbers: 'Numbers', length: 'Length of numbers', anyLength: 'any', lengthTip: 'Numbers of another length are refused. It can be changed only while all numbers fit.', automatic: 'Who is added without a number gets the next one',
    saved: 'The parameters hold from now on', leaverPhotos: 'Photos of leavers', leaverDays: 'Days kept after leaving', leaverTip: 'After that portrait, consent and key are destroyed for good, in the night. Who comes back is asked for the consent again.', reasons: 'Reasons for leaving', types: 'Holder types', newEntry: 'New entry', removeAsk: 'Delete “{name}”?',
  },
  groups: {
    title: 'Groups', purpose: 'Rules and terminals treat people by group. The group value is a whole number 0–255, used once.', code: 'Code', name: 'Name', value: 'Group value', people: 'People', add: 'Add a group', empty: 'No group yet', emptyNext: 'People without a group have no limits and no discount.', newTitle: 'Add a group', editTitle: 'Edit the group',
    removeAsk: 'Delete the group “{name}”?', valueTip: '0–255', peopleOf: 'See the people',
  },
}
