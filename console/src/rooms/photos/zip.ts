/** A file that goes into the zip; what the browser gives when a folder is chosen. */
export interface Packed {
  name: string
  arrayBuffer: () => Promise<ArrayBuffer>
}

const LOCAL = 0x04034b50
const CENTRAL = 0x02014b50
const END = 0x06054b50
const VERSION = 20
const UTF_8 = 0x0800
const FOUR_GB = 0xffffffff
const FEW = 0xffff
/** A day that every zip program can show: 1 January 1980. */
const SOME_DAY = 0x21

const table = Uint32Array.from({ length: 256 }, (_, n) => {
  let c = n
  for (let k = 0; k < 8; k++) c = c & 1 ? 0xedb88320 ^ (c >>> 1) : c >>> 1
  return c
})

export function crc32(bytes: Uint8Array): number {
  let crc = 0xffffffff
  for (const byte of bytes) crc = (table[(crc ^ byte) & 255] ?? 0) ^ (crc >>> 8)
  return (crc ^ 0xffffffff) >>> 0
}

/**
 * Packs files as they are, in parts of one length, holding one file at a time. Pictures are packed already, so nothing is
 * squeezed. The list at the end names places up to 4 GB only; the platform reads from the front and needs none.
 */
export async function* zipped(files: readonly Packed[], partBytes: number, taken: (files: number) => void = () => undefined): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  const parts = new Parts(partBytes)
  const list: Uint8Array[] = []
  let at = 0
  for (const [i, file] of files.entries()) {
    const content = new Uint8Array(await file.arrayBuffer())
    const name = new TextEncoder().encode(file.name)
    const crc = crc32(content)
    const local = head(LOCAL, 30, name, crc, content.length)
    list.push(directory(name, crc, content.length, at))
    at += local.length + content.length
    yield* parts.add(local)
    yield* parts.add(content)
    taken(i + 1)
  }
  const size = list.reduce((sum, entry) => sum + entry.length, 0)
  for (const entry of list) yield* parts.add(entry)
  yield* parts.add(end(files.length, size, at))
  yield* parts.rest()
}

/** The same for a zip file that is there. */
export async function* cut(file: Blob, partBytes: number): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  for (let at = 0; at < file.size; at += partBytes) yield new Uint8Array(await file.slice(at, at + partBytes).arrayBuffer())
}

class Parts {
  private readonly part: Uint8Array<ArrayBuffer>
  private filled = 0
  constructor(private readonly bytes: number) {
    this.part = new Uint8Array(bytes)
  }

  *add(more: Uint8Array): Generator<Uint8Array<ArrayBuffer>> {
    for (let from = 0; from < more.length; ) {
      const some = Math.min(more.length - from, this.bytes - this.filled)
      this.part.set(more.subarray(from, from + some), this.filled)
      this.filled += some
      from += some
      if (this.filled === this.bytes) yield* this.rest()
    }
  }

  *rest(): Generator<Uint8Array<ArrayBuffer>> {
    if (this.filled > 0) yield this.part.slice(0, this.filled)
    this.filled = 0
  }
}

function head(signature: number, length: number, name: Uint8Array, crc: number, size: number): Uint8Array {
  const bytes = new Uint8Array(length + name.length)
  const view = new DataView(bytes.buffer)
  view.setUint32(0, signature, true)
  view.setUint16(4, VERSION, true)
  view.setUint16(6, UTF_8, true)
  view.setUint16(12, SOME_DAY, true)
  view.setUint32(14, crc, true)
  view.setUint32(18, size, true)
  view.setUint32(22, size, true)
  view.setUint16(26, name.length, true)
  bytes.set(name, length)
  return bytes
}

function directory(name: Uint8Array, crc: number, size: number, at: number): Uint8Array {
  const bytes = new Uint8Array(46 + name.length)
  const view = new DataView(bytes.buffer)
  view.setUint32(0, CENTRAL, true)
  view.setUint16(4, VERSION, true)
  view.setUint16(6, VERSION, true)
  view.setUint16(8, UTF_8, true)
  view.setUint16(14, SOME_DAY, true)
  view.setUint32(16, crc, true)
  view.setUint32(20, size, true)
  view.setUint32(24, size, true)
  view.setUint16(28, name.length, true)
  view.setUint32(42, Math.min(at, FOUR_GB), true)
  bytes.set(name, 46)
  return bytes
}

function end(files: number, size: number, at: number): Uint8Array {
  const bytes = new Uint8Array(22)
  const view = new DataView(bytes.buffer)
  view.setUint32(0, END, true)
  view.setUint16(8, Math.min(files, FEW), true)
  view.setUint16(10, Math.min(files, FEW), true)
  view.setUint32(12, Math.min(size, FOUR_GB), true)
  view.setUint32(16, Math.min(at, FOUR_GB), true)
  return bytes
}
