import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { csvRecords, separatorOf } from '../src/import/csv.js'
import { type ForeignFormat, formatOf, readForeign } from '../src/import/read-foreign.js'
import { plainName, rowOf, slugOf } from '../src/import/rows.js'

/** Small files in the formats that others publish; everybody in them is invented. */

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'isnad-import-'))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

async function put(name: string, content: string | Buffer): Promise<string> {
  const file = join(folder, name)
  await writeFile(file, content)
  return file
}

/** Each record on one line: `line id ar|en …`, `line bad reason` or `line left-out why`. */
async function read(names: readonly string[], told?: ForeignFormat): Promise<string[]> {
  const files = await Promise.all(names.map((name) => formatOf(join(folder, name), told)))
  const said: string[] = []
  for await (const { line, said: one } of readForeign(files)) {
    if (one.kind === 'bad') said.push(`${line} bad ${one.reason}`)
    else if (one.kind === 'left-out') said.push(`${line} left-out ${one.why}`)
    else {
      const row = rowOf(one.entry, { source: 'src', arabicOnly: false })
      said.push(
        `${line} ${
          typeof row === 'string'
            ? row
            : Object.values(row)
                .filter((cell) => cell !== '')
                .join(' | ')
        }`,
      )
    }
  }
  return said
}

const wikidata = (id: string, rest: object): string => JSON.stringify({ type: 'item', id, ...rest })
const label = (language: string, value: string) => ({ [language]: { language, value } })
const item = (...ids: string[]) =>
  ids.map((id) => ({
    mainsnak: { snaktype: 'value', datavalue: { type: 'wikibase-entityid', value: { 'entity-type': 'item', id } } },
    rank: 'normal',
  }))

describe('FollowTheMoney', () => {
  test('people and bodies with their names, the rest left out, broken lines told', async () => {
    await put(
      'list.ftm.json',
      [
        '{"id":"NK-a1","caption":"Samer Dalbi","schema":"Person","properties":{"name":["Samer Dalbi","سامر دلبی"],"alias":["ســامر","Самер"],"birthDate":["1970-05"],"nationality":["sy"],"gender":["male"],"position":["وزير الأنهار","Minister of Rivers"]}}',
        '{"id":"NK-a2","schema":"Organization","properties":{"name":["كتائب الضفة"],"topics":["crime.terror"],"country":["sy"]}}',
        '{"id":"NK-a3","schema":"Vessel","properties":{"name":["Boat"]}}',
        '{"id":"NK-a4","schema":"Person"',
        '{"schema":"Person","properties":{}}',
        '{"id":"NK-a5","schema":"Person","properties":{"name":["42"]}}',
        '',
      ].join('\n'),
    )
    expect(await read(['list.ftm.json'])).toEqual([
      '1 person.src-nk-a1 | سامر دلبي | Samer Dalbi | سامر | SY | Minister of Rivers | 1970-05 | m | وزير الأنهار',
      '2 org.sy.src-nk-a2 | كتائب الضفة | SY | armed-group',
      '3 left-out other-kind',
      expect.stringMatching(/^4 bad not JSON/),
      '5 bad the entity has no id',
      '6 no-name',
    ])
  })
})

