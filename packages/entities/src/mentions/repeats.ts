import { foldKey } from '@isnad/text'
import type { EntityType } from '../entity.js'
import { evidenceOf } from '../gazetteer/entries.js'
import { givenNames } from '../tagger/name-words.js'
import { type FoundMention, foundMention, type Reading } from './found.js'
import { isNotName, nameLikeness, nameWords, nisbaOfWord } from './tables.js'
import { plain, touching, type Word } from './words.js'

/** Particles that a family name keeps in front: «بن سبرة», «آل سعود». */
const LEADING = new Set('بن ابن ابو ابي ال ولد دي فان'.split(' '))

/**
 * Later mentions of a name by its last word alone, or by its first where that is rare, and of a body by the word its noun of kind
 * stood before («صحيفة المدينة» … «المدينة»).
 */
export function repeatedNames({ words }: Reading, found: readonly FoundMention[]): FoundMention[] {
  const wanted = new Map<string, FoundMention>()
  for (const mention of found) {
    if (mention.kind !== 'name') continue
    if (mention.type === 'PER' && mention.last > mention.first) {
      const key = words[mention.last]?.whole ?? ''
      if (key.length > 2 && !wanted.has(key)) wanted.set(key, mention)
    } else if (mention.type === 'PER' && mention.by === 'title') {
      const word = words[mention.first]
      const key = (word?.start === mention.start ? word.whole : word?.key) ?? ''
      if (key.length > 2 && !wanted.has(key)) wanted.set(key, mention)
    }
  }
  if (wanted.size === 0) return []
  const taken = new Set<number>()
  for (const mention of found)
    if (mention.kind === 'name') for (let w = mention.first; w <= mention.last; w++) taken.add(w)
  const repeats: FoundMention[] = []
  for (let at = 0; at < words.length; at++) {
    const word = words[at] as Word
    const { form } = word
    const whole = wanted.get(form.whole)
    const source = whole ?? (form.key === form.whole ? undefined : wanted.get(form.key))
    if (source === undefined || taken.has(at) || isAdjective(words, at) || isNotName(word)) continue
    const { given } = nameWords()
    const next = words[at + 1]
    if (given.has(word.key) && next !== undefined && touching(next) && next.definite && nameLikeness(next) > 0) continue
    const before = words[at - 1]
    const led = before !== undefined && touching(word) && LEADING.has(before.whole) && !taken.has(at - 1)
    const first = led ? at - 1 : at
    const start = led ? before.from : whole === undefined ? word.from : word.start
    const { type } = source
    repeats.push(foundMention({ first, last: at, start, end: word.end, type, kind: 'name', by: 'repeat' }))
  }
  return repeats
}

function isAdjective(words: readonly Word[], at: number): boolean {
  const word = words[at]
  const before = words[at - 1]
  if (word === undefined || before === undefined || !touching(word)) return false
  return (before.definite || nisbaOfWord(before) !== undefined) && nisbaOfWord(word) !== undefined
}

/**
 * Everyday words that the catalog knows as names, where the article has named the same thing beyond doubt («حركة … (حماس)»,
 * «نادي الهلال» … «الهلال»).
 */
export function knownElsewhere({ words, names }: Reading, found: readonly FoundMention[]): FoundMention[] {
  const sure = new Set<string>()
  const classed = new Map<string, Set<EntityType>>()
  const keep = (word: Word | undefined, type: EntityType): void => {
    if (word !== undefined) classed.set(word.key, (classed.get(word.key) ?? new Set<EntityType>()).add(type))
  }
  for (const mention of found) {
    if (mention.kind !== 'name') continue
    for (const { id } of mention.entries) sure.add(id)
    // What stood behind its noun of kind needs it no more.
    if (mention.by === 'class' && standsFirst(words, mention)) keep(words[mention.first], mention.type)
    else if (mention.head === 'نادي' && mention.last === mention.first + 1) keep(words[mention.last], 'ORG')
  }
  const more: FoundMention[] = []
  for (const match of names.values()) {
    if (!match.weak) continue
    const entries = match.entries.filter(({ id }) => sure.has(id))
    const type = entries[0]?.type
    if (type === undefined) continue
    const { first, last, start } = match
    const end = words[last]?.end ?? start
    more.push(foundMention({ first, last, start, end, type, kind: 'name', by: 'catalog', entries }))
  }
  if (classed.size === 0) return more
  const within = new Set<number>()
  for (const { kind, by, first, last } of found)
    if (kind === 'name' && by === 'head') for (let w = first; w <= last; w++) within.add(w)
  for (let at = 0; at < words.length; at++) {
    const word = words[at] as Word
    const types = classed.get(word.key)
    if (types === undefined || within.has(at)) continue
    for (const type of types)
      more.push(
        foundMention({ first: at, last: at, start: word.from, end: word.end, type, kind: 'name', by: 'repeat' }),
      )
  }
  return more
}

