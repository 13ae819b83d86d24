import type {
  HappeningDocument,
  HappeningList,
  HappeningSummary,
  Judgement,
  JudgementList,
  LineageDocument,
  ReviewList,
  ReviewSide,
} from '@isnad/server'
import { fixtures } from './fixture-articles.js'

/** What stands across the fixture articles: one happening of two accounts, two pairs that may be one, what was judged. */

const summaryOf = (at: number) => {
  const found = fixtures[at]
  if (found === undefined) throw new Error(`there is no fixture ${at}`)
  return found
}

const SENTENCE = { ar: 'اتفاق بين إدارة المرفأ ونقابة العمال', en: 'The port authority and the union agreed' }

export const happeningSummary = (): HappeningSummary => ({
  id: 'happening.strike',
  type: 'AGREE',
  mode: null,
  sentence: SENTENCE,
  day: '2024-03-11',
  place: { ar: 'تل السنديان', en: 'Tell al-Sindyan' },
  statuses: ['asserted', 'denied'],
  confidence: 0.9,
  asFact: true,
  articles: 2,
  parties: [
    { key: 'ORG:نقابة العمال', name: { ar: 'نقابة العمال', en: null }, roles: ['actor'], articles: 2 },
    { key: null, name: { ar: 'إدارة المرفأ', en: null }, roles: ['recipient'], articles: 1 },
  ],
})

export const happeningList = (): HappeningList => ({ items: [happeningSummary()], next: null, behind: 3 })

/** The happening of the strike, with the origins and the story of the lineage fixture. */
export function happeningOf({ origins, story }: Pick<LineageDocument, 'origins' | 'story'>): HappeningDocument {
  const [strike, denial] = [summaryOf(0).summary, summaryOf(1).summary]
  const [told] = summaryOf(0).document.body
  const words =
    told === undefined
      ? { start: 0, end: 4, text: '' }
      : { ...told, end: told.start + 40, text: told.text.slice(0, 40) }
  return {
    ...happeningSummary(),
    accounts: [
      {
        article: strike,
        events: ['v1'],
        status: 'asserted',
        confidence: 0.9,
        sentence: SENTENCE,
        evidence: [{ start: words.start, end: words.end, text: words.text }],
        chains: [
          {
            links: [
              { kind: 'publisher', name: { ar: 'صحيفة المنارة', en: 'al-Manara' }, key: null, at: null },
              { kind: 'agency', name: { ar: 'وكالة الرافد', en: 'al-Rafid agency' }, key: null, at: null },
              { kind: 'person', name: { ar: 'سامر الدهان', en: 'Samer al-Dahhan' }, key: 'PER:سامر الدهان', at: null },
            ],
            stance: 'asserts',
            told: { ar: 'بحسب سامر الدهان', en: 'According to Samer al-Dahhan' },
          },
        ],
        reasons: [{ ar: 'أول من رواه', en: 'first to tell it' }],
      },
      {
        article: denial,
        events: ['v1'],
        status: 'denied',
        confidence: 0.7,
        sentence: SENTENCE,
        evidence: [],
        chains: [
          {
            links: [{ kind: 'publisher', name: { ar: 'بريد الضفة', en: 'Barid al-Diffa' }, key: null, at: null }],
            stance: null,
            told: { ar: 'بلسان الوسيلة نفسها', en: 'in the outlet’s own voice' },
          },
        ],
        reasons: [
          { ar: 'الفعل نفسه', en: 'the same act' },
          { ar: 'أحدهما ينفي ما يثبته الآخر', en: 'one denies what the other asserts' },
        ],
      },
    ],
    compared: [
      {
        attribute: 'status',
        about: null,
        verdict: 'denies',
        values: [
          { value: 'asserted', label: { ar: 'وقع', en: 'it happened' }, articles: [strike.id], quotes: [] },
          { value: 'denied', label: { ar: 'لم يقع', en: 'it did not happen' }, articles: [denial.id], quotes: [] },
        ],
      },
      {
        attribute: 'date',
        about: null,
        verdict: 'agree',
        values: [{ value: '2024-03-11', label: null, articles: [strike.id, denial.id], quotes: [] }],
      },
    ],
    origins,
    story,
    behind: 0,
  }
}

function side(at: number, name: string, form: string, title: string): ReviewSide {
  const { summary, document } = summaryOf(at)
  const found = document.body.find(({ text }) => text.includes(form)) ?? document.body[0]
  const start = (found?.start ?? 0) + Math.max(0, found?.text.indexOf(form) ?? 0)
  return {
    sighting: { article: summary.id, name },
    key: `PER:${name}`,
    type: 'PER',
    name: { ar: name, en: null },
    articles: at + 1,
    from: '2024-03-11',
    to: '2024-03-12',
    variants: [{ form, articles: 1 }],
    roles: [
      {
        title: { ar: title, en: null },
        at: { ar: 'نقابة العمال', en: null },
        standing: null,
        from: '2024-03-11',
        to: '2024-03-12',
        articles: 1,
      },
    ],
    beside: [{ ar: 'إدارة المرفأ', en: null }],
    countries: [],
    evidence: [
      {
        article: summary,
        at: { start, end: start + form.length, text: form },
        sentence: { start: found?.start ?? 0, end: found?.end ?? 0, text: found?.text ?? '' },
      },
    ],
  }
}

/** The queue and the log of judgements; what is judged moves from one to the other. */
export class FixtureReview {
  readonly #log: Judgement[] = []
  readonly #pairs = [
    { a: side(0, 'سامر الدهان', 'الدهان', 'نقيب عمال المرفأ'), b: side(1, 'الدهان', 'الدهان', 'نقيب') },
    { a: side(0, 'ليلى الصباغ', 'المرفأ', 'وزيرة'), b: side(2, 'الصباغ', 'المرفأ', 'مديرة') },
  ]

  queue(): ReviewList {
    const judged = new Set(this.#log.filter(({ undone }) => undone === null).map(({ b }) => b.name))
    const open = this.#pairs.filter(({ b }) => !judged.has(b.sighting.name))
    return {
      items: open.map(({ a, b }) => ({
        id: `${a.sighting.article}-${b.sighting.article}`,
        a,
        b,
        score: 0.52,
        reasons: [
          { ar: 'جزء من الاسم فقط', en: 'only a part of the name' },
          { ar: 'يُذكران مع: إدارة المرفأ', en: 'named beside: the port authority' },
        ],
        articles: 1,
      })),
      total: open.length,
      next: null,
      behind: 0,
    }
  }

  log(): JudgementList {
    return { items: [...this.#log].reverse(), next: null }
  }

  judge({
    a,
    b,
    verdict,
    reason,
  }: Pick<Judgement, 'verdict' | 'reason'> & Record<'a' | 'b', Judgement['a']>): Judgement {
    const [one, two] = [a, b].map((thing) => ({ ...thing, key: `PER:${thing.name}`, summary: summaryOf(0).summary }))
    if (one === undefined || two === undefined) throw new Error('two are judged')
    const made = {
      id: String(this.#log.length + 1),
      at: '2024-03-13T09:00:00Z',
      verdict,
      a: one,
      b: two,
      by: 'web',
      reason,
    }
    this.#log.push({ ...made, undone: null })
    return { ...made, undone: null }
  }

  undo(id: string): Judgement | undefined {
    const at = this.#log.findIndex((one) => one.id === id)
    const found = this.#log[at]
    if (found === undefined) return undefined
    const undone = { ...found, undone: { at: '2024-03-13T09:05:00Z', by: 'web', reason: '' } }
    this.#log[at] = undone
    return undone
  }
}
