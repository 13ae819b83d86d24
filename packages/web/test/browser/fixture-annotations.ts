import type { Attribution, ChainLink, Entity, EventRecord, Passage } from '@isnad/server'

/** What the analysis would say of an invented article: every span is found by its words. */

export interface Annotations {
  readonly entities: Entity[]
  readonly attributions: Attribution[]
  readonly events: EventRecord[]
}

const passage = (text: string, words: string, from = 0): Passage => {
  const start = text.indexOf(words, from)
  if (start < 0) throw new Error(`the article does not hold «${words}»`)
  return { start, end: start + words.length, text: words }
}

const every = (text: string, words: string): Passage[] =>
  [...text.matchAll(new RegExp(words, 'gu'))].map(({ index }) => ({
    start: index,
    end: index + words.length,
    text: words,
  }))

type Given = readonly [id: string, type: Entity['type'], forms: readonly string[], extra?: Partial<Entity>]

const entityOf = (text: string, [id, type, forms, extra]: Given): Entity => {
  const found: Passage[] = []
  for (const form of forms)
    found.push(...every(text, form).filter((p) => !found.some((f) => f.start <= p.start && p.end <= f.end)))
  return {
    id,
    key: `${type}:${forms[0]}`,
    type,
    name: { ar: forms[0] ?? '', en: null },
    group: false,
    unnamed: false,
    mentions: found.sort((a, b) => a.start - b.start).map((p) => ({ ...p, kind: 'name' as const })),
    roles: [],
    candidates: [],
    catalogId: null,
    ...extra,
  }
}

const link = (text: string, kind: ChainLink['kind'], description: string, entity: string | null = null): ChainLink => ({
  kind,
  entity,
  ref: kind === 'anonymous' ? 's1' : null,
  description,
  at: passage(text, description),
})

interface Said {
  readonly cue: string
  readonly claims: readonly string[]
  readonly chain: readonly ChainLink[]
  readonly stance?: Attribution['stance']
  readonly quote?: Attribution['quote']
  readonly told: Attribution['told']
}

