import { contains, type Span } from '@isnad/text'
import type { Telling } from '../clauses/telling.js'
import type { EventStatus } from '../event.js'
import { RELATIVES } from '../forms/function-words.js'
import type { Sentence, Word } from '../forms/words.js'
import { clauseSigns } from './confidence-clause.js'
import { rivalSigns } from './confidence-rivals.js'
import { BIAS, WEIGHTS } from './confidence-weights.js'
import { deedSigns } from './deeds.js'

/** What is known of a telling beyond its own clause. */
export interface Surroundings {
  readonly sentence: Sentence
  readonly status: EventStatus
  /** What the article is about besides politics: `sport`, `culture`. */
  readonly domains: ReadonlySet<string>
  /** True in the title and the first sentence of the body. */
  readonly lead: boolean
  /** True where somebody is quoted as saying it. */
  readonly claimed: boolean
  /** Value of the telling's own time (TIMEX3), where it has one. */
  readonly time: string | undefined
  /** The article's title: where it stands, and the stems of its words. */
  readonly title: { readonly span: Span; readonly stems: ReadonlySet<string> } | undefined
}

const GROUND: ReadonlySet<string> = new Set(['ASSAULT', 'COERCE', 'PROTEST', 'MOBILIZE', 'RETREAT'])
const VIOLENT: ReadonlySet<string> = new Set(['ASSAULT', 'COERCE'])
/** Days that news is told of. */
const FRESH =
  /^(?:امس|اليوم|البارحة|الليلة|فجر|صباح|مساء|ظهر|السبت|الاحد|الاثنين|الثلاثاء|الاربعاء|الخميس|الجمعة|الماضيين|حاليا)$/
/** Words of affairs that go on after the deed: courts, memories, films, years ago. */
const AFTERMATH =
  /^(?:ال|لل?|ب|ك)?(?:ال)?(?:قضية|محكمة|محاكمة|تحقيق|تحقيقات|ملف|ذكري|اغتيالات|تاريخ|سنوات|عقود|القرن|الثورة|كتاب|لجنة|متهم|متهمين|متهمون|سبق|سابقا|يذكر|عندما|منذ)$/
const TOLD_AS_NEWS = /^(?:اعلن|اعلنت|افاد|افادت|ذكر|ذكرت|قال|قالت|قالوا|اكد|اكدت|مصدر|مصادر|شهود|متحدث|بيان)$/
/** Where and how a blow fell, as first reports tell it. */
const SCENE =
  /^(?:ب?جروح|ب?جراح|ب?سيارة|مفخخة|مفخختين|ملغومة|ناسفة|ب?قنبلة|انتحاري|انفجار|انفجرت?|اصيب|اصيبت|اصيبوا|اصابة|جرح|قرب|وسط|شمال|جنوب|غرب|شرق|كلم|حي|بلدة|قرية|مسلحين|مسلحون|مجهولون|مجهولين|اخرين|اخرون|اشخاص|شارع|شوارع|ساحة|ميدان|امام)$/
/** Words of reasoning about deeds. */
const ARGUED = /^(?:هذا|هذه|ذلك|تلك|لا|غير|كل|او|بل|اي|هي|هو|نحن|كانت?|التي|الذين|لكن|لان)$/
const BEFORE = 4
const WHILE = /^(?:عندما|بعدما|حين|حينما|بعد|قبل|خلال|اثر|عقب|منذ|مع|اثناء)$/
const HURT = /^(?:قتل|قتيل|قتلي|جريح|جرحي|مصرع|اصاب|اصابة|جرح|جروح)/
const SLOGANS = /^(?:شعار|هتاف|لافت|[يت]?ردد|مردد|هاتف|منددين|مندد|مطالبين|احتجاجا|رافعين|اعلام)/
const POLICE = /^(?:شرط|قوات|امن|قوي|جيش|جنود|غاز|تفريق)/
const FEW = 2
const FAR = 12

