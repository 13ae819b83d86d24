import { loadCountries, nameKey } from '@isnad/lexicon'
import type { EntityType } from '../entity.js'
import type { FoundMention } from '../mentions/found.js'
import { headKinds, nisbaOf } from '../mentions/tables.js'
import type { Word } from '../mentions/words.js'
import { nameScore, SAME_AT } from '../names/compare.js'
import { Kept } from '../prepared/kept.js'
import { addTo, type Cluster, type ClusterName, newCluster } from './cluster.js'

/** The words of a mention as they are compared: folded, the first without its clitics. */
export const keyOf = (words: readonly Word[], { first, last, start }: FoundMention): string =>
  partsOf(words, first, last, start).join(' ')

function partsOf(words: readonly Word[], first: number, last: number, start: number): string[] {
  const parts: string[] = []
  for (let at = first; at <= last; at++) {
    const word = words[at]
    if (word !== undefined) parts.push(at > first || start === word.start ? word.whole : word.key)
  }
  return parts
}

const isSubset = (short: readonly string[], long: readonly string[]): boolean => {
  let at = 0
  for (const word of long) if (at < short.length && short[at] === word) at++
  return at === short.length
}

const WEAK_LETTERS = /[اويءهةى]/g

const withoutArticle = (word: string): string => (word.startsWith('ال') ? word.slice(2) : word)

const consonants = new Kept<string>(1 << 14)

/** What is left of a word without the letters that spellings write or leave out. */
function consonantsOf(word: string): string {
  let left = consonants.get(word)
  if (left === undefined) {
    left = word.replace(WEAK_LETTERS, '')
    consonants.set(word, left)
  }
  return left
}

const alike = new Kept<boolean>(1 << 14)

/** Whether two words are spellings of one; an article asks the same pair for each mention of a name. */
function spelledAlike(a: string, b: string): boolean {
  const pair = `${a} ${b}`
  let same = alike.get(pair)
  if (same === undefined) {
    same = nameScore(a, b) >= SAME_AT
    alike.set(pair, same)
  }
  return same
}

/** «قاآني», «قآني», «قاني»: two spellings of one word, as far as one article may print it. */
function sameWord(a: string, b: string): boolean {
  if (a === b) return true
  const [x, y] = [withoutArticle(a), withoutArticle(b)]
  if (x === y) return x.length > 2
  const skeleton = consonantsOf(x)
  return skeleton.length > 1 && skeleton === consonantsOf(y) && spelledAlike(x, y)
}

/** What a body is called apart from whose it is: content words, bare, in order of the alphabet, and its country. */
function signatureOf({ words: printed, country }: ClusterName): string {
  const words = printed
    .map((w) => withoutArticle(w.replace(/^لل/, '')))
    .map((w) => (/^ل.{3,}/.test(w) ? w.slice(1) : w))
  const own = words.filter((w) => nisbaOf(w)?.country !== country && countryNames().get(w) !== country)
  return own.length === words.length ? '' : own.sort().join(' ')
}

/** Countries by each of their one-word names without the article. */
let countries: Map<string, string> | undefined
function countryNames(): ReadonlyMap<string, string> {
  if (countries === undefined) {
    countries = new Map()
    for (const { code, ar, variantsAr } of loadCountries())
      for (const name of [ar, ...variantsAr]) countries.set(withoutArticle(nameKey(name)), code)
  }
  return countries
}

/** Country of a body: by a nisba in its name, or by the country it is called after («جيش سوريا»). */
function countryOf(words: readonly string[], mention: FoundMention): string | undefined {
  if (mention.country !== undefined) return mention.country
  for (const word of words) {
    const code = countryNames().get(withoutArticle(word))
    if (code !== undefined) return code
  }
  return undefined
}

/** «وزارة الخارجية» and «وزارة الخارجية الأمريكية», «حركة النجباء» and «النجباء», «جيش سوريا» and «الجيش السوري». */
function sameBody(a: ClusterName, b: ClusterName): boolean {
  if (a.country !== undefined && b.country !== undefined) {
    if (a.country !== b.country) return false
    const signature = signatureOf(a)
    if (signature !== '' && signature === signatureOf(b)) return true
  }
  const [short, long] = a.words.length <= b.words.length ? [a.words, b.words] : [b.words, a.words]
  if (short.length === long.length || !isSubset(short, long)) return false
  if (short[0] === long[0]) return short.length > 1
  // Without the noun that opens the name: what is left must be the rest of it, and say something.
  const rest = long.slice(1)
  const head = long[0] ?? ''
  const only = short.length === 1 && nisbaOf(withoutArticle(short[0] ?? '')) !== undefined
  return !only && headKinds(head).has('body') && short[0] === rest[0] && isSubset(short, rest)
}

