import { BEGINS, begins, isApproximator, isCrowd, isDemonstrative, isNumberWord } from './beginnings.js'
import { bodyAt } from './bodies.js'
import { classedAt } from './classed.js'
import { changed, type FoundMention, foundMention, type Reading, spanOf, surely } from './found.js'
import { complementAt, countryOfNisbas, isAdjectiveBehind, pastAdjectives } from './phrases.js'
import { siteAt } from './sites.js'
import {
  describesPeople,
  factsOf,
  headKinds,
  isLetterName,
  isNotName,
  isOtherNoun,
  isParticle,
  isVerbBefore,
  kindsOf,
  nisbaOf,
  nisbaOfWord,
  titleTrie,
} from './tables.js'
import { joined, plain, touching, type Word } from './words.js'

const OTHERS = new Set('اخرون اخرين اخر اخري'.split(' '))
const TAIL_LINKS = new Set(['من', 'في', 'مع', 'ب', 'ل', 'الي', 'علي', 'ضد', 'لدي', 'عن'])
const MOST_TAIL = 4
/** Descriptors inside descriptors: «عدد من قادة فصائل …». */
const DEEPEST = 3

/** A name or body that a descriptor's tail may end in. */
function tailObject(reading: Reading, at: number, depth: number): number | undefined {
  const word = reading.words[at]
  if (word === undefined || !joined(word)) return undefined
  const name = surely(reading, at)
  const body = bodyAt(reading, at) ?? siteAt(reading, at) ?? classedAt(reading, at)
  const inner = isPeople(word) ? groupAt(reading, at, depth + 1) : undefined
  const best = Math.max(name?.last ?? -1, body?.last ?? -1, inner?.last ?? -1)
  if (best >= at) return best
  if (word.definite && !isNotName(word)) return pastAdjectives(reading, at)
  return undefined
}

const isPeople = (word: Word): boolean => {
  const kinds = factsOf(word).nounKinds
  return kinds.has('people') || kinds.has('person') || kinds.has('forces')
}

/** «المدعومة», «التابعة», «الموالية» may take a complement of their own; «المصرية», «المحلي» only describe. */
const isParticiple = (bare: string): boolean =>
  /^(?:م|تابع)/.test(bare) && (!/يه?$/.test(bare) || DEFECTIVE_PARTICIPLE.test(bare))
const DEFECTIVE_PARTICIPLE = /^(?:موالي|معادي|منتمي|معني|منادي|مناوي|متبقي|متخفي|مختفي|مرتدي|مكتفي|مودي|منضوي)ه?$/

/** «المتحالفة معه», «المشتبه بهم», «الموالية لها». */
const WITH_THEM = /^(?:ل|مع|ب|عن|من|في)(?:ه|ها|هم)$/

