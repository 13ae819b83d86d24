import { type JsonSchema, oncePerSource, readJsonData } from '@isnad/lexicon'
import { wordsOf } from './words.js'

/** A name with which pages sign what they took from others; one entry of `page/credits.json`. */
export interface CreditName {
  readonly id: string
  readonly kind: 'agency' | 'photo' | 'monitoring'
  readonly forms: readonly string[]
  readonly examples: readonly string[]
  readonly counterExamples?: readonly string[]
}

const KINDS = new Set(['agency', 'photo', 'monitoring'])

const creditFile: JsonSchema<{ readonly entries: readonly CreditName[] }> = {
  safeParse(value) {
    const entries = (value as { entries?: unknown }).entries
    const bad = Array.isArray(entries)
      ? (entries as Partial<CreditName>[]).findIndex((e) => !KINDS.has(e.kind ?? '') || !Array.isArray(e.forms))
      : -2
    if (bad === -1) return { success: true, data: value as { readonly entries: readonly CreditName[] } }
    const message = 'give every entry a kind (agency, photo, monitoring) and its forms'
    return { success: false, error: { issues: [{ path: ['entries', bad], message }] } }
  },
}

export const loadCreditNames = (): readonly CreditName[] => readJsonData('page/credits.json', creditFile).entries

const indexByForm = oncePerSource(() => {
  const index = new Map<string, CreditName[]>()
  for (const name of loadCreditNames()) {
    for (const form of name.forms) {
      const key = wordsOf(form).list.join(' ')
      const names = index.get(key)
      if (names === undefined) index.set(key, [name])
      else if (!names.includes(name)) names.push(name)
    }
  }
  return index
})

/** What a short piece of text names: an agency, a photo credit, «متابعات». The whole piece must be the name. */
export function creditNamed(piece: string): readonly CreditName[] {
  return indexByForm().get(wordsOf(piece).list.join(' ')) ?? []
}

export const namesAgency = (piece: string): boolean => creditNamed(piece).some((name) => name.kind === 'agency')
export const namesMonitoring = (piece: string): boolean => creditNamed(piece).some((name) => name.kind === 'monitoring')
export const namesPhotoSource = (piece: string): boolean => creditNamed(piece).some((n) => n.kind !== 'monitoring')

/** What parts the names in a signature: «فرانس 24/ أ ف ب», «إسطنبول ـ متابعات», «دبي – رويترز، د ب أ». */
const JOINT = /\s*[/|،,+&()[\]•·–—\u0640]\s*|\s+-+\s*|\s*-+\s+|:\s*$|--+/u

/** Cuts a signature or dateline into its names; the tatweel that some papers set for a dash parts them too. */
export const signatureParts = (text: string): readonly string[] =>
  text
    .replace(/(?<=\p{L})\u0640+(?=\p{L})/gu, '')
    .split(JOINT)
    .map((part) => part.trim())
    .filter((part) => part !== '')
