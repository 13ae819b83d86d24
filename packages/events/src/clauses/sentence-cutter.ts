import { AMONG_THEM, COMPOUND, LOCATIVES, PREPOSITIONS } from '../forms/function-words.js'
import {
  type Item,
  type NounPhrase,
  phraseItem,
  pronominalItem,
  timeItem,
  verbItem,
  wordItem,
} from '../phrases/noun-phrase.js'
import { afterApproximation, afterBracket, afterTime, COMMA } from '../phrases/passing.js'
import type { PhraseReader } from '../phrases/phrase-reader.js'
import { agentive, closedClass, isPlace, pronominalOf } from '../phrases/word-class.js'

/** Cuts one sentence into clause-level pieces: verbs, noun phrases with their prepositions, times and openers. */
export class SentenceCutter {
  readonly #reader: PhraseReader

  constructor(reader: PhraseReader) {
    this.#reader = reader
  }

  items(): Item[] {
    const items: Item[] = []
    const { words } = this.#reader
    for (let at = 0; at < words.length; ) {
      const word = words[at]
      if (word === undefined) break
      const { text, kind } = word.token
      if (kind === 'punctuation' || kind === 'symbol') {
        if (word.form.isOpening) at = afterBracket(this.#reader.words, at)
        else {
          if (COMMA.test(text)) items.push(wordItem('comma', at, text))
          else if (!word.form.isQuote && !word.form.isClosing) items.push(wordItem('stop', at, text))
          at++
        }
        continue
      }
      const figure = afterApproximation(this.#reader.words, at)
      const counted = figure > at ? this.#reader.phrase(at) : undefined
      if (counted !== undefined) {
        items.push(phraseItem(at, counted, undefined))
        at = counted.to
        continue
      }
      if (this.#reader.verb(at) !== undefined) {
        items.push(verbItem(at))
        at++
        continue
      }
      if (word.time !== undefined && word.mention === undefined && !word.inside) {
        items.push(timeItem(at, word.time))
        at = afterTime(this.#reader.words, at)
        continue
      }
      const closed = closedClass(word)
      if (closed !== undefined) {
        items.push(wordItem(closed, at, word.whole))
        at++
        continue
      }
      at = this.#phraseItem(at, items)
    }
    return items
  }

  #phraseItem(at: number, items: Item[]): number {
    const word = this.#reader.words[at]
    const among = this.#amongThem(at)
    if (among !== undefined) {
      items.push(phraseItem(at, among, 'بينهم'))
      return among.to
    }
    const pronominal = word === undefined ? undefined : pronominalOf(word)
    if (pronominal !== undefined) {
      items.push(pronominalItem(at, pronominal.preposition, pronominal.pronoun))
      return at + 1
    }
    const lead = this.#preposition(at)
    if (lead !== undefined) {
      const next = this.#reader.words[lead.next]
      if (next !== undefined && next.time !== undefined && lead.next > at && next.mention === undefined) {
        items.push(timeItem(at, next.time))
        return afterTime(this.#reader.words, lead.next)
      }
      if (lead.next > at && this.#reader.verb(lead.next) !== undefined) {
        items.push(wordItem('opener', at, lead.key))
        return lead.next
      }
      const phrase = this.#reader.phrase(lead.next, lead.key)
      if (phrase === undefined) {
        items.push(wordItem('word', at, word?.whole ?? ''))
        return Math.max(at + 1, lead.next)
      }
      items.push(phraseItem(at, phrase, lead.key))
      return phrase.to
    }
    const phrase = this.#reader.phrase(at)
    if (phrase === undefined) {
      items.push(wordItem('word', at, word?.whole ?? ''))
      return at + 1
    }
    items.push(phraseItem(at, phrase, undefined))
    return phrase.to
  }

  /** «بينهم فلان وفلان»: those who are counted among the ones before. */
  #amongThem(at: number): NounPhrase | undefined {
    const word = this.#reader.words[at]
    if (word === undefined || word.mention !== undefined || !AMONG_THEM.test(word.whole)) return undefined
    const next = this.#reader.words[at + 1]
    if (next === undefined || next.preposition !== undefined || this.#reader.verb(at + 1) !== undefined)
      return undefined
    const phrase = this.#reader.phrase(at + 1)
    const head = phrase?.fillers[0]
    return head !== undefined && (agentive(head) || isPlace(head)) ? phrase : undefined
  }

  /** The preposition that stands at a word, attached or apart, and where its noun begins. */
  #preposition(at: number): { readonly key: string; readonly next: number } | undefined {
    const word = this.#reader.words[at]
    if (word === undefined || word.inside) return undefined
    const compound = COMPOUND.get(word.whole)?.get(this.#reader.words[at + 1]?.whole ?? '')
    if (compound !== undefined && this.#reader.words[at + 1]?.mention === undefined) {
      const that = word.whole === 'بما' && this.#reader.words[at + 2]?.whole === 'ذلك'
      return { key: compound, next: that ? at + 3 : at + 2 }
    }
    const { whole } = word
    if (PREPOSITIONS.has(whole) && (word.mention === undefined || word.mention.from !== at))
      return { key: whole, next: at + 1 }
    if (word.preposition !== undefined) return { key: word.preposition, next: at }
    const next = this.#reader.words[at + 1]
    const locative = LOCATIVES.has(word.whole) && word.mention === undefined && next?.token.kind === 'word'
    return locative && next.preposition === undefined ? { key: 'في', next: at + 1 } : undefined
  }
}
