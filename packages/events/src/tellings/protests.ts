import type { EntityType } from '@isnad/entities'
import type { VerbClause } from '../clauses/clause.js'
import { nounClause } from '../clauses/noun-clause.js'
import { changedTelling, isComplete, type Telling } from '../clauses/telling.js'
import type { Word } from '../forms/words.js'
import type { Filler, Item, NounPhrase } from '../phrases/noun-phrase.js'
import type { Party } from '../phrases/parties.js'
import type { PhraseReader } from '../phrases/phrase-reader.js'
import type { VerbReading } from '../phrases/verbs-here.js'
import { isCrowd } from '../phrases/word-class.js'
import { verbStatus } from '../status/status.js'
import type { Assembler } from './assemble.js'

/** The entry whose verb says what a crowd does; any other verb whose subject is a crowd tells the same, only weakly. */
const OF_CROWDS = 'event.hataf'
/** Verbs of being, saying and wishing tell nothing of a crowd in the street. */
const QUIET: ReadonlySet<string> = new Set(['be', 'say', 'maybe', 'plan', 'deny'])
/** Words between a protest and those against whom it is. */
const FARTHEST_AIM = 30
/**
 * Before ب: «منددين بالحكومة»; before ل: «مناهضة للحكومة», «رفضا لقرار الحكومة», «الموت لفلان»; before على: «احتجاجا على سياسة
 * الحكومة», «غضبا من الحكومة»; before a noun: «مطالبين الحكومة», «متهمين الجيش», «يسقط فلان».
 */
const CONDEMNING = /^(?:[يت]?ندد|مندد|تنديد|مشهر)/
const DEMANDING = /^(?:[يت]?طالب|مطالب)/
/** «مطالبين برحيل فلان»: what is demanded of those against whom a protest is; whose release is demanded, it is for. */
const UNSEATING = /^(?:استقال|رحيل|اقال|تنحي|اسقاط|سقوط|محاكم|محاسب|طرد|عزل|انسحاب|خروج|حل$)/
const BEFORE = new Set(['امام', 'قبالة', 'خارج', 'قرب', 'نحو', 'باتجاه'])
const LEGATION = /^(?:سفارة|قنصلية)$/
const OPPOSED = /^(?:معادي|معاد|مناهض|مناوئ|معارض|رافض|رفض|مضاد|استنكار|موت)/
const OBJECTING = /^(?:احتجاج|[يت]حتج|احتج|محتج|اعتراض|معترض|غضب|غاضب|ساخط|سخط)/
const ADDRESSED = /^(?:مطالب(?:ين|ة|ا)|متهم(?:ين|ة|ا)|مناشد(?:ين|ة)|[يت]سقط)$/
const WHO: ReadonlySet<EntityType> = new Set(['PER', 'ORG', 'GPE'])

/** A verb of something done: neither to come nor of being, saying or wishing. */
function deedAt(verb: number, reader: PhraseReader): VerbReading | undefined {
  const reading = reader.verb(verb)
  const isQuiet = reading?.senses.some(({ verbClass }) => QUIET.has(verbClass ?? '')) === true
  return reading?.future === true || isQuiet ? undefined : reading
}

/** «رفع المتظاهرون لافتات»: what demonstrators do tells of their demonstration, where nobody tells of it in as many words. */
export function crowdTelling(
  item: number,
  clause: VerbClause,
  found: readonly Telling[],
  reader: PhraseReader,
  items: readonly Item[],
  assembler: Assembler,
): Telling | undefined {
  const verb = items[item]?.at ?? 0
  const reading = deedAt(verb, reader)
  const trigger = reader.vocabulary.entry(OF_CROWDS)
  const crowd = clause.subject?.fillers.find((filler) => filler.crowd)
  if (reading === undefined || trigger === undefined || crowd === undefined) return undefined
  // «أصيب متظاهرون»: those to whom it is done.
  const here = found.filter(({ from, at }) => from === verb || at === verb)
  if (here.some(({ trigger: { type } }) => type === 'PROTEST')) return undefined
  if (here.some(({ parties }) => parties.some(({ filler, role }) => filler === crowd && role !== 'actor')))
    return undefined
  const status = verbStatus(items, item, reading, reader, true)
  if (status !== 'asserted') return undefined
  const phrase: NounPhrase = { fillers: [crowd], from: crowd.from, to: crowd.to }
  const parties = assembler.parties(phrase, [{ role: 'actor', accepts: 'crowd' }], 'subject', trigger)
  if (parties.length === 0) return undefined
  let word = crowd.head
  while (word + 1 < crowd.to && !isCrowd(reader.words[word])) word++
  const telling = assembler.telling({
    at: item,
    word,
    trigger,
    part: 'noun',
    parties,
    prepositional: clause.prepositional,
    times: clause.times,
    frame: trigger.frame,
    status,
    passive: false,
    definite: false,
    plural: false,
    from: Math.min(verb, word),
    to: word + 1,
  })
  return changedTelling(telling, { implied: true })
}

