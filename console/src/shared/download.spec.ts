import { expect, it } from 'vitest'
import { nameFrom } from './useDownload'

it('a file keeps its Chinese name', () => {
  expect(nameFrom("attachment; filename=\"x.xlsx\"; filename*=UTF-8''%E6%97%A5%E6%8A%A5.xlsx")).toBe('日报.xlsx')
  expect(nameFrom('attachment; filename="daily.xlsx"')).toBe('daily.xlsx')
  expect(nameFrom(null)).toBeUndefined()
})
