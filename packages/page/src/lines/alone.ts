import type { BlockLabel } from '../article.js'
import { RULES, type RuleId } from '../rules.js'
import { creditNamed, namesAgency, namesMonitoring, namesPhotoSource, signatureParts } from './credits.js'
import type { Line } from './line.js'
import { isUserAgent, isVisitorToken } from './privacy.js'
import { isStampLine } from './stamp.js'
import { isNumber, wordsOf } from './words.js'

/** A label with the rule that gave it. */
export interface Verdict {
  readonly label: BlockLabel
  readonly rule: RuleId
  /** A verdict that the neighbours may overrule: a section name may also be a subheading. */
  readonly weak?: true
}

export const verdict = (rule: RuleId, weak = false): Verdict =>
  weak ? { label: RULES[rule].label, rule, weak: true } : { label: RULES[rule].label, rule }

const MAIL = /[\w.+-]{2,64}@\s?[\w-]{1,64}(?:[\s.][\w-]{1,32}){1,4}/
const HANDLE = /^(?:(?:تويتر|توتير|حساب تويتر|انستغرام|سناب|twitter|x)\s*[:/-]?\s*)?@\w{2,40}$/iu
const CONTACT =
  /^\s*[*-]*\s*(?:لمراسلة الكاتب|للتواصل مع الكاتب|للتواصل|بريد الكاتب|عنوان التواصل|عنوان المراسلة|البريد الإلكتروني للكاتب|إيميل الكاتب|تويتر|على تويتر|حساب الكاتب|ص\.?\s?ب)/u
