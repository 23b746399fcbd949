import type { AccountState, CardState } from '@/api/types'

type Tone = 'good' | 'wait' | 'bad' | 'plain'

/** The colour of a card's state; the word stands beside it. */
export function cardTone(state: CardState): Tone {
  switch (state) {
    case 'ISSUED': return 'good'
    case 'LOST':
    case 'EXPIRED': return 'bad'
    case 'REPLACED':
    case 'RETURNED':
    case 'SCRAPPED': return 'plain'
  }
}

/** The colour of an account's state; a person who has none yet has no state. */
export function accountTone(state: AccountState | undefined): Tone {
  switch (state) {
    case 'OPEN': return 'good'
    case 'FROZEN': return 'bad'
    case 'CLOSED':
    case undefined: return 'plain'
  }
}
