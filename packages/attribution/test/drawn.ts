import { type Attribution, type AttributionContext, findAttributions } from '@isnad/attribution'
import { EntityRegister } from '@isnad/entities'
import { passageOf, textOf } from '@isnad/text'
import { expect } from 'vitest'
import { peopleIn, render, strip } from './marked.js'

const paragraphs = (value: string) => {
  const body: { start: number; end: number }[] = []
  for (let start = 0; start < value.length; ) {
    const stop = value.indexOf('\n', start)
    const end = stop < 0 ? value.length : stop
    if (end > start) body.push({ start, end })
    start = end + 1
  }
  return body
}

/** The attributions of a drawn text; who is drawn as a person is given as one. */
export function attributed(drawn: readonly string[], context: AttributionContext = {}): readonly Attribution[] {
  const value = strip(drawn[0] ?? '')
  const passage = passageOf(textOf('article', value), { body: paragraphs(value) })
  return findAttributions(passage, new EntityRegister(peopleIn(drawn)), context)
}

/** Each line draws one attribution of the same text, in text order. */
export function check(...drawn: readonly string[]): void {
  const value = strip(drawn[0] ?? '')
  expect(attributed(drawn).map((attribution) => render(value, attribution))).toEqual(drawn)
}
