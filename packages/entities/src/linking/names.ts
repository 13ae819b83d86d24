import type { FoundMention } from '../mentions/found.js'
import { headKinds, nisbaOf } from '../mentions/tables.js'
import type { Word } from '../mentions/words.js'
import { compareNames } from '../names/compare.js'
import { addTo, type Cluster, newCluster } from './cluster.js'

/** The words of a mention as they are compared: folded, the first without its clitics. */
export const keyOf = (words: readonly Word[], { first, last, start }: FoundMention): string =>
  words
    .slice(first, last + 1)
    .map((w, i) => (i > 0 || start === w.start ? w.whole : w.key))
    .join(' ')

const wordsIn = (key: string): readonly string[] => key.split(' ')

/** Word pairs that two bodies may not differ in: whose they are. */
function sameBelonging(a: FoundMention, b: FoundMention): boolean {
  return a.country === undefined || b.country === undefined || a.country === b.country
}

const isSubset = (short: readonly string[], long: readonly string[]): boolean => {
  let at = 0
  for (const word of long) if (at < short.length && short[at] === word) at++
  return at === short.length
}

/** «وزارة الخارجية» and «وزارة الخارجية الأمريكية», «حركة النجباء» and «النجباء». */
function sameBody(a: string, b: string): boolean {
  const [short, long] = a.length <= b.length ? [wordsIn(a), wordsIn(b)] : [wordsIn(b), wordsIn(a)]
  if (short.length === long.length || !isSubset(short, long)) return false
  if (short[0] === long[0]) return short.length > 1
  // Without the noun that opens the name: what is left must be the rest of it, and say something.
  const rest = long.slice(1)
  const head = long[0] ?? ''
  const only = short.length === 1 && nisbaOf((short[0] ?? '').replace(/^ال/, '')) !== undefined
  return !only && headKinds(head).has('body') && short[0] === rest[0] && isSubset(short, rest)
}

function shareEntry(cluster: Cluster, mention: FoundMention): boolean {
  if (mention.entries.length === 0) return false
  return cluster.mentions.some(
    (m) => m.kind === 'name' && m.entries.some((e) => mention.entries.some((f) => f.id === e.id)),
  )
}

const TERRITORY = new Set(['GPE', 'LOC', 'FAC'])

function samePerson(cluster: Cluster, key: string, entries: boolean): boolean {
  const parts = wordsIn(key)
  for (const name of cluster.names) {
    if (name === key) return true
    const theirs = wordsIn(name)
    if (parts.length === 1 || theirs.length === 1) {
      const [single, full] = parts.length === 1 ? [key, theirs] : [name, parts]
      if (full.length === 1) {
        if (compareNames(name, key).verdict === 'same') return true
        continue
      }
      const last = full[full.length - 1] ?? ''
      if (single === last || (single.replace(/^ال/, '') === last.replace(/^ال/, '') && single.length > 4)) return true
      if (single === full[0] && !entries) return true
      if (single.length > 3 && compareNames(single, last).verdict === 'same') return true
      continue
    }
    const { verdict, score } = compareNames(name, key)
    if (verdict === 'same' && score >= 0.6) return true
    const [short, long] = parts.length < theirs.length ? [parts, theirs] : [theirs, parts]
    if (short.length < long.length && isSubset(short, long)) return true
  }
  return false
}

/** Names put together: by spelling, by what the catalog knows, and by what a short form leaves out. */
export function clusterNames(words: readonly Word[], found: readonly FoundMention[]): Cluster[] {
  const clusters: Cluster[] = []
  const byKey = new Map<string, Cluster>()
  const named = found.filter((m) => m.kind === 'name')
  // Fuller people's names first, so that a family name finds its man wherever he is introduced.
  const people = named
    .filter((m) => m.type === 'PER')
    .sort((a, b) => Number(b.last > b.first) - Number(a.last > a.first) || a.start - b.start)
  const others = named.filter((m) => m.type !== 'PER')
  for (const mention of [...others, ...people]) {
    const key = keyOf(words, mention)
    const territory = TERRITORY.has(mention.type) ? 'place' : mention.type
    const known = byKey.get(`${territory}|${key}`)
    let home = known
    if (home === undefined) {
      const candidates = clusters.filter(
        (c) => c.type === mention.type || (territory === 'place' && TERRITORY.has(c.type)),
      )
      home = candidates.find(
        (c) =>
          shareEntry(c, mention) && (mention.type !== 'PER' || samePerson(c, key, true) || sharesSureEntry(c, mention)),
      )
      if (home === undefined && mention.type === 'PER')
        home = nearest(
          candidates.filter((c) => samePerson(c, key, false)),
          mention,
        )
      if (home === undefined && (mention.type === 'ORG' || mention.type === 'EVT-NAME'))
        home = nearest(
          candidates.filter(
            (c) => c.names.some((n) => sameBody(n, key)) && c.mentions.every((m) => sameBelonging(m, mention)),
          ),
          mention,
        )
    } else if (mention.type === 'PER' && mention.last === mention.first) {
      const candidates = clusters.filter((c) => c.type === 'PER' && samePerson(c, key, false))
      if (candidates.length > 1) home = nearest(candidates, mention) ?? known
    }
    if (home === undefined) {
      home = newCluster(mention, key)
      clusters.push(home)
    } else addTo(home, mention, key)
    if (!byKey.has(`${territory}|${key}`)) byKey.set(`${territory}|${key}`, home)
  }
  return clusters
}

/** Both are that one person and nobody else of the catalog. */
const sharesSureEntry = (cluster: Cluster, mention: FoundMention): boolean =>
  mention.entries.length === 1 &&
  cluster.mentions.some((m) => m.entries.length === 1 && m.entries[0]?.id === mention.entries[0]?.id)

/** The one whose last mention before this one stands nearest; else the first to come. */
function nearest(clusters: readonly Cluster[], mention: FoundMention): Cluster | undefined {
  if (clusters.length < 2) return clusters[0]
  let best: Cluster | undefined
  let distance = Number.POSITIVE_INFINITY
  for (const cluster of clusters) {
    for (const m of cluster.mentions) {
      if (m.kind !== 'name') continue
      const away = m.first <= mention.first ? mention.first - m.first : (m.first - mention.first) * 1000
      if (away < distance) {
        distance = away
        best = cluster
      }
    }
  }
  return best
}
