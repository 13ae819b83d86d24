import { hasConjunction, type Line } from './line.js'
import { wordsOf } from './words.js'

/** Words that no sentence opens with, since they lean on what went before. */
const LEANING = new Set(
  wordsOf('الذي التي الذين اللذين اللتين اللواتي اللاتي المدعوم المدعومة المدعومين التابع التابعة التابعين').list,
)
/** Words after which something must come. */
const WANTING = new Set(
  wordsOf(
    'في من إلى عن على مع بين عند لدى حول ضد نحو خلال قبل بعد منذ حتى أن إن أنه أنها التي الذي أو ثم بل لكن كما لم لن قد سوف',
  ).list,
)
/**
 * Whether a line goes on with the sentence that the line before it left open. Conservative: it needs a comma, a word that
 * wants its complement, a word that no sentence opens with, or a quotation left open that no new clause follows.
 */
export function continuesSentence(before: Line, line: Line): boolean {
  if (line.opening === 'bullet' || before.count === 0 || line.count === 0) return false
  if (before.ending === 'question' || before.ending === 'colon') return false
  const first = line.words.list[0] ?? ''
  const second = line.words.list[1] ?? ''
  const last = before.words.list.at(-1) ?? ''
  // The folding writes «على» and the name «علي» alike; the printed letters tell them apart.
  const named = last === 'علي' && !/على[\s.،]*$/u.test(before.text.slice(-8))
  if (before.count >= 4 && before.ending !== 'dots' && WANTING.has(last) && !named) return true
  if (before.count >= 8 && before.ending === 'comma') return true
  if (before.count < 8) return false
  if (before.ending === 'none' && isCutPhrase(before, first)) return true
  if (LEANING.has(first)) return true
  if (first === 'من' && /^شان/.test(second)) return true
  if (first === 'حيث' && before.ending !== 'stop') return true
  if (leavesQuoteOpen(before.text) && !opensClause(first, second)) return true
  // «… خلال الفترة الماضية. | إلى العاصمة بغداد»: إلى opens a sentence only in a few set phrases.
  return first === 'الي' && !/^(?:ذلك|جانب|هذا|هنا|متي|اين|حد)$/.test(second)
}

const QUOTES = '«»“”"'
const QUOTE = /[«»“”"]/
const BEFORE_OPENING = /^[\s(:\-–\u0640لبوفك]?$/u
const AFTER_CLOSING = /^[\s.,،؛:؟!)…]?$/u

/** Prepositions with which hardly a paragraph opens, but many a second half of a line. */
const CARRYING = new Set(wordsOf('بين ضد نحو لدى حول عبر دون سوى').list)

/** A line cut by its width: a construct state without its second term («بشأن حصيلة | الاشتباك»), or a preposition next. */
function isCutPhrase(before: Line, first: string): boolean {
  const last = before.text.split(' ').at(-1) ?? ''
  return CARRYING.has(first) || (/^(?!ال).{2,}ة$/u.test(last) && first.startsWith('ال'))
}

/**
 * Whether the last quotation of a line stays open. Papers set the marks in any of three ways, so what stands beside a mark
 * tells which it is: an opening one follows a space and touches a word, a closing one the other way round.
 */
function leavesQuoteOpen(text: string): boolean {
  let open = -1
  for (let at = text.search(QUOTE); at >= 0 && at < text.length; at++) {
    if (!QUOTES.includes(text.charAt(at))) continue
    const opens = BEFORE_OPENING.test(text.charAt(at - 1)) && !AFTER_CLOSING.test(text.charAt(at + 1))
    const closes = AFTER_CLOSING.test(text.charAt(at + 1)) && !/^\s?$/.test(text.charAt(at - 1))
    if (opens) open = at
    else if (closes) open = -1
  }
  return open !== -1 && text.length - open > 12
}

/** A conjunction with a verb or pronoun begins a clause of its own: «وأكد …», «وهي …»; «وإيقاف …» goes on. */
function opensClause(first: string, second: string): boolean {
  if (second === '') return true
  if (!hasConjunction(first) && !/^و(?:ه[يوم]|ان|قد|لا|لم|لن|من|ما)$/.test(first)) return false
  const bare = first.slice(1)
  // Masdars of the derived forms: إفعال، استفعال، تفعيل، انفعال، with or without the article.
  return !/^(?:ال)?(?:ا\p{L}{2}ا\p{L}|است?\p{L}{1,3}ا\p{L}|ت\p{L}{2}ي\p{L}ه?|م\p{L}ا\p{L}{2}ه|عدم)$/u.test(bare)
}

/** Lines of running text set in a column have so many characters; verses and headlines are shorter, paragraphs longer. */
const NARROWEST = 60
const WIDEST = 140
const LEAST_LINES = 5
/** A line that goes on fills the column to this share, since the next word did not fit. */
const FILLED = 0.8

/**
 * The width to which a text was cut when it was flattened, in characters; undefined for a text in paragraphs. Most of its
 * open lines fill the column, and at two breaks at least the words themselves show that the sentence goes on.
 */
export function columnWidth(body: readonly Line[]): number | undefined {
  if (body.length < LEAST_LINES) return undefined
  let width = 0
  for (const { text } of body) width = Math.max(width, text.length)
  if (width < NARROWEST || width > WIDEST) return undefined
  const open = body.slice(0, -1).filter(({ ending }) => ending === 'none')
  const filled = open.filter(({ text }) => text.length >= FILLED * width)
  if (open.length * 2 < body.length || filled.length < 0.8 * open.length) return undefined
  let shown = 0
  for (let at = 1; at < body.length; at++) {
    if (continuesSentence(body[at - 1] as Line, body[at] as Line)) shown++
  }
  return shown >= 2 ? width : undefined
}

/** Whether a line of a text cut to a width goes on below: it fills the column and no mark closes it. */
export const continuesColumn = (before: Line, line: Line, width: number): boolean =>
  before.ending === 'none' && before.text.length >= FILLED * width && line.opening !== 'bullet' && before.count >= 6
