import { describe, expect, it } from 'vitest'
import { rooms } from '@/shared/words'
import { matches } from './menu'

const entries = rooms.flatMap((room) => room.menu.map((entry) => ({ ...entry, words: (room.words['zh-CN'] as Record<string, string>)[entry.title] ?? '' })))
const found = (typed: string): string[] => entries.filter((entry) => matches(typed, entry)).map((entry) => entry.route)

describe('the menu', () => {
  it.each([
    ['实时', 'live'], ['ssjy', 'live'], ['人事资料', 'people'], ['rszl', 'people'], ['档案资料', 'people'], ['充值', 'desk'], ['cz', 'desk'],
    ['餐别', 'meals'], ['IDOnline', 'rules'], ['联机交易规则', 'rules'], ['设备登记', 'terminals'], ['sbdj', 'terminals'], ['每日消费汇总表', 'daily-purchases'],
    ['mrxf', 'daily-purchases'], ['日志', 'audit'], ['czyyqx', 'operators'], ['权限', 'operators'], ['分组', 'groups'], ['商户', 'merchants'], ['餐厅', 'merchants'],
  ])('finds by "%s" the page %s', (typed, route) => {
    expect(found(typed)).toContain(route)
  })

  it('finds nothing for nonsense', () => {
    expect(found('qqqqq')).toEqual([])
  })
})