/** «أغلق التجار محالهم احتجاجا على الضرائب»: what many do in protest is their protest, where the verb tells no event of its own. */
export function protestingTelling(
  item: number,
  clause: VerbClause,
  found: readonly Telling[],
  reader: PhraseReader,
  items: readonly Item[],
  assembler: Assembler,
): Telling | undefined {
  const verb = items[item]?.at ?? 0
  const reading = deedAt(verb, reader)
  const trigger = reader.vocabulary.entry(IN_PROTEST)
  const head = clause.subject?.fillers[0]
  if (reading === undefined || trigger === undefined || head === undefined || clause.subject === undefined)
    return undefined
  const burning = BURNING.test(reader.words[verb]?.whole ?? '')
  if (!burning && !isMany(head)) return undefined
  if (found.some((one) => (one.from === verb || one.at === verb) && isComplete(one))) return undefined
  const place = motiveBehind(items, item)
  const motive = items[place]
  if (motive?.kind !== 'phrase') return undefined
  const word = motive.phrase.fillers[0]?.head ?? motive.at
  if (burning && !reader.words.slice(verb, word).some(({ stem }) => ONESELF.has(stem))) return undefined
  if (verbStatus(items, item, reading, reader, true) !== 'asserted') return undefined
  const parties = assembler.parties(clause.subject, [{ role: 'actor', accepts: 'person' }], 'subject', trigger)
  if (parties.length === 0) return undefined
  const behind = nounClause(items, place, reader)
  return assembler.telling({
    at: place,
    word,
    trigger,
    part: 'light',
    parties,
    prepositional: [...clause.prepositional.filter(({ item: one }) => one < place), ...behind.prepositional].filter(
      ({ key, item: one }) => key !== 'علي' || one > place,
    ),
    times: clause.times,
    frame: trigger.frame,
    status: 'asserted',
    passive: false,
    definite: false,
    plural: false,
    from: Math.min(verb, head.from),
    to: word + 1,
  })
}
const IN_PROTEST = 'event.ihtajj'
const BURNING = /^(?:احرق|حرق|اضرم|اشعل)(?:ت|وا)?$/
const ONESELF: ReadonlySet<string> = new Set(['نفس', 'جسد', 'انفس', 'اجساد'])
const MANY: ReadonlySet<string> = new Set(['group', 'number', 'quantity'])
const isMany = ({ of, entity }: Filler): boolean => MANY.has(of) || (entity?.type === 'PER' && entity.group === true)

/** The item «احتجاجا» of a verb's clause. */
function motiveBehind(items: readonly Item[], verb: number): number {
  for (let i = verb + 1; i < items.length && i <= verb + FARTHEST_MOTIVE; i++) {
    const item = items[i]
    if (item === undefined || item.kind === 'verb' || item.kind === 'stop' || item.kind === 'opener') break
    const first = item.kind === 'phrase' && item.preposition === undefined ? item.phrase.fillers[0] : undefined
    if (first?.headKey === 'احتجاجا') return i
  }
  return -1
}
const FARTHEST_MOTIVE = 12

/**
 * The protests of one sentence in full: who demonstrates, where another clause names the crowd («اندلعت مظاهرة … رفع المتظاهرون»), and
 * against whom. What a crowd does is told by itself only where nothing else tells of its protest.
 */
export function completeProtests(
  found: readonly Telling[],
  items: readonly Item[],
  reader: PhraseReader,
  assembler: Assembler,
): Telling[] {
  const told = found.some(({ trigger, implied }) => trigger.type === 'PROTEST' && implied !== true)
  let implied = false
  return found.flatMap((telling) => {
    if (telling.trigger.type !== 'PROTEST') return [telling]
    if (telling.implied === true) {
      if (told || implied) return []
      implied = true
    }
    const doers = telling.parties.some(({ role }) => role === 'actor') ? [] : crowdOf(telling, items, reader, assembler)
    // «خرجت مظاهرات ضد فلان»: what a verb says took place needs nobody who demonstrates.
    const whole =
      (doers.length + telling.parties.length > 0 || tookPlace(telling, reader)) &&
      !telling.parties.some(({ role }) => role === 'recipient')
    const against = whole ? aimOf(telling, items, reader, assembler) : []
    return doers.length + against.length === 0
      ? [telling]
      : [changedTelling(telling, { parties: [...telling.parties, ...doers, ...against] })]
  })
}