/** The words that go on describing: adjectives, «المدعومة من إيران», «التابعة للحرس», «في بغداد». */
function pastTail(reading: Reading, from: number, definite: boolean, counted: boolean, depth: number): number {
  const { words } = reading
  let last = from
  let participle = false
  for (let i = 0; i < MOST_TAIL; i++) {
    const next = words[last + 1]
    if (next === undefined || !touching(next) || next.number) break
    if (participle && WITH_THEM.test(next.whole)) return last + 1
    if (participle && !next.definite && /.{3,}يا$/.test(next.bare) && nisbaOf(next.bare.slice(0, -1)) !== undefined)
      return last + 1
    const isTwo = isNisbaOfTwo(words, from, last, next)
    const joinedBy = next.conjunction && next.preposition === '' && next.definite && (last > from || isTwo)
    if ((plain(next) || joinedBy) && !isNotName(next) && next.definite === definite) {
      if (
        (describesPeople(next) ||
          (definite && nisbaOf(next.bare) !== undefined && (isTwo || nisbaOfWord(next)?.plural === true))) &&
        !(NOMINATIVE.test(words[last]?.bare ?? '') && /ه$/.test(next.bare)) &&
        (surely(reading, last + 1) === undefined || nisbaOfWord(next)?.people === true) &&
        (!isPeople(next) || (!definite && SOUND_PLURAL.test(next.bare)))
      ) {
        last++
        participle = isParticiple(next.bare)
        continue
      }
    }
    if (!next.conjunction && (next.preposition === 'ل' || next.preposition === 'ب')) {
      if (participle && next.preposition === 'ل' && /^(?:لها|له|لهم)$/.test(next.whole)) return last + 1
      if (next.pronoun) break
      const object = tailObject(reading, last + 1, depth)
      if (object === undefined || (!participle && next.preposition === 'ل')) break
      if (!participle && !isPlaceAt(reading, last + 1)) break
      last = object
      participle = false
      continue
    }
    if (TAIL_LINKS.has(next.whole)) {
      const object = tailObject(reading, last + 2, depth)
      if (object === undefined) break
      const body = bodyAt(reading, last + 2) ?? siteAt(reading, last + 2)
      const inBody = next.whole === 'في' && (isPlaceAt(reading, last + 2) || body !== undefined)
      const ofSome = next.whole === 'من' && (counted || !definite || body?.kind === 'name')
      if (!participle && !inBody && !ofSome) break
      last = object
      participle = false
      continue
    }
    if (definite && /^(?:التي|الذين|الذي|اللذين)$/.test(next.whole)) last = pastClause(reading, last)
    break
  }
  return last
}

/** «مسلحون {عملية}»: a sound plural of men has no adjective in ة. */
const NOMINATIVE = /.{3,}ون$/

const isPlaceAt = (reading: Reading, at: number): boolean =>
  surely(reading, at)?.entries.some((e) => e.type === 'GPE' || e.type === 'LOC') === true

const LONGEST_CLAUSE = 7

/** A relative clause that a comma or the sentence's end closes within a few words belongs to the descriptor. */
function pastClause({ words }: Reading, last: number): number {
  for (let at = last + 1; at <= last + LONGEST_CLAUSE; at++) {
    const next = words[at + 1]
    if (next === undefined || /[،,.؛\n]/.test(next.before)) return at
  }
  return last
}

/** «مؤتمر صحفي», «حل سياسي»: what these are is told by an adjective that is a title elsewhere. */
const THINGS = new Set(
  'موتمر تصريح تصريحات لقاء بيان حل وفد تنظيم حوار اجتماع حدث ظهور ضغط عمل نشاط خطاب صراع مشهد موقف هجوم تفجير اعتداء حادث مركز صنف مجال قطاع'.split(
    ' ',
  ),
)

/** Nouns of people and forces that are parts of bodies, machines or matter, by the word behind them. */
const BY_NEXT: ReadonlyMap<string, RegExp> = new Map([
  ['اطراف', /^(?:ال)?(?:سفلي|علوي|صناعي|اصطناعي)ه$/],
  ['اعضاء', /^(?:ال)?(?:حيوي|بشري|تناسلي|صناعي)ه$/],
  [
    'اجهزه',
    /^(?:ال)?(?:كهربايي|لوحي|طبي|الكتروني|ذكي|منزلي|محمول|رقمي|خلوي)ه$|^(?:ال)?(?:تنفس|كمبيوتر|حاسوب|انذار|تكييف|اندرويد)$/,
  ],
  ['عناصر', /^(?:ال)?(?:غذايي|كيميايي|معدني|ثقيل|نادر|اساسي|جمالي)ه$/],
  ['خلايا', /^(?:ال)?(?:جذعي|سرطاني|شمسي|عصبي|ضويي|دموي|مناعي)ه$|^(?:ال)?(?:دم|جلد|دماغ|مخ|جسم|نحل)$/],
  ['قوي', /^(?:ال)?(?:عقلي|شرايي|طبيعي)ه$/],
])