/** The signs that speak for and against a telling, as codes that the surfaces may word. */
export function signsOf(telling: Telling, around: Surroundings): readonly string[] {
  const { trigger, part, parties, times, place, plural, inCase, imperfect, at } = telling
  const { sentence, status } = around
  const { words } = sentence
  const signs: string[] = [`type.${trigger.type}`, `part.${part}`, `rule.${trigger.id.slice('event.'.length)}`]
  if (trigger.strength !== 'medium') signs.push(`trigger.${trigger.strength}`)
  if (trigger.with.length > 0) signs.push('trigger.completed')
  signs.push(...partySigns(telling), ...distanceSigns(telling, words))
  if (around.time !== undefined) signs.push('time.given')
  if (around.time === 'PAST_REF' || /^\d{4}(?:-\d\d)?$/.test(around.time ?? '')) signs.push('time.vague')
  if (place !== undefined) signs.push('place.given')
  if (part === 'verb' && imperfect) signs.push('verb.imperfect')
  if (part === 'verb' && imperfect && !parties.some(({ role }) => role === 'actor'))
    signs.push('verb.imperfect-without-doer')
  if (plural) signs.push('noun.plural')
  if (part === 'noun' && !telling.definite && words[at]?.article !== true) signs.push('noun.indefinite')
  // «قضية اغتيال فلان», «بعد مقتل فلان»: a noun without doer, day or place mostly recalls what everybody knows.
  const bare = part === 'noun' && VIOLENT.has(trigger.type) && !parties.some(({ role }) => role === 'actor')
  if (bare && inCase) signs.push('noun.case')
  else if (bare && times.length === 0 && place === undefined && parties.every(({ filler }) => filler.named))
    signs.push('noun.bare')
  if (status !== 'asserted') signs.push(`status.${status}`)
  for (const domain of around.domains) signs.push(`domain.${domain}`)
  if (around.lead) signs.push('told.first')
  if (around.claimed) signs.push('told.by-somebody')
  if (GROUND.has(trigger.type)) signs.push(...newsSigns(words))
  if (trigger.type === 'ASSAULT' || trigger.type === 'PROTEST') signs.push(...deedFormSigns(telling, words))
  signs.push(...clauseSigns(telling, words), ...rivalSigns(telling, words), ...titleSigns(telling, around))
  return [...signs, ...deedSigns(trigger.type, words, signs)]
}

/** How violence and protests are told: who the crowd is, whether the clause stands by itself, by which word. */
function deedFormSigns({ implied, parties, at, from }: Telling, words: readonly Word[]): string[] {
  const signs: string[] = []
  if (implied === true) signs.push('trigger.implied')
  if (Math.min(at, from) <= 2) signs.push('trigger.opens')
  if (words.slice(Math.max(0, from - BEFORE), from).some(({ whole }) => RELATIVES.has(whole) || WHILE.test(whole)))
    signs.push('trigger.subordinate')
  if (parties.some(({ filler, role }) => filler.crowd && role === 'actor')) signs.push('actor.crowd')
  if (parties.some(({ filler, role }) => filler.crowd && filler.definite && role === 'actor'))
    signs.push('actor.crowd-known')
  if (parties.some(({ role }) => role === 'recipient')) signs.push('recipient.given')
  signs.push(...sceneSigns(words))
  if (words[from] !== undefined) signs.push(`deed.${words[from].stem}`)
  return signs
}

const scenesOf = new WeakMap<readonly Word[], readonly string[]>()

function sceneSigns(words: readonly Word[]): readonly string[] {
  const known = scenesOf.get(words)
  if (known !== undefined) return known
  const signs: string[] = []
  if (words.some(({ stem }) => HURT.test(stem))) signs.push('sentence.hurt')
  if (words.some(({ stem }) => SLOGANS.test(stem))) signs.push('sentence.slogans')
  if (words.some(({ stem }) => POLICE.test(stem))) signs.push('sentence.police')
  scenesOf.set(words, signs)
  return signs
}

/** What the title tells too: the deed in the same word, and who is in it. */
function titleSigns({ parties, at }: Telling, { title, sentence }: Surroundings): string[] {
  if (title === undefined) return []
  const signs: string[] = []
  const stem = sentence.words[at]?.stem
  if (stem !== undefined && title.stems.has(stem)) signs.push('title.trigger')
  for (const role of ['actor', 'recipient'] as const)
    if (parties.some((one) => one.role === role && one.entity?.mentions.some((span) => contains(title.span, span))))
      signs.push(`title.${role}`)
  return signs
}

