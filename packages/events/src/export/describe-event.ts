import type { Link } from '@isnad/attribution'
import type { Entity } from '@isnad/entities'
import type { EventRecord, EventStatus, EventType, ParticipantRole } from '../event.js'
import type { ExportedArticle } from './plover.js'

type Language = 'ar' | 'en'

/** What a type is called with one side, and with two, in both languages; `{a}` acts, `{b}` is acted on. */
const WORDING: Readonly<
  Record<EventType, Readonly<Record<Language, readonly [alone: string, both: string, passive: string]>>>
> = {
  CONSULT: {
    ar: ['لقاء: {a}', 'لقاء بين {a} و{b}', 'لقاء مع {b}'],
    en: ['{a} held talks', '{a} met {b}', 'a meeting with {b}'],
  },
  AGREE: {
    ar: ['اتفاق أو تعهد من {a}', 'اتفاق أو تعهد بين {a} و{b}', 'اتفاق مع {b}'],
    en: ['{a} agreed or promised', '{a} agreed with {b}', 'an agreement with {b}'],
  },
  SUPPORT: {
    ar: ['تأييد من {a}', 'تأييد من {a} لـ{b}', 'تأييد لـ{b}'],
    en: ['{a} gave support', '{a} supported {b}', 'support for {b}'],
  },
  COOPERATE: {
    ar: ['تعاون من {a}', 'تعاون بين {a} و{b}', 'تعاون مع {b}'],
    en: ['{a} cooperated', '{a} cooperated with {b}', 'cooperation with {b}'],
  },
  AID: {
    ar: ['مساعدة من {a}', 'مساعدة من {a} إلى {b}', 'مساعدة إلى {b}'],
    en: ['{a} gave aid', '{a} aided {b}', '{b} received aid'],
  },
  CONCEDE: {
    ar: ['تنازل من {a}', 'تنازل من {a} لـ{b}', 'تنازل لـ{b}'],
    en: ['{a} gave way', '{a} gave way to {b}', 'a concession to {b}'],
  },
  RETREAT: {
    ar: ['تراجع أو إفراج من {a}', 'تراجع أو إفراج من {a} عن {b}', 'إفراج عن {b}'],
    en: ['{a} withdrew or stood down', '{a} released or yielded to {b}', '{b} was released'],
  },
  REQUEST: {
    ar: ['مطالبة من {a}', 'مطالبة من {a} إلى {b}', 'مطالبة موجهة إلى {b}'],
    en: ['{a} made a demand', '{a} called on {b}', '{b} was called on'],
  },
  ACCUSE: {
    ar: ['إدانة أو اتهام من {a}', 'إدانة أو اتهام من {a} لـ{b}', 'اتهام لـ{b}'],
    en: ['{a} condemned or accused', '{a} accused {b}', '{b} was accused'],
  },
  REJECT: {
    ar: ['رفض من {a}', 'رفض من {a} لـ{b}', 'رفض لـ{b}'],
    en: ['{a} refused', '{a} rejected {b}', '{b} was refused'],
  },
  THREATEN: {
    ar: ['تهديد من {a}', 'تهديد من {a} لـ{b}', 'تهديد لـ{b}'],
    en: ['{a} made a threat', '{a} threatened {b}', '{b} was threatened'],
  },
  PROTEST: {
    ar: ['احتجاج من {a}', 'احتجاج من {a} على {b}', 'احتجاج على {b}'],
    en: ['{a} protested', '{a} protested against {b}', 'a protest against {b}'],
  },
  MOBILIZE: {
    ar: ['تحريك قوات من {a}', 'تحريك {b} من {a}', 'تحريك {b}'],
    en: ['{a} moved or raised forces', '{a} moved or raised {b}', '{b} were moved or raised'],
  },
  SANCTION: {
    ar: ['عقوبة أو قطيعة من {a}', 'عقوبة أو قطيعة من {a} بحق {b}', 'عقوبة بحق {b}'],
    en: ['{a} imposed a sanction', '{a} sanctioned {b}', '{b} was sanctioned'],
  },
  COERCE: {
    ar: ['إجراء قسري من {a}', 'إجراء قسري من {a} بحق {b}', 'إجراء قسري بحق {b}'],
    en: ['{a} used coercion', '{a} used coercion against {b}', '{b} was coerced'],
  },
  ASSAULT: {
    ar: ['قتال خاضه {a}', 'هجوم من {a} على {b}', 'هجوم على {b}'],
    en: ['{a} fought', '{a} attacked {b}', '{b} came under attack'],
  },
}

