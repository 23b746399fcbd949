// Reads the cells of a downloaded Excel file: a zip of XML, by hand, so that nothing of ours explains it.
import { readFileSync } from 'node:fs'
import { inflateRawSync } from 'node:zlib'

const END = 0x06054b50
const DIRECTORY_ENTRY = 0x02014b50

/** The texts of all cells of the first sheet of a file on disk. */
export const cellsIn = (path) => [...cellsOf(readFileSync(path)).values()]

/** All cells of the first sheet as `A1 → text`. */
function cellsOf(file) {
  const parts = unzip(file)
  const shared = [...(parts.get('xl/sharedStrings.xml') ?? '').matchAll(/<si>(.*?)<\/si>/gs)].map(([, xml]) => textOf(xml))
  const sheet = parts.get('xl/worksheets/sheet1.xml') ?? ''
  const cells = new Map()
  for (const [, attributes, inner] of sheet.matchAll(/<c ([^>]*?)(?:\/>|>(.*?)<\/c>)/gs)) {
    const where = /r="([A-Z]+\d+)"/.exec(attributes)?.[1]
    const value = /<v>(.*?)<\/v>/s.exec(inner ?? '')?.[1]
    const text = attributes.includes('t="s"') ? shared[Number(value)] : attributes.includes('t="inlineStr"') ? textOf(inner) : value && unescape(value)
    if (where && text !== undefined) cells.set(where, text)
  }
  return cells
}

const textOf = (xml) => unescape([...xml.matchAll(/<t[^>]*>(.*?)<\/t>/gs)].map(([, text]) => text).join(''))
const unescape = (text) =>
  text
    .replace(/&#(?:x([0-9a-f]+)|(\d+));/gi, (_, hex, decimal) => String.fromCodePoint(hex ? parseInt(hex, 16) : Number(decimal)))
    .replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&apos;', "'").replaceAll('&amp;', '&')

function unzip(file) {
  let end = file.length - 22
  while (end >= 0 && file.readUInt32LE(end) !== END) end--
  const parts = new Map()
  let at = file.readUInt32LE(end + 16)
  for (let n = file.readUInt16LE(end + 10); n > 0; n--) {
    if (file.readUInt32LE(at) !== DIRECTORY_ENTRY) throw new Error('Not a zip file')
    const [packed, names, extra, comment, local] = [file.readUInt32LE(at + 20), file.readUInt16LE(at + 28), file.readUInt16LE(at + 30), file.readUInt16LE(at + 32), file.readUInt32LE(at + 42)]
    const name = file.toString('utf8', at + 46, at + 46 + names)
    const start = local + 30 + file.readUInt16LE(local + 26) + file.readUInt16LE(local + 28)
    const data = file.subarray(start, start + packed)
    parts.set(name, (file.readUInt16LE(at + 10) === 0 ? data : inflateRawSync(data)).toString('utf8'))
    at += 46 + names + extra + comment
  }
  return parts
}
