import type { Item, NounPhrase } from '../phrases/noun-phrase.js'
import type { PhraseReader } from '../phrases/phrase-reader.js'

/** The masdar of a light verb in front of an event noun: «عقد الوزير اجتماعا», «لعقد اجتماع». */
export interface LightMasdar {
  /** Its item and word. */
  readonly item: number
  readonly head: number
  readonly preposition: string | undefined
  /** Its genitive or its pronoun: who does it. */
  readonly subject: NounPhrase | undefined
  readonly pronoun: string | undefined
}

const REACH = 6
/** «لتنظيم مظاهرة»: the masdar, elsewhere a body. */
const HOLDING = 'تنظيم'

/** The light masdar that an event noun at an item completes, over its own subject and what stands between commas. */
export function lightMasdarBefore(
  items: readonly Item[],
  at: number,
  preposition: string | undefined,
  reader: PhraseReader,
): LightMasdar | undefined {
  const slot = preposition ?? 'object'
  let apposed: NounPhrase | undefined
  for (let i = at - 1; i >= 0 && i >= at - REACH; i--) {
    const item = items[i]
    if (item?.kind === 'comma' || item?.kind === 'time') continue
    if (item?.kind !== 'phrase') return undefined
    const head = item.phrase.fillers[0]
    if (head === undefined || head.of === 'event') return undefined
    const word = reader.words[head.head]
    const light =
      (head.of === 'other' || head.headKey === HOLDING) &&
      word !== undefined &&
      !word.article &&
      (reader.vocabulary.lightNouns.get(word.stem) ?? reader.vocabulary.lightNouns.get(word.form.bareWhole)) === slot
    if (light) {
      const genitive = head.to > head.head + 1 ? reader.phrase(head.head + 1) : undefined
      const subject = apposed ?? genitive
      return { item: i, head: head.head, preposition: item.preposition, subject, pronoun: head.pronoun }
    }
    if (item.preposition === undefined && head.entity?.type === 'PER' && head.named) apposed = item.phrase
    else if (item.preposition === undefined && i === at - 1) apposed = item.phrase
  }
  return undefined
}
