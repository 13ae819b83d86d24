import type { Entity } from '@isnad/entities'
import { genderOf } from './gender.js'
import type { Filler, Item, NounPhrase } from './noun-phrase.js'
import type { Discourse } from './telling.js'
import type { Word } from './words.js'

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
  return items.map((item, at): Item => {
    if (item.kind !== 'phrase') return item
    const [head, second] = item.phrase.fillers
    const word = words[head?.head ?? -1]
    if (head === undefined || second !== undefined || word === undefined || !isOwn(word)) return item
    if (head.to - head.from > 1 || head.entity !== undefined) return item
    const country = ownersOf(items, at, head, discourse)
      .map((owner) => discourse.home(owner))
      .find((found) => found !== undefined)
    if (country === undefined) return item
    const filler: Filler = {
      ...head,
      entity: country,
      named: true,
      of: 'placenoun',
      definite: true,
      pronoun: undefined,
    }
    return { ...item, phrase: { ...item.phrase, fillers: [filler] } }
  })
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
