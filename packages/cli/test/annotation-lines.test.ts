import type { annotationsView } from '@isnad/server'
import { expect, test } from 'vitest'
import { annotationLines } from '../src/output/annotations.js'

type Annotations = ReturnType<typeof annotationsView>

const TEXT = 'قال النقيب سامر الدهان إن الجسر أغلق. وأضاف الدهان ذلك.'
const passage = (words: string) => {
  const start = TEXT.indexOf(words)
  return { start, end: start + words.length, text: words }
}
const found: Annotations = {
  entities: [
    {
      id: 'e1',
      key: 'PER:سامر الدهان',
      type: 'PER',
      name: { ar: 'سامر الدهان', en: 'Samer al-Dahhan' },
      group: false,
      unnamed: false,
      mentions: [
        { ...passage('سامر الدهان'), kind: 'name' },
        { ...passage('الدهان'), kind: 'name' },
      ],
      roles: [{ title: 'النقيب', at: passage('النقيب'), titleId: null, org: null, standing: 'former' }],
      candidates: [],
      catalogId: null,
    },
  ],
  attributions: [
    {
      id: 'a1',
      cue: passage('قال'),
      rule: 'cue.qala',
      claims: [passage('الجسر أغلق')],
      chain: [],
      stance: 'asserts',
      quote: 'indirect',
      hedge: null,
      told: { ar: 'بحسب سامر الدهان', en: 'According to Samer al-Dahhan' },
    },
  ],
  events: [
    {
      id: 'v1',
      type: 'COERCE',
      mode: 'restrict',
      trigger: passage('أغلق'),
      rule: 'x',
      status: 'asserted',
      participants: [],
      place: null,
      time: null,
      evidence: [passage('الجسر أغلق')],
      sources: ['a1'],
      ownVoice: false,
      confidence: 0.7,
      asFact: true,
      reasons: [],
      sentence: { ar: 'إغلاق', en: 'somebody closed the bridge' },
    },
  ],
  republishes: [],
}

test('who is named, who says what, what is reported, each with its words', () => {
  expect(annotationLines(found).join('\n')).toBe(
    [
      'Who and what is named',
      '  people',
      '    سامر الدهان · Samer al-Dahhan ×2  النقيب (former)  also الدهان',
      '',
      'Who says what: 1 claim',
      '  a1  According to Samer al-Dahhan',
      '      «الجسر أغلق»',
      '',
      'What is reported: 1 event',
      '  v1  somebody closed the bridge  [COERCE restrict; a1; 70 %]',
      '      «الجسر أغلق»',
      '',
    ].join('\n'),
  )
})

test('what was not found is not told', () => {
  expect(annotationLines({ entities: [], attributions: [], events: [], republishes: [] })).toEqual([])
})
