import type { Title } from '@isnad/lexicon'
import type { EntityRole } from '../entity.js'
import { BEGINS, begins } from './beginnings.js'
import { bodyAt } from './bodies.js'
import { type FoundRole, type Reading, surely } from './found.js'
import { complementAt, countryOfNisbas, pastAdjectives, pastTrades } from './phrases.js'
import { isListedName } from './repeats.js'
import { siteAt } from './sites.js'
import {
  factsOf,
  isAdjective,
  isLetterName,
  isParticle,
  isVerbBefore,
  kindsOf,
  nameWords,
  nisbaOfWord,
  standingOf,
  type TitleNode,
  titleTrie,
} from './tables.js'
import { joined, plain, touching, type Word } from './words.js'

/** A title with all that belongs to it: «رئيس هيئة الأركان العامة للجيش», «وزير الخارجية الإيراني السابق». */
export interface TitlePhrase {
  readonly first: number
  readonly last: number
  /** Last word of the title itself, body and adjectives left out. */
  readonly core: number
  readonly titles: readonly Title[]
  readonly standing: EntityRole['standing']
  readonly country: string | undefined
  /** Nothing follows that it is the title of («الوزير», «العميد»). */
  readonly bare: boolean
  /** A man whose office this one belongs to: «المتحدث باسم {رئيس الوزراء}». */
  readonly of: TitlePhrase | undefined
}

interface Reached {
  readonly last: number
  readonly titles: readonly Title[]
}

function reach(words: readonly Word[], at: number, node: TitleNode): Reached | undefined {
  let here: TitleNode = node
  let found: Reached | undefined
  for (let i = at; ; ) {
    if (here.titles !== undefined && !here.plural) found = { last: i, titles: here.titles }
    const next = words[++i]
    if (next === undefined || !touching(next) || here.next === undefined) return found
    // «رئيس الوزراء»: later words stand bare of clitics, but «القائم بأعمال» and «المتحدث باسم» carry theirs.
    const child = here.next.get(next.pronoun && plain(next) ? next.noun : plain(next) ? next.bare : next.whole)
    if (child === undefined) return found
    here = child
  }
}

