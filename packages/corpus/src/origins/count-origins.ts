import { findNisbas, findOutlet } from '@isnad/lexicon'
import { foldKey, sentences } from '@isnad/text'
import { profileOf } from '../stories/profile.js'
import { cosinesOf } from '../stories/term-views.js'
import { type BylineReading, readByline } from './byline.js'
import { CoreWords } from './core-words.js'
import { type LocalSource, localSources } from './local-sources.js'
import { type MergeContext, type MergedSource, mergeSources } from './merge-sources.js'
import type { Origin, OriginArticle, OriginCount, OriginEvidence, OriginKind } from './origin.js'
import { readSources } from './read-sources.js'
import { relationsOf } from './relations.js'
import { reportsOf } from './reports.js'
import { TextTies } from './text-ties.js'

/** From here on a source vouches for a decisive part of the happening. */
const CORE_AT = 0.24
/** An outlet quoted in passing is mostly background. */
const OUTLET_CORE_AT = 0.28
/** The opening of a report is about the happening; towards the end it turns to background. By rank of the sentence. */
const PLACES: readonly (readonly [from: number, bonus: number])[] = [
  [0, 0.08],
  [2, 0],
  [5, -0.06],
  [7, -0.15],
]
/** Here the report is over. */
const BACKGROUND_FROM = 7
/** Scholars and experts comment on what others know. */
const COMMENTS = 0.5
const EXPERT = /^(?:استاذ|خبير|محلل|باحث|كاتب|اكاديمي|مورخ|مراقب)/
/** Sentences that open a report. */
const OPENING = 2
/** The dead and hurt, mourning, and what an outlet itself brought out are decisive whatever their words. */
const DECISIVE = 0.2
/** Who stands in the headline speaks of his own affair. */
const OF_THE_HEADLINE = 0.15
const CASUALTIES = /(?:قتل|قتيل|جرح|جريح|اصاب|إصاب|أصيب|مصرع|مصاب|ضحايا|النار|وفاة|توفي)/u

export interface CountOptions {
  /** The articles are known to report one happening; none is left out. */
  readonly allReport?: boolean
}

/**
 * The independent origins of a happening: who vouches for it, each once, over all the articles that report it, whatever
 * outlet or agency passed his words on.
 */
export function countOrigins(articles: readonly OriginArticle[], options: CountOptions = {}): OriginCount {
  const ties = new TextTies(articles)
  const told = options.allReport === true ? new Set(articles.keys()) : reportsOf(articles, ties)
  const reports = articles.filter((_, i) => told.has(i))
  const core = new CoreWords(reports)
  const bylines = articles.map(({ byline, credits, outlet }) => readByline(byline, credits, outlet))
  const context: MergeContext = { articles, bylines, ties }
  const sources: LocalSource[] = []
  const hearsay: LocalSource[] = []
  for (const [i, article] of articles.entries()) {
    if (!told.has(i)) continue
    for (const source of localSources(i, readSources(article))) {
      source.core = coreOf(source, article, core)
      if (source.core < (source.kind === 'outlet' ? OUTLET_CORE_AT : CORE_AT)) continue
      if (isHearsay(source)) hearsay.push(source)
      else sources.push(source)
    }
  }
  const merged = mergeSources(sources, context)
  const drafts = merged.map((one) => draftOf(one, articles, told))
  drafts.push(...settleHearsay(hearsay, drafts, articles))
  drafts.push(...ownVoices(articles, bylines, drafts, told, ties))
  const origins = numbered(drafts, articles)
  return {
    reports: reports.map(({ id }) => id),
    origins,
    atLeast: Math.max(1, origins.filter(({ kind, mayEqual }) => kind !== 'unstated' && mayEqual === undefined).length),
    atMost: origins.length,
    relations: relationsOf(articles, ties, told, origins),
  }
}

function coreOf(
  { mentions, names, kind, head, body: of }: LocalSource,
  { title, body }: OriginArticle,
  core: CoreWords,
): number {
  let best = 0
  const early = mentions.some(({ at }) => at < BACKGROUND_FROM)
  const concerned =
    core.isOfHeadlines([...names, ...(of?.modifiers ?? [])]) || (of !== undefined && namesStem(title, of.head))
  for (const { claim, at, aside, denies, deplores, publishes, reacts } of mentions) {
    // A body concerned confirms what it deplores; anybody else's blame is an answer to it.
    if (reacts && !(deplores && concerned)) continue
    const place = PLACES.findLast(([from]) => at >= from)?.[1] ?? 0
    const decisive =
      deplores ||
      denies ||
      publishes ||
      kind === 'correspondent' ||
      (at < BACKGROUND_FROM && CASUALTIES.test(body.slice(claim.start, claim.end)))
    const share = core.share(body, claim) * (aside || EXPERT.test(head) ? COMMENTS : 1)
    best = Math.max(best, share + place + (decisive ? DECISIVE : 0))
  }
  return Math.min(
    1,
    best +
      ([...names].some((name) => namesStem(title, name)) || (kind === 'body' && concerned && early)
        ? OF_THE_HEADLINE
        : 0),
  )
}

