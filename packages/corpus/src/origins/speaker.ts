import type { Link } from '@isnad/attribution'
import type { Entity } from '@isnad/entities'
import { findCountryByName } from '@isnad/lexicon'
import { foldKey, type Span, searchStem } from '@isnad/text'
import { termWeight } from '../stories/term-weights.js'
import type { Sentence } from './source-mention.js'
import {
  bareNoun,
  isIn,
  isSpeakerHead,
  kindOf,
  LONGEST_NOUN_PHRASE,
  nounPhrase,
  type SourceKind,
  type Word,
} from './source-phrase.js'
import { sourceWords } from './source-words.js'

export const isMedium = ({ kind }: Link): boolean => kind === 'outlet' || kind === 'agency'

/** «نقلت الصحيفة تأكيد المدير أن»: what is handed on is somebody's word. */
export function handedOn(phrase: readonly Word[], entities: ReadonlyMap<string, Entity>): Link | undefined {
  const at = phrase.findIndex(({ key }, i) => i > 0 && HANDED_ON.test(key))
  const [first] = phrase.slice(at + 1)
  const last = phrase.at(-1)
  if (at < 0 || first === undefined || last === undefined) return undefined
  const [holder] = [...entities.values()]
    .flatMap((entity) => entity.mentions.map((m) => ({ entity, m })))
    .filter(({ entity, m }) => /PER|ORG/.test(entity.type) && m.start >= first.start - 1 && m.end <= last.end)
    .sort((a, b) => Number(b.entity.type === 'PER') - Number(a.entity.type === 'PER') || a.m.start - b.m.start)
  if (holder === undefined) return undefined
  const kind = holder.entity.type === 'PER' ? 'person' : 'official'
  return { kind, entity: holder.entity.id, description: holder.entity.nameAr, span: holder.m }
}

const HANDED_ON = /^(?:قول|تاكيد|تصريح|تصريحات|نفي|اعلان|تحذير|وصف)(?:ه|ها|هم)?$/

/** Whoever issued a paper is a body or stands in its description; outlets get copies of statements and issue none. */
export const isIssuer = ({ kind, description }: Link, holder: Entity | undefined): boolean =>
  kind !== 'document' ||
  (holder !== undefined &&
    (holder.type === 'PER'
      ? ISSUED_BY.test(description.slice(0, Math.max(0, description.indexOf(holder.nameAr))))
      : holder.catalogId?.startsWith('outlet.') !== true &&
        !(/تلق|حصل|اطلع|نسخ/.test(description) && description.includes(holder.nameAr))))

/** «بيان فلان», «بيان للوزير فلان»: nothing but the paper and an office before the name. */
const ISSUED_BY = /^\S+(?:\s+(?!فقد|قد)\S+){0,2}\s+$/u

/**
 * The noun phrase of a speaker: from the first word behind the cue that can open one, to the «أن» or the mark behind the name. It
 * holds the office before the name and what stands beside it.
 */
export function phraseOf(
  { start, end }: Span,
  cue: Span | undefined,
  { words }: Sentence,
  others: readonly number[],
): readonly Word[] {
  const { complement } = sourceWords()
  const first = words.findIndex((w) => w.end > start)
  const after = words.findIndex((w) => w.start >= end)
  let to = after < 0 ? words.length : after
  let from = first
  if (cue !== undefined && cue.end <= start) {
    // Behind the outlet that handed it on: «نقلت الوكالة عن مصدر».
    const free = Math.max(cue.end, ...others.filter((place) => place <= start))
    const behind = words.findIndex((w) => w.start >= free)
    const gap = words.slice(behind, first)
    if (
      behind >= 0 &&
      gap.length <= LONGEST_NOUN_PHRASE &&
      !gap.some((w) => complement.has(w.key) || w.after === '.')
    ) {
      const opens = gap.findIndex(isSpeakerHead)
      if (opens >= 0) from = behind + opens
    }
    const whole = nounPhrase(words, from)
    const closes = words[whole]
    if (whole > to && closes !== undefined && (complement.has(closes.key) || closes.after === ':')) to = whole
  } else {
    for (let at = first - 1; at >= Math.max(0, first - OFFICE_WORDS); at--) {
      const word = words[at] as Word
      if ((words[at + 1] as Word).after !== '') break
      if (isIn(sourceWords().title, word.key) || isIn(sourceWords().voice, word.key)) from = at
    }
  }
  const office = words[to]
  if (office !== undefined && office.after !== '"' && opensOffice(office)) {
    const stops = words
      .slice(to + 1, to + OFFICE_WORDS)
      .findIndex((w) => w.after !== '' || complement.has(w.key) || sourceWords().stop.has(w.key))
    to = stops < 0 ? Math.min(words.length, to + OFFICE_WORDS) : to + 1 + stops
  }
  return words.slice(from, to)
}

const OFFICE_WORDS = 7