/** «القنصلية الأمريكية في البصرة» and «قنصلية البصرة». */
function sameSite(a: ClusterName, b: ClusterName): boolean {
  const bare = ({ words }: ClusterName): string[] => words.map(withoutArticle)
  const [short, long] = a.words.length <= b.words.length ? [bare(a), bare(b)] : [bare(b), bare(a)]
  return short.length > 1 && short[0] === long[0] && isSubset(short, long)
}

const LEADING = /^(?:بن|ابن|ال|ابو)$/

/** Two ways to name one man, as far as one article goes: a part left out, another spelling. */
function samePerson(a: ClusterName, b: ClusterName): boolean {
  if (a.key === b.key) return true
  const [short, long] = a.words.length <= b.words.length ? [a.words, b.words] : [b.words, a.words]
  const first = short[0] ?? ''
  const last = short[short.length - 1] ?? ''
  const longLast = long[long.length - 1] ?? ''
  if (short.length === 1) return sameWord(last, longLast) || (long.length > 1 && last === long[0])
  if (short.length < long.length && (isSubset(short, long) || (LEADING.test(first) && sameWord(last, longLast))))
    return true
  if (!sameWord(last, longLast)) return false
  const given = long[0] ?? ''
  // «غريغوري», «جريجوري»: with one family name a given name may be spelled with other consonants.
  return sameWord(first, given) || (last === longLast && first.length > 3 && spelledAlike(first, given))
}

/** «المملكة» for the kingdom named in full. */
const sameKingdom = (a: ClusterName, b: ClusterName): boolean =>
  (a.key === 'المملكه') !== (b.key === 'المملكه') && a.words[0] === b.words[0]

const SAME: Readonly<Record<string, (a: ClusterName, b: ClusterName) => boolean>> = {
  PER: samePerson,
  ORG: sameBody,
  'EVT-NAME': sameBody,
  FAC: sameSite,
  GPE: sameKingdom,
}

const TERRITORY: ReadonlySet<string> = new Set(['GPE', 'LOC', 'FAC'])

/** «عبد الرحمن», «أبو الغيط»: printed in one word as often. */
const COMPOUNDS = /(^| )(عبد|ابو|ابي|ابا) (?=ال)/g

/** Clusters of one article, found again by the words of their names and by what the catalog has for them. */
class NameLinker {
  readonly clusters: Cluster[] = []
  readonly #byKey = new Map<string, Cluster>()
  /** For each type apart. */
  readonly #byWord = new Map<EntityType, Map<string, Cluster[]>>()
  readonly #byEntry = new Map<string, Cluster[]>()
  readonly #words: readonly Word[]
  /** The mention before, with its cluster: a second name in brackets goes with it. */
  #previous: { readonly mention: FoundMention; readonly cluster: Cluster } | undefined

  constructor(words: readonly Word[]) {
    this.#words = words
  }

  add(mention: FoundMention): void {
    const printed = keyOf(this.#words, mention)
    const mayJoin = mention.type === 'PER' && printed.includes(' ال')
    const key = mayJoin ? printed.replace(COMPOUNDS, '$1$2') : printed
    const parts = key.split(' ')
    const country = mention.type === 'PER' ? undefined : countryOf(parts, mention)
    const name = { key, words: parts, country }
    const slot = `${TERRITORY.has(mention.type) ? 'place' : mention.type}|${key}`
    const known = this.#byKey.get(slot)
    let home = known
    if (known === undefined)
      home = this.#byAlias(mention) ?? this.#byCatalog(mention, name) ?? this.#bySpelling(mention, name)
    else if (mention.type === 'PER' && parts.length === 1) home = this.#bySpelling(mention, name) ?? known
    if (home === undefined) {
      home = newCluster(mention, name)
      this.clusters.push(home)
    } else addTo(home, mention, name)
    if (known === undefined) this.#byKey.set(slot, home)
    const byWord = this.#wordsOf(mention.type)
    for (const word of parts) into(byWord, skeletonOf(word), home)
    for (const { id } of mention.entries) into(this.#byEntry, id, home)
    this.#previous = { mention, cluster: home }
  }

  /** «هيئة الإذاعة البريطانية (بي بي سي)»: a second name in brackets or quotation marks behind the first. */
  #byAlias(mention: FoundMention): Cluster | undefined {
    const word = this.#words[mention.first]
    const previous = this.#previous
    if (
      (mention.type !== 'ORG' && !/^[A-Za-z]/.test(word?.printed ?? '')) ||
      word === undefined ||
      !/^["»”“]?\s*[(«"“]/.test(word.before)
    )
      return undefined
    if (previous?.cluster.type !== mention.type || previous.mention.last !== mention.first - 1) return undefined
    return previous.cluster
  }

  #byCatalog(mention: FoundMention, name: ClusterName): Cluster | undefined {
    for (const { id } of mention.entries) {
      for (const cluster of this.#byEntry.get(id) ?? []) {
        if (cluster.type !== mention.type && !(TERRITORY.has(cluster.type) && TERRITORY.has(mention.type))) continue
        if (mention.type !== 'PER') return cluster
        const alone = mention.entries.length === 1
        const sure = alone && cluster.mentions.some((m) => m.entries.length === 1 && m.entries[0]?.id === id)
        if (sure || cluster.names.some((theirs) => samePerson(theirs, name))) return cluster
      }
    }
    return undefined
  }

