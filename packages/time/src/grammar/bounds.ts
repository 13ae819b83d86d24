import type { Mod } from '../lex/lexeme.js'
import type { Form } from '../lex/token.js'
import { boundPhrases } from '../words/bounds.js'
import type { Reader } from './reader.js'
import { CLOSES_BOUND, OF_BOUNDS, traitsAt } from './traits.js'

export interface Bound {
  readonly mod: Mod
  /** The words that set the bound. */
  readonly text: string
  readonly from: number
  readonly to: number
}

interface Pattern {
  readonly mod: Mod
  readonly words: readonly string[]
}

let table: ReadonlyMap<string, readonly Pattern[]> | undefined

function patterns(): ReadonlyMap<string, readonly Pattern[]> {
  if (table === undefined) {
    const found = new Map<string, Pattern[]>()
    for (const [mod, lists] of boundPhrases) {
      for (const words of lists) {
        const last = words[0] ?? ''
        found.set(last, [...(found.get(last) ?? []), { mod, words }])
      }
    }
    for (const list of found.values()) list.sort((a, b) => b.words.length - a.words.length)
    table = found
  }
  return table
}

const NEGATIONS = /^[وف](?:لا|لم|لن|ما)$/

/** The word without an attached و, ف, ب or ل, which approximators often carry. */
function bare(key: string): readonly string[] {
  return /^[وفبل]/.test(key) && (key.length > 3 || NEGATIONS.test(key)) ? [key, key.slice(1)] : [key]
}

/** The approximator or bound that ends right before token i: نحو، أكثر من، ما لا يقل عن. */
export function boundBefore(r: Reader, i: number): Bound | undefined {
  let last = i - 1
  // «نحو الساعة», «أكثر من الـ» keep their bound at one remove
  if (last < 0 || (r.hasLine(i) && r.isWord(last))) return undefined
  if (r.proclitic(i) === 'و') return undefined
  if (r.is(last, 'تمام')) last--
  // «بحدود العام 1967»: frontiers
  if (
    /^[وف]?بحدود$/.test(r.at(last).key) &&
    (r.lexeme(i).unit?.unit === 'year' || (r.isDigits(i) && r.at(i).key === '1967'))
  )
    return undefined
  // every word that closes a bound is in the tables
  if (r.isWord(last) && (traitsAt(r, last, OF_BOUNDS, closing) & CLOSES_BOUND) === 0) return undefined
  for (const key of bare(r.at(last).key)) {
    for (const { mod, words } of patterns().get(key) ?? []) {
      let j = last - 1
      let k = 1
      while (k < words.length && bare(r.at(j).key).includes(words[k] ?? '') && !r.at(j + 1).line) {
        k++
        j--
      }
      if (k === words.length) {
        const from = j + 1
        // «ارتفعت لتصل إلى 84 مليارا»: what it came to
        if (/^[لوف][يت]صل$/.test(r.at(from).key)) return undefined
        const start =
          bare(r.at(from).key).length > 1 && r.at(from).key !== words[words.length - 1]
            ? skipLetter(r, from)
            : r.at(from).start
        // «لم تكن السعة تتخطى 64»
        if (mod === 'MORE_THAN' && words.length === 1 && NEGATABLE.has(words[0] ?? '') && isNegated(r, from))
          return { mod: 'EQUAL_OR_LESS', text: r.text.slice(start, r.at(last).end), from, to: last + 1 }
        return { mod, text: r.text.slice(start, r.at(last).end), from, to: last + 1 }
      }
    }
  }
  return undefined
}

const NEGATABLE: ReadonlySet<string> = new Set(['يتجاوز', 'تتجاوز', 'يتخطي', 'تتخطي', 'يفوق', 'تفوق'])

const isNegated = (r: Reader, i: number): boolean =>
  [1, 2, 3].some((back) => ['لم', 'لن', 'لا', 'ولم', 'ولا', 'ولن'].includes(r.at(i - back).key))

const closing = ({ key, isTabled }: Form): number =>
  isTabled && bare(key).some((word) => patterns().has(word)) ? CLOSES_BOUND : 0

const skipLetter = (r: Reader, i: number): number => r.at(i).start + 1

/** «ثلاثة أشخاص على الأقل»: the bound stands after what is counted, and one word that describes it. */
export function boundAfterNoun(r: Reader, i: number): Bound | undefined {
  const near = boundAfter(r, i)
  if (near !== undefined) return near
  for (let j = i; j < i + MAX_COUNTED; j++) {
    if (!r.isWord(j) || r.hasLine(j)) return undefined
    const { f, card } = r.lexeme(j)
    if (!r.plain(j) || f !== undefined || card !== undefined) return undefined
    const bound = boundAfter(r, j + 1)
    if (bound !== undefined) return bound
  }
  return undefined
}

const MAX_COUNTED = 2

/** Bounds that follow the figure: تقريبا، على الأقل، أو أكثر. */
export function boundAfter(r: Reader, i: number): Bound | undefined {
  if (!r.isKnown(i) || r.at(i).line) return undefined
  const make = (mod: Mod, to: number): Bound => ({ mod, text: r.text.slice(r.at(i).start, r.endOf(to)), from: i, to })
  const key = r.at(i).key
  const next = r.at(i + 1).key
  if (key === 'تقريبا') return make('APPROX', i + 1)
  if (key === 'علي' && next === 'الاقل') return make('EQUAL_OR_MORE', i + 2)
  if (key === 'علي' && next === 'الاكثر') return make('EQUAL_OR_LESS', i + 2)
  if ((key === 'كحد' || key === 'بحد') && next === 'ادني') return make('EQUAL_OR_MORE', i + 2)
  if ((key === 'كحد' || key === 'بحد') && next === 'اقصي') return make('EQUAL_OR_LESS', i + 2)
  if (key === 'او' && (next === 'اكثر' || next === 'اكبر' || next === 'يزيد')) return make('EQUAL_OR_MORE', i + 2)
  if (key === 'او' && (next === 'اقل' || next === 'اصغر')) return make('EQUAL_OR_LESS', i + 2)
  if (key === 'فاكثر' || (key === 'فما' && next === 'فوق')) return make('EQUAL_OR_MORE', key === 'فما' ? i + 2 : i + 1)
  return undefined
}
