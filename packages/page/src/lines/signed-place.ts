import { findCountryByCapital, findCountryByName, findGovernoratesByCentre } from '@isnad/lexicon'
import { signatureParts } from './credits.js'
import { findMarker } from './markers.js'
import { isStampLine, isStampWord } from './stamp.js'
import { isNumber, wordsOf } from './words.js'

/** A dateline's place with the house that signs it, told by shape: neither needs to be known. */
export interface SignedPlace {
  readonly place: string
  readonly name: string
  /** «تل الزعفران (نداء)», «تل الزعفران - هانا - الخميس 8 أيار», «لندن: «الضفاف»», «الدانة 9 شوال 1446هـ وامرج». */
  readonly form: 'bracketed' | 'dashed' | 'quoted' | 'dispatch'
}

/** A country, a capital or the centre of a governorate; the catalog knows no smaller places. */
export const isPlace = (name: string): boolean =>
  findCountryByName(name) !== undefined ||
  findCountryByCapital(name) !== undefined ||
  findGovernoratesByCentre(name).length > 0

const BRACKETED = /^([^()[\]«»"“”:؟!\d]{2,40}?)\s*\(\s*([^()\d]{2,30}?)\s*\)\s*[-–—:]*$/u
const QUOTED = /^([^()[\]«»"“”:؟!\d]{2,40}?)\s*:\s*[«"“]\s*([^«»"“”\d]{2,30}?)\s*[»"”]$/u
const LONGEST = 100

/** Reads a line that is nothing but place and signature; undefined for any other. */
export function signedPlace(text: string): SignedPlace | undefined {
  if (text.length > LONGEST) return undefined
  for (const [form, shape] of [
    ['bracketed', BRACKETED],
    ['quoted', QUOTED],
  ] as const) {
    const [, place = '', name = ''] = shape.exec(text) ?? []
    if (isShort(place) && isShort(name)) return { place, name, form }
  }
  return dashed(text) ?? dispatch(text)
}

/** Up to three words that are neither a date nor a phrase of the page's furniture. */
function isShort(piece: string): boolean {
  const words = wordsOf(piece)
  const { length } = words.list
  return length >= 1 && length <= 3 && !isStampLine(words) && findMarker(words) === undefined
}

function dashed(text: string): SignedPlace | undefined {
  const parts = signatureParts(text)
  const [place = '', name = '', ...rest] = parts
  if (rest.length === 0 || rest.length > 3 || !isShort(place) || !isShort(name) || /\d/.test(place + name))
    return undefined
  const stamped = isStampLine(wordsOf(rest.join(' '))) || isStampLine(wordsOf(rest.join('/')))
  return stamped ? { place, name, form: 'dashed' } : undefined
}

/** The state agencies' way: place, date in both calendars, and the agency's short name without any mark between them. */
function dispatch(text: string): SignedPlace | undefined {
  const { list } = wordsOf(text)
  const last = list.at(-1) ?? ''
  let from = 0
  while (from < 4 && from < list.length && !isNumber(list[from] ?? '')) from++
  const stamp = list.slice(from, -1)
  if (from === 0 || from > 3 || stamp.length < 3 || isStampWord(last) || !stamp.every(isStampWord)) return undefined
  if (list.slice(0, from).some(isStampWord)) return undefined
  if (!stamp.some((word) => /^(?:1[34]|19|20)\d\d[هم]?$/.test(word))) return undefined
  const name = text.trim().split(/\s+/).at(-1) ?? last
  if (isPlace(name)) return undefined
  return { place: text.trim().split(/\s+/).slice(0, from).join(' '), name, form: 'dispatch' }
}
