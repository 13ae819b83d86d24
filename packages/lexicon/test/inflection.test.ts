import { describe, expect, test } from 'vitest'
import { inflectNoun, participlesOf, regularMasdar } from '../src/inflection/inflect-noun.js'
import { inflectVerb, type VerbSource } from '../src/inflection/inflect-verb.js'

/** Forms of one kind as printed, in the order of the paradigm, none twice. */
const forms = (source: VerbSource, tense: 'perfect' | 'imperfect', voice: 'active' | 'passive'): string[] => [
  ...new Set(
    inflectVerb(source)
      .filter((form) => form.tense === tense && (form.voice === voice || form.voice === 'any') && form.person === 3)
      .map(({ form }) => form),
  ),
]

describe('verbs of every weakness', () => {
  test.each([
    ['sound', { lemma: 'قصف', measure: 1 }, 'قصف قصفت قصفوا قصفن', 'يقصف تقصف يقصفون يقصفوا'],
    ['assimilated', { lemma: 'وصل', measure: 1 }, 'وصل وصلت وصلوا', 'يصل تصل يصلون'],
    ['hollow', { lemma: 'زار', measure: 1 }, 'زار زارت زاروا زرن', 'يزور تزور يزورون يزر'],
    ['hollow with ي', { lemma: 'باع', measure: 1, imperfect: 'يبيع' }, 'باع باعت باعوا', 'يبيع تبيع يبيعون يبع'],
    ['geminate', { lemma: 'شن', measure: 1 }, 'شن شنت شنوا شننن', 'يشن تشن يشنون'],
    ['defective', { lemma: 'دعا', measure: 1 }, 'دعا دعت دعوا', 'يدعو تدعو يدعون يدع'],
    ['third measure', { lemma: 'هاجم', measure: 3 }, 'هاجم هاجمت هاجموا', 'يهاجم تهاجم'],
    ['fourth, hollow', { lemma: 'أقال', measure: 4 }, 'أقال أقالت أقالوا أقلن', 'يقيل تقيل يقيلون يقل'],
    ['eighth, defective', { lemma: 'التقى', measure: 8 }, 'التقى التقت التقوا', 'يلتقي تلتقي يلتقون'],
    ['eighth, swallowed', { lemma: 'اتفق', measure: 8 }, 'اتفق اتفقت اتفقوا', 'يتفق تتفق'],
    ['tenth, hollow', { lemma: 'استقال', measure: 10 }, 'استقال استقالت استقلن', 'يستقيل تستقيل'],
  ] as const)('%s: %o', (_name, source, perfect, imperfect) => {
    expect(forms(source, 'perfect', 'active')).toEqual(expect.arrayContaining(perfect.split(' ')))
    expect(forms(source, 'imperfect', 'active')).toEqual(expect.arrayContaining(imperfect.split(' ')))
  })

  test.each([
    [{ lemma: 'قتل', measure: 1 }, 'قتل قتلت قتلوا', 'يقتل'],
    [{ lemma: 'زار', measure: 1 }, 'زير زيرت', 'يزار'],
    [{ lemma: 'هاجم', measure: 3 }, 'هوجم هوجمت', 'يهاجم'],
    [{ lemma: 'اغتال', measure: 8 }, 'اغتيل اغتيلت', 'يغتال'],
    [{ lemma: 'دعا', measure: 1 }, 'دعي دعيت', 'يدعى'],
    [{ lemma: 'وصل', measure: 1 }, 'وصل وصلت', 'يوصل'],
  ] as const)('passive of %o', (source, perfect, imperfect) => {
    expect(forms(source, 'perfect', 'passive')).toEqual(expect.arrayContaining(perfect.split(' ')))
    expect(forms(source, 'imperfect', 'passive')).toContain(imperfect)
  })

  test('a jussive of a weak verb is marked as such', () => {
    expect(inflectVerb({ lemma: 'أقال', measure: 4 }).find(({ form }) => form === 'تقل')).toMatchObject({ short: true })
  })
})

test.each([
  ['درب', 2, 'تدريب'],
  ['هاجم', 3, 'مهاجمة'],
  ['أقال', 4, 'إقالة'],
  ['أوقف', 4, 'إيقاف'],
  ['أجرى', 4, 'إجراء'],
  ['تعهد', 5, 'تعهد'],
  ['انسحب', 7, 'انسحاب'],
  ['احتل', 8, 'احتلال'],
  ['اغتال', 8, 'اغتيال'],
  ['التقى', 8, 'التقاء'],
  ['استقال', 10, 'استقالة'],
  ['استدعى', 10, 'استدعاء'],
  ['زار', 1, undefined],
] as const)('masdar of %s (%i) is %s', (lemma, measure, masdar) => {
  expect(regularMasdar({ lemma, measure })).toBe(masdar)
})

test.each([
  ['قتل', 1, 'قاتل', 'مقتول'],
  ['زار', 1, 'زائر', 'مزور'],
  ['دعا', 1, 'داعي', 'مدعو'],
  ['اعتقل', 8, 'معتقل', 'معتقل'],
  ['أدان', 4, 'مدين', 'مدان'],
] as const)('participles of %s', (lemma, measure, active, passive) => {
  expect(participlesOf({ lemma, measure })).toEqual({ active, passive })
})

test('a noun in ة joins its pronoun with ت and has dual and plural', () => {
  const printed = inflectNoun('زيارة').map(({ form }) => form)
  expect(printed).toEqual(expect.arrayContaining(['زيارة', 'زيارت', 'زيارتين', 'زيارات']))
})
