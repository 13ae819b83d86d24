import { foldKey } from '@isnad/text'
import type { EntityType } from '../entity.js'
import { givenNames } from '../tagger/name-words.js'
import type { FoundMention, Reading } from './found.js'
import { isNotName, nameLikeness, nameWords, nisbaOf } from './tables.js'
import { touching, type Word } from './words.js'

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
  const taken = new Set<number>()
  for (const mention of found)
    if (mention.kind === 'name') for (let w = mention.first; w <= mention.last; w++) taken.add(w)
  const repeats: FoundMention[] = []
  for (const [at, word] of words.entries()) {
    if (taken.has(at)) continue
    const whole = wanted.get(word.whole)
    const source = whole ?? wanted.get(word.key)
    if (source === undefined || isAdjective(words, at) || isNotName(word)) continue
    const { given } = nameWords()
    const next = words[at + 1]
    if (given.has(word.key) && next !== undefined && touching(next) && next.definite && nameLikeness(next) > 0) continue
    const before = words[at - 1]
    const led = before !== undefined && touching(word) && LEADING.has(before.whole) && !taken.has(at - 1)
    const first = led ? at - 1 : at
    const start = led ? before.from : whole === undefined ? word.from : word.start
    repeats.push({ first, last: at, start, end: word.end, type: source.type, kind: 'name', by: 'repeat', entries: [] })
  }
  return repeats
}

function isAdjective(words: readonly Word[], at: number): boolean {
  const word = words[at]
  const before = words[at - 1]
  if (word === undefined || before === undefined || !touching(word)) return false
  return (before.definite || nisbaOf(before.bare) !== undefined) && nisbaOf(word.bare) !== undefined
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
    if (mention.by === 'class') keep(words[mention.first], mention.type)
    else if (mention.head === 'نادي' && mention.last === mention.first + 1) keep(words[mention.last], 'ORG')
  }
  const more: FoundMention[] = []
  for (const match of names.values()) {
    if (!match.weak) continue
    const entries = match.entries.filter(({ id }) => sure.has(id))
    const type = entries[0]?.type
    if (type === undefined) continue
    const { first, last, start } = match
    more.push({ first, last, start, end: words[last]?.end ?? start, type, kind: 'name', by: 'catalog', entries })
  }
  if (classed.size === 0) return more
  const within = new Set<number>()
  for (const { kind, by, first, last } of found)
    if (kind === 'name' && by === 'head') for (let w = first; w <= last; w++) within.add(w)
  for (const [at, word] of words.entries())
    for (const type of within.has(at) ? [] : (classed.get(word.key) ?? []))
      more.push({ first: at, last: at, start: word.from, end: word.end, type, kind: 'name', by: 'repeat', entries: [] })
  return more
}

/** The printed start of a name whose و or ف is its own: «واكاسو» is nowhere printed without it, «ومحمد» is. */
export function ownConjunction(
  words: readonly Word[],
  printed: ReadonlyMap<string, number>,
): (at: number, start: number) => number {
  return (at, start) => {
    const word = words[at]
    if (word === undefined || start !== word.start + 1 || !/^[وف]/.test(word.whole)) return start
    const rest = word.whole.slice(1)
    if (printed.has(rest) || printed.has(`ل${rest}`) || printed.has(`ب${rest}`) || isKnownName(rest)) return start
    return (printed.get(word.whole) ?? 0) > 1 ? word.start : start
  }
}

const listed = new Set<string>()

/** «بهاء», «وائل», «لؤي»: given names whose first letter is their own. */
export function isGivenName(whole: string): boolean {
  if (listed.size === 0) for (const name of givenNames()) listed.add(foldKey(name))
  return listed.has(whole) || nameWords().given.has(whole)
}

function isKnownName(word: string): boolean {
  const { given, family } = nameWords()
  return given.has(word) || family.has(word) || word.startsWith('ال')
}

/** «منظمة الأغذية والزراعة (FAO)»: the same name in Latin letters, in brackets behind the Arabic one. */
export function bracketedLatin({ words }: Reading, found: readonly FoundMention[]): FoundMention[] {
  const more: FoundMention[] = []
  for (const { kind, type, last } of found) {
    const word = words[last + 1]
    if (
      kind !== 'name' ||
      word === undefined ||
      !/^["»”“]?\(/.test(word.before) ||
      !/^[A-Za-z][A-Za-z.&-]+$/.test(word.printed)
    )
      continue
    let end = last + 1
    while (words[end + 1]?.before === '' && /^[A-Za-z]/.test(words[end + 1]?.printed ?? '')) end++
    if (!(words[end + 1]?.before ?? ')').startsWith(')')) continue
    const stop = words[end]?.end ?? word.end
    more.push({
      first: last + 1,
      last: end,
      start: word.start,
      end: stop,
      type,
      kind: 'name',
      by: 'repeat',
      entries: [],
    })
  }
  return more
}
