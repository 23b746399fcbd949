// Installs, builds and checks the console, and skips what has not changed since the last time.
//   node build/web.mjs install | build | check | stories
import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = dirname(dirname(fileURLToPath(import.meta.url)))
const windows = process.platform === 'win32'

const [major, minor] = process.versions.node.split('.').map(Number)
if (!((major === 20 && minor >= 19) || (major === 22 && minor >= 12) || major > 22)) {
  console.error(
    `The console needs Node 20.19 or 22.12 and newer, not ${process.versions.node}. ` +
      'Install it, or pass -DskipWeb to build the server without the console.',
  )
  process.exit(1)
}

const steps = {
  install: {
    inputs: ['package.json', 'package-lock.json', '.npmrc'],
    stamp: 'node_modules/.onecard-install',
    made: ['node_modules/vite/package.json'],
    run: () => npm('ci', '--prefer-offline', '--no-audit', '--no-fund', '--loglevel=error'),
  },
  build: {
    inputs: [
      'package.json', 'package-lock.json', 'index.html', 'tsconfig.json', 'vite.config.ts',
      'vite.terminal.config.ts', 'public', 'src', 'terminal-page',
    ],
    stamp: 'dist/.onecard-build',
    made: ['dist/console/index.html', 'dist/terminal-page/index.html'],
    run: () => npm('run', '--silent', 'build', '--', '--logLevel', 'warn'),
  },
  check: {
    inputs: [
      'package.json', 'package-lock.json', 'tsconfig.json', 'vite.config.ts', 'eslint.config.js', 'build',
      'src', 'terminal-page', 'e2e', '../docs/reference/openapi.json',
    ],
    stamp: 'target/.onecard-check',
    made: [],
    run: () => npm('run', '--silent', 'check'),
  },
  // The browser stories run against the built platform, so they run whenever they are asked for.
  stories: { run: () => npm('run', '--silent', 'stories') },
}

const step = steps[process.argv[2]]
if (!step) {
  console.error('Say install, build, check or stories.')
  process.exit(2)
}

if (!step.inputs) {
  step.run()
  process.exit(0)
}

const fingerprint = fingerprintOf(step.inputs)
const stamp = join(root, step.stamp)
const upToDate =
  existsSync(stamp) &&
  readFileSync(stamp, 'utf8') === fingerprint &&
  step.made.every((file) => existsSync(join(root, file)))
if (upToDate) {
  console.log(`console ${process.argv[2]}: nothing changed`)
} else {
  step.run()
  mkdirSync(dirname(stamp), { recursive: true })
  writeFileSync(stamp, fingerprint)
}

function npm(...args) {
  try {
    execFileSync(windows ? 'npm.cmd' : 'npm', args, { cwd: root, stdio: 'inherit', shell: windows })
  } catch {
    console.error(`console: npm ${args.join(' ')} failed`)
    process.exit(1)
  }
}

function fingerprintOf(inputs) {
  const hash = createHash('sha256').update(process.versions.node)
  for (const file of inputs.flatMap((input) => filesUnder(join(root, input))).sort()) {
    hash.update(relative(root, file)).update('\0').update(readFileSync(file)).update('\0')
  }
  return hash.digest('hex')
}

function filesUnder(path) {
  if (!existsSync(path)) return []
  // What is generated from the inputs is none itself.
  if (path.endsWith('schema.d.ts')) return []
  if (statSync(path).isFile()) return [path]
  return readdirSync(path).flatMap((name) => filesUnder(join(path, name)))
}
