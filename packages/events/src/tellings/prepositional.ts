import type { Entity } from '@isnad/entities'
import type { EventTrigger, FrameChoice } from '@isnad/lexicon'
import { GOING } from '../forms/function-words.js'
import type { Word } from '../forms/words.js'
import type { Item, NounPhrase, Prepositional } from '../phrases/noun-phrase.js'
import { inRole, type Party, placeOf } from '../phrases/parties.js'
import { modifiesTopic } from './conditions.js'

const ACTOR_PHRASES = new Set(['من قبل', 'من جانب', 'بواسطة', 'برصاص', 'بنيران', 'بيد'])
const COMPANY = new Set(['برفقة', 'بصحبة', 'بحضور', 'بمشاركة', 'بينهم', 'بينها', 'بمعية', 'ابرزهم', 'فضلا عن'])
/** What follows is counted among, or beside, those of the phrase before. */
const AMONG = new Set(['بينهم', 'فضلا عن'])
const LEADERS = new Set(['بقيادة', 'برئاسة', 'بزعامة'])
const WHERE = new Set([
  'في',
  'ب',
  'داخل',
  'قرب',
  'عند',
  'خارج',
  'وسط',
  'شمال',
  'جنوب',
  'شرق',
  'غرب',
  'لدي',
  'امام',
  'قبالة',
  'بالقرب',
  'حول',
])
const BETWEEN = new Set(['CONSULT', 'AGREE', 'COOPERATE'])

const FARTHEST_LIST = 4
const BORDERS = new Set(['حدود', 'طريق', 'خط', 'جبهة', 'جبهات', 'ساحل'])

interface Governing {
  /** Index of its item. */
  readonly at: number
  readonly word: number
  readonly trigger: EventTrigger
  readonly frame: EventTrigger['frame']
  readonly prepositional: readonly Prepositional[]
  /** Who fills the frame already. */
  readonly parties: readonly Party[]
}

type ReadParties = (phrase: NounPhrase, choices: readonly FrameChoice[], slot: string) => readonly Party[]

/**
 * The parties and places that prepositional phrases bring: by the trigger's frame first, then by what such a preposition always
 * means («على يد», «برفقة», «بقيادة», «في» and a place). The likeliest place comes first.
 */
