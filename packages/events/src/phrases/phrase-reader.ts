import { AMONG_THEM, PREPOSITIONS } from '../forms/function-words.js'
import type { NounSense, Vocabulary } from '../forms/vocabulary.js'
import type { Word } from '../forms/words.js'
import { CommonPhrases } from './common-phrases.js'
import { EventPhrases } from './event-phrases.js'
import { NamedPhrases } from './named-phrases.js'
import { changedFiller, type Filler, type NounPhrase } from './noun-phrase.js'
import { afterApproximation, skipQuotes } from './passing.js'
import { fillerOf, type PhraseSource } from './phrase-source.js'
import { twoOffices } from './two-offices.js'
import { type VerbReading, verbAt } from './verbs-here.js'
import { agentive, classOf, closedClass, isPlace, pronominalOf } from './word-class.js'

const ROUND = 100
const PLURAL = /(?:ون|ين|ات)$/
const LONGEST_LIST = 30
/** Forces in construct with whose they are. */
const FORCES =
  /^(?:قوات|مسلحي|مسلحو|ميليشيات|مليشيات|ميليشيا|مليشيا|عناصر|مقاتلي|مقاتلو|انصار|جماعة|كتائب|متمردي|فلول)$/

/** Nouns that count or class the event noun behind them. */
const COUNTING = new Set('اعمال احداث عملية عمليات سلسلة حملة حملات موجة موجات جولة جولات'.split(' '))

/** Reads the noun phrases and the verbs of one sentence: lists of phrases here, each kind of phrase in its own reader. */
export class PhraseReader implements PhraseSource {
  readonly #verbs: (VerbReading | null | undefined)[] = []
  readonly #named = new NamedPhrases(this)
  readonly #common = new CommonPhrases(this, this.#named)
  readonly #events = new EventPhrases(this)

  constructor(
    readonly words: readonly Word[],
    readonly vocabulary: Vocabulary,
  ) {}

  verb(index: number): VerbReading | undefined {
    if (index >= this.words.length) return undefined
    const known = this.#verbs[index]
    if (known !== undefined) return known ?? undefined
    const reading = verbAt(this.words, index, this.vocabulary)
    this.#verbs[index] = reading ?? null
    return reading
  }

