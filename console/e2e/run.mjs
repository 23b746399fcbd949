// Runs the browser stories against the built platform and writes a report as the Java tests do.
//   node e2e/run.mjs [WORD…]   only those whose file name has one of the words
import { createWriteStream, mkdirSync, readdirSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { run } from 'node:test'
import { junit, spec } from 'node:test/reporters'
import { fileURLToPath } from 'node:url'

/** They wait as much as they compute. */
const SIDE_BY_SIDE = 3

const here = dirname(fileURLToPath(import.meta.url))
const reports = join(dirname(here), 'target', 'surefire-reports')
mkdirSync(reports, { recursive: true })
const words = process.argv.slice(2)
// The longest first, so that none of them is left over at the end.
const files = readdirSync(here)
  .filter((name) => name.endsWith('.story.mjs') && (!words.length || words.some((word) => name.includes(word))))
  .map((name) => join(here, name))
  .sort((one, other) => statSync(other).size - statSync(one).size)

if (!files.length) throw new Error('No story has such a name.')
const told = run({ files, concurrency: SIDE_BY_SIDE })
told.on('test:fail', () => (process.exitCode = 1))
told.compose(new spec()).pipe(process.stdout)
told.compose(junit).pipe(createWriteStream(join(reports, 'TEST-browser.xml')))
