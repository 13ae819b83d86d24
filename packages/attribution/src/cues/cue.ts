import type { Span } from '@isnad/text'
import type { Hedge, Stance } from '../attribution.js'
import type { Quotation } from '../reading/quotes.js'
import type { SourcePhrase } from '../source-phrase.js'
import type { CueForm } from './cue-table.js'

/** A link named beside the speaker: the outlet he spoke to, the statement or post he spoke in. */
export interface SideLink {
  readonly kind: 'outlet' | 'agency' | 'document' | 'social'
  readonly source: SourcePhrase
}

/** How a cue stands to what it credits. */
export type CueMode = 'verb' | 'participle' | 'masdar' | 'preposed' | 'postposed' | 'colon'

/** A verb of saying whose own clause says nothing of the claim, but who speaks: «ومضى الوزير». */
export interface Voice {
  readonly at: number
  /** Absent where he is named before the verb: «الوزير الذي علق». */
  readonly subject?: SourcePhrase
  readonly gender: 'm' | 'f' | undefined
}

/** Where a claim begins. */
export interface ClaimStart {
  readonly word: number
  readonly start: number
  readonly quotation?: Quotation
  /** A noun phrase, not a clause or quotation. */
  readonly noun?: true
}

/** A word that credits something, with what its clause says of the speaker and where its claim begins. */
export interface Cue {
  /** Index of its word. */
  readonly at: number
  /** First and last word of the cue's own clause, the last excluded: verb, subject, adjuncts. */
  readonly from: number
  readonly to: number
  /** Absent where only a colon credits. */
  readonly span?: Span | undefined
  readonly rule: string
  readonly mode: CueMode
  readonly stance: Stance
  readonly hedge?: Hedge | undefined
  readonly form?: CueForm | undefined
  readonly gender: 'm' | 'f' | undefined
  readonly plural: boolean
  /** «وقال», «فقال», or after a word that begins a clause of its own. */
  readonly coordinated: boolean
  /** Takes up what was said before it: «وهو ما نفته الوزارة». */
  readonly answers?: true | undefined
  readonly subject?: SourcePhrase | undefined
  /** Who passes it on, where the verb relays: «نقلت الوكالة عن». */
  readonly relayer?: SourcePhrase | undefined
  /** Whom a speaker without a name here has it from: «وأضافت نقلا عن مصدر أن». */
  readonly passedOn?: SourcePhrase | undefined
  /** Who issued the paper that speaks, where another clause says so: «أصدرت الوزارة بيانا جاء فيه أن». */
  readonly issuer?: SourcePhrase | undefined
  readonly sides: readonly SideLink[]
  /** Where the claim begins; `undefined` where it stands before the cue. */
  readonly claim: ClaimStart | undefined
}

/** A cue with every field written out: those who find them know different things, and cues of one shape are read fastest. */
export const cueOf = (cue: Cue): Cue =>
  ({
    at: cue.at,
    from: cue.from,
    to: cue.to,
    span: cue.span,
    rule: cue.rule,
    mode: cue.mode,
    stance: cue.stance,
    hedge: cue.hedge,
    form: cue.form,
    gender: cue.gender,
    plural: cue.plural,
    coordinated: cue.coordinated,
    answers: cue.answers,
    subject: cue.subject,
    relayer: cue.relayer,
    passedOn: cue.passedOn,
    issuer: cue.issuer,
    sides: cue.sides,
    claim: cue.claim,
  }) satisfies Record<keyof Cue, unknown>
