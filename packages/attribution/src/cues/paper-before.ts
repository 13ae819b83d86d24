import { nounAt } from '../noun-phrase.js'
import type { Body } from '../reading/body.js'
import type { Unit } from '../reading/units.js'
import type { Word } from '../reading/words.js'
import { readSource } from '../source.js'
import type { SourcePhrase } from '../source-phrase.js'
import type { SideLink } from './cue.js'
import type { CueForm } from './cue-table.js'

/** What «فيه» behind a verb of saying takes up: «بيانا قالت فيه إن». */
export interface PaperBefore {
  /** Absent where it is a talk, which is no link: «كلمة قال فيها». */
  readonly side?: SideLink
  readonly issuer?: SourcePhrase
  /** The outlet that published or received it. */
  readonly relayer?: SourcePhrase
}

const MAX_WORDS_BACK = 18
/** Verbs that the words have for their subject, not who wrote them. */
const IN_PAPER = /^(?:جاء|يجيء|ورد|يرد)$/

/** The paper or talk that the pronoun behind a verb takes up, with the one whose words it holds. */
export function paperBefore(
  body: Body,
  unit: Unit,
  at: number,
  { gender, plural }: Pick<CueForm, 'gender' | 'plural'>,
): PaperBefore | undefined {
  const { words } = body
  if (!/^(?:فيها|فيه|خلاله|خلالها)$/.test(words[at + 1]?.key ?? '')) return undefined
  for (let back = at - 1; back >= Math.max(unit.from, at - MAX_WORDS_BACK); back--) {
    const governed = (words[back] as Word).key.startsWith('ب')
    const noun = nounAt(words[back] as Word, governed)?.noun
    if (noun === undefined || !/^(?:document|social|occasion)$/.test(noun.kind)) continue
    const source = noun.kind === 'occasion' ? undefined : readSource(body, back, at, { cutLam: governed })
    if (noun.kind !== 'occasion' && source?.kind !== 'document' && source?.kind !== 'social') continue
    const publisher = publisherOf(body, unit, back)
    const relayer = publisher?.kind === 'outlet' || publisher?.kind === 'agency' ? publisher : undefined
    const named = issuerBehind(body, back, at) ?? (relayer === undefined ? publisher : undefined)
    const differs = gender !== undefined && named?.gender !== undefined && named.gender !== gender
    const issuer =
      IN_PAPER.test(words[at]?.core ?? '') || !(differs || (plural && named?.plural !== true)) ? named : undefined
    return {
      ...(source?.kind === 'document' || source?.kind === 'social' ? { side: { kind: source.kind, source } } : {}),
      ...(issuer === undefined ? {} : { issuer }),
      ...(relayer === undefined ? {} : { relayer }),
    }
  }
  return undefined
}

/** «رسالة من السفارة», «تصريحات للوزير», «بيان وزارة الدفاع». */
function issuerBehind(body: Body, paper: number, until: number): SourcePhrase | undefined {
  for (let at = paper + 1; at < Math.min(until, paper + 4); at++) {
    const word = body.words[at] as Word
    if (word.kind !== 'word' || /^(?:في|علي|الي|حول|بشان|عن)$/.test(word.key)) return undefined
    const lam = /^ل/.test(word.key) && body.mentions.at(word)?.start !== word.start
    const source = readSource(body, word.key === 'من' ? at + 1 : at, until, { cutLam: lam })
    if (source?.sure === true && /^(?:person|official|anonymous)$/.test(source.kind)) return source
  }
  return undefined
}

/** «أصدرت الوزارة بيانا», «صدر عن الوزارة بيان»: the first of its clause who can speak. */
function publisherOf(body: Body, unit: Unit, paper: number): SourcePhrase | undefined {
  let from = paper
  while (from > unit.from && /^[،,؛.]$/.test(body.words[from - 1]?.key ?? '') === false) from--
  for (let at = from; at < paper; at++) {
    const word = body.words[at] as Word
    if (word.kind !== 'word') continue
    const source = readSource(body, at, paper)
    if (
      source?.sure === true &&
      source.from === at &&
      /^(?:person|official|anonymous|outlet|agency)$/.test(source.kind)
    )
      return source
  }
  return undefined
}