/** How much of what «وسائل إعلام» are said to say must be what a listed source says. */
const SAME_CLAIM_AT = 0.35

/** «وسائل إعلام», and what is said to go round without a clip or a picture to show. */
const isHearsay = ({ kind, description }: LocalSource): boolean =>
  kind === 'vague-outlet' || (kind === 'social' && !/(?:مقطع|مقاطع|فيديو|صور|لقط)/.test(description))

/** «تقارير» and «وسائل إعلام» without a name stand for the listed source whose facts they repeat; else for nobody. */
function settleHearsay(
  hearsay: readonly LocalSource[],
  drafts: readonly Draft[],
  articles: readonly OriginArticle[],
): Draft[] {
  const posts: LocalSource[] = []
  for (const heard of hearsay) {
    const { article, mentions, kind } = heard
    const { id = '', body = '' } = articles[article] ?? {}
    let best: { draft: Draft; score: number; mention: (typeof mentions)[number] } | undefined
    for (const mention of mentions)
      for (const draft of drafts) {
        if (draft.evidence.some(({ at }) => at === article)) continue
        // Whoever denies it did not say it.
        if (mention.rumour && draft.sources.every(({ mentions: own }) => own.some(({ denies }) => denies))) continue
        for (const source of draft.sources)
          for (const other of source.mentions) {
            const theirs = articles[source.article]?.body ?? ''
            const score = sameClaim(
              body.slice(mention.claim.start, mention.claim.end),
              theirs.slice(other.claim.start, other.claim.end),
            )
            if (score >= SAME_CLAIM_AT && score > (best?.score ?? 0)) best = { draft, score, mention }
          }
      }
    if (best === undefined) {
      if (kind === 'social') posts.push(heard)
      continue
    }
    const { sentence } = best.mention
    best.draft.evidence.push({
      article: id,
      at: article,
      quote: body.slice(sentence.start, sentence.end),
      span: sentence,
      hearsay: true,
    })
    best.draft.reasons.push({ code: 'same-facts', values: { name: best.draft.name } })
  }
  if (posts.length === 0) return []
  const merged: MergedSource = { sources: posts, reasons: [], silent: new Map() }
  return [draftOf(merged, articles, new Set(posts.map(({ article }) => article)))]
}

/** Cosine of two claims over the weights of their stems. */
const sameClaim = (a: string, b: string): number => {
  const [x, y] = [a, b].map((text) => profileOf({ id: '', title: '', body: text }))
  return x === undefined || y === undefined ? 0 : cosinesOf(x, y).full
}

interface Draft {
  readonly kind: OriginKind
  readonly name: string
  readonly evidence: (OriginEvidence & { readonly at: number })[]
  readonly reasons: Origin['reasons'][number][]
  readonly sources: readonly LocalSource[]
}

function draftOf(
  { sources, reasons, silent }: MergedSource,
  articles: readonly OriginArticle[],
  told: ReadonlySet<number>,
): Draft {
  const best = [...sources].sort(
    (a, b) => b.core - a.core || b.description.length - a.description.length,
  )[0] as LocalSource
  const evidence: Draft['evidence'] = []
  for (const { article, mentions } of sources) {
    const [first] = mentions
    const { id = '', body = '' } = articles[article] ?? {}
    if (first === undefined || evidence.some((e) => e.at === article)) continue
    evidence.push({
      article: id,
      at: article,
      quote: body.slice(first.sentence.start, first.sentence.end),
      span: first.sentence,
    })
  }
  const why = [...reasons]
  for (const [article, { start, end, from }] of silent) {
    if (!told.has(article) || evidence.some((e) => e.at === article)) continue
    const { id = '', body = '' } = articles[article] ?? {}
    evidence.push({ article: id, at: article, quote: body.slice(start, end), span: { start, end } })
    why.push({ code: 'carried-by-text', values: { from: articles[from]?.id ?? '' } })
  }
  if (why.length === 0) why.push({ code: 'only-here' })
  return { kind: kindOf(best, sources), name: nameOf(best), evidence, reasons: why, sources }
}

const nameOf = ({ description, channel }: LocalSource): string =>
  channel === undefined || channel === 'own' ? description : `${description} (${channel})`

