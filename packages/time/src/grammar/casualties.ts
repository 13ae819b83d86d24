import type { TimeItem } from '../item.js'
import type { Role } from '../lex/lexeme.js'
import { boundBefore } from './bounds.js'
import type { Reader } from './reader.js'
import type { Found } from './rule.js'

const MAX_BACK = 9
const MAX_AHEAD = 3

/** What befell the people counted, from the word after the figure or the verb before it; subsets after «بينهم». */
export function withRoles(r: Reader, found: readonly Found[]): Found[] {
  const out: Found[] = []
  let last: Found | undefined
  for (const one of found) {
    const next = isCount(one.item) ? withRole(r, one, last) : one
    out.push(next)
    if (isCount(next.item)) last = next
  }
  return out
}

const isCount = (item: TimeItem): boolean =>
  item.kind === 'number' || item.kind === 'number_vague' || item.kind === 'number_range'

/** A word near the figure tells what befell somebody, or counts him among others: most figures have none. */
function isTold(r: Reader, { from, to }: Found): boolean {
  for (let j = Math.max(0, from - MAX_BACK); j <= to + MAX_AHEAD; j++)
    if (r.lexeme(j).role !== undefined || isOfGroup(r, j)) return true
  return false
}

function withRole(r: Reader, found: Found, previous: Found | undefined): Found {
  if (!isTold(r, found) || !isPeople(r, found) || isUnity(r, found.from)) return found
  // «إصابة في 20 محافظة»: where, not who
  if (r.f(found.from - 1) === 'in' && !r.at(found.from).line && PLACES.test(r.at(found.to).key)) return found
  // «قتلها بـ15 طعنة»: with what, not whom
  const isBy = r.proclitic(found.from) === 'ب' || (r.is(found.from - 1, 'ب') && !r.at(found.from).line)
  if (isBy && !isPerson(r, found.to) && !TOOK.test(r.at(found.from - 2).key) && !TOOK.test(r.at(found.from - 1).key))
    return found
  // «دور الثمانية», «قيمتها إلى النصف», «حمدي نقاز (24)», «إلا من ثلاث»: no people
  if (isOfRound(r, found.from) || isShareOfThing(r, found) || isAfterName(r, found)) return found
  if (r.is(found.from - 1, 'من') && r.is(found.from - 2, 'الا')) return found
  // «إصابة واحدة بين كل ألف شخص»: how often
  if (r.is(found.from - 1, 'كل')) return found
  // «وهي أم لطفلتين», «أعدم الأجداد الأربعة»: those who stand beside what befell another
  if (r.at(found.from).word.proclitic === 'ل' && PARENTS.has(r.stem(found.from - 1))) return found
  const subset = isSubset(r, found.from, previous) || isOfThem(r, found, previous)
  const inherited = subset && previous !== undefined && 'role' in previous.item ? previous.item.role : undefined
  // «ثلاث حالات وفاة» tells of deaths, «ثلاث حالات حرجة» does not
  const isCase = r.at(found.to).key === 'حالات'
  // «جرح ثلاثة منهم»: the verb at hand says more than what the others suffered
  const near = r.lexeme(found.from - 1)
  const own = !r.at(found.from).line && near.noun === undefined && !r.hasArticle(found.from - 1) ? near.role : undefined
  const role =
    VESSELS.has(r.at(found.to).key) || isThing(r, found)
      ? undefined
      : isCase
        ? roleAfter(r, found.to)
        : (ownRole(r, found) ??
          roleAfter(r, found.to) ??
          roleOfVerb(r, found) ??
          (subset ? own : undefined) ??
          inherited ??
          roleBefore(r, found.from, previous))
  if (role === undefined && !subset) return found
  return found.changed((item) =>
    Object.assign(item, role === undefined ? {} : { role }, subset ? { subset: true as const } : {}),
  )
}

/** قتيلان، جثتين: the pair says itself what befell it. */
const ownRole = (r: Reader, { from, item }: Found): Role | undefined =>
  'form' in item && item.form === 'dual' ? r.lexeme(from).role : undefined

