import { type Attribution, findAttributions } from '@isnad/attribution'
import { EntityRegister, findEntities } from '@isnad/entities'
import { passageOf, type Span, textOf } from '@isnad/text'

/** Attributions of a bare text; `known` has its people and bodies found first. */
export function attributionsOf(value: string, { known = false } = {}): readonly Attribution[] {
  const passage = passageOf(textOf('article', value))
  return findAttributions(passage, new EntityRegister(known ? findEntities(passage) : []))
}

export const wordsAt = (value: string, { start, end }: Span): string => value.slice(start, end)
