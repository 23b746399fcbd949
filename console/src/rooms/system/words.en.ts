import type { Words } from '@/shared/room'

export const words: Words = {
  signIn: 'Sign in', auditMenu: 'Audit log', name: 'User name', password: 'Password', passwordAgain: 'Password again', signInPurpose: 'One card for every meal', wrongTwice: 'The passwords do not match',
  capsLock: 'Caps lock is on', showPassword: 'Show the password', start: 'Sign in',
  setup: {
    title: 'First start', step: 'Step {step} of 2', adminTitle: 'Create the first administrator', adminPurpose: 'The platform has no default password. Use the one-time secret printed at the start; it is valid for 30 minutes, and only on the server itself.',
    secret: 'One-time secret', secretTip: 'In the window in which the platform was started, and in the data folder’s file secrets/setup.secret.', adminName: 'Administrator’s user name', passwordTip: 'At least 10 characters, not a common one.',
    create: 'Create the administrator', unitTitle: 'Your organisation', unitPurpose: 'The full name is printed on every report and receipt.', unitName: 'Full name', unitTip: 'For example: First Middle School', wording: 'Words to use',
    school: 'School (student number, class, left school)', company: 'Company (employee number, department, left)', zone: 'Time zone', zoneTip: 'Business days and meals are counted in this zone.', finish: 'Finish and open the platform', short: 'At least 10 characters', tooLong: 'At most 60 characters',
    done: '{unit} is ready',
  },
  own: { title: 'Change your password', purpose: 'You will be signed out everywhere else.', needed: 'The administrator’s password works once; choose your own now.', old: 'Current password', fresh: 'New password', change: 'Change password', done: 'Password changed', back: 'Back' },
  audit: {
    title: 'Audit log', purpose: 'Who changed what, and when. The log only grows.', at: 'Time', operator: 'Operator', action: 'Action', subject: 'Subject', details: 'Details', address: 'From',
    find: 'Operator, action or subject', empty: 'Nothing matches', emptyNext: 'Try another word, or clear the search.', platform: 'Platform',
  },
}
