import type { Entity } from '@isnad/entities'
import type { EventTrigger } from '@isnad/lexicon'
import type { VerbClause } from '../clauses/clause.js'
import { nounClause } from '../clauses/noun-clause.js'
import { changedTelling } from '../clauses/telling.js'
import type { EventStatus } from '../event.js'
import { SUFFERED } from '../forms/function-words.js'
import { conditionsOf } from '../forms/vocabulary.js'
import type { Filler, NounPhrase, Prepositional } from '../phrases/noun-phrase.js'
import { inRole, type Party, placeOf } from '../phrases/parties.js'
import type { VerbReading } from '../phrases/verbs-here.js'
import { verbStatus } from '../status/status.js'
import { isInCase } from './conditions.js'
import { deciderOf } from './doers.js'
import type { SentenceSoFar } from './sentence-so-far.js'

const BY_WORDS: ReadonlySet<string> = new Set(['ACCUSE', 'REQUEST', 'THREATEN'])

/** Deeds that a court judges; its own verdicts and charges are told. */
const isStruck = ({ senses }: Filler): boolean =>
  senses?.some(({ trigger }) => trigger.type === 'ACCUSE' || trigger.type === 'SANCTION') !== true
const OPENING = /^(?:فتح|بدء|اطلاق|استئناف|مواصلة)$/
const DENYING = /^(?:نفي|نفت|نفوا|انكر|انكرت|انكروا)$/
/** What somebody may deny having done: of what is said, only that it was said is denied. */
const isDone = ({ senses, definite, pronoun }: Filler): boolean =>
  !definite && pronoun === undefined && senses?.some(({ trigger }) => OWN_DEEDS.has(trigger.type)) === true
const OWN_DEEDS: ReadonlySet<string> = new Set('AID CONSULT COOPERATE COERCE MOBILIZE RETREAT ASSAULT'.split(' '))
const FACING = 'light.wajah'
const SIGNING = 'light.waqqaa'

/** Verbs that lend their subject to an event noun: «شن فلان هجوما», «تعرض فلان لهجوم», «أعلن الجيش وقف النار». */
export class LightVerbs {
  constructor(readonly sentence: SentenceSoFar) {}

