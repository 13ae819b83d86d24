import { NOUN } from '../lex/starts.js'
import { fractionAfter, numberAt } from './number.js'
import { numeric } from './numeric.js'
import type { Reader } from './reader.js'
import type { Found, Rule, Scan } from './rule.js'

/** Words in ‑تان and ‑تين that are no duals: names of places and persons, plurals of stems in ت. */
const NOT_DUAL =
  /ستان$|^(?:فلسطين|بوتين|جوستين|باكاتان|ارجنتين|الارجنتين|كريستين|مارتين|بساتين|لاتين|روتين|كوانتين|كونستانتين|فالنتين|بريتين|صامتين|ثابتين|ملتفتين|مستميتين|مشتتين|لافتين|ساكتين|فاتين|مليتين|مثبتين|مبتين|ميتين|تين|طين|شتين|ستين|ليختنشتين|لختنشتين|اينشتين|بشتين|روبرتين|كوبرتين|ليتين|مرتين|مرتان|مقتين|كتان|بهتان|بستان|مفتين|متين|ريتين|انتين|اثنتين|اثنتان|ثنتين|ثنتان)$/

/** طفلان، زيارتين: the dual is a count of two. */
const dual: Rule = {
  id: 'number.dual',
  starts: NOUN,
  suits: ({ word }) => !word.article && (word.lexeme.noun === undefined || word.lexeme.noun.count === 2),
  find(scan, i) {
    const { r } = scan
    const token = r.at(i)
    if (token.kind !== 'word' || token.key.length < 5) return undefined
    const { lexeme, article, proclitic } = token.word
    if (article) return undefined
    // «فوجئن» is a verb, «معبّرين عن» a participle, «بولدان» a place
    if (/ئن$/.test(r.text.slice(token.start, token.end)) || token.key === 'معبرين' || token.key === 'بولدان')
      return undefined
    const known = lexeme.noun
    if (known !== undefined) {
      if (known.count !== 2 || isCountedBefore(r, i)) return undefined
      // «قميصين موقعين»: the second describes the first
      if (!token.line && proclitic === '' && /.{3}(?:ان|ين)$/.test(r.at(i - 1).key)) return undefined
      // «فنانين ورياضيين»: a list of many
      if (
        token.key.endsWith('ين') &&
        !token.key.endsWith('تين') &&
        /^و.{3,}ين$/.test(r.at(i + 1).key) &&
        !r.at(i + 1).line
      )
        return undefined
      // ‑ين of persons may be the plural: only a bare object or subject of the clause is offered, and as ambiguous
      if (!known.sure && !canBePair(r, i)) return undefined
      // «هدفين ونصف الهدف», «كتابين ونصف»
      const half = known.person ? undefined : halfMore(r, i)
      return numeric(scan, i, half?.to ?? i + 1, 'number.dual', {
        kind: 'number',
        value: 2 + (half?.value ?? 0),
        form: 'dual',
        certainty: known.sure ? 'exact' : 'ambiguous',
      })
    }
    if (!/ت(?:ان|ين)$/.test(token.key) || token.key.length < 6) return undefined
    if (
      lexeme.unit ||
      lexeme.measure ||
      lexeme.currency ||
      lexeme.card ||
      lexeme.nationality ||
      lexeme.turn !== undefined
    )
      return undefined
    const stem = /^[وفبلك]/.test(token.key) && token.key.length > 6 ? token.key.slice(1) : token.key
    if (NOT_DUAL.test(token.key) || NOT_DUAL.test(stem) || token.key.startsWith('ال') || token.key.startsWith('لل'))
      return undefined
    if (/^[وفبك]ال|^ول|^م.*[عخف]تين$/.test(token.key)) return undefined
    // the adjective agrees with its noun: «زيارتين رسميتين» counts once
    const before = r.at(i - 1)
    if (before.kind === 'word' && !token.line && /(?:ان|ين)$/.test(before.key)) return undefined
    if (r.is(i - 1, 'غير') || isCountedBefore(r, i)) return undefined
    // an unknown word may be a name: only an adjective that agrees shows the pair
    const next = r.at(i + 1)
    const agrees =
      next.kind === 'word' &&
      !next.line &&
      /^(?!ال).{3,}(?:ان|ين)$/.test(next.key) &&
      next.word.lexeme.noun === undefined
    if (!agrees && !r.is(i + 1, 'غير')) return undefined
    return numeric(scan, i, i + 1, 'number.dual', { kind: 'number', value: 2, form: 'dual', certainty: 'exact' })
  },
}

/** «ونصف» after a pair, alone or with the pair's own noun; «ونصف القرية» is of something else. */
function halfMore(r: Reader, i: number): ReturnType<typeof fractionAfter> {
  const half = fractionAfter(r, i + 1)
  if (half === undefined || !r.isWord(half.to) || r.at(half.to).line) return half
  const isOwn = r.at(half.to).key.slice(2, 5) === r.at(i).key.slice(0, 3)
  return r.isDefinite(half.to) && !isOwn ? undefined : half
}

function isCountedBefore(r: Reader, i: number): boolean {
  if (r.at(i).line || r.at(i).word.proclitic !== '') return false
  const before = r.at(i - 1)
  if (before.kind === 'digits') return true
  const { lexeme } = before.word
  return (
    lexeme.card !== undefined ||
    lexeme.magnitude !== undefined ||
    lexeme.noun?.count === 2 ||
    ['بين', 'كل', 'جميع', 'غير', 'من', 'عده', 'بعض'].includes(before.key)
  )
}

