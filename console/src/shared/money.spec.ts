import { describe, expect, it } from 'vitest'
import { cents, editable, money, negative, parsePercent, parseYuan, percentOf, signed, sum, yuan } from './money'

describe('money', () => {
  it.each([
    ['12', 1200], ['12.', 1200], ['12.3', 1230], ['12.34', 1234], ['0.05', 5], ['.5', 50], ['1,234.56', 123456], ['¥8', 800], ['￥8.5', 850],
    ['１２．５', 1250], [' 7.10 ', 710], ['0', 0], ['4.35', 435], ['1.15', 115], ['9999999999.99', 999999999999],
  ])('reads %s as %d cents', (text, expected) => {
    expect(parseYuan(text)).toBe(expected)
  })

  it.each(['', '.', '12.345', '-5', '1e3', '12,34', '1,2345', 'abc', '12 3', '0x10', '１２．３４５', '99999999999'])('refuses "%s"', (text) => {
    expect(parseYuan(text)).toBeUndefined()
  })

  it('writes two decimals, thousands and a real minus sign', () => {
    expect(yuan(cents(-123456))).toBe('\u22121,234.56')
    expect(yuan(cents(5))).toBe('0.05')
    expect(yuan(negative(cents(0)))).toBe('0.00')
    expect(money(cents(-8450))).toBe('\u2212¥84.50')
    expect(signed(cents(100))).toBe('+1.00')
  })

  it('is edited as it is read', () => {
    for (const amount of [0, 1, 99, 100, 123456, 10_000_000]) expect(parseYuan(editable(cents(amount)))).toBe(amount)
  })

  it('refuses parts of a cent', () => {
    expect(() => cents(0.5)).toThrow(RangeError)
    expect(sum(cents(10), cents(20))).toBe(30)
  })

  it('reads and writes percentages as basis points', () => {
    expect(parsePercent('90')).toBe(9000)
    expect(parsePercent('87.5%')).toBe(8750)
    expect(parsePercent('87.555')).toBeUndefined()
    expect(percentOf(8750)).toBe('87.5')
    expect(percentOf(9000)).toBe('90')
  })
})
