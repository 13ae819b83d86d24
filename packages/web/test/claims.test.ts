import type { Attribution, ChainLink, Entity } from '@isnad/server'
import { expect, test } from 'vitest'
import { claimCounts, claimFilterIn, claimMarks, claimsIn, linkName, shownClaims } from '../src/reader/claims.js'
import { countMentions, entityMarks, namedByLayer } from '../src/reader/entities.js'
import { litMarks } from '../src/reader/events.js'
import { runsOf } from '../src/reader/layers.js'
import { stretchIn } from '../src/reader/light.svelte.js'

const TEXT = 'قال سالم إن الجسر أغلق. ونفت البلدية ذلك.'
const span = (words: string) => {
  const start = TEXT.indexOf(words)
  return { start, end: start + words.length, text: words }
}
const entity = (id: string, type: Entity['type'], ...names: string[]): Entity => ({
  id,
  key: `${type}:${names[0]}`,
  type,
  name: { ar: names[0] ?? '', en: null },
  group: false,
  unnamed: false,
  mentions: names.map((name) => ({ ...span(name), kind: 'name' })),
  roles: [],
  candidates: [],
  catalogId: null,
})
const link = (kind: ChainLink['kind'], description: string, id: string | null = null): ChainLink => ({
  kind,
  entity: id,
  ref: null,
  description,
  at: null,
})
const claim = (id: string, cue: string, words: string, stance: Attribution['stance'], ...chain: ChainLink[]) => ({
  id,
  cue: span(cue),
  rule: 'cue.x',
  claims: [span(words)],
  chain,
  stance,
  quote: 'indirect' as const,
  hedge: null,
  told: { ar: '', en: '' },
})

const entities = [entity('e1', 'PER', 'سالم'), entity('e2', 'ORG', 'البلدية')]
const said = claim('a1', 'قال', 'الجسر أغلق', 'asserts', link('person', 'سالم', 'e1'))
const denied = claim('a2', 'نفت', 'ذلك', 'denies', link('official', 'البلدية', 'e2'))
const attributions = [said, denied]
const whole = { start: 0, end: TEXT.length, text: TEXT }

test('a claim stands between its corners, and its cue under a line', () => {
  const drawn = runsOf(whole, claimMarks([said])).map(({ text, layers, opens, closes }) => {
    const words = layers.includes('attribution') ? `[${text}]` : text
    return `${opens ? '⌜' : ''}${words}${closes ? '⌟' : ''}`
  })
  expect(drawn.join('')).toBe('[قال] سالم إن ⌜الجسر أغلق⌟. ونفت البلدية ذلك.')
})

test.each([
  ['stance=denies', ['a2']],
  ['source=person', ['a1']],
  ['stance=denies&source=person', []],
  ['stance=shouts', ['a1', 'a2']],
  ['', ['a1', 'a2']],
])('an address with %j shows %j', (query, ids) => {
  const shown = shownClaims(attributions, claimFilterIn(new URLSearchParams(query)))
  expect(shown.map(({ id }) => id)).toEqual(ids)
})

test('stances and speakers are counted, those without a claim left out', () => {
  expect(claimCounts(attributions)).toEqual({
    stances: [
      { value: 'asserts', count: 1 },
      { value: 'denies', count: 1 },
    ],
    sources: [
      { value: 'person', count: 1 },
      { value: 'official', count: 1 },
    ],
  })
})

test('the note of a claim stands beside its cue', () => {
  const [first, second] = [0, TEXT.indexOf('ونفت')]
  const paragraph = (start: number, end: number) => ({
    start,
    end,
    text: TEXT.slice(start, end),
    kind: 'body' as const,
  })
  expect(claimsIn(paragraph(first, second), attributions).map(({ id }) => id)).toEqual(['a1'])
  expect(claimsIn(paragraph(second, TEXT.length), attributions).map(({ id }) => id)).toEqual(['a2'])
})

test('a hidden source is called by its words, a known one by its name', () => {
  expect(linkName(link('anonymous', 'مصدر مطلع'), entities, 'en')).toMatchObject({ text: 'مصدر مطلع', quoted: true })
  expect(linkName(link('person', 'الرجل', 'e1'), entities, 'en')).toEqual({
    text: 'سالم',
    quoted: false,
    key: 'PER:سالم',
  })
})

test('entities are marked by the layers that are on, and listed by layer', () => {
  expect(entityMarks(entities, ['bodies']).map(({ entity: id }) => id)).toEqual(['e2'])
  expect(countMentions([{ ...whole, kind: 'body' }], entities, 'people')).toBe(1)
  expect(namedByLayer(entities).map(({ layer, entities: all }) => `${layer} ${all.length}`)).toEqual([
    'people 1',
    'bodies 1',
  ])
})

test('a lit claim lights its cue as well', () => {
  const lit = litMarks({ kind: 'claim', id: 'a2' }, { entities, attributions, events: [] })
  expect(lit.map(({ start, end }) => TEXT.slice(start, end))).toEqual(['ذلك', 'نفت'])
})

test.each([
  ['at=12-30', { start: 12, end: 30 }],
  ['at=30-12', undefined],
  ['at=x', undefined],
  ['', undefined],
])('%j points at %j', (query, stretch) => expect(stretchIn(new URLSearchParams(query))).toEqual(stretch))
