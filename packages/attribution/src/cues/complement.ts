import { BY_THAT, NOT_THAT_AFTER, PREPOSITION_NAMES, RELATIVES, THAT } from '../grammar.js'
import { nounAt } from '../noun-phrase.js'
import type { Body } from '../reading/body.js'
import type { Word } from '../reading/words.js'
import { readSource } from '../source.js'
import { afterColon, type Complement, clauseFrom, isNameQuotation, quotationAt, quoted, wordAt } from './claim-start.js'
import type { Hit, Hits } from './hits.js'
import { attachedBa, nounComplement } from './noun-complement.js'

const MIN_PAUSED_QUOTATION = 5

/**
 * Looks behind a verb for what it takes: أن, a quotation, a colon, its preposition, or a bare noun. Walks over the subject, its
 * appositions and relative clauses; stops at the next verb of saying with a clause of its own.
 */
export function complementOf(body: Body, hit: Hit, end: number, hits: Hits): Complement | undefined {
  const { words } = body
  const takes: ReadonlySet<string> = new Set(hit.form.entry.takes)
  const quotes = takes.has('quote')
  let preposition: number | undefined
  let attached: number | undefined
  let relative = false
  // behind an أن that is another's, an attached ب is another's too
  let isOver = false
  for (let at = hit.at + 1; at < end; at++) {
    const word = words[at] as Word
    const before = words[at - 1] as Word
    if (word.key === '(' || word.key === '[') {
      at = closingBracket(body, at, end) ?? at
      continue
    }
    const quotation = quotationAt(body, word)
    if (quotation !== undefined) {
      const past = wordAt(body, at, quotation.close)
      const governs = PREPOSITION_NAMES.get(before.key)
      const governed =
        (governs !== undefined && takes.has(governs)) ||
        (before.key === 'ب' && (takes.has('ب') || takes.has('accusation')))
      const paused = takes.has('pausedQuote') && isPaused(body, hit, at, past, end)
      const shown =
        hit.form.entry.relays &&
        !/^(?:[،,:]|حسابه|حسابها|صفحته|صفحتها|تويتر|فيسبوك)$/.test(before.key) &&
        at > hit.at + 2
      if (!isNameQuotation(body, quotation, at, end) && ((quotes && !shown) || governed || paused)) {
        if (preposition !== undefined && preposition < at - 1) break
        if (takes.has('noun') && !governed && !/^[،,:]$/.test(before.key) && objectBefore(body, hit, at, end)) break
        return quoted(body, at, preposition ?? (governed ? at - 1 : at), quotation)
      }
      at = past - 1
      continue
    }
    if (word.key === ':')
      return quotes || takes.has('clause') || takes.has('pausedQuote') ? afterColon(body, at, end) : undefined
    if (word.key === '.' && /\s/.test(body.value.charAt(word.end))) break
    if (/^[؟?!؛]$/.test(word.key)) break
    if (RELATIVES.has(word.key) && at > hit.at + 1) relative = true
    else if (/^[،,]$/.test(word.key)) relative = false
    if ((THAT.has(word.key) || BY_THAT.has(word.key)) && body.inName[at] !== true) {
      const governs = PREPOSITION_NAMES.get(before.key)
      if (!acceptsThat(takes, hit.form.entry.lemma, word.key, governs, before)) {
        isOver = true
        continue
      }
      if (relative && anotherThat(body, at, end)) continue
      if (firstObject(body, hit, at, takes)) break
      return clauseFrom(body, at, end, governs === undefined ? at : at - 1)
    }
    const governs = PREPOSITION_NAMES.get(word.key)
    if (governs !== undefined && takes.has(governs) && preposition === undefined) {
      const next = words[at + 1]
      if (
        next !== undefined &&
        next.key !== 'لسان' &&
        !THAT.has(next.key) &&
        !isOnline(next) &&
        !ofTheSpeaker(body, hit.at, at)
      )
        preposition = at
    }
    if (
      attached === undefined &&
      !isOver &&
      at > hit.at &&
      (takes.has('ب') || takes.has('accusation')) &&
      attachedBa(body, at)
    )
      attached = at
    if (attached === undefined && takes.has('accusation') && /^(?:ال)?مسووليه$/.test(word.key)) attached = at
    if (!relative && stops(body, at, hits)) break
  }
  return nounComplement(body, hit, end, preposition, attached)
}

/** «توصلت إلى أن», «تفيد تقارير إلى أن»: with إلى before أن alone. */
const ARRIVES = new Set(['توصل', 'أفاد', 'ذهب'])

