import {
  type AdjectiveKind,
  formsOfNisba,
  type HeadKind,
  loadNameAdjectives,
  loadNameHeads,
  loadNisbas,
  loadPeople,
  loadTitles,
  nameKey,
  type Title,
} from '@isnad/lexicon'
import { evidenceOf } from '../gazetteer/entries.js'
import { preparedTables } from '../prepared/prepared.js'
import { WordTable } from '../prepared/word-table.js'
import { type Form, plain, type Word } from './words.js'

const once = <T>(build: () => T): (() => T) => {
  let built: { readonly value: T } | undefined
  return () => {
    built ??= { value: build() }
    return built.value
  }
}

const heads = once(() => {
  const table = new Map<string, Set<HeadKind>>()
  for (const { form, kind } of loadNameHeads()) {
    const key = nameKey(form)
    const kinds = table.get(key)
    if (kinds === undefined) table.set(key, new Set([kind]))
    else kinds.add(kind)
  }
  return table as ReadonlyMap<string, ReadonlySet<HeadKind>>
})

const NO_KINDS: ReadonlySet<HeadKind> = new Set()

/** What a noun without its article announces: «وزارة» a body, «مطار» a site. */
export const headKinds = (bare: string): ReadonlySet<HeadKind> => heads().get(bare) ?? NO_KINDS

const adjectives = once(() => {
  const table = new Map<string, AdjectiveKind>()
  for (const { form, kind } of loadNameAdjectives()) if (!table.has(nameKey(form))) table.set(nameKey(form), kind)
  return table as ReadonlyMap<string, AdjectiveKind>
})

export const adjectiveKind = (key: string): AdjectiveKind | undefined => adjectives().get(key)

const standings = once(() => {
  const table = new Map<string, 'former' | 'elect' | 'designate' | 'acting' | 'late'>()
  for (const { form, kind } of loadNameAdjectives())
    if (kind !== 'name' && kind !== 'loose' && kind !== 'not') table.set(nameKey(form), kind)
  return table
})

/** How an office is held, by the adjective or phrase behind it: «السابق», «بالوكالة». */
export const standingOf = (key: string) => standings().get(key)

/** Country or region of a nisba, by its form without the article. */
export interface NisbaEntry {
  readonly country: string | undefined
  readonly kind: string
  readonly plural: boolean
  /** «فلسطينيان», «فلسطينيون»: people, never an adjective of a body. */
  readonly people: boolean
}

const nisbas = once(() => {
  const table = new Map<string, NisbaEntry>()
  for (const nisba of loadNisbas())
    for (const form of formsOfNisba(nisba)) {
      const key = nameKey(form)
      const people = nisba.plural.includes(form) || /(?:ون|ين)$/.test(key)
      const plural = people || /(?:ون|ين|ان|ات)$/.test(key)
      if (!table.has(key)) table.set(key, { country: nisba.country, kind: nisba.kind, plural, people })
    }
  return table as ReadonlyMap<string, NisbaEntry>
})

export const nisbaOf = (bare: string): NisbaEntry | undefined => nisbas().get(bare)

/** What the tables say of a form wherever it stands. News repeats its words, so each is looked up once while it is kept. */
export interface FormFacts {
  /** What the bare word announces, and the noun without its pronoun. */
  readonly kinds: ReadonlySet<HeadKind>
  readonly nounKinds: ReadonlySet<HeadKind>
  readonly nisba: NisbaEntry | undefined
  /** Titles that begin with the bare word. */
  readonly titles: TitleNode | undefined
  /** Of the whole key. */
  readonly adjective: AdjectiveKind | undefined
  readonly isNameAdjective: boolean
  readonly isNotName: boolean
  readonly isParticle: boolean
  /** A word that tells of games. */
  readonly isOfGames: boolean
  /** See `nameLikeness`; undefined until it is asked for. */
  likeness: 0 | 1 | 2 | undefined
}

export function factsOf({ form }: Word): FormFacts {
  form.facts ??= describe(form)
  return form.facts
}

function describe(form: Form): FormFacts {
  const { bare, noun, key, whole, printed } = form
  const kinds = headKinds(bare)
  const nisba = nisbaOf(bare)
  const adjective = adjectiveKind(key)
  return {
    kinds,
    nounKinds: noun === bare ? kinds : headKinds(noun),
    nisba,
    titles: titleTrie().next?.get(bare),
    adjective,
    isNameAdjective: form.definite && !form.number && plain(form) && isNameAdjectiveForm(bare, adjective, nisba),
    isNotName: NOT_NAMES.has(whole) || (key !== whole && NOT_NAMES.has(key)) || NEVER_PRINTED.test(printed),
    isParticle: PARTICLES.test(printed),
    isOfGames: GAME_WORDS.has(bare),
    likeness: undefined,
  }
}

const GAME_WORDS = new Set(
  (
    'مباراه مباريات دوري لاعب لاعبين لاعبي لاعبو لاعبون مدرب مهاجم مدافع حارس هدف اهداف بطوله ملعب نادي انديه فريق منتخب جماهير ' +
    'جوله كاس موسم مرمي'
  ).split(' '),
)

