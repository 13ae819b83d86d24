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

/** A role that the article gave somebody, and what its title says. */
interface Office {
  readonly role: FoundRole
  readonly words: readonly string[]
}

/** Somebody whom the article names. */
interface Holder {
  readonly cluster: Cluster
  readonly offices: readonly Office[]
  /** Whom the catalog knows by his name, where that is one man. */
  readonly catalogId: string | undefined
}

/** People and bodies that the article names, as descriptors ask for them. Descriptors add neither names nor offices. */
class Antecedents {
  readonly #clusters: readonly Cluster[]
  #holders: readonly Holder[] | undefined
  #bodies: ReadonlyMap<string, readonly Cluster[]> | undefined

  constructor(clusters: readonly Cluster[]) {
    this.#clusters = clusters.slice()
  }

  get holders(): readonly Holder[] {
    this.#holders ??= this.#clusters.filter(({ type, named }) => type === 'PER' && named).map(holderOf)
    return this.#holders
  }

  /** Bodies that some name of theirs opens with a noun. */
  headedBy(head: string): readonly Cluster[] {
    this.#bodies ??= bodiesByHead(this.#clusters)
    return this.#bodies.get(head) ?? []
  }
}

function holderOf(cluster: Cluster): Holder {
  const offices: Office[] = []
  const ids = new Set<string>()
  for (const { kind, roles, entries } of cluster.mentions) {
    if (kind === 'name') for (const role of roles ?? []) offices.push({ role, words: contentOf(role.title) })
    for (const { id } of entries) ids.add(id)
  }
  const [id] = ids
  return { cluster, offices, catalogId: ids.size === 1 ? id : undefined }
}

function bodiesByHead(clusters: readonly Cluster[]): ReadonlyMap<string, readonly Cluster[]> {
  const bodies = new Map<string, Cluster[]>()
  for (const cluster of clusters) {
    if (cluster.type !== 'ORG' || !cluster.named) continue
    for (const { kind, head } of cluster.mentions) {
      if (kind !== 'name' || head === undefined) continue
      const there = bodies.get(head)
      if (there === undefined) bodies.set(head, [cluster])
      else if (there.at(-1) !== cluster) there.push(cluster)
    }
  }
  return bodies
}

/** How well a descriptor fits a role that the article gave somebody: 0 not at all. */
function fit(mine: FoundRole, words: readonly string[], { role, words: theirs }: Office): number {
  if (mine.country !== undefined && role.country !== undefined && mine.country !== role.country) return 0
  if (mine.titleId !== undefined && mine.titleId === role.titleId && ONE_HOLDER.has(mine.titleId))
    return 3 + words.length
  if (words[0] === undefined || words[0] !== theirs[0]) return 0
  if (subset(words, theirs)) return 2 + words.length
  if (theirs.length > 1 && subset(theirs, words) && words.every((w) => theirs.includes(w) || nisbaOf(w) !== undefined))
    return 1 + theirs.length
  return 0
}