/** «فقدت نصف قيمتها» */
const isShareOfThing = (r: Reader, { to, item }: Found): boolean =>
  'form' in item &&
  item.form === 'fraction' &&
  /^(?:ال)?(?:قيم|مساح|وزن|رصيد|نقاط|امو|حجم|طول|ثرو|مكاسب|وقت)/.test(r.at(to).key)

/** «دور الستة عشر», «الدور ربع النهائي»: a round of a cup. */
const isOfRound = (r: Reader, i: number): boolean =>
  /^[وبل]?(?:ال)?(?:دور|مربع)$/.test(r.at(i - 1).key) && !r.at(i).line

/** «حمدي نقاز (24) وأضاع»: a minute or an age after a name. */
const isAfterName = (r: Reader, { from, to }: Found): boolean =>
  r.isSign(from - 1, '(') &&
  r.isSign(to, ')') &&
  r.isWord(from - 2) &&
  r.lexeme(from - 2).role === undefined &&
  r.lexeme(from - 2).f === undefined &&
  r.lexeme(from - 2).mod === undefined &&
  !isOfGroup(r, from - 2) &&
  !isPerson(r, to + 1) &&
  !/^(?:و|ب|ل)?(?:عدد|عددهم|مجموع)/.test(r.at(from - 2).key)

const isPerson = (r: Reader, i: number): boolean =>
  r.isWord(i) &&
  !r.at(i).line &&
  !r.at(i).word.article &&
  (r.lexeme(i).noun?.person === true ||
    r.lexeme(i).role !== undefined ||
    /^(?:اخر|من$|اشخاص|شخص|فلسطيني|مدني|جند|مسلح|عنصر|عناصر|امراه|نساء|رجال|رجل|مواطن)/.test(r.at(i).key))

/** «قضى موسما واحدا», «مرة واحدة»: one, said of a noun before it; «قتل جندي واحد» counts him. */
const isUnity = (r: Reader, i: number): boolean =>
  r.stem(i).startsWith('واحد') &&
  r.isWord(i - 1) &&
  !r.at(i).line &&
  r.plain(i) &&
  r.lexeme(i - 1).role === undefined &&
  !isVictim(r, i - 1)

/** «قتل جندي»: a person right behind the word that tells what befell him. */
export const isVictim = (r: Reader, i: number): boolean => {
  const { noun } = r.lexeme(i)
  return noun?.count === 1 && noun.person && r.lexeme(i - 1).role !== undefined && !r.breaks(i)
}

const PLACES =
  /^(?:محافظ|دول|مدن|مدين|منطق|مناطق|موقع|مواقع|حادث|حوادث|هجوم|هجمات|غار|قري|بلد|ولاي|عملي|انفجار|تفجير|مبار|اشهر|ايام|سنوات)/

/** «غرق مركب كان يقل 22», «جرى نقل 30 إلى المستشفى»: those aboard, those brought away. */
const CARRIED = /^[وف]?(?:ي|ت)?(?:قل|قلون|حمل|حملون|نقل|نقلت|نقلوا|انقاذ|انقذ|انقذت|علاج|اسعاف|متنه|متنها)$/

const PARENTS: ReadonlySet<string> = new Set(['ام', 'اب', 'والد', 'والده', 'اما', 'ابا'])

/** What is held or lost but is no person: «احتجاز 19 سفينة». */
const VESSELS: ReadonlySet<string> = new Set(
  'صوره صورا صور وثيقه وثائق مقطع مقاطع رساله رسائل شكوي طلبا طلب ملفا ملف تقريرا شاحنات قذيفه قذائف لغما الغام دبابه قطعه سفينه سفن ناقله ناقلات زورقا زوارق قاربا قوارب حافله شاحنه طايره طاءره طائره مركبه'.split(
    ' ',
  ),
)

