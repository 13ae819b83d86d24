import { namesAgency, namesMonitoring, signatureParts } from './credits.js'
import { isLeadVerb } from './line.js'
import { markerAt, mayOpenMarker } from './markers.js'
import { isStampLine, isStampWord } from './stamp.js'
import { isNumber, wordsOf } from './words.js'

/** What may stand after a full stop on the last line of a story, glued to it when the page was flattened. */
const GLUED_RULES = new Set([
  'other/tags',
  'widget/permalink',
  'widget/sms-box',
  'related/marker',
  'ad/promotion',
  'source-credit/taken-from',
])
const GREETING =
  /^\s*(?:عزيزي (?:الزائر|القارئ|المتابع)|(?:زائرنا|زوارنا|ضيفنا|قارئنا|متابعينا) (?:الكريم|الكرام|العزيز|الأعزاء)|[أا]هلا(?:ً)? (?:و\s?سهلا(?:ً)? )?بكم? في|مرحبا(?:ً)? بكم? في)/u
const GREETING_END =
  /و?(?:نقدم|ننشر|نعرض|نضع|نستعرض|نوافيك|نوافيكم|نوفر|نطرح|إليكم|إليك)(?:\s+(?:لكم?|معكم?|بين [أا]يديكم?))?(?:\s+(?:اليوم|الآن|عبر موقعنا|في هذا المقال|خبر))*\s*[:،-]?\s+/u
const MAIL = /[\w.+-]{2,64}@[\w-]{1,64}(?:\.[\w-]{1,32}){1,4}/
const SHORTCODE =
  /\[\/?(?:ad|ads|adsense|caption|gallery|embed|video|audio|playlist|vc_|et_pb|su_|wp_)[^\]\n]{0,200}\]/g

/** Offsets at which a line holding several kinds of thing is cut; none for an ordinary line. */
export function splitMixed(text: string, line: number): readonly number[] {
  const cuts = new Set<number>()
  if (line <= 12) for (const at of greetingCuts(text)) cuts.add(at)
  const player = /^(?:Next Previous|Previous Next|التالي السابق|السابق التالي)\s+(?=\S)/u.exec(text)
  if (player !== null) cuts.add(player[0].length)
  const bar = text.length < 160 ? text.indexOf('|') : -1
  if (bar > 2 && isStampLine(wordsOf(text.slice(bar + 1))) && !isStampLine(wordsOf(text.slice(0, bar)))) cuts.add(bar)
  const lead = datelineEnd(text)
  if (lead !== undefined) cuts.add(lead)
  if (text.includes('['))
    for (const match of text.matchAll(SHORTCODE)) {
      cuts.add(match.index)
      cuts.add(match.index + match[0].length)
    }
  for (const at of tailCuts(text)) cuts.add(at)
  return [...cuts].filter((at) => at > 0 && at < text.length).sort((a, b) => a - b)
}

/** «عزيزي الزائر أهلا بك في موقع س نقدم لكم اليوم [عنوان] - س»: after the greeting, and before the name it said. */
function greetingCuts(text: string): number[] {
  if (!GREETING.test(text)) return []
  const end = GREETING_END.exec(text)
  if (end === null) return []
  const cuts = [end.index + end[0].length]
  const site = / [-|–—] ([^-|–—]{2,40})$/u.exec(text)
  if (site !== null && site.index > (cuts[0] ?? 0)) {
    const greeted = wordsOf(text.slice(0, cuts[0])).list
    if (wordsOf(site[1] ?? '').list.every((word) => greeted.includes(word))) cuts.push(site.index)
  }
  return cuts
}

const LEANS = /^و?(?:في|من|منذ|حتي|بعد|قبل|يوم|خلال|بتاريخ|الي|عام)$/u

const MOST_BEFORE_DATE = 3
const DATED = /[\d٠-٩۰-۹]/

/** A dispatch's «الرياض 25 شوال 1436هـ الموافق 10 أغسطس 2015م واس» set before its first sentence. */
function dispatchEnd(text: string): number | undefined {
  const head = text.slice(0, 160)
  const digit = head.search(DATED)
  if (digit < 0 || wordsOf(head.slice(0, digit)).list.length > MOST_BEFORE_DATE) return undefined
  const words = wordsOf(head).list
  let from = 0
  while (from <= MOST_BEFORE_DATE && from < words.length && !isNumber(words[from] ?? '')) from++
  let to = from
  while (to < words.length && isStampWord(words[to] ?? '')) to++
  // «وفي 11 أكتوبر 2014، …» opens a sentence.
  if (LEANS.test(words[0] ?? '')) return undefined
  if (
    from === 0 ||
    from > MOST_BEFORE_DATE ||
    to - from < 3 ||
    !words.slice(from, to).some((word) => /^(?:1[34]|19|20)\d\d[هم]?$/.test(word))
  ) {
    return undefined
  }
  // «نشر في: 07-04-2025 22:40 بتوقيت بيروت» is a stamp to its end: a sentence must follow.
  if (words.length - to < 4) return undefined
  // The agency signs after the date; a name that nobody knows is believed when the report's verb follows it.
  const signed = isSignature(words[to] ?? '') || isLeadVerb(words[to + 1] ?? '')
  return offsetOfWord(text, signed ? to + 1 : to)
}