  /** A noun phrase from a word on, with everything coordinated to it. */
  phrase(from: number, preposition?: string): NounPhrase | undefined {
    const first = this.conjunct(from, preposition !== undefined)
    if (first === undefined) return undefined
    const fillers: Filler[] = [first]
    let to = first.to
    while (fillers.length < LONGEST_LIST) {
      const next = this.#coordinated(to, fillers, preposition)
      if (next === undefined) break
      const last = fillers.at(-1)
      // «300 جندي ومدرب», «مراقبين من فلانة ودول أخرى»: what is counted, or come from, together is one party.
      if (last !== undefined && (this.#countsBoth(last, next) || this.#comesFromBoth(last, next)))
        fillers[fillers.length - 1] = changedFiller(last, {
          to: next.to,
          end: next.end,
          nested: [...last.nested, ...next.nested, ...(next.entity === undefined ? [] : [next.entity])],
        })
      else fillers.push(next)
      to = next.to
    }
    return { fillers, from, to }
  }

  #coordinated(to: number, fillers: readonly Filler[], preposition: string | undefined): Filler | undefined {
    const last = fillers.at(-1)
    let at = skipQuotes(this.words, preposition === 'بين' ? this.#behindSide(to) : to)
    const mark = this.words[at]
    const comma = mark?.token.kind === 'punctuation' && mark.form.isComma
    if (comma) at = skipQuotes(this.words, at + 1)
    // «و5 جنود»: before a figure the conjunction is a word of its own.
    const figure = this.words[at]?.whole === 'و' && this.words[at + 1]?.token.kind === 'number'
    if (figure) at++
    const word = this.words[at]
    if (word === undefined || last === undefined || word.token.kind === 'punctuation') return undefined
    // «أما الأولى فالثانية …»: ف opens a clause and joins no nouns.
    const joined = (word.conjunction && !/^\u0641/.test(word.token.text)) || figure
    if (!joined && !(comma && word.mention?.named === true)) return undefined
    if (this.verb(at) !== undefined || closedClass(word) !== undefined || word.time !== undefined) return undefined
    if (word.preposition !== undefined && word.preposition !== preposition) return undefined
    if (PREPOSITIONS.has(word.whole) && word.mention === undefined) return undefined
    const next = this.conjunct(at, word.preposition !== undefined)
    if (next === undefined) return undefined
    // «اجتماع بين فلان ووزرائه خلص إلى …»: two stand behind «بين», whatever follows.
    const paired = preposition === 'بين' && fillers.length === 1
    // «التقى فلانا وفلانا **وبحث** معهما»: what و opens is another clause.
    const behind = skipQuotes(this.words, next.to)
    const follower = this.words[behind]?.conjunction === true ? undefined : this.verb(behind)
    // «جنديان وثلاثة مدنيين قتلوا»: a plural verb behind them is said of all.
    const ofAll =
      (follower?.plural === true && this.#opensClause(fillers[0]?.from ?? to)) || this.#behindBe(fillers[0]?.from ?? to)
    if (!paired && !ofAll && follower !== undefined) return undefined
    if (!joined) {
      const mark = this.words[skipQuotes(this.words, next.to)]
      const goesOn = mark !== undefined && (mark.conjunction || mark.form.isComma)
      return goesOn && last.entity?.type === next.entity?.type ? next : undefined
    }
    // «جميع البحارة وعددهم خمسون»: a number with a pronoun counts those before it.
    if (next.of === 'quantity' && next.pronoun !== undefined) return undefined
    const listed = next.entity !== undefined && (next.named || paired || this.#parted(last))
    if (comma && !(agentive(last) && (listed || (paired && agentive(next))))) return undefined
    if (last.of === 'event' || next.of === 'event') return last.of === next.of ? next : undefined
    // «مسلحي فلان وفلان»: one man beside the man whose forces they are is no other force.
    if (this.#sharesForces(last, next)) return undefined
    if (agentive(last) === agentive(next)) return next
    if (isPlace(last) && isPlace(next)) return next
    // «سجن فلان وفلان», «سراح فلان وفلان»: two men in construct with one noun.
    if (!comma && this.#ownsBoth(last, next)) return next
    // «اعتداءات على سفارات وسياح»: what is struck may be of any kind.
    const struck = preposition === 'علي' || preposition === 'ضد'
    return struck && (isPlace(last) || agentive(last)) && (isPlace(next) || agentive(next)) ? next : undefined
  }

  /** «300 جندي ومدرب»: behind a large figure and its noun another one that nothing counts. */
  #countsBoth(last: Filler, next: Filler): boolean {
    const other = this.words[next.from]
    if (
      (last.of !== 'number' && last.of !== 'group') ||
      next.of !== 'person' ||
      next.named ||
      next.definite ||
      other?.pronoun !== undefined
    )
      return false
    const figure = this.words[last.from]?.token
    return (
      figure?.kind === 'number' && Number(figure.text.replace(/\D/g, '')) >= ROUND && !PLURAL.test(other?.stem ?? '')
    )
  }

  /** «مراقبين من فلانة ودول أخرى»: countries behind the one that people come from. */
  #comesFromBoth(last: Filler, next: Filler): boolean {
    if (last.named || next.pronoun !== undefined) return false
    const from = this.words.slice(last.from, last.to).findIndex(({ whole }) => whole === 'من')
    const origin = this.words[last.from + from + 1]
    if (from < 1 || (origin?.inside !== true && origin?.mention?.entity.type !== 'GPE')) return false
    return next.entity === undefined && /^(?:دول|بلدان)$/.test(next.headKey)
  }

  /** «بين الجيش **من جهة** والحركة»: behind the words that set two sides apart. */
  #behindSide(at: number): number {
    const sides = this.words[at]?.whole === 'من' && /^(?:جهة|جانب|طرف|ناحية)$/.test(this.words[at + 1]?.whole ?? '')
    return sides ? at + 2 : at
  }

  /** True where a thing is in construct with a man's name and another man's name is joined to it. */
  #ownsBoth({ of, entity, nested, from, to }: Filler, next: Filler): boolean {
    if ((of !== 'other' && of !== 'site') || entity !== undefined || !next.named || next.entity?.type !== 'PER')
      return false
    const owner = this.words[from + 1]?.mention
    return owner?.named === true && owner.to === to && owner.entity.type === 'PER' && nested.includes(owner.entity)
  }

  #sharesForces(last: Filler, next: Filler): boolean {
    const man = next.entity?.type === 'PER' && next.entity.group !== true && next.named && !next.titled
    if (!man || next.to - next.from > 1 || last.named || (last.of !== 'group' && last.of !== 'body')) return false
    const head = this.words[last.to - 2]
    return head !== undefined && FORCES.test(head.stem) && this.words[last.to - 1]?.conjunction === false
  }

  /** «كانت فلانة وفلانة قطعت …»: behind «كان» a list goes up to its verb. */
  #behindBe(at: number): boolean {
    return /^كانت?$/.test(this.words[at - 1]?.whole ?? '')
  }