/** Whether the verb's claim can begin at this أن; one after «بعد» or «إلى» tells of something else. */
function acceptsThat(
  takes: ReadonlySet<string>,
  lemma: string,
  key: string,
  governs: string | undefined,
  before: Word,
): boolean {
  if (governs !== undefined)
    return takes.has(governs) || (governs === 'على' && takes.has('clause')) || (governs === 'إلى' && ARRIVES.has(lemma))
  if (NOT_THAT_AFTER.has(before.core) || lemma === 'ذهب') return false
  if (takes.has('clause')) return true
  if (BY_THAT.has(key)) return takes.has('ب') || takes.has('بأن') || takes.has('predicate') || takes.has('accusation')
  return takes.has('إلى') || takes.has('من') || takes.has('على')
}

/** «أكد فيها تأمين المستقبل، وهذا يعني أن»: the object comes first and the أن is another verb's. */
function firstObject(body: Body, hit: Hit, that: number, takes: ReadonlySet<string>): boolean {
  if (!takes.has('noun') || that - hit.at < 5) return false
  const subject = readSource(body, hit.at + 1, that)
  return (
    subject !== undefined &&
    !subject.sure &&
    subject.bare !== true &&
    // «أكد ناجي الغابر، لاعب الفريق، أن»: a name between commas
    !/^[،,]$/.test(body.words[subject.to]?.key ?? '') &&
    body.words[subject.from]?.key.startsWith('ال') !== true
  )
}

/** A noun between subject and quotation: the marks are round a word of the object. */
function objectBefore(body: Body, hit: Hit, mark: number, end: number): boolean {
  const complement = nounComplement(body, hit, end, undefined, undefined)
  return complement !== undefined && complement.word < mark
}

const ASKING = /^(?:طالب|دعا|حث|ناشد|أمر)$/

function isPaused(body: Body, hit: Hit, mark: number, past: number, end: number): boolean {
  if (/^[،,:]$/.test(body.words[mark - 1]?.key ?? '')) return past - mark > 3
  if (!ASKING.test(hit.form.entry.lemma)) return false
  const next = body.words[past]?.key ?? '.'
  return past - mark > MIN_PAUSED_QUOTATION && (past >= end || /^[.،,؛]$/.test(next))
}

/** «في بيان نشر على موقعها»: where it stands. */
const isOnline = ({ key }: Word): boolean =>
  /^(?:ال)?(?:موقع|حساب|صفح[تة]|منص[تةه]|قنا[تةه]|تطبيق|شبك[تةه]|وسائل|مواقع|منصات|تويتر|فيسبوك|تليغرام|تلغرام|انستغرام|يوتيوب|اكس)(?:ه|ها|هم)?$/.test(
    key,
  )

/** «حذر مسؤول من قبيلة كذا من أن»: the first «من» belongs to the man. */
function ofTheSpeaker(body: Body, verb: number, at: number): boolean {
  if (body.words[at]?.key !== 'من' || at !== verb + 2) return false
  if (nounAt(body.words[at - 1] as Word)?.noun.kind !== 'anonymous') return false
  return body.words.slice(at + 1, at + 10).some(({ key }) => key === 'من')
}

const NEW_CLAUSE = new Set('اذ حيث بينما فيما لكن وقد ثم'.split(' '))

/** Whether another statement begins at a word: a finite cue of its own clause, or a participle of a second act. */
export function stops(body: Body, at: number, hits: Hits): boolean {
  const before = body.words[at - 1]?.key ?? ''
  const next = body.words[at + 1]?.key ?? ''
  return (hits.get(at) ?? []).some(({ form, coordinated, governed }) => {
    // «قال مسؤول، رافضا الكشف عن اسمه، إن»: how he spoke, not a second act
    if (form.shape === 'participle' && /^(?:الكشف|عدم|ذكر|نشر|الافصاح)$/.test(next)) return false
    if (form.shape === 'participle') return /^[،,]$/.test(before) || form.entry.lemma === 'قال'
    if (form.shape === 'masdar') return governed && form.entry.lemma === 'قال'
    if (NEW_CLAUSE.has(before)) return true
    return coordinated || THAT.has(next) || /^(?:فيه|فيها|خلاله|خلالها)$/.test(next)
  })
}

function anotherThat(body: Body, at: number, end: number): boolean {
  for (let next = at + 1; next < Math.min(end, at + 40); next++)
    if (THAT.has(body.words[next]?.key ?? '') && /^[،,]$/.test(body.words[next - 1]?.key ?? '')) return true
  return false
}

function closingBracket(body: Body, at: number, end: number): number | undefined {
  for (let next = at + 1; next < Math.min(end, at + 25); next++)
    if (/^[)\]]$/.test(body.words[next]?.key ?? '')) return next
  return undefined
}
