export {
  EVENT_TYPES,
  type EventRecord,
  type EventStatus,
  type EventType,
  type Participant,
  type ParticipantRole,
} from './event.js'
export { type EventContext, findEvents } from './find-events.js'
