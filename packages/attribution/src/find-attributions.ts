import type { EntityRegister } from '@isnad/entities'
import type { Passage } from '@isnad/text'
import type { Attribution } from './attribution.js'

/** Every attribution of an article's body, in text order. Speakers without a name are added to the register. */
export function findAttributions(_passage: Passage, _entities: EntityRegister): readonly Attribution[] {
  return []
}
