import { expect, test } from 'vitest'
import { EntityRegister } from '../src/entity-register.js'

const span = (text: string, words: string) => ({ start: text.indexOf(words), end: text.indexOf(words) + words.length })

test('a mention without a name is widened to the phrase that it heads; names keep their words', () => {
  const text = 'حضر ممثلون عن حزب الفجر'
  const nameless = span(text, 'ممثلون')
  const whole = span(text, 'ممثلون عن حزب الفجر')
  const named = span(text, 'حزب الفجر')
  const register = new EntityRegister([
    {
      id: 'e1',
      type: 'PER',
      nameAr: 'ممثلون',
      group: true,
      unnamed: true,
      mentions: [{ ...nameless, type: 'PER', kind: 'nominal' }],
      roles: [],
      candidates: [],
    },
    {
      id: 'e2',
      type: 'ORG',
      nameAr: 'حزب الفجر',
      mentions: [{ ...named, type: 'ORG', kind: 'name' }],
      roles: [],
      candidates: [],
    },
  ])
  register.widenMention('e1', nameless, whole, 'ممثلون عن حزب الفجر')
  register.widenMention('e2', named, span(text, 'عن حزب الفجر'), 'عن حزب الفجر')
  expect(register.exactly(whole)?.id).toBe('e1')
  expect(register.exactly(nameless)).toBeUndefined()
  expect(register.exactly(named)?.id).toBe('e2')
  expect(register.entities.map(({ nameAr }) => nameAr)).toEqual(['ممثلون عن حزب الفجر', 'حزب الفجر'])
})

test('what is added takes an id that nobody has, where ids have gaps', () => {
  const text = 'حضر حزب الفجر ومسلحون'
  const mention = { ...span(text, 'حزب الفجر'), type: 'ORG', kind: 'name' } as const
  const register = new EntityRegister([
    { id: 'e2', type: 'ORG', nameAr: 'حزب الفجر', mentions: [mention], roles: [], candidates: [] },
  ])
  const added = register.addUnnamed(span(text, 'مسلحون'), { type: 'PER', nameAr: 'مسلحون', group: true })
  expect(added.id).not.toBe('e2')
  expect(register.get('e2')?.nameAr).toBe('حزب الفجر')
})
