import type { Entity } from '@isnad/entities'
import type { Discourse } from '../clauses/telling.js'
import type { Word } from '../forms/words.js'
import { genderOf } from '../phrases/gender.js'
import { changedFiller, type Filler, type Item, type NounPhrase, phraseItem } from '../phrases/noun-phrase.js'

const OWN = 'بلاد'

/**
 * «قال الوزير السوري إن بلاده تدعم …»: «his country» stands for the country whose office its owner holds, where the article names it.
 * The owner is the nearest man of the sentence that agrees, else who is quoted there, else the subject of the sentence before.
 */
export function withOwnCountries(
  items: readonly Item[],
  words: readonly Word[],
  discourse: Discourse,
): readonly Item[] {
  if (!words.some((word) => isOwn(word))) return items
  const read: Item[] = []
  items.forEach((item, at) => {
    const own = item.kind === 'phrase' ? ownIn(item.phrase, words) : undefined
    if (item.kind !== 'phrase' || own === undefined) {
      read.push(item)
      return
    }
    const owners = ownersOf(items, at, own, discourse)
    const country = owners.map((owner) => discourse.home(owner)).find((found) => found !== undefined)
    const last = read.at(-1)
    const deed = item.preposition === undefined && last?.kind === 'phrase' ? last.phrase : undefined
    const doer = country ?? owners[0]
    const joined = deed === undefined || doer === undefined ? undefined : inConstruct(deed, standingFor(own, doer))
    if (joined !== undefined && last?.kind === 'phrase')
      read[read.length - 1] = phraseItem(last.at, joined, last.preposition)
    else if (country === undefined) read.push(item)
    else {
      const { from, to } = item.phrase
      read.push(phraseItem(item.at, { fillers: [standingFor(own, country)], from, to }, item.preposition))
    }
  })
  return read
}

/** The filler «his country», where a phrase is nothing else. */
function ownIn({ fillers: [head, second] }: NounPhrase, words: readonly Word[]): Filler | undefined {
  const word = words[head?.head ?? -1]
  if (head === undefined || second !== undefined || word === undefined || !isOwn(word)) return undefined
  return head.to - head.from > 1 || head.entity !== undefined ? undefined : head
}

const standingFor = (own: Filler, entity: Entity): Filler =>
  changedFiller(own, {
    entity,
    named: true,
    of: entity.type === 'PER' ? 'person' : 'placenoun',
    definite: true,
    pronoun: undefined,
  })

/** «دعم بلاده»: the deed with its doer in construct; where the article names no such country, who speaks for it. */
function inConstruct(phrase: NounPhrase, own: Filler): NounPhrase | undefined {
  const last = phrase.fillers.at(-1)
  if (last?.of !== 'event' || last.genitive !== undefined || last.pronoun !== undefined || last.definite)
    return undefined
  if (own.from !== last.head + 1) return undefined
  const genitive = { fillers: [own], from: own.from, to: own.to }
  const { to } = own
  return { fillers: [...phrase.fillers.slice(0, -1), changedFiller(last, { genitive, to })], from: phrase.from, to }
}

const isOwn = ({ stem, pronoun, mention, inside }: Word): boolean =>
  stem === OWN && pronoun !== undefined && mention === undefined && !inside

function ownersOf(items: readonly Item[], at: number, { pronoun, start }: Filler, discourse: Discourse): Entity[] {
  const found: Entity[] = []
  const consider = (phrase: NounPhrase | undefined): void => {
    const head = phrase?.fillers[0]
    if (head?.entity?.type !== 'PER' || head.entity.group === true) return
    const gender = /^(?:ه|ها)$/.test(pronoun ?? '') ? (pronoun === 'ها' ? 'f' : 'm') : undefined
    if (gender === undefined || genderOf(head, discourse.genders) === gender) found.push(head.entity)
  }
  for (let i = at - 1; i >= 0; i--) {
    const item = items[i]
    if (item?.kind === 'phrase' && item.preposition === undefined) consider(item.phrase)
  }
  const speaker = discourse.speaker(start)
  if (speaker !== undefined) found.push(speaker)
  consider(discourse.subject)
  return found
}