/** «فقد نقطتين», «ملايين من الحسابات»: what is counted is no person, by its table or by its plural. */
function isThing(r: Reader, found: Found): boolean {
  const { item } = found
  if ('form' in item && item.form !== undefined) {
    const { noun, role } = r.lexeme(found.from)
    return noun !== undefined && !noun.person && role === undefined
  }
  const isOf = r.f(found.to) === 'from' && r.at(found.to + 1).word.article
  const counted = isOf ? r.at(found.to + 1).key.replace(/^ال/, '') : r.at(found.to).key
  return counted !== 'حالات' && (NOT_VICTIMS.has(counted) || THINGS.test(counted))
}

/** Counts of things, money and time are no casualties. */
function isPeople(r: Reader, found: Found): boolean {
  const lexeme = r.lexeme(found.to)
  if (lexeme.unit || lexeme.measure || lexeme.currency || lexeme.card) return false
  if (lexeme.noun && !lexeme.noun.person && lexeme.role === undefined) return false
  if (NOT_VICTIMS.has(r.at(found.to).key)) return false
  return !r.isSign(found.to, '%٪')
}

/** Plurals in ‑ات that name no women: حسابات، غارات، مجموعات. */
const THINGS =
  /^(?!.*(?:سيد|فتي|طالب|ممرض|مجند|سايح|شاب|طفل|ام|معلم|مدرس|موظف|عامل|صحفي|صحافي|مسافر|راهب|مواطن|مسلم|مسن|ناشط|متظاهر|شقيق|زوج|اصاب|عائل|عايل|وفي|بن|مدني|مراهق|حاج|معتقل|اسير|مختطف|رضيع|تلميذ|مهاجر|لاجئ|لاجي|شرطي|جندي|فنان|ضحي)ات$).{3,}ات$/

const NOT_VICTIMS = new Set(
  'بند بندا بنود فقره فقرات اعاقه اعاقات طابقا طوابق ادوار مشروع مشروعا مشاريع حسابا حساب راسا رؤوس راس شجره اشجار قضيه قضايا لاعبا لاعبين نقاطا فرصه فرص مباني مبني كيلومتر مواقع موقعا هجوما هجمات بلاغا تاشيره وظيفه مقاعد مشارك مشاركا متابع متابعا صوت صوتا نقطه نقاط هدف اهداف مقعدا مقعد مرات مره حاله دوله دول قريه منزل منزلا منازل سياره سيارات مباراه مباريات'.split(
    ' ',
  ),
)

const SUBSET = ['بينهم', 'بينها', 'منهم', 'منها', 'بينهن', 'ضمنهم', 'منهن']

/** The same with what may be attached to them: ومنهم، فبينها. */
const JOINED_SUBSET: ReadonlySet<string> = new Set(['', 'و', 'ف', 'ب'].flatMap((one) => SUBSET.map((key) => one + key)))

/** All of them end in a pronoun: هم، ها، هن. */
const isOfGroup = (r: Reader, i: number): boolean => r.isWord(i) && r.endsInPronoun(i) && JOINED_SUBSET.has(r.at(i).key)

/** «31 آخرون، ستة منهم في حالة حرجة», «تمكنت أربع سيدات منهم»: some of those counted before, in one sentence. */
function isOfThem(r: Reader, found: Found, previous: Found | undefined): boolean {
  if (previous === undefined || !('role' in previous.item) || found.from - previous.to > 12) return false
  const at = OF_THEM.has(r.at(found.to).key) ? found.to : found.to + 1
  if (!OF_THEM.has(r.at(at).key)) return false
  for (let j = previous.to; j <= at; j++) if (r.breaks(j)) return false
  return true
}

const OF_THEM: ReadonlySet<string> = new Set(['منهم', 'منهن'])

const OPENS_CLAUSE = /^(?:عن|الي|في|ان|انه|انها|بان)$/

