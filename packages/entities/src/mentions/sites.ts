import { findCountry } from '@isnad/lexicon'
import type { Entry } from '../gazetteer/entries.js'
import { BEGINS, begins } from './beginnings.js'
import { isTownNoun, properFrom } from './classed.js'
import { type FoundMention, type Reading, surely } from './found.js'
import { GENERIC_COMPLEMENTS, mention, quotedFrom, SURE } from './headed.js'
import { complementAt, countryOfNisbas, pastAdjectives, pastEponym } from './phrases.js'
import { isTitleWord, kindsOf, nisbaOfWord } from './tables.js'
import { plain, touching, type Word } from './words.js'

/** Sites that are named after nearly anything; only a name behind them makes one. */
const LOOSE_SITES = new Set(
  'راس منفذ محطه شارع طريق باب دار قاعده مجمع سوق اسواق مول صاله برج حقل مدرسه حديقه مسرح مركز مقام مبني نفق'.split(
    ' ',
  ),
)

/** Sites, terrain and borders by the noun that opens their name: «مطار بغداد الدولي», «جبل سنجار», «الحدود السورية». */
export function siteAt(reading: Reading, at: number): FoundMention | undefined {
  const { words } = reading
  const word = words[at]
  if (word === undefined || !begins(word, BEGINS.site)) return undefined
  const kinds = kindsOf(word)
  const head = word.bare
  if (word.definite && (kinds.has('border') || kinds.has('direction'))) {
    let last = at
    for (
      let next = words[last + 1];
      next !== undefined && (touching(next) || /^[-–ـ]+$/.test(next.before));
      next = words[last + 1]
    ) {
      const nisba = next.definite && plain(next) ? nisbaOfWord(next) : undefined
      if (nisba === undefined || nisba.people) break
      last++
    }
    const both = last === at && kinds.has('border') ? pastBoth(reading, at) : at
    if (both > at)
      return mention(reading, at, both, { type: 'LOC', kind: 'name', by: 'head', head, weight: SURELY_BOTH })
    return last === at ? undefined : mention(reading, at, last, { type: 'LOC', kind: 'name', by: 'head', head })
  }
  if (word.key === 'الاراضي') {
    const next = words[at + 1]
    const nisba = next?.definite === true && touching(next) && plain(next) ? nisbaOfWord(next) : undefined
    if (nisba?.country === undefined || nisba.kind !== 'country') return undefined
    if (nisba.country === 'PS')
      return mention(reading, at, at + 1, { type: 'LOC', kind: 'name', by: 'head', head, weight: SURE })
    const entries = [countryEntry(nisba.country)]
    return mention(reading, at, at + 1, { type: 'GPE', kind: 'nominal', by: 'head', head, entries, weight: SURE })
  }
  // «معتمدية القلعة الكبرى»: a town called after its castle.
  if (word.definite && touching(word) && plain(word) && isTownNoun(words[at - 1])) return undefined
  // «سجن الوزير»: whom they put there.
  if (head === 'سجن' && !word.definite && jails(reading, at)) return undefined
  // «عن طريق البنك»: by way of it.
  if (head === 'طريق' && words[at - 1]?.whole === 'عن') return undefined
  const facility = kinds.has('facility')
  if (!facility && !kinds.has('terrain')) return undefined
  const type = facility ? 'FAC' : 'LOC'
  if (word.definite) {
    const last = pastAdjectives(reading, at)
    const nisba = last > at && countryOfNisbas(reading, at + 1, last) !== undefined
    // «الشارع الأردني», «السوق التونسية»: people and trade, no site.
    if (!nisba || !facility || LOOSE_SITES.has(head))
      return facility && last === at
        ? mention(reading, at, at, { type, kind: 'nominal', by: 'head', head, unnamed: true })
        : undefined
    return mention(reading, at, pastPlace(reading, last), { type, kind: 'name', by: 'head', head })
  }
  const quoted = quotedFrom(reading, at + 1)
  if (quoted !== undefined && surely(reading, at + 1)?.last === quoted) return undefined
  if (quoted !== undefined) return mention(reading, at, quoted, { type, kind: 'name', by: 'head', head })
  const next = words[at + 1]
  const complement = complementAt(reading, at + 1)
  if (next === undefined || !touching(next)) return undefined
  // «قطاع الصناعة», «محيط المكتب»: a trade, and what lies around it.
  if ((head === 'قطاع' || head === 'محيط') && complement?.proper !== true) return undefined
  if (head === 'محيط') return undefined
  if (complement === undefined) {
    const last = plain(next) ? properFrom(reading, at + 1, 'facility') : undefined
    return last === undefined ? undefined : mention(reading, at, last, { type, kind: 'name', by: 'head', head })
  }
  if (!complement.proper && (LOOSE_SITES.has(head) || complement.last > at + 3)) return undefined
  if (!complement.proper && GENERIC_COMPLEMENTS.has(next.key)) return undefined
  return mention(reading, at, pastPlace(reading, pastAdjectives(reading, pastEponym(reading, complement.last))), {
    type,
    kind: 'name',
    by: 'head',
    head,
  })
}

function jails({ words, tagged }: Reading, at: number): boolean {
  const next = words[at + 1]
  if (next === undefined || !touching(next)) return false
  return tagged.get(at + 1)?.type === 'PER' || (next.definite && (isTitleWord(next) || kindsOf(next).has('people')))
}

function countryEntry(code: string): Entry {
  const country = findCountry(code)
  const id = `country.${code.toLowerCase()}`
  return { id, type: 'GPE', kind: 'country', ar: country?.ar ?? code, en: country?.en ?? code, country: code }
}

/** More than the two names inside are sure of themselves. */
const SURELY_BOTH = 2

/** «الحدود بين تركيا وسوريا»: the last word of the second place, or the word itself. */
function pastBoth(reading: Reading, at: number): number {
  const { words } = reading
  if (words[at + 1]?.whole !== 'بين' || !touching(words[at + 1]) || !touching(words[at + 2])) return at
  const first = surely(reading, at + 2)
  const second = first === undefined ? undefined : surely(reading, first.last + 1)
  const isPlace = (match: typeof first): boolean => match?.entries.some(({ type }) => type === 'GPE') === true
  if (!isPlace(first) || !isPlace(second) || second?.attached !== 'و' || !touching(words[second.first])) return at
  return second.last
}

/** «القنصلية الإيرانية في حلب»: the town belongs to the name of a mission. */
function pastPlace(reading: Reading, last: number): number {
  const { words } = reading
  const next = words[last + 1]
  if (next === undefined || !touching(next)) return last
  const at = next.whole === 'في' ? last + 2 : next.preposition === 'ب' ? last + 1 : undefined
  if (at === undefined || (at === last + 2 && !touching(words[at]))) return last
  const head = words[last]
  if (head === undefined) return last
  const place = surely(reading, at)
  const mission = words.slice(Math.max(0, last - 2), last + 1).some((w: Word) => /^(?:سفاره|قنصليه)$/.test(w.bare))
  return mission && place?.entries.some((e) => e.type === 'GPE') === true ? place.last : last
}
