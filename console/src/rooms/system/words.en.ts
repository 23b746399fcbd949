import type { Words } from '@/shared/room'

export const words: Words = {
  signIn: 'Sign in', auditMenu: 'Audit log', operatorsMenu: 'Operators', name: 'User name', password: 'Password', passwordAgain: 'Password again', signInPurpose: 'One card for every meal', wrongTwice: 'The passwords do not match',
  capsLock: 'Caps lock is on', showPassword: 'Show the password', start: 'Sign in',
  setup: {
    title: 'First start', step: 'Step {step} of 2', adminTitle: 'Create the first administrator', adminPurpose: 'The platform has no default password. Use the one-time secret printed at the start; it is valid for 30 minutes, and only on the server itself.',
    secret: 'One-time secret', secretTip: 'In the window in which the platform was started, and in the data folder’s file secrets/setup.secret.', adminName: 'Administrator’s user name', passwordTip: 'At least 10 characters, not a common one.',
    create: 'Create the administrator', unitTitle: 'Your organisation', unitPurpose: 'The full name is printed on every report and receipt.', unitName: 'Full name', unitTip: 'For example: First Middle School', wording: 'Words to use',
    school: 'School (student number, class, left school)', company: 'Company (employee number, department, left)', zone: 'Time zone', zoneTip: 'Business days and meals are counted in this zone.', finish: 'Finish and open the platform', short: 'At least 10 characters', tooLong: 'At most 60 characters',
    done: '{unit} is ready',
  },
  own: { title: 'Change your password', purpose: 'You will be signed out everywhere else.', needed: 'The administrator’s password works once; choose your own now.', old: 'Current password', fresh: 'New password', change: 'Change password', done: 'Password changed', back: 'Back' },
  operators: {
    title: 'Operators and permissions', purpose: 'Who may sign in, do what, and see which merchants. Roles decide; a change counts at once.', add: 'Add an operator', newTitle: 'Add an operator', editTitle: 'Edit operator “{name}”',
    name: 'User name', nameTip: 'Typed at the sign-in; it cannot be changed later', displayName: 'Shown name', displayTip: 'What the audit log and receipts show', roles: 'Roles', language: 'Language', merchants: 'Sees', all: 'All merchants', only: 'Only these merchants', noneLeft: '(a merchant that was removed)',
    state: 'State', ACTIVE: 'May sign in', DISABLED: 'Disabled', mustChange: 'Has to set a password', password: 'First password', passwordTip: 'At least 10 characters. Whoever signs in with it must choose an own one first.', self: 'you',
    reset: 'Reset password', resetTitle: 'Reset the password of “{name}”', resetDo: 'Reset', resetTip: 'The old password ends at once and every session with it; at the next sign-in an own password must be set.', resetDone: '{name} signs in with the new password next time', disable: 'Disable', disableAsk: 'Disable “{name}”? They are signed out at once and cannot sign in again; what they did stays in the log.', disabled: '{name} is disabled and cannot sign in', enable: 'Enable', enabled: '{name} may sign in again',
    readAgain: 'Show what it says now', needRole: 'Choose at least one role', needMerchant: 'Choose at least one merchant', empty: 'No operator', emptyNext: 'Add an operator and give a fitting role.',
    may: { ADMINISTRATOR: 'everything, operators and settings too', MANAGER: 'reports and purchases; merchants, meals, rules and terminals; no money at the desk', CLERK: 'the desk: people, cards, top-ups', ACCOUNTANT: 'reports, purchases and the log, checks the books; changes nothing' },
  },
  settingsMenu: 'Settings',
  settings: {
    title: 'Settings', purpose: 'They hold for the whole site, from the next purchase on; every change is in the audit log.', readAgain: 'Show what it says now', seconds: 's', minutes: 'min',
    unit: 'Your organisation', needUnit: 'Enter the full name', dayStart: 'Business day starts', dayStartTip: 'What is bought earlier counts to the day before. A meal over midnight counts to the day on which it began.',
    purchases: 'Purchases', purseOrder: 'Which purse pays first', SUBSIDY_FIRST: 'Subsidy, then cash', CASH_FIRST: 'Cash, then subsidy', purseOrderTip: 'If one purse is not enough, the other pays the rest.',
    repeat: 'Repeat interval', repeatTip: 'Two purchases of one person are at least so far apart, at any terminal; 0 means no limit.', freeExempt: 'No repeat interval in free mode', antiNfc: 'Refuse phones that play a card (anti-NFC)',
    cashierVoid: 'Cashier may void within', cashierVoidTip: 'A purchase of the same till and the same meal; 0 means never.',
    desk: 'Top-ups and the desk', maxBalance: 'Maximum balance', maxBalanceTip: 'It limits top-ups and subsidies, never refunds, corrections or take-overs.', maxBalanceOf: 'Maximum balance counts', of_SUM: 'cash and subsidy together', of_CASH: 'cash only',
    undo: 'Top-ups can be undone for', undoTip: 'At the desk, after the top-up or refund.', idle: 'Sign out when idle for', idleTip: 'Who leaves the desk has to sign in again; it holds for everybody.',
  },
  audit: {
    title: 'Audit log', purpose: 'Who changed what, and when. The log only grows.', at: 'Time', operator: 'Operator', action: 'Action', subject: 'Subject', details: 'Details', address: 'From',
    find: 'Operator, action or subject', empty: 'Nothing matches', emptyNext: 'Try another word, or clear the search.', platform: 'Platform',
  },
}
