import type { SideLink } from './cues/cue.js'
import { mediaKind } from './media.js'
import { nounAt } from './noun-phrase.js'
import { relayerAt } from './passed-on.js'
import type { Body } from './reading/body.js'
import { readSource } from './source.js'
import type { SourcePhrase } from './source-phrase.js'
import { outletSpokenTo, outletWithName, type SpokenOutlet } from './spoken-outlet.js'

/** The outlet spoken to and the document or post spoken in, named among a clause's words; outermost first. */
export function sidesIn(body: Body, from: number, to: number, subject: SourcePhrase | undefined): readonly SideLink[] {
  const { words } = body
  let medium: SideLink | undefined
  let paper: SideLink | undefined
  for (let at = from; at < to; at++) {
    if (subject !== undefined && subject.kind !== 'document' && at >= subject.from && at < subject.to) continue
    const word = words[at]
    if (word === undefined || word.kind !== 'word') continue
    if (medium === undefined) medium = mediumAt(body, at, to)
    if (paper === undefined && /^(?:في|عبر|علي|ضمن|وفي)$/.test(word.key)) paper = paperAt(body, at + 1, to)
  }
  return [medium, paper].filter((side) => side !== undefined)
}

function mediumAt(body: Body, at: number, to: number): SideLink | undefined {
  const { words } = body
  const word = words[at]
  if (word === undefined) return undefined
  const alone = word.key === 'ل'
  const spoken = alone || word.key.startsWith('ل')
  const before = words[at - 1]
  const toward =
    /^(?:الي|مع|عبر|علي)$/.test(word.key) &&
    before !== undefined &&
    (followsOccasion(body, at) || /^(?:تحدث|تحدثت)$/.test(before.core))
  // «نفى ما نشرته الصحيفة»: the paper tells of it, but is not spoken to.
  const relayer = before?.key === 'ما' ? undefined : relayerAt(body, at)
  // «قال مسؤول، بحسب الوكالة، إن»
  const through = /^(?:بحسب|حسب|وفق)$/.test(word.key)
  // «غير مخول بالتصريح لوسائل الإعلام»
  if (/^(?:بالتصريح|بالحديث|بالتحدث|بالادلاء|بتصريحات)$/.test(before?.key ?? '')) return undefined
  if (!spoken && !toward && !through && relayer === undefined) return undefined
  const known = spoken && !alone ? outletSpokenTo(body, at) : toward ? outletWithName(body, at + 1) : undefined
  if (known !== undefined && !namedThere(body, known)) return outletSide(body, at, known)
  const start = relayer ?? (alone || toward || through ? at + 1 : at)
  const source = readSource(body, start, to, { cutLam: !alone && !toward && !through && relayer === undefined })
  if (source === undefined || source.from > start + 1) return undefined
  if (source.kind !== 'outlet' && source.kind !== 'agency') return undefined
  if (
    source.entity !== undefined &&
    mediaKind(source.entity) === undefined &&
    nounAt(words[start] as never, true) === undefined
  )
    return undefined
  return { kind: source.kind, source }
}

/** Whether «مع» or «إلى» stands behind a talk, its adjectives passed over: «اتصال هاتفي مع», «مقابلة خاصة مع». */
function followsOccasion({ words }: Body, at: number): boolean {
  for (let back = at - 1; back >= at - 3; back--) {
    const word = words[back]
    if (word === undefined || word.kind !== 'word') return false
    if (nounAt(word)?.noun.kind === 'occasion') return true
    if (!/(?:ي|يه|ه)$/.test(word.key)) return false
  }
  return false
}

/** Whether a mention says already which outlet it is. */
function namedThere(body: Body, { start }: SpokenOutlet): boolean {
  const place = body.mentions.within({ start: start - 1, end: start + 24 })[0]
  return place !== undefined && place.start <= start + 1 && mediaKind(place.entity) !== undefined
}

function outletSide({ words }: Body, from: number, { outlet, start, to }: SpokenOutlet): SideLink {
  const kind = outlet.kind === 'agency' ? 'agency' : 'outlet'
  const span = { start, end: words[to - 1]?.end ?? start }
  const named = { gender: undefined, plural: false, head: 'قناه', bare: false, sure: true }
  return { kind, source: { kind, entity: undefined, outlet, span, from, to, ...named } }
}

function paperAt(body: Body, at: number, to: number): SideLink | undefined {
  const { words } = body
  let place = at
  while (place < to && /^(?:ذات|نفس|هذا|هذه|"|«|“)$/.test(words[place]?.key ?? '')) place++
  const word = words[place]
  if (word === undefined || place >= to) return undefined
  const noun = nounAt(word)
  if (noun === undefined || (noun.noun.kind !== 'document' && noun.noun.kind !== 'social')) return undefined
  const source = readSource(body, place, to)
  if (source === undefined || (source.kind !== 'document' && source.kind !== 'social')) return undefined
  return { kind: source.kind, source }
}

const ISSUES = /^(?:اصدر|اصدرت|نشر|نشرت|وجه|وجهت|ارسل|ارسلت|بعث|بعثت|وزع|وزعت|عمم|عممت|كتب|كتبت)$/

/** The paper that a sentence says was issued, before a word: «أصدرت الوزارة بيانا». */
export function issuedPaper(body: Body, from: number, to: number): SourcePhrase | undefined {
  const first = body.words[from]
  if (first === undefined || !(ISSUES.test(first.key) || ISSUES.test(first.core))) return undefined
  for (let at = from + 1; at < Math.min(to, from + 16); at++) {
    const word = body.words[at]
    if (word === undefined || word.kind !== 'word' || word.key.startsWith('ال')) continue
    const noun = nounAt(word)
    if (noun?.noun.kind !== 'document' && noun?.noun.kind !== 'social') continue
    const source = readSource(body, at, to)
    if (source?.kind === 'document' || source?.kind === 'social') return source
  }
  return undefined
}
