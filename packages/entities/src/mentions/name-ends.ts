import { evidenceOf, isEveryday } from '../gazetteer/entries.js'
import { BEGINS, begins } from './beginnings.js'
import type { PersonName, Reading } from './found.js'
import { isListedName } from './repeats.js'
import {
  factsOf,
  isAdjective,
  isNameAdjective,
  isNotName,
  isTitleWord,
  kindsOf,
  nameLikeness,
  nameWords,
  nisbaOfWord,
} from './tables.js'
import { plain, touching, type Word } from './words.js'

/** How far a person's name goes on from the word it begins with. */

export const PARTICLES = new Set(
  'بن ابن بنت ابو ابي ابا ام ال عبد ولد دي دا فان فون لو دو ديل سيدي مولاي آل'.split(' '),
)
export const MOST_NAME_WORDS = 7

const isRare = ({ bare }: Word): boolean => (evidenceOf(bare)?.definite ?? 0) < 5

const isAdjectiveWord = (word: Word): boolean =>
  isAdjective(word) || factsOf(word).titles?.titles !== undefined || kindsOf(word).size > 0

/** «… آل سعود ولي ولي العهد»: a title of several words begins here. */
function opensTitle(words: readonly Word[], at: number): boolean {
  const word = words[at]
  const node = word === undefined ? undefined : factsOf(word).titles
  return node?.next?.has(words[at + 1]?.bare ?? '') === true
}

/** A word that goes on a name begun before it. */
export function continues(words: readonly Word[], at: number): boolean {
  const word = words[at]
  if (word === undefined || !touching(word) || word.number) return false
  // «قال كريم الزاهد لـ«الخيزران»»: a particle that leans on the mark behind it
  if (word.whole.length === 1 && 'لبو'.includes(word.whole)) return false
  const { given, family } = nameWords()
  if (isAliBehind(words, at)) return true
  const known = given.has(word.whole) || family.has(word.whole)
  if (!known && !plain(word)) return false
  if (PARTICLES.has(word.whole)) {
    const next = words[at + 1]
    const sonOf = /^(?:بن|ابن|بنت|عبد|ولد|ال)$/.test(word.whole)
    return next !== undefined && touching(next) && (sonOf ? !next.number : nameLikeness(next) > 0)
  }
  if (/^(?:بن|ابن|بنت|عبد|ولد)$/.test(words[at - 1]?.whole ?? '')) return true
  if (isNotName(word) || opensTitle(words, at) || (!known && isTitleWord(word))) return false
  if (word.definite && !known) {
    // «الفريق عثمان المحرج»: behind a given name a definite word that is no adjective is the family's.
    const { given: names } = nameWords()
    if (names.has(words[at - 1]?.whole ?? '') && !isAdjectiveWord(word) && plain(word) && isRare(word)) return true
    if (isNameAdjective(word)) return nisbaOfWord(word) === undefined && isRare(word)
    return nameLikeness(word) > 0
  }
  const likeness = nameLikeness(word)
  if (likeness === 2) return true
  return likeness === 1 && !/^(?:ي|ت|سي|ست).{3,}/.test(word.whole)
}

/** «محمد علي إن», «محمد علي،»: no preposition, where nothing stands behind that it could lead to. */
export function isAliBehind(words: readonly Word[], at: number): boolean {
  const next = words[at + 1]
  if (words[at]?.printed !== 'علي' || !isListedName(words[at - 1]?.whole ?? '')) return false
  return !touching(next) || next === undefined || /^(?:إن|في|إلى|قد|لم|لن|الذي|خلال|مع|عن)$/.test(next.printed)
}

/** An indefinite rare word behind a given name. */
export function isFamilyOf(words: readonly Word[], at: number): boolean {
  const word = words[at]
  return word !== undefined && !word.definite && plain(word) && continues(words, at) && nameLikeness(word) === 1
}

/** A word that goes on a name and is known from names, or a particle. */
export const goesOn = (words: readonly Word[], at: number): boolean => {
  const word = words[at]
  return word !== undefined && (PARTICLES.has(word.whole) || (nameLikeness(word) === 2 && !isEveryday(word.whole)))
}

/** «حصة بنت سالم»: whoever is somebody's son or daughter is named by the word before, whatever else that word means. */
export function isChildOf({ words, names }: Reading, at: number): boolean {
  const [link, parent] = [words[at + 1], words[at + 2]]
  if (link === undefined || parent === undefined || !begins(link, BEGINS.child)) return false
  if (!touching(link) || !touching(parent)) return false
  // «جهة بن قردان»: a town.
  if (names.get(at + 1)?.entries.some(({ type }) => type === 'GPE' || type === 'LOC') === true) return false
  return nameLikeness(parent) > 0 || PARTICLES.has(parent.whole)
}

/** «والي الساحل {علي منصور}»: printed with its two dots and in front of another name, no preposition. */
export function isAli(words: readonly Word[], at: number): boolean {
  const [word, next] = [words[at], words[at + 1]]
  if (word?.printed !== 'علي' || next === undefined || !touching(next) || next.definite || isNotName(next)) return false
  const { given, family } = nameWords()
  return given.has(next.whole) || family.has(next.whole)
}

export function namedFrom(words: readonly Word[], at: number): PersonName {
  let last = isOrigin(words, at + 1) ? at + 1 : at
  while (last - at + 1 < MOST_NAME_WORDS && continues(words, last + 1)) last++
  return { last, start: words[at]?.from ?? 0, entries: [], words: last - at + 1, known: true }
}

/** «سامي {العراقي}», «نزار {الشمالي}»: behind a given name that is no other word, a nisba is where the family comes from. */
export function isOrigin(words: readonly Word[], at: number, sure = false): boolean {
  const [given, word] = [words[at - 1], words[at]]
  if (
    given === undefined ||
    given.pronoun ||
    word?.definite !== true ||
    !touching(word) ||
    !plain(word) ||
    isNotName(word)
  )
    return false
  if (!isListedName(given.whole) || (!sure && isEveryday(given.whole)) || factsOf(word).adjective !== undefined)
    return false
  if (!/.{2,}ي$/.test(word.bare) || kindsOf(word).size > 0 || isTitleWord(word)) return false
  return sure || nameWords().family.has(word.whole) || nisbaOfWord(word) !== undefined || isRare(word)
}

/** «سالم الفخري {ومنى زريق}»: behind somebody's name or office a given name with a و, and what goes on it. */
export function joinedPerson(words: readonly Word[], at: number): PersonName | undefined {
  const [word, next] = [words[at], words[at + 1]]
  if (word === undefined || !word.conjunction || word.definite || !touching(word) || !touching(next)) return undefined
  if (nameWords().given.has(word.whole) || !isListedName(word.key)) return undefined
  if (!continues(words, at + 1) && !isOrigin(words, at + 1)) return undefined
  return namedFrom(words, at)
}
