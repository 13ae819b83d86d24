import type { VerbClause } from './clause.js'
import type { Filler, NounPhrase } from './noun-phrase.js'
import type { Party } from './parties.js'
import type { SentenceSoFar } from './sentence-so-far.js'
import type { Telling } from './telling.js'

/** Reads who came to a meeting where other verbs than its own say so. */
export class Gatherings {
  constructor(readonly sentence: SentenceSoFar) {}

  /** «لقاء جمع فلانا بفلان»: those whom the verb brings together take part in the meeting before it. */
  gathered(at: number, clause: VerbClause): void {
    const before = this.sentence.items[at - 1]
    const meeting = (clause.antecedent?.fillers ?? (before?.kind === 'phrase' ? before.phrase.fillers : [])).find(
      ({ of, senses }) => of === 'event' && senses?.some(({ trigger }) => trigger.type === 'CONSULT') === true,
    )
    if (meeting === undefined) return
    const own = clause.subjectFrom === 'after' && clause.subject !== undefined ? [clause.subject] : []
    const others = clause.prepositional.filter(({ key }) => key === 'ب' || key === 'مع' || key === 'بين')
    const phrases = [...own, ...clause.objects, ...others.map(({ phrase }) => phrase)]
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
      this.sentence.found.push({ ...telling, parties: [...telling.parties, ...parties] })
      this.sentence.used.add(meeting.head)
    }
  }

  /** Those whom a meeting gathered: beside a host they attend, by themselves they meet. */
  #guests(phrases: readonly NounPhrase[], { trigger, parties }: Telling): readonly Party[] {
    const hosted = parties.some(({ role }) => role === 'actor')
    const role = hosted ? 'attendee' : 'actor'
    const two = !hosted && trigger.needs.includes('recipient')
    return phrases
      .flatMap((phrase) => this.sentence.assembler.parties(phrase, [{ role }], 'gathered', trigger))
      .map((party, index): Party => (two && index > 0 ? { ...party, role: 'recipient' } : party))
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
