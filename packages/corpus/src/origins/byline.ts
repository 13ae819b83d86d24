import { findCountryByName, findGovernoratesByName, findOutletsByName } from '@isnad/lexicon'

/** Who a page says made the text. */
export interface BylineReading {
  /** Catalog id of the agency. */
  readonly agency?: { readonly id: string; readonly name: string }
  /** A named reporter. */
  readonly reporter?: string
}

const PARTS = /\s*(?:[-–—ـ:،,/|()]|\n)+\s*/u
const AGENCY = /^(?:ال)?وكال(?:ة|ه)\s+\S/u
/** What bylines hold beside names: «متابعات», «الوكالات», «المحرر». */
const NOBODY =
  /^(?:متابعات?|متابعة|وكالات|الوكالات|خاص|المحرر|تحرير|رصد|فريق|القسم|الموقع|إعداد|ترجمة|نت|أونلاين|اونلاين|واس)/u

/** An agency or a reporter in a byline: «جدة - د ب أ», «لندن (رويترز)», «أبها: سالم العامر». The outlet itself is neither. */
export function readByline(
  byline: string | undefined,
  credits: readonly string[] = [],
  outlet?: string,
): BylineReading {
  const parts = [...(byline ?? '').replace(/&nbsp;/g, ' ').split(PARTS), ...credits]
    .map((p) => p.trim())
    .filter((p) => p !== '')
  let reporter: string | undefined
  for (const part of parts) {
    const known = findOutletsByName(part)
    const agency = known.find(({ kind, id }) => kind === 'agency' && id !== outlet)
    if (agency !== undefined) return { agency: { id: agency.id, name: agency.ar } }
    // Agencies that the catalog does not know name themselves.
    if (known.length === 0 && AGENCY.test(part)) return { agency: { id: `agency ${part}`, name: part } }
    if (known.length === 0 && !NOBODY.test(part) && looksLikeReporter(part)) reporter ??= part
  }
  return reporter === undefined ? {} : { reporter }
}

/** Two to four Arabic words: a place is mostly one, an outlet is in the catalog or has a Latin or quoted name. */
function looksLikeReporter(part: string): boolean {
  const words = part.split(/\s+/)
  return (
    words.length >= 2 &&
    words.length <= 4 &&
    !isPlace(part) &&
    !isPlace(words.slice(0, 2).join(' ')) &&
    words.every((w) => /^[\u0621-\u064a]{2,}$/u.test(w)) &&
    !/(?:الإلكتروني|الالكتروني|اليوم|نيوز|عربية|الوطن|المدينة|الرياض|أونلاين|الأوسط|فرانس|المتحدة|العربية)/u.test(part)
  )
}

const isPlace = (words: string): boolean =>
  findCountryByName(words) !== undefined || findGovernoratesByName(words).length > 0
