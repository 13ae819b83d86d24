import type { Entity } from '@isnad/entities'
import type { EventTrigger } from '@isnad/lexicon'
import type { Span } from '@isnad/text'
import { scoreOf } from '../confidence/confidence.js'
import type { EventStatus, EventType, ParticipantRole } from '../event.js'
import type { Background } from '../senses/background.js'

/** A telling with its participants settled as entities. */
export interface Occurrence {
  readonly type: EventType
  readonly mode: string | undefined
  readonly trigger: Span
  readonly entry: EventTrigger
  readonly status: EventStatus
  readonly participants: readonly { readonly entity: Entity; readonly role: ParticipantRole }[]
  readonly place: Entity | undefined
  readonly time: number | undefined
  /** The day the time falls on, for comparison. */
  readonly day: string | undefined
  /** The day that the clause states behind the trigger, where the telling has none of its own: it parts, and dates nothing. */
  readonly nearby: string | undefined
  readonly evidence: readonly Span[]
  readonly score: number
  readonly reasons: readonly string[]
  /** A noun that points back («الزيارة», «هذا الاجتماع»). */
  readonly backward: boolean
  /** A noun that names none of those in it: «هجومهم», «الاجتماع», «تلك الزيارة». */
  readonly bare: boolean
  /** People who come to an event told before. */
  readonly joins: boolean
  /** Where the trigger is a noun, whether it tells of one blow or several («سلسلة هجمات»). */
  readonly number: 'one' | 'many' | undefined
  /** Where somebody speaks by a finite verb, the stems of what he says or asks. */
  readonly content: ReadonlySet<string> | undefined
  /** A protest that only the doings of its crowd tell. */
  readonly implied: boolean
  readonly complete: boolean
  /** What it is the background of, where it is no news itself. */
  readonly background: Background | undefined
  /** Number of the passage on another case that tells it («أما القضية الثانية», «في حادث منفصل»); 0 for the main account. */
  readonly aside: number
}

const SIDES: Readonly<Record<ParticipantRole, string>> = {
  actor: 'actor',
  recipient: 'recipient',
  attendee: 'attendee',
  object: 'object',
  beneficiary: 'beneficiary',
}
const roleClass = (type: EventType, role: ParticipantRole): string =>
  type === 'CONSULT' && (role === 'actor' || role === 'recipient' || role === 'attendee') ? 'party' : SIDES[role]

/** Deeds that two places part, even in the same words. */
export const ON_THE_GROUND: ReadonlySet<EventType> = new Set(['ASSAULT', 'COERCE', 'PROTEST', 'MOBILIZE'])

/** Deeds that are done to somebody, so that whom the first telling leaves out need not be whom the next names. */
const DONE_TO: ReadonlySet<EventType> = new Set(['ASSAULT', 'COERCE'])

const TOLD_AGAIN = 'told.again'

/** Joins the tellings of one occurrence, in text order; at most a few events of one type are open, so the cost is small. */
export function mergeTellings(tellings: readonly Occurrence[]): Occurrence[] {
  const byType = new Map<EventType, Occurrence[]>()
  for (const telling of tellings) {
    const open = byType.get(telling.type) ?? []
    byType.set(telling.type, open)
    const at = open.findLastIndex((known) => isSame(known, telling))
    const known = open[at]
    if (known !== undefined) open[at] = join(known, telling)
    else open.push(telling)
  }
  return [...byType.values()]
    .flat()
    .filter(({ complete }) => complete)
    .sort((a, b) => a.trigger.start - b.trigger.start)
}

