import { createHash } from 'node:crypto'
import type { Dossier, EntityDoubt } from '@isnad/corpus'
import type { Judgement as JudgementRecord } from '@isnad/store'
import { cover, foldKey, type Span, sentences, type Text } from '@isnad/text'
import type {
  ArticleSummary,
  DossierRole,
  Entity,
  Judgement,
  Passage,
  ReviewItem,
  ReviewSide,
} from '../contract/api-types.js'
import type { CatalogNames } from '../desk/catalog.js'
import { entityReasonView, nameOfToken, titleView } from '../views/entity-wording.js'

const VARIANTS = 8
const BESIDE = 8
/** A sentence is shown whole up to so many letters, and around the name beyond. */
const SENTENCE = 260

/** Offices and functions with the days between which they were printed. */
export const rolesView = ({ roles }: Dossier, names: CatalogNames): DossierRole[] =>
  roles.map(({ title, titleId, at, standing, from, to, articles }) => ({
    title: titleView(title, titleId),
    at: at === undefined ? null : nameOfToken(at, names),
    standing: (standing ?? null) as DossierRole['standing'],
    from: from ?? null,
    to: to ?? null,
    articles: articles ?? 0,
  }))

export const daysOf = ({ sightings }: Dossier): { from: string | null; to: string | null } => {
  const days = sightings.flatMap(({ day }) => day ?? []).sort()
  return { from: days[0] ?? null, to: days.at(-1) ?? null }
}

/** The sentence in which an entity is first named, in the text of its article. */
export function evidenceOf(
  text: Text,
  body: readonly Span[],
  entity: Pick<Entity, 'mentions'>,
): { at: Passage; sentence: Passage } | undefined {
  const mention = entity.mentions.find(({ kind }) => kind === 'name') ?? entity.mentions[0]
  if (mention === undefined) return undefined
  const line = body.find(({ start, end }) => start <= mention.start && mention.end <= end) ?? lineAround(text, mention)
  const whole = sentenceAround(text, line, mention)
  const span =
    whole.end - whole.start > SENTENCE
      ? {
          start: wordStart(text, Math.max(whole.start, mention.start - SENTENCE / 2), mention.start),
          end: wordEnd(text, Math.min(whole.end, mention.end + SENTENCE / 2), mention.end),
        }
      : whole
  return { at: passage(text, mention), sentence: passage(text, span) }
}

const passage = (text: Text, { start, end }: Span): Passage => ({ start, end, text: cover(text, { start, end }) })

function sentenceAround(text: Text, line: Span, { start }: Span): Span {
  const words = cover(text, line)
  const found = sentences({ frame: 'article', value: words }).find((s) => line.start + s.end > start)
  return found === undefined ? line : { start: line.start + found.start, end: line.start + found.end }
}

/** Where a mention stands outside the body: in the title, say. */
function lineAround({ value }: Text, { start, end }: Span): Span {
  const after = value.indexOf('\n', end)
  return { start: value.lastIndexOf('\n', start - 1) + 1, end: after < 0 ? value.length : after }
}

/** Draws a cut in to a whole word, never past the words that are shown. */
function wordStart({ value }: Text, cut: number, most: number): number {
  let at = cut
  while (at > 0 && at < most && /\S/u.test(value[at - 1] ?? ' ')) at++
  return at
}
function wordEnd({ value }: Text, cut: number, least: number): number {
  let at = cut
  while (at > least && at < value.length && /\S/u.test(value[at] ?? ' ')) at--
  return at
}

export const sideView = (
  dossier: Dossier,
  sighting: EntityDoubt['a'],
  key: string,
  evidence: ReviewSide['evidence'],
  names: CatalogNames,
): ReviewSide => ({
  sighting: { article: sighting.article, name: sighting.name },
  key,
  type: dossier.type,
  name:
    dossier.catalogId === undefined
      ? { ar: dossier.name, en: dossier.nameEn ?? null }
      : nameOfToken(dossier.catalogId, names),
  articles: new Set(dossier.sightings.map(({ article }) => article)).size,
  ...daysOf(dossier),
  variants: dossier.variants.slice(0, VARIANTS).map(({ form, articles }) => ({ form, articles })),
  roles: rolesView(dossier, names),
  beside: dossier.companions.slice(0, BESIDE).map(({ name }) => nameOfToken(name, names)),
  countries: dossier.countries.slice(0, 4).map((country) => nameOfToken(country, names)),
  evidence,
})

/** Short enough to be typed: of the two sightings that the pair hangs on. */
export const pairId = ({ a, b }: EntityDoubt): string =>
  createHash('sha256')
    .update(JSON.stringify([a.article, a.name, b.article, b.name]))
    .digest('hex')
    .slice(0, 12)

export const itemView = (doubt: EntityDoubt, a: ReviewSide, b: ReviewSide, names: CatalogNames): ReviewItem => ({
  id: pairId(doubt),
  a,
  b,
  score: doubt.score,
  reasons: doubt.reasons.map((reason) => entityReasonView(reason, names)),
  articles: doubt.articles,
})

export const judgementView = (
  { id, at, verdict, a, b, by, reason, undone }: JudgementRecord,
  all: ReadonlyMap<string, ArticleSummary>,
  keyOf: (sighting: { readonly article: string; readonly name: string }) => string | null,
): Judgement => {
  const thing = (one: JudgementRecord['a']): Judgement['a'] => ({
    article: one.article,
    name: one.name,
    key: keyOf(one),
    summary: all.get(one.article) ?? null,
  })
  return { id, at, verdict, a: thing(a), b: thing(b), by, reason, undone: undone === undefined ? null : { ...undone } }
}

/** An entity of an article by its name there. */
export const entityNamed = <E extends { readonly name: { readonly ar: string } }>(
  entities: readonly E[],
  name: string,
): E | undefined => entities.find((entity) => foldKey(entity.name.ar) === foldKey(name))
