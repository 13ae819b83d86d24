import type { Attribution } from '@isnad/attribution'
import type { EntityRegister } from '@isnad/entities'
import type { Passage } from '@isnad/text'
import type { TimeItem } from '@isnad/time'
import type { EventRecord } from './event.js'

export interface EventContext {
  readonly entities: EntityRegister
  readonly attributions: readonly Attribution[]
  readonly times: readonly TimeItem[]
}

/** The political events that an article tells, one record for each occurrence, in order of first telling. */
export function findEvents(_passage: Passage, _context: EventContext): readonly EventRecord[] {
  return []
}