describe('Wikidata', () => {
  const hala = wikidata('Q900001', {
    labels: { ...label('ar', 'هالة طرزوان'), ...label('en', 'Hala Tarzwan') },
    aliases: { ar: [{ language: 'ar', value: 'طرزوان' }] },
    descriptions: label('en', 'painter'),
    claims: {
      P31: item('Q5'),
      P21: item('Q6581072'),
      P27: item('Q858'),
      P569: [
        { mainsnak: { snaktype: 'value', datavalue: { value: { time: '+1961-03-00T00:00:00Z', precision: 10 } } } },
      ],
      P570: [{ mainsnak: { snaktype: 'somevalue' } }],
    },
  })
  const town = wikidata('Q900002', {
    labels: label('ar', 'تل الدلب'),
    aliases: [],
    claims: { P31: item('Q900900', 'Q515'), P17: item('Q858') },
  })
  const rows = [
    'person.src-q900001 | هالة طرزوان | Hala Tarzwan | طرزوان | SY | painter | 1961-03 | f',
    'place.sy.src-q900002 | تل الدلب | SY | GPE',
  ]

  test.each([
    ['lines', `${hala}\n${town}\n`, [1, 2]],
    ['an array with trailing commas', `[\n${hala},\n${town}\n]\n`, [2, 3]],
    ['an array with line ends of Windows', `[\r\n${hala},\r\n${town}\r\n]\r\n`, [2, 3]],
  ])('%s, plain and packed', async (_form, content, lines) => {
    await put('dump.json', content)
    await put('dump.json.gz', gzipSync(content))
    const expected = rows.map((row, i) => `${lines[i]} ${row}`)
    expect(await read(['dump.json'])).toEqual(expected)
    expect(await read(['dump.json.gz'])).toEqual(expected)
  })

  test('classes that we do not know, properties and deprecated statements give nobody', async () => {
    const deprecated = item('Q5').map((one) => ({ ...one, rank: 'deprecated' }))
    const other = wikidata('Q900003', { labels: label('ar', 'شيء'), claims: { P31: deprecated } })
    await put('other.json', `${other}\n{"type":"property","id":"P1","labels":{},"claims":{}}\n{"id":1,"labels":{}}\n`)
    expect(await read(['other.json'])).toEqual([
      '1 left-out other-kind',
      '2 left-out other-kind',
      '3 bad the entity has no id such as Q42',
    ])
  })
})

describe('GeoNames', () => {
  const place = (id: string, names: string, featureClass: string): string =>
    `${id}\tTal Dalb\tTal Dalb\t${names}\t35.1\t36.2\t${featureClass}\tPPL\tSY\t\t09\t\t\t\t1200\t\t400\tAsia/Damascus\t2020-01-01`

  test('places with Arabic names from both tables, in whatever order the files are named', async () => {
    await put('SY.txt', `${place('901', 'Tall Dalb,تل الدلب', 'P')}\n${place('902', '', 'Q')}\nshort\tline\n`)
    await put(
      'alternateNames.txt',
      '1\t901\tar\tتل دلب قديم\t\t\t\t1\n2\t901\tar\tتل الدلب الكبير\t1\t\t\t\n3\t901\tfr\tTell\t\t\t\t\nx\n',
    )
    for (const files of [
      ['SY.txt', 'alternateNames.txt'],
      ['alternateNames.txt', 'SY.txt'],
    ])
      expect(await read(files)).toEqual([
        '4 bad not a line of alternate names (1 columns)',
        '1 place.sy.src-901 | تل الدلب الكبير | Tal Dalb | تل الدلب | SY | PPL | GPE',
        '2 bad the feature class is "Q"',
        '3 bad 2 columns where a table of places has 19',
      ])
  })

  test('alternate names alone are turned away', async () => {
    await put('alone.txt', '1\t901\tar\tتل\t\t\t\t\n')
    await expect(read(['alone.txt'])).rejects.toThrow(/INPUT_INVALID: .*alone\.txt holds alternate names alone/)
  })
})

