import type { Entity } from '@isnad/entities'
import type { EventTrigger } from '@isnad/lexicon'
import type { EventStatus } from '../event.js'
import { bareKey } from '../forms/vocabulary.js'
import type { WordMention } from '../forms/words.js'
import type { Gender } from '../phrases/gender.js'
import type { Filler, NounPhrase } from '../phrases/noun-phrase.js'
import type { Describe, Party } from '../phrases/parties.js'
import { isDualOffice } from '../phrases/two-offices.js'

/** One telling of an event as the grammar reads it, before tellings are merged. */
export interface Telling {
  readonly trigger: EventTrigger
  readonly part: 'verb' | 'noun' | 'light' | 'participle' | 'phrase'
  /** Word index of the trigger in its sentence. */
  readonly at: number
  readonly parties: readonly Party[]
  readonly place?: Entity | undefined
  readonly times: readonly number[]
  readonly status: EventStatus
  readonly passive: boolean
  /** True where the trigger is definite and could point back at an event told before. */
  readonly definite: boolean
  readonly plural: boolean
  /** True where the trigger is a verb in the imperfect. */
  readonly imperfect: boolean
  /** True where the noun names a case in court or an anniversary, not the deed («قضية اغتيال فلان»). */
  readonly inCase: boolean
  /** True where people come to an event told before: «حضر فلان الاجتماع». */
  readonly joins?: true | undefined
  /** True where only what a crowd does tells of its protest («رفع المتظاهرون لافتات»). */
  readonly implied?: true | undefined
  /** Words that the telling covers at least: light verb and trigger. */
  readonly from: number
  readonly to: number
}

/** A telling with some of what it says changed, in the one shape of them all: each spread would add a shape, and what has many is slow to read. */
export const changedTelling = (
  telling: Telling,
  {
    parties = telling.parties,
    place = telling.place,
    times = telling.times,
    status = telling.status,
    joins = telling.joins,
    implied = telling.implied,
  }: Partial<Pick<Telling, 'parties' | 'place' | 'times' | 'status' | 'joins' | 'implied'>>,
): Telling =>
  ({
    trigger: telling.trigger,
    part: telling.part,
    at: telling.at,
    parties,
    place,
    times,
    status,
    passive: telling.passive,
    definite: telling.definite,
    plural: telling.plural,
    imperfect: telling.imperfect,
    inCase: telling.inCase,
    joins,
    implied,
    from: telling.from,
    to: telling.to,
  }) satisfies Record<keyof Telling, unknown>

/** What one sentence hands on to the next. */
export interface Discourse {
  subject: NounPhrase | undefined
  /** Those spoken of in the sentence before, last first. */
  recent: readonly NounPhrase[]
  /** Gender of persons by the verbs that they were the subjects of. */
  readonly genders: Map<string, Gender>
  readonly describe: Describe
  /** Who speaks at an offset, for verbs in the first person. */
  readonly speaker: (offset: number) => Entity | undefined
  /** Who is quoted word for word at an offset. */
  readonly quoted: (offset: number) => Entity | undefined
  /** The person whose name or the end of it is given. */
  readonly person: (name: string) => Entity | undefined
  /** The entity of the country that an adjective's stem names. */
  readonly country: (stem: string) => Entity | undefined
  /** The entity of the country whose office a person holds, by the titles that the article gives. */
  readonly home: (person: Entity) => Entity | undefined
}

/** Whether everything that the trigger's entry asks for is there. */
export function isComplete({ trigger, parties, place, passive, part }: Telling): boolean {
  const filled = new Set<string>(parties.map(({ role }) => role))
  // «اتصال بين فلان وفلان»: two who play the same part are each other's other side.
  if (trigger.reciprocal && parties.filter(({ role }) => role === 'actor').length > 1) filled.add('recipient')
  // «التقى الرئيسان التركي والروسي»: so are two whom one noun tells.
  if (trigger.type === 'CONSULT' && parties.some(({ role, filler }) => role === 'actor' && isTwo(filler)))
    filled.add('recipient')
  if (place !== undefined) filled.add('place')
  // «تبنت الحركة تفجير عمان»: a blow of somebody's in a town struck those who were there.
  const struck = trigger.type === 'ASSAULT' && (part === 'noun' || part === 'light')
  if (struck && place !== undefined && filled.has('actor')) filled.add('recipient')
  return parties.length > 0 && trigger.needs.every((role) => filled.has(role) || (passive && role === 'actor'))
}

const isTwo = ({ of, headKey, named }: Filler): boolean => of === 'group' && !named && isDualOffice(headKey)

/** A phrase of one entity that stands nowhere in the sentence, or in a mention of it. */
export function phraseFor(entity: Entity, word: number, start: number, mention?: WordMention): NounPhrase {
  const filler: Filler = {
    from: word,
    to: mention?.to ?? word,
    start: mention?.span.start ?? start,
    end: mention?.span.end ?? start,
    entity,
    named: true,
    of: entity.type === 'PER' ? (entity.group === true ? 'group' : 'person') : 'body',
    head: word,
    headKey: bareKey(entity.nameAr.split(' ')[0] ?? ''),
    crowd: false,
    titled: false,
    nested: [],
    definite: true,
    pronoun: undefined,
    senses: undefined,
    genitive: undefined,
  }
  return { fillers: [filler], from: word, to: word }
}
