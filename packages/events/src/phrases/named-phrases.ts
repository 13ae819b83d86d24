import type { Entity } from '@isnad/entities'
import { THINGS } from '../forms/function-words.js'
import type { Word, WordMention } from '../forms/words.js'
import { changedFiller, type Filler } from './noun-phrase.js'
import { endsInName, skipQuotes } from './passing.js'
import { afterMark, fillerOf, LONGEST_PHRASE, type PhraseSource } from './phrase-source.js'
import { classOf, classOfEntity, closedClass } from './word-class.js'

/** The indefinite end of a rank: «الفريق أول ركن فلان». */
export const RANK_TAIL: ReadonlySet<string> = new Set(['اول', 'ركن', 'ثان', 'ثاني', 'ثالث', 'بحري', 'طيار', 'حقوقي'])
/** «التابع للحرس», «الموالية للنظام»: adjectives that a prepositional phrase completes. */
export const TIED = /^(?:تابع|موالي|خاص|معروف|شهير)(?:ة|ين|ون|ات)?$/

const TIED_TO = /^(?:مدعوم|محسوب|مقرب|مناهض|موالي|تابع|متحالف|مرتبط)(?:ة|ين|ون|ات)?$/

/** «الرهبان الفرنسيون», «المستوطنين المتطرفين»: a definite plural in the case of the definite plural before it describes it. */
export function describesMen(words: readonly Word[], at: number): boolean {
  const word = words[at]
  const before = words[at - 1]
  if (word === undefined || before === undefined || !word.article || !before.article || word.conjunction) return false
  if (word.mention !== undefined && (word.mention.named || word.mention.entity.group !== true)) return false
  const ending = /(?:ون|ين)$/.exec(word.stem)?.[0]
  if (ending === undefined) return false
  return before.stem.endsWith(ending) || (ending === 'ون' && !/ين$/.test(before.stem))
}

/** Reads noun phrases that begin with a mention of somebody, with the offices before and behind his name. */
export class NamedPhrases {
  readonly #source: PhraseSource

  constructor(source: PhraseSource) {
    this.#source = source
  }

