import type { Entity } from '@isnad/entities'
import { type EventTrigger, type FrameChoice, findCountryByName } from '@isnad/lexicon'
import { agrees, nounClause, type Prepositional, type VerbClause, verbClause } from './clause.js'
import { allows, isInCase, isLikelyPassive } from './conditions.js'
import type { EventStatus } from './event.js'
import { GATHERING } from './function-words.js'
import type { Filler, Item, NounPhrase } from './noun-phrase.js'
import { type Party, partiesOf, placeOf } from './parties.js'
import type { PhraseReader } from './phrase-reader.js'
import { broughtByPrepositions } from './prepositional.js'
import { nounStatus, verbStatus } from './status.js'
import { type Discourse, phraseFor, type Telling } from './telling.js'
import type { VerbReading } from './verbs-here.js'
import { bareKey } from './vocabulary.js'

const PLACES = new Set(['GPE', 'LOC', 'FAC'])

/** Reads every telling of one sentence. */
export class PredicateReader {
  readonly #items: readonly Item[]
  readonly #used = new Set<number>()
  readonly #found: Telling[] = []
  #subject: NounPhrase | undefined
  /** Subject of the last verb of saying, to whom «متهما» and «داعيا» belong. */
  #sayer: NounPhrase | undefined

  constructor(
    readonly reader: PhraseReader,
    readonly discourse: Discourse,
  ) {
    this.#items = reader.items()
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
    if (this.#subject !== undefined) this.discourse.subject = this.#subject
    return this.#found
  }

  #verb(at: number, word: number): void {
    const { reader } = this
    const reading = reader.verb(word)
    if (reading === undefined) return
    const clause = verbClause(this.#items, at, reading, reader)
    const carried = clause.subject === undefined ? this.#carried(reading, word) : undefined
    const subject = clause.subject ?? carried
    const bound = this.#bound(clause.pronominal, clause.antecedent, subject, word)
    const clauseBound = bound.length === 0 ? clause : { ...clause, prepositional: [...clause.prepositional, ...bound] }
    const seen = new Set<string>()
    const third = reading.senses.some(({ form }) => form.person === 3)
    for (const { trigger, form } of reading.senses) {
      if (third && form.person !== 3) continue
      if (trigger === undefined || seen.has(trigger.id) || !allows(trigger, this.reader.words, word)) continue
      seen.add(trigger.id)
      this.#found.push(
        this.#fromVerb(at, word, trigger, form.voice, reading, clauseBound, subject, carried !== undefined),
      )
    }
    if (reading.senses.some(({ light }) => light !== undefined)) this.#light(at, word, reading, clauseBound, subject)
    this.#governed(at, word, reading, clauseBound, subject)
    if (GATHERING.has(this.reader.words[word]?.whole ?? '')) this.#gathered(at, clauseBound)
    const lead = clause.subject?.fillers[0]
    if (clause.subject !== undefined && lead !== undefined && lead.of !== 'event' && lead.of !== 'other')
      this.#subject = clause.subject
    if (subject !== undefined && reading.senses.some(({ verbClass }) => verbClass === 'say')) this.#sayer = subject
  }

  #parties(phrase: NounPhrase, choices: readonly FrameChoice[], slot: string, trigger: EventTrigger): readonly Party[] {
    return partiesOf(phrase, choices, slot, trigger, this.discourse.describe, this.#completes(phrase, trigger))
  }