/** The person whom the phrase of an office or of a hidden source names after all: «رئيس الكتلة النائب فلان الفلاني». */
export function namedIn(
  phrase: readonly Word[],
  link: Link,
  entities: ReadonlyMap<string, Entity>,
): Entity | undefined {
  if (link.kind !== 'official' && link.kind !== 'anonymous') return undefined
  const [first] = phrase
  const { stop } = sourceWords()
  const until = phrase.findIndex(({ key }, i) => i > 0 && stop.has(key) && key !== 'في')
  const end = phrase.slice(0, Math.min(NAME_WITHIN, until < 0 ? NAME_WITHIN : until)).at(-1)?.end
  if (first === undefined || end === undefined || !opensOffice(first)) return undefined
  for (const entity of entities.values()) {
    if (entity.type !== 'PER' || entity.unnamed === true) continue
    if (entity.mentions.some((m) => m.kind === 'name' && m.start > first.start && m.end <= end)) return entity
  }
  return undefined
}

const NAME_WITHIN = 12
export const opensOffice = ({ key }: Word): boolean => isIn(sourceWords().title, key) || isIn(sourceWords().voice, key)

/** Of a person whom the reading names, the parts of the name that stand in the phrase, else all of them; folded. */
export function namesOf(entity: Entity | undefined, phrase: readonly Word[]): string[] | undefined {
  if (entity === undefined || entity.type !== 'PER' || entity.unnamed === true) return undefined
  const parts = foldKey(entity.nameAr)
    .split(/[^\p{L}]+/u)
    .filter((part) => part.length > 1)
  if (parts.length === 0) return undefined
  const here = parts.filter((part) => phrase.some(({ key }) => key === part || key.replace(/^[ولبف]/, '') === part))
  return here.length === 0 ? parts : here
}

export const isCountry = (phrase: readonly Word[]): boolean =>
  phrase[0] !== undefined &&
  (phrase.length === 1 || sourceWords().stop.has(phrase[1]?.key ?? '')) &&
  findCountryByName(phrase[0].key) !== undefined

const VAGUE = /^(?:تقارير|تقريرا?|انباء|معلومات|تسريبات|وسايل|وسائل|صحف|مواقع|قنوات|وكالات)$/

export function kindOfLink(
  link: Link,
  phrase: readonly Word[],
  speaker: Entity | undefined,
  stated: 'body' | undefined,
): SourceKind | undefined {
  const read = kindOf(phrase)
  const first = bareNoun(phrase[0]?.key ?? '')
  switch (link.kind) {
    case 'outlet':
    case 'agency':
      if (read === 'social') return 'social'
      if (isCountry(phrase)) return 'body'
      return read === 'vague-outlet' || (read === undefined && VAGUE.test(first)) ? 'vague-outlet' : 'outlet'
    case 'social':
      return speaker === undefined ? 'social' : kindOfEntity(speaker)
    case 'document':
      if (speaker !== undefined) return kindOfEntity(speaker)
      if (read === 'body' || (read === 'person' && opensOffice(phrase[0] as Word))) return read
      return VAGUE.test(first) ? 'vague-outlet' : 'document'
    case 'anonymous':
      if (VAGUE.test(first)) return 'vague-outlet'
      if (read === 'person') return opensOffice(phrase[0] as Word) ? 'person' : undefined
      return read === 'correspondent' || read === 'vague-outlet' ? read : 'anonymous'
    case 'person':
      if (
        read === 'anonymous' &&
        !isIn(sourceWords().anonymous, phrase[0]?.key ?? '') &&
        speaker !== undefined &&
        isNamed(speaker)
      )
        return 'person'
      if (read !== undefined && read !== 'outlet' && read !== 'social' && read !== 'person') return read
      return speaker !== undefined && isNamed(speaker) ? 'person' : opensOffice(phrase[0] as Word) ? read : undefined
    default:
      if (read === 'social') return speaker === undefined ? 'social' : kindOfEntity(speaker)
      if (read === 'person' && !opensOffice(phrase[0] as Word) && (speaker === undefined || !isNamed(speaker)))
        return undefined
      return read ?? (speaker?.mentions.some((m) => m.kind === 'name') === true ? kindOfEntity(speaker) : stated)
  }
}

/** Named by more than a common word that the reading took for a name. */
export const isNamed = ({ unnamed, nameAr, catalogId }: Entity): boolean =>
  unnamed !== true &&
  !/(?:ها|هما|هم)(?:\s|$)/u.test(nameAr) &&
  (catalogId !== undefined ||
    /\s/.test(nameAr.trim()) ||
    (!/ة$/u.test(nameAr) && termWeight(searchStem(foldKey(nameAr))) >= NAME_WEIGHT))

/** A single word that stands in more than about one article in a hundred and fifty is no name. */
const NAME_WEIGHT = 5

const kindOfEntity = ({ type, group }: Entity): SourceKind | undefined =>
  type === 'PER' && group !== true ? 'person' : type === 'ORG' || type === 'GPE' ? 'body' : undefined
