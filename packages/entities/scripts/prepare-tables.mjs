// Works out beforehand what finding entities would otherwise build at its first call, and keeps it beside the compiled code.
//   node packages/entities/scripts/prepare-tables.mjs
// Needs the build (npx tsc -b packages/entities); does nothing where data files, models and code are as they were.
import { renameSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { prepareTables } from '../dist/prepared/prepare.js'
import { PREPARED_FILE, preparedTables, stampOfSources } from '../dist/prepared/prepared.js'

if (preparedTables() === undefined) {
  const file = fileURLToPath(PREPARED_FILE)
  const unfinished = `${file}.${process.pid}`
  const tables = prepareTables(stampOfSources())
  writeFileSync(unfinished, tables)
  renameSync(unfinished, file)
  console.log(`Entities: prepared tables, ${(tables.length / 1e6).toFixed(1)} MB`)
}
