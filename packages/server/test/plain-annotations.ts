import { type Annotations, timesIn } from '@isnad/analysis'
import type { Attribution } from '@isnad/attribution'
import type { Entity, EntityType } from '@isnad/entities'
import type { EventRecord } from '@isnad/events'
import type { Article } from '@isnad/page'
import type { Span } from '@isnad/text'

/**
 * Annotates by rules that a test can follow by eye: a fixed table of names; «قال NAME إن …» up to the full stop is a claim of
 * that name; «التقى A B» is a meeting of the two; «كسر التحليل» breaks it.
 */

const NAMES: readonly (readonly [type: EntityType, forms: readonly string[], catalogId?: string])[] = [
  ['PER', ['سامر الدهان', 'الدهان'], undefined],
  ['PER', ['ليلى الصباغ'], undefined],
  ['ORG', ['البلدية'], undefined],
  ['GPE', ['العراق'], 'country.iq'],
]

const places = (text: string, words: string): Span[] =>
  [...text.matchAll(new RegExp(`(?<!\\p{L})${words}(?!\\p{L})`, 'gu'))].map(({ index }) => ({
    start: index,
    end: index + words.length,
  }))

function entitiesIn(text: string): Entity[] {
  const found = NAMES.flatMap(([type, forms, catalogId]) => {
    const taken: Span[] = []
    for (const form of forms)
      taken.push(...places(text, form).filter((s) => !taken.some((t) => t.start <= s.start && s.end <= t.end)))
    // The fullest form that the article prints.
    const nameAr = forms.find((form) => places(text, form).length > 0) ?? ''
    const mentions = taken.sort((a, b) => a.start - b.start).map((span) => ({ ...span, type, kind: 'name' as const }))
    const at = text.indexOf(`النقيب ${nameAr}`)
    const roles = at < 0 ? [] : [{ title: 'النقيب', span: { start: at, end: at + 'النقيب'.length } }]
    const candidates = catalogId === undefined ? [] : [{ id: catalogId, score: 0.97, reasons: ['name.exact'] }]
    return mentions.length === 0
      ? []
      : [{ type, nameAr, mentions, roles, candidates, ...(catalogId === undefined ? {} : { catalogId }) }]
  })
  return found
    .sort((a, b) => (a.mentions[0]?.start ?? 0) - (b.mentions[0]?.start ?? 0))
    .map((entity, at) => ({ id: `e${at + 1}`, ...entity }))
}

export function plainAnnotations(article: Article): Annotations {
  const text = article.text.value
  if (text.includes('كسر التحليل')) throw new Error('the analysis broke')
  const entities = entitiesIn(text)
  const entityAt = (start: number): Entity | undefined =>
    entities.find(({ mentions }) => mentions.some((mention) => mention.start === start))
  const attributions = [...text.matchAll(/(قال|قالت|نفى) (?=\S)([^.\n]*?) (?:إن|أن) ([^.\n]+)/gu)].map(
    (match, at): Attribution => {
      const [whole, cue = '', who = '', claim = ''] = match
      const speaker = match.index + cue.length + 1
      const end = match.index + whole.length
      const entity = entityAt(speaker)
      return {
        id: `a${at + 1}`,
        cue: { start: match.index, end: match.index + cue.length },
        rule: 'cue.qala',
        claims: [{ start: end - claim.length, end }],
        chain: [
          {
            kind: entity === undefined ? 'anonymous' : entity.type === 'PER' ? 'person' : 'official',
            ...(entity === undefined ? { ref: 's1' } : { entity: entity.id }),
            description: who,
            span: { start: speaker, end: speaker + who.length },
          },
        ],
        stance: cue === 'نفى' ? 'denies' : 'asserts',
        quote: 'indirect',
      }
    },
  )
  const events = [...text.matchAll(/التقى (سامر الدهان) (ليلى الصباغ)[^.\n]*/gu)].map((match, at): EventRecord => {
    const span = { start: match.index, end: match.index + match[0].length }
    const [actor, recipient] = [match.index + 6, match.index + 6 + (match[1] ?? '').length + 1].map(entityAt)
    return {
      id: `v${at + 1}`,
      type: 'CONSULT',
      trigger: { start: span.start, end: span.start + 5 },
      rule: 'consult.iltaqa',
      status: 'asserted',
      participants: [
        ...(actor === undefined ? [] : [{ entity: actor.id, role: 'actor' as const }]),
        ...(recipient === undefined ? [] : [{ entity: recipient.id, role: 'recipient' as const }]),
      ],
      evidence: [span],
      sources: attributions.flatMap(({ id, claims }) =>
        claims.some((claim) => claim.start <= span.start && span.end <= claim.end) ? [id] : [],
      ),
      ownVoice: true,
      confidence: 0.9,
      reasons: [],
    }
  })
  return { tokens: [], sentences: [], times: timesIn(article), entities, attributions, events, republishes: [] }
}
