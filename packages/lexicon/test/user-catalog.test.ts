import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { memorySource } from '../src/data-source.js'
import { findPeopleByName, findPerson, loadOrganisations, loadPeople } from '../src/index.js'
import { loadPlaces } from '../src/places.js'
import { addEntry, type Desk, listEntries, mergeEntries, splitEntry, undo } from '../src/user-catalog/deeds.js'
import { importFiles } from '../src/user-catalog/import-files.js'
import { readLog } from '../src/user-catalog/log.js'
import { userCatalog } from '../src/user-catalog/overlay.js'

/** A catalog of two invented men, and what a user does to it. */

const HEAD = '# revision: 1\n# license: CC0-1.0\n# provenance: made up for this test\n# reviewed: 2026-11-22\n'
const shipped = memorySource({
  'catalog/people/test.tsv': `# id: catalog/people/test\n${HEAD}id\tar\ten\tvariants_ar\tvariants_en\tcountry\tborn\tdied\tgender\troles\tnote
person.samer\tسامر الدلبي\tSamer Dalbi\tأبو وسام|سامر دلبي\t\tSY\t1970\t\tm\ttitle.minister\t
person.samir\tسمير الدلبي\tSamir Dalbi\t\tSameer Dalbi\tSY\t1971\t\tm\tسفير\t
`,
})

let dataDir: string
let desk: Desk
beforeEach(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'isnad-catalog-'))
  desk = { dataDir, base: shipped, now: new Date('2026-11-22T10:00:00Z') }
})
afterEach(() => rm(dataDir, { recursive: true, force: true }))

const people = (): string[] =>
  loadPeople(userCatalog(dataDir, shipped).source).map(
    ({ id, ar, variantsAr }) => `${id} ${[ar, ...variantsAr].join('، ')}`,
  )
const SHIPPED = ['person.samer سامر الدلبي، أبو وسام، سامر دلبي', 'person.samir سمير الدلبي']

test('a folder without a log changes nothing', () => {
  expect(people()).toEqual(SHIPPED)
  expect(userCatalog(dataDir, shipped).source).toBe(shipped)
})

test('an addition is there for every loader, and gone when it is undone', async () => {
  const row = await addEntry(desk, { table: 'people', names: ['هالة طرزوان', 'Hala Tarzwan'], country: 'SY' })
  expect(row.id).toBe('person.user-hala-tarzwan')
  expect(people()).toEqual([...SHIPPED, 'person.user-hala-tarzwan هالة طرزوان'])
  expect(findPeopleByName('هاله طرزوان', userCatalog(dataDir, shipped).source)).toHaveLength(1)
  const again = await addEntry(desk, { table: 'people', names: ['هالة الطرزوان', 'Hala Tarzwan'] })
  expect(again.id).toBe('person.user-hala-tarzwan-2')
  await undo(desk)
  await undo(desk, 1)
  expect(people()).toEqual(SHIPPED)
})

test('a merge keeps the first, takes names and roles, answers for the old id, and can be taken apart', async () => {
  await mergeEntries(desk, 'person.samer', ['person.samir'], 'one office')
  expect(people()).toEqual(['person.samer سامر الدلبي، أبو وسام، سامر دلبي، سمير الدلبي'])
  const catalog = userCatalog(dataDir, shipped)
  const samer = findPerson('person.samer', catalog.source)
  expect(samer?.roles.map(({ title }) => title)).toEqual(['title.minister', 'سفير'])
  expect([samer?.born, samer?.variantsEn]).toEqual(['1970', ['Samir Dalbi', 'Sameer Dalbi']])
  expect(catalog.currentId('person.samir')).toBe('person.samer')
  await expect(mergeEntries(desk, 'person.samir', ['person.samer'])).rejects.toThrow(
    /person\.samir was merged into person\.samer/,
  )
  expect((await splitEntry(desk, { id: 'person.samer', names: ['person.samir'] })).apart).toEqual(['person.samir'])
  expect(people()).toEqual(SHIPPED)
})

test('a split parts names from an entry', async () => {
  const { apart } = await splitEntry(desk, { id: 'person.samer', names: ['سامر الدلبي'] })
  expect(apart).toEqual(['person.samer-2'])
  expect(people()).toEqual([
    'person.samer أبو وسام، سامر دلبي',
    'person.samir سمير الدلبي',
    'person.samer-2 سامر الدلبي',
  ])
  await expect(splitEntry(desk, { id: 'person.samir', names: ['سمير الدلبي'] })).rejects.toThrow(/name some of these/)
  await expect(splitEntry(desk, { id: 'person.samir', names: ['غيره'] })).rejects.toThrow(/is called سمير الدلبي/)
})

