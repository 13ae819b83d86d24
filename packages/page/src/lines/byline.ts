import { type Verdict, verdict } from './alone.js'
import { signatureParts } from './credits.js'
import type { Line } from './line.js'
import { wordsOf } from './words.js'

const OUTLET_WORD = /(?:نيوز|نت|سكاي|صحيفة|وكالة|قناة|شبكة|موقع|اليوم|العربية|الجزيرة|الشرق|الوطن|الخبر|برس)/u

/** A name of person or place by its looks: up to five words without function words, figures or marks. */
const NAME = /^(?:(?:د|أ|م|أ\.د)\s?[./]\s?)?(?:[\p{Script=Arabic}]{2,14}\s?){1,5}$/u
const NOT_NAMES = new Set(
  wordsOf(
    'في من إلى عن مع أن هل ما لا لم كيف لماذا هذا هذه ذلك بعد قبل بين كل آخر أول أكثر أفضل صور فيديو خبر أخبار تقرير ملف قضية أزمة حرب يا هي هو',
  ).list,
)

/** «محمد العابد», «تونس - سلمى الوادي», «لندن: كريم الساري», «كتب ...»: a line between title and text that names the writer. */
export function judgeByline(line: Line, next?: Line): Verdict | undefined {
  // Labels with values in a row («الدور: الأول», «الحكم: …») are a table, not a writer.
  if (LABELLED.test(line.text) && (next === undefined || LABELLED.test(next.text))) return undefined
  if (line.count > 9 || line.text.length > 80) return undefined
  if (line.ending === 'stop' || line.ending === 'question' || line.ending === 'dots') return undefined
  const bare = line.text.replace(/\s*:\s*$/u, '')
  const parts = signatureParts(bare.replace(/^([^:]{2,24}):\s*/u, '$1 - ').replace(/(\p{L})-(?=\p{L})/gu, '$1 - '))
  if (parts.length >= 2 && parts.length <= 5 && parts.every((part) => wordsOf(part).list.length <= 4)) {
    if (parts.some((part) => OUTLET_WORD.test(part)) || parts.every(isName)) {
      return verdict('byline/author')
    }
  }
  if (line.ending === 'none' && parts.length === 1 && isName(bare) && line.count >= 2) return verdict('byline/author')
  return undefined
}

const LABELLED = /^[^:]{2,24}:(?:\s|$)/u

/** «بن», «بنت» and «آل» make long names; without them five words are a phrase. */
const KIN = /\s(?:بن|بنت|آل|ابن|أبو|عبد)\s/gu

const isName = (part: string): boolean =>
  NAME.test(part.replace(KIN, ' ')) && part.length <= 40 && !wordsOf(part).list.some((word) => NOT_NAMES.has(word))
