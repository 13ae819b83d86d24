import type { EventRecord, EventStatus, EventType, ParticipantRole } from '@isnad/events'
import type { Wording } from './api-types.js'

/** What a sentence needs of a record: the names of its parties by role, of its place, and its time in words. */
export interface EventParties {
  readonly names: (role: ParticipantRole) => readonly Wording[]
  readonly place: Wording | undefined
  readonly time: Wording | undefined
}

/** How a type is told: a verbal noun in Arabic, so that no verb has to agree with a party whose gender is not known. */
interface Telling {
  readonly ar: string
  /** What stands before the recipient in Arabic. */
  readonly arTo: string
  /** Past and base form in English, with what stands before the recipient. */
  readonly past: string
  readonly base: string
  readonly to: string
  /** Past participle, for a record without an actor. */
  readonly passive: string
}

const telling = (ar: string, arTo: string, past: string, base: string, to: string, passive: string): Telling => ({
  ar,
  arTo,
  past,
  base,
  to,
  passive,
})

const TELLINGS: Readonly<Record<EventType, Telling>> = {
  CONSULT: telling('لقاء', 'مع', 'met', 'meet', 'with', 'met'),
  AGREE: telling('اتفاق أو تعهد من', 'تجاه', 'agreed', 'agree', 'with', 'agreed with'),
  SUPPORT: telling('تأييد من', 'لـ', 'backed', 'back', '', 'backed'),
  COOPERATE: telling('تعاون', 'مع', 'cooperated', 'cooperate', 'with', 'joined'),
  AID: telling('مساعدة من', 'لـ', 'aided', 'aid', '', 'aided'),
  CONCEDE: telling('تنازل من', 'لـ', 'yielded', 'yield', 'to', 'conceded to'),
  RETREAT: telling('تراجع أو إفراج من', 'لصالح', 'drew back', 'draw back', 'from', 'released'),
  REQUEST: telling('مطالبة من', 'لـ', 'called', 'call', 'on', 'called on'),
  ACCUSE: telling('اتهام أو إدانة من', 'لـ', 'accused', 'accuse', '', 'accused'),
  REJECT: telling('رفض من', 'لـ', 'rejected', 'reject', '', 'rejected'),
  THREATEN: telling('تهديد من', 'لـ', 'threatened', 'threaten', '', 'threatened'),
  PROTEST: telling('احتجاج', 'ضد', 'protested', 'protest', 'against', 'protested against'),
  MOBILIZE: telling('حشد أو استنفار من', 'تجاه', 'raised forces', 'raise forces', 'towards', 'mobilized'),
  SANCTION: telling('قطع صلة أو عقوبة من', 'بحق', 'sanctioned', 'sanction', '', 'sanctioned'),
  COERCE: telling('احتجاز أو سيطرة من', 'على', 'seized or restrained', 'seize or restrain', '', 'seized or restrained'),
  ASSAULT: telling('هجوم من', 'على', 'attacked', 'attack', '', 'attacked'),
}

/** Modes that are said with other words than their type. */
const MODES: Readonly<Record<string, Telling>> = {
  'CONSULT visit': telling('زيارة', 'إلى', 'visited', 'visit', '', 'visited'),
  'CONSULT phone': telling('اتصال هاتفي من', 'بـ', 'telephoned', 'telephone', '', 'telephoned'),
  'RETREAT withdraw': telling('انسحاب', 'من أمام', 'withdrew', 'withdraw', 'before', 'withdrawn'),
  'RETREAT release': telling('إفراج من', 'عن', 'released', 'release', '', 'released'),
  'RETREAT ceasefire': telling('وقف إطلاق نار من', 'مع', 'ceased fire', 'cease fire', 'with', 'granted a ceasefire'),
  'RETREAT resign': telling('استقالة', 'من', 'resigned', 'resign', 'from', 'resigned'),
  'COERCE seize': telling('سيطرة من', 'على', 'seized', 'seize', '', 'seized'),
  'COERCE arrest': telling('توقيف من', 'لـ', 'arrested', 'arrest', '', 'arrested'),
  'COERCE restrict': telling('تقييد من', 'لـ', 'restricted', 'restrict', '', 'restricted'),
  'COERCE deport': telling('ترحيل من', 'لـ', 'deported', 'deport', '', 'deported'),
  'ASSAULT abduct': telling('خطف من', 'لـ', 'abducted', 'abduct', '', 'abducted'),
  'ASSAULT targeted': telling('اغتيال من', 'لـ', 'assassinated', 'assassinate', '', 'assassinated'),
  'ASSAULT aerial': telling('قصف جوي من', 'على', 'struck', 'strike', '', 'struck from the air'),
  'SANCTION convict': telling('حكم من', 'على', 'convicted', 'convict', '', 'convicted'),
  'SANCTION expel': telling('طرد من', 'لـ', 'expelled', 'expel', '', 'expelled'),
  'PROTEST strike': telling('إضراب', 'ضد', 'went on strike', 'go on strike', 'against', 'struck against'),
  'ACCUSE investigate': telling('تحقيق من', 'مع', 'investigated', 'investigate', '', 'investigated'),
}

const BOTH_SIDES: ReadonlySet<EventType> = new Set(['CONSULT', 'COOPERATE', 'AGREE'])