/** «منها عقوبات على 24 شخصا», «في أربع منها وخسر خمسا»: the figure belongs to another noun or another verb. */
const isOfOther = (r: Reader, group: number, i: number): boolean => {
  const from = boundBefore(r, i)?.from ?? i
  if (from <= group + 1) return false
  if (/^(?:علي|في|الي|عن|ضد|بحق)$/.test(r.at(from - 1).key)) return true
  return r.proclitic(i) === '' && r.isWord(group + 1) && /^[وف]/.test(r.at(group + 1).key) && !r.isKnown(group + 1)
}

function isSubset(r: Reader, i: number, previous: Found | undefined): boolean {
  // «صورة منها وست صور»: «و» begins another item
  const isJoined = r.proclitic(i) === 'و'
  if (isJoined && SUBSET.includes(r.at(i - 1).key)) return false
  // a figure of its own, or a new verb, closes the list
  const isList = isJoined || r.is(i - 1, 'و')
  for (let j = i - 1; j >= 0 && i - j <= 3 && !r.breaks(j + 1); j--) {
    if (previous !== undefined && j < previous.to && !isList) return false
    const { role, noun } = r.lexeme(j)
    if (role !== undefined && noun === undefined) return false
    // «تحدث كثير منها عن عشرات»: some of what was told before, and another number
    // «وقف في كل منها عشرات»: others
    if (isOfGroup(r, j) && /^(?:كل|اي|العديد|عدد|بعض|البعض)$/.test(r.at(j - 1).key)) return false
    if (isOfGroup(r, j)) return j === i - 1 || (!OPENS_CLAUSE.test(r.at(j + 1).key) && !isOfOther(r, j, i))
    if (r.isSign(j, '،,')) return false
  }
  return false
}

/** «عشرين في عداد المفقودين»: among whom they are counted. */
const COUNTED_AS: readonly (readonly [RegExp, Role])[] = [
  [/^المفقودين$/, 'missing'],
  [/^(?:القتلي|الضحايا|الموتي|الاموات|الشهداء)$/, 'killed'],
  [/^(?:الجرحي|المصابين)$/, 'injured'],
]

function roleAmong(r: Reader, i: number): Role | undefined {
  for (let j = i; j < i + 2; j++)
    if (r.f(j) === 'in' && r.is(j + 1, 'عداد') && !r.at(j).line)
      return COUNTED_AS.find(([words]) => words.test(r.at(j + 2).key))?.[1]
  return undefined
}

function roleAfter(r: Reader, i: number): Role | undefined {
  const among = roleAmong(r, i)
  if (among !== undefined) return among
  for (let j = i; j < i + MAX_AHEAD && j < r.length && !r.breaks(j); j++) {
    if (r.isSign(j, '،,') || r.isDigits(j)) return undefined
    const lexeme = r.lexeme(j)
    if (r.proclitic(j) === 'و' || r.isDefinite(j) || lexeme.f === 'and') return undefined
    if (lexeme.role !== undefined && (lexeme.noun || isCountedNoun(r.stem(j)))) {
      const joined = r.lexeme(j + 1).role
      // «قتلى وجرحى»
      const pair =
        r.at(j + 1).word.proclitic === 'و' &&
        joined !== undefined &&
        joined !== lexeme.role &&
        isCountedNoun(r.stem(j + 1))
      return pair ? both(lexeme.role, joined) : lexeme.role
    }
    if (lexeme.card !== undefined) return undefined
  }
  return undefined
}

const BEFELL = /^(?:قتلوا|جرحوا|اصيبوا|استشهدوا|اعتقلوا|اختطفوا|خطفوا|احتجزوا|نزحوا|توفوا|ماتوا)$/
const MEANWHILE = /^(?:وا?صيب|وجرح|وقتل|واعتقل|فيما|بينما|كما|عندما|حين)/

