export { SHOWN_FROM } from './confidence/confidence.js'
export {
  EVENT_TYPES,
  type EventRecord,
  type EventStatus,
  type EventType,
  type Participant,
  type ParticipantRole,
} from './event.js'
export { ploverType, toCameo } from './export/codes.js'
export { describeEvent, describeOccurrence } from './export/describe-event.js'
export { type ExportedArticle, GDELT_COLUMNS, type PloverRecord, toGdelt, toPlover } from './export/plover.js'
export { type EventContext, findEvents } from './find-events.js'
