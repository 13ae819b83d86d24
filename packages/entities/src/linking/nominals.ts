import { type DataSource, findPerson, type Role } from '@isnad/lexicon'
import { foldKey } from '@isnad/text'
import type { FoundMention, FoundRole } from '../mentions/found.js'
import { nisbaOf } from '../mentions/tables.js'
import type { Word } from '../mentions/words.js'
import { inYears } from './catalog.js'
import { addTo, type Cluster, newCluster } from './cluster.js'
import { keyOf } from './names.js'

const FUNCTION = new Set('في من علي الي لدي باسم عن مع التابع التابعه'.split(' '))

/** Content words of a descriptor without their articles. */
function contentOf(title: string): readonly string[] {
  return foldKey(title)
    .split(' ')
    .filter((w) => !FUNCTION.has(w))
    .map((w) => w.replace(/^(?:لل|ال|بال)/, ''))
    .filter((w) => w.length > 1)
}

const subset = (a: readonly string[], b: readonly string[]): boolean => a.every((w) => b.includes(w))

/** Countries and offices that the article gives the people of a cluster. */
const rolesOf = (cluster: Cluster): readonly FoundRole[] =>
  cluster.mentions.flatMap((m) => (m.kind === 'name' ? (m.roles ?? []) : []))

/** Offices that only one holds in a country, whatever they are called: «رئيس الحكومة» is «رئيس الوزراء». */
const ONE_HOLDER = new Set([
  'title.prime-minister',
  'title.king',
  'title.crown-prince',
  'title.deputy-crown-prince',
  'title.emir',
  'title.sultan',
  'title.secretary-of-state',
  'title.defence-minister',
  'title.interior-minister',
])

