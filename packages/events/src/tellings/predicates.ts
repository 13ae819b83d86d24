import type { EventTrigger, FrameChoice, VerbForm } from '@isnad/lexicon'
import { type VerbClause, verbClause } from '../clauses/clause.js'
import { nounClause } from '../clauses/noun-clause.js'
import { SentenceCutter } from '../clauses/sentence-cutter.js'
import { changedTelling, type Discourse, phraseFor, type Telling } from '../clauses/telling.js'
import type { EventType } from '../event.js'
import { GATHERING, INJURING } from '../forms/function-words.js'
import { type Gender, genderOf, isMasculine } from '../phrases/gender.js'
import type { Filler, Item, NounPhrase } from '../phrases/noun-phrase.js'
import { inRole, type Party } from '../phrases/parties.js'
import type { PhraseReader } from '../phrases/phrase-reader.js'
import type { VerbReading } from '../phrases/verbs-here.js'
import { nounStatus, verbStatus } from '../status/status.js'
import { addressedBy } from './addressed.js'
import { Assembler } from './assemble.js'
import { withBlamed } from './blamed.js'
import { calledFor, urgingTelling } from './calls.js'
import { allows, isFormula, isLikelyPassive } from './conditions.js'
import { Doers, deciderOf } from './doers.js'
import { Gatherings } from './gatherings.js'
import { lightMasdarBefore } from './light-masdar.js'
import { LightVerbs } from './light-verbs.js'
import { moverOf } from './movers.js'
import { NounPredicates } from './noun-predicates.js'
import { withOwnCountries } from './own-country.js'
import { completeProtests, crowdTelling, protestingTelling } from './protests.js'
import { Referents } from './referents.js'
import { VerbSubjects } from './verb-subjects.js'

const PENALTIES = new Set(['اعدام', 'حبس', 'جلد', 'تغريم', 'معاقبة', 'طرد', 'ابعاد', 'ترحيل', 'عزل'])
const NOBODY: ReadonlyMap<string, Gender> = new Map()
/** «تسلم الجيش»: the imperfect of another verb, which would be said of what is feminine. */
const isOfOther = ({ tense, gender, person, number }: VerbForm, subject: NounPhrase): boolean => {
  const head = subject.fillers[0]
  if (subject.fillers.length > 1 || head === undefined || person !== 3 || number !== 'sg') return false
  if (tense === 'imperfect') return gender === 'f' && isMasculine(head)
  return gender === 'm' && head.entity?.type === 'GPE' && genderOf(head, NOBODY) === 'f'
}
const REFUSABLE: ReadonlySet<string> = new Set(['RETREAT', 'CONSULT', 'AID', 'COOPERATE', 'CONCEDE', 'MOBILIZE'])
const REFUSING: ReadonlySet<string> = new Set(['event.rafad', 'event.imtanaa', 'event.radd-dawa'])
const LONGEST_REFUSAL = 8
/** Phrases of one sentence that a pronoun of the next can stand for. */
const MOST_RECENT = 8
/** Words between deaths and the wounds beside them. */
const FARTHEST_WOUNDS = 14
const AGENT_PHRASES = new Set(['من قبل', 'من جانب', 'بيد', 'برصاص', 'بنيران'])

/** «دعيت الأطراف من قبل اللجنة»: who names the doer apart tells the verb in the passive. */
const namesAgent = ({ prepositional }: VerbClause): boolean => prepositional.some(({ key }) => AGENT_PHRASES.has(key))

/** «التقى فلان وفلان»: two subjects of a meeting without another side met each other. */
function apart(parties: readonly Party[], trigger: EventTrigger, { prepositional }: VerbClause): readonly Party[] {
  if (trigger.type !== 'CONSULT' || !trigger.needs.includes('recipient')) return parties
  if (parties.length < 2 || parties.some(({ role }) => role !== 'actor')) return parties
  if (prepositional.some(({ key }) => trigger.frame.get(key)?.some(({ role }) => role === 'recipient'))) return parties
  return parties.map((party, index) => (index === 0 ? party : inRole(party, 'recipient')))
}