const STATUS_AR: Readonly<Record<EventStatus, string>> = {
  asserted: '',
  denied: 'لم يقع بحسب النفي: ',
  planned: 'مقرَّر: ',
  hypothetical: 'محتمل: ',
  demanded: 'مطلوب: ',
  ongoing: 'جارٍ: ',
}

const MOST_NAMED = 4

function joined(names: readonly string[], and: string, more: (count: number) => string): string {
  const shown =
    names.length > MOST_NAMED ? [...names.slice(0, MOST_NAMED - 1), more(names.length - MOST_NAMED + 1)] : names
  return shown.length < 2
    ? (shown[0] ?? '')
    : `${shown.slice(0, -1).join(and === ' and ' ? ', ' : '، ')}${and}${shown.at(-1)}`
}
const arabic = (names: readonly Wording[]): string =>
  joined(
    names.map(({ ar }) => ar),
    ' و',
    (count) => `${count} غيرهم`,
  )
const english = (names: readonly Wording[]): string =>
  joined(
    names.map(({ en }) => en),
    ' and ',
    (count) => `${count} others`,
  )

/** «لـ» and «بـ» are written together with their noun; the ال behind ل loses its alef. */
function attached(preposition: string, noun: string): string {
  if (preposition === 'لـ') return noun.startsWith('ال') ? `لل${noun.slice(2)}` : `ل${noun}`
  return preposition === 'بـ' ? `ب${noun}` : `${preposition} ${noun}`
}

/** A record as a sentence: «لقاء قاسم مع سالم في المدينة», "Qasim met Salim in the city". */
export function eventSentence(event: EventRecord, parties: EventParties): Wording {
  const told = MODES[`${event.type} ${event.mode}`] ?? TELLINGS[event.type]
  return { ar: arabicSentence(event, told, parties), en: englishSentence(event, told, parties) }
}

/** A visit goes to its place when no host is named. */
const isVisitTo = ({ mode }: EventRecord, { names, place }: EventParties): boolean =>
  mode === 'visit' && place !== undefined && names('recipient').length === 0

function arabicSentence(event: EventRecord, told: Telling, parties: EventParties): string {
  const { type, status } = event
  const { names, place, time } = parties
  const [actors, recipients, objects] = [names('actor'), names('recipient'), names('object')]
  const noun = told.ar.replace(/ من$/u, '')
  const parts: string[] = []
  if (BOTH_SIDES.has(type) && recipients.length === 0 && actors.length > 1) parts.push(`${noun} بين ${arabic(actors)}`)
  else {
    parts.push(actors.length === 0 ? noun : `${told.ar} ${arabic(actors)}`)
    if (recipients.length > 0) parts.push(attached(told.arTo, arabic(recipients)))
  }
  if (objects.length > 0) parts.push(`وموضوعه ${arabic(objects)}`)
  const attendees = names('attendee')
  if (attendees.length > 0) parts.push(`بحضور ${arabic(attendees)}`)
  const helped = names('beneficiary')
  if (helped.length > 0) parts.push(`لصالح ${arabic(helped)}`)
  if (place !== undefined) parts.push(`${isVisitTo(event, parties) ? 'إلى' : 'في'} ${place.ar}`)
  return `${STATUS_AR[status]}${parts.join(' ')}${time === undefined ? '' : `، ${time.ar}`}`
}

const framed: Readonly<Record<EventStatus, (who: string, past: string, base: string) => string>> = {
  asserted: (who, past) => `${who} ${past}`,
  ongoing: (who, past) => `Still going on: ${who} ${past}`,
  denied: (who, past) => `It is denied that ${who} ${past}`,
  planned: (who, _, base) => `It is planned that ${who} ${base}`,
  hypothetical: (who, _, base) => `Perhaps ${who} will ${base}`,
  demanded: (who, _, base) => `It is demanded that ${who} ${base}`,
}

function englishSentence(event: EventRecord, told: Telling, parties: EventParties): string {
  const { status } = event
  const { names, place, time } = parties
  const [actors, recipients] = [names('actor'), names('recipient')]
  const parts: string[] = []
  if (actors.length > 0) {
    parts.push(framed[status](english(actors), told.past, told.base))
    if (recipients.length > 0) parts.push(told.to === 'with' && told.past === 'met' ? '' : told.to, english(recipients))
  } else {
    const done = recipients.length > 0 ? recipients : names('object')
    const who = done.length > 0 ? english(done) : 'Somebody'
    const were = done.length === 1 ? 'was' : 'were'
    parts.push(
      done.length > 0
        ? framed[status](who, `${were} ${told.passive}`, `be ${told.passive}`)
        : framed[status](who, told.past, told.base),
    )
  }
  if (place !== undefined && isVisitTo(event, parties)) parts.push(place.en)
  const objects = actors.length > 0 || recipients.length > 0 ? names('object') : []
  if (objects.length > 0) parts.push(`(${english(objects)})`)
  const attendees = names('attendee')
  if (attendees.length > 0) parts.push(`in the presence of ${english(attendees)}`)
  const helped = names('beneficiary')
  if (helped.length > 0) parts.push(`for ${english(helped)}`)
  if (place !== undefined && !isVisitTo(event, parties)) parts.push(`in ${place.en}`)
  return `${parts.filter((part) => part !== '').join(' ')}${time === undefined ? '' : `, ${time.en}`}`
}
