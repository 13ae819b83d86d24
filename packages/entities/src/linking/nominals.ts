import type { FoundMention, FoundRole } from '../mentions/found.js'
import type { Word } from '../mentions/words.js'
import { addTo, type Cluster, newCluster } from './cluster.js'
import { keyOf } from './names.js'

const FUNCTION = new Set('في من علي الي لدي باسم عن مع التابع التابعه'.split(' '))

/** Content words of a descriptor without their articles. */
function contentOf(title: string): readonly string[] {
  return title
    .split(' ')
    .filter((w) => !FUNCTION.has(w))
    .map((w) => w.replace(/^(?:لل|ال|بال)/, ''))
    .filter((w) => w.length > 1)
}

const subset = (a: readonly string[], b: readonly string[]): boolean => a.every((w) => b.includes(w))

/** Countries and offices that the article gives the people of a cluster. */
const rolesOf = (cluster: Cluster): readonly FoundRole[] => cluster.mentions.flatMap((m) => m.roles ?? [])

/** How well a descriptor fits a role that the article gave somebody: 0 not at all. */
function fit(words: readonly string[], country: string | undefined, role: FoundRole): number {
  const theirs = contentOf(role.title)
  if (words[0] === undefined || words[0] !== theirs[0]) return 0
  if (country !== undefined && role.country !== undefined && country !== role.country) return 0
  if (subset(words, theirs)) return 2 + words.length
  if (subset(theirs, words) && theirs.length > 1) return 1 + theirs.length
  return 0
}

function titledAntecedent(clusters: readonly Cluster[], mention: FoundMention): Cluster | undefined {
  const role = mention.roles?.[0]
  if (role === undefined) return undefined
  const words = contentOf(role.title)
  const ahead = words.length > 1
  let best: Cluster | undefined
  let score = 0
  for (const cluster of clusters) {
    if (cluster.type !== 'PER' || !cluster.named) continue
    let fitting = 0
    for (const theirs of rolesOf(cluster)) fitting = Math.max(fitting, fit(words, role.country, theirs))
    if (fitting === 0) continue
    const before = cluster.mentions.filter((m) => m.first < mention.first)
    if (before.length === 0 && !ahead) continue
    const distance = before.length === 0 ? 100000 : mention.first - Math.max(...before.map((m) => m.first))
    const value = fitting * 1000 + 999 * Math.exp(-distance / 200)
    if (value > score) {
      score = value
      best = cluster
    }
  }
  return best
}

function bodyAntecedent(clusters: readonly Cluster[], mention: FoundMention): Cluster | undefined {
  if (mention.last > mention.first || mention.head === undefined) return undefined
  let best: Cluster | undefined
  let nearest = Number.NEGATIVE_INFINITY
  for (const cluster of clusters) {
    if (cluster.type !== 'ORG' || !cluster.named) continue
    if (!cluster.mentions.some((m) => m.kind === 'name' && m.head === mention.head)) continue
    for (const m of cluster.mentions)
      if (m.first < mention.first && m.first > nearest) {
        nearest = m.first
        best = cluster
      }
  }
  return best
}

/** Puts descriptors where they belong: with the man or body they stand for, or with others that describe the same unnamed one. */
export function clusterNominals(words: readonly Word[], found: readonly FoundMention[], clusters: Cluster[]): void {
  const byKey = new Map<string, Cluster>()
  for (const mention of found) {
    if (mention.kind !== 'nominal') continue
    const key = keyOf(words, mention)
    const home =
      mention.by === 'title'
        ? titledAntecedent(clusters, mention)
        : mention.by === 'head' && mention.type === 'ORG'
          ? bodyAntecedent(clusters, mention)
          : undefined
    if (home !== undefined) {
      addTo(home, mention)
      continue
    }
    const definite = words[mention.first]?.definite === true || mention.by === 'title'
    const known =
      byKey.get(`${mention.type}|${key}`) ??
      (mention.by === 'group' && definite ? sameGroup(words, byKey, mention, key) : undefined)
    if (known !== undefined) addTo(known, mention)
    else {
      const cluster = newCluster(mention)
      clusters.push(cluster)
      byKey.set(`${mention.type}|${key}`, cluster)
    }
  }
}

/** «الميليشيات» behind «الميليشيات العراقية المدعومة من إيران». */
function sameGroup(
  words: readonly Word[],
  byKey: ReadonlyMap<string, Cluster>,
  mention: FoundMention,
  key: string,
): Cluster | undefined {
  const mine = contentOf(key)
  let best: Cluster | undefined
  for (const cluster of byKey.values()) {
    if (cluster.type !== mention.type) continue
    const fits = cluster.mentions.some((m) => {
      if (m.by !== 'group' || m.head !== mention.head) return false
      const theirs = contentOf(keyOf(words, m))
      return subset(mine, theirs) || subset(theirs, mine)
    })
    if (fits && (best === undefined || cluster.latest > best.latest)) best = cluster
  }
  return best
}
