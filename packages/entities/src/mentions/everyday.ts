import type { GazetteerMatch } from '../gazetteer/automaton.js'
import { countryCalled } from '../gazetteer/entries.js'
import type { Reading } from './found.js'
import { factsOf, nisbaOf, nisbaOfWord } from './tables.js'
import { plain, touching, type Word } from './words.js'

const PREPOSITIONS = new Set(
  'في الي من عن علي مع بين لدي نحو داخل خارج عبر ضد حول دون تجاه قبل بعد عند وسط جنوب شمال شرق غرب'.split(' '),
)

/** «الجيش العراقي», «طائرة سورية»: a nisba behind the noun that it describes is no name. */
export function isAdjectiveHere(words: readonly Word[], at: number): boolean {
  const word = words[at]
  const before = words[at - 1]
  if (word === undefined || nisbaOfWord(word) === undefined || !plain(word)) return false
  if (before === undefined || !touching(word) || PREPOSITIONS.has(before.bare)) return false
  if (word.definite) return before.definite
  return !before.definite && /(?:ه|ات|يه)$/.test(before.bare)
}

/** Words of sport behind which the name of a club needs no noun of kind. */
const MATCH_WORDS = new Set(
  'مباراه مباريات لقاء فوز خساره تعادل لاعب لاعبي لاعبو جمهور جماهير مدرب حارس مهاجم مدافع هدف امام مرمي اداره رييس ضيفه مضيفه'.split(
    ' ',
  ),
)
/** What an outlet has, or is told to: behind it a quoted everyday word is its name. */
const MEDIA_NOUNS =
  /^(?:ل|وكاله|انباء|شبكه|تلفزيون|راديو|صحيفه|جريده|قناه|مجله|موقع|شاشه|كاميرا|موفد|موفده|مراسل|مراسله|مراسلو|استوديوهات|برنامج|مع|بحسب|وفق)$/

/** Verbs that an outlet is the subject of. */
const TELLING = /^[وف]?(?:ذكرت|نقلت|افادت|قالت|اوردت|نشرت|كتبت|كشفت|بثت|علمت|اضافت|ابرزت|تحدثت)$/

/** A noun of media, a verb of telling or quotation marks of its own speak for an outlet. */
export function isOutletHere({ words }: Pick<Reading, 'words'>, { first, last, attached }: GazetteerMatch): boolean {
  const word = words[first]
  const before = words[first - 1]
  if (word === undefined) return false
  const alone =
    word.quotation > 0 && before?.quotation !== word.quotation && words[last + 1]?.quotation !== word.quotation
  if (alone) return true
  if (before === undefined || before.sentence !== word.sentence) return false
  if (/ل$/.test(attached) && /^(?:تصريح|تصريحات|حديث|حوار|قال|قالت|مقابله|وفقا|طبقا)$/.test(before.bare)) return true
  return attached === '' && touching(word) && (MEDIA_NOUNS.test(before.noun) || TELLING.test(before.whole))
}

const DAYS = /^(?:ال)?(?:احد|اثنين|ثلاثاء|اربعاء|خميس|جمعه|سبت)$/

/** «قصفت إسرائيل اليوم الاثنين»: of a paper called like a country and today, the country where nothing speaks of the paper. */
export function withoutDay(match: GazetteerMatch, words: readonly Word[]): GazetteerMatch | undefined {
  const { first, last, entries } = match
  if (last !== first + 1 || words[last]?.whole !== 'اليوم' || !entries.every(({ kind }) => kind === 'outlet'))
    return match
  const named = MEDIA_NOUNS.test(words[first - 1]?.noun ?? '') && touching(words[first])
  const dated = DAYS.test(words[last + 1]?.whole ?? '')
  if (named || (!dated && isOutletHere({ words }, match))) return match
  const country = countryCalled(words[first]?.key ?? '')
  // «في بيان اليوم الجمعة»: no paper, no country.
  if (country === undefined) return undefined
  return { first, last: first, start: match.start, attached: match.attached, entries: [country], weak: false }
}

const YEAR_OR_DAY = /^(?:19|20)\d\d$/
const COMING = /^ال(?:مقبل|قادم|جاري|حالي|ماضي|منصرم|فايت|اخير)$/

/** «24 جوان 2015»: between the numbers of a date a name is a month. */
export function isMonthHere(words: readonly Word[], at: number): boolean {
  const word = words[at]
  const [before, next] = [words[at - 1], words[at + 1]]
  if (word === undefined || !MONTHS.has(word.key)) return false
  if (before?.number === true && touching(word)) return true
  return touching(next) && (YEAR_OR_DAY.test(next?.whole ?? '') || COMING.test(next?.whole ?? ''))
}

/** Months that papers, channels and people are called after too. */
const MONTHS = new Set(
  (
    'جوان جوليه جويليه اوت ماي مارس تشرين كانون نيسان ايار اذار تموز ايلول شباط حزيران اب ' +
    'يناير فبراير ابريل مايو يونيو يوليو اغسطس سبتمبر اكتوبر نوفمبر ديسمبر جانفي فيفري افريل'
  ).split(' '),
)

