import { type Item, isEvent, type NounPhrase, type Prepositional } from '../phrases/noun-phrase.js'
import type { PhraseReader } from '../phrases/phrase-reader.js'
import { datesNoun } from './topic-times.js'

const isOwnedDeed = (item: Item | undefined): boolean => {
  const head = item?.kind === 'phrase' ? item.phrase.fillers.at(-1) : undefined
  return head?.of === 'event' && (head.pronoun !== undefined || head.genitive !== undefined)
}

/** What stands around an event noun: its genitive is in the filler, the rest follows up to the end of the clause. */
export function nounClause(
  items: readonly Item[],
  at: number,
  reader: PhraseReader,
): {
  readonly bare: readonly NounPhrase[]
  readonly prepositional: readonly Prepositional[]
  readonly times: readonly number[]
  readonly pronominal: readonly { readonly key: string; readonly pronoun: string }[]
  readonly to: number
} {
  const bare: NounPhrase[] = []
  const prepositional: Prepositional[] = []
  const times: number[] = []
  const pronominal: { key: string; pronoun: string }[] = []
  let to = at + 1
  for (; to < items.length; to++) {
    const item = items[to]
    if (item === undefined) break
    if (item.kind === 'time') {
      if (!datesNoun(items, to, at, reader)) times.push(item.time)
    } else if (item.kind === 'pronominal') pronominal.push({ key: item.preposition, pronoun: item.pronoun })
    else if (item.kind === 'phrase') {
      const event = isEvent(item.phrase)
      if (item.preposition === undefined) {
        if (event || bare.length > 0 || reader.words[item.at]?.conjunction === true) break
        bare.push(item.phrase)
      } else {
        // «إدانتها للتفجير»: what somebody's judgement is of.
        const judged = item.preposition === 'ل' && to === at + 1 && isOwnedDeed(items[at])
        if (event && !judged && /^(?:بعد|قبل|عقب|اثر|بسبب|خلال|ل|من اجل|بهدف)$/.test(item.preposition)) break
        prepositional.push({ key: item.preposition, phrase: item.phrase, item: to })
      }
    } else if (item.kind === 'comma') {
      // «اعتقال خمسة مسؤولين، بينهم فلان»: those counted among them are told behind a comma.
      const next = items[to + 1]
      if (next?.kind !== 'phrase' || next.preposition !== 'بينهم') break
    } else if (item.kind === 'particle' ? /^(?:هو|هي|هما|هم)$/.test(item.key) : item.kind !== 'word') break
  }
  return { bare, prepositional, times, pronominal, to }
}
