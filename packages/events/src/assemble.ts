import type { EventTrigger, FrameChoice } from '@isnad/lexicon'
import type { Prepositional } from './clause.js'
import { isInCase } from './conditions.js'
import type { EventStatus } from './event.js'
import type { Item, NounPhrase } from './noun-phrase.js'
import { type Party, partiesOf } from './parties.js'
import type { PhraseReader } from './phrase-reader.js'
import { broughtByPrepositions } from './prepositional.js'
import type { Discourse, Telling } from './telling.js'
import { bareKey } from './vocabulary.js'

/** What is known of a telling before its prepositions are read. */
export interface Draft {
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
}

/** Puts parties into roles and drafts into tellings, for one sentence. */
export class Assembler {
  constructor(
    readonly reader: PhraseReader,
    readonly items: readonly Item[],
    readonly discourse: Discourse,
  ) {}

  parties(phrase: NounPhrase, choices: readonly FrameChoice[], slot: string, trigger: EventTrigger): readonly Party[] {
    if (this.#countsWhatCompletes(phrase, trigger)) return []
    return partiesOf(phrase, choices, slot, trigger, this.discourse.describe, this.#completes(phrase, trigger))
  }

  /** True when a phrase's head is the word that completes the trigger: «سراح» of «أطلق سراح فلان». */
  #completes(phrase: NounPhrase, trigger: EventTrigger): boolean {
    const [first] = phrase.fillers
    // «فرقت الشرطة المتظاهرين»: people complete the trigger and fill a role as well.
    if (first?.crowd === true) return false
    const head = this.reader.words[first?.head ?? -1]
    return (
      head !== undefined &&
      trigger.with.some((word) => bareKey(word) === head.stem || bareKey(word) === bareKey(head.whole))
    )
  }

  /** «قطعت العديد من الطرق»: roads that are counted block nothing. */
  #countsWhatCompletes({ fillers: [first] }: NounPhrase, trigger: EventTrigger): boolean {
    if (trigger.type !== 'PROTEST' || first === undefined || first.crowd) return false
    if (first.of !== 'quantity' && first.of !== 'number') return false
    const counted = this.reader.words.slice(first.from, first.to)
    return counted.some(({ stem }) => trigger.with.some((word) => bareKey(word) === stem))
  }

  /** Adds what prepositions bring, by the trigger's frame first and by what they always mean after that. */
  telling(draft: Draft): Telling {
    const { trigger } = draft
    const brought = broughtByPrepositions(draft, this.items, this.reader.words, (phrase, choices, slot) =>
      this.parties(phrase, choices, slot, trigger),
    )
    const parties = [...draft.parties, ...brought.parties]
    const places = [...brought.places]
    for (const party of parties) if (party.role === 'place' && party.entity !== undefined) places.unshift(party.entity)
    const place = places.find(({ type }) => type === 'FAC') ?? places[0]
    return {
      trigger,
      part: draft.part,
      at: draft.word,
      parties: parties.filter(({ role }) => role !== 'place'),
      ...(place === undefined ? {} : { place }),
      times: draft.times,
      status: draft.status,
      passive: draft.passive,
      definite: draft.definite,
      plural: draft.plural,
      imperfect: this.reader.verb(draft.word)?.tense === 'imperfect',
      inCase: isInCase(this.reader, draft.word),
      from: draft.from,
      to: draft.to,
    }
  }
}
