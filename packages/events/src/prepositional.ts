import type { Entity } from '@isnad/entities'
import type { EventTrigger, FrameChoice } from '@isnad/lexicon'
import type { Prepositional } from './clause.js'
import { modifiesTopic } from './conditions.js'
import type { Item, NounPhrase } from './noun-phrase.js'
import { type Party, placeOf } from './parties.js'

const ACTOR_PHRASES = new Set(['من قبل', 'من جانب', 'بواسطة', 'برصاص', 'بيد'])
const COMPANY = new Set(['برفقة', 'بصحبة', 'بحضور', 'بمشاركة', 'بينهم', 'بينها', 'بمعية', 'ابرزهم'])
const LEADERS = new Set(['بقيادة', 'برئاسة', 'بزعامة'])
const WHERE = new Set([
  'في',
  'ب',
  'داخل',
  'قرب',
  'عند',
  'خارج',
  'وسط',
  'شمال',
  'جنوب',
  'شرق',
  'غرب',
  'لدي',
  'امام',
  'قبالة',
  'بالقرب',
  'حول',
])
const BETWEEN = new Set(['CONSULT', 'AGREE', 'COOPERATE'])

interface Governing {
  readonly word: number
  readonly trigger: EventTrigger
  readonly frame: EventTrigger['frame']
  readonly prepositional: readonly Prepositional[]
}

type ReadParties = (phrase: NounPhrase, choices: readonly FrameChoice[], slot: string) => readonly Party[]

/**
 * The parties and places that prepositional phrases bring: by the trigger's frame first, then by what such a preposition always
 * means («على يد», «برفقة», «بقيادة», «في» and a place). The likeliest place comes first.
 */
export function broughtByPrepositions(
  { word, trigger, frame, prepositional }: Governing,
  items: readonly Item[],
  read: ReadParties,
): { readonly parties: readonly Party[]; readonly places: readonly Entity[] } {
  const parties: Party[] = []
  const places: Entity[] = []
  const filled = new Set<string>()
  for (const { key, phrase, others, item } of prepositional) {
    const choices = frame.get(key)
    // The nearest phrase fills a slot; a later one of the same preposition belongs to something else.
    if (choices !== undefined && !filled.has(key)) {
      const found =
        [phrase, ...(others ?? [])].map((one) => read(one, choices, key)).find((parties) => parties.length > 0) ?? []
      if (found.length > 0) filled.add(key)
      if (found.length > 0) {
        for (const party of found) {
          if (party.role === 'place') {
            if (party.entity !== undefined && !modifiesTopic(items, item, word)) places.unshift(party.entity)
          } else parties.push(party)
        }
        continue
      }
    }
    if (key === 'بين' && (trigger.reciprocal || BETWEEN.has(trigger.type))) {
      const sides = read(phrase, [{ role: 'actor' }], key)
      if (sides.length > 1) {
        parties.push(
          ...sides.map((party, i): Party => (trigger.reciprocal || i === 0 ? party : { ...party, role: 'recipient' })),
        )
        continue
      }
    }
    if (ACTOR_PHRASES.has(key)) parties.push(...read(phrase, [{ role: 'actor' }], key))
    else if (COMPANY.has(key) && trigger.type === 'CONSULT') parties.push(...read(phrase, [{ role: 'attendee' }], key))
    else if (LEADERS.has(key))
      parties.push(...read(phrase, [{ role: trigger.type === 'CONSULT' ? 'attendee' : 'actor' }], key))
    else if (key === 'الي جانب' || key === 'بالتعاون') parties.push(...read(phrase, [{ role: 'actor' }], key))
    else if (WHERE.has(key)) {
      const place = modifiesTopic(items, item, word) ? undefined : placeOf(phrase)
      if (place !== undefined) places.push(place)
    }
  }
  return { parties, places }
}
