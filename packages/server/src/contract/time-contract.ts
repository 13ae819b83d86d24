import { z } from '@hono/zod-openapi'
import type { TemporalItem } from '@isnad/time'
import { Passage, Wording } from './contract-shapes.js'

/** How far a time can be relied on; see `Certainty` of @isnad/time. */
const certainties = [
  'exact',
  'approx',
  'vague',
  'ambiguous',
  'observational',
  'conflict',
  'unanchored',
] as const satisfies readonly TemporalItem['certainty'][]

export const TIME_KINDS = [
  'date',
  'datetime',
  'time',
  'interval',
  'duration',
  'set',
  'vague',
  'relative_event',
] as const satisfies readonly TemporalItem['kind'][]

/** A time that the article names, and the stretch of the calendar that it covers where that is settled. */
export const TimeMention = Passage.extend({
  kind: z.enum(TIME_KINDS),
  value: z.string().openapi({ description: 'TIMEX3', example: '2024-11-30TEV' }),
  certainty: z.enum(certainties).openapi({
    description:
      '`unanchored`: what it counts from is not known, so that it stays open. `conflict`: it contradicts itself. `observational`: it hangs on a sighting of the moon',
  }),
  from: z.string().nullable().optional().openapi({
    description: 'Wall clock, included; null: open; absent: not settled',
    example: '2024-11-30T17:00:00',
  }),
  to: z.string().nullable().optional().openapi({ description: 'Wall clock, not included any more; null: open' }),
  fromPublication: z.boolean().openapi({ description: 'The value counts from the publication of the article' }),
  describe: Wording,
}).openapi('TimeMention')
