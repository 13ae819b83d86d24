import type { Entity } from '@isnad/entities'
import type { Telling } from '../clauses/telling.js'
import { COMPLEMENTISERS, RELATIVES } from '../forms/function-words.js'
import type { Sentence, Word } from '../forms/words.js'

const PLACES: ReadonlySet<string> = new Set(['GPE', 'LOC', 'FAC'])
/** Deeds that happen on the ground, so that a place beside them is theirs even where no preposition of their own brings it. */
const ON_THE_GROUND: ReadonlySet<string> = new Set(['ASSAULT', 'COERCE', 'PROTEST', 'MOBILIZE'])
const WHERE = /^(?:في|داخل|قرب|وسط|شمال|جنوب|شرق|غرب|شمالي|جنوبي|شرقي|غربي|ضواحي|ريف)$/
const KIND =
  /^(?:ال)?(?:مدينة|محافظة|ولاية|بلدة|قرية|حي|منطقة|مديرية|ناحية|قضاء|العاصمة|عاصمة|ضاحية|اقليم|مخيم|جزيرة|ساحة|ميدان|شارع)$/
/** How far from the trigger a place may stand, in words. */
const REACH = 18

/**
 * The narrowest place said of a telling: the one that its own prepositions bring; else where the site it befell lies («القنصلية في
 * حلب»); else, of deeds on the ground, the only place that the clause names behind «في» or «ب».
 */
export function whereOf(telling: Telling, { words }: Sentence): Entity | undefined {
  if (telling.place !== undefined) return telling.place
  const parties = new Set(telling.parties.map(({ entity }) => entity?.id))
  for (const { role, filler, entity } of telling.parties) {
    const site = filler.of === 'site' || entity?.type === 'FAC'
    if (!site || role === 'actor') continue
    const inside = filler.nested.find(({ id, type }) => type !== 'FAC' && PLACES.has(type) && !parties.has(id))
    const behind = inside ?? placeAt(words, filler.to)
    if (behind !== undefined && !parties.has(behind.id)) return behind
  }
  if (!ON_THE_GROUND.has(telling.trigger.type)) return undefined
  const found = new Map<string, Entity>()
  for (const step of [1, -1]) {
    for (let at = telling.at + step; Math.abs(at - telling.at) <= REACH; at += step) {
      const word = words[at]
      if (word === undefined || /^[.؛:؟!]$/.test(word.token.text)) break
      if (word.mention === undefined && (COMPLEMENTISERS.has(word.whole) || RELATIVES.has(word.whole))) break
      const place = placeAt(words, at)
      if (place !== undefined && !parties.has(place.id)) found.set(place.id, place)
    }
  }
  const [only, second] = found.values()
  return second === undefined ? only : undefined
}

/** The place behind «في» or an attached «ب» that stands at a word, a word for its kind between («في مدينة حلب»). */
function placeAt(words: readonly Word[], at: number): Entity | undefined {
  const word = words[at]
  if (word === undefined) return undefined
  let next = at
  if (WHERE.test(word.whole) && word.mention === undefined && !word.inside) next = at + 1
  else if (word.preposition !== 'ب') return undefined
  if (words[next]?.mention === undefined && KIND.test(words[next]?.stem ?? '')) next++
  const mention = words[next]?.mention
  return mention?.named === true && PLACES.has(mention.entity.type) ? mention.entity : undefined
}