function kindOf(best: LocalSource, sources: readonly LocalSource[]): OriginKind {
  const mentions = sources.flatMap((s) => s.mentions)
  switch (best.kind) {
    case 'anonymous':
      return sources.every((s) => s.kind === 'anonymous') ? 'anonymous-source' : 'named-speaker'
    case 'document':
      return 'document'
    case 'outlet':
      return 'outlet-report'
    case 'social':
      return 'social-post'
    case 'correspondent':
      return 'own-correspondent'
    case 'body':
      return 'official-statement'
    default:
      if (mentions.some((m) => m.interview)) return 'interview'
      if (mentions.some((m) => m.conference)) return 'press-conference'
      return 'named-speaker'
  }
}

/** Articles that assert the core without naming anybody: the agency, the reporter, or nobody. */
function ownVoices(
  articles: readonly OriginArticle[],
  bylines: readonly BylineReading[],
  drafts: readonly Draft[],
  told: ReadonlySet<number>,
  ties: TextTies,
): Draft[] {
  const voices = new Map<string, Draft>()
  const alone = new Set<number>()
  for (const i of told) {
    const own = drafts.filter(({ evidence }) => evidence.some((e) => e.at === i))
    if (own.length === 0 || tellsUnaided(i, own, bylines[i]?.reporter !== undefined, articles, ties)) alone.add(i)
  }
  // Where another print of one text names its sources, a signature under this one makes no second origin.
  const open = [...alone].filter((i) => {
    const named = drafts.some(({ evidence }) => evidence.some((e) => e.at === i))
    return !named || [...told].every((j) => j === i || alone.has(j) || !ties.areOneText(i, j))
  })
  const speak = (i: number, key: string, kind: OriginKind, name: string, field?: 'byline'): void => {
    const { id = '', body = '', byline = '' } = articles[i] ?? {}
    const reason =
      kind === 'unstated'
        ? ({ code: 'nobody-named' } as const)
        : kind === 'agency-dispatch'
          ? ({ code: 'same-agency', values: { name } } as const)
          : ({ code: 'own-voice' } as const)
    const draft: Draft = voices.get(key) ?? { kind, name, evidence: [], reasons: [reason], sources: [] }
    const quote = field === 'byline' && byline !== '' ? byline : firstLine(body)
    draft.evidence.push({ article: id, at: i, quote, ...(field === 'byline' && byline !== '' ? { field } : {}) })
    voices.set(key, draft)
  }
  const placed = new Map<number, string>()
  for (const i of open) {
    const { agency, reporter } = bylines[i] ?? {}
    // One text under two signatures is one origin.
    const twin = [...placed].find(([j]) => ties.areOneText(i, j))?.[1]
    if (agency !== undefined) {
      const key = twin ?? `agency ${agency.id}`
      speak(i, key, 'agency-dispatch', agency.name, 'byline')
      placed.set(i, key)
    } else if (
      reporter !== undefined &&
      !open.some((j) => j !== i && bylines[j]?.agency !== undefined && ties.areOneText(i, j))
    ) {
      const key = twin ?? `reporter ${reporter}`
      speak(i, key, 'own-correspondent', reporter, 'byline')
      placed.set(i, key)
    }
  }
  for (const i of open) {
    if (placed.has(i)) continue
    const from = [...placed].find(([j]) => ties.areOneText(i, j))
    if (from !== undefined) {
      const draft = voices.get(from[1])
      speak(i, from[1], draft?.kind ?? 'unstated', draft?.name ?? '')
      draft?.reasons.push({ code: 'carried-by-text', values: { from: articles[from[0]]?.id ?? '' } })
    } else {
      speak(i, 'unstated', 'unstated', '')
      if (open.some((j) => j < i && !placed.has(j) && haveOneOwner(articles[i], articles[j]) && ties.areOneText(i, j)))
        voices.get('unstated')?.reasons.push({ code: 'same-owner' })
    }
  }
  return [...voices.values()]
}

/**
 * Whether an article tells the core in its own voice although it names sources: none of them speaks in its opening or
 * acts in it, and nobody who writes apart from it rests on them.
 */
function tellsUnaided(
  i: number,
  own: readonly Draft[],
  signed: boolean,
  articles: readonly OriginArticle[],
  ties: TextTies,
): boolean {
  const sources = own.flatMap((draft) => draft.sources.filter((s) => s.article === i))
  if (sources.length < own.length) return false
  // A signed report or a dispatch that shows a post or quotes a paper after its first sentence has told the news itself.
  const told = signed && sources.every(({ kind }) => kind === 'social' || kind === 'outlet') ? 1 : OPENING
  if (sources.some(({ mentions }) => (mentions[0]?.at ?? 0) < told)) return false
  const { title = '', body = '' } = articles[i] ?? {}
  const opening = `${title}\n${openingOf(body)}`
  // Who did the thing and then speaks of it tells what the agency tells.
  if (
    sources.some(
      (s) => s.core >= ACTOR_AT && s.kind === 'person' && [...s.stems].some((stem) => namesStem(opening, stem)),
    )
  )
    return false
  return own.every(({ evidence }) => evidence.every(({ at }) => at === i || ties.areOneText(i, at)))
}

