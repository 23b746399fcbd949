// The real thing for the browser stories: a platform with its own PostgreSQL, and virtual terminals.
import { spawn } from 'node:child_process'
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'

const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))))
const JDK_WANTED = 25
const START_MAX_MS = 180_000
const END_MAX_MS = 20_000

/** Starts an empty platform as `./onecard up` does, on free ports and with a data folder of its own. */
export async function startPlatform() {
  const folder = scratch()
  const program = await start(
    ['-Xmx768m', '-XX:TieredStopAtLevel=1', '--enable-native-access=ALL-UNNAMED', '-cp', classpath('platform'), 'onecard.platform.Main',
      'up', '--json', '--bind', '127.0.0.1', '--port', '0', '--port-8001', '0', '--port-8002', '0', '--data', join(folder, 'data')],
  )
  return { ...program.facts, folder, end: () => end(program, folder) }
}

/** Starts a sample school at lunch as `./onecard demo` does. */
export async function startDemo() {
  const folder = scratch()
  const program = await start(
    ['-Xmx768m', '-XX:TieredStopAtLevel=1', '--enable-native-access=ALL-UNNAMED', `-Donecard.simulator=${classpath('simulator')}`, '-cp', classpath('platform'),
      'onecard.platform.Main', 'demo', '--json', '--port', '0', '--port-8001', '0', '--port-8002', '0', '--data', join(folder, 'data')],
  )
  return { ...program.facts, folder, end: () => end(program, folder) }
}

/** Starts virtual terminals; `fleet` is what stands in a fleet file. */
export async function startFleet(fleet) {
  const folder = scratch()
  const config = join(folder, 'fleet.json')
  writeFileSync(config, JSON.stringify(fleet), { mode: 0o600 })
  const program = await start(
    ['-Xmx128m', '-XX:+UseSerialGC', '-XX:TieredStopAtLevel=1', '--enable-native-access=ALL-UNNAMED', '-cp', classpath('simulator'), 'onecard.simulator.Main',
      'fleet', '--config', config, '--until-input-ends'],
  )
  return { ...program.facts, end: () => end(program, folder) }
}

/** Starts the desk bridge of a clerk's PC as `./onecard bridge` does; it says its port and its code to a person. */
export async function startBridge() {
  const folder = scratch()
  const child = spawn(java(), ['-Xmx64m', '-cp', classpath('bridge'), 'onecard.bridge.Main', 'serve', '--port', '0', '--folder', join(folder, 'bridge')], { stdio: ['ignore', 'pipe', 'inherit'] })
  const ended = new Promise((resolve) => child.once('exit', resolve))
  const said = {}
  await new Promise((resolve, reject) => {
    createInterface({ input: child.stdout }).on('line', (line) => {
      said.code ??= /(\d{4} \d{4})$/.exec(line)?.[1]
      said.port ??= /127\.0\.0\.1:(\d+)$/.exec(line)?.[1]
      if (said.code && said.port) resolve()
    })
    void ended.then((code) => reject(new Error(`The desk bridge ended with ${code}.`)))
  })
  return {
    ...said,
    end: async () => {
      child.kill('SIGTERM')
      const timer = setTimeout(() => child.kill('SIGKILL'), END_MAX_MS)
      await ended
      clearTimeout(timer)
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

function scratch() {
  const folder = mkdtempSync(join(tmpdir(), 'onecard-e2e-'))
  // The database's own account must be able to enter when this runs as root.
  chmodSync(folder, 0o711)
  mkdirSync(join(folder, 'data'))
  chmodSync(join(folder, 'data'), 0o711)
  return folder
}

function classpath(module) {
  const target = join(root, module, 'target')
  const own = readdirSync(target).find((name) => name.startsWith(`${module}-`) && /\d(-SNAPSHOT)?\.jar$/.test(name))
  if (!own || !existsSync(join(target, 'app'))) throw new Error(`${module} is not built: ./onecard build`)
  return [join(target, own), ...readdirSync(join(target, 'app')).map((name) => join(target, 'app', name))].join(process.platform === 'win32' ? ';' : ':')
}

/** Runs a Java program that says in one line of JSON when it is ready. */
async function start(args) {
  const child = spawn(java(), args, { stdio: ['pipe', 'pipe', 'pipe'] })
  const said = []
  const answers = []
  const keep = (text) => said.push(text)
  child.stderr.setEncoding('utf8').on('data', keep)
  const lines = createInterface({ input: child.stdout })
  const ended = new Promise((resolve) => child.once('exit', resolve))
  const facts = await new Promise((resolve, reject) => {
    const fail = (why) => {
      child.kill('SIGKILL')
      reject(new Error(`${why}\n${said.join('')}`))
    }
    const timer = setTimeout(() => fail('It did not get ready in time.'), START_MAX_MS)
    // Whoever reads this with a program finds one line and nothing else.
    lines.on('line', (line) => {
      keep(`${line}\n`)
      answers.push(line)
      if (answers.length > 1) return
      clearTimeout(timer)
      try {
        resolve(JSON.parse(line))
      } catch {
        fail('What it said first was no JSON.')
      }
    })
    void ended.then((code) => {
      clearTimeout(timer)
      fail(`It ended with ${code}.`)
    })
  })
  return { child, facts, ended, said, answers }
}

async function end(program, folder) {
  program.child.stdin.end()
  program.child.kill('SIGTERM')
  const timer = setTimeout(() => program.child.kill('SIGKILL'), END_MAX_MS)
  await program.ended
  clearTimeout(timer)
  rmSync(folder, { recursive: true, force: true })
  if (program.answers.length !== 1) throw new Error(`Its standard output is one line of JSON, not:\n${program.answers.join('\n')}`)
  return program.said.join('')
}

function java() {
  const homes = [process.env.ONECARD_JAVA_HOME, process.env.JAVA_HOME, ...under('/usr/lib/jvm'), ...under('/opt')]
  const home = homes.find((each) => each && versionOf(each) >= JDK_WANTED)
  if (!home) throw new Error(`No JDK ${JDK_WANTED} found; name its folder in ONECARD_JAVA_HOME`)
  return join(home, 'bin', 'java')
}

const under = (folder) => (existsSync(folder) ? readdirSync(folder).map((name) => join(folder, name)) : [])

function versionOf(home) {
  const release = join(home, 'release')
  return existsSync(release) ? Number(/^JAVA_VERSION="(\d+)/m.exec(readFileSync(release, 'utf8'))?.[1] ?? 0) : 0
}