export function broughtByPrepositions(
  { at, word, trigger, frame, prepositional, parties: filling }: Governing,
  items: readonly Item[],
  words: readonly Word[],
  read: ReadParties,
): { readonly parties: readonly Party[]; readonly places: readonly Entity[] } {
  const parties: Party[] = []
  const places: Entity[] = []
  const filled = new Set<string>()
  for (const { key, phrase, others, item } of prepositional) {
    if (key === 'الي' && behindGoing(items, item, words)) continue
    // «اتفقتا على دعم المفاوضات مع الحركة», «قبل التصويت على الانسحاب من الحلف»: a nearer event noun takes what stands right behind it.
    if ((key === 'مع' || key === 'من') && isOfNearerNoun(items, item, word)) continue
    // «في الأجزاء الغربية من ريف المدينة»: a part is of its whole, and whence a blow comes is a place.
    const struckFrom =
      key === 'من' && trigger.type === 'ASSAULT' && frame.get('من')?.every(({ role }) => role === 'actor') === true
    if (struckFrom && (phrase.fillers[0]?.of === 'placenoun' || isPartOf(items[item - 1]))) continue
    // «إطلاق نار على الحدود»: a border is where it happened.
    if (key === 'علي' && BORDERS.has(phrase.fillers[0]?.headKey ?? '')) {
      const place = placeOf(phrase)
      if (place !== undefined) places.push(place)
      continue
    }
    // «قتل في عملية للجيش»: whose operation it is, and who carried it out, did what came of it.
    const operating = OF_FORCE.has(trigger.type) && !filling.some(({ role }) => role === 'actor')
    const operator = operating ? operatorOf(items, item, key, words) : undefined
    if (operator !== undefined) {
      parties.push(...read(operator, [{ role: 'actor', accepts: 'body' }], 'عملية'))
      if (key === 'ل') continue
    }
    // «قصف على مخيم للاجئين»: ل behind a site tells whose it is.
    const owner =
      key === 'ل' && item > 0 && item < items.length && (isSite(items[item - 1]) || isOccasion(items[item - 1]))
    const choices = owner ? undefined : (frame.get(key) ?? (key === 'لصالح' ? frame.get('ل') : undefined))
    // The nearest phrase fills a slot; a later one of the same preposition belongs to something else, unless «و» joins it («ضد فلان وضد فلان»).
    const joined = filled.has(key) && words[items[item]?.at ?? -1]?.conjunction === true
    if (choices !== undefined && (!filled.has(key) || joined)) {
      const found =
        [phrase, ...(others ?? [])].map((one) => read(one, choices, key)).find((parties) => parties.length > 0) ?? []
      if (found.length > 0) filled.add(key)
      if (found.length > 0) {
        for (const party of found) {
          if (party.role === 'place') {
            if (party.entity !== undefined && !modifiesTopic(items, item, word)) places.unshift(party.entity)
          } else parties.push(party)
        }
        continue
      }
      // «احتجاجا على الغارات على المواقع»: the first is what the trigger is about, the second belongs to the first.
      if (phrase.fillers[0]?.of === 'event') filled.add(key)
    }
    const alike = trigger.reciprocal && !trigger.needs.includes('recipient')
    // «محادثات لحسم القضايا ومنها ضمان الحدود بين فلانة وفلانة»: what lies between them is the nearer noun.
    if (key === 'بين' && trigger.type === 'CONSULT' && liesBetween(items[item - 1], words)) continue
    // «وافق المجلس على مشروع اتفاق بين فلانة وفلانة»: whose accord it is that somebody approves.
    const approved = trigger.type === 'AGREE' && !trigger.reciprocal && filling.some(({ role }) => role === 'actor')
    if (key === 'بين' && approved) continue
    if (key === 'بين' && (trigger.reciprocal || BETWEEN.has(trigger.type))) {
      const sides = read(phrase, [{ role: 'actor' }], key)
      if (sides.length > 1) {
        parties.push(...sides.map((party, i): Party => (alike || i === 0 ? party : inRole(party, 'recipient'))))
        continue
      }
    }
    // «غارات ضد مواقع الحركة»: a blow against somebody, whatever its word.
    if (key === 'ضد' && choices === undefined && trigger.type === 'ASSAULT' && !trigger.reciprocal) {
      // «قتل جندي في معارك ضد الحركة»: the fight is against it.
      const fight = items[item - 1]
      const last = fight?.kind === 'phrase' ? fight.phrase.fillers.at(-1) : undefined
      if (last?.of === 'event' && last.head !== word) continue
      parties.push(...read(phrase, [{ role: 'recipient', accepts: 'target' }], key))
      continue
    }
    if (ACTOR_PHRASES.has(key)) {
      // «رفضها استخدام القوة من جانب الجيش»: where somebody acts already, the agent is of another deed.
      if (!filling.some(({ role }) => role === 'actor') && !ofAnother(items, item, word))
        parties.push(...read(phrase, [{ role: 'actor' }], key))
    } else if (COMPANY.has(key) && trigger.type === 'CONSULT')
      parties.push(...read(phrase, [{ role: 'attendee' }], key))
    else if (AMONG.has(key)) {
      const before = nearestBefore([...filling, ...parties], phrase)
      // «تعزيزات، بينها ألوية»: counted among what stands right before, which fills no role here.
      if (before !== undefined && key === 'بينهم' && phrase.from - before.filler.to > FARTHEST_LIST) continue
      if (before === undefined) continue
      const members = read(phrase, [{ role: before.role, accepts: 'target' }], key)
      parties.push(...members.filter(({ entity }) => key !== 'بينهم' || entity !== undefined))
    } else if (LEADERS.has(key))
      parties.push(...read(phrase, [{ role: trigger.type === 'CONSULT' ? 'attendee' : 'actor' }], key))
    else if (key === 'الي جانب' && isRightBefore(nearestBefore([...filling, ...parties], phrase), phrase)) {
      // «القبض على فلان إلى جانب فلان»: the same was done to both.
      const beside = nearestBefore([...filling, ...parties], phrase)
      parties.push(...read(phrase, [{ role: beside?.role ?? 'actor' }], key))
    }
    // «حركات أجبرت السكان على الفرار، وهي إلى جانب تشاد …»: behind a comma somebody stands beside another.
    else if (key === 'الي جانب' && isParted(items, item)) continue
    // «يطالبها بالتعاون مع الوكالة»: where «ب» says what is asked, working together is what is asked.
    else if (key === 'الي جانب' || (key === 'بالتعاون' && !frame.has('ب')))
      parties.push(...read(phrase, [{ role: 'actor' }], key))
    // «حكم عليه بالسجن»: a penalty is no place.
    // «محادثات حول العراق»: what they talk about.
    else if (key === 'حول' && trigger.type === 'CONSULT') continue
    else if (WHERE.has(key) && !(key === 'ب' && trigger.mode === 'convict')) {
      const told = trigger.speech && isBehindTopic(items, item, at)
      const place = told || modifiesTopic(items, item, word) ? undefined : placeOf(phrase)
      if (place !== undefined) places.push(place)
    }
  }
  return { parties, places }
}