const ACTOR_AT = 0.6

const openingOf = (body: string): string =>
  sentences({ frame: 'article', value: body })
    .slice(0, OPENING)
    .map(({ start, end }) => body.slice(start, end))
    .join('\n')

const namesStem = (text: string, stem: string): boolean => stem.length > 3 && foldKey(text).includes(stem)

/** Outlets of one house, by the catalog. */
function haveOneOwner(a: OriginArticle | undefined, b: OriginArticle | undefined): boolean {
  const family = findOutlet(a?.outlet ?? '')?.ownerFamily
  return family !== undefined && family === findOutlet(b?.outlet ?? '')?.ownerFamily
}

const firstLine = (body: string): string => body.trim().split('\n')[0] ?? ''

/** Sources by how many articles they stand behind; ids in that order. */
function numbered(drafts: readonly Draft[], articles: readonly OriginArticle[]): Origin[] {
  const order = [...drafts].sort(
    (a, b) => b.evidence.length - a.evidence.length || first(a) - first(b) || (a.name < b.name ? -1 : 1),
  )
  const made = order.map((draft, at): Origin => {
    const { kind, name, evidence, reasons } = draft
    const ids = new Set(evidence.map(({ article }) => article))
    return {
      id: `o${at + 1}`,
      kind,
      name,
      articles: articles.filter(({ id }) => ids.has(id)).map(({ id }) => id),
      evidence: evidence.map(({ at: _, ...rest }) => rest),
      reasons,
      ...(deniesIn(draft, articles) ? { denies: true as const } : {}),
    }
  })
  return made.map((origin, at) => {
    const twin = mayEqual(order[at] as Draft, order, made)
    if (twin === undefined) return origin
    const name = made.find(({ id }) => id === twin)?.name ?? ''
    return { ...origin, mayEqual: twin, reasons: [...origin.reasons, { code: 'no-conflict', values: { name } }] }
  })
}

/** A denial by its verb («نفت»), or by what is said («لم ينفذ أي …»). */
const deniesIn = ({ sources }: Draft, articles: readonly OriginArticle[]): boolean =>
  sources.some(({ article, mentions }) =>
    mentions.some(
      ({ denies, claim, carried }) =>
        denies || (!carried && DENIAL.test((articles[article]?.body ?? '').slice(claim.start, claim.end).trim())),
    ),
  )
const DENIAL =
  /^(?:[،,:"«“]\s*)*(?:(?:إن|أن|انه|أنه|إنه|أنها|بأن)\s*["«“]?\s*)?(?:\p{L}+\s+){0,2}?["«“]?(?:لم|لا صحة|ليس|غير صحيح|لن يحدث)(?!\p{L})/u

const first = ({ evidence }: Draft): number => Math.min(...evidence.map(({ at }) => at))

/**
 * Which listed origin a hidden one may be: the body it is said to sit in («مصدر بالقصر»), or, for sources described by their
 * country alone and for posts of nobody in particular, another source of the same facts.
 */
function mayEqual(draft: Draft, order: readonly Draft[], made: readonly Origin[]): string | undefined {
  const idOf = (fits: (other: Draft) => boolean): string | undefined =>
    made[order.findIndex((o) => o !== draft && fits(o))]?.id
  if (draft.kind === 'social-post')
    return draft.sources.every(isHearsay)
      ? idOf(({ kind }) => kind === 'official-statement' || kind === 'named-speaker')
      : undefined
  if (draft.kind !== 'anonymous-source') return undefined
  const words = draft.sources.flatMap((s) => [...s.stems].filter((w) => w !== s.head))
  const within = idOf(({ sources }) =>
    sources.some(({ body }) => body !== undefined && words.some((w) => body.head.startsWith(w) && w.length > 2)),
  )
  if (within !== undefined) return within
  const byCountry = words.length > 0 && words.every((w) => findNisbas(w).length > 0)
  if (!byCountry) return undefined
  const here = new Set(draft.evidence.map(({ at }) => at))
  return idOf(
    ({ kind, evidence }) =>
      kind === 'anonymous-source' && evidence.length > draft.evidence.length && evidence.some(({ at }) => here.has(at)),
  )
}
