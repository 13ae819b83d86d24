import type { BylineReading } from './byline.js'
import { alikeAnonymous, type LocalSource, sameBody, sameNames, sameOutlet } from './local-sources.js'
import type { OriginArticle, OriginReason } from './origin.js'
import { across, covered, type TextTies } from './text-ties.js'

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
const SHIFT = 0.2

/** Joins what is one source in several articles: one body or speaker, one outlet, or one hidden source. */
export function mergeSources(sources: readonly LocalSource[], context: MergeContext): MergedSource[] {
  const parent = sources.map((_, i) => i)
  const why = new Map<string, OriginReason>()
  const find = (i: number): number => {
    let at = i
    while (parent[at] !== at) at = parent[at] ?? at
    return at
  }
  for (const [i, a] of sources.entries())
    for (let j = i + 1; j < sources.length; j++) {
      const b = sources[j]
      if (b === undefined) continue
      const reason = sameSource(a, b, context)
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

function sameSource(a: LocalSource, b: LocalSource, context: MergeContext): OriginReason | undefined {
  if (a.body !== undefined && b.body !== undefined && sameBody(a.body, b.body))
    return { code: 'same-body', values: { name: shorter(a.description, b.description) } }
  if (sameNames(a.names, b.names))
    return { code: 'same-person', values: { name: shorter(a.description, b.description) } }
  if (a.kind === 'outlet' && b.kind === 'outlet' && sameOutlet(a, b))
    return { code: 'same-outlet', values: { name: shorter(a.description, b.description) } }
  if (a.article === b.article) return undefined
  if (a.kind === 'social' && b.kind === 'social') return { code: 'same-description-and-channel' }
  if (a.kind === 'anonymous' && b.kind === 'anonymous' && alikeAnonymous(a, b)) {
    const [x, y] = [channelOf(a, context), channelOf(b, context)]
    if (x !== undefined && x === y) return { code: 'same-description-and-channel' }
  }
  const hidden = a.kind === 'anonymous' || b.kind === 'anonymous'
  if ((hidden || a.kind === b.kind) && sameWords(a, b, context)) return { code: 'shared-wording' }
  return undefined
}

const shorter = (a: string, b: string): string => (a.length <= b.length ? a : b)

/** Through whom a hidden source reaches us: the outlet it spoke to, the agency of the text, or the outlet itself. */
function channelOf(source: LocalSource, { articles, bylines }: MergeContext): string | undefined {
  if (source.channel !== undefined && source.channel !== 'own') return source.channel
  return bylines[source.article]?.agency?.id ?? articles[source.article]?.outlet
}

/** True when the two speak in one shared passage, at the same place of it. */
function sameWords(a: LocalSource, b: LocalSource, { ties }: MergeContext): boolean {
  for (const { here, there } of ties.shared(a.article, b.article))
    for (const m of a.mentions) {
      if (covered(m.sentence, [here]) < SENTENCE_SHARED) continue
      const place = across((m.sentence.start + m.sentence.end) / 2, here, there)
      const tolerance = SHIFT * (there.end - there.start)
      for (const n of b.mentions) {
        if (covered(n.sentence, [there]) < SENTENCE_SHARED) continue
        if (place >= n.sentence.start - tolerance && place <= n.sentence.end + tolerance) return true
      }
    }
  return false
}

/** Lineage carries a source to the articles that have its words and do not name it. */
function carry(one: MergedSource, all: readonly MergedSource[], { articles, ties }: MergeContext): void {
  const has = new Set(one.sources.map(({ article }) => article))
  for (const to of articles.keys()) {
    if (has.has(to)) continue
    for (const source of one.sources) {
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
