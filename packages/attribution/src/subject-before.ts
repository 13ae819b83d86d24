import { RELATIVES, THAT } from './grammar.js'
import type { Body } from './reading/body.js'
import type { Unit } from './reading/units.js'
import { readSource } from './source.js'
import type { SourcePhrase } from './source-phrase.js'

const MAX_WORDS_BACK = 14
const BETWEEN = /^(?:[،,"»”“]|قد|كان|كانت|وكان|وكانت|ايضا|كذلك|نفسه|نفسها|بدوره|بدورها)$/
const CLAUSE_HEADS = /^(?:لكن|ولكن|اما|كان|كانت|وكان|وكانت|حيث|فيما|بينما|فان|بان|وان)$/

/** «أما الوزير فقال»: the ف answers أما. */
function isAsFor({ words }: Body, unit: Unit, verb: number): boolean {
  if (words[verb]?.key.startsWith('ف') !== true) return false
  for (let at = verb - 1; at >= Math.max(unit.from, verb - MAX_WORDS_BACK); at--)
    if (words[at]?.core === 'اما') return true
  return false
}

/** «لكن مصدرا قضائيا قال إن», «الوزير الذي أكد أن»: the subject that stands before its verb, the leftmost that fits. */
export function subjectBefore(
  body: Body,
  unit: Unit,
  verb: { readonly at: number; readonly gender: 'm' | 'f' | undefined },
): SourcePhrase | undefined {
  const { words } = body
  let until = verb.at
  const relative = RELATIVES.has(words[until - 1]?.key ?? '')
  const own = words[verb.at]
  if (!relative && own !== undefined && own.bare > own.start && !isAsFor(body, unit, verb.at)) return undefined
  if (relative) until--
  // «لكنهم يعتبرون»: the subject is a pronoun
  if (/^و?لكن(?:ه|ها|هم)$/.test(words[until - 1]?.key ?? '')) return undefined
  while (until > unit.from && BETWEEN.test(words[until - 1]?.key ?? '')) until--
  if (until === unit.from || /^(?:وقد|كما|فيما|حيث|بينما|ثم)$/.test(words[until - 1]?.key ?? '')) return undefined
  let found: SourcePhrase | undefined
  for (let at = until - 1; at >= Math.max(unit.from, until - MAX_WORDS_BACK); at--) {
    const word = words[at]
    if (word === undefined || word.kind !== 'word') continue
    const before = words[at - 1]?.key ?? ''
    // «…، والمملكة أعلنت أنها»: a clause of its own behind a comma.
    const clause = /^[،,؛]$/.test(before) && /^و/.test(word.key)
    if (word.bare > word.start && at > unit.from && !clause) continue
    const source = readSource(body, at, until)
    if (source?.sure !== true || source.from !== at) continue
    const heads = at === unit.from || clause || THAT.has(before) || CLAUSE_HEADS.test(before)
    const reaches = source.to >= until || relative || /^[،,]$/.test(words[source.to]?.key ?? '')
    if (!reaches && !heads) continue
    if (source.gender !== undefined && verb.gender !== undefined && source.gender !== verb.gender && !source.plural)
      continue
    found = source
    if (heads || relative) break
  }
  return found
}
