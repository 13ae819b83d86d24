import type { VerbClause } from '../clauses/clause.js'
import { changedTelling, type Telling } from '../clauses/telling.js'
import type { Filler, NounPhrase } from '../phrases/noun-phrase.js'
import { inRole, type Party } from '../phrases/parties.js'
import { isPlace } from '../phrases/word-class.js'
import type { Referents } from './referents.js'
import type { SentenceSoFar } from './sentence-so-far.js'

const WELCOMERS = /^مستقبلي(ه|ها|هم)$/

/** Reads who came to a meeting where other verbs than its own say so. */
export class Gatherings {
  constructor(readonly sentence: SentenceSoFar) {}

  /** «لقاء جمع فلانا بفلان»: those whom the verb brings together take part in the meeting before it. */
  gathered(at: number, clause: VerbClause, one: NounPhrase | undefined): void {
    const before = this.sentence.items[at - 1]
    const isMeeting = ({ of, senses }: Filler): boolean =>
      of === 'event' && senses?.some(({ trigger }) => trigger.type === 'CONSULT') === true
    // «ضم الاجتماع فلانا وفلانا»
    const first = clause.objects[0]?.fillers.find(isMeeting)
    const meeting =
      first ?? (clause.antecedent?.fillers ?? (before?.kind === 'phrase' ? before.phrase.fillers : [])).find(isMeeting)
    if (meeting === undefined) {
      this.#members(at, clause)
      return
    }
    const own = clause.subjectFrom === 'after' && clause.subject !== undefined ? [clause.subject] : []
    const others = clause.prepositional.filter(({ key }) => key === 'ب' || key === 'مع' || key === 'بين')
    const guests = first === undefined ? clause.objects : clause.objects.slice(1)
    const phrases = [...(one === undefined ? [] : [one]), ...own, ...guests, ...others.map(({ phrase }) => phrase)]
    const rest = clause.prepositional.filter((one) => !others.includes(one))
    const told = this.sentence.found.findIndex((one) => one.at === meeting.head && one.trigger.type === 'CONSULT')
    const known = this.sentence.found[told]
    if (known !== undefined) {
      // «عقد فلان اجتماعا جمع …»: told by its light verb already.
      this.sentence.found[told] = { ...known, parties: [...known.parties, ...this.#guests(phrases, known)] }
      return
    }
    for (const telling of this.sentence.nounPredicates.tellings(
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
      this.sentence.found.push(changedTelling(telling, { parties: [...telling.parties, ...parties] }))
      this.sentence.used.add(meeting.head)
    }
  }

  /** «استقبل فلان وفدا ضم فلانا وفلانا»: the members of a delegation come with it. */
  #members(at: number, clause: VerbClause): void {
    const before = this.sentence.items[at - 1]
    const delegation = before?.kind === 'phrase' ? before.phrase.fillers.at(-1) : undefined
    if (delegation === undefined || !/^(?:وفدا?|بعثة|وفود)$/.test(delegation.headKey)) return
    const told = this.sentence.found.findLastIndex(
      ({ trigger, parties }) =>
        trigger.type === 'CONSULT' && parties.some(({ filler }) => filler.start === delegation.start),
    )
    const known = this.sentence.found[told]
    if (known === undefined) return
    const own = clause.subjectFrom === 'after' && clause.subject !== undefined ? [clause.subject] : []
    const members = [...own, ...clause.objects].flatMap((phrase) =>
      this.sentence.assembler.parties(phrase, [{ role: 'attendee', accepts: 'person' }], 'gathered', known.trigger),
    )
    this.sentence.found[told] = { ...known, parties: [...known.parties, ...members] }
  }

  /** Those whom a meeting gathered: beside a host they attend, by themselves they meet. */
  #guests(phrases: readonly NounPhrase[], { trigger, parties }: Telling): readonly Party[] {
    const hosted = parties.some(({ role }) => role === 'actor')
    const role = hosted ? 'attendee' : 'actor'
    const two = !hosted && trigger.needs.includes('recipient')
    return phrases
      .flatMap((phrase) => this.sentence.assembler.parties(phrase, [{ role }], 'gathered', trigger))
      .map((party, index): Party => (two && index > 0 ? inRole(party, 'recipient') : party))
  }

  /** «كان في مقدمة مستقبليه فلان»: those named behind received the guest whom the pronoun stands for. */
  welcomed(at: number, phrase: NounPhrase, referents: Referents): Telling | undefined {
    const { reader, assembler, items } = this.sentence
    const word = reader.words.slice(phrase.from, phrase.to).find(({ whole }) => WELCOMERS.test(whole))
    const trigger = reader.vocabulary.entry('event.istaqbal')
    const pronoun = WELCOMERS.exec(word?.whole ?? '')?.[1]
    if (word === undefined || trigger === undefined || pronoun === undefined) return undefined
    // «في مقدمة مستقبليه قائد الجيش فلان» may be read as one phrase.
    const hosts: NounPhrase[] = phrase.fillers[0]?.named === true ? [phrase] : []
    for (let i = at + 1; i < items.length; i++) {
      const item = items[i]
      if (item === undefined || item.kind === 'stop' || item.kind === 'verb' || item.kind === 'opener') break
      const head = item.kind === 'phrase' && item.preposition === undefined ? item.phrase.fillers[0] : undefined
      if (item.kind === 'phrase' && head !== undefined && !isPlace(head)) hosts.push(item.phrase)
    }
    const receiving = new Set(hosts.flatMap(({ fillers }) => fillers.map(({ entity }) => entity)))
    const guest = referents
      .spokenOf(pronoun, undefined, phrase.from)
      .find(({ fillers }) => !fillers.some(({ entity }) => receiving.has(entity)))
    const parties = [
      ...hosts.flatMap((host) => assembler.parties(host, [{ role: 'actor' }], 'host', trigger)),
      ...(guest === undefined ? [] : assembler.parties(guest, [{ role: 'recipient' }], 'pronoun', trigger)),
    ]
    const head = reader.words.indexOf(word)
    return assembler.telling({
      at,
      word: head,
      trigger,
      part: 'light',
      parties,
      prepositional: [],
      times: [],
      frame: trigger.frame,
      status: 'asserted',
      passive: false,
      definite: false,
      plural: false,
      from: head,
      to: head + 1,
    })
  }

  /** «كان في استقباله فلان وفلان»: those who stand behind the noun received the guest. */
  received(at: number, filler: Filler): readonly NounPhrase[] {
    const before = this.sentence.items[at - 1]
    const be =
      before?.kind === 'verb' &&
      this.sentence.reader.verb(before.at)?.senses.some(({ verbClass }) => verbClass === 'be') === true
    if (!be || filler.senses?.some(({ trigger }) => trigger.id === 'event.istaqbal') !== true) return []
    const hosts: NounPhrase[] = []
    for (let i = at + 1; i < this.sentence.items.length; i++) {
      const item = this.sentence.items[i]
      if (item === undefined || item.kind === 'stop' || item.kind === 'verb' || item.kind === 'opener') break
      if (item.kind === 'phrase' && item.preposition === undefined) hosts.push(item.phrase)
    }
    return hosts
  }
}
