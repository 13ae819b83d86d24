import type { Entity } from '@isnad/entities'
import type { EventTrigger, FrameChoice } from '@isnad/lexicon'
import { Assembler } from './assemble.js'
import { nounClause, type VerbClause, verbClause } from './clause.js'
import { allows, isFormula, isLikelyPassive } from './conditions.js'
import { Doers } from './doers.js'
import type { EventStatus } from './event.js'
import { DOCUMENTS, GATHERING, INJURING, SUFFERED } from './function-words.js'
import { lightMasdarBefore } from './light-masdar.js'
import { moverOf } from './movers.js'
import type { Filler, Item, NounPhrase } from './noun-phrase.js'
import { NounPredicates } from './noun-predicates.js'
import { type Party, placeOf } from './parties.js'
import type { PhraseReader } from './phrase-reader.js'
import { completeProtests, crowdTelling } from './protests.js'
import { Referents } from './referents.js'
import { SentenceCutter } from './sentence-cutter.js'
import { nounStatus, verbStatus } from './status.js'
import { type Discourse, phraseFor, type Telling } from './telling.js'
import type { VerbReading } from './verbs-here.js'
import { bareKey } from './vocabulary.js'

/** Phrases of one sentence that a pronoun of the next can stand for. */
const MOST_RECENT = 8
/** Words between deaths and the wounds beside them. */
const FARTHEST_WOUNDS = 14
const BY_WORDS: ReadonlySet<string> = new Set(['ACCUSE', 'REQUEST', 'THREATEN'])
/** Openers behind which a clause has a subject of its own or none. */
const OPENING = /^(?:كما|بينما|فيما|حيث|عندما|بعدما|حين|ثم)$/
/** Types whose verbs are told without their doer. */
const HANDLED: ReadonlySet<string> = new Set(['COERCE', 'RETREAT', 'SANCTION', 'ASSAULT'])
const AGENT_PHRASES = new Set(['من قبل', 'من جانب', 'بيد', 'برصاص', 'بنيران'])

/** «دعيت الأطراف من قبل اللجنة»: who names the doer apart tells the verb in the passive. */
const namesAgent = ({ prepositional }: VerbClause): boolean => prepositional.some(({ key }) => AGENT_PHRASES.has(key))

/** «التقى فلان وفلان»: two subjects of a meeting without another side met each other. */
function apart(parties: readonly Party[], trigger: EventTrigger, { prepositional }: VerbClause): readonly Party[] {
  if (trigger.type !== 'CONSULT' || !trigger.needs.includes('recipient')) return parties
  if (parties.length < 2 || parties.some(({ role }) => role !== 'actor')) return parties
  if (prepositional.some(({ key }) => trigger.frame.get(key)?.some(({ role }) => role === 'recipient'))) return parties
  return parties.map((party, index) => (index === 0 ? party : { ...party, role: 'recipient' }))
}

const STRUCK: ReadonlySet<string> = new Set(['ASSAULT', 'COERCE'])
const OWN_MEN = /^(?:قوات|جنود|عناصر|مقاتلي|مقاتلو|مسلحي|مسلحو|طائرات|طيران|مدفعية|وحدات|شرطت)$/
const SAID_OF_HIMSELF = /^[بلو]?انه(?:ا|م)?$/

/** Reads every telling of one sentence. */
export class PredicateReader {
  readonly #items: readonly Item[]
  readonly #used = new Set<number>()
  readonly #found: Telling[] = []
  /** Verbs of a blow whose subject is the noun of that blow. */
  readonly #retold: { readonly noun: number; readonly verb: Telling }[] = []
  readonly #doers: Doers
  readonly #referents: Referents
  readonly #assembler: Assembler
  readonly #nounPredicates: NounPredicates

