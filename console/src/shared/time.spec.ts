import { describe, expect, it } from 'vitest'
import { parseTime } from './time'

describe('a time of day', () => {
  it.each([
    ['7', '07:00'], ['11', '11:00'], ['730', '07:30'], ['0730', '07:30'], ['1130', '11:30'], ['7:30', '07:30'], ['７：30', '07:30'], ['7.30', '07:30'], [' 23:59 ', '23:59'], ['0:00', '00:00'], ['24:00', '00:00'],
  ])('is read from "%s" as %s', (typed, time) => {
    expect(parseTime(typed)).toBe(time)
  })

  it.each(['', '24:01', '25:00', '7:60', '7:3', 'noon', '12345', '-1', '7:30 pm'])('is not "%s"', (typed) => {
    expect(parseTime(typed)).toBeUndefined()
  })
})
