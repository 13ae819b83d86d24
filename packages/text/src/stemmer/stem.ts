import { foldKey } from '../fold.js'
import { NO_EVIDENCE } from '../segmenter/evidence.js'
import { wordKey } from '../segmenter/key.js'
import { segmentWordAmong, stemEvidence } from '../segmenter/segment.js'
import { singularOf } from './broken-plurals.js'

const NONE: ReadonlySet<string> = new Set()

const NEVER_STRIPPED = new Set(
  (
    'لبنان ايران باكستان رمضان سلطان برلمان سودان عمان عثمان سليمان مروان انسان ميدان عنوان قران نيسان حزيران طهران فلسطين ' +
    'حسين ياسين صين قانون تلفزيون مليون مليونين لجان سكان كان مكان زمان ثمن امان ضمان بيان حرمان طالبان افغانستان كردستان ' +
    'اردوغان روحاني اوكرانيا فرات صلاة حياة وفاة زكاة قناة مباراة نبات ثبات بنات ابيات تلوين تكوين تامين تمكين تعيين يقين ' +
    'مسلمين قوات ذات بات مات فات هات رفات سبات شتات لبنات اليونان'
  ).split(' '),
)

/** Each ending with what may have stood in its place. Dual and sound plural, feminine, verb endings; the longest first. */
const ENDINGS: readonly (readonly [ending: string, bases: readonly string[]])[] = [
  ['يات', ['ية', 'ي', 'يا']],
  ['تان', ['ة']],
  ['تين', ['ة']],
  ['ات', ['ة', '']],
  ['ون', ['']],
  ['ين', ['']],
  ['ان', ['']],
  ['وا', ['']],
  ['ية', ['ي']],
  ['ة', ['']],
  ['ت', ['ة', '']],
  ['ا', ['']],
]

/**
 * The stem under which a word is searched: clitics off by `segmentWord`, then a broken plural to its singular, else one
 * ending off where what is left is a word of its own in running news, so that «لبنان» keeps its ending and «وزيران» loses
 * it. After the light stemmers of Larkey, Ballesteros and Connell (2007), with a lexicon in place of their length rules.
 * Answers in the search folding. `bareKeys`: word keys of the text it stands in, see `segmentWordAmong`.
 */
export function searchStem(word: string, bareKeys: ReadonlySet<string> = NONE): string {
  const piece = segmentWordAmong(word, bareKeys).find((p) => p.role === 'stem')
  return foldKey(lemmaKey(wordKey(piece?.form ?? word)))
}

function lemmaKey(key: string): string {
  if (key.length < 3 || !/^[\u0621-\u064a]+$/.test(key)) return key
  const singular = singularOf(key)
  if (singular !== undefined) return withoutFeminine(singular)
  if (NEVER_STRIPPED.has(key)) return key
  const own = stemEvidence(key) ?? NO_EVIDENCE
  const ownWeight = Math.max(own.bare, own.definite)
  for (const [ending, bases] of ENDINGS) {
    if (!key.endsWith(ending)) continue
    const rest = key.slice(0, -ending.length)
    if (rest.length < 2) continue
    for (const base of bases) {
      const candidate = rest + base
      if (candidate.length < 3 && ending !== 'ة') continue
      const seen = stemEvidence(candidate)
      if (seen === undefined) continue
      const weight = Math.max(seen.bare, seen.definite)
      // A noun's own ending: its supposed base would be a much rarer word («لبن» beside «لبنان»).
      if (weight === 0 || (ending !== 'ات' && ending !== 'ة' && ending !== 'ية' && weight + 1 < ownWeight)) continue
      return withoutFeminine(singularOf(candidate) ?? candidate)
    }
  }
  return withoutFeminine(key)
}

/** ة is dropped at last, so that مدير and مديرة, and دول (of دولة) and دولة, share a stem. */
const withoutFeminine = (key: string): string => (key.length > 3 && key.endsWith('ة') ? key.slice(0, -1) : key)
