import { describe, expect, it } from 'vitest'
import { queueOf, type Queued } from './batch'

const person = (id: number): Queued => ({ id, name: `P${id}`, personNo: `0${id}`, state: 'WAITING' })

function shelf() {
  const kept = new Map<string, string>()
  return { getItem: (key: string) => kept.get(key) ?? null, setItem: (key: string, text: string) => void kept.set(key, text) }
}

describe('the line of a batch issue', () => {
  it('M-141 goes on where it stopped after a reload, and takes nobody twice', () => {
    const store = shelf()
    const before = queueOf(store)
    before.add([person(1), person(2)])
    before.add([person(2), person(3)])
    before.mark(1, 'DONE')
    const after = queueOf(store)
    expect(after.people.value.map((one) => `${one.id} ${one.state}`)).toEqual(['1 DONE', '2 WAITING', '3 WAITING'])
  })

  it('M-141 skips somebody and comes back to them', () => {
    const line = queueOf(shelf())
    line.add([person(1), person(2)])
    line.mark(1, 'SKIPPED')
    expect(line.people.value.find((one) => one.state === 'WAITING')?.id).toBe(2)
    line.again()
    expect(line.people.value.find((one) => one.state === 'WAITING')?.id).toBe(1)
  })

  it('begins empty where what was kept cannot be read', () => {
    const store = shelf()
    store.setItem('cards.batch-issue', '{oops')
    expect(queueOf(store).people.value).toEqual([])
  })
})
