import type { EventTrigger } from '@isnad/lexicon'
import type { VerbClause } from '../clauses/clause.js'
import { type Discourse, phraseFor } from '../clauses/telling.js'
import { DOCUMENTS } from '../forms/function-words.js'
import type { Item, NounPhrase } from '../phrases/noun-phrase.js'
import type { PhraseReader } from '../phrases/phrase-reader.js'
import type { VerbReading } from '../phrases/verbs-here.js'
import type { NounPredicates } from './noun-predicates.js'
import type { Referents } from './referents.js'

/** Openers behind which a clause has a subject of its own or none. */
const OPENING = /^(?:كما|بينما|فيما|حيث|عندما|بعدما|حين|ثم)$/
/** Types whose verbs are told without their doer. */
const HANDLED: ReadonlySet<string> = new Set(['COERCE', 'RETREAT', 'SANCTION', 'ASSAULT'])
const STRUCK: ReadonlySet<string> = new Set(['ASSAULT', 'COERCE'])
const OWN_MEN = /^(?:قوات|جنود|عناصر|مقاتلي|مقاتلو|مسلحي|مسلحو|طائرات|طيران|مدفعية|وحدات|شرطت)$/
const SAID_OF_HIMSELF = /^[بلو]?انه(?:ا|م)?$/

/** «إنه», «بأنها», «لكنهم»: what opens a clause with its subject. */
const NAMED_BY = /^[فو]?[بلك]?(?:ان|لكن)(ه|ها|هم|هما)$/
const ADDRESSING: ReadonlySet<string> = new Set(['REQUEST', 'ACCUSE', 'SUPPORT', 'THREATEN'])

/** Whose deed a verb tells where that is not the phrase beside it: an issuer's, a sayer's, the subject's of the clause before. */
export class VerbSubjects {
  constructor(
    readonly items: readonly Item[],
    readonly reader: PhraseReader,
    readonly discourse: Discourse,
    readonly referents: Referents,
    readonly nounPredicates: NounPredicates,
  ) {}

  /** «كما ألقي القبض على فلان», «بينما أفرج عن آخرين»: a verb of seizing or freeing that opens its clause without a subject is passive. */
  isOpeningPassive(at: number, word: number, reading: VerbReading): boolean {
    if (reading.tense !== 'perfect' || reading.feminine || reading.plural || reading.first) return false
    if (reading.pronoun !== undefined || this.reader.words[word]?.conjunction === true) return false
    const before = this.items[at - 1]
    const opens =
      before === undefined || before.kind === 'stop' || (before.kind === 'opener' && OPENING.test(before.key))
    const next = this.items[at + 1]
    const object = next?.kind === 'phrase' && next.preposition === undefined ? next.phrase.fillers[0] : undefined
    const seizes = reading.senses.some(
      ({ trigger, light }) => light?.id === 'light.alqa' || HANDLED.has(trigger?.type ?? ''),
    )
    return opens && seizes && (object === undefined || object.of === 'event')
  }

  /** «ودعا البيان الحكومة إلى …»: what a document does, whoever issued it does. */
  issued(clause: VerbClause, word: number): VerbClause {
    const head = clause.subject?.fillers[0]
    const noun = this.reader.words[head?.head ?? -1]
    if (head?.of !== 'other' || noun === undefined || !DOCUMENTS.has(noun.stem)) return clause
    const start = this.reader.words[word]?.start ?? 0
    const issuer =
      head.nested.find(({ type }) => type !== 'LOC' && type !== 'FAC') ??
      this.nounPredicates.adjectival(head) ??
      this.discourse.speaker(start)
    const before = head.definite ? (this.referents.subject ?? this.discourse.subject) : undefined
    const subject = issuer === undefined ? before : phraseFor(issuer, word, start)
    return subject === undefined ? clause : { ...clause, subject }
  }

  /** «قال الجيش إن قواته قتلت فلانا», «أكد أنه قتل خمسة جنود»: what somebody says of his own men, or of himself, he did. */
  ofSayer(clause: VerbClause, reading: VerbReading, word: number): VerbClause {
    const head = clause.subject?.fillers[0]
    const sayer = this.referents.sayer
    const body = sayer?.fillers[0]?.entity
    if (head === undefined || body === undefined || (body.type !== 'ORG' && body.type !== 'GPE')) return clause
    const strikes = reading.senses.some(({ trigger }) => STRUCK.has(trigger?.type ?? ''))
    if (!strikes || reading.first) return clause
    const own = head.pronoun !== undefined && OWN_MEN.test(this.reader.words[head.head]?.stem ?? '')
    if (own && clause.subjectFrom !== 'after') return { ...clause, subject: sayer }
    const himself = SAID_OF_HIMSELF.test(this.reader.words[word - 1]?.whole ?? '')
    return himself && clause.subjectFrom === 'after' && clause.objects.length === 0 && clause.subject !== undefined
      ? { ...clause, subject: sayer, objects: [clause.subject] }
      : clause
  }

  /**
   * «وصل فلان والتقى فلانا», «زيارة التقى خلالها فلانا»: a verb that needs an object and has one phrase keeps the subject before it
   * behind و, behind «حيث» and «إنه», and in a clause that hangs on an occasion.
   */
  handedOn(
    at: number,
    word: number,
    trigger: EventTrigger,
    clause: VerbClause,
    reading: VerbReading,
  ): NounPhrase | undefined {
    const before = this.items[at - 1]
    const named = before?.kind === 'opener' ? NAMED_BY.exec(before.key)?.[1] : undefined
    // «قال إنه يدعو السكان إلى …», «كما أنها تتهم الحركة بـ…»: the pronoun behind إن is the subject, and what follows the verb its object.
    const himself = named !== undefined && (named === 'ها') === reading.feminine
    // «انتقدت المنظمة القرار وطالبت الحكومة بإلغائه»: whom a second verb with the same subject addresses.
    const addressed =
      ADDRESSING.has(trigger.type) &&
      this.referents.subject !== undefined &&
      clause.pronominal.length === 0 &&
      trigger.frame.get('object')?.[0]?.role === 'recipient'
    const occasion = clause.pronominal.some(({ key }) => key === 'في' || key === 'خلال' || key === 'اثناء')
    const follows =
      occasion ||
      this.reader.words[word]?.conjunction === true ||
      (before?.kind === 'opener' && before.key === 'ان' && this.reader.words[before.at]?.conjunction === true) ||
      himself ||
      (addressed && before?.kind === 'opener' && before.key === 'كما') ||
      (before?.kind === 'opener' && /^(?:حيث|اذ)$/.test(before.key))
    // «اتهمت وسائل الإعلام التي …»: what a clause hangs on may have its object behind that clause.
    if (this.items[clause.to]?.kind === 'relative') return undefined
    if (!follows || clause.subjectFrom !== 'after' || clause.objects.length > 0 || reading.pronoun !== undefined)
      return undefined
    // «اطلع على السوق وزار خلال جولته المركز»: what is visited is seldom who visits.
    const visited =
      trigger.mode === 'visit' &&
      clause.subject?.fillers[0]?.of !== 'person' &&
      clause.subject?.fillers[0]?.of !== 'group'
    const asks = occasion || visited || himself || addressed || trigger.needs.includes('recipient')
    if (!asks || !trigger.frame.has('object')) return undefined
    const filled = clause.prepositional.some(
      ({ key }) => trigger.frame.get(key)?.some(({ role }) => role === 'recipient') === true,
    )
    const carried = filled && !himself ? undefined : this.referents.carried(reading, word)
    return carried === clause.subject ? undefined : carried
  }
}