test('what a later operation builds on is not undone before it', async () => {
  await addEntry(desk, { table: 'people', names: ['هالة'], key: 'person.hala' })
  await mergeEntries(desk, 'person.samer', ['person.hala'])
  await expect(undo(desk, 1)).rejects.toThrow('operation 2 builds on operation 1')
  await undo(desk)
  await undo(desk)
  expect(people()).toEqual(SHIPPED)
  await expect(undo(desk)).rejects.toThrow(/nothing stands/)
  expect(readLog(dataDir).map((operation) => operation.do)).toEqual(['add', 'merge', 'undo', 'undo'])
})

describe('import', () => {
  const put = async (name: string, content: string): Promise<string> => {
    const file = join(dataDir, name)
    await writeFile(file, content)
    return file
  }
  const options = { now: new Date('2026-11-22T10:00:00Z') }

  test('rows stand in files of their own that say where they come from; undo takes all of them back', async () => {
    const file = await put(
      'list.csv',
      'id,type,ar,country\nperson.hala,person,هالة طرزوان,SY\n7,organisation,جمعية الضفة,SY\n8,place,تل الدلب,SY\n9,king,x,\n',
    )
    const told: string[] = []
    const report = await importFiles(dataDir, [file], {
      ...options,
      license: 'CC-BY-NC 4.0',
      onBad: (_file, line, reason) => told.push(`${line} ${reason}`),
    })
    expect(report).toMatchObject({ kept: { people: 1, organisations: 1, places: 1, outlets: 0 }, bad: 1 })
    expect(told).toEqual(['5 the type is "king"; write person, organisation, place or outlet'])
    const written = await readFile(join(dataDir, 'catalog/people/user-0001.tsv'), 'utf8')
    expect(written).toContain('# license: LicenseRef-CC-BY-NC-4.0\n# provenance: imported from list.csv\n')
    const { source } = userCatalog(dataDir, shipped)
    expect(people()).toEqual([...SHIPPED, 'person.hala هالة طرزوان'])
    expect(loadOrganisations(source).map(({ id, kind }) => `${id} ${kind}`)).toEqual(['org.sy.user-list-7 other'])
    expect(loadPlaces(source).map(({ id }) => id)).toEqual(['place.sy.user-list-8'])
    await undo(desk)
    expect(people()).toEqual(SHIPPED)
  })

  test('a later import of an id takes the place of the earlier, and of what is shipped', async () => {
    await importFiles(
      dataDir,
      [await put('a.csv', 'id,type,ar\nperson.hala,person,هالة\nperson.samir,person,سمير د.\n')],
      options,
    )
    await importFiles(
      dataDir,
      [await put('b.csv', 'id,type,ar\nperson.hala,person,هالة طرزوان\nperson.hala,person,هالة ثانية\n')],
      options,
    )
    expect(people()).toEqual([SHIPPED[0], 'person.samir سمير د.', 'person.hala هالة طرزوان'])
    await undo(desk, 2)
    expect(people()).toEqual([SHIPPED[0], 'person.hala هالة', 'person.samir سمير د.'])
  })

  test('imported rows merge with shipped ones', async () => {
    await importFiles(dataDir, [await put('a.csv', 'id,type,ar\nperson.s2,person,السيد سامر\n')], options)
    await mergeEntries(desk, 'person.samer', ['person.s2'])
    expect(people()).toEqual(['person.samer سامر الدلبي، أبو وسام، سامر دلبي، السيد سامر', SHIPPED[1]])
    expect([...listEntries(desk, 'السيد')].map(({ cells, isUsers }) => [cells.id, isUsers])).toEqual([
      ['person.samer', true],
    ])
    expect([...listEntries(desk, 'person.samir')].map(({ isUsers }) => isUsers)).toEqual([false])
  })

  test('a file that breaks off leaves nothing behind', async () => {
    const good = await put('good.csv', 'id,type,ar\nperson.hala,person,هالة\n')
    const headless = await put('headless.csv', 'a,b\n1,2\n')
    await expect(importFiles(dataDir, [good, headless], options)).rejects.toThrow(/names no column of names/)
    expect([readLog(dataDir), people()]).toEqual([[], SHIPPED])
    const left = await readdir(dataDir, { recursive: true })
    expect(left.filter((name) => name.includes('user-'))).toEqual([])
  })
})

test('a log that was tampered with is told, not guessed at', async () => {
  await addEntry(desk, { table: 'people', names: ['هالة'] })
  await writeFile(join(dataDir, 'catalog/log.jsonl'), '{"n":1,"do":"add"}\n')
  expect(() => userCatalog(dataDir, shipped)).toThrow(/LEXICON_INVALID: .*log\.jsonl:1: not operation 1/)
})
