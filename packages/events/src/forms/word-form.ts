import type { NounClass } from '@isnad/lexicon'
import { mapped, type Segment, type Token, TokenTable, wordKey } from '@isnad/text'
import {
  COMPLEMENTISERS,
  EMPTY_WORDS,
  FUTURE,
  NEGATIONS,
  POSSIBLE,
  PREPOSITION_WITH_PRONOUN,
  PREPOSITIONS,
  RELATIVES,
} from './function-words.js'
import type { Letters } from './letters.js'
import { nounClassOf } from './noun-class.js'
import { guessOf, isNoVerb, type KnownVerb, knownVerb, spellsEventNoun, type VerbGuess } from './verb-letters.js'
import { bareKey, type EventPhrase, type NounSense, type Vocabulary } from './vocabulary.js'

const QUOTE = /^["«»“”'’‘]$/
const COMMA = /^[،,]$/
const OPEN = /^[([{]$/
const CLOSE = /^[)\]}]$/
/** People named after their demonstration, sit-in or strike; «المضرب» alone is a racket, too. */
const CROWD = /^(?:(?:متظاهر|محتج|معتصم)(?:ا|ة|و|ي|ون|ين|ات|ان)?|مضرب(?:ون|ين|و))$/

const PEER = /^نظيرت?(ه|ها|هم|هما)$/
const PEER_STEM = 'نظير'

/** What a printed word is wherever it stands; worked out once for each form, see `formsOf`. */
export class WordForm implements Letters {
  readonly printed: string
  readonly whole: string
  readonly stem: string
  /** The same two without a leading ال. */
  readonly bareWhole: string
  readonly bareStem: string
  readonly conjunction: boolean
  readonly preposition: string | undefined
  readonly future: boolean
  readonly article: boolean
  readonly pronoun: string | undefined
  /** Units from the token's start to where the word begins without its و, ب, ل, س. */
  readonly lead: number
  readonly isPreposition: boolean
  readonly isComplementiser: boolean
  readonly closed: 'opener' | 'relative' | 'negation' | 'particle' | undefined
  /** «عليه», «منهم»: a preposition with nothing but a pronoun. */
  readonly pronominal: { readonly preposition: string; readonly pronoun: string } | undefined
  readonly isWord: boolean
  readonly isQuote: boolean
  readonly isComma: boolean
  readonly isOpening: boolean
  readonly isClosing: boolean
  /** One of a crowd that protests. */
  readonly isCrowd: boolean
  /** Read as a verb beside no neighbour. */
  readonly noVerb: boolean
  /** How it would be read as a verb that no list has. */
  readonly guess: VerbGuess | undefined
  #senses: FormSenses | undefined

  constructor(token: Token) {
    const { segments, start, text } = token
    const conjunction = segments[0]?.role === 'conjunction' ? segments[0] : undefined
    let stem: Segment | undefined
    let first: Segment | undefined
    let preposition: Segment | undefined
    let pronoun: Segment | undefined
    let future = false
    let article = false
    for (const segment of segments) {
      const { role } = segment
      if (role === 'preposition') preposition ??= segment
      else if (role !== 'conjunction') {
        first ??= segment
        if (role === 'stem') stem ??= segment
        else if (role === 'pronoun') pronoun ??= segment
        else if (role === 'particle') future = true
        else if (role === 'article') article = true
      }
    }
    const cut = conjunction === undefined ? 0 : conjunction.end - start
    const form = stem?.form ?? text
    // «ونظيره», «ونظيرته»: the only noun of people that the segmenter leaves whole behind و.
    const peer = pronoun === undefined ? PEER.exec(form) : null
    this.printed = text
    this.whole = wordKey(cut === 0 ? text : text.slice(cut))
    this.stem = peer === null ? (cut === 0 && form === text ? this.whole : wordKey(form)) : PEER_STEM
    this.bareWhole = bareKey(this.whole)
    this.bareStem = bareKey(this.stem)
    this.conjunction = conjunction !== undefined
    this.preposition = preposition === undefined ? undefined : wordKey(preposition.form)
    this.future = future
    this.article = article
    this.pronoun = pronoun === undefined ? peer?.[1] : wordKey(pronoun.form)
    this.lead = future ? cut : (first?.start ?? start) - start
    this.isPreposition = PREPOSITIONS.has(this.whole)
    this.isComplementiser = COMPLEMENTISERS.has(this.whole)
    this.closed = closedClassOf(this.whole)
    this.pronominal = pronominalOf(this.whole)
    this.isWord = token.kind === 'word'
    this.isQuote = QUOTE.test(text)
    this.isComma = COMMA.test(text)
    this.isOpening = OPEN.test(text)
    this.isClosing = CLOSE.test(text)
    this.isCrowd = CROWD.test(this.stem)
    this.noVerb = isNoVerb(text, this.whole)
    this.guess = guessOf(this)
  }

  /** What a vocabulary knows of the form. */
  in(vocabulary: Vocabulary): FormSenses {
    if (this.#senses?.vocabulary !== vocabulary) this.#senses = new FormSenses(this, vocabulary)
    return this.#senses
  }
}

/** What one vocabulary knows of a form. */
class FormSenses {
  readonly vocabulary: Vocabulary
  readonly nounClass: NounClass | undefined
  /** Whether the letters spell an event noun. */
  readonly isEventNoun: boolean
  /** Places of the vetoes among whose words it is. */
  readonly vetoes: readonly number[]
  /** Domains whose words its stem is among, once for each list. */
  readonly domains: readonly string[]
  /** What verb the letters spell where no «لم» or «لا» stands before them. */
  readonly verb: KnownVerb | undefined
  /** Whether the lexicon has the letters as a verb's, clitics and all. */
  readonly isVerb: boolean
  /** Event senses of the noun that the letters spell without its pronoun, its clitics and ال. */
  readonly events: readonly NounSense[] | undefined
  /** Phrases that it opens. */
  readonly phrases: readonly EventPhrase[]

  constructor(form: WordForm, vocabulary: Vocabulary) {
    this.vocabulary = vocabulary
    this.nounClass = nounClassOf(form, vocabulary)
    this.isEventNoun = spellsEventNoun(form, vocabulary)
    const ofStem = vocabulary.vetoesOf.get(form.stem) ?? NO_VETOES
    const ofWhole = form.bareWhole === form.stem ? NO_VETOES : (vocabulary.vetoesOf.get(form.bareWhole) ?? NO_VETOES)
    this.vetoes = ofWhole.length === 0 ? ofStem : [...new Set([...ofStem, ...ofWhole])].sort((a, b) => a - b)
    this.domains = ofStem.flatMap((place) => vocabulary.vetoes[place]?.domain ?? [])
    this.verb = knownVerb(form, vocabulary, false)
    this.isVerb = vocabulary.verbs.has(form.whole)
    this.events = eventSensesOf(form, vocabulary)
    this.phrases = vocabulary.phrases.get(form.bareStem) ?? NO_PHRASES
  }
}

const NO_VETOES: readonly number[] = []
const NO_PHRASES: readonly EventPhrase[] = []

function eventSensesOf(form: Letters, { nouns }: Vocabulary): readonly NounSense[] | undefined {
  const { whole, stem, preposition, pronoun } = form
  const bare = preposition === undefined ? whole : whole.slice(preposition.length)
  // «للقاء» may be ل and «لقاء», with no ال between.
  const key = form.article && !(preposition === 'ل' && !nouns.has(stem)) ? stem : bare
  const plain = nouns.get(key)?.filter(({ joined }) => !joined)
  if (plain !== undefined && plain.length > 0) return plain
  const own = nouns.get(stem)
  return pronoun === undefined ? own?.filter(({ joined }) => !joined) : own
}

function closedClassOf(whole: string): WordForm['closed'] {
  if (RELATIVES.has(whole)) return 'relative'
  if (NEGATIONS.has(whole)) return 'negation'
  if (COMPLEMENTISERS.has(whole)) return 'opener'
  if (POSSIBLE.has(whole) || FUTURE.has(whole) || EMPTY_WORDS.has(whole)) return 'particle'
  return undefined
}

function pronominalOf(whole: string): WordForm['pronominal'] {
  const match = PREPOSITION_WITH_PRONOUN.exec(whole)
  return match === null ? undefined : { preposition: match[1] ?? '', pronoun: match[2] ?? '' }
}

let forms: TokenTable<WordForm> | undefined

/** The forms of tokens: their letters and what is known of them. */
export function formsOf(tokens: readonly Token[]): WordForm[] {
  forms ??= new TokenTable((token) => new WordForm(token))
  const table = forms
  return mapped(tokens, (token) => table.of(token))
}