function isSame(a: Occurrence, b: Occurrence): boolean {
  if (a.status !== b.status || a.aside !== b.aside) return false
  if ((a.background === 'toll') !== (b.background === 'toll')) return false
  if (a.day !== undefined && b.day !== undefined && a.day !== b.day) return false
  if (onOtherDays(a, b) && !isSameToll(a, b)) return false
  if (a.type === 'ASSAULT' && a.entry.id === b.entry.id && isOneOfMany(a, b)) return false
  if (saysElse(a, b)) return false
  if (a.type === 'CONSULT' && (a.mode === 'visit') !== (b.mode === 'visit')) return false
  if (a.mode !== undefined && b.mode !== undefined && a.mode !== b.mode) return false
  if (b.joins) return a.entry.id === b.entry.id
  if (a.participants.length === 0 || b.participants.length === 0) {
    if (a.entry.id !== b.entry.id || (a.place !== undefined && b.place !== undefined && a.place.id !== b.place.id))
      return false
    // «تم توقيف نسرين قبل ساعات … توقيف 29 امرأة»: what has a day of its own waits for no other's people.
    if (a.complete) return b.backward || a.participants.length > 0
    return b.backward || a.day === undefined || a.day === b.day || b.participants.length === 0 || !DONE_TO.has(a.type)
  }
  const apart = a.place !== undefined && b.place !== undefined && a.place.id !== b.place.id
  if (apart && (a.entry.id !== b.entry.id || ON_THE_GROUND.has(a.type) || lieApart(a.place, b.place))) return false
  const shared = new Set<string>()
  const sides = new Map<string, Set<string>>()
  for (const { entity, role } of a.participants) {
    const side = roleClass(a.type, role)
    const known = sides.get(side)
    if (known === undefined) sides.set(side, new Set([entity.id]))
    else known.add(entity.id)
  }
  const other = new Map<string, Set<string>>()
  for (const { entity, role } of b.participants) {
    const side = roleClass(b.type, role)
    if (sides.get(side)?.has(entity.id) === true) shared.add(entity.id)
    const known = other.get(side)
    if (known === undefined) other.set(side, new Set([entity.id]))
    else known.add(entity.id)
  }
  if (shared.size === 0) return false
  if (DONE_TO.has(a.type) && sharesOnlyDoers(a, shared) && isAnotherBlow(a, b)) return false
  // «أغلقت المعبر … تفرض حصارا على القطاع»: measures of one doer against different ends.
  if (a.type === 'COERCE' && a.entry.id !== b.entry.id && sharesOnlyDoers(a, shared)) return false
  // «هجوم المسلحين» and «محاربة المسلحين» share one side and no more: a war is not each of its blows.
  if (a.entry.id !== b.entry.id && shared.size < 2 && (a.entry.reciprocal || b.entry.reciprocal)) {
    const befell = b.participants.some(({ entity, role }) => role !== 'actor' && shared.has(entity.id))
    if (!befell) return false
  }
  for (const [side, members] of other) {
    const known = sides.get(side)
    if (known === undefined) continue
    const common = [...members].filter((id) => known.has(id)).length
    if (common === 0) return false
    if (common < Math.min(known.size, members.size)) return false
  }
  return true
}

/** «سلسلة هجمات … شن هجوما على معسكر»: one of several is told by itself. */
const isOneOfMany = (a: Occurrence, b: Occurrence): boolean =>
  a.number !== undefined && b.number !== undefined && a.number !== b.number && !b.backward

/** «دعا أنصاره إلى الاقتراع … وطالب الوزارة بتمديد المهلة»: two that share no word of what is asked are two. */
function saysElse(a: Occurrence, b: Occurrence): boolean {
  if (a.content === undefined || b.content === undefined || a.content.size < LEAST_SAID || b.content.size < LEAST_SAID)
    return false
  for (const stem of b.content) if (a.content.has(stem)) return false
  return true
}
const LEAST_SAID = 2

const CALENDAR = /^(?:\d{4}(?:-\d\d){0,2}|XXXX(?:-\d\d){1,2})$/

/** True for days or months that cannot be one: neither is a part of the other. */
function onOtherDays(a: Occurrence, b: Occurrence): boolean {
  const one = a.day ?? a.nearby
  const other = b.day ?? b.nearby
  if (one === undefined || other === undefined || !CALENDAR.test(one) || !CALENDAR.test(other)) return false
  if (one.startsWith('X') !== other.startsWith('X')) return !agree(one.slice(5), other.slice(5))
  return !agree(one, other)
}
const agree = (one: string, other: string): boolean => one.startsWith(other) || other.startsWith(one)