  constructor(
    readonly reader: PhraseReader,
    readonly discourse: Discourse,
  ) {
    this.#items = new SentenceCutter(reader).items()
    this.#referents = new Referents(this.#items, reader, discourse)
    this.#doers = new Doers(this.#items, reader, this.#referents, this.#found)
    this.#assembler = new Assembler(reader, this.#items, discourse)
    this.#nounPredicates = new NounPredicates(this.#assembler, this.#referents)
  }

  tellings(): readonly Telling[] {
    for (let at = 0; at < this.#items.length; at++) {
      const item = this.#items[at]
      if (item?.kind === 'verb') this.#verb(at, item.at)
    }
    for (let at = 0; at < this.#items.length; at++) {
      const item = this.#items[at]
      if (item?.kind === 'phrase') this.#nouns(at, item)
    }
    this.#phrases()
    this.#retell()
    if (this.#referents.subject !== undefined) this.discourse.subject = this.#referents.subject
    this.discourse.recent = this.#items
      .flatMap((item) => (item.kind === 'phrase' && item.phrase.fillers[0]?.entity !== undefined ? [item.phrase] : []))
      .reverse()
      .slice(0, MOST_RECENT)
    return completeProtests(this.#found, this.#items, this.reader, this.#assembler)
  }

  #verb(at: number, word: number): void {
    const { reader } = this
    const reading = reader.verb(word)
    if (reading === undefined) return
    const clause = this.#ofSayer(this.#issued(verbClause(this.#items, at, reading, reader), word), reading, word)
    const carried =
      clause.subject === undefined && !this.#isOpeningPassive(at, word, reading)
        ? this.#referents.carried(reading, word)
        : undefined
    const subject = clause.subject ?? carried
    const bound = this.#referents.bound(clause.pronominal, clause.antecedent, subject, word)
    const clauseBound = bound.length === 0 ? clause : { ...clause, prepositional: [...clause.prepositional, ...bound] }
    const idle = reading.senses.some(({ light }) => light?.kind === 'passive' || light?.kind === 'host')
    if (subject !== undefined && !idle) this.#doers.note(at, subject)
    const seen = new Set<string>()
    const third = reading.senses.some(({ form }) => form.person === 3)
    for (const { trigger, form } of reading.senses) {
      if (third && form.person !== 3) continue
      if (trigger === undefined || seen.has(trigger.id)) continue
      // «قتل ثلاثة وأصيب آخرون»: wounds beside deaths need no further word.
      const beside =
        INJURING.has(reader.words[word]?.whole ?? '') &&
        this.#found.some((one) => one.trigger.type === 'ASSAULT' && word - one.at < FARTHEST_WOUNDS)
      if (!beside && !allows(trigger, this.reader.words, word)) continue
      if (isFormula(trigger, this.reader.words, word)) continue
      seen.add(trigger.id)
      const telling = this.#fromVerb(
        at,
        word,
        trigger,
        form.voice,
        reading,
        clauseBound,
        subject,
        carried !== undefined,
      )
      const deed = clause.subject?.fillers[0]
      if (deed?.of === 'event' && trigger.type === 'ASSAULT') this.#retold.push({ noun: deed.head, verb: telling })
      this.#found.push(telling)
    }
    const crowd = crowdTelling(at, clause, this.#found, reader, this.#items, this.#assembler)
    if (crowd !== undefined) this.#found.push(crowd)
    if (reading.senses.some(({ light }) => light !== undefined)) this.#light(at, word, reading, clauseBound, subject)
    this.#governed(at, word, reading, clauseBound, subject)
    if (GATHERING.has(this.reader.words[word]?.whole ?? '')) this.#gathered(at, clauseBound)
    const lead = clause.subject?.fillers[0]
    if (lead?.entity?.type === 'PER' && lead.named && reading.tense === 'perfect' && !reading.plural && !reading.first)
      this.discourse.genders.set(lead.entity.id, reading.feminine ? 'f' : 'm')
    if (clause.subject !== undefined && lead !== undefined && lead.of !== 'event' && lead.of !== 'other')
      this.#referents.subject = clause.subject
    if (subject !== undefined && reading.senses.some(({ verbClass }) => verbClass === 'say'))
      this.#referents.sayer = subject
  }

  /** «كما ألقي القبض على فلان», «بينما أفرج عن آخرين»: a verb of seizing or freeing that opens its clause without a subject is passive. */
  #isOpeningPassive(at: number, word: number, reading: VerbReading): boolean {
    if (reading.tense !== 'perfect' || reading.feminine || reading.plural || reading.first) return false
    if (reading.pronoun !== undefined || this.reader.words[word]?.conjunction === true) return false
    const before = this.#items[at - 1]
    const opens =
      before === undefined || before.kind === 'stop' || (before.kind === 'opener' && OPENING.test(before.key))
    const next = this.#items[at + 1]
    const object = next?.kind === 'phrase' && next.preposition === undefined ? next.phrase.fillers[0] : undefined
    const seizes = reading.senses.some(
      ({ trigger, light }) => light?.id === 'light.alqa' || HANDLED.has(trigger?.type ?? ''),
    )
    return opens && seizes && (object === undefined || object.of === 'event')
  }