export function strikeAnnotations(text: string): Annotations {
  const entities = (
    [
      [
        'e1',
        'PER',
        ['سامر الدهان', 'الدهان'],
        {
          roles: [
            {
              title: 'نقيب عمال المرفأ',
              at: passage(text, 'نقيب عمال المرفأ'),
              titleId: null,
              org: null,
              standing: null,
            },
          ],
        },
      ],
      ['e2', 'ORG', ['إدارة المرفأ', 'الإدارة']],
      [
        'e3',
        'ORG',
        ['وزارة النقل'],
        {
          candidates: [
            {
              id: 'org.xa.transport',
              score: 0.55,
              reasons: [{ code: 'name.exact', ar: 'اسمه كاملًا', en: 'its whole name' }],
              name: { ar: 'وزارة النقل', en: 'Ministry of Transport' },
            },
          ],
        },
      ],
      ['e4', 'ORG', ['قناة الساحل']],
      [
        'e5',
        'GPE',
        ['تل السنديان'],
        {
          key: 'place.tell-al-sindyan',
          name: { ar: 'تل السنديان', en: 'Tell al-Sindyan' },
          catalogId: 'place.tell-al-sindyan',
          candidates: [
            {
              id: 'place.tell-al-sindyan',
              score: 0.96,
              reasons: [{ code: 'name.exact', ar: 'اسمه كاملًا', en: 'its whole name' }],
              name: { ar: 'تل السنديان', en: 'Tell al-Sindyan' },
            },
          ],
        },
      ],
      ['e6', 'PER', ['العمال'], { key: null, group: true }],
    ] satisfies Given[]
  ).map((given) => entityOf(text, given as Given))
  const dahhan = link(text, 'person', 'سامر الدهان', 'e1')
  const said: Said[] = [
    {
      cue: 'قال',
      claims: [
        'العمال اتفقوا مع الإدارة على إنهاء الإضراب الذي بدأ قبل أسبوع، وإن الرافعات الست ستعود إلى العمل صباح الغد بعد صيانة قصيرة',
      ],
      chain: [dahhan],
      told: { ar: 'بحسب سامر الدهان', en: 'According to سامر الدهان' },
    },
    {
      cue: 'أضاف',
      claims: ['الإدارة تعهدت بدفع الأجور المتأخرة عن ثلاثة أشهر على دفعتين'],
      chain: [link(text, 'outlet', 'قناة الساحل', 'e4'), dahhan],
      told: { ar: 'بحسب سامر الدهان، عبر قناة الساحل', en: 'According to سامر الدهان, through قناة الساحل' },
    },
    {
      cue: 'نفت',
      claims: ['تكون قد وافقت على زيادة الأجور'],
      chain: [link(text, 'official', 'إدارة المرفأ', 'e2'), link(text, 'document', 'بيان', 'e2')],
      stance: 'denies',
      told: { ar: 'نفيٌ من وثيقة «بيان»، عبر إدارة المرفأ', en: 'Denied by a document, «بيان», through إدارة المرفأ' },
    },
    {
      cue: 'قالت',
      claims: ['الاتفاق «يقتصر على جدولة المتأخرات»، وإن ما تداولته بعض الصفحات عن زيادة نسبتها 12% «لا أساس له»'],
      chain: [link(text, 'official', 'إدارة المرفأ', 'e2')],
      quote: 'mixed',
      told: { ar: 'بحسب إدارة المرفأ', en: 'According to إدارة المرفأ' },
    },
    {
      cue: 'قال يوم الأحد',
      claims: ['الخسائر اليومية تقارب 40 ألف دولار، وإن سبع سفن تنتظر التفريغ قبالة الساحل'],
      chain: [link(text, 'anonymous', 'مصدر في الإدارة')],
      told: { ar: 'بحسب مصدر غير مسمّى «مصدر في الإدارة»', en: 'According to an unnamed source, «مصدر في الإدارة»' },
    },
  ]
  const attributions = said.map(
    ({ cue, claims, chain, stance = 'asserts', quote = 'indirect', told }, at): Attribution => {
      const first = passage(text, claims[0] ?? '')
      const from = text.lastIndexOf(cue, first.start)
      const [word = cue] = cue.split(' ')
      return {
        id: `a${at + 1}`,
        cue: passage(text, word, from),
        rule: 'cue.qala',
        claims: claims.map((claim) => passage(text, claim)),
        chain: [...chain],
        stance,
        quote,
        hedge: null,
        told,
      }
    },
  )
  const event = (id: string, over: Partial<EventRecord> & { evidence: Passage[]; trigger: Passage }): EventRecord => ({
    id,
    type: 'AGREE',
    mode: null,
    rule: 'agree.ittafaqa',
    status: 'asserted',
    participants: [],
    place: null,
    time: null,
    sources: [],
    ownVoice: false,
    confidence: 0.86,
    asFact: true,
    reasons: [],
    sentence: { ar: '', en: '' },
    ...over,
  })
  const events = [
    event('v1', {
      trigger: passage(text, 'اتفقوا'),
      evidence: [passage(text, 'العمال اتفقوا مع الإدارة على إنهاء الإضراب')],
      participants: [
        { entity: 'e6', role: 'actor' },
        { entity: 'e2', role: 'actor' },
      ],
      place: 'e5',
      sources: ['a1'],
      sentence: {
        ar: 'اتفاق بين العمال وإدارة المرفأ في تل السنديان',
        en: 'العمال and إدارة المرفأ agreed in Tell al-Sindyan',
      },
    }),
    event('v2', {
      trigger: passage(text, 'وافقت'),
      status: 'denied',
      evidence: [passage(text, 'تكون قد وافقت على زيادة الأجور')],
      participants: [{ entity: 'e2', role: 'actor' }],
      sources: ['a3'],
      sentence: { ar: 'موافقة إدارة المرفأ على زيادة الأجور', en: 'It is denied that إدارة المرفأ agreed' },
    }),
    event('v3', {
      type: 'PROTEST',
      mode: 'strike',
      trigger: passage(text, 'توقف العمل'),
      evidence: [passage(text, 'توقف العمل فيه مرتين خلال العام الماضي')],
      participants: [{ entity: 'e6', role: 'actor' }],
      ownVoice: true,
      confidence: 0.41,
      asFact: false,
      sentence: { ar: 'إضراب العمال في تل السنديان', en: 'العمال went on strike in Tell al-Sindyan' },
    }),
  ]
  return { entities, attributions, events }
}
