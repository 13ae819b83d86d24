import { BY_THAT, THAT } from '../grammar.js'
import type { Body } from '../reading/body.js'
import type { Unit } from '../reading/units.js'
import { readSource } from '../source.js'
import { changedPhrase } from '../source-phrase.js'
import { type Complement, clauseFrom } from './claim-start.js'
import type { Cue } from './cue.js'

/** What goes about without a known mouth. */
const RUMOUR = /^(?:ال)?(?:انباء|شائعات|شايعات|اشاعات|اقاويل)$/
/** Reports go about as well, but only behind what says so: «وسط تقارير عن». */
const HEARD = /^(?:تقارير|معلومات)$/
/** What says that they go about. */
const GOES_ABOUT =
  /^(?:و)?(?:وسط|مع|ترددت|تتردد|سرت|تسري|انتشرت|تنتشر|تواترت|تتواتر|تواردت|توارد|وردت|ورود|راجت|هناك|ثمه|ظهرت|ظهور|بروز|برزت|تردد|تداول|انتشار|بعد|عقب|بين)$/
const MAX_ADJECTIVES = 3

/** «ترددت أنباء عن استقالة الوزير», «وسط تقارير عن انسحابهم»: a claim that nobody known makes. */
export function rumourCue(body: Body, unit: Unit, at: number): Cue | undefined {
  const word = body.words[at]
  if (word === undefined || word.kind !== 'word') return undefined
  const before = at > unit.from ? body.words[at - 1] : undefined
  const isRumour = RUMOUR.test(word.core)
  if (!isRumour && !HEARD.test(word.key)) return undefined
  if (before === undefined ? !isRumour || word.key.startsWith('ال') : !GOES_ABOUT.test(before.key)) return undefined
  let to = at + 1
  while (to < at + 1 + MAX_ADJECTIVES && isAdjective(body.words[to]?.key ?? '')) to++
  const claim = claimBehind(body, to, unit.to)
  if (claim === undefined) return undefined
  const source = readSource(body, at, to)
  if (source === undefined || source.kind !== 'anonymous') return undefined
  return {
    at,
    from: at,
    to: claim.zoneEnd,
    span: { start: word.bare, end: word.end },
    rule: 'rule.rumour',
    mode: 'masdar',
    stance: 'reports',
    hedge: 'hearsay',
    gender: 'f',
    plural: false,
    coordinated: false,
    subject: changedPhrase(source, { bare: false }),
    sides: [],
    claim,
  }
}

const isAdjective = (key: string): boolean => /^(?:غير|شبه)$|^(?:ال)?.{3,}ه$/.test(key)

/** Behind «عن» or أن. */
function claimBehind(body: Body, from: number, end: number): Complement | undefined {
  let at = from
  if (body.words[at]?.key === 'مفادها') at++
  if (body.words[at]?.key === 'عن' && THAT.has(body.words[at + 1]?.key ?? '')) at++
  const word = body.words[at]
  if (word === undefined || at + 1 >= end) return undefined
  if (THAT.has(word.key) || BY_THAT.has(word.key)) return clauseFrom(body, at, end, at)
  const next = body.words[at + 1]
  if (word.key !== 'عن' || next === undefined || next.kind !== 'word') return undefined
  return { zoneEnd: at, word: at + 1, start: next.start, noun: true }
}
