import { loadPeople, shippedData } from '@isnad/lexicon'
import fc from 'fast-check'
import { beforeAll, expect, test } from 'vitest'
import { CatalogNames } from '../../src/gazetteer/catalog-names.js'
import { eachNameForm } from '../../src/gazetteer/entries.js'
import { listedWords, preparedLatin, wordsOfPeople } from '../../src/linking/latin.js'
import { wordsOfNames } from '../../src/mentions/tables.js'
import { attestedForms, preparedForms } from '../../src/names/catalog-words.js'
import { foldName } from '../../src/names/letters.js'
import { nameFile, preparedGraphones, unpackGraphones } from '../../src/names/model-files.js'
import { ArrayFile, packArrays } from '../../src/prepared/array-file.js'
import { prepareTables } from '../../src/prepared/prepare.js'
import { arraysOf } from '../../src/prepared/prepared.js'
import { TextList, WordTable } from '../../src/prepared/word-table.js'
import { preparedClasses, unpackClasses } from '../../src/tagger/classes.js'
import { buildGazetteer, Gazetteer } from '../../src/tagger/gazetteer.js'
import { hashString } from '../../src/tagger/hash.js'
import { preparedModel, unpackModel } from '../../src/tagger/model.js'
import { dataFile } from '../../src/tagger/tag-names.js'

const STAMP = 'made for a test'
let file: ArrayFile

beforeAll(() => {
  file = new ArrayFile(prepareTables(STAMP))
})

test('prepared names of the catalog mean what the data files say', () => {
  const made = CatalogNames.of(shippedData())
  const read = CatalogNames.from(file)
  const differing: string[] = []
  let forms = 0
  eachNameForm(shippedData(), ({ words, entry }) => {
    let node = 0
    for (const word of words) node = read.trie.child(node, read.trie.idOf(word))
    const [meant, wanted] = [read, made].map((names) =>
      JSON.stringify([names.isStrong(node), names.endsAt(node), names.entriesAt(node)]),
    )
    if (node !== made.trie.add(words) || meant !== wanted || !meant?.includes(`"${entry.id}"`))
      differing.push(words.join(' '))
    forms++
  })
  expect(differing).toEqual([])
  expect(forms).toBeGreaterThan(15_000)
  expect(read.trie.idOf('لااحدبهذاالاسم')).toBe(-1)
})

test("the tagger's prepared name lists are those of the data files", () => {
  const bytesOf = (gazetteer: Gazetteer) => Buffer.from(packArrays(STAMP, gazetteer.arrays()))
  expect(bytesOf(new Gazetteer(file)).equals(bytesOf(buildGazetteer()))).toBe(true)
})

test('prepared models of spellings are the packed ones', () => {
  for (const name of ['transliteration', 'latin-letters']) {
    const packed = unpackGraphones(nameFile(`${name}.bin`))
    const prepared = preparedGraphones(name, file)
    expect(prepared?.graphones).toEqual(packed.graphones)
    expect([prepared?.order, prepared?.deepest]).toEqual([packed.order, packed.deepest])
    for (const part of ['firstChild', 'symbols', 'costs', 'backoffs', 'shorter'] as const) {
      const [here, there] = [prepared, packed].map((model) =>
        packArrays(STAMP, { part: model?.[part] ?? Int32Array.of() }),
      )
      expect(Buffer.compare(here ?? Buffer.of(), there ?? Buffer.of(1))).toBe(0)
    }
  }
})

test('prepared Latin forms of words are those of the catalog, with their counts', () => {
  const prepared = preparedForms(file)
  const words = new Set(loadPeople().flatMap(({ ar }) => ar.split(' ').map(foldName)))
  const differing = [...words].filter(
    (word) => JSON.stringify([...(prepared.get(word) ?? [])]) !== JSON.stringify([...(attestedForms(word) ?? [])]),
  )
  expect(differing).toEqual([])
  expect(prepared.get('كارتر')?.get('carter')).toBeGreaterThan(0)
  expect(prepared.get('زغبلوطي')).toBeUndefined()
})