/** «9 جنود قتلوا», «أربعة عمال لقوا حتفهم»: the verb in the plural behind those it befell. */
function roleOfVerb(r: Reader, { to }: Found): Role | undefined {
  if (!r.isWord(to) || r.at(to).line || r.isDefinite(to)) return undefined
  for (let j = to; j < to + MAX_TO_VERB && j < r.length && !r.breaks(j) && r.isWord(j); j++) {
    const { key } = r.at(j)
    if (BEFELL.test(key)) {
      const { role } = r.lexeme(j)
      // «أصيبوا أو قتلوا»
      const other = r.is(j + 1, 'او') && BEFELL.test(r.at(j + 2).key) ? r.lexeme(j + 2).role : undefined
      return role !== undefined && other !== undefined ? both(role, other) : role
    }
    if (/^لقوا$/.test(key)) return /^(?:حتفهم|مصرعهم)$/.test(r.at(j + 1).key) ? 'killed' : undefined
    if (MEANWHILE.test(key) || r.f(j) !== undefined || r.lexeme(j).card !== undefined) return undefined
  }
  return undefined
}

const MAX_TO_VERB = 4

const COUNTED = new Set(
  'محتجز محتجزا محتجزين محتجزون قتلي قتيل قتيلا قتيله شهيد شهيدا شهداء ضحيه ضحايا جثه جثث وفيات وفاه جرحي جريح جريحا جريحه اصابات اصابه مصاب مصابا مصابين مصابون اسري اسير اسيرا معتقل معتقلا معتقلين مخطوف مخطوفا مختطف رهينه رهائن رهاين مفقود مفقودا مفقودين نازح نازحا نازحين صرعي'.split(
    ' ',
  ),
)

const isCountedNoun = (stem: string): boolean => COUNTED.has(stem)

const TOOK = /^[وف]?(?:اودي|اودت|تودي|يودي|حياه|بحياه|ارواح|فتك|فتكت)$/

/** Dead and wounded are counted together; «قُتل متطرف واعتقل 16» has two verbs, and the nearer one counts. */
function both(a: Role, b: Role): Role {
  return (a === 'killed' && b === 'injured') || (a === 'injured' && b === 'killed') ? 'killed_or_injured' : b
}

const IN_PLURAL = /وا$/
/** «لقوا حتفهم في الشمال و28 في الجنوب», «الذين توفوا إلى 33»: the figure belongs to what was told. */
const goesOn = (r: Reader, i: number): boolean => {
  const from = boundBefore(r, i)?.from ?? i
  return r.proclitic(i) === 'و' || r.is(from - 1, 'و') || r.is(from - 1, 'الي') || /^[وب]/.test(r.at(from).key)
}

/** «200 ألف تضرروا» */
function hasOwnVerb(r: Reader, i: number): boolean {
  for (let j = i + 1; j <= i + MAX_TO_VERB && j < r.length && !r.breaks(j) && r.isWord(j); j++) {
    if (r.f(j) !== undefined || /^و/.test(r.at(j).key)) return false
    if (/^.{3,}وا$/.test(r.at(j).key)) return !BEFELL.test(r.at(j).key)
  }
  return false
}

const SUFFERED = /^[وف]?(?:لقوا|اصيبوا|استشهدوا|ماتوا|توفوا|غرقوا|نزحوا|احتجزوا)$/

const SNATCHED = /^(?:ال)?(?:نقاط|نقطه|نقطتين|فوز|فوزا|تعادل|تعادلا|هدف|هدفا|اضواء|انظار|بطاقه|لقب|صداره)$/

const SPENT: ReadonlySet<string> = new Set(['قضي', 'قضوا'])

