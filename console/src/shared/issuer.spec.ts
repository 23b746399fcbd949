import { describe, expect, it } from 'vitest'
import { issuerKept, signOf, twoDigits } from './issuer'

describe('the card issuer of a desk', () => {
  it('M-089 is 00 until the desk says which it is', () => {
    expect(issuerKept(null)).toBe(0)
    expect(issuerKept('7')).toBe(7)
    expect(twoDigits(issuerKept('0'))).toBe('00')
  })

  it.each(['', 'x', '-1', '100', '7.5', ' 7'])('is 00 where what was kept is no number of an issuer: “%s”', (kept) => {
    expect(issuerKept(kept)).toBe(0)
  })

  it('M-090 is told of while the bridge speaks, and not after', () => {
    expect(signOf('LISTENING', 'ER-906', '1.0')).toEqual({ reader: 'LISTENING', name: 'ER-906', bridge: '1.0' })
    expect(signOf('NO_READER', 'ER-906', '1.0')).toEqual({ reader: 'NO_READER', bridge: '1.0' })
    expect(signOf('NO_SERVICE', undefined, undefined)).toEqual({ reader: 'NO_SERVICE', bridge: undefined })
    for (const silent of ['UNPAIRED', 'AWAY', 'BLOCKED'] as const) expect(signOf(silent, 'ER-906', '1.0')).toBeUndefined()
  })
})
