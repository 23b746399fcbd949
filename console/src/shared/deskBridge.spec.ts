import { describe, expect, it } from 'vitest'
import { newsOf } from './deskBridge'

describe('a line of the desk bridge', () => {
  it('says a card or the state of the reader', () => {
    expect(newsOf('{"uid":"04A1B2C3"}')).toEqual({ uid: '04A1B2C3' })
    expect(newsOf('{"reader":"LISTENING","names":["ER-906"]}')).toEqual({ state: 'LISTENING', name: 'ER-906' })
    expect(newsOf('{"reader":"LISTENING","names":[7]}')).toEqual({ state: 'LISTENING' })
    expect(newsOf('{"reader":"NO_SERVICE"}')).toEqual({ state: 'NO_SERVICE' })
    expect(newsOf('{"unreadable":"6A81"}')).toEqual({ unreadable: true })
  })

  it.each(['', '7', 'null', '{', '[]', '{"uid":"04"}', '{"uid":"<img>"}', '{"reader":"ON_FIRE"}'])('says nothing if it is strange: %s', (line) => {
    expect(newsOf(line)).toBeUndefined()
  })
})
