import type { HeadKind } from '@isnad/lexicon'
import { evidenceOf } from '../gazetteer/entries.js'
import { BEGINS, begins } from './beginnings.js'
import { changed, type FoundMention, foundMention, type Reading } from './found.js'
import { mention, quotedFrom, quotedSpan } from './headed.js'
import { factsOf, isNameAdjective, isNotName, kindsOf, nameLikeness, nisbaOfWord } from './tables.js'
import { joined, plain, touching, type Word } from './words.js'

const CLASS_TYPES: readonly (readonly [HeadKind, FoundMention['type']])[] = [
  ['place-class', 'GPE'],
  ['area-class', 'LOC'],
  ['outlet-class', 'ORG'],
  ['body-class', 'ORG'],
]

/** What a noun of kind says the next words name: «مدينة ملولش», «صحيفة المدينة», «تنظيم "الدولة الإسلامية"». */
export function classedAt(reading: Reading, at: number): FoundMention | undefined {
  const { words } = reading
  const word = words[at]
  if (word === undefined || !begins(word, BEGINS.classed)) return undefined
  const kinds = kindsOf(word)
  const next = words[at + 1]
  if (next === undefined || !joined(next) || next.number) return undefined
  const district = word.bare === 'مديريه' && isDistrict(reading, next)
  for (const [kind, type] of CLASS_TYPES) {
    if (!kinds.has(kind) && !(district && kind === 'place-class')) continue
    const head = word.bare
    if (head === 'وكاله' && next.bare === 'انباء') return undefined
    const tribe = /^(?:قبيله|عشيره|قبيلتي|عشيرتي)$/.test(head)
    const name = reading.names.get(at + 1)
    if (isOwnName(reading, at)) return undefined
    if (name !== undefined && name.attached === '') {
      if (name.entries.some((e) => e.type === 'PROD')) return undefined
      const entries = name.entries.filter((e) => e.type === type || (kind === 'place-class' && e.type === 'LOC'))
      if (entries.length > 0)
        return foundMention({
          first: at + 1,
          last: name.last,
          start: name.start,
          end: words[name.last]?.end ?? 0,
          type,
          kind: 'name',
          by: 'class',
          entries,
          head,
        })
      if (!name.weak) return undefined
    }
    if (!plain(next)) return undefined
    if (head === 'وكاله' && next.definite) return undefined
    const quoted = quotedFrom(reading, at + 1)
    if (quoted !== undefined)
      return changed(
        mention(reading, at + 1, quoted, { type, kind: 'name', by: 'class', head }),
        quotedSpan(reading, at + 1, quoted),
      )
    const last = district && !next.definite ? at + 1 : properFrom(reading, at + 1, kind)
    if (last !== undefined)
      return mention(
        reading,
        at + 1,
        last,
        tribe
          ? { type: 'PER', kind: 'name', by: 'class', head, group: true }
          : { type, kind: 'name', by: 'class', head },
      )
  }
  return undefined
}

/** «سلطنة عمان»: the noun belongs to what the country is called, which without it is a town's name. */
function isOwnName({ words, names }: Reading, at: number): boolean {
  const match = names.get(at)
  if (match?.weak !== false || match.last === at) return false
  const whole = match.last - at + 1
  return (
    words[at]?.bare === 'سلطنه' &&
    match.entries.some(({ kind, ar }) => kind === 'country' && ar.split(' ').length === whole)
  )
}

/** «مديرية نهم»: in Yemen a district, where a place or a word that is no trade stands behind it. */
export function isDistrict({ names }: Reading, next: Word): boolean {
  const name = names.get(next.index)
  if (name?.attached === '' && name.entries.some((e) => e.type === 'GPE' || e.type === 'LOC')) return true
  if (next.definite) return !isNameAdjective(next) && nameLikeness(next) > 0
  return evidenceOf(next.bare)?.definite === undefined || (evidenceOf(next.bare)?.definite ?? 0) < 3
}

export const isTownNoun = (word: Word | undefined): boolean =>
  word !== undefined && !word.definite && /^(?:معتمديه|مدينه|بلده|قريه|ولايه|محافظه|ناحيه|قضاء)$/.test(word.bare)

const PAPERS = new Set('صحيفه جريده قناه مجله فضاييه اذاعه'.split(' '))

/** Words behind a noun of kind that look like a name: one definite word, or rare words side by side. */
export function properFrom({ words }: Reading, at: number, kind: HeadKind): number | undefined {
  const word = words[at]
  const small = /^(?:قريه|بلده|ناحيه|ضيعه|معتمديه|مديريه)$/.test(words[at - 1]?.bare ?? '')
  if (small && word?.definite === true && factsOf(word).adjective === undefined && kindsOf(word).size === 0) return at
  // «القلعة الكبرى», «القصر القديم»: behind a noun of towns a site with its adjective is what the town is called after.
  if (word?.definite === true && kindsOf(word).has('facility') && isTownNoun(words[at - 1])) {
    const next = words[at + 1]
    return touching(next) && next?.definite === true && plain(next) && factsOf(next).adjective !== undefined
      ? at + 1
      : at
  }
  if (word === undefined || isNotName(word) || isNameAdjective(word) || nisbaOfWord(word) !== undefined)
    return undefined
  if (kindsOf(word).size > 0) return undefined
  if (word.definite) {
    if (/^الانترنت$/.test(word.key)) return undefined
    const likely = kind === 'outlet-class' ? PAPERS.has(words[at - 1]?.bare ?? '') : nameLikeness(word) > 0
    return likely ? at : undefined
  }
  if (/(?:ي|يه)$/.test(word.bare) || /^(?:ال)?انترنت$/.test(word.key)) return undefined
  if (nameLikeness(word) === 0 && !/^[A-Za-z]/.test(word.whole)) return undefined
  let last = at
  for (
    let next = words[last + 1];
    next !== undefined && touching(next) && plain(next) && last < at + 2;
    next = words[last + 1]
  ) {
    if (next.definite || nameLikeness(next) !== 1 || /^[يت]/.test(next.whole)) break
    last++
  }
  return last
}