const LINKS = new Set(['في', 'لدي', 'الي', 'باسم', 'التابع', 'التابعه'])
/** Only who is sent has his goal in his title: «المبعوث الأممي إلى …»; «زيارة الوزير إلى …» tells where he goes. */
const SENT = /^(?:ال)?(?:سفير|مبعوث|موفد|مندوب|ممثل|قنصل|رسول|منسق|مستشار)ه?$/
const MOST_LINKS = 3
/** Only the closing of a quotation stands between: «قائد "فيلق القدس" في …». */
const AFTER_QUOTE = /^["»”“]$/
const goesOn = (word: Word): boolean => touching(word) || (word.quotation === 0 && AFTER_QUOTE.test(word.before))

/** A noun phrase that a title may govern: a body, a name, another title, or a definite noun with its adjectives. */
interface TitleObject {
  readonly last: number
  readonly of: TitlePhrase | undefined
}

function objectAt(reading: Reading, at: number, depth: number): TitleObject | undefined {
  const { words } = reading
  const word = words[at]
  if (word === undefined || !joined(word)) return undefined
  const name = surely(reading, at)
  const body = bodyAt(reading, at) ?? siteAt(reading, at)
  const best = Math.max(name?.last ?? -1, body?.last ?? -1)
  if (best >= at) return { last: best, of: undefined }
  if (depth < 2 && !kindsOf(word).has('body')) {
    const inner = titleAt(reading, at, depth + 1)
    if (inner !== undefined) return { last: inner.last, of: inner }
  }
  if (word.definite) return { last: pastTrades(reading, pastAdjectives(reading, at)), of: undefined }
  if (!plain(word)) return undefined
  const complement = complementAt(reading, at)
  if (complement === undefined) return undefined
  return { last: pastTrades(reading, pastAdjectives(reading, complement.last)), of: undefined }
}

/** Titles that are of one standing by their own words. */
function standingOfTitle(title: Title | undefined): EntityRole['standing'] {
  if (title === undefined) return undefined
  if (/\.(?:former|deposed)-/.test(title.id)) return 'former'
  if (/-designate$/.test(title.id)) return 'designate'
  if (/-elect$/.test(title.id)) return 'elect'
  return /\.acting-/.test(title.id) ? 'acting' : undefined
}

const ARMS = new Set('ركن طيار بحري مهندس متقاعد طبيب حقوقي دكتور'.split(' '))

/** «معالي وزير …», «سمو الأمير»: the honorific is part of the title behind it. */
const HONORIFICS = new Set('معالي سعاده سمو جلاله فخامه سماحه فضيله نيافه غبطه عطوفه الاستاذ'.split(' '))

/** Reads a title that begins at a word, singular, with its body, country and standing. */
export function titleAt(reading: Reading, at: number, depth = 0): TitlePhrase | undefined {
  const { words } = reading
  const word = words[at]
  if (word === undefined || !begins(word, BEGINS.title) || isParticle(word) || isLetterName(words, at)) return undefined
  // «محاميه», «شقيقه»: with a pronoun it is as good as definite.
  const node = word.pronoun ? titleTrie().next?.get(word.noun) : factsOf(word).titles
  const reached = node === undefined ? undefined : reach(words, at, node)
  if (reached === undefined) return undefined
  if (HONORIFICS.has(word.bare) && reached.last === at && depth < 2) {
    const next = words[at + 1]
    const honoured = next !== undefined && touching(next) && plain(next) ? titleAt(reading, at + 1, depth) : undefined
    if (honoured !== undefined) {
      const { last, core, titles, standing, country, bare, of } = honoured
      return { first: at, last, core, titles, standing, country, bare, of }
    }
  }
  // «المهاجر غير الشرعي»: an adjective behind its negation.
  if (words[at - 1]?.whole === 'غير' && touching(word) && !/^شقيقه?$/.test(word.bare)) return undefined
  if (word.bare === 'دوله' && words[at + 1]?.bare !== 'رييس') return undefined
  // «من المقرر أن»: it is due; «أمر الرئيس»: he ordered, whoever commands is «آمر»
  if (word.key === 'المقرر' && words[at - 1]?.whole === 'من' && touching(word)) return undefined
  if (/^[وف]?أمر$/u.test(word.printed)) return undefined
  // «أمام» is no imam, «محافظة» nearly never a woman who governs.
  if (/^[وف]?[لب]?لا?أمام$|^[وف]?أمام$/u.test(word.printed) || (word.bare === 'محافظه' && reached.last === at))
    return undefined
  const rank = reached.titles.some((t) => t.kind === 'rank')
  let core = reached.last
  // «اللواء الركن», «العميد طيار», «الفريق أول ركن»: how the officer serves.
  if (core > at && words[core]?.whole === 'باسم') core--
  while (rank && touching(words[core + 1]) && ARMS.has(words[core + 1]?.bare ?? '')) core++
  const end = words[core]
  // «وزير خارجيته»: its own pronoun makes it definite
  const definite =
    word.definite ||
    word.pronoun ||
    (core > at && (end?.definite === true || end?.pronoun === true || end?.whole === 'الله'))
  let last = core
  let governs = false
  let of: TitlePhrase | undefined
  let standing = standingOfTitle(reached.titles[0])
  const adjectives = (): void => {
    for (let next = words[last + 1]; next !== undefined && goesOn(next); next = words[last + 1]) {
      const held = standingOf(next.key) ?? standingOf(next.whole)
      if (next.key === 'التابع' || next.key === 'التابعه') break
      if (held !== undefined) standing = held
      else if (next.key === 'المنتهيه' && /^ولايته/.test(words[last + 2]?.whole ?? '')) {
        standing = 'former'
        last++
      } else if (!isAdjective(next) && !(next.definite && plain(next) && nisbaOfWord(next) !== undefined)) break
      else if (nisbaOfWord(next)?.people === true) break
      else if (!governs && isFamilyHere(reading, last + 1)) break
      // «اللواء الزهراوي»: behind a rank an adjective that nobody lists is a family name.
      else if (rank && !governs && factsOf(next).adjective === undefined && nisbaOfWord(next) === undefined) break
      last++
    }
  }
  if (definite && core > at && words[at]?.definite === false) last = pastTrades(reading, pastAdjectives(reading, core))
  if (!definite) {
    const next = words[core + 1]
    if (next === undefined || !joined(next)) return undefined
    // «منعطفات اقتصادية»: an adjective governs nothing.
    if (core === at && /(?:ي|يه)$/.test(word.bare) && !/^(?:محامي|قاضي|مفتي|والي)/.test(word.bare)) return undefined
    if (core === at && isVerbBefore(word, next)) return undefined
    const purpose = next.preposition === 'ل' && !next.conjunction && !next.pronoun
    if (!plain(next) && !purpose) return undefined
    const object = objectAt(reading, core + 1, depth)
    if (object === undefined) return undefined
    governs = true
    last = object.last
    of = object.of
  }
  adjectives()
  // «رئيس {الاتحاد الدولي لكرة القدم}»: a title of two words ends with a body's noun, whose name may go on.
  const body = core > at && words[core]?.definite === true ? bodyAt(reading, core) : undefined
  if (body?.kind === 'name' && body.last > last) {
    governs = true
    last = body.last
  }
  // «مستشار جلالة الملك لشؤون …»: what follows an inner title belongs to the outer one.
  for (let i = 0; i < MOST_LINKS && depth === 0; i++) {
    const next = words[last + 1]
    if (next === undefined || !(touching(next) || AFTER_QUOTE.test(next.before))) break
    let from: number | undefined
    if (LINKS.has(next.whole)) {
      from = last + 2
      if (
        next.whole === 'الي' &&
        !words.slice(at, last + 1).some(({ bare, whole }) => SENT.test(bare) || SENT.test(whole))
      )
        break
      if (next.whole === 'في' && isAway(reading, reached.titles, governs, from)) break
      if ((next.whole === 'التابع' || next.whole === 'التابعه') && words[from]?.preposition !== 'ل') break
    } else if (next.preposition === 'ب' && isPlaceWithB(reading, last + 1)) {
      // «المدير الجهوي للصحة بجندوبة، فلان»: where he serves, told before his name.
      last = surely(reading, last + 1)?.last ?? last
      break
    } else if (next.preposition === 'ل' && !next.conjunction && !next.pronoun && (definite || next.bare === 'شوون'))
      from = last + 1
    if (from === undefined) break
    const object = linkedObject(reading, from, depth)
    if (object === undefined) break
    governs = true
    last = object.last
    of ??= object.of
    adjectives()
  }
  return {
    first: at,
    last,
    core,
    titles: reached.titles,
    standing,
    country: countryOfNisbas(reading, core + 1, last),
    bare: !governs,
    of,
  }
}

/** «الرئيس الزهراوي»: what no list has for an adjective or a nisba, and somebody knows for a name, is the holder's. */
function isFamilyHere({ words, names, tagged }: Reading, at: number): boolean {
  const word = words[at]
  if (word === undefined || !word.definite || !plain(word)) return false
  if (nisbaOfWord(word) !== undefined || factsOf(word).adjective !== undefined) return false
  const known = names.get(at)?.entries.some(({ type }) => type === 'PER') === true
  return known || tagged.get(at)?.type === 'PER' || nameWords().family.has(word.whole)
}

/** Offices of a country as a whole, whatever trade behind them. */
const MINISTERS = /^title\.(?:.*-?minister(?:-.*)?|secretary-of-state)$/
const HEADS = /^title\.(?:.*president|king|queen|emir|sultan|crown-prince|supreme-leader|chancellor)$/

/** «وزير الدفاع في بغداد»: a country's minister or head is in a town, where a manager or an envoy has his post there. */
function isAway(reading: Reading, titles: readonly Title[], governs: boolean, at: number): boolean {
  const isOffice = titles.some(({ id }) => MINISTERS.test(id) || (!governs && HEADS.test(id)))
  const place = surely(reading, at)
  if (!isOffice || place?.entries.some(({ type }) => type === 'GPE') !== true) return false
  // «وزير الداخلية في طرابلس {سالم الزاهد}»: in front of his name it tells whose minister he is.
  const name = reading.words[place.last + 1]
  const isNamed = reading.tagged.get(place.last + 1)?.type === 'PER' || isListedName(name?.whole ?? '')
  return !(isNamed && touching(name))
}

/** «بجندوبة» with a name behind it: the town of an office. */
function isPlaceWithB({ words, names, tagged }: Reading, at: number): boolean {
  const match = names.get(at)
  if (match === undefined || match.weak || match.attached !== 'ب' || !match.entries.some((e) => e.type === 'GPE'))
    return false
  const after = words[match.last + 1]
  if (after === undefined || !/^[،,]?$/.test(after.before) || !plain(after)) return false
  return tagged.get(match.last + 1)?.type === 'PER' || names.get(match.last + 1)?.entries[0]?.type === 'PER'
}

/** What stands behind في, لدى or ل in a title: a name, a body, or a definite noun; never a day or a time. */
function linkedObject(reading: Reading, at: number, depth: number): TitleObject | undefined {
  const { words } = reading
  const word = words[at]
  if (word === undefined || word.pronoun || !joined(word)) return undefined
  const name = surely(reading, at)
  const body = bodyAt(reading, at)
  const best = Math.max(name?.last ?? -1, body === undefined ? -1 : body.last)
  if (best >= at) return { last: best, of: undefined }
  if (factsOf(word).adjective === 'not') return undefined
  if (words[at - 1]?.whole === 'في' && !kindsOf(word).has('body')) return undefined
  return objectAt(reading, at, depth + 1)
}

/** The printed word without its clitics, with the ال that «لل» swallowed. */
function barePrint({ printed, start, from, key }: Word): string {
  const rest = printed.slice(from - start)
  return key.startsWith('ال') && from > start && !/^[اٱ]/.test(rest) ? `ا${rest}` : rest
}

export function roleOf(reading: Reading, phrase: TitlePhrase): FoundRole {
  const { words } = reading
  const first = words[phrase.first]
  const start = first?.from ?? 0
  const end = words[phrase.last]?.end ?? 0
  const shown = words
    .slice(phrase.first, phrase.last + 1)
    .map((w, i) => (i === 0 ? barePrint(w) : w.printed))
    .join(' ')
  return {
    title: shown,
    start,
    end,
    titleId: phrase.titles[0]?.id,
    standing: phrase.standing,
    scope: { start: words[phrase.first]?.end ?? start, end },
    country: phrase.country,
  }
}
