// Runs the browser stories against the built platform and writes a report as the Java tests do.
//   node e2e/run.mjs
import { spawnSync } from 'node:child_process'
import { mkdirSync, readdirSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const here = dirname(fileURLToPath(import.meta.url))
const reports = join(dirname(here), 'target', 'surefire-reports')
mkdirSync(reports, { recursive: true })
const stories = readdirSync(here).filter((name) => name.endsWith('.story.mjs')).map((name) => join(here, name))
const ended = spawnSync(
  process.execPath,
  ['--test', '--test-concurrency=1', '--test-reporter=spec', '--test-reporter-destination=stdout', '--test-reporter=junit', `--test-reporter-destination=${join(reports, 'TEST-browser.xml')}`, ...stories],
  { stdio: 'inherit' },
)
process.exit(ended.status ?? 1)