/** «يخطر على بالي»: on my mind. */
const isIdiom = (words: readonly Word[], at: number): boolean =>
  words[at]?.key === 'بالي' &&
  (words[at - 1]?.whole === 'علي' || /^(?:ي|ت)?(?:خطر|جاء|دور|مر|طرا)$/.test(words[at - 2]?.whole ?? ''))

/** Behind these comes a verb: «التي {تدمر} الأوعية», «قد {تعز} عليه». */
const BEFORE_VERB = /^[وف]?(?:التي|الذي|الذين|اللواتي|اللتين|اللذين|قد|لا|لم|لن|سوف|كي|لكي|مما)$/
/** Papers and ministries are spoken of by these; others with their adjective belong to the noun before them. */
const SPEAKING = /^(?:وزاره|وزير|وزيره|ناطقه|متحدثه|مسووله|وفد|قياده|هييه|لجنه|شرطه|استخبارات|مخابرات)$/

/** «السياسة {الخارجية الأميركية}», «صادرات {النفط الإيرانية}»: adjectives of the noun before, no ministry. */
function isOfNounBefore(words: readonly Word[], { first, last, attached, entries }: GazetteerMatch): boolean {
  const [before, opening, end] = [words[first - 1], words[first], words[last]]
  if (last !== first + 1 || attached !== '' || before === undefined || opening === undefined) return false
  if (!opening.definite || end?.definite !== true || !touching(opening) || !entries.every((e) => e.type === 'ORG'))
    return false
  if (nisbaOf(end.bare)?.kind !== 'country' || !/ه$/.test(end.bare)) return false
  if (before.definite)
    return (
      plain(opening) &&
      /يه$/.test(opening.bare) &&
      !/يه$/.test(before.bare) &&
      /(?:ه|ات|شوون|ديون|اموال|اسواق)$/.test(before.bare)
    )
  return /(?:ات|ه)$/.test(before.bare) && !/يه$/.test(opening.bare) && !before.pronoun && !SPEAKING.test(before.bare)
}

/** The words of a catalog name mean something else where they stand. */
export function isOtherwise(words: readonly Word[], match: GazetteerMatch): boolean {
  const { first: at, last } = match
  if (last > at) return isOfNounBefore(words, match)
  if (words[at]?.key === 'مالي' && isMali(words, match)) return false
  if (isAdjectiveHere(words, at) || isMonthHere(words, at) || isIdiom(words, at)) return true
  const word = words[at]
  const before = words[at - 1]
  const place = match.entries.every((e) => e.type === 'GPE' && e.kind !== 'country')
  if (match.attached === '' && touching(word) && before !== undefined) {
    // «حي الرياض»: a quarter called after a town; «القوة القاهرة»: force that compels.
    if (before.bare === 'حي' && !before.definite) return true
    if (word?.key === 'القاهره' && COMPELLING.test(before.key)) return true
  }
  return (
    match.attached === '' &&
    /^[تي]/.test(word?.whole ?? '') &&
    touching(word) &&
    BEFORE_VERB.test(words[at - 1]?.whole ?? '') &&
    place
  )
}

const COMPELLING = /^ال(?:قوه|قوي|ظروف|اسباب|اراده)$/

/** Sites that towns lend their names to. */
const TOWN_SITES = new Set('ميناء مرفا مطار معبر منفذ جسر بلديه ريف شمال جنوب شرق غرب'.split(' '))

/**
 * A name that is an everyday word too, where the words around it leave no doubt: «في مالي», «النيجر ومالي», «القاعدة وداعش», «ميناء
 * الزاوية», «مباريات الهلال», «لـ"المدينة"».
 */
export function isNameHere({ words, names, sporting }: Reading, match: GazetteerMatch): boolean {
  const word = words[match.first]
  const before = words[match.first - 1]
  if (word === undefined) return false
  const country = match.entries.some((e) => e.kind === 'country')
  const outlet = match.entries.some((e) => e.kind === 'outlet')
  if (sporting && match.entries.some((e) => e.kind === 'club') && isClubHere(words, match)) return true
  const alone =
    word.quotation > 0 && before?.quotation !== word.quotation && words[match.last + 1]?.quotation !== word.quotation
  if (outlet && alone && before !== undefined && MEDIA_NOUNS.test(before.noun)) return true
  if (word.key === 'مالي' && isMali(words, match)) return true
  if (word.key === 'حماس') return isHamas(words, match)
  if (word.key === 'دوما') return isPlaceHere(words, match) || isListed(words, names, match)
  if (before !== undefined && touching(word)) {
    if (country && match.attached === '' && before.whole === 'في') return true
    if (match.attached === '' && TOWN_SITES.has(before.bare) && match.entries.some((e) => e.kind === 'town'))
      return true
    if (match.attached === '' && MATCH_WORDS.has(before.bare) && match.entries.some((e) => e.kind === 'club'))
      return true
  }
  return isListed(words, names, match)
}