  /** True when a phrase's head is the word that completes the trigger: «سراح» of «أطلق سراح فلان». */
  #completes(phrase: NounPhrase, trigger: EventTrigger): boolean {
    const head = this.reader.words[phrase.fillers[0]?.head ?? -1]
    return (
      head !== undefined &&
      trigger.with.some((word) => bareKey(word) === head.stem || bareKey(word) === bareKey(head.whole))
    )
  }

  /** The subject of the clause before, where a verb has none of its own and agrees with it. */
  #carried(reading: VerbReading, word: number): NounPhrase | undefined {
    if (reading.first) {
      const start = this.reader.words[word]?.start ?? 0
      const speaker = this.discourse.speaker(start)
      return speaker === undefined ? undefined : phraseFor(speaker, word, start)
    }
    const before = this.#subject ?? this.discourse.subject
    if (before === undefined) return undefined
    const head = before.fillers[0]
    const many = before.fillers.length > 1 || head?.of === 'group'
    if (reading.plural !== many) return undefined
    return agrees({ ...reading, plural: false }, before, true) ? before : undefined
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
      if (phrase !== undefined && choices !== undefined) parties.push(...this.#parties(phrase, choices, slot, trigger))
    }
    const transitive = frame.has('object')
    const hasObject = clause.objects.length > 0 || reading.pronoun !== undefined
    const subjectIsOwn = clause.subject !== undefined
    const passive =
      transitive &&
      voice !== 'active' &&
      subjectIsOwn &&
      !hasObject &&
      (voice === 'passive' || isLikelyPassive(trigger, clause))
    const handedOn = passive ? undefined : this.#handedOn(word, trigger, clause, reading)
    if (passive) add('object', subject, frame.get('object'))
    else if (handedOn !== undefined) {
      add('carried', handedOn, frame.get('subject'))
      add('object', subject, frame.get('object'))
    } else {
      add(carried ? 'carried' : 'subject', subject, frame.get('subject'))
      const [object, second] = clause.objects
      add('object', object, frame.get('object'))
      add('object2', second, frame.get('object2'))
      if (reading.pronoun !== undefined && object === undefined)
        add('pronoun', this.#pronoun(clause, subject, word, reading.pronoun), frame.get('object'))
    }
    return this.#telling({
      at,
      word,
      trigger,
      part: 'verb',
      parties,
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

  /** «وصل فلان والتقى فلانا»: behind و, a verb that needs an object and has one phrase keeps the subject before it. */
  #handedOn(word: number, trigger: EventTrigger, clause: VerbClause, reading: VerbReading): NounPhrase | undefined {
    const conjoined = this.reader.words[word]?.conjunction === true
    if (!conjoined || clause.subjectFrom !== 'after' || clause.objects.length > 0 || reading.pronoun !== undefined)
      return undefined
    if (!trigger.needs.includes('recipient') || !trigger.frame.has('object')) return undefined
    const filled = clause.prepositional.some(
      ({ key }) => trigger.frame.get(key)?.some(({ role }) => role === 'recipient') === true,
    )
    const carried = filled || this.#subject === undefined ? undefined : this.#carried(reading, word)
    return carried === clause.subject ? undefined : carried
  }

  /** «القبض عليه», «التي تسيطر عليها»: prepositions whose pronoun stands for the relative's noun or for who was spoken of. */
  #bound(
    pronominal: VerbClause['pronominal'],
    antecedent: NounPhrase | undefined,
    subject: NounPhrase | undefined,
    word: number,
  ): Prepositional[] {
    return pronominal.flatMap(({ key, pronoun }) => {
      if (antecedent !== undefined) return [{ key, phrase: antecedent, item: -1 }]
      const [first, ...others] = this.#spokenOf(pronoun, subject, word)
      return first === undefined ? [] : [{ key, phrase: first, item: -1, others }]
    })
  }

  /** Who a pronoun can stand for: persons and bodies before it that agree, nearest first, the clause's own subject left out. */
  #spokenOf(pronoun: string, subject: NounPhrase | undefined, word: number): NounPhrase[] {
    const plural = /^(?:هم|هن|هما)$/.test(pronoun)
    const found: NounPhrase[] = []
    /** Phrases without a preposition: a country there acts, behind one it is a place. */
    const standing = new Set<NounPhrase>()
    for (const item of this.#items) {
      if (item.kind === 'phrase' && item.preposition === undefined) standing.add(item.phrase)
    }
    const consider = (phrase: NounPhrase | undefined): void => {
      const head = phrase?.fillers[0]
      if (phrase === undefined || head === undefined || phrase === subject) return
      if (head.entity === undefined && head.of !== 'group') return
      const land = head.of === 'placenoun' && !(head.entity?.type === 'GPE' && standing.has(phrase))
      if (land || head.of === 'site' || head.of === 'other') return
      const many = phrase.fillers.length > 1 || head.of === 'group'
      if (plural === many && !found.includes(phrase)) found.push(phrase)
    }
    for (let i = this.#items.length - 1; i >= 0; i--) {
      const item = this.#items[i]
      if (item?.kind === 'phrase' && item.at < word) consider(item.phrase)
    }
    consider(this.#subject)
    consider(this.discourse.subject)
    return found
  }

  /** What a verb's attached pronoun stands for: the noun a relative clause hangs on, else who was last spoken of. */
  #pronoun(clause: VerbClause, subject: NounPhrase | undefined, word: number, pronoun: string): NounPhrase | undefined {
    if (clause.antecedent !== undefined && clause.subjectFrom !== 'relative') return clause.antecedent
    return this.#spokenOf(pronoun, subject, word)[0]
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
        if (clause.antecedent !== undefined && clause.subjectFrom !== 'relative') consider(clause.antecedent, at)
        if (reading.voice !== 'active' || light.kind === 'passive') consider(clause.subject, at)
      } else if (light.slot === 'subject') {
        consider(clause.subject, at)
        for (const phrase of clause.objects) consider(phrase, at)
        const first = this.#items[at + 1]
        if (first?.kind === 'phrase' && first.preposition === undefined) consider(first.phrase, at + 1)
      } else {
        for (const { key, phrase, item } of clause.prepositional) if (key === light.slot) consider(phrase, item)
      }
      for (const { filler, item } of candidates) {
        if (this.#used.has(filler.head)) continue
        const passive = light.kind === 'passive' || clause.subject?.fillers.includes(filler) === true
        const status =
          light.status === undefined
            ? verbStatus(this.#items, at, reading, this.reader, true)
            : (light.status as EventStatus)
        const rest = clause.prepositional.filter(({ phrase }) => !phrase.fillers.includes(filler))
        const other = clause.objects.filter((phrase) => !phrase.fillers.includes(filler))
        for (const telling of this.#fromNoun(
          filler,
          item,
          'light',
          status,
          rest,
          other,
          clause.times,
          Math.min(word, filler.head),
        )) {
          const own = passive || subject?.fillers.includes(filler) === true
          const lent = own ? { parties: [] } : this.#lent(light.kind, telling.trigger, subject)
          const place = telling.place ?? lent.place
          const parties = [...lent.parties, ...telling.parties]
          const joins = /^light\.(?:hadar|shaarak)$/.test(light.id) && filler.definite ? { joins: true as const } : {}
          this.#found.push({ ...telling, parties, ...(place === undefined ? {} : { place }), ...joins })
          this.#used.add(filler.head)
        }
      }
    }
  }

  /** «لقاء جمع فلانا بفلان»: those whom the verb brings together take part in the meeting before it. */
  #gathered(at: number, clause: VerbClause): void {
    const before = this.#items[at - 1]
    const meeting = (clause.antecedent?.fillers ?? (before?.kind === 'phrase' ? before.phrase.fillers : [])).find(
      ({ of, senses }) => of === 'event' && senses?.some(({ trigger }) => trigger.type === 'CONSULT') === true,
    )
    if (meeting === undefined || this.#used.has(meeting.head)) return
    const own = clause.subjectFrom === 'after' && clause.subject !== undefined ? [clause.subject] : []
    const others = clause.prepositional.filter(({ key }) => key === 'ب' || key === 'مع' || key === 'بين')
    const phrases = [...own, ...clause.objects, ...others.map(({ phrase }) => phrase)]
    const rest = clause.prepositional.filter((one) => !others.includes(one))
    for (const telling of this.#fromNoun(meeting, at, 'light', 'asserted', rest, [], clause.times, meeting.head)) {
      const parties = phrases.flatMap((phrase) =>
        this.#parties(phrase, [{ role: 'actor' }], 'gathered', telling.trigger),
      )
      if (parties.length === 0) continue
      this.#found.push({ ...telling, parties: [...telling.parties, ...parties] })
      this.#used.add(meeting.head)
    }
  }

  /** A noun whose entry names its governing verb («أعلن الجيش وقف النار») has that verb's subject for its own. */
  #governed(at: number, word: number, reading: VerbReading, clause: VerbClause, subject: NounPhrase | undefined): void {
    const verb = this.reader.words[word]?.whole ?? ''
    for (const phrase of clause.objects) {
      for (const filler of phrase.fillers) {
        const declared = /^.?اعلن/.test(verb)
        const asked =
          declared || filler.senses?.some(({ trigger }) => trigger.after.some((one) => bareKey(one) === verb)) === true
        if (filler.of !== 'event' || !asked || this.#used.has(filler.head)) continue
        const status = verbStatus(this.#items, at, reading, this.reader, false)
        const other = clause.objects.filter((one) => one !== phrase)
        for (const telling of this.#fromNoun(
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
          const done = telling.parties.some(({ role }) => role === 'actor')
          const lent = done ? { parties: [] } : this.#lent('support', telling.trigger, subject)
          this.#found.push({ ...telling, parties: [...lent.parties, ...telling.parties] })
          this.#used.add(filler.head)
        }
      }
    }
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
    return { parties: this.#parties(subject, choices, 'subject', trigger) }
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
        if (!this.#used.has(filler.head)) {
          const clause = nounClause(this.#items, at, this.reader)
          const bound = this.#bound(clause.pronominal, undefined, undefined, filler.head)
          const prepositional = [...clause.prepositional, ...bound]
          const status = nounStatus(this.#items, at, filler.head, preposition, this.reader)
          const hosts = this.#received(at, filler)
          if (hosts.length > 0) {
            for (const telling of this.#fromNoun(
              filler,
              at,
              'noun',
              status,
              prepositional,
              [],
              clause.times,
              filler.head,
            )) {
              const parties = hosts.flatMap((host) => this.#parties(host, [{ role: 'actor' }], 'host', telling.trigger))
              this.#found.push({ ...telling, parties: [...parties, ...telling.parties] })
            }
            continue
          }
          this.#found.push(
            ...this.#fromNoun(filler, at, 'noun', status, prepositional, clause.bare, clause.times, filler.head),
          )
        }
        if (filler.genitive !== undefined) visit(filler.genitive, undefined)
      }
    }
    visit(item.phrase, item.preposition)
  }

  #fromNoun(
    filler: Filler,
    at: number,
    part: 'light' | 'noun',
    status: EventStatus,
    prepositional: readonly Prepositional[],
    bare: readonly NounPhrase[],
    times: readonly number[],
    from: number,
  ): Telling[] {
    const tellings: Telling[] = []
    const seen = new Set<string>()
    for (const { trigger, part: sense, number } of filler.senses ?? []) {
      if (seen.has(trigger.id) || !allows(trigger, this.reader.words, filler.head)) continue
      seen.add(trigger.id)
      if (sense === 'participle' && filler.definite) continue
      // «احتجاجا على»: an indefinite accusative that no verb takes tells why, not what.
      const word = this.reader.words[filler.head]
      if (
        part === 'noun' &&
        sense === 'noun' &&
        number === 'sg' &&
        word?.article === false &&
        /[^اآ]ا$/.test(word.whole)
      )
        continue
      if (
        trigger.light === 'only' &&
        part !== 'light' &&
        filler.genitive === undefined &&
        !this.#lightNounBefore(filler.head)
      )
        continue
      if (trigger.light === 'never' && part === 'light') continue
      const frame = sense === 'participle' ? trigger.frame : trigger.nounFrame
      const parties: Party[] = []
      const genitive = frame.get('genitive')
      const object = trigger.frame.get('object')
      if (sense === 'participle') {
        if (filler.genitive !== undefined && object !== undefined)
          parties.push(...this.#parties(filler.genitive, object, 'object', trigger))
      } else if (
        filler.genitive !== undefined &&
        genitive !== undefined &&
        !this.#meetingPlace(filler.genitive, trigger)
      ) {
        // «اعتقال الشرطة فلانا»: with an object of its own behind it, the genitive is the doer.
        const doer = bare.some(
          (phrase) => object !== undefined && this.#parties(phrase, object, 'object', trigger).length > 0,
        )
        const choices = doer ? (trigger.frame.get('subject') ?? genitive) : genitive
        parties.push(...this.#parties(filler.genitive, choices, 'genitive', trigger))
      }
      if (filler.pronoun !== undefined && genitive !== undefined) {
        const objects = trigger.frame.get('object')
        const acts =
          objects !== undefined && bare.some((phrase) => this.#parties(phrase, objects, 'object', trigger).length > 0)
        const choices = acts ? (trigger.frame.get('subject') ?? genitive) : genitive
        const owned = this.#owners(filler, choices[0]?.role === 'actor')
          .map((owner) => this.#parties(owner, choices, 'pronoun', trigger))
          .find((found) => found.length > 0)
        parties.push(...(owned ?? []))
      }
      for (const phrase of bare)
        if (object !== undefined) parties.push(...this.#parties(phrase, object, 'object', trigger))
      if (sense === 'participle') {
        const subject = this.#predicated(at, filler) ?? this.#sayer ?? this.#subject ?? this.discourse.subject
        const choices = frame.get('subject')
        if (subject !== undefined && choices !== undefined)
          parties.push(...this.#parties(subject, choices, 'carried', trigger))
      }
      if (sense === 'noun' && !parties.some(({ role }) => role === 'actor')) {
        const country = this.#adjectival(filler)
        const choices = trigger.frame.get('subject') ?? frame.get('genitive')
        if (country !== undefined && choices?.[0]?.role === 'actor')
          parties.push(...this.#parties(phraseFor(country, filler.head, filler.start), choices, 'adjective', trigger))
      }
      if (
        part === 'noun' &&
        trigger.type === 'CONSULT' &&
        sense === 'noun' &&
        !filler.definite &&
        !parties.some(({ role }) => role === 'actor')
      ) {
        const choices = trigger.frame.get('subject')
        const host = this.#spokenOf('ه', undefined, filler.head)[0]
        if (choices !== undefined && host !== undefined && prepositional.some(({ key }) => key === 'مع' || key === 'ب'))
          parties.push(...this.#parties(host, choices, 'carried', trigger))
      }
      const telling = this.#telling({
        at,
        word: filler.head,
        trigger,
        part: sense === 'participle' ? 'participle' : part,
        parties,
        prepositional,
        times,
        frame,
        status,
        passive: false,
        definite: filler.definite || filler.pronoun !== undefined,
        plural: number === 'pl',
        from,
        to: filler.head + 1,
      })
      tellings.push(telling)
    }
    return tellings
  }

  /** «فرض فلان عقوبات», «عقد اجتماع»: a light verb's masdar stands in front of the event noun. */
  #lightNounBefore(head: number): boolean {
    const { words, vocabulary } = this.reader
    for (let at = head - 1; at >= 0 && at >= head - 6; at--) {
      const word = words[at]
      if (word === undefined || word.token.kind === 'punctuation' || this.reader.verb(at) !== undefined) return false
      if (word.mention !== undefined) continue
      if (vocabulary.lightNouns.has(word.stem) || vocabulary.lightNouns.has(bareKey(word.whole))) return true
      if (word.conjunction) return false
    }
    return false
  }

  /** «اجتماع القاهرة», «قمة عمان»: one city behind a meeting is where it was held. */
  #meetingPlace(genitive: NounPhrase, trigger: EventTrigger): boolean {
    const [only, second] = genitive.fillers
    if (second !== undefined || only?.entity === undefined || !PLACES.has(only.entity.type)) return false
    // «هجوم سيناء» was in Sinai; «هجوم تركيا» is Turkey's.
    if (trigger.id === 'event.hajam') return findCountryByName(only.entity.nameAr) === undefined
    return trigger.type === 'CONSULT'
  }

  /** «ضربة أمريكية»: the country behind an adjective, where it is an entity elsewhere in the article. */
  #adjectival(filler: Filler): Entity | undefined {
    const { words } = this.reader
    const definite = words[filler.head]?.article === true
    for (let at = filler.head + 1; at < filler.head + 4; at++) {
      const word = words[at]
      if (word === undefined || word.token.kind !== 'word' || word.article !== definite) return undefined
      if (word.mention !== undefined || word.conjunction || word.preposition !== undefined) return undefined
      const country = this.discourse.country(word.stem)
      if (country !== undefined) return country
    }
    return undefined
  }

  /** Whom a participle is said of: the noun phrase before it in its clause («بلاده ملتزمة»); none for an adverbial («متهما»). */
  #predicated(at: number, filler: Filler): NounPhrase | undefined {
    if (/[^ا]ا$/.test(this.reader.words[filler.head]?.whole ?? '')) return undefined
    for (let i = at - 1; i >= 0 && i >= at - 5; i--) {
      const item = this.#items[i]
      if (item === undefined || item.kind === 'opener' || item.kind === 'stop' || item.kind === 'comma')
        return undefined
      if (item.kind === 'phrase' && item.preposition === undefined && item.phrase.fillers[0]?.of !== 'event')
        return item.phrase
    }
    return undefined
  }

  /** Whom an event noun's pronoun can stand for: for its doer the subjects spoken of first, for its object whoever is nearest. */
  #owners(filler: Filler, acts: boolean): readonly NounPhrase[] {
    const near = this.#spokenOf(filler.pronoun ?? '', undefined, filler.head)
    if (!acts) return near
    const bare = near.filter((phrase) =>
      this.#items.some((item) => item.kind === 'phrase' && item.preposition === undefined && item.phrase === phrase),
    )
    return [...bare, ...near.filter((phrase) => !bare.includes(phrase))]
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
          speaker === undefined ? (this.#subject ?? this.discourse.subject) : phraseFor(speaker, at, word.start)
        const choices = trigger.frame.get('subject')
        if (phrase === undefined || choices === undefined) continue
        const parties = this.#parties(phrase, choices, 'carried', trigger)
        const telling = this.#telling({
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

  /** Adds what prepositions bring, by the trigger's frame first and by what they always mean after that. */
  #telling(given: {
    readonly at: number
    readonly word: number
    readonly trigger: EventTrigger
    readonly part: Telling['part']
    readonly parties: readonly Party[]
    readonly prepositional: readonly Prepositional[]
    readonly times: readonly number[]
    readonly frame: EventTrigger['frame']
    readonly status: EventStatus
    readonly passive: boolean
    readonly definite: boolean
    readonly plural: boolean
    readonly from: number
    readonly to: number
  }): Telling {
    const { trigger } = given
    const brought = broughtByPrepositions(given, this.#items, (phrase, choices, slot) =>
      this.#parties(phrase, choices, slot, trigger),
    )
    const parties = [...given.parties, ...brought.parties]
    const places = [...brought.places]
    const taken = parties.filter(({ role }) => role !== 'place')
    for (const party of parties) if (party.role === 'place' && party.entity !== undefined) places.unshift(party.entity)
    const place = places.find(({ type }) => type === 'FAC') ?? places[0]
    return {
      trigger,
      part: given.part,
      at: given.word,
      parties: taken,
      ...(place === undefined ? {} : { place }),
      times: given.times,
      status: given.status,
      passive: given.passive,
      definite: given.definite,
      plural: given.plural,
      imperfect: this.reader.verb(given.word)?.tense === 'imperfect',
      inCase: isInCase(this.reader, given.word),
      from: given.from,
      to: given.to,
    }
  }
}