/** «مقتل 18 شخصا»: the same doer and the same number of people are one blow, whichever day stands beside. */
function isSameToll(a: Occurrence, b: Occurrence): boolean {
  const both = a.participants.filter(({ entity }) => b.participants.some((one) => one.entity.id === entity.id))
  const named = both.some(({ entity }) => entity.unnamed !== true)
  return (
    named &&
    both.some(({ entity, role }) => role === 'recipient' && entity.unnamed === true && /\d/.test(entity.nameAr))
  )
}

const CATALOGUED = /^(?:country|place)\.(?<country>[a-z]{2})\b(?:\.(?<kind>city|capital))?/

/** True for places of two countries, or two cities; of a region nobody knows here which cities lie in it. */
function lieApart(a: Entity, b: Entity): boolean {
  const one = CATALOGUED.exec(a.catalogId ?? '')?.groups
  const other = CATALOGUED.exec(b.catalogId ?? '')?.groups
  if (one === undefined || other === undefined) return false
  return one.country !== other.country || (one.kind !== undefined && other.kind !== undefined)
}

const isBefallen = ({ role }: Occurrence['participants'][number]): boolean => role === 'recipient' || role === 'object'

const sharesOnlyDoers = ({ participants }: Occurrence, shared: ReadonlySet<string>): boolean =>
  participants.every((party) => !isBefallen(party) || !shared.has(party.entity.id))

/**
 * Of two tellings of one doer, only one of which names whom it befell: what was taken is all that tells one seizure from the next, and
 * «آخر هجوم للحركة في مايو» has a day of its own.
 */
function isAnotherBlow(a: Occurrence, b: Occurrence): boolean {
  if (a.mode === 'seize' || b.mode === 'seize')
    return (a.place === undefined || a.place.id !== b.place?.id) && (a.day === undefined || a.day !== b.day)
  if (b.backward || a.day !== undefined || b.day === undefined || !CALENDAR.test(b.day)) return false
  return a.participants.some(isBefallen) !== b.participants.some(isBefallen)
}

function join(a: Occurrence, b: Occurrence): Occurrence {
  const participants = [...a.participants]
  for (const party of b.participants) {
    if (!participants.some(({ entity }) => entity.id === party.entity.id)) participants.push(party)
  }
  const time = a.time ?? b.time
  const place = a.place ?? b.place
  const best = a.complete && (!b.complete || a.score >= b.score) ? a : b
  const shared = b.participants.filter(({ entity }) => a.participants.some((one) => one.entity.id === entity.id)).length
  const more = [TOLD_AGAIN, `told.again-of-${Math.min(2, shared)}`]
  // Somebody whom only one of the tellings names may be another deed's.
  if (participants.length > Math.max(a.participants.length, b.participants.length)) more.push('told.apart')
  else if (participants.length > best.participants.length) more.push('told.more')
  const reasons = [...new Set([...best.reasons, ...more])]
  // What names nobody recalls the event; the words that tell it name somebody.
  const told = [a, b].filter(({ bare }) => !bare)
  const first = told[0] ?? a
  return {
    type: a.type,
    mode: a.mode ?? b.mode,
    trigger: first.trigger,
    entry: a.entry,
    status: a.status,
    participants,
    place,
    time,
    day: a.day ?? b.day,
    nearby: a.nearby ?? b.nearby,
    evidence: (told.length > 0 ? told : [a, b]).flatMap(({ evidence }) => evidence),
    score: scoreOf(reasons),
    reasons,
    backward: a.backward,
    bare: first.bare,
    joins: a.joins,
    implied: a.implied,
    number: a.number,
    content: a.content,
    complete: a.complete || b.complete,
    background: a.background === undefined || b.background === undefined ? undefined : a.background,
    aside: a.aside,
  }
}
