import { factsOf, isNotName, isTitleWord, nameWords, titleTrie } from './tables.js'
import { plain, type Word } from './words.js'

/**
 * What a form may begin or announce, one bit each. A bit is only necessary: the grammar behind it asks the words around. Most words
 * of a text begin nothing, and are passed over for one look at these.
 */
export const BEGINS = {
  title: 1,
  body: 1 << 1,
  /** A noun of kind, whose name stands behind it. */
  classed: 1 << 2,
  site: 1 << 3,
  occasion: 1 << 4,
  group: 1 << 5,
  /** «المملكة». */
  kingdom: 1 << 6,
  /** A person's name that words before or behind it must speak for. */
  introduced: 1 << 7,
  /** A given name of public figures. */
  given: 1 << 8,
  /** A verb of saying: whoever stands behind it may be somebody. */
  saying: 1 << 9,
  /** One that is no other word besides. */
  onlySaying: 1 << 10,
  /** «بن», «بنت». */
  child: 1 << 11,
  /** «وزير»: the ministry behind it is not named. */
  minister: 1 << 12,
} as const

/** Whether a form may begin what a bit of `BEGINS` stands for. */
export function begins(word: Word, what: number): boolean {
  const { form } = word
  if (form.begins < 0) form.begins = beginningsOf(word)
  return (form.begins & what) !== 0
}

const listOf = (words: string): ReadonlySet<string> => new Set(words.split(' '))

const NUMBER_WORDS = listOf(
  'اثنان اثنين ثلاثه اربعه خمسه سته سبعه ثمانيه تسعه عشره ثلاث اربع خمس ست سبع ثمان ثماني تسع عشر احدي احد عشرات ميات الاف ملايين العشرات الميات الالاف الملايين',
)
const APPROXIMATORS = listOf('نحو حوالي قرابه زهاء اكثر')
const DEMONSTRATIVES = listOf('هذا هذه هولاء ذلك تلك هذين')
const CROWDS = listOf('ميات عشرات الاف ملايين')
const OWNED = listOf('حكومه جيش نادي شركه حزب حركه قوات وزاره اداره')
const CHILDREN = listOf('بن بنت')
const MINISTERS = listOf('وزير وزيره وزراء وزيرا وزيري وزيران وزيرين')

/** Verbs of saying that are no other word besides: «رد» is an answer, «ذكر» a mention. */
const ONLY_SAYING = listOf(
  'قال اكد اضاف اوضح صرح اعلن كشف حذر اعتبر افاد اشار لفت شدد تابع قالت اكدت اضافت اوضحت صرحت اعلنت كشفت حذرت اعتبرت افادت اشارت لفتت شددت تابعت',
)
const OTHER_SAYING = listOf('ذكر ذكرت رد ردت كتب كتبت التقي التقت استقبل استقبلت')

export const isNumberWord = ({ key }: Word): boolean => NUMBER_WORDS.has(key)
export const isApproximator = ({ key }: Word): boolean => APPROXIMATORS.has(key)
export const isDemonstrative = ({ whole }: Word): boolean => DEMONSTRATIVES.has(whole)
/** «المئات»: so many of them. */
export const isCrowd = ({ bare, definite }: Word): boolean => definite && CROWDS.has(bare)
/** «حكومته», «جيشنا»: somebody's body, never a name. */
export const isOwnBody = ({ noun, pronoun }: Word): boolean => pronoun && OWNED.has(noun)

function beginningsOf(word: Word): number {
  const { kinds } = factsOf(word)
  let found = 0
  if (mayBeTitle(word)) found |= BEGINS.title
  if (mayBeBody(word)) found |= BEGINS.body
  if (mayBeClassed(word)) found |= BEGINS.classed
  if (mayBeSite(word)) found |= BEGINS.site
  if (!word.pronoun && kinds.has('occasion')) found |= BEGINS.occasion
  if (mayBeGroup(word)) found |= BEGINS.group
  if (word.key === 'المملكه') found |= BEGINS.kingdom
  if (mayBeIntroduced(word)) found |= BEGINS.introduced
  if (nameWords().given.has(word.whole)) found |= BEGINS.given
  if (isOneOf(ONLY_SAYING, word)) found |= BEGINS.saying | BEGINS.onlySaying
  else if (isOneOf(OTHER_SAYING, word)) found |= BEGINS.saying
  if (CHILDREN.has(word.whole)) found |= BEGINS.child
  if (MINISTERS.has(word.bare)) found |= BEGINS.minister
  return found
}

/** A verb with or without و or ف in front. */
const isOneOf = (verbs: ReadonlySet<string>, { whole }: Word): boolean =>
  verbs.has(whole) || (/^[وف]/.test(whole) && verbs.has(whole.slice(1)))

function mayBeTitle(word: Word): boolean {
  if (word.number) return false
  return (word.pronoun ? titleTrie().next?.get(word.noun) : factsOf(word).titles) !== undefined
}

function mayBeBody(word: Word): boolean {
  if (word.number) return false
  if (word.pronoun) return isOwnBody(word)
  const { kinds } = factsOf(word)
  return kinds.has('body') || (word.definite && (kinds.has('body-class') || kinds.has('outlet-class')))
}

/** Districts are «مديرية», else a body. */
function mayBeClassed(word: Word): boolean {
  if (word.definite || word.pronoun || word.number) return false
  const { kinds } = factsOf(word)
  if (kinds.has('place-class') || kinds.has('area-class') || kinds.has('outlet-class')) return true
  return kinds.has('body-class') || (word.bare === 'مديريه' && kinds.size > 0)
}

function mayBeSite(word: Word): boolean {
  if (word.pronoun || word.number) return false
  const { kinds } = factsOf(word)
  if (word.key === 'الاراضي' || kinds.has('facility') || kinds.has('terrain')) return true
  return word.definite && (kinds.has('border') || kinds.has('direction'))
}

function mayBeGroup(word: Word): boolean {
  const { kinds, nounKinds, nisba } = factsOf(word)
  if (word.number || kinds.has('count') || isNumberWord(word) || isApproximator(word)) return true
  if (isDemonstrative(word) || isCrowd(word) || nisba?.people === true) return true
  if (nounKinds.has('people') || nounKinds.has('forces') || nounKinds.has('person')) return true
  return isTitleWord(word) && !word.definite && !word.pronoun
}

function mayBeIntroduced(word: Word): boolean {
  if (word.number || word.whole.length < 2 || !plain(word) || isNotName(word)) return false
  return factsOf(word).kinds.size === 0 && !isTitleWord(word)
}