/** How well a descriptor fits a role that the article gave somebody: 0 not at all. */
function fit(mine: FoundRole, words: readonly string[], role: FoundRole): number {
  const theirs = contentOf(role.title)
  if (mine.country !== undefined && role.country !== undefined && mine.country !== role.country) return 0
  if (mine.titleId !== undefined && mine.titleId === role.titleId && ONE_HOLDER.has(mine.titleId))
    return 3 + words.length
  if (words[0] === undefined || words[0] !== theirs[0]) return 0
  if (subset(words, theirs)) return 2 + words.length
  if (theirs.length > 1 && subset(theirs, words) && words.every((w) => theirs.includes(w) || nisbaOf(w) !== undefined))
    return 1 + theirs.length
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
    for (const theirs of rolesOf(cluster)) fitting = Math.max(fitting, fit(role, words, theirs))
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

/** When the article was published, and the catalog that knows who held what. */
export interface OfficeContext {
  readonly published?: string | undefined
  readonly catalog?: DataSource | undefined
}

/** «الرئيس الفرنسي»: of a country, the one man of the article whom the catalog has in that office on the day. */
function officeAntecedent(
  clusters: readonly Cluster[],
  { roles, first }: FoundMention,
  { published, catalog }: OfficeContext,
): Cluster | undefined {
  const role = roles?.[0]
  if (role?.country === undefined || role.titleId === undefined || role.standing !== undefined) return undefined
  const { titleId, country } = role
  const isOffice = (known: Role): boolean =>
    known.title === titleId &&
    (known.at === country ||
      (ONE_HOLDER.has(titleId) && known.at?.startsWith(`org.${country.toLowerCase()}.`) === true)) &&
    (published === undefined || inYears(known, published))
  const fitting = clusters.filter(({ type, named, mentions }) => {
    if (type !== 'PER' || !named || !mentions.some((m) => m.first < first)) return false
    const ids = new Set(mentions.flatMap(({ entries }) => entries.map(({ id }) => id)))
    const [id] = ids
    return ids.size === 1 && id !== undefined && findPerson(id, catalog)?.roles.some(isOffice) === true
  })
  return fitting.length === 1 ? fitting[0] : undefined
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

/** Some word of it has the article or a pronoun, or it ends in a name: the reader knows which group is meant. */
const isDefiniteGroup = (words: readonly Word[], { first, last }: FoundMention): boolean =>
  words.slice(first, last + 1).some((w) => w.definite || w.pronoun)

/** Puts descriptors where they belong: with the man or body they stand for, or with others that describe the same unnamed one. */
export function clusterNominals(
  words: readonly Word[],
  found: readonly FoundMention[],
  clusters: Cluster[],
  context: OfficeContext = {},
): void {
  const byKey = new Map<string, Cluster>()
  const groups = new Map<string, Cluster[]>()
  for (const mention of found) {
    if (mention.kind !== 'nominal') continue
    const single = mention.by === 'head' && mention.last === mention.first
    const key = single ? (mention.head ?? '') : keyOf(words, mention)
    const home =
      mention.by === 'title'
        ? (titledAntecedent(clusters, mention) ?? officeAntecedent(clusters, mention, context))
        : mention.by === 'head' && mention.type === 'ORG'
          ? bodyAntecedent(clusters, mention)
          : undefined
    if (home !== undefined) {
      addTo(home, mention)
      continue
    }
    // «3 آخرين» twice are the same three only by their words; «قادة الفصائل» are whoever leads them.
    const counted =
      mention.by === 'group' && (words[mention.first]?.number === true || !isDefiniteGroup(words, mention))
    const slot = `${mention.type}|${groupOf(words, mention).head}`
    const known =
      byKey.get(`${mention.type}|${key}`) ??
      (mention.by === 'group' && !counted ? sameGroup(words, groups.get(slot) ?? [], mention) : undefined)
    if (known !== undefined) addTo(known, mention)
    else {
      const cluster = newCluster(mention)
      clusters.push(cluster)
      byKey.set(`${mention.type}|${key}`, cluster)
      if (mention.by === 'group') {
        const there = groups.get(slot)
        if (there === undefined) groups.set(slot, [cluster])
        else there.push(cluster)
      }
    }
  }
}

/** Words that tell how many of a group, or point at it. */
const COUNTING = /^(?:عدد|مجموعه|بعض|اغلب|معظم|جميع|كل|احد|احدي|العديد|عديد|هذا|هذه|هولاء|كبار|نحو|حوالي|من|\d+)$/
/** Nouns that papers use of one and the same group. */
const ALIKE: Readonly<Record<string, string>> = {
  مليشيات: 'فصايل',
  ميليشيات: 'فصايل',
  مليشيا: 'فصايل',
  ميليشيا: 'فصايل',
  فصيل: 'فصايل',
  قيادات: 'قاده',
  افراد: 'عناصر',
  مسلحو: 'عناصر',
  مسلحي: 'عناصر',
}
/** Adjectives that set no group apart from another. */
const COMMON = /^(?:مسلح|مسلحه|مسلحين|مسلحون)$/

/** A group's noun and what sets it apart, in forms that case and spelling do not change. */
function groupOf(words: readonly Word[], mention: FoundMention): { head: string; rest: readonly string[] } {
  const parts = words
    .slice(mention.first, mention.last + 1)
    .map((w) => w.noun.replace(/(?:ون|ين)$/, ''))
    .filter((w) => w.length > 1 && !FUNCTION.has(w) && !COUNTING.test(w))
    .map((w) => ALIKE[w] ?? w)
  return { head: parts[0] ?? '', rest: parts.slice(1).filter((w) => !COMMON.test(w)) }
}

/** «الميليشيات» behind «الميليشيات العراقية المدعومة من إيران»: same noun, and nothing that sets them apart. */
function sameGroup(words: readonly Word[], groups: readonly Cluster[], mention: FoundMention): Cluster | undefined {
  const mine = groupOf(words, mention)
  let best: Cluster | undefined
  for (const cluster of groups) {
    if (cluster.type !== mention.type) continue
    // «أحد الجنود» is none of «الجنود» as such; what lies inside another descriptor is not that one.
    if (cluster.mentions.some((m) => m.start < mention.end && mention.start < m.end)) continue
    const fits = cluster.mentions.some((m) => {
      const theirs = groupOf(words, m)
      return theirs.head === mine.head && (subset(mine.rest, theirs.rest) || subset(theirs.rest, mine.rest))
    })
    if (fits && (best === undefined || cluster.latest > best.latest)) best = cluster
  }
  return best
}
