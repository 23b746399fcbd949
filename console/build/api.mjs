// Writes src/api/schema.d.ts, the types of the platform's API, from the committed OpenAPI document.
// The file is not committed: it is written before every type check, so that it cannot be stale.
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import openapiTS, { astToString } from 'openapi-typescript'

const root = dirname(dirname(fileURLToPath(import.meta.url)))
const target = join(root, 'src/api/schema.d.ts')
const text =
  '// Generated from docs/reference/openapi.json by `npm run api`; never edited.\n' +
  astToString(await openapiTS(pathToFileURL(join(root, '../docs/reference/openapi.json'))))
if (!existsSync(target) || readFileSync(target, 'utf8') !== text) writeFileSync(target, text)