function titledAntecedent({ holders }: Antecedents, mention: FoundMention): Cluster | undefined {
  const role = mention.roles?.[0]
  if (role === undefined) return undefined
  const words = contentOf(role.title)
  const ahead = words.length > 1
  let best: Cluster | undefined
  let score = 0
  for (const { cluster, offices } of holders) {
    let fitting = 0
    for (const theirs of offices) fitting = Math.max(fitting, fit(role, words, theirs))
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
  { holders }: Antecedents,
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
  const fitting = holders.filter(
    ({ cluster, catalogId }) =>
      catalogId !== undefined &&
      cluster.mentions.some((m) => m.first < first) &&
      findPerson(catalogId, catalog)?.roles.some(isOffice) === true,
  )
  return fitting.length === 1 ? fitting[0]?.cluster : undefined
}

function bodyAntecedent(antecedents: Antecedents, mention: FoundMention): Cluster | undefined {
  if (mention.last > mention.first || mention.head === undefined) return undefined
  let best: Cluster | undefined
  let nearest = Number.NEGATIVE_INFINITY
  for (const cluster of antecedents.headedBy(mention.head))
    for (const m of cluster.mentions)
      if (m.first < mention.first && m.first > nearest) {
        nearest = m.first
        best = cluster
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
  const antecedents = new Antecedents(clusters)
  const byKey = new Map<string, Cluster>()
  const groups = new GroupIndex(words)
  for (const mention of found) {
    if (mention.kind !== 'nominal') continue
    const home =
      mention.by === 'title'
        ? (titledAntecedent(antecedents, mention) ?? officeAntecedent(antecedents, mention, context))
        : mention.by === 'head' && mention.type === 'ORG'
          ? bodyAntecedent(antecedents, mention)
          : undefined
    if (home !== undefined) {
      addTo(home, mention)
      continue
    }
    const single = mention.by === 'head' && mention.last === mention.first
    const key = `${mention.type}|${single ? (mention.head ?? '') : keyOf(words, mention)}`
    const known = byKey.get(key) ?? (mention.by === 'group' ? groups.find(mention) : undefined)
    if (known !== undefined) addTo(known, mention)
    else {
      const cluster = newCluster(mention)
      clusters.push(cluster)
      byKey.set(key, cluster)
      if (mention.by === 'group') groups.add(mention, cluster)
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
interface GroupName {
  readonly head: string
  readonly rest: readonly string[]
}

function groupOf(words: readonly Word[], { first, last }: FoundMention): GroupName {
  const parts: string[] = []
  for (let at = first; at <= last; at++) {
    const noun = words[at]?.noun.replace(/(?:ون|ين)$/, '') ?? ''
    if (noun.length > 1 && !FUNCTION.has(noun) && !COUNTING.test(noun)) parts.push(ALIKE[noun] ?? noun)
  }
  return { head: parts[0] ?? '', rest: parts.slice(1).filter((w) => !COMMON.test(w)) }
}

/** Described groups of one article by their nouns: «الميليشيات» behind «الميليشيات العراقية المدعومة من إيران». */
class GroupIndex {
  readonly #words: readonly Word[]
  readonly #clusters = new Map<string, Cluster[]>()
  readonly #names = new Map<FoundMention, GroupName>()

  constructor(words: readonly Word[]) {
    this.#words = words
  }

  add(mention: FoundMention, cluster: Cluster): void {
    const slot = this.#slotOf(mention)
    const there = this.#clusters.get(slot)
    if (there === undefined) this.#clusters.set(slot, [cluster])
    else there.push(cluster)
  }

  /** The latest of the same noun, where nothing sets them apart. */
  find(mention: FoundMention): Cluster | undefined {
    // «3 آخرين» twice are the same three only by their words; «قادة الفصائل» are whoever leads them.
    if (this.#words[mention.first]?.number === true || !isDefiniteGroup(this.#words, mention)) return undefined
    const mine = this.#nameOf(mention)
    let best: Cluster | undefined
    for (const cluster of this.#clusters.get(this.#slotOf(mention)) ?? []) {
      // «أحد الجنود» is none of «الجنود» as such; what lies inside another descriptor is not that one.
      if (cluster.mentions.some((m) => m.start < mention.end && mention.start < m.end)) continue
      const fits = cluster.mentions.some((m) => {
        const theirs = this.#nameOf(m)
        return theirs.head === mine.head && (subset(mine.rest, theirs.rest) || subset(theirs.rest, mine.rest))
      })
      if (fits && (best === undefined || cluster.latest > best.latest)) best = cluster
    }
    return best
  }

  #slotOf(mention: FoundMention): string {
    return `${mention.type}|${this.#nameOf(mention).head}`
  }

  #nameOf(mention: FoundMention): GroupName {
    let name = this.#names.get(mention)
    if (name === undefined) {
      name = groupOf(this.#words, mention)
      this.#names.set(mention, name)
    }
    return name
  }
}
