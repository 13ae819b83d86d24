import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { addEntry, findPeopleByName, loadPlaces, readCatalogLog, userCatalog } from '@isnad/lexicon'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { importSampleCatalog } from '../src/sample.js'

let dataDir: string
beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'isnad-sample-'))
})
afterEach(() => rmSync(dataDir, { recursive: true }))

test('the invented world of the sample is one import, known to whoever reads with it', async () => {
  await importSampleCatalog(dataDir)
  await importSampleCatalog(dataDir)
  expect(readCatalogLog(dataDir)).toHaveLength(1)
  const { source } = userCatalog(dataDir)
  expect(loadPlaces(source).some(({ ar, type }) => ar === 'سومران' && type === 'GPE')).toBe(true)
  expect(findPeopleByName('طورغان إيلجين', source).map(({ en }) => en)).toEqual(['Torghan Iltchin'])
})

test('a catalog that somebody has begun is left alone', async () => {
  await addEntry({ dataDir }, { table: 'people', names: ['هالة طرزوان'] })
  await importSampleCatalog(dataDir)
  expect(readCatalogLog(dataDir)).toHaveLength(1)
})
