import { describe, expect, it } from 'vitest'
import { deskOf } from './receipts'

describe('what a desk remembers of receipts', () => {
  it('M-151 prints nothing until somebody switches it on', () => {
    expect(deskOf(null)).toEqual({ on: false, width: 'COLUMNS_48', rare: 'REPLACE' })
  })
  it('M-151 remembers the switch, the printer and the paper', () => {
    expect(deskOf('{"on":true,"printer":3,"width":"COLUMNS_32","rare":"SEND"}')).toEqual({ on: true, printer: 3, width: 'COLUMNS_32', rare: 'SEND' })
  })
  it('forgets what it does not understand', () => {
    expect(deskOf('{"on":"yes","printer":-1,"width":"A4"}')).toEqual({ on: false, width: 'COLUMNS_48', rare: 'REPLACE' })
    expect(deskOf('not json')).toEqual({ on: false, width: 'COLUMNS_48', rare: 'REPLACE' })
  })
})