  /** Behind «أن», or at the sentence's start: what stands here may be a subject before its verb. */
  #opensClause(at: number): boolean {
    const before = this.words[at - 1]
    return before === undefined || closedClass(before) === 'opener' || before.form.isQuote
  }

  /** «فلان، وزير النقل، وفلان»: an office between commas stands behind the name. */
  #parted({ from, to }: Filler): boolean {
    for (let at = from; at < to; at++) if (this.words[at]?.form.isComma === true) return true
    return false
  }

  /** One noun phrase by itself, without what is coordinated to it. */
  conjunct(start: number, behindPreposition: boolean): Filler | undefined {
    const first = skipQuotes(this.words, start)
    const from = afterApproximation(this.words, first)
    const filler = this.#conjunctAt(from, start, behindPreposition)
    // «نحو 40 شخصا»: the word that rounds a figure belongs to those counted.
    if (filler === undefined || from !== first + 1 || filler.entity !== undefined) return filler
    return changedFiller(filler, { start: this.words[first]?.start ?? filler.start })
  }

  #conjunctAt(from: number, start: number, behindPreposition: boolean): Filler | undefined {
    const word = this.words[from]
    if (word === undefined || word.token.kind === 'punctuation' || word.token.kind === 'symbol') return undefined
    if (word.token.kind === 'address' || this.verb(from) !== undefined) return undefined
    if (word.preposition !== undefined && !behindPreposition && !word.inside) return undefined
    const two = this.#twoOffices(from)
    if (two !== undefined) return two
    if (word.mention !== undefined && !this.#events.completed(from)) return this.#longer(from) ?? this.#named.at(from)
    if (closedClass(word) !== undefined || (PREPOSITIONS.has(word.whole) && from !== start)) return undefined
    if (pronominalOf(word) !== undefined) return undefined
    if (PREPOSITIONS.has(word.whole) && word.preposition === undefined) return undefined
    if (word.time !== undefined) return undefined
    const counted = this.#counted(from)
    if (counted !== undefined) return counted
    const senses = this.eventSenses(from)
    if (senses !== undefined) return this.#events.at(from, senses)
    return this.#common.at(from)
  }

  /** «أعمال شغب», «عملية خطف», «سلسلة غارات»: what is counted by such a word happened. */
  #counted(from: number): Filler | undefined {
    const word = this.words[from]
    const next = this.words[from + 1]
    if (word === undefined || word.article || word.pronoun !== undefined || !COUNTING.has(word.stem)) return undefined
    if (next === undefined || next.conjunction || next.preposition !== undefined) return undefined
    const senses = this.eventSenses(from + 1)
    return senses === undefined ? undefined : changedFiller(this.#events.at(from + 1, senses), { from })
  }

  /** «الرئيسان التركي والروسي»: two who hold one office, named each or told by their countries. */
  #twoOffices(from: number): Filler | undefined {
    const two = twoOffices(this.words, from)
    if (two === undefined) return undefined
    if (two.name !== undefined) {
      const first = this.#named.at(two.name)
      return first === undefined
        ? undefined
        : changedFiller(first, { from, head: from, headKey: this.words[from]?.stem ?? '' })
    }
    const mention = this.words[from]?.mention
    const entity = mention?.entity.unnamed === true && mention.entity.type === 'PER' ? mention.entity : undefined
    return fillerOf(this.words, from, two.to, { entity, named: false, of: 'group', nested: [] })
  }

  /** «ممثلون عن الحزب», «شقيق فلان»: a nameless mention of one or two words that its phrase goes on behind. */
  #longer(from: number): Filler | undefined {
    const word = this.words[from]
    const mention = word?.mention
    if (mention === undefined || mention.named || mention.entity.unnamed !== true) return undefined
    if (mention.entity.mentions.length > 1 || mention.entity.type !== 'PER' || word?.article === true) return undefined
    if (classOf(word, this.vocabulary) === undefined) return undefined
    const whole = this.#common.at(from)
    if (whole === undefined || whole.entity !== undefined || whole.to <= mention.to) return undefined
    const nested = whole.nested.filter(({ id }) => id !== mention.entity.id)
    return changedFiller(whole, { entity: mention.entity, nested })
  }

  /** True where no noun phrase goes on. */
  stops(at: number): boolean {
    const word = this.words[at]
    if (word === undefined) return true
    if (word.token.kind === 'punctuation' || word.token.kind === 'symbol') return true
    if (word.time !== undefined && word.mention === undefined) return true
    if (word.conjunction && !word.inside) return true
    if (word.preposition !== undefined && !word.inside) return true
    if (word.mention === undefined && (PREPOSITIONS.has(word.whole) || closedClass(word) !== undefined)) return true
    if (pronominalOf(word) !== undefined) return true
    // «مدنيان أحدهما طفل»
    if (word.mention === undefined && AMONG_THEM.test(word.whole)) return true
    return this.verb(at) !== undefined
  }

  /** Event senses of the noun at a word, where it stands as one. */
  eventSenses(at: number): readonly NounSense[] | undefined {
    return this.#events.senses(at)
  }
}