function roleBefore(r: Reader, i: number, previous: Found | undefined): Role | undefined {
  for (let j = i - 1; j >= 0 && i - j <= MAX_BACK && !r.breaks(j + 1); j--) {
    // the figure before has taken what stands before it
    if (previous !== undefined && j < previous.to && !isListed(r, previous.to, i)) return undefined
    if (CARRIED.test(r.at(j).key) && !r.is(j + 1, 'عن')) return undefined
    // «قتل برصاص شرطيين»: those who did it
    if (j === i - 1 && r.at(i).word.lexeme.noun?.count === 2 && DOERS.test(r.at(j).key)) return undefined
    if (r.lexeme(j).role === undefined) continue
    const { lexeme, article, stem } = r.at(j).word
    if (lexeme.role === undefined || (article && lexeme.noun && !isHead(r, j, i))) continue
    // «46 لقوا مصرعهم وأكثر من 200 تضرروا»: the verb in the plural has had its subject
    if (SUFFERED.test(r.at(j).key) && (hasOwnVerb(r, i) || !goesOn(r, i))) continue
    // «معدلات الإصابة به لدى أكثر من 100»: the illness, not its victims
    if (article && ILLNESS.has(stem) && !/^(?:و|ب|ل)?(?:ال)?(?:عدد|اعداد|حصيله|بلغ|بلغت)$/.test(r.at(j - 1).key))
      continue
    // «الأسر المنتجة» are families
    if (article && stem === 'اسر') continue
    // «قتل … واضطر الأجداد الأربعة»: a figure with the article describes its own noun
    if (isDescribing(r, i) && i - j > 2) continue
    // «فقد كتب» is a particle: only right before the figure is it a verb
    if (stem === 'فقد' && j + 1 < (boundBefore(r, i)?.from ?? i)) continue
    // «قضى موسما واحدا» spent it
    // «خطف نقاط المباراة»
    if (/^(?:ا)?(?:خطف|ختطاف|ختطف)/.test(stem) && SNATCHED.test(r.at(j + 1).key)) continue
    if (SPENT.has(stem) && /ا$/.test(r.at(j + 1).key)) continue
    if (isCountedNoun(r.stem(j)) && !isHead(r, j, i)) continue
    // «أحدثت وفاة المسعف صدمة أثقلت نفوس المئات»: it heads what is near
    if (stem === 'وفاه' && i - j > 7) continue
    const other = r.lexeme(j - 1).role
    // «مقتل وإصابة عشرات»; the tables have «وإصابة» whole
    const isJoined = r.at(j).word.proclitic === 'و' || /^و(?:مقتل|اصابه|جرح|استشهاد)$/.test(r.at(j).key)
    // «9 جنود قتلوا وجرح 21»: a verb in the plural has told of those before it
    const joined = isJoined && other !== undefined && other !== lexeme.role && !IN_PLURAL.test(r.at(j - 1).key)
    return joined ? both(other, lexeme.role) : lexeme.role
  }
  return undefined
}

const DOERS = /^(?:برصاص|بنيران|بايدي|بيد|بسلاح|يد)$/

const ILLNESS: ReadonlySet<string> = new Set(['اصابه', 'اصابات', 'وفاه', 'وفيات'])

const isDescribing = (r: Reader, i: number): boolean =>
  r.at(i).word.article && r.at(i).word.proclitic === '' && r.isWord(i - 1) && r.at(i - 1).word.article && !r.at(i).line

/** «إصابة», «جثث تسعة مهاجرين» and «عدد المصابين إلى 105» head the figure; «القتلى» elsewhere has one of its own. */
const isHead = (r: Reader, j: number, i: number): boolean =>
  ['اصابه', 'اصابات', 'وفاه'].includes(r.stem(j)) ||
  (j === i - 1 && ['جثث', 'جثه', 'جثامين'].includes(r.stem(j))) ||
  (r.at(j).word.article && ['عدد', 'اعداد', 'حصيله'].includes(r.stem(j - 1)) && (r.is(i - 1, 'الي') || j === i - 1))

/** «ثلاثة جنود وشرطيان»: «و» carries the role on where no new verb begins. */
function isListed(r: Reader, from: number, i: number): boolean {
  if (r.proclitic(i) !== 'و' && !r.is(i - 1, 'و')) return false
  for (let j = from; j < i; j++) if (r.lexeme(j).role !== undefined && !r.lexeme(j).noun) return false
  // «لقي 48 حتفهم في الشمال و28 في الجنوب»: the verb is not said again
  return i - from <= 4 || (i - from <= MAX_BACK && r.f(i + 1) === 'in')
}
