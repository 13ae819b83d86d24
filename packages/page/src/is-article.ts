import { wordRuns } from '@isnad/text'
import type { Article } from './article.js'
import type { Rejection } from './capture.js'

const NOT_FOUND =
  /الصفحة (?:المطلوبة|التي تبحث عنها|التي طلبتها|غير موجودة)|لم يتم العثور على|صفحة غير موجودة|لم نجد هذه الصفحة|لم نعثر على|الصفحة غير متاحة|تعذر العثور على|page not found|404 (?:error|not found)|خطأ 404/iu
const WALL =
  /ملفات تعريف الارتباط|ملفات الارتباط|الكوكيز|cookies|تفعيل جافا|enable javascript|checking your browser|access denied|captcha|التحقق من أنك لست روبوت/giu

/** A news item of one paragraph has some thirty words with its headline; nothing shorter is told from a notice. */
const LEAST_WORDS = 18
/** Match sheets and tables of results have no paragraph: then it takes this many words in lines. */
const LEAST_LISTED = 40

/** No error page and no wall has so many words. */
const SURELY_ENOUGH = 150

/** An error page says so at its head. */
const FIRST_BLOCKS = 40

/** Why a composed page is no article: too few words in sentences, an error page, a wall. Undefined when it is one. */
export function articleFault(article: Article): Rejection | undefined {
  const paragraphs = article.blocks.filter(({ label }) => label === 'body')
  let sentenceWords = 0
  let words = 0
  for (const { text } of paragraphs) {
    const count = wordRuns(text, 'spelt').length / 2
    words += count
    if (count >= 7) sentenceWords += count
    if (sentenceWords >= SURELY_ENOUGH) return undefined
  }
  const none = { kind: 'no-article', words } as const
  const titled = article.title !== undefined
  if (sentenceWords < (titled ? LEAST_WORDS - 6 : LEAST_WORDS) && !(titled && words >= LEAST_LISTED)) return none
  if (words >= SURELY_ENOUGH) return undefined
  const opening = article.blocks.slice(0, FIRST_BLOCKS).some(({ text }) => text.length < 300 && NOT_FOUND.test(text))
  if (opening || NOT_FOUND.test(article.text.value)) return none
  const walls = article.text.value.match(WALL)?.length ?? 0
  return walls >= 2 ? none : undefined
}