/** «نادي {ليستر} سيتي», «منطقة {الخليج} العربي»: the first of several words says enough of clubs and places. */
const standsFirst = (words: readonly Word[], { first, last, head, type }: FoundMention): boolean =>
  last === first || head === 'فريق' || head === 'نادي' || (type !== 'ORG' && words[first]?.definite === true)

/** The printed start of a name whose و or ف is its own: «واكاسو» is nowhere printed without it, «ومحمد» is. */
export function ownConjunction(words: readonly Word[], times: Reading['times']): (at: number, start: number) => number {
  return (at, start) => {
    const word = words[at]
    if (word === undefined || start !== word.start + 1 || !/^[وف]/.test(word.whole)) return start
    const printed = times()
    const rest = word.whole.slice(1)
    if (printed.has(rest) || printed.has(`ل${rest}`) || printed.has(`ب${rest}`) || isKnownName(rest)) return start
    return (printed.get(word.whole) ?? 0) > 1 ? word.start : start
  }
}

const listed = new Set<string>()

/** «بهاء», «وائل», «لؤي»: given names whose first letter is their own. */
export function isGivenName(whole: string): boolean {
  return isListedName(whole) || nameWords().given.has(whole)
}

/** One of the given names that we listed, most of them of Arabs. */
export function isListedName(whole: string): boolean {
  if (listed.size === 0) for (const name of givenNames()) listed.add(foldKey(name))
  return listed.has(whole)
}

function isKnownName(word: string): boolean {
  const { given, family } = nameWords()
  return given.has(word) || family.has(word) || word.startsWith('ال')
}

const LATIN = /^[A-Za-z][A-Za-z.&-]+$/
const MOST_ALIAS_WORDS = 2

/** The last word of what stands alone in brackets from a word on; nothing where the brackets hold more or do not close. */
function bracketedFrom(words: readonly Word[], at: number): number | undefined {
  let last = at
  const latin = LATIN.test(words[at]?.printed ?? '')
  while (words[last + 1]?.before === '' && words[last + 1]?.sentence === words[at]?.sentence) {
    const next = words[++last]
    if (next === undefined || (latin ? !/^[A-Za-z]/.test(next.printed) : last - at >= MOST_ALIAS_WORDS))
      return undefined
  }
  return /^["»”“]?\)/.test(words[last + 1]?.before ?? ')') ? last : undefined
}

/** A word that says nothing else: no number, particle, nisba or noun of the language. */
const isOnlyName = (word: Word): boolean =>
  !word.number &&
  plain(word) &&
  word.bare.length > 2 &&
  !isNotName(word) &&
  nisbaOfWord(word) === undefined &&
  evidenceOf(word.bare) === undefined

/**
 * «منظمة الأغذية والزراعة (FAO)», «شركة الكهرباء (ستاغ)»: a second name in brackets behind the first, in Latin letters or in words that
 * are nothing else, and where the text prints it again.
 */
export function bracketedNames({ words, names }: Reading, found: readonly FoundMention[]): FoundMention[] {
  const more: FoundMention[] = []
  const push = (first: number, last: number, type: EntityType, weight?: number): void => {
    const [start, end] = [words[first]?.from ?? 0, words[last]?.end ?? 0]
    more.push(foundMention({ first, last, start, end, type, kind: 'name', by: 'repeat', weight }))
  }
  const again = new Map<string, readonly [at: number, type: EntityType]>()
  for (const { kind, type, last } of found) {
    const at = last + 1
    const word = words[at]
    if (kind !== 'name' || word === undefined || !/^["»”“]?\(["«“]?$/.test(word.before)) continue
    const latin = LATIN.test(word.printed)
    // «دبي، الإمارات (CNN)»: what the catalog knows for something else is no second name.
    if (names.get(at)?.entries.every((entry) => entry.type !== type) === true) continue
    if (!latin && (type === 'PER' || type === 'GPE' || names.has(at))) continue
    const end = bracketedFrom(words, at)
    if (end === undefined || !(latin || words.slice(at, end + 1).every(isOnlyName))) continue
    push(at, end, type)
    if (end === at && type !== 'GPE' && type !== 'PER') again.set(word.key, [at, type])
  }
  if (again.size > 0)
    for (const [at, { key }] of words.entries()) {
      const alias = again.get(key)
      if (alias !== undefined && at !== alias[0]) push(at, at, alias[1], SURE_REPEAT)
    }
  return more
}

/** What a text has told the meaning of, more than a tagger that has not read it so. */
const SURE_REPEAT = 3