/** «خرجت مظاهرات», «شهدت المدينة مظاهرة»: a verb in the perfect says that it took place. */
const tookPlace = ({ part, from }: Telling, reader: PhraseReader): boolean =>
  part === 'light' && reader.verb(from)?.tense === 'perfect'

function crowdOf(
  { trigger, part, at }: Telling,
  items: readonly Item[],
  { words }: PhraseReader,
  assembler: Assembler,
): readonly Party[] {
  for (const item of items) {
    if (item.kind !== 'phrase') continue
    const crowd = item.phrase.fillers.find((filler) => filler.crowd)
    if (crowd === undefined || isOneOfCrowd(crowd, words)) continue
    // «يخرج المتظاهرين إلى الشوارع»: whom somebody brings out.
    if (part === 'verb' && item.at === at + 1 && OBLIQUE.test(words[crowd.head]?.stem ?? '')) continue
    const phrase = { fillers: [crowd], from: crowd.from, to: crowd.to }
    const parties = assembler.parties(phrase, [{ role: 'actor', accepts: 'crowd' }], 'crowd', trigger)
    if (parties.length > 0) return parties
  }
  return []
}

const OBLIQUE = /...ين$/
/** «أحد المحتجين», «متظاهرا»: one man, to whom something befell. */
const ONE = /^(?:احد|احدي|متظاهرا?|محتجا?|معتصما?|مضربا?)$/
const isOneOfCrowd = ({ headKey, head, of }: Filler, words: readonly Word[]): boolean =>
  of !== 'number' && (ONE.test(headKey) || ONE.test(words[head]?.stem ?? ''))

/** Those against whom a protest is, behind words that say so. */
function aimOf(telling: Telling, items: readonly Item[], reader: PhraseReader, assembler: Assembler): readonly Party[] {
  const { words } = reader
  for (const item of items) {
    if (item.kind !== 'phrase' || item.at <= telling.at || item.at - telling.at > FARTHEST_AIM) continue
    const before = words[item.at - 1]
    const head = item.phrase.fillers[0]
    // «بشعارات مناهضة للحكومة»: the adjective holds its complement inside the phrase.
    // «مطالبين حكومة الساحل»: the participle's object may be read as its genitive.
    const addressed =
      head !== undefined && item.preposition === undefined && ADDRESSED.test(words[head.head]?.stem ?? '')
    const opposed = words.slice(item.phrase.from, item.phrase.to).some(({ stem }) => OPPOSED.test(stem))
    const named = opposed || addressed ? head?.nested.find(({ type }) => WHO.has(type)) : undefined
    if (head !== undefined && named !== undefined)
      return [{ role: 'recipient', filler: head, slot: 'aim', entity: named, make: undefined }]
    if (head === undefined || before === undefined) continue
    const against =
      item.preposition === 'ضد' ||
      (item.preposition === 'ب' && CONDEMNING.test(before.stem)) ||
      (item.preposition === 'ب' && DEMANDING.test(before.stem) && UNSEATING.test(words[head.head]?.stem ?? '')) ||
      (BEFORE.has(item.preposition ?? '') && LEGATION.test(head.headKey)) ||
      (item.preposition === 'ل' && OPPOSED.test(before.stem)) ||
      ((item.preposition === 'علي' || item.preposition === 'من') && OBJECTING.test(before.stem)) ||
      (item.preposition === undefined && ADDRESSED.test(before.stem))
    if (!against) continue
    const taken = telling.parties.some(({ filler }) => filler.from < item.phrase.to && item.phrase.from < filler.to)
    const parties = taken ? [] : behind(head, item.phrase, telling, assembler)
    if (parties.length > 0) return parties
  }
  return []
}

/** Whom an aim names: somebody, or whose deed or policy it is («احتجاجا على زيارة فلان»). */
function behind(head: Filler, phrase: NounPhrase, { trigger }: Telling, assembler: Assembler): readonly Party[] {
  const choices = [
    { role: 'recipient' as const, accepts: LEGATION.test(head.headKey) ? ('target' as const) : ('who' as const) },
  ]
  const own = assembler.parties(phrase, choices, 'aim', trigger)
  if (own.length > 0) return own
  const genitive = head.genitive
  // «احتجاجا على مقتل فلان»: not against the victim.
  const suffers =
    head.senses?.some((sense) => sense.trigger.nounFrame.get('genitive')?.[0]?.role === 'recipient') === true
  if (suffers && !UNSEATING.test(head.headKey)) return []
  if (genitive !== undefined) return assembler.parties(genitive, choices, 'aim', trigger)
  const owner = head.nested.find(({ type }) => WHO.has(type))
  return owner === undefined ? [] : [{ role: 'recipient', filler: head, slot: 'aim', entity: owner, make: undefined }]
}
