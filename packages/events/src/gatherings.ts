import type { Assembler } from './assemble.js'
import type { VerbClause } from './clause.js'
import type { Filler, Item, NounPhrase } from './noun-phrase.js'
import type { NounPredicates } from './noun-predicates.js'
import type { Party } from './parties.js'
import type { PhraseReader } from './phrase-reader.js'
import type { Telling } from './telling.js'

/** Reads who came to a meeting where other verbs than its own say so. */
export class Gatherings {
  constructor(
    readonly items: readonly Item[],
    readonly reader: PhraseReader,
    readonly assembler: Assembler,
    readonly nounPredicates: NounPredicates,
    /** Tellings of the sentence so far, to which those found here are added. */
    readonly found: Telling[],
    /** Heads of the event nouns that are told already. */
    readonly used: Set<number>,
  ) {}

  /** «لقاء جمع فلانا بفلان»: those whom the verb brings together take part in the meeting before it. */
  gathered(at: number, clause: VerbClause): void {
    const before = this.items[at - 1]
    const meeting = (clause.antecedent?.fillers ?? (before?.kind === 'phrase' ? before.phrase.fillers : [])).find(
      ({ of, senses }) => of === 'event' && senses?.some(({ trigger }) => trigger.type === 'CONSULT') === true,
    )
    if (meeting === undefined) return
    const own = clause.subjectFrom === 'after' && clause.subject !== undefined ? [clause.subject] : []
    const others = clause.prepositional.filter(({ key }) => key === 'ب' || key === 'مع' || key === 'بين')
    const phrases = [...own, ...clause.objects, ...others.map(({ phrase }) => phrase)]
    const rest = clause.prepositional.filter((one) => !others.includes(one))
    const told = this.found.findIndex((one) => one.at === meeting.head && one.trigger.type === 'CONSULT')
    const known = this.found[told]
    if (known !== undefined) {
      // «عقد فلان اجتماعا جمع …»: told by its light verb already.
      this.found[told] = { ...known, parties: [...known.parties, ...this.#guests(phrases, known)] }
      return
    }
    for (const telling of this.nounPredicates.tellings(
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
      this.found.push({ ...telling, parties: [...telling.parties, ...parties] })
      this.used.add(meeting.head)
    }
  }

  /** Those whom a meeting gathered: beside a host they attend, by themselves they meet. */
  #guests(phrases: readonly NounPhrase[], { trigger, parties }: Telling): readonly Party[] {
    const hosted = parties.some(({ role }) => role === 'actor')
    const role = hosted ? 'attendee' : 'actor'
    const two = !hosted && trigger.needs.includes('recipient')
    return phrases
      .flatMap((phrase) => this.assembler.parties(phrase, [{ role }], 'gathered', trigger))
      .map((party, index): Party => (two && index > 0 ? { ...party, role: 'recipient' } : party))
  }

  /** «كان في استقباله فلان وفلان»: those who stand behind the noun received the guest. */
  received(at: number, filler: Filler): readonly NounPhrase[] {
    const before = this.items[at - 1]
    const be =
      before?.kind === 'verb' &&
      this.reader.verb(before.at)?.senses.some(({ verbClass }) => verbClass === 'be') === true
    if (!be || filler.senses?.some(({ trigger }) => trigger.id === 'event.istaqbal') !== true) return []
    const hosts: NounPhrase[] = []
    for (let i = at + 1; i < this.items.length; i++) {
      const item = this.items[i]
      if (item === undefined || item.kind === 'stop' || item.kind === 'verb' || item.kind === 'opener') break
      if (item.kind === 'phrase' && item.preposition === undefined) hosts.push(item.phrase)
    }
    return hosts
  }
}
