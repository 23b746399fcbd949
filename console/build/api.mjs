// Writes src/api/schema.d.ts from the platform's committed OpenAPI document, or checks that it is what
// that document says.   node build/api.mjs write | check
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import openapiTS, { astToString } from 'openapi-typescript'

const root = dirname(dirname(fileURLToPath(import.meta.url)))
const document = join(root, '../docs/reference/openapi.json')
const target = join(root, 'src/api/schema.d.ts')

const text =
  '// Generated from docs/reference/openapi.json by `npm run api`; never edited.\n' +
  astToString(await openapiTS(pathToFileURL(document)))

if (process.argv[2] === 'write') {
  writeFileSync(target, text)
} else if (!existsSync(target) || readFileSync(target, 'utf8') !== text) {
  console.error('src/api/schema.d.ts is not what docs/reference/openapi.json says: run `npm run api` and commit.')
  process.exit(1)
}
