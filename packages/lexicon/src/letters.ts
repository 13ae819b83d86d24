/** Presentation forms look right on screen and match nothing in running text; tatweel only stretches a word. */
const UNPLAIN = /[\ufb50-\ufdff\ufe70-\ufefc\u0640]/
/** Soft hyphen, ALM, ZWSP…RLM, LRE…RLO, word joiner…, LRI…PDI, BOM: nobody sees them in a diff. */
const INVISIBLE = /[\u00ad\u061c\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff]/
/** Vowel marks, dagger alef, and the Persian and Urdu shapes of ي, ك and ه. */
const UNUSUAL = /[\u064b-\u065f\u0670\u06cc\u06a9\u06be\u06c1\u06d5]/

const codeOf = (unit: string): string => `U+${unit.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}`

export interface LetterFault {
  readonly detail: string
  readonly repair: string
}

/** What no data file may hold, in any column: `undefined` when the text is plain and NFC. */
export function letterFault(text: string): LetterFault | undefined {
  const unplain = UNPLAIN.exec(text)
  if (unplain !== null) return { detail: `holds ${codeOf(unplain[0])}`, repair: 'write plain letters, no tatweel' }
  const hidden = INVISIBLE.exec(text)
  if (hidden !== null) return { detail: `holds the invisible ${codeOf(hidden[0])}`, repair: 'delete it' }
  if (text !== text.normalize('NFC')) return { detail: 'is not in NFC', repair: 'normalise it to NFC' }
  return undefined
}

/** What no Arabic name column may hold besides: `undefined` when the name is written as a newspaper writes it. */
export function arabicNameFault(name: string): LetterFault | undefined {
  const fault = letterFault(name)
  if (fault !== undefined) return fault
  const unusual = UNUSUAL.exec(name)
  if (unusual !== null) {
    return { detail: `holds ${codeOf(unusual[0])}`, repair: 'write Arabic ي ك ه and no vowel marks' }
  }
  if (!/\p{L}/u.test(name)) return { detail: 'holds no letter', repair: 'write a name' }
  if (/(?:^|[^\p{L}])[\p{Script=Arabic}]*[A-Za-z][\p{Script=Arabic}]|[\p{Script=Arabic}][A-Za-z]/u.test(name)) {
    return { detail: 'mixes Latin and Arabic letters in one word', repair: 'write the word in one script' }
  }
  return undefined
}