function isNameAdjectiveForm(bare: string, kind: AdjectiveKind | undefined, nisba: NisbaEntry | undefined): boolean {
  if (kind !== undefined) return kind === 'name'
  return /.{3,}(?:ي|يه)$/.test(bare) || nisba?.people === false
}

/** What a noun without its article announces, and `headKinds` of the word. */
export const kindsOf = (word: Word): ReadonlySet<HeadKind> => factsOf(word).kinds

/** Country or region of the word as a nisba. */
export const nisbaOfWord = (word: Word): NisbaEntry | undefined => factsOf(word).nisba

/** An adjective with the article, of a kind that names of bodies are made with. */
export const isNameAdjective = (word: Word): boolean => factsOf(word).isNameAdjective

/** Any adjective with the article: of a name, or one that only describes. */
export function isAdjective(word: Word): boolean {
  if (isNameAdjective(word)) return true
  if (!word.definite || !plain(word)) return false
  const kind = factsOf(word).adjective
  return kind !== undefined && kind !== 'not'
}

const NOT_NAMES = new Set(
  (
    'ان انه انها انهم التي الذي الذين هو هي هم هذا هذه ذلك تلك قد لقد كان كانت يكون في من الي علي عن مع بين حتي منذ خلال بعد قبل عند لدي حول ضد ' +
    'دون ما لا لم لن ليس كما كل بعض غير عبر حيث بينما لكن او ثم ام اي اذا لو اما ايضا فيما مما عما امس اليوم غدا مساء صباح ظهر فجر ليل يوم ' +
    'قال قالت افاد افادت اكد اكدت اعلن اعلنت اضاف اضافت صرح اوضح اشار اشارت ذكر ذكرت كشف كشفت شدد دعا طالب حذر بحث التقي استقبل وصل زار راي اعتبر ' +
    'بان بشان وفق بحسب حسب مثل نحو ميات الاف اكثر اقل نفسه نفسها ذاته امام وراء خلف فوق تحت داخل خارج وسط اثناء رغم بسبب نتيجه عام سنه شهر ' +
    'الاحد الاثنين الثلاثاء الاربعاء الخميس الجمعه السبت الماضي الماضيه المقبل المقبله الجاري الان امس هناك هنا كذلك قايلا مضيفا موكدا مشيرا ' +
    'جاء جاءت تم يتم سوف قام قامت عقد اجري شارك حضر قاد توفي قتل اصيب ولد يعد تعد يعتبر ظل بات اصبح صار مازال زال تولي شغل نقل نشر نشرت كتب كتبت ' +
    'عليه عليها عليهم له لها لهم به بها بهم فيه فيها منه منها منهم اليه اليها عنه عنها الله حكم عليك فان فانه لان لانه كيف متي اين سيجري ' +
    'زاد زادت اردف استطرد رئيس وزير قائد مدير امين نائب عضو سفير ممثل متحدث ناطق مستشار زعيم حاكم محافظ ملك امير شيخ دكتور سيد لواء عميد عقيد رائد نقيب فريق جنرال'
  ).split(' '),
)

/** «على» and «إلى» fold to «علي» and «الي»; an accusative («رئيسًا») is no name. */
const NEVER_PRINTED = /^(?:[وف]?(?:على|إلى|الى|أن|إن)|.*(?:ًا|اً|ا\u064b))$/u

/** A function word, frequent verb or title: never part of a person's name by itself. */
export const isNotName = (word: Word): boolean => factsOf(word).isNotName

/** A preposition or particle that folds into a title: «إلى» into «والي». */
export const isParticle = (word: Word): boolean => factsOf(word).isParticle

const PARTICLES = /^[وف]?(?:على|إلى|الى|إلي|أن|إن)$/u

/** Titles that are other nouns more often: the order, the world, the state; and feminine forms that name a thing or an act. */
const OTHER_NOUNS = new Set(
  (
    'امر عالم دوله حكم شريفه وحيد سير ديم معتمده محكوم عين ' +
    'مدرسه مراقبه مساعده مرافقه محاضره محافظه موسسه جراحه استاذه حاجه علامه علامات اشراف مهاجمه'
  ).split(' '),
)

/** A title's form that news prints in another sense: it needs more than itself to mean somebody. */
export const isOtherNoun = (bare: string): boolean => OTHER_NOUNS.has(bare)

/** Verbs of the same letters: «طالب الرئيس …», «عمد المحتجون إلى …». */
const VERBS = new Set(['طالب', 'عمد', 'عين'])
const STUDIES =
  /^(?:ال)?(?:جامع|كلي|معهد|مدرس|ثانوي|طب|هندس|حقوق|دراس|دكتوراه|ماجستير|علم|علوم|لجوء|شريع|صيدل|تمريض|قانون|سن|مرحل|صف|بكالوريا|باكالوريا|اعدادي)/

/** A past verb that is written like a title: a student is told by where or what he studies. */
export const isVerbBefore = ({ bare, definite }: Word, next: Word | undefined): boolean =>
  !definite && VERBS.has(bare) && next !== undefined && !STUDIES.test(next.key)