  #bySpelling(mention: FoundMention, name: ClusterName): Cluster | undefined {
    const same = SAME[mention.type]
    if (same === undefined) return undefined
    const byWord = this.#wordsOf(mention.type)
    const found: Cluster[] = []
    for (const word of name.words)
      for (const cluster of byWord.get(skeletonOf(word)) ?? [])
        if (!found.includes(cluster) && cluster.names.some((theirs) => same(theirs, name)) && !meets(cluster, mention))
          found.push(cluster)
    return nearest(this.#ofGender(found, mention), mention)
  }

  /** «قالت البحيري»: of two who bear the name, the woman; the man behind a masculine verb. */
  #ofGender(clusters: readonly Cluster[], mention: FoundMention): readonly Cluster[] {
    if (clusters.length < 2 || mention.type !== 'PER') return clusters
    const verb = SAYS.exec(this.#words[mention.first - 1]?.whole ?? '')
    if (verb === null) return clusters
    const asked = verb[1] === 'ت' || verb[2] !== undefined
    const agreeing = clusters.filter((cluster) => isWoman(cluster) === asked)
    return agreeing.length === 0 ? clusters : agreeing
  }

  #wordsOf(type: EntityType): Map<string, Cluster[]> {
    let byWord = this.#byWord.get(type)
    if (byWord === undefined) {
      byWord = new Map()
      this.#byWord.set(type, byWord)
    }
    return byWord
  }
}

/** Verbs of saying, masculine or, told by their ت, feminine. */
const SAYS =
  /^[وف]?(?:قال|اكد|اضاف|اوضح|صرح|اعلن|كشف|حذر|اعتبر|افاد|اشار|لفت|شدد|تابع|ذكر|رد|كتب)(ت)?$|^[وف]?(ت)(?:قول|وكد|ضيف|ري)$/

/** Somebody whose office is told with ة: «وزيرة الصحة». */
const isWoman = ({ mentions }: Cluster): boolean =>
  mentions.some(({ roles }) => roles?.some(({ title }) => /^\S+ة(?:\s|$)/u.test(title)) === true)

/** One lies inside the other: «قيادة {حرس الحدود}» are two bodies. */
const meets = ({ mentions }: Cluster, { start, end }: FoundMention): boolean =>
  mentions.some((m) => m.start < end && start < m.end)

const into = (index: Map<string, Cluster[]>, key: string, cluster: Cluster): void => {
  const there = index.get(key)
  if (there === undefined) index.set(key, [cluster])
  else if (!there.includes(cluster)) there.push(cluster)
}

/** By what words of two spellings are found: consonants alone, or the word where it has none. */
function skeletonOf(word: string): string {
  const bare = withoutArticle(word)
  return consonantsOf(bare) || bare
}

/** Names put together: by spelling, by what the catalog knows, and by what a short form leaves out. */
export function clusterNames(words: readonly Word[], found: readonly FoundMention[]): Cluster[] {
  const linker = new NameLinker(words)
  const named = found.filter((m) => m.kind === 'name')
  for (const mention of named) if (mention.type !== 'PER') linker.add(mention)
  // Fuller people's names first, so that a family name finds its man wherever he is introduced.
  const people = named.filter((m) => m.type === 'PER')
  for (const mention of people) if (mention.last > mention.first) linker.add(mention)
  for (const mention of people) if (mention.last === mention.first) linker.add(mention)
  return linker.clusters
}

/** The one whose last mention before this one stands nearest; else the first to come. */
function nearest(clusters: readonly Cluster[], mention: FoundMention): Cluster | undefined {
  if (clusters.length < 2) return clusters[0]
  let best: Cluster | undefined
  let distance = Number.POSITIVE_INFINITY
  for (const cluster of clusters) {
    for (const m of cluster.mentions) {
      const away = m.first <= mention.first ? mention.first - m.first : (m.first - mention.first) * 1000
      if (away < distance) {
        distance = away
        best = cluster
      }
    }
  }
  return best
}