/** Where the word of that rank begins in the printed text. */
function offsetOfWord(text: string, rank: number): number | undefined {
  let seen = 0
  for (const match of text.matchAll(/[\p{L}\p{M}\p{N}\u0640]+/gu)) {
    if (seen === rank) return match.index
    seen++
  }
  return undefined
}

/** No bracket, colon or dash that parts a dateline from its sentence stands behind so many characters. */
const LONGEST_LEAD = 160
/** The dash or colon that closes a dateline. */
const CLOSE = /^\s*(?:[:：]\s*[-–—]*|[-–—]{1,3}\s*:?|\u0640+\s|\/)\s*/u
const IN_BRACKETS = /^([^()[\]:؟!«"“\n]{0,60}?)\(([^()\n]{1,40})\)/u

/**
 * Where a dateline set before the first sentence ends: «دبي، الإمارات العربية المتحدة (CNN) –», «القاهرة – رويترز:»,
 * «المرفأ نيوز :-». Undefined when the line opens with its sentence.
 */
export function datelineEnd(text: string): number | undefined {
  const dispatch = dispatchEnd(text)
  if (dispatch !== undefined) return dispatch
  const head = text.slice(0, LONGEST_LEAD)
  const bracket = head.includes('(') ? IN_BRACKETS.exec(text) : null
  if (bracket !== null) {
    const before = wordsOf(bracket[1] ?? '').list.length
    const after = CLOSE.exec(text.slice(bracket[0].length))
    const inside = bracket[2] ?? ''
    if (before <= 7 && (after !== null || before === 0) && signatureParts(inside).some(isSignature)) {
      return bracket[0].length + (after?.[0].length ?? 0)
    }
  }
  const colon = !head.includes(':') ? null : /^([^:؟!«»"“”().\n]{2,70}?)\s*:\s*[-–—]*\s*(?=\S)/u.exec(text)
  if (colon !== null && isSignatureLead(colon[1] ?? '')) return colon[0].length
  const dashes = /^([^:؟!«»"“”()\n]{2,60}?)(?:\s*[-–—/]\s+|\s+[-–—/]\s*|\s\u0640\s)(?=\S)/u
  if (!/[-–—/\u0640]/.test(head)) return undefined
  let at = 0
  for (let step = 0; step < 3; step++) {
    const match = dashes.exec(text.slice(at))
    if (match === null || wordsOf(match[1] ?? '').list.length > 4) return undefined
    at += match[0].length
    if (isSignature(match[1] ?? '') && wordsOf(text.slice(at)).list.length >= 6) return at
  }
  return undefined
}

const isSignature = (piece: string): boolean => namesAgency(piece) || namesMonitoring(piece)

const SITE_WORD = /(?:^|\s)(?:نيوز|نت|أونلاين|اونلاين|برس|سبق)$/u

/** What stands before a colon is a signature when it names an agency, or is short and joined by a dash: «سبق- الباحة:». */
function isSignatureLead(lead: string): boolean {
  const parts = signatureParts(lead)
  const words = wordsOf(lead).list.length
  if (words > 8 || parts.length === 0) return false
  if (parts.some(isSignature)) return parts.every((part) => wordsOf(part).list.length <= 4)
  if (parts.length === 1) return words <= 3 && SITE_WORD.test(lead.trim())
  return (
    parts.length <= 4 && parts.some((part) => SITE_WORD.test(part)) && parts.every((p) => wordsOf(p).list.length <= 4)
  )
}

/** Counters and the first word of a phrase stand within so many characters, or the word is cut and may be any. */
const LONGEST_OPENING = 60
const STOP = /[.!؟?…»"”)]\s+(?=\S)/gu

/** Cuts before tags, links, contacts and promotions that follow the last sentence on its own line. */
function tailCuts(text: string): number[] {
  const cuts: number[] = []
  const mail = text.includes('@') ? MAIL.exec(text) : null
  if (mail !== null) {
    const rest = text.slice(mail.index + mail[0].length)
    const restWords = wordsOf(rest)
    const box = markerPart(rest)
    if (restWords.list.length === 0 || box) {
      if (wordsOf(text.slice(0, mail.index)).list.length > 3) cuts.push(mail.index)
      if (box) cuts.push(mail.index + mail[0].length)
    }
  }
  // The printed text and the folded one differ in length: words are matched again on what follows each stop.
  let looked = 0
  for (const stop of text.matchAll(STOP)) {
    const at = stop.index + stop[0].length
    if (text.length - at > 400) continue
    if (++looked > 40) break
    if (!mayOpenMarker(wordsOf(text.slice(at, at + LONGEST_OPENING)))) continue
    const tail = wordsOf(text.slice(at))
    const hit = markerAt(tail, 0)
    if (hit === undefined || !GLUED_RULES.has(hit.marker.rule)) continue
    if (hit.marker.rule === 'related/marker' && !/[:|؛]|^\S+ (?:أيضا|ايضا|أيضاً|المزيد)/u.test(text.slice(at, at + 30)))
      continue
    cuts.push(at)
    break
  }
  return cuts
}

const markerPart = (rest: string): boolean => /رسالة\s+(?:نصية\s+)?sms|[أا]رسل|للتواصل/iu.test(rest.slice(0, 80))
