import { contains, type Span } from '@isnad/text'
import { clauseSigns } from './confidence-clause.js'
import { rivalSigns } from './confidence-rivals.js'
import { BIAS, WEIGHTS } from './confidence-weights.js'
import { deedSigns } from './deeds.js'
import type { EventStatus } from './event.js'
import { RELATIVES } from './function-words.js'
import type { Telling } from './telling.js'
import type { Sentence, Word } from './words.js'

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

function partySigns({ parties, at, trigger }: Telling): string[] {
  const signs: string[] = []
  const has = (role: string): boolean => parties.some((party) => party.role === role)
  const named = (role: string): boolean => parties.some((party) => party.role === role && party.filler.named)
  if (named('actor')) signs.push('actor.named')
  else if (!has('actor')) signs.push('actor.none')
  const other = has('recipient') || has('object') || has('attendee')
  if (named('recipient') || named('object')) signs.push('recipient.named')
  else if (!other) signs.push('recipient.none')
  if (parties.every(({ entity }) => entity === undefined)) signs.push('parties.nameless')
  if (!parties.some(({ filler }) => filler.named)) signs.push('parties.unnamed')
  if (parties.some(({ slot }) => slot === 'carried')) signs.push('actor.carried')
  if (parties.some(({ slot }) => slot === 'pronoun')) signs.push('party.pronoun')
  if (parties.some(({ slot }) => slot === 'adjective')) signs.push('actor.adjective')
  if (parties.some(({ filler }) => filler.of === 'number' || filler.of === 'quantity')) signs.push('party.counted')
  if (parties.some(({ filler, slot }) => slot !== 'carried' && Math.abs(filler.head - at) > FAR))
    signs.push('party.far')
  if (parties.some(({ filler }) => filler.entity === undefined && filler.to - filler.from > 5)) signs.push('party.long')
  if (new Set(parties.map(({ slot, role }) => `${slot} ${role}`)).size >= 3) signs.push('parties.many')
  if (trigger.needs.includes('recipient') && trigger.needs.includes('actor')) signs.push('trigger.two-sided')
  if (parties.some(({ entity, filler }) => entity?.type === 'GPE' && filler.of === 'placenoun'))
    signs.push('party.country')
  if (parties.some(({ entity, filler }) => entity?.type === 'ORG' && !filler.named && filler.to - filler.from <= 1))
    signs.push('party.vague-body')
  if (parties.some(({ entity }) => entity !== undefined && entity.mentions.length === 1)) signs.push('party.named-once')
  if (parties.some(({ entity }) => entity?.catalogId !== undefined)) signs.push('party.known')
  return signs
}

/** How close the parties stand to the trigger, and what stands between. */
function distanceSigns({ parties, at }: Telling, words: readonly Word[]): string[] {
  const own = parties.filter(({ slot, filler }) => slot !== 'carried' && slot !== 'pronoun' && filler.to > filler.from)
  if (own.length === 0) return ['party.elsewhere']
  const signs: string[] = []
  const gaps = own.map(({ filler }) => (filler.from > at ? filler.from - at - 1 : at - filler.to))
  if (Math.min(...gaps.map(Math.abs)) <= 1) signs.push('party.beside')
  const across = own.some(({ filler }) => {
    const [from, to] = filler.from > at ? [at + 1, filler.from] : [filler.to, at]
    return words.slice(from, to).some(({ token }) => /^[،,:؛"«»“”()]$/.test(token.text))
  })
  if (across) signs.push('party.across-a-mark')
  if (own.some(({ filler }) => filler.from < at && filler.to <= at)) signs.push('party.before')
  return signs
}

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
 * `training/fit-confidence.mjs` judges out of fold, three in four above it are right.
 */
export const SHOWN_FROM = 0.72

/** Log-odds that an event with these signs is told rightly; signs that were never seen weigh nothing. */
export const scoreOf = (signs: readonly string[]): number =>
  signs.reduce((sum, sign) => sum + (WEIGHTS[sign] ?? 0), BIAS)

export const probabilityOf = (score: number): number => Math.round((1 / (1 + Math.exp(-score))) * 100) / 100