const CODE = [
  /^\[\/?[a-z][\w-]{0,40}(?:[ =][^\]\n]{0,300})?\]$/i,
  /^\[\/?[\p{L}\d]{2,20}(?:_[\p{L}\d]{1,20}){1,4}\]$/u,
  /^\/?\d{5,12}\/[\w./-]{2,200}$/,
  /^(?:div-gpt-ad|googletag|\(?adsbygoogle|google_ad|window\.|var |function\s*\()/i,
]
const URL = /^(?:https?:\/\/|www\.)\S+$/i
const HEX = /^(?:[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}|[0-9a-f]{24,64})$/i
const FILE = /^\S{1,120}\.(?:jpe?g|png|gif|webp|svg|bmp|mp4|mp3|pdf)$/i
const AUTHOR =
  /^[\s*-]*(?:كتب|كتبت|كتبه|كتبها|بقلم|تقرير|حوار|أجرى الحوار|أجرت الحوار|أجرى اللقاء|تحقيق|إعداد|اعداد|ترجمة|تحرير|متابعة|مراسلة|تحليل|قراءة|حاورته|حاورها|حاوره|تصوير|تغطية|كتب المحرر|المحرر|الكاتب|الكاتبة|بواسطة|نشر بواسطة|by|written by)\s*(?:[:/|-]|\s)\s*/iu
const HAS_COLON = /^\s*\S+(?:\s\S+)?\s*[:/|-]/u
const PHOTO_LEAD = /^[\s(]*(?:الصورة|صورة|مصدر الصورة|تصوير|المصور|صورة أرشيفية|أرشيفية|photo|image|credit)\s*[:：]/iu
const YEAR_MARK = /[©®]|\(c\)\s/i

/** «جريدة الدانة، يومية سياسية شاملة تصدر عن …»: how a paper presents itself at the foot of its pages. */
export const MASTHEAD =
  /^[\s«"]*((?:صحيفة|جريدة|مجلة|وكالة|موقع|شبكة|قناة|بوابة)\s+[^،,.:؛«»"\d]{2,40})[»"]?\s*[،,:–-]\s*(?:\S+\s+){0,3}(?:تصدر|يصدر|يومية|يومي|أسبوعية|أسبوعي|شهرية|مستقلة|مستقل|سياسية|إخبارية|إخباري|شاملة|تأسست|تأسس)(?!\p{L})/u

/** What a line is by itself, whatever stands around it; undefined when only its neighbours can tell. */
export function judgeAlone(line: Line): Verdict | undefined {
  const { text, words } = line
  if (isVisitorToken(text)) return verdict('privacy-token/address')
  if (line.count === 0 || /^(?:&(?:nbsp|zwnj|rlm|lrm);?\s*)+$/i.test(text)) return verdict('other/separator')
  if (isUserAgent(text)) return verdict('privacy-token/agent')
  if (text.length <= 400 && CODE.some((code) => code.test(text))) return verdict('ad/shortcode')
  if (URL.test(text)) return verdict('other/metadata')
  if (HEX.test(text)) return verdict('other/identifier')
  if (FILE.test(text)) return verdict('other/image-file')
  if (YEAR_MARK.test(text.slice(0, 4)) || (line.count <= 20 && line.ending !== 'stop' && YEAR_MARK.test(text))) {
    return /[\d]{4}|حقوق|rights/iu.test(text) ? verdict('other/copyright') : verdict('caption/credit')
  }
  const signed = judgeSignature(line)
  if (signed !== undefined) return signed
  if (isStampLine(words) || isPlacedStamp(line)) return verdict('dateline/stamp')
  if (TOOLS.test(text)) return verdict('widget/share-bar')
  const contact = judgeContact(line)
  if (contact !== undefined) return contact
  if (MASTHEAD.test(text.slice(0, 200))) return verdict('other/masthead')
  const marked = judgeMarked(line)
  if (marked !== undefined) return marked
  if (words.list.every(isNumber)) return verdict('widget/counter', true)
  if (isCaption(line)) return verdict('caption/picture')
  if (line.count <= 9 && line.ending !== 'stop' && AUTHOR.test(text) && (HAS_COLON.test(text) || line.count <= 5)) {
    return verdict('byline/author', !HAS_COLON.test(text))
  }
  return undefined
}

/** Buttons whose names were run together when the page was flattened: «تكبيرتصغيرنسخطباعةPDF». */
const TOOLS =
  /^(?:(?:تكبير|تصغير|نسخ|طباعة|شارك|مشاركة|حفظ|إرسال|ارسال|تويتر|فيسبوك|واتساب|تلغرام|تيليغرام|تغريد|غرد|أعجبني|استماع|pdf|rss|a[+-]?|[+-]a|facebook|twitter|whatsapp|telegram|tweet|print|email)\s*){2,12}$/iu

/** «تل الزعفران - هانا - الخميس 8 أيار 2025»: short names joined, one of them a date. */
function isPlacedStamp(line: Line): boolean {
  if (line.count > 14 || line.ending === 'stop') return false
  const parts = signatureParts(line.text)
  return (
    parts.length >= 2 &&
    parts.length <= 5 &&
    parts.some((part) => isStampLine(wordsOf(part))) &&
    parts.every((part) => wordsOf(part).list.length <= 3 || isStampLine(wordsOf(part)))
  )
}

function judgeMarked(line: Line): Verdict | undefined {
  const marker = line.marker?.marker
  if (marker === undefined) return undefined
  // A long sentence that closes with a full stop is prose, whatever it starts with, save where the words leave no doubt.
  const sure =
    /^(?:ad\/promotion|comment-form|other\/(?:copyright|disclaimer|tags)|widget\/(?:sms-box|cookie-notice|permalink|sign-in)|greeting)/.test(
      marker.rule,
    )
  if (line.ending === 'stop' && line.count >= 14 && !sure) return undefined
  return verdict(marker.rule, marker.rule === 'widget/navigation' || marker.rule === 'widget/media')
}

/** «(هانا)», «--(بترا)»: a name in brackets on a line of its own. */
const BRACKETED = /^[\s–—-]*\([^()\d]{2,24}\)\s*$/u
/** «ر.س»: the initials with which desks sign. */
const INITIALS = /^\p{L}(?:\s?[./]\s?\p{L}){1,3}\.?$/u

/** «فرانس 24/ أ ف ب», «--(بترا)», «إسطنبول ـ متابعات», «زمان الوصل - رصد»: short names joined, one of them an agency. */
function judgeSignature(line: Line): Verdict | undefined {
  if (line.count > 9 || line.text.length > 90 || line.ending === 'stop' || line.ending === 'question') return undefined
  const parts = signatureParts(line.text.replace(/[:.]\s*$/u, ''))
  if (parts.length === 0 || parts.some((part) => wordsOf(part).list.length > 4)) return undefined
  if (
    /^[\s*-]*[(［[][^()]*[)\]]\s*$/u.test(line.text) &&
    parts.every((part) => creditNamed(part).some((n) => n.kind === 'photo'))
  ) {
    return verdict('caption/credit')
  }
  if (BRACKETED.test(line.text) && line.count <= 3) return verdict('source-credit/agency')
  if (parts.length === 2 && INITIALS.test(parts[1] ?? '')) return verdict('source-credit/agency')
  if (parts.some(namesMonitoring)) return verdict('source-credit/monitoring')
  if (parts.some(namesAgency)) return verdict('source-credit/agency')
  return undefined
}

function judgeContact(line: Line): Verdict | undefined {
  const { text } = line
  if (line.marker?.marker.rule === 'widget/sms-box') return verdict('widget/sms-box')
  if (HANDLE.test(text)) return verdict('byline/contact')
  const mail = line.count <= 14 ? MAIL.exec(text) : null
  if (mail !== null && line.count - wordsOf(mail[0]).list.length <= 6) return verdict('byline/contact')
  if (line.count <= 9 && line.ending !== 'stop' && CONTACT.test(text) && /[@\d]|[A-Za-z]{3}/.test(text)) {
    return verdict('byline/contact')
  }
  return undefined
}

const CREDIT_TAIL = /[(（[]\s*([^()[\]]{1,40})\s*[)\]]$|\s[-–—]+\s+([^-–—]{2,30})$/u

/** A short line that ends by naming where the picture is from: «… (غيتي)», «… - أرشيف», «الصورة: …». */
function isCaption(line: Line): boolean {
  if (line.count > 32 || line.ending === 'stop') return false
  if (line.count <= 24 && PHOTO_LEAD.test(line.text)) return true
  const tail = CREDIT_TAIL.exec(line.text)
  if (tail === null) return false
  const named = tail[1] ?? tail[2] ?? ''
  return (
    signatureParts(named).some((part) => namesPhotoSource(part) || namesMonitoring(part)) &&
    line.count - wordsOf(named).list.length >= 2
  )
}