/** Wordings that a mode makes more exact, in the same three shapes. */
const BY_MODE: Readonly<Record<string, Readonly<Record<Language, readonly [string, string, string]>>>> = {
  'CONSULT/visit': {
    ar: ['زيارة قام بها {a}', 'زيارة قام بها {a} إلى {b}', 'زيارة إلى {b}'],
    en: ['{a} made a visit', '{a} visited {b}', 'a visit to {b}'],
  },
  'CONSULT/phone': {
    ar: ['اتصال أجراه {a}', 'اتصال بين {a} و{b}', 'اتصال بـ{b}'],
    en: ['{a} made a call', '{a} called {b}', 'a call to {b}'],
  },
  'COERCE/arrest': {
    ar: ['اعتقال نفذه {a}', 'اعتقال {b} من قبل {a}', 'اعتقال {b}'],
    en: ['{a} made arrests', '{a} arrested {b}', '{b} was arrested'],
  },
  'COERCE/seize': {
    ar: ['سيطرة {a}', 'استيلاء {a} على {b}', 'الاستيلاء على {b}'],
    en: ['{a} took control', '{a} seized {b}', '{b} was seized'],
  },
  'RETREAT/release': {
    ar: ['إفراج من {a}', 'إفراج {a} عن {b}', 'الإفراج عن {b}'],
    en: ['{a} released prisoners', '{a} released {b}', '{b} was released'],
  },
  'RETREAT/resign': {
    ar: ['استقالة {a}', 'استقالة {a}', 'استقالة {b}'],
    en: ['{a} resigned', '{a} resigned', '{b} resigned'],
  },
  'RETREAT/withdraw': {
    ar: ['انسحاب {a}', 'انسحاب {a} أمام {b}', 'انسحاب {b}'],
    en: ['{a} withdrew', '{a} withdrew {b}', '{b} withdrew'],
  },
  'SANCTION/convict': {
    ar: ['حكم من {a}', 'حكم من {a} على {b}', 'حكم على {b}'],
    en: ['{a} passed a sentence', '{a} convicted {b}', '{b} was convicted'],
  },
  'SANCTION/expel': {
    ar: ['إقالة أو طرد من {a}', 'إقالة أو طرد {b} من قبل {a}', 'إقالة أو طرد {b}'],
    en: ['{a} dismissed or expelled somebody', '{a} dismissed or expelled {b}', '{b} was dismissed or expelled'],
  },
  'ASSAULT/abduct': {
    ar: ['خطف نفذه {a}', 'خطف {b} على يد {a}', 'خطف {b}'],
    en: ['{a} carried out an abduction', '{a} abducted {b}', '{b} was abducted'],
  },
  'ASSAULT/execute': {
    ar: ['إعدام نفذه {a}', 'إعدام {b} من قبل {a}', 'إعدام {b}'],
    en: ['{a} carried out an execution', '{a} executed {b}', '{b} was executed'],
  },
}

const STATUS: Readonly<Record<EventStatus, Readonly<Record<Language, string>>>> = {
  asserted: { ar: '', en: '' },
  ongoing: { ar: ' (مستمر)', en: ' (still going on)' },
  planned: { ar: ' (مقرر)', en: ' (planned)' },
  hypothetical: { ar: ' (محتمل)', en: ' (possible)' },
  demanded: { ar: ' (مطلوب)', en: ' (demanded)' },
  denied: { ar: ' (منفي)', en: ' (denied)' },
}

/** A record as one readable sentence with who reports it: «Qaani met al-Kadhimi in Baghdad — reported by the BBC, time not given». */
export function describeEvent(record: EventRecord, article: ExportedArticle, language: Language): string {
  const told = describeOccurrence(record, article.entities, language)
  return `${told} — ${reported(record, article, language)}${timed(record, article, language)}`
}