/** One pass over the parties: who fills which role, and what is so of any of them. */
function partySigns({ parties, at, trigger }: Telling): string[] {
  const roles = new Set<string>()
  const named = new Set<string>()
  const slots = new Set<string>()
  const ways = new Set<string>()
  let nameless = true
  let counted = false
  let far = false
  let long = false
  let country = false
  let vague = false
  let once = false
  let known = false
  for (const { role, slot, entity, filler } of parties) {
    const length = filler.to - filler.from
    roles.add(role)
    slots.add(slot)
    ways.add(`${slot} ${role}`)
    if (filler.named) named.add(role)
    counted ||= filler.of === 'number' || filler.of === 'quantity'
    far ||= slot !== 'carried' && Math.abs(filler.head - at) > FAR
    long ||= filler.entity === undefined && length > 5
    if (entity === undefined) continue
    nameless = false
    country ||= entity.type === 'GPE' && filler.of === 'placenoun'
    vague ||= entity.type === 'ORG' && !filler.named && length <= 1
    once ||= entity.mentions.length === 1
    known ||= entity.catalogId !== undefined
  }
  const signs: string[] = []
  if (named.has('actor')) signs.push('actor.named')
  else if (!roles.has('actor')) signs.push('actor.none')
  const other = roles.has('recipient') || roles.has('object') || roles.has('attendee')
  if (named.has('recipient') || named.has('object')) signs.push('recipient.named')
  else if (!other) signs.push('recipient.none')
  if (nameless) signs.push('parties.nameless')
  if (named.size === 0) signs.push('parties.unnamed')
  if (slots.has('carried')) signs.push('actor.carried')
  if (slots.has('pronoun')) signs.push('party.pronoun')
  if (slots.has('adjective')) signs.push('actor.adjective')
  if (counted) signs.push('party.counted')
  if (far) signs.push('party.far')
  if (long) signs.push('party.long')
  if (ways.size >= 3) signs.push('parties.many')
  if (trigger.needs.includes('recipient') && trigger.needs.includes('actor')) signs.push('trigger.two-sided')
  if (country) signs.push('party.country')
  if (vague) signs.push('party.vague-body')
  if (once) signs.push('party.named-once')
  if (known) signs.push('party.known')
  return signs
}

/** How close the parties stand to the trigger, and what stands between. */
function distanceSigns({ parties, at }: Telling, words: readonly Word[]): string[] {
  let elsewhere = true
  let beside = false
  let across = false
  let before = false
  for (const { slot, filler } of parties) {
    if (slot === 'carried' || slot === 'pronoun' || filler.to <= filler.from) continue
    elsewhere = false
    const gap = filler.from > at ? filler.from - at - 1 : at - filler.to
    beside ||= Math.abs(gap) <= 1
    across ||= filler.from > at ? holdsMark(words, at + 1, filler.from) : holdsMark(words, filler.to, at)
    before ||= filler.from < at && filler.to <= at
  }
  if (elsewhere) return ['party.elsewhere']
  const signs: string[] = []
  if (beside) signs.push('party.beside')
  if (across) signs.push('party.across-a-mark')
  if (before) signs.push('party.before')
  return signs
}

function holdsMark(words: readonly Word[], from: number, to: number): boolean {
  for (let at = from; at < to; at++) if (MARK.test(words[at]?.token.text ?? '')) return true
  return false
}
const MARK = /^[،,:؛"«»“”()]$/

/** Sentences are asked about once for each telling in them. */
const newsOf = new WeakMap<readonly Word[], readonly string[]>()

function newsSigns(words: readonly Word[]): readonly string[] {
  const known = newsOf.get(words) ?? readNewsSigns(words)
  newsOf.set(words, known)
  return known
}

/** Whether a sentence tells of a deed as news or looks back on it. */
function readNewsSigns(words: readonly Word[]): string[] {
  const signs: string[] = []
  if (words.some(({ whole, mention }) => mention?.named !== true && FRESH.test(whole))) signs.push('sentence.fresh')
  if (words.some(({ whole }) => AFTERMATH.test(whole))) signs.push('sentence.aftermath')
  if (words.some(({ whole }) => TOLD_AS_NEWS.test(whole))) signs.push('sentence.reported')
  if (words.some(({ token }) => token.kind === 'number' && /^(?:19|20)\d\d$|^(?:١٩|٢٠)[٠-٩]{2}$/.test(token.text)))
    signs.push('sentence.year')
  const count = (pattern: RegExp): number => words.filter(({ whole }) => pattern.test(whole)).length
  const scene = count(SCENE)
  if (scene >= FEW) signs.push('sentence.scene')
  if (scene >= 2 * FEW) signs.push('sentence.scene-in-full')
  const argued = count(ARGUED)
  if (argued >= FEW) signs.push('sentence.argued')
  if (argued >= 2 * FEW) signs.push('sentence.argued-at-length')
  if (words.length > 45) signs.push('sentence.long')
  return signs
}

/**
 * Records at least so sure are shown as fact; the others wait for review. Chosen where, of the records of random news articles that
 * `training/fit-confidence.mjs` judges out of fold, four in five above it are right.
 */
export const SHOWN_FROM = 0.76

/** Log-odds that an event with these signs is told rightly; signs that were never seen weigh nothing. */
export const scoreOf = (signs: readonly string[]): number =>
  signs.reduce((sum, sign) => sum + (WEIGHTS[sign] ?? 0), BIAS)

export const probabilityOf = (score: number): number => Math.round((1 / (1 + Math.exp(-score))) * 100) / 100
