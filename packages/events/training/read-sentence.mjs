// One sentence by itself, as a corpus of sentences gives it, through entities, attributions, times and events.
import { findAttributions } from '@isnad/attribution'
import { EntityRegister, findEntities } from '@isnad/entities'
import { findEvents } from '@isnad/events'
import { passageOf, textOf } from '@isnad/text'
import { findTimes } from '@isnad/time'
import { formsOf } from '../dist/forms/word-form.js'
import { sentencesOf } from '../dist/forms/words.js'

export function readSentence(text, options = {}) {
  const passage = passageOf(textOf('article', text))
  const entities = new EntityRegister(findEntities(passage, {}))
  const attributions = findAttributions(passage, entities)
  const times = findTimes(text, {})
  // As the events see them: before nameless parties are added.
  const words = sentencesOf(passage, formsOf(passage.tokens), entities, times).flatMap((sentence) => sentence.words)
  return { events: findEvents(passage, { entities, attributions, times, ...options }), entities, words }
}
