import type { Span } from '@isnad/text'
import type { BylineReading } from './byline.js'
import {
  alikeAnonymous,
  channelKey,
  isChannel,
  isPartOf,
  type LocalSource,
  outletsNamed,
  sameBody,
  sameNames,
  sameOffice,
  sameOutlet,
} from './local-sources.js'
import type { OriginArticle, OriginReason } from './origin.js'
import { OWN } from './source-mention.js'
import { covered, type TextTies } from './text-ties.js'

/** Sources of several articles that are one. */
export interface MergedSource {
  readonly sources: LocalSource[]
  readonly reasons: OriginReason[]
  /** Articles that carry what the source said without naming it, with the stretch that shows it. */
  readonly silent: Map<number, { readonly start: number; readonly end: number; readonly from: number }>
}

export interface MergeContext {
  readonly articles: readonly OriginArticle[]
  readonly bylines: readonly BylineReading[]
  readonly ties: TextTies
}

/** A mention stands in shared wording when most of its sentence does. */
const SENTENCE_SHARED = 0.6
/** How far the place of a source in a passage may shift between two texts, as a share of the passage. */
const SHIFT = 0.12

/** Joins what is one source in several articles: one body or speaker, one outlet, or one hidden source. */
export function mergeSources(sources: readonly LocalSource[], context: MergeContext): MergedSource[] {
  const parent = sources.map((_, i) => i)
  const why = new Map<string, OriginReason>()
  const find = (i: number): number => {
    let at = i
    while (parent[at] !== at) at = parent[at] ?? at
    return at
  }
  const worded = sameWordsOf(sources, context)
  for (const [i, a] of sources.entries())
    for (let j = i + 1; j < sources.length; j++) {
      const b = sources[j]
      if (b === undefined) continue
      const reason = sameSource(a, b, worded.has(`${i} ${j}`) || worded.has(`${j} ${i}`), context)
      if (reason === undefined || find(i) === find(j)) continue
      parent[find(j)] = find(i)
      why.set(`${find(i)} ${reason.code}`, reason)
    }
  const groups = new Map<number, MergedSource>()
  for (const [i, source] of sources.entries()) {
    const root = find(i)
    const group: MergedSource = groups.get(root) ?? { sources: [], reasons: [], silent: new Map() }
    group.sources.push(source)
    groups.set(root, group)
  }
  for (const [key, reason] of why) groups.get(find(Number(key.split(' ')[0])))?.reasons.push(reason)
  const merged = [...groups.values()]
  for (const one of merged) carry(one, merged, context)
  return merged
}

function sameSource(
  a: LocalSource,
  b: LocalSource,
  sameWords: boolean,
  context: MergeContext,
): OriginReason | undefined {
  if (a.body !== undefined && b.body !== undefined && (sameBody(a.body, b.body) || isPartOf(a, b) || isPartOf(b, a)))
    return { code: 'same-body', values: { name: shorter(a.description, b.description) } }
  if (a.kind === 'document' && b.kind === 'document' && a.head === b.head && sameStems(a, b))
    return { code: 'same-document', values: { name: shorter(a.description, b.description) } }
  if (sameNames(a.names, b.names) || sameOffice(a, b) || sharesCatalog(a, b))
    return { code: 'same-person', values: { name: shorter(a.description, b.description) } }
  if (a.kind === 'outlet' && b.kind === 'outlet' && sameOutlet(a, b))
    return { code: 'same-outlet', values: { name: shorter(a.description, b.description) } }
  if (isEditorOf(a, b) || isEditorOf(b, a))
    return { code: 'same-outlet', values: { name: shorter(a.description, b.description) } }
  if (a.article === b.article) return undefined
  if (a.kind === 'social' && b.kind === 'social') return { code: 'same-description-and-channel' }
  if (a.kind === 'anonymous' && b.kind === 'anonymous' && alikeAnonymous(a, b)) {
    const [x, y] = [channelOf(a, context), channelOf(b, context)]
    if (x === ANY || y === ANY || (x !== undefined && x === y)) return { code: 'same-description-and-channel' }
  }
  const hidden = a.kind === 'anonymous' || b.kind === 'anonymous'
  return (hidden || a.kind === b.kind) && sameWords ? { code: 'shared-wording' } : undefined
}