  /** «ودعا البيان الحكومة إلى …»: what a document does, whoever issued it does. */
  #issued(clause: VerbClause, word: number): VerbClause {
    const head = clause.subject?.fillers[0]
    const noun = this.reader.words[head?.head ?? -1]
    if (head?.of !== 'other' || noun === undefined || !DOCUMENTS.has(noun.stem)) return clause
    const start = this.reader.words[word]?.start ?? 0
    const issuer =
      head.nested.find(({ type }) => type !== 'LOC' && type !== 'FAC') ??
      this.#nounPredicates.adjectival(head) ??
      this.discourse.speaker(start)
    const before = head.definite ? (this.#referents.subject ?? this.discourse.subject) : undefined
    const subject = issuer === undefined ? before : phraseFor(issuer, word, start)
    return subject === undefined ? clause : { ...clause, subject }
  }

  /** «قال الجيش إن قواته قتلت فلانا», «أكد أنه قتل خمسة جنود»: what somebody says of his own men, or of himself, he did. */
  #ofSayer(clause: VerbClause, reading: VerbReading, word: number): VerbClause {
    const head = clause.subject?.fillers[0]
    const sayer = this.#referents.sayer
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

  #fromVerb(
    at: number,
    word: number,
    trigger: EventTrigger,
    voice: 'active' | 'passive' | 'any',
    reading: VerbReading,
    clause: VerbClause,
    subject: NounPhrase | undefined,
    carried: boolean,
  ): Telling {
    const { frame } = trigger
    const parties: Party[] = []
    const add = (slot: string, phrase: NounPhrase | undefined, choices: readonly FrameChoice[] | undefined): void => {
      if (phrase !== undefined && choices !== undefined)
        parties.push(...this.#assembler.parties(phrase, choices, slot, trigger))
    }
    const transitive = frame.has('object')
    const hasObject = clause.objects.length > 0 || reading.pronoun !== undefined
    const subjectIsOwn = clause.subject !== undefined
    const passive =
      transitive &&
      voice !== 'active' &&
      subjectIsOwn &&
      !hasObject &&
      (voice === 'passive' || namesAgent(clause) || isLikelyPassive(trigger, clause))
    const handedOn = passive ? undefined : this.#handedOn(at, word, trigger, clause, reading)
    if (passive) add('object', subject, frame.get('object'))
    else if (handedOn !== undefined) {
      add('carried', handedOn, frame.get('subject'))
      add('object', subject, frame.get('object'))
    } else {
      add(carried ? 'carried' : 'subject', subject, frame.get('subject'))
      // «حملوه المسؤولية»: the pronoun is the first object, the noun the second.
      const [object, second] = reading.pronoun === undefined ? clause.objects : [undefined, clause.objects[0]]
      add('object', object, frame.get('object'))
      add('object2', second, frame.get('object2'))
      if (reading.pronoun !== undefined)
        add('pronoun', this.#referents.pronoun(clause, subject, word, reading.pronoun), frame.get('object'))
    }
    return this.#assembler.telling({
      at,
      word,
      trigger,
      part: 'verb',
      parties: apart([...parties, ...this.#told(parties, trigger, clause)], trigger, clause),
      prepositional: clause.prepositional,
      times: clause.times,
      frame,
      status: verbStatus(this.#items, at, reading, this.reader, trigger.imperfect === 'ongoing'),
      passive,
      definite: false,
      plural: false,
      from: word,
      to: word + 1,
    })
  }

  /**
   * «وصل فلان والتقى فلانا», «زيارة التقى خلالها فلانا»: a verb that needs an object and has one phrase keeps the subject before it
   * behind و, behind «حيث» and «إنه», and in a clause that hangs on an occasion.
   */
  #handedOn(
    at: number,
    word: number,
    trigger: EventTrigger,
    clause: VerbClause,
    reading: VerbReading,
  ): NounPhrase | undefined {
    const before = this.#items[at - 1]
    const occasion = clause.pronominal.some(({ key }) => key === 'في' || key === 'خلال' || key === 'اثناء')
    const follows =
      occasion ||
      this.reader.words[word]?.conjunction === true ||
      (before?.kind === 'opener' && before.key === 'ان' && this.reader.words[before.at]?.conjunction === true) ||
      (before?.kind === 'opener' && /^(?:حيث|اذ|[فو]?ب?انه|[فو]?ب?انها)$/.test(before.key))
    // «اتهمت وسائل الإعلام التي …»: what a clause hangs on may have its object behind that clause.
    if (this.#items[clause.to]?.kind === 'relative') return undefined
    if (!follows || clause.subjectFrom !== 'after' || clause.objects.length > 0 || reading.pronoun !== undefined)
      return undefined
    if (!(occasion || trigger.needs.includes('recipient')) || !trigger.frame.has('object')) return undefined
    const filled = clause.prepositional.some(
      ({ key }) => trigger.frame.get(key)?.some(({ role }) => role === 'recipient') === true,
    )
    const carried = filled ? undefined : this.#referents.carried(reading, word)
    return carried === clause.subject ? undefined : carried
  }

  #light(at: number, word: number, reading: VerbReading, clause: VerbClause, subject: NounPhrase | undefined): void {
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
        const first = this.#items[at + 1]
        if (first?.kind === 'phrase' && first.preposition === undefined) consider(first.phrase, at + 1)
      } else {
        for (const { key, phrase, item } of clause.prepositional)
          if (key === light.slot) consider(phrase, item < 0 ? this.#itemOf(phrase) : item)
      }
      for (const { filler, item } of candidates) {
        if (this.#used.has(filler.head)) continue
        // «تبدأ الاحتجاجات»: without a subject of its own, what begins is the event.
        const begins = light.id === 'light.bada' && clause.subject === undefined && filler.definite
        const passive = begins || light.kind === 'passive' || clause.subject?.fillers.includes(filler) === true
        const status =
          light.status === undefined
            ? verbStatus(this.#items, at, reading, this.reader, true)
            : (light.status as EventStatus)
        // «زيارة إلى عمان قام بها فلان»: what stands between the noun and its verb belongs to the noun.
        const behind = item >= 0 && item < at ? nounClause(this.#items.slice(0, at), item, this.reader) : undefined
        const rest = [
          ...(behind?.prepositional ?? []),
          ...clause.prepositional.filter(({ phrase }) => !phrase.fillers.includes(filler)),
        ]
        const times = [...(behind?.times ?? []), ...clause.times]
        const other = clause.objects.filter((phrase) => !phrase.fillers.includes(filler))
        for (const telling of this.#nounPredicates.tellings(
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
          const itself = passive || subject?.fillers.includes(filler) === true
          const lent = itself ? { parties: [] } : this.#lent(light.kind, telling.trigger, subject)
          const place = telling.place ?? lent.place
          // «تعرض لانتقادات لعودته للمدينة»: whom it befell is told; ل brings nobody else.
          const told = light.kind === 'undergo' && lent.parties.length > 0 && BY_WORDS.has(telling.trigger.type)
          const own = told ? telling.parties.filter(({ role }) => role !== 'recipient') : telling.parties
          const parties = [...lent.parties, ...own]
          const joins = /^light\.(?:hadar|shaarak)$/.test(light.id) && filler.definite ? { joins: true as const } : {}
          this.#found.push({ ...telling, parties, ...(place === undefined ? {} : { place }), ...joins })
          this.#used.add(filler.head)
        }
      }
    }
  }

  /** Who is told or let to go, where nobody else is addressed. */
  #told(parties: readonly Party[], trigger: EventTrigger, { objects, prepositional }: VerbClause): readonly Party[] {
    if (parties.some(({ role }) => role === 'recipient')) return []
    const behind = prepositional.filter(({ key }) => key === 'ب' || key === 'من').map(({ phrase }) => phrase)
    const refused = trigger.type === 'REJECT' ? objects.flatMap(({ fillers }) => fillers) : []
    const guest = refused.find(({ senses }) => senses?.some((sense) => sense.trigger.type === 'CONSULT'))?.genitive
    const mover = guest ?? moverOf(trigger.type, [...objects, ...behind], this.reader)
    return mover === undefined
      ? []
      : this.#assembler.parties(mover, [{ role: 'recipient', accepts: 'who' }], 'mover', trigger)
  }

  /** The item that a phrase of this sentence is. */
  #itemOf(phrase: NounPhrase): number {
    return this.#items.findIndex((item) => item.kind === 'phrase' && item.phrase === phrase)
  }

  /** «لقاء جمع فلانا بفلان»: those whom the verb brings together take part in the meeting before it. */
  #gathered(at: number, clause: VerbClause): void {
    const before = this.#items[at - 1]
    const meeting = (clause.antecedent?.fillers ?? (before?.kind === 'phrase' ? before.phrase.fillers : [])).find(
      ({ of, senses }) => of === 'event' && senses?.some(({ trigger }) => trigger.type === 'CONSULT') === true,
    )
    if (meeting === undefined) return
    const own = clause.subjectFrom === 'after' && clause.subject !== undefined ? [clause.subject] : []
    const others = clause.prepositional.filter(({ key }) => key === 'ب' || key === 'مع' || key === 'بين')
    const phrases = [...own, ...clause.objects, ...others.map(({ phrase }) => phrase)]
    const rest = clause.prepositional.filter((one) => !others.includes(one))
    const told = this.#found.findIndex((one) => one.at === meeting.head && one.trigger.type === 'CONSULT')
    const known = this.#found[told]
    if (known !== undefined) {
      // «عقد فلان اجتماعا جمع …»: told by its light verb already.
      this.#found[told] = { ...known, parties: [...known.parties, ...this.#guests(phrases, known)] }
      return
    }
    for (const telling of this.#nounPredicates.tellings(
      meeting,
      at,
      'light',
      'asserted',
      rest,
      [],
      clause.times,
      meeting.head,
    )) {
      const parties = this.#guests(phrases, telling)
      if (parties.length === 0) continue
      this.#found.push({ ...telling, parties: [...telling.parties, ...parties] })
      this.#used.add(meeting.head)
    }
  }

  /** Those whom a meeting gathered: beside a host they attend, by themselves they meet. */
  #guests(phrases: readonly NounPhrase[], { trigger, parties }: Telling): readonly Party[] {
    const hosted = parties.some(({ role }) => role === 'actor')
    const role = hosted ? 'attendee' : 'actor'
    const two = !hosted && trigger.needs.includes('recipient')
    return phrases
      .flatMap((phrase) => this.#assembler.parties(phrase, [{ role }], 'gathered', trigger))
      .map((party, index): Party => (two && index > 0 ? { ...party, role: 'recipient' } : party))
  }

  /** A noun whose entry names its governing verb («أعلن الجيش وقف النار») has that verb's subject for its own. */
  #governed(at: number, word: number, reading: VerbReading, clause: VerbClause, subject: NounPhrase | undefined): void {
    const verb = this.reader.words[word]?.whole ?? ''
    for (const phrase of clause.objects) {
      for (const filler of phrase.fillers) {
        const declared = /^.?اعلن/.test(verb)
        const asked =
          declared || filler.senses?.some(({ trigger }) => trigger.after.some((one) => bareKey(one) === verb)) === true
        if (filler.of !== 'event' || !asked || this.#used.has(filler.head) || this.#takenUp(phrase)) continue
        const status = verbStatus(this.#items, at, reading, this.reader, false)
        const other = clause.objects.filter((one) => one !== phrase)
        for (const telling of this.#nounPredicates.tellings(
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
            SUFFERED.has(this.reader.words[filler.head]?.stem ?? '')
          const lent = done ? { parties: [] } : this.#lent('support', telling.trigger, subject)
          this.#found.push({ ...telling, parties: [...lent.parties, ...telling.parties] })
          this.#used.add(filler.head)
        }
      }
    }
  }

  /** «أعلن الوزير زيارة قام بها نائبه»: a light verb behind the noun tells whose it was. */
  #takenUp(phrase: NounPhrase): boolean {
    for (let i = this.#itemOf(phrase) + 1; i < this.#items.length; i++) {
      const item = this.#items[i]
      if (item?.kind === 'phrase' || item?.kind === 'time' || item?.kind === 'relative' || item?.kind === 'comma')
        continue
      if (item?.kind !== 'verb') return false
      const reading = this.reader.verb(item.at)
      const resumes = reading?.pronoun !== undefined || this.#items[i + 1]?.kind === 'pronominal'
      return resumes && reading?.senses.some(({ light }) => light !== undefined) === true
    }
    return false
  }

  /** What a light verb's subject is to the event: its doer, its victim, or where it happens. */
  #lent(
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
    return { parties: this.#assembler.parties(subject, choices, 'subject', trigger) }
  }

  /** «كان في استقباله فلان وفلان»: those who stand behind the noun received the guest. */
  #received(at: number, filler: Filler): readonly NounPhrase[] {
    const before = this.#items[at - 1]
    const be =
      before?.kind === 'verb' &&
      this.reader.verb(before.at)?.senses.some(({ verbClass }) => verbClass === 'be') === true
    if (!be || filler.senses?.some(({ trigger }) => trigger.id === 'event.istaqbal') !== true) return []
    const hosts: NounPhrase[] = []
    for (let i = at + 1; i < this.#items.length; i++) {
      const item = this.#items[i]
      if (item === undefined || item.kind === 'stop' || item.kind === 'verb' || item.kind === 'opener') break
      if (item.kind === 'phrase' && item.preposition === undefined) hosts.push(item.phrase)
    }
    return hosts
  }

  #nouns(at: number, item: Extract<Item, { kind: 'phrase' }>): void {
    const visit = (phrase: NounPhrase, preposition: string | undefined): void => {
      for (const filler of phrase.fillers) {
        if (filler.of !== 'event') continue
        if (!this.#used.has(filler.head)) this.#noun(at, filler, preposition)
        if (filler.genitive !== undefined) visit(filler.genitive, undefined)
      }
    }
    visit(item.phrase, item.preposition)
  }

  #noun(at: number, filler: Filler, preposition: string | undefined): void {
    const clause = nounClause(this.#items, at, this.reader)
    const bound = this.#referents.bound(clause.pronominal, undefined, undefined, filler.head)
    const prepositional = [...clause.prepositional, ...bound]
    const masdar = lightMasdarBefore(this.#items, at, preposition, this.reader)
    const blamed = preposition === 'عن' ? this.#doers.responsible(at, filler.head) : undefined
    const accusing = (masdar === undefined ? preposition : masdar.preposition) === 'ب'
    const accused = accusing ? this.#doers.accusedBefore(masdar?.head ?? filler.head) : undefined
    const bent = masdar === undefined && preposition === 'ل' ? this.#doers.travellerBefore(at) : undefined
    // «اتهم فلان فلانا بشن هجوم»
    const doer = masdar === undefined ? (blamed ?? accused ?? bent) : (accused ?? this.#doers.ofMasdar(masdar))
    if (doer !== undefined) {
      const status =
        masdar === undefined
          ? nounStatus(this.#items, at, filler.head, preposition, this.reader)
          : // «لإقدامه على قتل فلان» tells why, «لعقد اجتماع» what for.
            nounStatus(
              this.#items,
              masdar.item,
              masdar.head,
              masdar.pronoun === undefined ? masdar.preposition : undefined,
              this.reader,
            )
      const { bare, times } = clause
      const tellings = this.#nounPredicates.tellings(
        filler,
        at,
        'light',
        status,
        prepositional,
        bare,
        times,
        masdar?.head ?? filler.head,
      )
      for (const telling of tellings) {
        const lent = this.#lent('support', telling.trigger, doer)
        this.#found.push({ ...telling, parties: [...lent.parties, ...telling.parties] })
      }
      return
    }
    const status = nounStatus(this.#items, at, filler.head, preposition, this.reader)
    const hosts = this.#received(at, filler)
    const bare = hosts.length > 0 ? [] : clause.bare
    const { head } = filler
    const tellings = this.#nounPredicates.tellings(filler, at, 'noun', status, prepositional, bare, clause.times, head)
    for (const telling of tellings) {
      const parties = hosts.flatMap((host) =>
        this.#assembler.parties(host, [{ role: 'actor' }], 'host', telling.trigger),
      )
      this.#found.push({ ...telling, parties: [...parties, ...telling.parties] })
    }
  }

  /** «الهجوم الذي استهدف المطار»: noun and verb tell one blow, with the parties of both. */
  #retell(): void {
    for (const { noun, verb } of this.#retold) {
      const at = this.#found.indexOf(verb)
      const told = this.#found.findIndex((one) => one.at === noun && one.trigger.type === verb.trigger.type)
      const blow = this.#found[told]
      if (at < 0 || blow === undefined) continue
      const known = new Set(verb.parties.map(({ role, filler }) => `${role} ${filler.start}`))
      const more = blow.parties.filter(({ role, filler }) => !known.has(`${role} ${filler.start}`))
      const place = verb.place ?? blow.place
      this.#found[at] = {
        ...verb,
        parties: [...verb.parties, ...more],
        ...(place === undefined ? {} : { place }),
        times: verb.times.length > 0 ? verb.times : blow.times,
      }
      this.#found.splice(told, 1)
    }
  }

  #phrases(): void {
    const { words, vocabulary } = this.reader
    for (let at = 0; at < words.length; at++) {
      const word = words[at]
      if (word === undefined || word.token.kind !== 'word') continue
      for (const { words: wanted, trigger } of vocabulary.phrases.get(bareKey(word.stem)) ?? []) {
        if (!wanted.every((key, i) => bareKey(words[at + i]?.stem ?? '') === key)) continue
        const speaker = this.discourse.speaker(word.start)
        const phrase =
          speaker === undefined
            ? (this.#referents.subject ?? this.discourse.subject)
            : phraseFor(speaker, at, word.start)
        const choices = trigger.frame.get('subject')
        if (phrase === undefined || choices === undefined) continue
        const parties = this.#assembler.parties(phrase, choices, 'carried', trigger)
        const telling = this.#assembler.telling({
          at: this.#items.length,
          word: at,
          trigger,
          part: 'phrase',
          parties,
          prepositional: [],
          times: [],
          frame: trigger.frame,
          status: 'asserted',
          passive: false,
          definite: false,
          plural: false,
          from: at,
          to: at + wanted.length,
        })
        this.#found.push(telling)
      }
    }
  }
}
