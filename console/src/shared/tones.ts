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

export function accountTone(state: AccountState): Tone {
  switch (state) {
    case 'OPEN': return 'good'
    case 'FROZEN': return 'bad'
    case 'CLOSED': return 'plain'
  }
}
