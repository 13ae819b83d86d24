// One sentence by itself, as a corpus of sentences gives it, through entities, attributions, times and events.
import { findAttributions } from '@isnad/attribution'
import { EntityRegister, findEntities } from '@isnad/entities'
import { findEvents } from '@isnad/events'
import { passageOf, textOf } from '@isnad/text'
import { findTimes } from '@isnad/time'

export function readSentence(text, options = {}) {
  const passage = passageOf(textOf('article', text))
  const entities = new EntityRegister(findEntities(passage, {}))
  const attributions = findAttributions(passage, entities)
  return { events: findEvents(passage, { entities, attributions, times: findTimes(text, {}), ...options }), entities }
}