/** «عملية للجيش», «غارة نفذها الجيش»: who carries out the operation that a phrase tells. */
function operatorOf(items: readonly Item[], item: number, key: string, words: readonly Word[]): NounPhrase | undefined {
  if (item < 0) return undefined
  const at = key === 'ل' ? item - 1 : item
  const operation = items[at]
  if (operation?.kind !== 'phrase' || !/^(?:في|خلال|اثر|ب|اثناء)$/.test(operation.preposition ?? '')) return undefined
  const [head, second] = operation.phrase.fillers
  if (head === undefined || second !== undefined || head.pronoun !== undefined || !OPERATIONS.test(head.headKey))
    return undefined
  if (key === 'ل') {
    const whose = items[item]
    return whose?.kind === 'phrase' ? whose.phrase : undefined
  }
  const verb = items[at + 1]
  const doer = items[at + 2]
  const carried =
    verb?.kind === 'verb' &&
    CARRIED_OUT.test(words[verb.at]?.whole ?? '') &&
    doer?.kind === 'phrase' &&
    doer.preposition === undefined
  return carried ? doer.phrase : undefined
}
const CARRIED_OUT = /^(?:نفذ|شن|قاد|اجر)(?:ت|ى|ا)?(?:ها|ه)$/
const OPERATIONS = /^(?:عملية|عمليات|حملة|مداهمة|مداهمات|انزال)$/
const OF_FORCE: ReadonlySet<string> = new Set(['ASSAULT', 'COERCE'])

/** «قررت النيابة برئاسة فلان», «قوات بقيادة فلان»: who leads those that act does not act beside them. */
export function withoutLeaders(parties: readonly Party[]): readonly Party[] {
  // «المسلحون بقيادة الحركة»: a body that leads others is one of them.
  const leads = ({ role, slot, entity }: Party): boolean =>
    role === 'actor' && LEADERS.has(slot) && entity?.type !== 'ORG'
  if (!parties.some(leads)) return parties
  const led = parties.some((party) => party.role === 'actor' && !leads(party))
  return led ? parties.filter((party) => !leads(party)) : parties
}

/** «ندد بمداهمة المكتب في عمان»: behind what words are about, a place is where that is. */
function isBehindTopic(items: readonly Item[], item: number, trigger: number): boolean {
  for (let at = trigger + 1; at < item; at++) {
    const topic = items[at]
    if (topic?.kind !== 'phrase') continue
    if (topic.preposition === undefined) {
      if (topic.phrase.fillers.some(({ of }) => of === 'event' || of === 'other')) return true
    } else if (/^(?:ب|علي|الي|ل|عن|من|بعد|بشان|حول|بسبب|ضد|مع)$/.test(topic.preposition)) return true
  }
  return false
}

