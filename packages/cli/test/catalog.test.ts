import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { isnad, type Outcome } from './terminal.js'

/** The actions on one catalog, in the order in which a user would take them; everybody is invented. */

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'isnad-catalog-cli-'))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

const run = (...words: string[]): Promise<Outcome> =>
  isnad(['catalog', ...words], { cwd: folder, env: { ISNAD_DATA: 'data', DATABASE_URL: 'postgres://db.example/x' } })

const person = (id: string, language: string, value: string): string =>
  JSON.stringify({
    id,
    labels: { [language]: { language, value } },
    claims: { P31: [{ mainsnak: { snaktype: 'value', datavalue: { value: { id: 'Q5' } } } }] },
  })

test('import tells what was kept, what was left out and which lines could not be read', async () => {
  const dump = `[\n${person('Q901', 'ar', 'هالة طرزوان')},\n${person('Q902', 'en', 'Nobody Atall')},\n{"id":\n]\n`
  await writeFile(join(folder, 'dump.json.gz'), gzipSync(dump))
  const { code, out, err } = await run('import', 'dump.json.gz')
  expect([code, out.split('\n').slice(0, 3)]).toEqual([
    1,
    [
      'operation 1: 1 people',
      'left out: 1 without a name in Arabic letters (--all keeps them)',
      '1 line could not be read',
    ],
  ])
  expect(err).toMatch(/^dump\.json\.gz:4: not JSON: .*\n$/)
})

test('import with --all keeps names in Latin letters, and is done when every line was read', async () => {
  await writeFile(join(folder, 'one.json'), `${person('Q902', 'en', 'Nobody Atall')}\n`)
  const { code, out } = await run('import', 'one.json', '--all', '--json')
  expect([code, JSON.parse(out)]).toMatchObject([0, { operation: { n: 2 }, kept: { people: 1 }, bad: 0 }])
})

test('add, list, merge, split, undo and log', async () => {
  expect((await run('add', '«نبيل الجراحي»', 'Nabil Jarrahi', '--type', 'person', '--country', 'sy')).out).toBe(
    'person.user-nabil-jarrahi\n',
  )
  expect((await run('merge', 'person.user-nabil-jarrahi', 'person.wikidata-q902', '--because', 'one office')).out).toBe(
    'operation 4: person.wikidata-q902 went into person.user-nabil-jarrahi\n',
  )
  expect((await run('list', 'الجراحي')).out).toBe(
    'person.user-nabil-jarrahi  نبيل الجراحي · Nabil Jarrahi (Nobody Atall)  [people, SY, yours]\n',
  )
  expect((await run('split', 'person.user-nabil-jarrahi', 'Nobody Atall', '--id', 'person.nobody')).out).toBe(
    'operation 5: person.nobody stands apart from person.user-nabil-jarrahi\n',
  )
  expect((await run('undo')).out).toBe('operation 6: operation 5 is undone\n')
  expect((await run('undo', '4')).out).toBe('operation 7: operation 4 is undone\n')
  const said = (await run('log')).out.split('\n')
  expect(said.slice(3, 7).map((line) => line.replace(/^ +(\d+) {2}\S+ \S+ {2}/, '$1 '))).toEqual([
    '4 merge person.wikidata-q902 into person.user-nabil-jarrahi: one office  [undone]',
    '5 split Nobody Atall from person.user-nabil-jarrahi as person.nobody  [undone]',
    '6 undo 5',
    '7 undo 4',
  ])
})

test.each([
  ['an unknown action', ['imprt', 'x'], /there is no action imprt; did you mean import/],
  ['no files', ['import'], /something is missing; write isnad catalog import FILE/],
  ['a file that is not there', ['import', 'gone.csv'], /there is no file gone\.csv/],
  ['no type', ['add', 'سامر'], /say what it is with --type person\|organisation\|place\|outlet/],
  ['an unknown kind', ['add', 'جمعية', '-t', 'organisation', '--kind', 'team'], /the kind team: there are government/],
  ['an unknown country', ['add', 'جمعية', '-t', 'organisation', '--country', 'Syria'], /write the two letters/],
  ['an entry with itself', ['merge', 'person.user-nabil-jarrahi', 'person.user-nabil-jarrahi'], /named twice/],
  ['no number', ['undo', 'all'], /all is no number of an operation/],
])('%s is a mistyped command', async (_what, words, said) => {
  const { code, err } = await run(...words)
  expect([code, err]).toEqual([2, expect.stringMatching(said)])
})

test('an id that nobody has', async () => {
  const { code, err } = await run('merge', 'person.gone', 'person.user-nabil-jarrahi')
  expect([code, err]).toEqual([1, expect.stringMatching(/^NOT_FOUND: the catalog has no entry person\.gone/)])
})

test('what was added is what pages are read with', async () => {
  const page = join(folder, 'page.txt')
  await writeFile(
    page,
    `افتتاح مدرسة\n${'التقى الوفد شادن الطرابيلي في المدرسة وتحدث معها طويلا عن الدروس. '.repeat(6)}\n`,
  )
  const read = async (): Promise<string[]> => {
    const { out } = await isnad(['read', 'page.txt', '--json'], { cwd: folder, env: { ISNAD_DATA: 'data' } })
    const { entities } = JSON.parse(out) as { entities: { catalogId?: string | null }[] }
    return entities.flatMap(({ catalogId }) => (catalogId?.startsWith('person.') ? [catalogId] : []))
  }
  expect(await read()).toEqual([])
  await run('add', 'شادن الطرابيلي', 'Shaden Trabili', '--type', 'person')
  expect(await read()).toEqual(['person.user-shaden-trabili'])
})