  /** Tells the event nouns that the light verb at an item governs, with its subject lent to them. */
  light(at: number, word: number, reading: VerbReading, clause: VerbClause, subject: NounPhrase | undefined): void {
    for (const { light } of reading.senses) {
      if (light === undefined) continue
      const candidates: { filler: Filler; phrase: NounPhrase; item: number }[] = []
      const consider = (phrase: NounPhrase | undefined, item: number): void => {
        for (const filler of phrase?.fillers ?? [])
          if (filler.of === 'event' && phrase !== undefined) candidates.push({ filler, phrase, item })
      }
      if (light.slot === 'object') {
        for (const phrase of clause.objects) consider(phrase, at)
        // «وقف الحرب التي تشنها …»: the clause hangs on the genitive.
        if (clause.antecedent !== undefined && clause.subjectFrom !== 'relative')
          for (const { genitive } of clause.antecedent.fillers) consider(genitive, this.#itemOf(clause.antecedent))
        if (clause.antecedent !== undefined && clause.subjectFrom !== 'relative')
          consider(clause.antecedent, this.#itemOf(clause.antecedent))
        if (reading.voice !== 'active' || light.kind === 'passive') consider(clause.subject, at)
      } else if (light.slot === 'subject') {
        consider(clause.subject, at)
        for (const phrase of clause.objects) consider(phrase, at)
        const first = this.sentence.items[at + 1]
        if (first?.kind === 'phrase' && first.preposition === undefined) consider(first.phrase, at + 1)
      } else {
        for (const { key, phrase, item } of clause.prepositional)
          if (key === light.slot) consider(phrase, item < 0 ? this.#itemOf(phrase) : item)
      }
      for (const { filler, item } of candidates) {
        if (this.sentence.used.has(filler.head)) {
          if (light.kind === 'support' && item < at) this.#struckBy(filler, subject)
          continue
        }
        // «أصدرت قرارا في قضية قتل فلان»: the deed is what the case is about.
        if (isStruck(filler) && isInCase(this.sentence.reader, filler.head)) continue
        // «تبدأ الاحتجاجات»: without a subject of its own, what begins is the event.
        const begins = light.id === 'light.bada' && clause.subject === undefined && filler.definite
        const passive = begins || light.kind === 'passive' || clause.subject?.fillers.includes(filler) === true
        const status =
          light.status === undefined
            ? verbStatus(this.sentence.items, at, reading, this.sentence.reader, true)
            : (light.status as EventStatus)
        // «زيارة إلى عمان قام بها فلان»: what stands between the noun and its verb belongs to the noun.
        const behind =
          item >= 0 && item < at ? nounClause(this.sentence.items.slice(0, at), item, this.sentence.reader) : undefined
        const rest = [
          ...(behind?.prepositional ?? []),
          ...clause.prepositional.filter(({ phrase }) => !phrase.fillers.includes(filler)),
        ]
        const times = [...(behind?.times ?? []), ...clause.times]
        const other = clause.objects.filter((phrase) => !phrase.fillers.includes(filler))
        for (const telling of this.sentence.nounPredicates.tellings(
          filler,
          item,
          'light',
          status,
          rest,
          other,
          times,
          Math.min(word, filler.head),
          light.kind === 'passive',
        )) {
          // «تواجه الدولة إدانات»: to face condemnation is not to be convicted.
          if (light.kind === 'undergo' && telling.trigger.mode === 'convict') continue
          // «تواجه الدولة تهديدات»: dangers that nobody uttered.
          if (light.id === FACING && telling.trigger.type === 'THREATEN') continue
          // «وقعت الدولتان اتفاقا»: who signs an agreement is told by the signing.
          if (light.id === SIGNING && telling.trigger.type === 'AGREE') {
            this.sentence.used.add(filler.head)
            continue
          }
          const itself = passive || subject?.fillers.includes(filler) === true
          const lent = itself ? { parties: [] } : this.lent(light.kind, telling.trigger, subject)
          const place = telling.place ?? lent.place
          // «تعرض لانتقادات لعودته للمدينة»: whom it befell is told; ل brings nobody else.
          const told = light.kind === 'undergo' && lent.parties.length > 0 && BY_WORDS.has(telling.trigger.type)
          const named = told ? telling.parties.filter(({ role }) => role !== 'recipient') : telling.parties
          const own = light.kind === 'undergo' ? this.#from(named, telling.trigger, rest, item) : named
          const parties = [
            ...lent.parties,
            ...(light.slot === 'ب' ? this.#undergone(own, telling.trigger, lent.parties) : own),
          ]
          const joins = /^light\.(?:hadar|shaarak)$/.test(light.id) && filler.definite ? true : telling.joins
          // «يواجه اتهامات», «يوجه انتقادات»: words are told as said.
          const said = telling.status === 'ongoing' && telling.trigger.speech
          const status = said ? 'asserted' : telling.status
          this.sentence.found.push(changedTelling(telling, { status, parties, place, joins }))
          this.sentence.used.add(filler.head)
        }
      }
    }
  }

  /** A noun whose entry names its governing verb («أعلن الجيش وقف النار») has that verb's subject for its own. */
  governed(at: number, word: number, reading: VerbReading, clause: VerbClause, subject: NounPhrase | undefined): void {
    const verb = this.sentence.reader.words[word]?.whole ?? ''
    for (const phrase of clause.objects) {
      // «أعلنت المحكمة فتح تحقيق»: what is opened is declared with its opening.
      const opened = phrase.fillers.flatMap(({ headKey, genitive }) =>
        OPENING.test(headKey) ? (genitive?.fillers ?? []) : [],
      )
      for (const filler of [...phrase.fillers, ...opened]) {
        // «نفت الحكومة تزويد الحركة بالسلاح»: so does one that denies it.
        const denied = DENYING.test(verb)
        const declared = denied || /^.?اعلن/.test(verb)
        const asked =
          declared || filler.senses?.some(({ trigger }) => conditionsOf(trigger).after.includes(verb)) === true
        if (filler.of !== 'event' || !asked || this.sentence.used.has(filler.head) || this.#takenUp(phrase)) continue
        // «أعلن الوزير قرار الحكومة الانسحاب»: whose decision it is withdraws.
        if (deciderOf(this.sentence.items, this.#itemOf(phrase)) !== undefined) continue
        const status = denied ? 'denied' : verbStatus(this.sentence.items, at, reading, this.sentence.reader, false)
        if (denied && !isDone(filler)) continue
        const other = clause.objects.filter((one) => one !== phrase)
        for (const telling of this.sentence.nounPredicates.tellings(
          filler,
          at,
          'light',
          status,
          clause.prepositional,
          other,
          clause.times,
          word,
        )) {
          if (telling.trigger.after.length === 0 && !declared) continue
          // «أعلن الوزير استقالة نائبه»: what has a doer of its own needs none lent.
          const done =
            telling.parties.some(({ role }) => role === 'actor') ||
            SUFFERED.has(this.sentence.reader.words[filler.head]?.stem ?? '')
          const lent = done ? { parties: [] } : this.lent('support', telling.trigger, subject)
          this.sentence.found.push(changedTelling(telling, { parties: [...lent.parties, ...telling.parties] }))
          this.sentence.used.add(filler.head)
        }
      }
    }
  }

  /** What a light verb's subject is to the event: its doer, its victim, or where it happens. */
  lent(
    kind: string,
    trigger: EventTrigger,
    subject: NounPhrase | undefined,
  ): { readonly parties: readonly Party[]; readonly place?: Entity } {
    if (subject === undefined) return { parties: [] }
    if (kind === 'host') {
      const place = placeOf(subject)
      return place === undefined ? { parties: [] } : { parties: [], place }
    }
    const choices =
      kind === 'undergo'
        ? (trigger.frame.get('object') ?? [{ role: 'recipient' as const }])
        : (trigger.frame.get('subject') ?? [{ role: 'actor' as const }])
    return { parties: this.sentence.assembler.parties(subject, choices, 'subject', trigger) }
  }

  /** «تعرضت الدورية لهجوم شنه مسلحون»: who does what somebody is told to have undergone. */
  #struckBy(filler: Filler, subject: NounPhrase | undefined): void {
    const { found } = this.sentence
    const told = found.findLastIndex(({ at, part }) => at === filler.head && part === 'light')
    const known = found[told]
    if (known === undefined || known.parties.some(({ role }) => role === 'actor')) return
    found[told] = { ...known, parties: [...this.lent('support', known.trigger, subject).parties, ...known.parties] }
  }

  /** «تعرض فلان لانتقادات من الحزب»: what somebody undergoes comes from its doer. */
  #from(
    parties: readonly Party[],
    trigger: EventTrigger,
    prepositional: readonly Prepositional[],
    at: number,
  ): readonly Party[] {
    const from = prepositional.find(({ key, item }) => key === 'من' && item > at)
    if (from === undefined || parties.some(({ role }) => role === 'actor')) return parties
    return [...parties, ...this.sentence.assembler.parties(from.phrase, [{ role: 'actor' }], 'من', trigger)]
  }

  /** «قامت اللجنة بدعوته», «قام بزيارة الوزير»: whom the noun behind «قام بـ» belongs to is not its doer, who is told already. */
  #undergone(parties: readonly Party[], trigger: EventTrigger, lent: readonly Party[]): readonly Party[] {
    if (!lent.some(({ role }) => role === 'actor')) return parties
    const role = trigger.frame.get('object')?.[0]?.role
    return parties.flatMap((party): Party[] => {
      if (party.role !== 'actor' || (party.slot !== 'genitive' && party.slot !== 'pronoun')) return [party]
      // «قام بزيارة الجرحى»: no people are a place.
      if (role === 'place') return [inRole(party, 'recipient')]
      return role === undefined || role === 'topic' ? [] : [inRole(party, role)]
    })
  }

  /** «أعلن الوزير زيارة قام بها نائبه»: a light verb behind the noun tells whose it was. */
  #takenUp(phrase: NounPhrase): boolean {
    for (let i = this.#itemOf(phrase) + 1; i < this.sentence.items.length; i++) {
      const item = this.sentence.items[i]
      if (item?.kind === 'phrase' || item?.kind === 'time' || item?.kind === 'relative' || item?.kind === 'comma')
        continue
      if (item?.kind !== 'verb') return false
      const reading = this.sentence.reader.verb(item.at)
      const resumes = reading?.pronoun !== undefined || this.sentence.items[i + 1]?.kind === 'pronominal'
      return resumes && reading?.senses.some(({ light }) => light !== undefined) === true
    }
    return false
  }

  /** The item that a phrase of this sentence is. */
  #itemOf(phrase: NounPhrase): number {
    return this.sentence.items.findIndex((item) => item.kind === 'phrase' && item.phrase === phrase)
  }
}
