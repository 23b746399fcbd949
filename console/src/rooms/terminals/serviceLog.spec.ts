import { describe, expect, it } from 'vitest'
import { matches, refused, toneOf } from './serviceLog'

const line = { machineNo: 7, terminalName: '一食堂 2 号窗', serial: 'OC-70001', address: '192.168.1.20:40001' }

describe('the log of a service', () => {
  it.each([['APPROVED', false, 'good'], ['TAKEN_UP', false, 'good'], ['DECLINED', true, 'bad'], ['NOT_SERVED', true, 'bad'], ['BUSY', true, 'wait']] as const)('marks %s', (result, no, tone) => {
    expect(refused({ result })).toBe(no)
    expect(toneOf({ result })).toBe(tone)
  })

  it.each([['', true], ['7', true], ['70', false], ['7000', true], ['8', false], ['2 号', true], ['oc-7', true], ['1.20', true], ['三食堂', false]] as const)('finds %j: %s', (typed, found) => {
    expect(matches(line, typed)).toBe(found)
  })
})
