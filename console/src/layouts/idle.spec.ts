import { describe, expect, it } from 'vitest'
import { idleTimes } from './idle'

describe('the idle session', () => {
  it('is warned a minute before the platform ends it', () => {
    expect(idleTimes(900)).toEqual({ idle: 900_000, warning: 60_000, keepAlive: 240_000 })
  })

  it('is kept alive and warned in time however short the site wants it', () => {
    expect(idleTimes(60)).toEqual({ idle: 60_000, warning: 20_000, keepAlive: 20_000 })
  })
})
