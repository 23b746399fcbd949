import { Zip, ZipDeflate } from 'fflate'

/** A file that goes into the zip; what the browser gives when a folder is chosen. */
export interface Packed {
  name: string
  arrayBuffer: () => Promise<ArrayBuffer>
}

/**
 * Packs files in parts of one length, holding one file at a time. Pictures are packed already, so nothing is squeezed; still each
 * is written as a deflated file, because one that is stored cannot be read from the front before its length is known.
 */
export async function* zipped(files: readonly Packed[], partBytes: number, taken: (files: number) => void = () => undefined): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  const parts = new Parts(partBytes)
  const made: Uint8Array[] = []
  const zip = new Zip((failed, bytes) => {
    if (failed) throw failed
    made.push(bytes)
  })
  for (const [i, file] of files.entries()) {
    const entry = new ZipDeflate(file.name, { level: 0 })
    zip.add(entry)
    entry.push(new Uint8Array(await file.arrayBuffer()), true)
    for (const bytes of made.splice(0)) yield* parts.add(bytes)
    taken(i + 1)
  }
  zip.end()
  for (const bytes of made) yield* parts.add(bytes)
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
