import { describe, expect, test } from 'vitest'
import { loadCues, loadSourceNouns, memorySource } from '../src/index.js'

const meta = {
  id: 'cues/x',
  revision: 1,
  license: 'CC0-1.0',
  provenance: [{ source: 'test', retrieved: '2026-11-21' }],
}
const verb = {
  id: 'cue.qala',
  lemma: 'قال',
  kind: 'verb',
  measure: 1,
  takes: ['clause'],
  stance: 'asserts',
  examples: ['قال الوزير إن الطريق مفتوح'],
}
const withEntry = (entry: object) => memorySource({ 'cues/x.json': JSON.stringify({ meta, entries: [entry] }) })

describe('the cues that ship', () => {
  test('have ids of their own', () => {
    const ids = [...loadCues(), ...loadSourceNouns()].map(({ id }) => id)
    expect(new Set(ids).size).toBe(ids.length)
  })

  test('are many, of every kind', () => {
    const verbs = loadCues().filter(({ kind }) => kind === 'verb')
    expect(verbs.length).toBeGreaterThan(140)
    expect(new Set(loadCues().map(({ stance }) => stance))).toEqual(
      new Set(['asserts', 'denies', 'reports', 'questions']),
    )
  })

  test('name each verb once', () => {
    const lemmas = loadCues().flatMap((cue) => (cue.kind === 'verb' ? [`${cue.lemma} ${cue.measure}`] : []))
    expect(lemmas.filter((lemma, at) => lemmas.indexOf(lemma) !== at)).toEqual([])
  })
})

test('an entry says what it leaves out', () => {
  const [cue] = loadCues(withEntry(verb))
  expect(cue).toMatchObject({ relays: false, continues: false, counterExamples: [] })
})

test.each([
  ['an id without its kind', { ...verb, id: 'qala' }],
  ['a verb without measure', { ...verb, measure: 12 }],
  ['a lemma with vowel marks', { ...verb, lemma: 'قالَ' }],
  ['no example', { ...verb, examples: [] }],
  ['a complement that nobody knows', { ...verb, takes: ['dative'] }],
  ['a field that nobody knows', { ...verb, mood: 'glad' }],
])('%s is refused', (_name, entry) => {
  expect(() => loadCues(withEntry(entry))).toThrow(/LEXICON_INVALID.*cues\/x\.json/)
})
