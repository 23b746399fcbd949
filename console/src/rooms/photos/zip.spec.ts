import { describe, expect, it } from 'vitest'
import { crc32, cut, zipped } from './zip'

const bytes = (text: string): Uint8Array<ArrayBuffer> => new Uint8Array(new TextEncoder().encode(text))
const file = (name: string, text: string): { name: string; arrayBuffer: () => Promise<ArrayBuffer> } => ({ name, arrayBuffer: () => Promise.resolve(bytes(text).buffer) })

async function all(parts: AsyncGenerator<Uint8Array<ArrayBuffer>>): Promise<Uint8Array<ArrayBuffer>[]> {
  const got = []
  for await (const part of parts) got.push(part)
  return got
}

describe('a folder of photos', () => {
  it('knows the checksum that every zip program computes', () => {
    expect(crc32(bytes('123456789'))).toBe(0xcbf43926)
  })

  it('comes in parts of one length and is a zip file that others read', async () => {
    const told: number[] = []
    const parts = await all(zipped([file('100231.jpg', 'a'.repeat(1000)), file('张三.jpg', 'b')], 256, (n) => told.push(n)))
    expect(told).toEqual([1, 2])
    expect(parts.slice(0, -1).every((part) => part.length === 256)).toBe(true)
    const whole = Buffer.concat(parts)
    expect(listed(whole)).toEqual([['100231.jpg', 1000], ['张三.jpg', 1]])
  })

  it('is cut where it is a zip file already', async () => {
    const parts = await all(cut(new Blob([bytes('0123456789')]), 4))
    expect(parts.map((part) => Buffer.from(part).toString())).toEqual(['0123', '4567', '89'])
  })
})

/** Reads the directory at the end of a zip file, as unzip does; each entry must lie where it says. */
function listed(zip: Buffer): [string, number][] {
  const found: [string, number][] = []
  const end = zip.length - 22
  let at = zip.readUInt32LE(end + 16)
  for (let i = 0; i < zip.readUInt16LE(end + 10); i++) {
    const name = zip.readUInt16LE(at + 28)
    expect(zip.readUInt32LE(zip.readUInt32LE(at + 42))).toBe(0x04034b50)
    found.push([zip.toString('utf8', at + 46, at + 46 + name), zip.readUInt32LE(at + 24)])
    at += 46 + name
  }
  return found
}
