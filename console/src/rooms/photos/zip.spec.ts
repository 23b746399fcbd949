import { describe, expect, it } from 'vitest'
import { unzipSync } from 'fflate'
import { cut, zipped } from './zip'

const bytes = (text: string): Uint8Array<ArrayBuffer> => new Uint8Array(new TextEncoder().encode(text))
const file = (name: string, text: string): { name: string; arrayBuffer: () => Promise<ArrayBuffer> } => ({ name, arrayBuffer: () => Promise.resolve(bytes(text).buffer) })

async function all(parts: AsyncGenerator<Uint8Array<ArrayBuffer>>): Promise<Uint8Array<ArrayBuffer>[]> {
  const got = []
  for await (const part of parts) got.push(part)
  return got
}

describe('a folder of photos', () => {
  it('comes in parts of one length and is a zip file that others read', async () => {
    const told: number[] = []
    const parts = await all(zipped([file('100231.jpg', 'a'.repeat(1000)), file('张三.jpg', 'b')], 256, (n) => told.push(n)))
    expect(told).toEqual([1, 2])
    expect(parts.slice(0, -1).every((part) => part.length === 256)).toBe(true)
    const whole = Buffer.concat(parts)
    expect(Object.entries(unzipSync(whole)).map(([name, content]) => [name, Buffer.from(content).toString()])).toEqual([['100231.jpg', 'a'.repeat(1000)], ['张三.jpg', 'b']])
  })

  it('is cut where it is a zip file already', async () => {
    const parts = await all(cut(new Blob([bytes('0123456789')]), 4))
    expect(parts.map((part) => Buffer.from(part).toString())).toEqual(['0123', '4567', '89'])
  })
})