test('the prepared model weighs features as the packed one', () => {
  const packed = unpackModel(dataFile('news.bin'))
  const prepared = preparedModel(file)
  expect(prepared.labels).toEqual(packed.labels)
  expect(prepared.step).toBe(packed.step)
  expect(prepared.starts).toEqual(packed.starts)
  expect(prepared.transitions).toEqual(packed.transitions)
  const features = Int32Array.from(file.u32('model.slots').filter((_, i) => i % 2 === 0))
  const sums = [packed, prepared].map((model) => {
    const sum = new Int32Array(packed.labels.length)
    model.weights.addAll(features, features.length, sum, 0)
    return sum
  })
  expect(sums[1]).toEqual(sums[0])
  expect(sums[0]?.some((steps) => steps !== 0)).toBe(true)
})

test('prepared classes place words where the packed ones do', () => {
  const packed = unpackClasses(dataFile('classes.bin'))
  const prepared = preparedClasses(file)
  const facts = (classes: typeof packed) =>
    loadPeople().flatMap(({ ar }) =>
      ar.split(' ').map((word) => [classes.pathOf(hashString(word)), classes.ratesOf(hashString(word))]),
    )
  expect(facts(prepared)).toEqual(facts(packed))
})

test('prepared words of names are those of the data files', () => {
  for (const [name, words] of [
    ['latin.people', wordsOfPeople()],
    ['latin.listed', listedWords()],
  ] as const) {
    const prepared = preparedLatin(file, name)
    expect([...words].filter(([word, latin]) => prepared.get(word) !== latin)).toEqual([])
  }
  const { given, family } = wordsOfNames()
  const listed = (name: string) => {
    const table = WordTable.from(file, name)
    return Array.from({ length: table.size }, (_, id) => table.wordAt(id))
  }
  expect(listed('names.given')).toEqual([...given])
  expect(listed('names.family')).toEqual([...family])
})

test('a file made from something else, cut short or of another kind is left aside', () => {
  const bytes = packArrays(STAMP, {
    'a.few': Int32Array.of(1, -2, 3),
    'a.lot': Uint16Array.from({ length: 99 }, (_, i) => i),
  })
  expect(arraysOf(bytes, STAMP)?.i32('a.few')).toEqual(Int32Array.of(1, -2, 3))
  expect(arraysOf(bytes, 'another stamp')).toBeUndefined()
  for (const length of [0, 7, 20, bytes.length - 8]) expect(arraysOf(bytes.slice(0, length), STAMP)).toBeUndefined()
  expect(arraysOf(new TextEncoder().encode('id\tar\ten\tvariants'), STAMP)).toBeUndefined()
})

test('a file is read wherever in memory it begins', () => {
  const bytes = packArrays(STAMP, {
    halves: Float64Array.of(0.5, 1.5),
    bytes: Uint8Array.of(7),
    shorts: Int16Array.of(-1),
  })
  const moved = new Uint8Array(bytes.length + 3)
  moved.set(bytes, 3)
  const read = new ArrayFile(moved.subarray(3))
  expect([...read.f64('halves'), ...read.u8('bytes'), ...read.i16('shorts')]).toEqual([0.5, 1.5, 7, -1])
})

test('a table of words numbers each as it came and no other', () => {
  fc.assert(
    fc.property(fc.uniqueArray(fc.string({ unit: 'binary' })), fc.string({ unit: 'binary' }), (words, other) => {
      const read = new ArrayFile(packArrays(STAMP, WordTable.of(words).arrays('words')))
      const table = WordTable.from(read, 'words')
      for (const [id, word] of words.entries()) {
        expect(table.idOf(word)).toBe(id)
        expect(table.wordAt(id)).toBe(word)
      }
      expect(table.idOf(other)).toBe(words.indexOf(other))
      expect(table.size).toBe(words.length)
      const texts = TextList.from(read, 'words')
      expect(words.every((word, id) => texts.is(id, word))).toBe(true)
    }),
  )
})
