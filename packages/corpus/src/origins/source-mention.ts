import type { Span } from '@isnad/text'
import type { SourceKind, Word } from './source-phrase.js'

/** One place where an article says who says so. */
export interface SourceMention {
  readonly kind: SourceKind
  /** The source's words as printed: «مصدر عسكري», «الميجور سالم العامر، المتحدث باسم القيادة». */
  readonly description: string
  /** Stems of the description without function words: what two mentions are compared by. */
  readonly stems: readonly string[]
  /** First of them that says what it is: شرط of «شرطة المدينة». */
  readonly head: string
  /** Names in the description, where it names a person. */
  readonly names: readonly string[]
  /** What the reading of the article knows it as: entities and hidden sources of it. */
  readonly keys: readonly string[]
  readonly catalogId?: string
  /** The outlet that it spoke to or through, as printed. */
  readonly channel?: string
  readonly sentence: Span
  /** What the source vouches for. */
  readonly claim: Span
  /** Rank of the sentence in the body. */
  readonly at: number
  readonly statement: boolean
  readonly interview: boolean
  readonly conference: boolean
  readonly denies: boolean
  /** Deplores or mourns what happened, and so confirms it. */
  readonly deplores: boolean
  /** The outlet itself brought it out: «نشرت صحيفة كذا». */
  readonly publishes: boolean
  /** Said in a relative clause: «الهجوم الذي أعلنه المرصد». */
  readonly aside: boolean
  /** Answers what happened: thanks, joy, blame, wishes. */
  readonly reacts: boolean
  /** What a denial says is going round: it stands for whoever said it. */
  readonly rumour: boolean
  /** A country in the place of its officials. */
  readonly country: boolean
  /** A body spoke through it: «على لسان». */
  readonly onBehalf: boolean
  /** True where only a pronoun or a bare verb points back («وأضاف»). */
  readonly carried: boolean
}

/** A sentence of the body with its words. */
export interface Sentence extends Span {
  readonly at: number
  readonly words: readonly Word[]
}

/** A mention of which nothing particular is known. */
export const QUIET = {
  statement: false,
  interview: false,
  conference: false,
  deplores: false,
  denies: false,
  publishes: false,
  aside: false,
  reacts: false,
  rumour: false,
  country: false,
  onBehalf: false,
  carried: false,
  keys: [],
} as const

/** What a denial denies, up to the end of its sentence. */
export const rumourIn = (body: string, line: Sentence, claim: Span): SourceMention => ({
  ...QUIET,
  kind: 'vague-outlet',
  description: body.slice(claim.start, claim.end).split(/\s+/).slice(0, 3).join(' '),
  stems: [],
  head: '',
  names: [],
  sentence: line,
  claim,
  at: line.at,
  rumour: true,
})

/** The outlet of the article itself is the channel. */
export const OWN = 'own'
