import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { addEntry, type Desk, mergeEntries, undoCatalog, userCatalog } from '@isnad/lexicon'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Entity } from '../../src/index.js'
import { entitiesIn } from '../drawn.js'

/** What a user adds, merges and takes back is what the next article is read with; everybody is invented. */

let desk: Desk
beforeEach(async () => {
  desk = { dataDir: await mkdtemp(join(tmpdir(), 'isnad-catalog-')), now: new Date('2026-11-22T10:00:00Z') }
})
afterEach(() => rm(desk.dataDir, { recursive: true, force: true }))

const read = (text: string): readonly Entity[] => entitiesIn(text, { catalog: userCatalog(desk.dataDir).source })
const idsIn = (text: string): readonly string[] =>
  read(text).flatMap(({ catalogId }) => (catalogId === undefined ? [] : [catalogId]))

test('a body that the user added is found by its names and called by its id', async () => {
  const text = 'وصلت قافلة من سنابل الضفتين إلى بغداد'
  expect(idsIn(text)).toEqual(['place.iq.city.baghdad'])
  const { id } = await addEntry(desk, {
    table: 'organisations',
    names: ['سنابل الضفتين', 'Two Banks Relief'],
    kind: 'ngo',
    country: 'IQ',
  })
  expect(read(text).find(({ catalogId }) => catalogId === id)).toMatchObject({
    type: 'ORG',
    nameAr: 'سنابل الضفتين',
    nameEn: 'Two Banks Relief',
    catalogId: id,
  })
  await undoCatalog(desk)
  expect(idsIn(text)).toEqual(['place.iq.city.baghdad'])
})

test('two entries merged answer by the id that was kept', async () => {
  const first = await addEntry(desk, { table: 'people', names: ['هالة طرزوان', 'Hala Tarzwan'] })
  const second = await addEntry(desk, { table: 'people', names: ['هيلا تارزفان', 'Hila Tarzvan'] })
  const text = 'التقت هيلا تارزفان الوفد'
  expect(idsIn(text)).toEqual([second.id])
  await mergeEntries(desk, first.id ?? '', [second.id ?? ''])
  expect(idsIn(text)).toEqual([first.id])
})

test('without a catalog of the user the shipped one is read', () => {
  expect(entitiesIn('زار الوفد بغداد')).toEqual(read('زار الوفد بغداد'))
})