/** «جوهرة أف أم»: the second letter of FM is nobody's mother. */
export const isLetterName = (words: readonly Word[], at: number): boolean =>
  words[at]?.bare === 'ام' && /^(?:ال)?(?:اف|ايف)$/.test(words[at - 1]?.whole ?? '')

/** Titles of one word: «الأمير» and «الشيخ» stand in some listed names, and are none. */
const titleWords = once(() => {
  const words = new Set<string>()
  for (const { masculine, feminine, variantsAr } of loadTitles())
    for (const form of [...masculine, ...feminine, ...variantsAr]) {
      const key = nameKey(form)
      if (!key.includes(' ')) words.add(`ال${key.replace(/^ال/, '')}`)
    }
  return words as ReadonlySet<string>
})

/** Words that tell whether they hold one. */
interface Words {
  has(word: string): boolean
}

interface NameWords {
  readonly given: Words
  readonly family: Words
}

/** First and later words of the names of public figures, folded; particles left out. */
export const nameWords = once((): NameWords => {
  const prepared = preparedTables()
  if (prepared === undefined) return wordsOfNames()
  const words = (name: string): Words => {
    const table = WordTable.from(prepared, name)
    return { has: (word) => table.idOf(word) >= 0 }
  }
  return { given: words('names.given'), family: words('names.family') }
})

/** The same, out of the data files. */
export function wordsOfNames() {
  const given = new Map<string, number>()
  const family = new Set<string>()
  for (const { ar } of loadPeople()) {
    const words = nameKey(ar).split(' ')
    for (const [i, word] of words.entries()) {
      if (word.length < 2 || NOT_NAMES.has(word) || titleWords().has(word)) continue
      if (i === 0) given.set(word, (given.get(word) ?? 0) + 1)
      else family.add(word)
    }
  }
  return { given: new Set(given.keys()) as ReadonlySet<string>, family: family as ReadonlySet<string> }
}

/** How much a word looks like part of a person's name: 2 a known one, 1 a rare word, 0 neither. */
export function nameLikeness(word: Word): 0 | 1 | 2 {
  const facts = factsOf(word)
  facts.likeness ??= likenessOf(word)
  return facts.likeness
}

function likenessOf(word: Word): 0 | 1 | 2 {
  if (word.number || isNotName(word)) return 0
  const { given, family } = nameWords()
  if (given.has(word.whole) || family.has(word.whole)) return 2
  // «سنويا», «حاليا»: how or when, by an adjective that news knows.
  if (!word.definite && /.{2,}يا$/.test(word.whole) && (evidenceOf(word.whole.slice(0, -1))?.definite ?? 0) > 1)
    return 0
  const evidence = evidenceOf(word.definite ? word.bare : word.key)
  if (evidence === undefined) return 1
  return word.definite ? (evidence.bare <= 1 ? 1 : 0) : evidence.bare <= 3 && evidence.definite <= 1 ? 1 : 0
}

/** An adjective or participle in the plural of people: «العسكريين», «المحتجزون», «الأبرياء». */
export function describesPeople(word: Word): boolean {
  if (word.number) return false
  if (word.definite) return isAdjective(word) || /^(?:م.{2,}|.{2,}ي)(?:ون|ين|ات|ه)$/.test(word.bare)
  return (
    nisbaOfWord(word) !== undefined ||
    /^(?:م.{2,}|.{2,}ي)(?:ون|ين|ات|ه)$/.test(word.bare) ||
    /^(?:كبار|اخرون|اخرين|جدد|اجانب|كثر|كثيرون|كثيرين)$/.test(word.bare)
  )
}

export interface TitleNode {
  next: Map<string, TitleNode> | undefined
  titles: Title[] | undefined
  plural: boolean
}

/** Titles by their words, each without the article: «رئيس الوزراء» and «رئيس وزراء» are one. */
export const titleTrie = once((): TitleNode => {
  const root: TitleNode = { next: undefined, titles: undefined, plural: false }
  const add = (form: string, title: Title, plural: boolean): void => {
    let node = root
    for (const word of nameKey(form).split(' ')) {
      const bare = withoutArticle(word)
      node.next ??= new Map()
      let child = node.next.get(bare)
      if (child === undefined) {
        child = { next: undefined, titles: undefined, plural: false }
        node.next.set(bare, child)
      }
      node = child
    }
    if (node.titles === undefined) {
      node.titles = [title]
      node.plural = plural
    } else if (!node.titles.includes(title)) {
      node.titles.push(title)
      if (!plural) node.plural = false
    }
  }
  for (const title of loadTitles()) {
    for (const form of [...title.masculine, ...title.feminine, ...title.variantsAr]) add(form, title, false)
    for (const form of title.plural) add(form, title, true)
  }
  return root
})

const withoutArticle = (word: string): string => (word.startsWith('ال') && word.length > 4 ? word.slice(2) : word)

/** Whether a word, its article left out, is a title by itself. */
export const isTitleWord = (word: Word): boolean => factsOf(word).titles?.titles !== undefined