/** The genitive pair «ناشطين» after a verb with its subject, not after a preposition that takes many. */
function canBePair(r: Reader, i: number): boolean {
  const before = r.at(i - 1)
  if (before.kind !== 'word' || r.at(i).line || r.at(i).word.proclitic !== '') return false
  if (/(?:ون|ين|ات)$/.test(before.key)) return false
  const next = r.at(i + 1)
  if (next.kind === 'word' && /ين$/.test(next.key) && !next.line && next.word.proclitic === '') return false
  const verb = r.at(i - 2)
  const isVerb = (key: string): boolean => /^(?:و|ف)?(?:اعتقل|قتل|اصاب|اوقف|احتجز|خطف|اختطف|افرج|اطلق|استهدف)/.test(key)
  return (
    isVerb(before.key) || (isVerb(verb.key) && before.word.article) || ['مقتل', 'اصابه', 'اعتقال'].includes(before.key)
  )
}

const COUNTED_ROLES: ReadonlySet<string> = new Set(['killed', 'injured', 'captured', 'missing'])
const AMONG: ReadonlySet<string> = new Set(['بينهم', 'بينهن', 'منهم', 'ضمنهم', 'وبينهم', 'ومنهم'])

/** «مقتل ستة أشخاص بينهم امرأة»: what befell the others stands shortly before. */
function isCasualtyNear(r: Reader, i: number): boolean {
  for (let j = i - 2; j >= 0 && i - j <= 12 && !r.breaks(j + 1); j--) {
    if (COUNTED_ROLES.has(r.lexeme(j).role ?? '')) return true
  }
  return false
}

/** «مقتل مدني»: one person, right after the word that tells what befell him. */
const single: Rule = {
  id: 'number.single',
  starts: NOUN,
  suits: ({ word }) => word.lexeme.noun?.count === 1 && !word.article && word.proclitic === '',
  opens: ({ r }, i) => r.isKnown(i) && r.isKnown(i - 1),
  find(scan, i) {
    const { r } = scan
    const { lexeme, article, proclitic } = r.at(i).word
    if (lexeme.noun?.count !== 1 || article || proclitic !== '' || r.at(i).line || i === 0) return undefined
    // «مقتل شقيقه»: the pronoun, which folding makes a feminine ending
    if (r.text.charAt(r.at(i).end - 1) === 'ه') return undefined
    const before = r.at(i - 1)
    // «فقد ولد الشاعر»: a particle and a verb
    if (before.word.stem === 'فقد') return undefined
    // «محاولة اغتيال وزير»: only tried
    if (/^[وفبل]*محاول(?:ه|ات|ته|تهم|تها)$/.test(r.at(i - 2).key) && !before.line) return undefined
    const isAmong = AMONG.has(before.key) && isCasualtyNear(r, i)
    if (!isAmong && (before.word.lexeme.role === undefined || before.word.article || before.word.lexeme.noun))
      return undefined
    if (!isAmong && !COUNTED_ROLES.has(before.word.lexeme.role ?? '')) return undefined
    // «قتل جندي» but not «قتل مدني سوري في» counted before, nor «مقتل مدير المكتب» with a definite genitive
    const next = r.at(i + 1)
    if (next.kind === 'word' && next.word.article && !next.line && next.word.proclitic === '') return undefined
    if (numberAt(r, i + 1) !== undefined && r.plain(i + 1)) return undefined
    if (ACTIVE.test(before.key) && hasVictim(r, i + 1)) return undefined
    return numeric(scan, i, i + 1, 'number.single', { kind: 'number', value: 1, form: 'singular', certainty: 'exact' })
  },
}

const ACTIVE = /^[وف]?(?:قتل|قتلت|اصاب|اصابت|خطف|اختطف|احتجز|اعتقل|جرح)$/
const KIN =
  /^(?:والد|زوج|زوجت|شقيق|شقيقت|ابن|ابنت|خال|خالت|عم|عمت|ام|اب|اخا|اخت|جار|صديق|طليق|طليقت|رفيق|زميل)(?:ه|ها|اه|ته|تها|يه)$/

/** «قتل شرطي أبيض شابا»: whom the one named first has killed stands behind, in the accusative or counted. */
function hasVictim(r: Reader, i: number): boolean {
  for (let j = i; j < i + 7 && j < r.length && !r.breaks(j); j++) {
    if (!r.isWord(j)) return r.isDigits(j)
    const { key, word } = r.at(j)
    if (
      ['و', 'ف', 'ب'].includes(word.proclitic) ||
      ['in', 'from', 'during', 'after', 'before'].includes(word.lexeme.f ?? '')
    )
      return false
    if (/^(?:و.{3,}|في|من|علي|ب.{4,}|جراء|اثر|خلال|برصاص|اثناء|بعد|قبل|ال.+)$/.test(key) && !KIN.test(key)) {
      if (/^ال/.test(key) || /^ب/.test(key)) continue
      return false
    }
    if (KIN.test(key)) return true
    if (numberAt(r, j) !== undefined && r.plain(j)) return true
    if (j > i - 1 && word.lexeme.noun?.person === true && (/ا$/.test(key) || j > i || /ه$/.test(key)) && !word.article)
      return true
    if (
      j > i &&
      /^.{3,}ا$/.test(key) &&
      !word.article &&
      word.lexeme.f === undefined &&
      !/^(?:حرقا|غرقا|شنقا|رميا|دهسا|ذبحا|طعنا|خنقا|اختناقا)$/.test(key)
    )
      return true
  }
  return false
}

export const nounRules: readonly Rule[] = [dual, single]
export type { Found, Scan }
