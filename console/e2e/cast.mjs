// Who and what the stories are about.

export const UNIT = '晨光实验学校'
export const ADMIN = { name: 'admin', password: 'lunch-at-noon-1' }
export const CLERK = { name: 'clerk', given: 'first-and-only-once', own: 'my-own-words-2' }
export const SERIAL = 'OC-900001'
export const CARD = '04A1B2C3'