  at(from: number): Filler | undefined {
    const mention = this.#source.words[from]?.mention
    if (mention === undefined) return undefined
    const apposed = this.#namedBehind(mention)
    if (apposed !== undefined) return apposed
    const nested: Entity[] = []
    let to = mention.to
    let titled = false
    while (to < this.#source.words.length && to - from < LONGEST_PHRASE) {
      const word = this.#source.words[to]
      if (word === undefined) break
      const marked = afterMark(this.#source.words, to)
      if (marked !== undefined) {
        to = marked
        continue
      }
      if (mention.entity.type === 'PER' && (titled || mention.named) && this.#isTitleOf(to, titled)) {
        titled = true
        to = word.mention?.to ?? to + 1
        continue
      }
      if (this.#source.stops(to)) break
      if (word.mention !== undefined) {
        if (mention.entity.group === true && !mention.named && describesMen(this.#source.words, to)) {
          to = word.mention.to
          continue
        }
        if (!titled || word.mention.entity.type === 'PER') break
        // «فلان مدرب نادي كذا الاتحاد الآسيوي»: one name right behind another is in no construct with it.
        if (word.mention.named && word.preposition === undefined && endsInName(this.#source.words, to - 1)) break
        nested.push(word.mention.entity)
        to = word.mention.to
        continue
      }
      // «الحركة المدعومة من فلانة»
      const backed = word.article && TIED_TO.test(word.stem) ? this.#tiedTo(to + 1) : undefined
      if (backed !== undefined) {
        nested.push(backed.entity)
        to = backed.to
        continue
      }
      const person = mention.entity.type === 'PER'
      if (person && this.#isSomebodysMan(to)) break
      const office = this.#source.vocabulary.classes.get(word.stem)?.has('person') === true
      const title: boolean = person && (office || titled)
      if (!title && !(word.article && !person && /(?:ي|ية|ة)$/.test(word.stem) && !THINGS.has(word.stem))) break
      if (titled && !word.article && this.#source.words[to - 1]?.article === true) break
      if (this.#source.eventSenses(to) !== undefined) break
      titled ||= title
      to++
    }
    if (mention.entity.type === 'PER') to = this.#afterApposition(to)
    return fillerOf(this.#source.words, from, to, {
      entity: mention.entity,
      named: mention.named,
      of: classOfEntity(mention.entity),
      nested: nested.filter(({ id }) => id !== mention.entity.id),
      start: mention.span.start,
      end: mention.span.end,
    })
  }

  /** Whoever backs or commands those whom a participle describes, behind its preposition. */
  #tiedTo(at: number): { readonly to: number; readonly entity: Entity } | undefined {
    const word = this.#source.words[at]
    const attached = word?.preposition !== undefined ? at : at + 1
    if (word === undefined || (attached > at && !/^(?:من|الي|علي|ل|مع)$/.test(word.whole))) return undefined
    const mention = this.#source.words[attached]?.mention
    return mention?.named === true ? { to: mention.to, entity: mention.entity } : undefined
  }

  /** «فلان نائب رئيس الوزراء»، «… النائب الأول لرئيس مجلس الوزراء»: a nameless office right behind a man's name is his. */
  #isTitleOf(at: number, titled: boolean): boolean {
    const word = this.#source.words[at]
    if (word?.mention === undefined || word.mention.from !== at || word.conjunction) return false
    const { entity, named } = word.mention
    if (named || entity.type !== 'PER' || entity.group === true) return false
    if (this.#isSomebodysMan(at)) return false
    // «طالب فلان مدراء الفروع»: no one man is many.
    if (classOf(word, this.#source.vocabulary) === 'group') return false
    return word.preposition === undefined || (titled && word.preposition === 'ل')
  }

  /** «استقبل الوزير نظيره»: behind a man, another whom a pronoun makes his, and not he himself. */
  #isSomebodysMan(at: number): boolean {
    const word = this.#source.words[at]
    if (word?.pronoun === undefined || word.mention?.named === true) return false
    const of = classOf(word, this.#source.vocabulary)
    return of === 'person' || of === 'group'
  }

  /** «رئيس الوزراء العراقي فلان»: where a descriptor is a mention of its own, the name beside it still is the man. */
  #namedBehind(mention: WordMention): Filler | undefined {
    if (mention.named || mention.entity.type !== 'PER' || mention.entity.group === true) return undefined
    let at = skipQuotes(this.#source.words, mention.to)
    let comma = this.#source.words[at]?.form.isComma === true
    if (comma) at = skipQuotes(this.#source.words, at + 1)
    for (let steps = 0; steps < 9; steps++) {
      const word = this.#source.words[at]
      if (word === undefined || (word.conjunction && (comma || !this.titleGoesOn(at)))) return undefined
      if (!comma && steps > 0 && word.form.isComma) {
        comma = true
        at = skipQuotes(this.#source.words, at + 1)
        continue
      }
      if (word.form.isQuote) {
        at++
        continue
      }
      if (word.token.kind !== 'word' || this.#isSomebodysMan(at)) return undefined
      if (word.mention !== undefined) {
        const name = word.mention
        if (name.entity.type === 'PER' && name.named) {
          if (word.preposition !== undefined) return undefined
          const rest = this.at(at)
          return rest === undefined
            ? undefined
            : changedFiller(rest, {
                from: mention.from,
                head: mention.from,
                nested: [mention.entity, ...rest.nested].filter(({ id }) => id !== name.entity.id),
              })
        }
        if (comma || steps > 5) return undefined
        at = name.to
        continue
      }
      const title =
        classOf(word, this.#source.vocabulary) === 'person' || RANK_TAIL.has(word.whole) || TIED.test(word.stem)
      // «قائد القوات في الحركة، فلان»
      const inBody = word.whole === 'في' && this.#source.words[at + 1]?.mention?.entity.type === 'ORG'
      const goes = title || word.article || word.preposition === 'ل' || word.conjunction || inBody
      if (comma || this.#source.verb(at) !== undefined || !goes) return undefined
      at++
    }
    return undefined
  }

  /** «وزير الثقافة والإعلام فلان»: a field joined to another in an office, before the name of who holds it. */
  titleGoesOn(at: number): boolean {
    const word = this.#source.words[at]
    if (word === undefined || !word.conjunction || word.mention !== undefined || word.preposition !== undefined)
      return false
    if (
      classOf(word, this.#source.vocabulary) !== undefined ||
      this.#source.verb(at) !== undefined ||
      word.time !== undefined
    )
      return false
    return this.nameFollows(at + 1)
  }

  /** «فلان، وزير النقل في حكومة كذا،»: the office behind a name, between commas, belongs to it. */
  #afterApposition(at: number): number {
    const comma = this.#source.words[at]
    const title = this.#source.words[at + 1]
    if (comma === undefined || !comma.form.isComma || title === undefined) return at
    if (title.conjunction || title.mention !== undefined || classOf(title, this.#source.vocabulary) !== 'person')
      return at
    for (let i = at + 2; i < this.#source.words.length && i < at + 16; i++) {
      const word = this.#source.words[i]
      if (word === undefined || /^[،,.]$/.test(word.token.text)) return i
      if (word.mention?.entity.type === 'PER' && word.mention.named) return at
      if (this.#source.verb(i) !== undefined || closedClass(word) === 'opener' || closedClass(word) === 'relative')
        return at
    }
    return at
  }

  /** True when a person's name comes within a few words and no verb before it. */
  nameFollows(at: number): boolean {
    let comma = false
    for (let i = at; i < at + 9 && i < this.#source.words.length; i++) {
      const word = this.#source.words[i]
      if (!comma && word?.form.isComma === true) {
        comma = true
        if (this.#source.words[skipQuotes(this.#source.words, i + 1)]?.mention === undefined) return false
        continue
      }
      if (word?.form.isQuote === true) continue
      if (word?.mention?.entity.type === 'PER') return word.mention.named
      if (this.#source.verb(i) !== undefined || word?.conjunction === true || word?.token.kind === 'punctuation')
        return false
    }
    return false
  }
}