/** «إلى مالي», «شمال مالي», «خارجية مالي»: the adjective of a noun in ة would have one too. */
function isMali(words: readonly Word[], { first, attached }: GazetteerMatch): boolean {
  const before = words[first - 1]
  if (attached !== '' || before === undefined || !touching(words[first])) return false
  return (
    /^[وف]?(?:الي|شمال|جنوب|شرق|غرب|وسط|شمالي|جنوبي|دوله|جمهوريه)$/.test(before.whole) ||
    (/ه$/.test(before.bare) && !before.definite)
  )
}

/** «حماس تنفي», «اتهمت حماس»: the movement; «بحماس», «حماس كبير» is what people are full of. */
function isHamas(words: readonly Word[], { first, last, attached }: GazetteerMatch): boolean {
  const [before, next] = [words[first - 1], words[last + 1]]
  if (/ب$/.test(attached)) return false
  if (
    touching(next) &&
    /^(?:شديد|كبير|منقطع|زايد|واضح|لافت|بالغ|كبيره|جماهيري|شعبي|وطني|الشباب|الجماهير|الجمهور|اللاعبين)$/.test(
      next?.whole ?? '',
    )
  )
    return false
  return !(attached === '' && touching(words[first]) && /^(?:بكل|كل|روح|من|اكثر|ايه)$/.test(before?.whole ?? ''))
}

const OF_PLACE =
  /^[وف]?(?:في|الي|من|نحو|مدينه|بلده|اهالي|سكان|ريف|قرب|داخل|حول|حي|مشفي|مستشفي|شوارع|قصف|حصار|اتفاق|كيماوي|هجوم|محيط|جنوب|شمال|شرق|غرب|علي|دخول|مغادره|ملف)$/

/** «كان دوما يقول» is always, «في دوما» the town. */
const isPlaceHere = (words: readonly Word[], { first, attached }: GazetteerMatch): boolean =>
  /[بل]$/.test(attached) ||
  (attached === '' &&
    !/ً/u.test(words[first]?.printed ?? '') &&
    touching(words[first]) &&
    OF_PLACE.test(words[first - 1]?.whole ?? ''))

const LEAST_GAME_WORDS = 6
const GAME_SHARE = 0.02

/** Whether a text tells of games: every fiftieth word is one of theirs. */
export function isSporting(words: readonly Word[]): boolean {
  let count = 0
  for (const word of words) if (factsOf(word).isOfGames) count++
  return count >= LEAST_GAME_WORDS && count >= GAME_SHARE * words.length
}

/** Clubs called after what teams have and do. */
const TEAM_WORDS = new Set('الشباب التعاون الاتفاق الوحده الفتح'.split(' '))

/** No adjective behind it makes it a thing of its own: «الاتحاد الآسيوي», «الهلال الأحمر». */
function isClubHere(words: readonly Word[], { first, last }: GazetteerMatch): boolean {
  const word = words[first]
  const next = words[last + 1]
  if (word === undefined || !word.definite || TEAM_WORDS.has(word.key)) return false
  const described = next !== undefined && touching(next) && next.definite && plain(next)
  const before = words[first - 1]
  return !described && !(before?.definite === true && touching(word) && plain(word))
}

/** A name of the same type stands beside it, joined by و. */
function isListed(words: readonly Word[], names: Reading['names'], match: GazetteerMatch): boolean {
  const types = new Set(match.entries.map((e) => e.type))
  const fits = (other: GazetteerMatch | undefined): boolean =>
    other !== undefined && !other.weak && other.entries.some((e) => types.has(e.type) && e.type !== 'PER')
  const next = words[match.last + 1]
  if (touching(next) && names.get(match.last + 1)?.attached === 'و' && fits(names.get(match.last + 1))) return true
  if (match.attached !== 'و' || !touching(words[match.first])) return false
  for (let at = match.first - 1; at >= Math.max(0, match.first - 3); at--) {
    const neighbour = names.get(at)
    if (neighbour?.last === match.first - 1) return fits(neighbour)
  }
  return false
}

/** Nouns of kind that stay outside although the catalog lists the name with them: «تنظيم داعش», «صحيفة الشرق الأوسط». */
const STRIPPED = new Set(
  'تنظيم جماعه ميليشيا مليشيا ميليشيات مليشيات صحيفه قناه موقع وكاله شركه شبكه مدينه محافظه ولايه قبيله نقابه فريق'.split(
    ' ',
  ),
)

export function withoutClass(match: GazetteerMatch, reading: Reading): GazetteerMatch {
  if (reading.words[match.first + 1]?.bare === 'انباء') return match
  const rest =
    match.last > match.first && STRIPPED.has(reading.words[match.first]?.bare ?? '')
      ? reading.names.get(match.first + 1)
      : undefined
  if (rest?.last !== match.last) return match
  const entries = rest.entries.filter((e) => match.entries.some(({ id }) => id === e.id))
  return entries.length > 0 ? { ...rest, entries } : match
}