/** At most so many names stand in a sentence; the others are counted. */
const MOST_NAMED = 4

/** What a record says happened, without who reports it and when: «Qaani met al-Kadhimi in Baghdad». */
export function describeOccurrence(record: EventRecord, entities: readonly Entity[], language: Language): string {
  const entity = new Map(entities.map((one) => [one.id, one]))
  const names = (...roles: readonly ParticipantRole[]): string[] =>
    record.participants
      .filter(({ role }) => roles.includes(role))
      .map(({ entity: id }) => entity.get(id))
      .filter((one) => one !== undefined)
      .map((one) => nameOf(one, language))
  let acting = names('actor')
  let other = names('recipient', 'attendee', 'object')
  const fighting =
    record.type === 'ASSAULT' || record.type === 'COOPERATE' || record.type === 'AGREE' || record.type === 'CONSULT'
  if (other.length === 0 && acting.length > 1 && fighting) {
    other = acting.slice(1)
    acting = acting.slice(0, 1)
  }
  const wording = (BY_MODE[`${record.type}/${record.mode ?? ''}`] ?? WORDING[record.type])[language]
  const shape = acting.length === 0 ? wording[2] : other.length === 0 ? wording[0] : wording[1]
  const told = shape.replace('{a}', list(acting, language)).replace('{b}', list(other, language))
  const where = record.place === undefined ? undefined : entity.get(record.place)
  if (record.mode === 'visit' && where !== undefined && other.length === 0 && acting.length > 0) {
    const visit = BY_MODE['CONSULT/visit']?.[language][1] ?? ''
    const to = visit.replace('{a}', list(acting, language)).replace('{b}', nameOf(where, language))
    return `${to}${STATUS[record.status][language]}`
  }
  const place =
    where === undefined ? '' : language === 'ar' ? ` في ${nameOf(where, language)}` : ` in ${nameOf(where, language)}`
  return `${told}${place}${STATUS[record.status][language]}`
}

const nameOf = ({ nameAr, nameEn }: Entity, language: Language): string =>
  language === 'ar' ? nameAr : (nameEn ?? nameAr)

function list(all: readonly string[], language: Language): string {
  const rest = all.length - MOST_NAMED + 1
  const names =
    all.length > MOST_NAMED
      ? [...all.slice(0, MOST_NAMED - 1), language === 'ar' ? `${rest} غيرهم` : `${rest} others`]
      : all
  if (names.length <= 1) return names[0] ?? ''
  if (language === 'ar') return names.map((name, i) => (i === 0 ? name : `و${name}`)).join(' ')
  return `${names.slice(0, -1).join(', ')} and ${names.at(-1) ?? ''}`
}

function reported(
  { sources, ownVoice }: EventRecord,
  { attributions, outlet }: ExportedArticle,
  language: Language,
): string {
  const speakers = attributions
    .filter(({ id }) => sources.includes(id))
    .map(({ chain }) => chain.map(wordsOf).join(' ← '))
  const distinct = [...new Set(speakers)]
  const page = outlet ?? (language === 'ar' ? 'الصفحة' : 'the page')
  if (ownVoice || distinct.length === 0) return language === 'ar' ? `بلسان ${page}` : `told by ${page} itself`
  return language === 'ar' ? `نقلاً عن ${distinct.join('؛ ')}` : `reported by ${distinct.join('; ')}`
}

const wordsOf = ({ description }: Link): string => description

function timed({ time }: EventRecord, { times }: ExportedArticle, language: Language): string {
  const item = time === undefined ? undefined : times[time]
  if (item === undefined) return language === 'ar' ? '، والوقت غير مذكور' : ', time not given'
  const day =
    'value' in item && typeof item.value === 'string' ? /^\d{4}(?:-\d{2}){0,2}/.exec(item.value)?.[0] : undefined
  if (language === 'ar') return day === undefined ? `، ${item.text}` : `، ${item.text} (${day})`
  return day === undefined ? `, “${item.text}”` : `, ${day}`
}