/** «الأطراف السفلية», «خلايا الدم», «في الأسر» (captivity). */
function isThing(words: readonly Word[], at: number): boolean {
  const [word, next] = [words[at], words[at + 1]]
  if (word?.bare === 'اسر' && word.definite) return words[at - 1]?.whole === 'في' || word.preposition === 'ب'
  return touching(next) && BY_NEXT.get(word?.bare ?? '')?.test(next?.key ?? '') === true
}

/** A title that is no person here: a verb, a letter's name, a particle, an adjective of the noun before it. */
function isNobody(words: readonly Word[], at: number): boolean {
  const word = words[at]
  if (word === undefined || isParticle(word) || isLetterName(words, at) || word.printed === 'أم') return true
  if (isVerbBefore(word, words[at + 1])) return true
  const before = words[at - 1]
  return touching(word) && plain(word) && before !== undefined && THINGS.has(before.bare) && /يه?$/.test(word.bare)
}

/** «الحادث الإرهابي»: behind a definite noun, a definite word describes it. */
const isAdjectiveOf = (words: readonly Word[], at: number): boolean => {
  const before = words[at - 1]
  const word = words[at]
  return word?.definite === true && touching(word) && plain(word) && before?.definite === true
}

/** «مسلحون», «مجهولين»: with its ن the plural governs no other noun, and may describe one. */
const SOUND_PLURAL = /.{3,}(?:ون|ين)$/

/** A descriptor that says how many is wider than the one it counts. */
const COUNTED = 0.9

/** People or armed bodies described, not named: «عدد من ضباط الكتائب الموالية للحكومة», «مسلحون مجهولون». */
export function groupAt(reading: Reading, at: number, depth = 0): FoundMention | undefined {
  const { words } = reading
  const word = words[at]
  if (word === undefined || depth > DEEPEST || !begins(word, BEGINS.group)) return undefined
  if (isDemonstrative(word)) {
    const next = words[at + 1]
    const shown =
      next !== undefined && touching(next) && next.definite && plain(next)
        ? groupAt(reading, at + 1, depth + 1)
        : undefined
    return shown === undefined ? undefined : changed(shown, { first: at, start: word.from, weight: COUNTED })
  }
  let head = at
  let counted = false
  const kinds = kindsOf(word)
  const counts = kinds.has('count') || isNumberWord(word) || isApproximator(word)
  if (isCrowd(word) && words[at + 1]?.whole !== 'من') return found(reading, at, at, 'PER', word, true)
  if (counts || word.number) {
    counted = true
    head = at + 1
    for (let i = 0; i < 4; i++) {
      const next = words[head]
      if (next === undefined || !touching(next)) return undefined
      if (next.number || next.whole === 'من' || isNumberWord(next) || /^(?:الف|مليون|كبير|كبيره)$/.test(next.key))
        head++
      else break
    }
    const next = words[head]
    if (next === undefined || !touching(next) || !plain(next)) return undefined
    if (OTHERS.has(next.key)) return changed(found(reading, at, head, 'PER', word, true), { weight: COUNTED })
  }
  const noun = words[head]
  if (noun === undefined || noun.number) return undefined
  const counting = counted && !noun.definite && /.{3,}ا$/.test(noun.bare)
  const own = factsOf(noun).nounKinds
  // «70 نائبا»: the accusative that a number asks for.
  const nounKinds = own.size === 0 && counting ? headKinds(noun.bare.slice(0, -1)) : own
  const forces = nounKinds.has('forces')
  const nisba = nisbaOfWord(noun)
  const titled =
    !noun.definite &&
    !noun.pronoun &&
    (head === at || counted) &&
    (counting ? titleTrie().next?.get(noun.bare.slice(0, -1)) : factsOf(noun).titles)?.titles !== undefined
  const nationals = nisba?.people === true || (nisba?.plural === true && counted)
  if (!nounKinds.has('people') && !forces && !nationals && !nounKinds.has('person') && !titled) return undefined
  const single = (nounKinds.has('person') || titled) && !counted && !nounKinds.has('people')
  if (titled && (isOtherNoun(noun.bare) || noun.printed === 'أمام' || /يه$/.test(noun.bare))) return undefined
  if ((titled || nounKinds.has('person')) && isNobody(words, head)) return undefined
  if (isThing(words, head)) return undefined
  // «ميليشيا {الحوثي}»: a noun of kind outside the name.
  if (forces && head === at && own.has('body-class') && isNamedBody(reading, head + 1)) return undefined
  // «وزيرا {الخارجية}»: two in construct; «عين وزيرا» is one.
  if (/^وزير[اي]$/.test(noun.bare) && !isOwnerBehind(words, head)) return undefined
  if (!counted && at === head && (isAdjectiveOf(words, at) || isAdjectiveBehind(reading, at))) return undefined
  let last = head
  let definite = noun.definite
  const next = words[head + 1]
  if (
    !noun.definite &&
    !noun.pronoun &&
    !SOUND_PLURAL.test(noun.bare) &&
    next !== undefined &&
    touching(next) &&
    plain(next)
  ) {
    const inner = isPeople(next) ? groupAt(reading, head + 1, depth + 1) : undefined
    const object = bodyAt(reading, head + 1)
    const complement = complementAt(reading, head + 1)
    const end = Math.max(
      inner?.last ?? -1,
      object?.last ?? -1,
      next.definite || surely(reading, head + 1) !== undefined ? (complement?.last ?? -1) : -1,
    )
    if (end > head) {
      last = pastAdjectives(reading, end, true)
      definite = true
    }
  }
  last = pastTail(reading, last, definite, counted, depth)
  if (single && last === head && !noun.definite) {
    // «رجل» alone says nothing that a reader could hold on to, but may still act.
    return found(reading, at, last, 'PER', noun, false)
  }
  const type = forces ? 'ORG' : 'PER'
  if (forces && !noun.definite && last === head) return undefined
  const whole = found(reading, at, last, type, noun, !single)
  return counted ? changed(whole, { weight: COUNTED }) : whole
}