/** «الحدود بين فلانة وفلانة», «الخلاف بينهما»: things that lie between two. */
function liesBetween(item: Item | undefined, words: readonly Word[]): boolean {
  return item?.kind === 'phrase' && BETWEEN_THEM.test(words[item.phrase.to - 1]?.stem ?? '')
}
const BETWEEN_THEM = /^(?:حدود|علاقات|علاقة|خلاف|خلافات|نزاع|صراع|ازمة|توتر|توترات|طريق|هوة|تجارة|حرب)$/

/** «الأجزاء الغربية من», «أحياء من»: what is a part of something. */
const isPartOf = (item: Item | undefined): boolean =>
  item?.kind === 'phrase' && PARTS.test(item.phrase.fillers.at(-1)?.headKey ?? '')
const PARTS = /^(?:جزء|اجزاء|جانب|جوانب|قسم|اقسام|انحاء|اطراف|ضواحي|احياء|مناطق|اجزا)$/

/** True where a comma or a dash stands right before a phrase, or its clause's pronoun does. */
function isParted(items: readonly Item[], at: number): boolean {
  const before = items[at - 1]
  return before?.kind === 'particle' || before?.kind === 'comma'
}

function isOfNearerNoun(items: readonly Item[], at: number, trigger: number): boolean {
  const before = items[at - 1]
  if (before?.kind !== 'phrase' || !TOPICAL.has(before.preposition ?? '')) return false
  let last = before.phrase.fillers.at(-1)
  while (last?.genitive !== undefined) last = last.genitive.fillers.at(-1)
  return last?.of === 'event' && last.head > trigger
}
/** Prepositions behind which stands what a deed is about, and no occasion of it. */
const TOPICAL = new Set(['علي', 'ل', 'بهدف', 'من اجل', 'بشان', 'حول', 'عن', 'من'])

/** «خلال الدورة الثالثة لمجلس كذا»: behind ل whose the occasion is. */
const isOccasion = (item: Item | undefined): boolean =>
  item?.kind === 'phrase' &&
  /^(?:خلال|في|اثناء|بعد|قبل|عقب)$/.test(item.preposition ?? '') &&
  item.phrase.fillers.every(({ of, definite }) => of === 'other' && definite)

const isSite = (item: Item | undefined): boolean => item?.kind === 'phrase' && item.phrase.fillers.at(-1)?.of === 'site'

const isRightBefore = (party: Party | undefined, phrase: NounPhrase): boolean =>
  party !== undefined && phrase.from - party.filler.to <= 2

/** «رفض الاعتداءات من قبل الميليشيات»: the agent of the deed nearest to it. */
function ofAnother(items: readonly Item[], at: number, trigger: number): boolean {
  const before = items[at - 1]
  if (before?.kind !== 'phrase') return false
  return before.phrase.fillers.some(
    ({ of, head, genitive }) =>
      (of === 'event' && head > trigger) || genitive?.fillers.some((inner) => inner.of === 'event') === true,
  )
}

/** The party whose words stand last before a phrase: whom «بينهم» counts its people among. */
function nearestBefore(parties: readonly Party[], phrase: NounPhrase): Party | undefined {
  let nearest: Party | undefined
  for (const party of parties) {
    if (party.filler.to > phrase.from || party.role === 'place' || party.role === 'topic') continue
    if (nearest === undefined || party.filler.to > nearest.filler.to) nearest = party
  }
  return nearest
}

/** «الانضمام إلى جماعة»: a masdar of going right before «إلى» takes it. */
function behindGoing(items: readonly Item[], at: number, words: readonly Word[]): boolean {
  const before = items[at - 1]
  const head = before?.kind === 'phrase' ? before.phrase.fillers.at(-1) : undefined
  return head?.of === 'other' && GOING.has(words[head.head]?.stem ?? '')
}
