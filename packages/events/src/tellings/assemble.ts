import type { Entity } from '@isnad/entities'
import type { EventTrigger, FrameChoice } from '@isnad/lexicon'
import type { Discourse, Telling } from '../clauses/telling.js'
import type { EventStatus } from '../event.js'
import { conditionsOf } from '../forms/vocabulary.js'
import type { Filler, Item, NounPhrase, Prepositional } from '../phrases/noun-phrase.js'
import { type Party, partiesOf } from '../phrases/parties.js'
import type { PhraseReader } from '../phrases/phrase-reader.js'
import { isInCase } from './conditions.js'
import { nameOwner, OF_STATES } from './owners.js'
import { broughtByPrepositions } from './prepositional.js'

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

const JUDGING: ReadonlySet<string> = new Set(['ACCUSE', 'SUPPORT', 'PROTEST'])
const DEEDS: ReadonlySet<string> = new Set(['ASSAULT', 'COERCE', 'SANCTION', 'THREATEN', 'MOBILIZE', 'REJECT'])
/** Puts parties into roles and drafts into tellings, for one sentence. */
export class Assembler {
  constructor(
    readonly reader: PhraseReader,
    readonly items: readonly Item[],
    readonly discourse: Discourse,
  ) {}

  parties(phrase: NounPhrase, choices: readonly FrameChoice[], slot: string, trigger: EventTrigger): readonly Party[] {
    if (this.#countsWhatCompletes(phrase, trigger)) return []
    const completes = this.#completes(phrase, choices, trigger)
    const own = partiesOf(phrase, choices, slot, trigger, this.discourse.describe, completes)
    if (own.length > 0) return own
    return completes ? this.#behind(phrase, choices, slot, trigger) : this.#whose(phrase, choices, slot, trigger)
  }

  /** «سراح خمسة معتقلين», «بسجن ثلاثة ضباط»: people in construct with the word that completes the trigger. */
  #behind(
    { fillers: [head] }: NounPhrase,
    choices: readonly FrameChoice[],
    slot: string,
    trigger: EventTrigger,
  ): readonly Party[] {
    if (head === undefined || head.definite || choices[0]?.accepts !== 'person' || head.pronoun !== undefined) return []
    const inner = head.to > head.head + 1 ? this.reader.phrase(head.head + 1) : undefined
    return inner === undefined ? [] : partiesOf(inner, choices, slot, trigger, this.discourse.describe)
  }

  /** «نددت بالقمع الإسرائيلي»: to judge a country's deeds and policies is to judge the country. */
  #whose(
    { fillers: [head] }: NounPhrase,
    choices: readonly FrameChoice[],
    slot: string,
    { type }: EventTrigger,
  ): readonly Party[] {
    if (head === undefined || head.entity !== undefined || !JUDGING.has(type)) return []
    const who = choices.find(({ role }) => role === 'recipient')
    if (who === undefined || who.accepts === 'person') return []
    const stem = this.reader.words[head.head]?.stem ?? ''
    const struck = head.senses?.some(({ trigger }) => DEEDS.has(trigger.type)) === true
    if (
      !(head.of === 'event' ? struck : head.of === 'other' || head.of === 'transparent') ||
      !(struck || OF_STATES.test(stem))
    )
      return []
    // «استنكرت سياسات فلانة»: whose policies they are.
    const [owner, other] = head.of === 'event' ? [] : head.nested
    const country = this.adjectival(head) ?? (other === undefined ? owner : undefined)
    if (country === undefined && other === undefined && head.of !== 'event')
      return (nameOwner(head, this.reader) ?? []).map(
        ({ filler, entity, make }): Party => ({ role: 'recipient', filler, slot, entity, make }),
      )
    const blamed = country !== undefined && /^(?:ORG|GPE|PER)$/.test(country.type)
    return blamed ? [{ role: 'recipient', filler: head, slot, entity: country, make: undefined }] : []
  }

  /** «ضربة أمريكية»: the country behind an adjective, where it is an entity elsewhere in the article. */
  adjectival(filler: Filler): Entity | undefined {
    const { words } = this.reader
    const definite = words[filler.head]?.article === true
    for (let at = filler.head + 1; at < filler.head + 4; at++) {
      const word = words[at]
      if (word === undefined || word.token.kind !== 'word' || word.article !== definite) return undefined
      if (word.mention !== undefined || word.conjunction || word.preposition !== undefined) return undefined
      const country = this.discourse.country(word.stem)
      if (country !== undefined) return country
      // «إسقاط طائرة روسية»: behind another noun the adjective is that noun's.
      if (!/(?:ي|ية)$/.test(word.stem)) return undefined
    }
    return undefined
  }

  /** True when a phrase's head is the word that completes the trigger: «سراح» of «أطلق سراح فلان». */
  #completes(phrase: NounPhrase, choices: readonly FrameChoice[], trigger: EventTrigger): boolean {
    const [first] = phrase.fillers
    // «استقبلت نازحين», «أدانت متهمين»: so do those of whom the slot tells.
    if (choices[0]?.accepts === 'person' && (first?.of === 'group' || first?.of === 'person')) return false
    // «فرقت الشرطة المتظاهرين»: people complete the trigger and fill a role as well.
    if (first?.crowd === true) return false
    const head = this.reader.words[first?.head ?? -1]
    return (
      head !== undefined &&
      conditionsOf(trigger).with.some((word) => word === head.stem || word === head.form.bareWhole)
    )
  }

  /** «قطعت العديد من الطرق»: roads that are counted block nothing. */
  #countsWhatCompletes({ fillers: [first] }: NounPhrase, trigger: EventTrigger): boolean {
    if (trigger.type !== 'PROTEST' || first === undefined || first.crowd) return false
    if (first.of !== 'quantity' && first.of !== 'number') return false
    const counted = this.reader.words.slice(first.from, first.to)
    return counted.some(({ stem }) => conditionsOf(trigger).with.includes(stem))
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
      place,
      times: draft.times,
      status: draft.status,
      passive: draft.passive,
      definite: draft.definite,
      plural: draft.plural,
      imperfect: this.reader.verb(draft.word)?.tense === 'imperfect',
      inCase: isInCase(this.reader, draft.word),
      joins: undefined,
      implied: undefined,
      from: draft.from,
      to: draft.to,
    }
  }
}
