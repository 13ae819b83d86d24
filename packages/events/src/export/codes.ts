import type { EventRecord, EventType } from '../event.js'

/** Root codes of CAMEO 1.1b3 for PLOVER types, after the Open Event Data Alliance's map of 2021. */
const ROOTS: Readonly<Record<EventType, string>> = {
  AGREE: '03',
  CONSULT: '04',
  SUPPORT: '05',
  COOPERATE: '06',
  AID: '07',
  CONCEDE: '08',
  RETREAT: '08',
  REQUEST: '10',
  ACCUSE: '11',
  REJECT: '12',
  THREATEN: '13',
  PROTEST: '14',
  MOBILIZE: '15',
  SANCTION: '16',
  COERCE: '17',
  ASSAULT: '18',
}

const FIGHTING_MODES = new Set(['firearms', 'heavy-weapons', 'aerial', 'drone', 'targeted'])

/** The type that PLOVER files a record under: what is only planned as a meeting is an agreement to meet. */
export const ploverType = ({ type, status }: EventRecord): EventType =>
  type === 'CONSULT' && status === 'planned' ? 'AGREE' : type

/** CAMEO's root code, two digits: an inquiry is 09, armed fighting with regular weapons 19, other blows 18. */
export function toCameo(record: EventRecord): string {
  const type = ploverType(record)
  if (type === 'ACCUSE' && record.mode === 'investigate') return '09'
  if (type === 'ASSAULT') {
    const actors = record.participants.filter(({ role }) => role === 'actor').length
    const recipients = record.participants.filter(({ role }) => role === 'recipient').length
    if (record.mode !== undefined && FIGHTING_MODES.has(record.mode)) return '19'
    if (actors > 1 && recipients === 0) return '19'
  }
  return ROOTS[type]
}

/** CAMEO's four classes of roots: 1 verbal cooperation, 2 material cooperation, 3 verbal conflict, 4 material conflict. */
export function quadClass(root: string): 1 | 2 | 3 | 4 {
  const code = Number(root)
  if (code <= 5) return 1
  if (code <= 8) return 2
  return code <= 13 ? 3 : 4
}