/** «اتهم فلان باضطهاد لاعب الفريق فلان»: behind what the verb is about, a bare phrase belongs to that and is no object. */
function beforeTopic(
  { subject, objects, prepositional }: VerbClause,
  frame: EventTrigger['frame'],
): readonly NounPhrase[] {
  if (subject === undefined) return objects
  const topic = prepositional.find(
    ({ key, item, phrase }) => item >= 0 && phrase.from > subject.from && frame.get(key)?.[0]?.role === 'topic',
  )
  return topic === undefined ? objects : objects.filter(({ from }) => from < topic.phrase.from)
}

/** What somebody says of another to blame him: «تقف خلف الهجوم», «تتحمل مسؤولية المجزرة». */
const BLAMING: ReadonlySet<string> = new Set(['event.waqaf-khalf', 'event.tahammal-masuliya'])
/** Deeds that people set out to do. */
const PURPOSEFUL: ReadonlySet<string> = new Set(['ASSAULT', 'COERCE', 'AID'])
const isSubject = (slot: string): boolean => slot === 'carried' || slot === 'subject'

/** «من يرفض», «من يعتبر أن …»: whoever does something. */
function isWhoever(item: Item | undefined, { words }: PhraseReader): boolean {
  if (item?.kind === 'opener') return item.key === 'من'
  if (item?.kind !== 'phrase' || item.preposition !== 'من') return false
  const [head] = item.phrase.fillers
  return head?.of === 'other' && words[head.head]?.form.guess?.present === true
}

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
  readonly #subjects: VerbSubjects
  readonly #light: LightVerbs
  readonly #gatherings: Gatherings

  constructor(
    readonly reader: PhraseReader,
    readonly discourse: Discourse,
  ) {
    this.#items = withOwnCountries(new SentenceCutter(reader).items(), reader.words, discourse)
    this.#referents = new Referents(this.#items, reader, discourse)
    this.#doers = new Doers(this.#items, reader, this.#referents, this.#found)
    this.#assembler = new Assembler(reader, this.#items, discourse)
    this.#nounPredicates = new NounPredicates(this.#assembler, this.#referents)
    this.#subjects = new VerbSubjects(this.#items, reader, discourse, this.#referents, this.#nounPredicates)
    const sentence = {
      items: this.#items,
      reader,
      assembler: this.#assembler,
      nounPredicates: this.#nounPredicates,
      found: this.#found,
      used: this.#used,
    }
    this.#light = new LightVerbs(sentence)
    this.#gatherings = new Gatherings(sentence)
  }

  tellings(): readonly Telling[] {
    const { reader } = this
    for (let at = 0; at < this.#items.length; at++) {
      const item = this.#items[at]
      if (item?.kind === 'verb') this.#verb(at, item.at)
    }
    for (let at = 0; at < this.#items.length; at++) {
      const item = this.#items[at]
      if (item?.kind !== 'phrase') continue
      this.#nouns(at, item)
      const urging = urgingTelling(at, this.#items, reader, this.#assembler, this.#referents)
      if (urging !== undefined) this.#found.push(urging)
      const welcome = this.#gatherings.welcomed(at, item.phrase, this.#referents)
      if (welcome !== undefined) this.#found.push(welcome)
    }
    this.#phrases()
    this.#retell()
    if (this.#referents.subject !== undefined) this.discourse.subject = this.#referents.subject
    this.discourse.recent = this.#items
      .flatMap((item) => (item.kind === 'phrase' && item.phrase.fillers[0]?.entity !== undefined ? [item.phrase] : []))
      .reverse()
      .slice(0, MOST_RECENT)
    return completeProtests([...withBlamed(this.#found, this.#items)], this.#items, this.reader, this.#assembler)
  }

  #verb(at: number, word: number): void {
    const { reader } = this
    const reading = reader.verb(word)
    if (reading === undefined) return
    const clause = this.#subjects.ofSayer(
      this.#subjects.issued(verbClause(this.#items, at, reading, reader), word),
      reading,
      word,
    )
    const carried =
      clause.subject === undefined && !this.#subjects.isOpeningPassive(at, word, reading)
        ? this.#referents.carried(reading, word)
        : undefined
    // «اتهمت فلانة فلانة بأنها أغلقت الحدود»: who is accused of it did it.
    const accused = /^بانه(?:ا|م|ما)?$/.test(reader.words[word - 1]?.whole ?? '')
      ? this.#doers.accusedBefore(word)
      : undefined
    const subject = clause.subject ?? accused ?? carried
    const bound = this.#referents.bound(clause.pronominal, clause.antecedent, subject, word)
    const clauseBound = bound.length === 0 ? clause : { ...clause, prepositional: [...clause.prepositional, ...bound] }
    const idle = reading.senses.some(({ light }) => light?.kind === 'passive' || light?.kind === 'host')
    if (subject !== undefined && !idle) this.#doers.note(at, subject)
    const seen = new Set<string>()
    const third = reading.senses.some(({ form }) => form.person === 3)
    for (const { trigger, form } of reading.senses) {
      if (third && form.person !== 3) continue
      if (clause.subjectFrom === 'after' && clause.subject !== undefined && isOfOther(form, clause.subject)) continue
      if (trigger === undefined || seen.has(trigger.id)) continue
      // «السنوات التي قضتها»: what judges «على» somebody takes no pronoun of its own.
      if (reading.pronoun !== undefined && !trigger.frame.has('object') && !trigger.frame.has('object2')) continue
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
    const protest = protestingTelling(at, clause, this.#found, reader, this.#items, this.#assembler)
    if (protest !== undefined) {
      this.#found.push(protest)
      this.#used.add(protest.at)
    }
    if (reading.senses.some(({ light }) => light !== undefined))
      this.#light.light(at, word, reading, clauseBound, subject)
    this.#light.governed(at, word, reading, clauseBound, subject)
    const gathering = this.reader.words[word]?.whole.replace(/(?:هما|هم|ها|ه)$/, '') ?? ''
    if (GATHERING.has(gathering)) {
      // «لقاء جمعه بفلان»: whom the verb's pronoun stands for is one of them.
      const [one] = reading.pronoun === undefined ? [] : this.#referents.spokenOf(reading.pronoun, undefined, word)
      this.#gatherings.gathered(at, clauseBound, one)
    }
    const lead = clause.subject?.fillers[0]
    if (lead?.entity?.type === 'PER' && lead.named && reading.tense === 'perfect' && !reading.plural && !reading.first)
      this.discourse.genders.set(lead.entity.id, reading.feminine ? 'f' : 'm')
    if (clause.subject !== undefined && lead !== undefined && lead.of !== 'event' && lead.of !== 'other')
      this.#referents.subject = this.#referents.behind(clause.subject)
    // «قال الوزير عن السيدة التي تقول إنها …، متهما»: who speaks in a relative clause does not take the sentence over.
    const aside = clause.subjectFrom === 'relative' && this.#referents.sayer !== undefined
    if (subject !== undefined && !aside && reading.senses.some(({ verbClass }) => verbClass === 'say'))
      this.#referents.sayer = this.#referents.behind(subject)
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
    const objects = beforeTopic(clause, frame)
    // «انتقد فلان من يرفض القرار»: «من» and a verb are an object.
    const hasObject = objects.length > 0 || reading.pronoun !== undefined || isWhoever(this.#items[at + 2], this.reader)
    const subjectIsOwn = clause.subject !== undefined
    const passive =
      transitive &&
      voice !== 'active' &&
      subjectIsOwn &&
      !hasObject &&
      (voice === 'passive' ||
        namesAgent(clause) ||
        isLikelyPassive(trigger, clause, this.#items[at + 1], reading.plural && reading.tense === 'imperfect'))
    const handedOn =
      passive || namesAgent(clause) ? undefined : this.#subjects.handedOn(at, word, trigger, clause, reading)
    if (passive) add('object', subject, frame.get('object'))
    else if (handedOn !== undefined) {
      add('carried', handedOn, frame.get('subject'))
      add('object', subject, frame.get('object'))
    } else {
      add(carried ? 'carried' : 'subject', subject, frame.get('subject'))
      // «حملوه المسؤولية»: the pronoun is the first object, the noun the second.
      const [object, second] = reading.pronoun === undefined ? objects : [undefined, objects[0]]
      add('object', object, frame.get('object'))
      add('object2', second, frame.get('object2'))
      // «وهو ما ترفضه الرباط»: the pronoun stands for what was said.
      if (reading.pronoun !== undefined && this.reader.words[word - 1]?.whole !== 'ما')
        add('pronoun', this.#referents.pronoun(clause, subject, word, reading.pronoun), frame.get('object'))
    }
    const telling = this.#assembler.telling({
      at,
      word,
      trigger,
      part: 'verb',
      parties: apart([...parties, ...this.#told(at, parties, trigger, clause)], trigger, clause),
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
    // «قضت بإعدام فلان»: the penalty completes the verdict and is not carried out by it.
    if (trigger.mode === 'convict')
      for (const { key, phrase } of clause.prepositional)
        if (key === 'ب' && PENALTIES.has(phrase.fillers[0]?.headKey ?? ''))
          this.#used.add(phrase.fillers[0]?.head ?? -1)
    // «أشار فلان إلى أن الحركة تقف خلف الهجوم»: who says so accuses.
    if (
      BLAMING.has(trigger.id) &&
      this.#referents.sayer !== undefined &&
      !telling.parties.some(({ role }) => role === 'actor')
    ) {
      const accused = new Set(telling.parties.map(({ entity }) => entity?.id))
      const accuser = this.#assembler
        .parties(this.#referents.sayer, [{ role: 'actor' }], 'carried', trigger)
        .filter(({ entity }) => entity !== undefined && !accused.has(entity.id))
      return changedTelling(telling, { parties: [...accuser, ...telling.parties] })
    }
    // «عندما طلب من فلان أن …»: whom it is asked of is not who asks.
    const others = new Set(telling.parties.flatMap(({ slot, entity }) => (isSubject(slot) ? [] : [entity?.id])))
    const parted = telling.parties.filter(
      ({ slot, role, entity }) =>
        !(isSubject(slot) && role === 'actor' && entity !== undefined && others.has(entity.id)),
    )
    return parted.length === telling.parties.length ? telling : changedTelling(telling, { parties: parted })
  }

  /** Who is told or let to go, where nobody else is addressed. */
  #told(
    at: number,
    parties: readonly Party[],
    trigger: EventTrigger,
    { objects, prepositional }: VerbClause,
  ): readonly Party[] {
    if (parties.some(({ role }) => role === 'recipient')) return []
    const addressed = this.#addressed(trigger, at + 1)
    if (addressed.length > 0) return addressed
    const behind = prepositional.filter(({ key }) => key === 'ب' || key === 'من').map(({ phrase }) => phrase)
    const refused = trigger.type === 'REJECT' ? objects.flatMap(({ fillers }) => fillers) : []
    const guest = refused.find(({ senses }) => senses?.some((sense) => sense.trigger.type === 'CONSULT'))?.genitive
    const mover = guest ?? moverOf(trigger.type, [...objects, ...behind], this.reader)
    return mover === undefined
      ? []
      : this.#assembler.parties(mover, [{ role: 'recipient', accepts: 'who' }], 'mover', trigger)
  }

  /** Whom a threat, a refusal or an offer is directed at by the deed that it is about. */
  #addressed(trigger: EventTrigger, from: number): readonly Party[] {
    const found = addressedBy(trigger.type as EventType, from, this.#items, this.#nounPredicates, this.reader)
    return found.map(({ filler, entity, make }): Party => ({ role: 'recipient', filler, slot: 'deed', entity, make }))
  }

  #nouns(at: number, item: Extract<Item, { kind: 'phrase' }>): void {
    const visit = (phrase: NounPhrase, preposition: string | undefined): void => {
      for (const filler of phrase.fillers) {
        if (filler.of !== 'event') continue
        if (!this.#used.has(filler.head)) this.#noun(at, filler, preposition)
        // «توقيع اتفاق بين الدولتين» is one event.
        const signs = filler.senses?.some(({ trigger }) => trigger.id === 'event.waqqaa') === true
        if (filler.genitive !== undefined && !signs) visit(filler.genitive, undefined)
      }
    }
    visit(item.phrase, item.preposition)
  }

  #noun(at: number, filler: Filler, preposition: string | undefined): void {
    const clause = nounClause(this.#items, at, this.reader)
    const described = clause.pronominal.length > 0 ? this.#referents.relativeNoun(filler.head) : undefined
    const own = described?.fillers[0]
    const fits =
      own?.entity !== undefined &&
      clause.pronominal.every(({ pronoun }) => pronoun === (genderOf(own, this.discourse.genders) === 'f' ? 'ها' : 'ه'))
    const bound = this.#referents.bound(clause.pronominal, fits ? described : undefined, undefined, filler.head)
    const prepositional = [...clause.prepositional, ...bound]
    const masdar = lightMasdarBefore(this.#items, at, preposition, this.reader)
    const blamed = preposition === 'عن' ? this.#doers.responsible(at, filler.head) : undefined
    const accusing = (masdar === undefined ? preposition : masdar.preposition) === 'ب'
    const accused = accusing
      ? (this.#doers.accusedBefore(masdar?.head ?? filler.head) ??
        this.#doers.confessedBefore(masdar?.item ?? at, filler.head))
      : undefined
    const alleged = accusing && this.#doers.isAlleged(filler.head)
    if (alleged && accused !== undefined) return
    const bent = masdar === undefined && preposition === 'ل' ? this.#doers.travellerBefore(at) : undefined
    if (blamed !== undefined) this.#blame(at, filler, blamed, preposition)
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
      // «ألقت باللوم على فلان»: blame is no deed of whom it falls on.
      if (doer === accused && filler.senses?.every(({ trigger }) => trigger.type === 'ACCUSE') === true) return
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
        const lent = this.#light.lent('support', telling.trigger, doer)
        this.#found.push(changedTelling(telling, { parties: [...lent.parties, ...telling.parties] }))
      }
      return
    }
    const call = calledFor(filler, preposition, this.#found)
    const status = call?.status ?? nounStatus(this.#items, at, filler.head, preposition, this.reader)
    if (this.#isRefused(filler, at, preposition)) return
    const hosts = this.#gatherings.received(at, filler)
    const bare = hosts.length > 0 ? [] : clause.bare
    const { head } = filler
    const part = call === undefined ? 'noun' : 'light'
    const tellings = this.#nounPredicates.tellings(filler, at, part, status, prepositional, bare, clause.times, head)
    for (const read of tellings) {
      const telling = alleged ? { ...read, inCase: true } : read
      if (call !== undefined && telling.trigger.type === 'PROTEST') {
        const own = telling.parties.filter(({ role }) => role !== 'actor')
        this.#found.push(changedTelling(telling, { parties: [...call.parties, ...own] }))
        continue
      }
      const parties = hosts.flatMap((host) =>
        this.#assembler.parties(host, [{ role: 'actor' }], 'host', telling.trigger),
      )
      const told = [...parties, ...telling.parties]
      this.#found.push(
        changedTelling(telling, { parties: [...told, ...this.#missing(at, preposition, filler, telling, told)] }),
      )
    }
  }

  /** «قال فلان إن الحركة مسؤولة عن الهجوم»: who says whose deed it is accuses. */
  #blame(at: number, { head }: Filler, blamed: NounPhrase, preposition: string | undefined): void {
    const trigger = this.reader.vocabulary.entry('event.waqaf-khalf')
    const word = this.#doers.responsibleWord(at)
    const { sayer } = this.#referents
    if (trigger === undefined || word === undefined || sayer === undefined) return
    if (this.reader.words[word]?.pronoun !== undefined) return
    const status = nounStatus(this.#items, at, head, preposition, this.reader)
    if (status !== 'asserted') return
    const accused = this.#assembler.parties(blamed, [{ role: 'recipient', accepts: 'who' }], 'subject', trigger)
    const ids = new Set(accused.map(({ entity }) => entity?.id))
    const accuser = this.#assembler
      .parties(sayer, [{ role: 'actor' }], 'carried', trigger)
      .filter(({ entity }) => entity !== undefined && !ids.has(entity.id))
    if (accuser.length === 0 || accused.length === 0) return
    const parties = [...accuser, ...accused]
    this.#found.push(
      this.#assembler.telling({
        at,
        word,
        trigger,
        part: 'participle',
        parties,
        prepositional: [],
        times: [],
        frame: trigger.frame,
        status,
        passive: false,
        definite: false,
        plural: false,
        from: word,
        to: word + 1,
      }),
    )
  }

  /** Sides of a noun's deed that stand outside its own clause. */
  #missing(
    at: number,
    preposition: string | undefined,
    filler: Filler,
    { trigger, part }: Telling,
    told: readonly Party[],
  ): readonly Party[] {
    if (part !== 'noun') return []
    const acts = told.some(({ role }) => role === 'actor')
    // «أكد رفضه لقاء فلان»
    if (acts && filler.pronoun !== undefined && !told.some(({ role }) => role === 'recipient'))
      return this.#addressed(trigger, at + 1)
    // «سيطر الجيش على المدينة بعد معارك مع الحركة»: the other side of a fight is who does what followed.
    const [side, second] = told
    if (
      trigger.type === 'ASSAULT' &&
      trigger.reciprocal &&
      second === undefined &&
      (side?.slot === 'مع' || side?.slot === 'ضد')
    )
      return this.#doers
        .otherSide(at, preposition)
        .flatMap((phrase) =>
          this.#assembler
            .parties(phrase, [{ role: 'actor' }], 'subject', trigger)
            .filter(({ entity }) => entity === undefined || entity.id !== side.entity?.id),
        )
    // «قرار الحكومة الانسحاب من الاتفاق»: whose decision it is.
    // «اقتحمت الشرطة المبنى لطرد المحتجين»: who does it to that end.
    if (!acts && preposition === 'ل' && told.length > 0 && PURPOSEFUL.has(trigger.type)) {
      const choices = trigger.frame.get('subject')
      const doer = this.#doers.intending(at)
      if (doer !== undefined && choices !== undefined) return this.#assembler.parties(doer, choices, 'subject', trigger)
    }
    const item = this.#items[at]
    const itself = item?.kind === 'phrase' && item.phrase.fillers.includes(filler)
    const owner = acts || !itself ? undefined : (deciderOf(this.#items, at) ?? this.#doers.ordering(at, preposition))
    const choices = trigger.frame.get('subject')
    return owner === undefined || choices === undefined
      ? []
      : this.#assembler.parties(owner, choices, 'genitive', trigger)
  }

  /** «رفضت المحكمة الإفراج عنه», «امتنعت عن لقاء الوفد»: what somebody refuses to do is told by the refusal. */
  #isRefused({ head, senses }: Filler, at: number, preposition: string | undefined): boolean {
    if (preposition !== undefined && preposition !== 'عن') return false
    if (senses?.every(({ trigger }) => REFUSABLE.has(trigger.type)) !== true) return false
    const before = this.#items[at - 1]?.kind === 'phrase' ? this.#items[at - 2] : this.#items[at - 1]
    if (before?.kind !== 'verb' || head - before.at > LONGEST_REFUSAL) return false
    return this.reader.verb(before.at)?.senses.some(({ trigger }) => REFUSING.has(trigger?.id ?? '')) === true
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
      const times = verb.times.length > 0 ? verb.times : blow.times
      this.#found[at] = changedTelling(verb, { parties: [...verb.parties, ...more], place, times })
      this.#found.splice(told, 1)
    }
  }

  #phrases(): void {
    const { words, vocabulary } = this.reader
    for (let at = 0; at < words.length; at++) {
      const word = words[at]
      if (word === undefined || word.token.kind !== 'word') continue
      for (const { words: wanted, trigger } of word.form.in(vocabulary).phrases) {
        if (!wanted.every((key, i) => words[at + i]?.form.bareStem === key)) continue
        if (!allows(trigger, words, at + wanted.length - 1)) continue
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