/** A paper and its editor speaking for it. */
const isEditorOf = (editor: LocalSource, paper: LocalSource): boolean =>
  editor.kind === 'person' &&
  paper.kind === 'outlet' &&
  editor.stems.has('تحرير') &&
  (editor.channel !== undefined
    ? isChannel(paper, editor.channel)
    : editor.article === paper.article && editor.stems.has(paper.head.replace(/ه$/, '')))

const sharesCatalog = (a: LocalSource, b: LocalSource): boolean => [...a.catalogIds].some((id) => b.catalogIds.has(id))

/** A word beside the first in common, or one that has none. */
function sameStems(a: LocalSource, b: LocalSource): boolean {
  const [x, y] = [a, b].map(({ stems, head }) => [...stems].filter((stem) => stem !== head))
  return x?.length === 0 || y?.length === 0 || x?.some((stem) => y?.includes(stem)) === true
}

const shorter = (a: string, b: string): string => (a.length <= b.length ? a : b)

/** «وسائل إعلام رسمية»: it may be any. */
const ANY = '*'

/** Through whom a hidden source reaches us: the outlet it spoke to, the agency of the text, or the outlet itself. */
function channelOf({ channel, article }: LocalSource, { articles, bylines }: MergeContext): string | undefined {
  if (channel !== undefined && channel !== OWN) return /وسائل/.test(channel) ? ANY : outletKey(channel)
  const { agency } = bylines[article] ?? {}
  if (agency !== undefined) return agency.id
  const own = articles[article]?.outlet
  return own === undefined ? undefined : outletKey(own)
}

/** An outlet by its catalog id, else by its bare name. */
const outletKey = (printed: string): string =>
  printed.startsWith('outlet.') ? printed : (outletsNamed(printed)[0]?.id ?? channelKey(printed))

/** Pairs of sources that speak at the same place of a passage that two texts share, as `i j`. */
function sameWordsOf(sources: readonly LocalSource[], { articles, ties }: MergeContext): Set<string> {
  const pairs = new Set<string>()
  for (const a of articles.keys())
    for (let b = a + 1; b < articles.length; b++)
      for (const { here, there } of ties.shared(a, b)) {
        const left = placesIn(sources, a, here)
        const right = placesIn(sources, b, there)
        for (const { source, at } of left) {
          const nearest = [...right].sort((x, y) => Math.abs(x.at - at) - Math.abs(y.at - at) || x.source - y.source)[0]
          if (nearest === undefined || Math.abs(nearest.at - at) > SHIFT) continue
          const back = [...left].sort((x, y) => Math.abs(x.at - nearest.at) - Math.abs(y.at - nearest.at))[0]
          if (back !== undefined && Math.abs(back.at - nearest.at) === Math.abs(at - nearest.at))
            pairs.add(`${source} ${nearest.source}`)
        }
      }
  return pairs
}

/** Where the sources of an article speak in a passage, as a share of the way through it. */
function placesIn(sources: readonly LocalSource[], article: number, passage: Span) {
  return sources.flatMap((source, i) =>
    source.article !== article
      ? []
      : source.mentions
          .filter((m) => covered(m.sentence, [passage]) >= SENTENCE_SHARED)
          .map((m) => ({ source: i, at: (m.claim.start - passage.start) / Math.max(1, passage.end - passage.start) })),
  )
}

/** Lineage carries a source to the articles that have its words and do not name it. */
function carry(one: MergedSource, all: readonly MergedSource[], { articles, ties }: MergeContext): void {
  const has = new Set(one.sources.map(({ article }) => article))
  for (const to of articles.keys()) {
    if (has.has(to)) continue
    for (const source of one.sources) {
      // What a body or a named man says is printed with his name; only a hidden source is known by its words alone.
      if (source.kind !== 'anonymous' && !ties.areOneText(source.article, to)) continue
      const shared = ties.shared(source.article, to).filter(({ words }) => words >= LEAST_WORDS)
      const kept = shared.find(({ here }) =>
        source.mentions.some((m) => covered(m.sentence, [here]) >= SENTENCE_SHARED),
      )
      if (kept === undefined) continue
      // Whoever names another source at this very place has taken the words from there.
      const others = all.some(
        (other) =>
          other !== one &&
          other.sources.some(
            (s) => s.article === to && s.mentions.some((m) => covered(m.sentence, [kept.there]) > 0.5),
          ),
      )
      if (others && !ties.areOneText(source.article, to)) continue
      one.silent.set(to, { ...kept.there, from: source.article })
      break
    }
  }
}

const LEAST_WORDS = 12