const TWO = /^(?:رييس|وزير|نايب|مبعوث|سفير)(?:ان|ين|[اي])$/

/** «الرئيسان التركي {والروسي}», «وزيرا الخارجية القطري {والتركي}»: the country of the second. */
function isNisbaOfTwo(words: readonly Word[], from: number, last: number, next: Word): boolean {
  const before = words[last]
  if (before === undefined || !next.conjunction || nisbaOfWord(before)?.plural !== false) return false
  if (nisbaOfWord(next)?.plural !== false) return false
  for (let at = from; at >= Math.max(0, from - 3); at--) if (TWO.test(words[at]?.bare ?? '')) return true
  return false
}

/** A definite noun that a construct ends in stands behind. */
function isOwnerBehind(words: readonly Word[], at: number): boolean {
  const next = words[at + 1]
  return next?.definite === true && touching(next) && plain(next) && !/[\u064b]/u.test(words[at]?.printed ?? '')
}

function isNamedBody({ words, names }: Reading, at: number): boolean {
  const [word, match] = [words[at], names.get(at)]
  if (word === undefined || match?.attached !== '' || !touching(word) || nisbaOfWord(word)?.people === false)
    return false
  return match.entries.some(({ type }) => type === 'ORG')
}

function found(
  reading: Reading,
  first: number,
  last: number,
  type: 'PER' | 'ORG',
  noun: Word,
  group: boolean,
): FoundMention {
  const { start, end } = spanOf(reading, first, last)
  return foundMention({
    first,
    last,
    start,
    end,
    type,
    kind: 'nominal',
    by: 'group',
    head: noun.noun,
    unnamed: true,
    group: group ? true : undefined,
    country: countryOfNisbas(reading, first, last),
  })
}
