import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { addEntry, userCatalog } from '@isnad/lexicon'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { catalogNames } from '../src/desk/catalog.js'

let dataDir: string
beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'isnad-names-'))
})
afterEach(() => rmSync(dataDir, { recursive: true }))

test('what a user adds has a name at once, and the shipped entries keep theirs', async () => {
  const names = catalogNames(() => userCatalog(dataDir).source)
  expect(names.name('person.user-hala-tarzwan')).toBeUndefined()
  const { id } = await addEntry(
    { dataDir },
    { table: 'people', names: ['هالة طرزوان', 'Hala Tarzwan'], roles: ['مديرة المرفأ'] },
  )
  const place = await addEntry({ dataDir }, { table: 'places', names: ['كفر طرزوان', 'Kafr Tarzwan'], kind: 'GPE' })
  expect(names.name(id)).toMatchObject({ ar: 'هالة طرزوان', en: 'Hala Tarzwan' })
  expect(names.roles(id).map(({ title }) => title.ar)).toEqual(['مديرة المرفأ'])
  expect(names.name(place.id)).toMatchObject({ ar: 'كفر طرزوان', en: 'Kafr Tarzwan' })
  expect(names.name('country.iq')?.en).toBe('Iraq')
  expect(catalogNames().name(id)).toBeUndefined()
})
