import { changedTelling, type Telling } from '../clauses/telling.js'
import type { Item } from '../phrases/noun-phrase.js'
import type { Party } from '../phrases/parties.js'

/** Items between a condemnation and the deed that it is about. */
const REACH = 4

/** «ندد بالهجوم **الذي شنته** الحركة»: whoever did what is condemned, as the clause behind it tells, is whom the condemnation is of. */
export function withBlamed(found: readonly Telling[], items: readonly Item[]): readonly Telling[] {
  return found.map((telling) => {
    const { trigger, part, parties, at } = telling
    if (trigger.type !== 'ACCUSE' || part !== 'verb' || parties.some(({ role }) => role === 'recipient')) return telling
    const deed = deedBehind(items, at)
    const told = found.find((one) => one.at === deed && one.trigger.type !== 'ACCUSE')
    const doers = told?.parties.filter(({ role }) => role === 'actor') ?? []
    const accusers = new Set(parties.map(({ entity }) => entity))
    if (doers.length === 0 || doers.some(({ entity }) => entity !== undefined && accusers.has(entity))) return telling
    return changedTelling(telling, { parties: [...parties, ...doers.map(asBlamed)] })
  })
}

/** The word of the event noun with a relative clause of its own that stands as the object of the verb at a word. */
function deedBehind(items: readonly Item[], verb: number): number | undefined {
  const from = items.findIndex((item) => item.kind === 'verb' && item.at === verb)
  if (from < 0) return undefined
  for (let i = from + 1; i < items.length && i <= from + REACH; i++) {
    const item = items[i]
    if (item?.kind === 'verb' || item?.kind === 'stop' || item?.kind === 'opener') return undefined
    if (item?.kind !== 'phrase' || !/^(?:ب|علي)?$/.test(item.preposition ?? '')) continue
    const head = item.phrase.fillers[0]
    if (head?.of === 'event') return items[i + 1]?.kind === 'relative' ? head.head : undefined
  }
  return undefined
}

const asBlamed = ({ filler, entity, make }: Party): Party => ({ role: 'recipient', filler, slot: 'deed', entity, make })