describe('CSV', () => {
  test('quoted cells over lines, other separators, a byte order mark, types of OpenSanctions', async () => {
    await put(
      'a.csv',
      '\ufefftype,ar,en,note\r\nperson,نبيل الجراحي,"Jarrahi, Nabil","a ""b""\nc"\r\n\r\nplace,تل الدلب,,\r\n',
    )
    expect(await read(['a.csv'])).toEqual([
      '2 person.src-jarrahi-nabil-2 | نبيل الجراحي | Jarrahi, Nabil | a "b" c',
      '5 place.x.src-5 | تل الدلب | GPE',
    ])
    await put(
      'targets.simple.csv',
      'id;schema;name;aliases;birth_date;countries\nNK-1;Person;Nabil Jarrahi;"نبيل الجراحي;N. Jarrahi";1970;sy\nNK-2;Vessel;Boat;;;\n',
    )
    expect(await read(['targets.simple.csv'])).toEqual([
      '2 person.src-nk-1 | نبيل الجراحي | Nabil Jarrahi | N. Jarrahi | SY | 1970',
      '3 left-out other-kind',
    ])
  })

  test('what is wrong is told with its line, and the rest is read', async () => {
    await put(
      'b.csv',
      'type,ar,kind,born\nking,س,,\norganisation,جمعية الضفة,team,\nperson,ن ب,,soon\nperson,a,b,c,d\nperson,"ن\nperson,سامر,,1970\n',
    )
    expect(await read(['b.csv'])).toEqual([
      '2 bad the type is "king"; write person, organisation, place or outlet',
      expect.stringMatching(/^3 bad the kind is "team"; write one of government, /),
      '4 bad born is "soon"; write 2003, 2003-05 or 2003-05-01',
      '5 bad 5 cells under a header of 4',
      '6 bad a quotation mark opens and is never closed',
      '7 person.src-7 | سامر | 1970',
    ])
  })

  test('records written by RFC 4180 are read back, whatever is in them', () =>
    fc.assert(
      fc.asyncProperty(
        fc.constantFrom(',', ';', '\t'),
        fc.array(fc.array(fc.stringMatching(/^[ab",;\t\nس]{0,6}$/), { minLength: 2, maxLength: 4 }), { maxLength: 6 }),
        async (separator, records) => {
          const kept = records.filter((cells) => cells.some((cell) => cell !== ''))
          const written = kept
            .map((cells) => cells.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(separator))
            .join('\n')
          async function* lines() {
            for (const [i, text] of written.split('\n').entries()) yield { number: i + 1, text }
          }
          const found: (readonly string[])[] = []
          for await (const record of csvRecords(lines(), separator)) found.push(record.cells)
          expect(found).toEqual(kept)
        },
      ),
    ))

  test.each([
    ['a,b;c,d', ','],
    ['"a,b,c";d', ';'],
    ['a\tb', '\t'],
    ['name', ','],
  ])('%j is parted by %j', (header, separator) => expect(separatorOf(header)).toBe(separator))
})

test.each([
  ['bytes.csv', Buffer.from([0x61, 0x72, 0x0a, 0xd8, 0x0a]), /^2 bad the line is not UTF-8/],
  ['binary.bz2', Buffer.from('BZh91AY'), /packed with bzip2; unpack it, or pack it with gzip/],
  ['empty.csv', '\n\n', /empty.csv holds no records/],
  ['odd.json', '{"a":1}\n', /neither FollowTheMoney/],
  ['headless.csv', 'a,b\n1,2\n', /headless.csv:1: the header names no column of names/],
])('%s is told apart from a catalog', async (name, content, said) => {
  await put(name, content)
  const found = await read([name]).then(
    (lines) => lines.join('\n'),
    (error: Error) => error.message,
  )
  expect(found).toMatch(said)
})

test('a missing file and a folder are told as such', async () => {
  await expect(formatOf(join(folder, 'gone.csv'))).rejects.toThrow(/INPUT_UNREADABLE: .*there is no such file/)
  await expect(formatOf(folder)).rejects.toThrow(/INPUT_UNREADABLE: .*it is a folder/)
})

test.each([
  ['ســامر', 'سامر'],
  ['سَامِر', 'سامر'],
  ['محمدی\u200cنیا', 'محمدينيا'],
  ['کریم', 'كريم'],
  ['مصطفى', 'مصطفى'],
  ['ﻣﺤﻤﺪ', 'محمد'],
  ['a|b;c\td', 'a b c d'],
  ['\u202bسامر\u202c', 'سامر'],
  ['12', undefined],
  ['', undefined],
])('%j is written %j', (printed, plain) => expect(plainName(printed)).toBe(plain))

test('ids are made of small Latin letters, digits and hyphens whatever the key', () =>
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 90 }), (key) => {
      expect(slugOf(key)).toMatch(/^[a-z0-9]+(?:-[a-z0-9]+)*$/)
    }),
  ))
