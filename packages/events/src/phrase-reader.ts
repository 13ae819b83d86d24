import type { Entity } from '@isnad/entities'
import { KIN, LOCATIVES, PREPOSITIONS } from './function-words.js'
import type { Filler, NounPhrase } from './noun-phrase.js'
import { afterApproximation, afterBracket, OPEN, QUOTE, skipQuotes } from './passing.js'
import { type VerbReading, verbAt } from './verbs-here.js'
import { bareKey, type NounSense, type Vocabulary } from './vocabulary.js'
import {
  AGENTIVE,
  agentive,
  classOf,
  classOfEntity,
  closedClass,
  isCrowd,
  isPlace,
  pronominalOf,
} from './word-class.js'
import type { Word, WordMention } from './words.js'

/** The indefinite end of a rank: «الفريق أول ركن فلان». */
const RANK_TAIL = new Set(['اول', 'ركن', 'ثان', 'ثاني', 'ثالث', 'بحري', 'طيار', 'حقوقي'])
/** «التابع للحرس», «الموالية للنظام»: adjectives that a prepositional phrase completes. */
const TIED = /^(?:تابع|موالي|خاص|معروف|شهير)(?:ة|ين|ون|ات)?$/
/** Generic words that stand before a body's name without being part of it. */
const CLASSIFIERS = new Set(
  'جماعة شركة ميليشيا مليشيا منظمة مؤسسة حركة تنظيم صحيفة وكالة قناة مجموعة فريق نقابة جمعية هيئة عصابات حزب نادي جامعة شبكة فصيل لواء كتيبة قبيلة'.split(
    ' ',
  ),
)
/** What numbers count besides people. */
const UNITS = new Set(
  'يوما يوم ايام سنة سنوات عاما عام اعوام شهرا شهر اشهر شهور ساعة ساعات دقيقة دقائق اسبوعا اسابيع كيلومترا كيلومتر مترا متر كلم كم دولار دولارا مليون مليار الف الاف بالمئة نقطة طن طنا درجة مرة مرات صاروخا صاروخ صواريخ قذيفة قذائف غارة غارات سيارة سيارات طائرة طائرات منزلا منازل وحدة'.split(
    ' ',
  ),
)
/** Names of bodies that are adjectives of others: «هجمات منظمة», «فصائل معارضة». */
const DESCRIBING = new Set(['منظمة', 'معارضة', 'متحدة', 'مقاومة', 'معارض', 'منظم'])
const LONGEST_PHRASE = 24
const LONGEST_LIST = 30
/** Participles open the rest of a long modifier: «المدعومة من …», «المحتجزين في …». */
const PARTICIPLE = /^(?:ال)?م[\u0621-\u064a]{3,}$/

/** Reads the noun phrases and the verbs of one sentence. */
export class PhraseReader {
  readonly #verbs: (VerbReading | null | undefined)[] = []

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
    const first = this.#conjunct(from, preposition !== undefined)
    if (first === undefined) return undefined
    const fillers: Filler[] = [first]
    let to = first.to
    while (fillers.length < LONGEST_LIST) {
      const next = this.#coordinated(to, fillers, preposition)
      if (next === undefined) break
      fillers.push(next)
      to = next.to
    }
    return { fillers, from, to }
  }

  #coordinated(to: number, fillers: readonly Filler[], preposition: string | undefined): Filler | undefined {
    const last = fillers.at(-1)
    let at = skipQuotes(this.words, to)
    const mark = this.words[at]
    const comma = mark?.token.kind === 'punctuation' && /^[،,]$/.test(mark.token.text)
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
    const next = this.#conjunct(at, word.preposition !== undefined)
    if (next === undefined) return undefined
    // «اجتماع بين فلان ووزرائه خلص إلى …»: two stand behind «بين», whatever follows.
    const paired = preposition === 'بين' && fillers.length === 1
    const follower = this.verb(skipQuotes(this.words, next.to))
    // «جنديان وثلاثة مدنيين قتلوا»: a plural verb behind them is said of all.
    const ofAll = follower?.plural === true && this.#opensClause(fillers[0]?.from ?? to)
    if (!paired && !ofAll && follower !== undefined) return undefined
    if (!joined) {
      const mark = this.words[skipQuotes(this.words, next.to)]
      const goesOn = mark !== undefined && (mark.conjunction || /^[،,]$/.test(mark.token.text))
      return goesOn && last.entity?.type === next.entity?.type ? next : undefined
    }
    // «جميع البحارة وعددهم خمسون»: a number with a pronoun counts those before it.
    if (next.of === 'quantity' && next.pronoun !== undefined) return undefined
    const listed = next.entity !== undefined && (next.named || paired || this.#parted(last))
    if (comma && !(agentive(last) && (listed || (paired && agentive(next))))) return undefined
    if (last.of === 'event' || next.of === 'event') return last.of === next.of ? next : undefined
    if (agentive(last) === agentive(next)) return next
    if (isPlace(last) && isPlace(next)) return next
    // «اعتداءات على سفارات وسياح»: what is struck may be of any kind.
    const struck = preposition === 'علي' || preposition === 'ضد'
    return struck && (isPlace(last) || agentive(last)) && (isPlace(next) || agentive(next)) ? next : undefined
  }

  /** Behind «أن», or at the sentence's start: what stands here may be a subject before its verb. */
  #opensClause(at: number): boolean {
    const before = this.words[at - 1]
    return before === undefined || closedClass(before) === 'opener' || QUOTE.test(before.token.text)
  }

  /** «فلان، وزير النقل، وفلان»: an office between commas stands behind the name. */
  #parted({ from, to }: Filler): boolean {
    for (let at = from; at < to; at++) if (/^[،,]$/.test(this.words[at]?.token.text ?? '')) return true
    return false
  }

  #conjunct(start: number, behindPreposition: boolean): Filler | undefined {
    const first = skipQuotes(this.words, start)
    const from = afterApproximation(this.words, first)
    const filler = this.#conjunctAt(from, start, behindPreposition)
    // «نحو 40 شخصا»: the word that rounds a figure belongs to those counted.
    if (filler === undefined || from !== first + 1 || filler.entity !== undefined) return filler
    return { ...filler, start: this.words[first]?.start ?? filler.start }
  }

  #conjunctAt(from: number, start: number, behindPreposition: boolean): Filler | undefined {
    const word = this.words[from]
    if (word === undefined || word.token.kind === 'punctuation' || word.token.kind === 'symbol') return undefined
    if (word.token.kind === 'address' || this.verb(from) !== undefined) return undefined
    if (word.preposition !== undefined && !behindPreposition && !word.inside) return undefined
    if (word.mention !== undefined && !this.#completed(from)) return this.#longer(from) ?? this.#fromMention(from)
    if (closedClass(word) !== undefined || (PREPOSITIONS.has(word.whole) && from !== start)) return undefined
    if (pronominalOf(word) !== undefined) return undefined
    if (PREPOSITIONS.has(word.whole) && word.preposition === undefined) return undefined
    if (word.time !== undefined) return undefined
    const senses = this.eventSenses(from)
    if (senses !== undefined) return this.#fromEventNoun(from, senses)
    return this.#fromNoun(from)
  }

  /** «ممثلون عن الحزب», «شقيق فلان»: a nameless mention of one or two words that its phrase goes on behind. */
  #longer(from: number): Filler | undefined {
    const word = this.words[from]
    const mention = word?.mention
    if (mention === undefined || mention.named || mention.entity.unnamed !== true) return undefined
    if (mention.entity.mentions.length > 1 || mention.entity.type !== 'PER' || word?.article === true) return undefined
    if (classOf(word, this.vocabulary) === undefined) return undefined
    const whole = this.#fromNoun(from)
    if (whole === undefined || whole.entity !== undefined || whole.to <= mention.to) return undefined
    return { ...whole, entity: mention.entity, nested: whole.nested.filter(({ id }) => id !== mention.entity.id) }
  }

  /** Event senses of a noun; without its pronoun, its clitics and ال. */
  eventSenses(at: number): readonly NounSense[] | undefined {
    const word = this.words[at]
    if (word === undefined || word.inside || this.verb(at) !== undefined) return undefined
    if (word.mention !== undefined && !this.#completed(at)) return undefined
    const { nouns } = this.vocabulary
    const bare = word.preposition === undefined ? word.whole : word.whole.slice(word.preposition.length)
    // «للقاء» may be ل and «لقاء», with no ال between.
    const key = word.article && !(word.preposition === 'ل' && !nouns.has(word.stem)) ? word.stem : bare
    const plain = nouns.get(key)?.filter(({ joined }) => !joined)
    if (plain !== undefined && plain.length > 0) return plain
    const own = nouns.get(word.stem)
    if (word.pronoun === undefined) return own?.filter(({ joined }) => !joined)
    return own
  }

  /** «حكم القتل»: a descriptor that looks like a man's title is the event noun where its completing word follows. */
  #completed(at: number): boolean {
    const word = this.words[at]
    const next = this.words[at + 1]
    if (word?.mention === undefined || word.mention.named || next === undefined) return false
    const senses = this.vocabulary.nouns.get(word.stem) ?? []
    return senses.some(({ trigger }) =>
      trigger.with.some((one) => bareKey(one) === next.stem || bareKey(one) === bareKey(next.whole)),
    )
  }

  #fromMention(from: number): Filler | undefined {
    const mention = this.words[from]?.mention
    if (mention === undefined) return undefined
    const apposed = this.#namedBehind(mention)
    if (apposed !== undefined) return apposed
    const nested: Entity[] = []
    let to = mention.to
    let titled = false
    while (to < this.words.length && to - from < LONGEST_PHRASE) {
      const word = this.words[to]
      if (word === undefined) break
      if (QUOTE.test(word.token.text)) {
        to++
        continue
      }
      if (OPEN.test(word.token.text)) {
        to = afterBracket(this.words, to)
        continue
      }
      if (mention.entity.type === 'PER' && (titled || mention.named) && this.#isTitleOf(to, titled)) {
        titled = true
        to = word.mention?.to ?? to + 1
        continue
      }
      if (this.#stops(to)) break
      if (word.mention !== undefined) {
        if (!titled || word.mention.entity.type === 'PER') break
        nested.push(word.mention.entity)
        to = word.mention.to
        continue
      }
      const person = mention.entity.type === 'PER'
      const title: boolean = person && (this.vocabulary.classes.get(word.stem)?.has('person') === true || titled)
      if (!title && !(word.article && !person && /(?:ي|ية|ة)$/.test(word.stem))) break
      if (titled && !word.article && this.words[to - 1]?.article === true) break
      if (this.eventSenses(to) !== undefined) break
      titled ||= title
      to++
    }
    if (mention.entity.type === 'PER') to = this.#afterApposition(to)
    return this.#filler(from, to, {
      entity: mention.entity,
      named: mention.named,
      of: classOfEntity(mention.entity),
      nested: nested.filter(({ id }) => id !== mention.entity.id),
      start: mention.span.start,
      end: mention.span.end,
    })
  }

  /** «فلان نائب رئيس الوزراء»، «… النائب الأول لرئيس مجلس الوزراء»: a nameless office right behind a man's name is his. */
  #isTitleOf(at: number, titled: boolean): boolean {
    const word = this.words[at]
    if (word?.mention === undefined || word.mention.from !== at || word.conjunction) return false
    const { entity, named } = word.mention
    if (named || entity.type !== 'PER' || entity.group === true) return false
    return word.preposition === undefined || (titled && word.preposition === 'ل')
  }

  /** «رئيس الوزراء العراقي فلان»: where a descriptor is a mention of its own, the name beside it still is the man. */
  #namedBehind(mention: WordMention): Filler | undefined {
    if (mention.named || mention.entity.type !== 'PER' || mention.entity.group === true) return undefined
    let at = skipQuotes(this.words, mention.to)
    let comma = /^[،,]$/.test(this.words[at]?.token.text ?? '')
    if (comma) at = skipQuotes(this.words, at + 1)
    for (let steps = 0; steps < 9; steps++) {
      const word = this.words[at]
      if (word === undefined || (word.conjunction && (comma || !this.#titleGoesOn(at)))) return undefined
      if (!comma && steps > 0 && /^[،,]$/.test(word.token.text)) {
        comma = true
        at = skipQuotes(this.words, at + 1)
        continue
      }
      if (QUOTE.test(word.token.text)) {
        at++
        continue
      }
      if (word.token.kind !== 'word') return undefined
      if (word.mention !== undefined) {
        const name = word.mention
        if (name.entity.type === 'PER' && name.named) {
          if (word.preposition !== undefined) return undefined
          const rest = this.#fromMention(at)
          return rest === undefined
            ? undefined
            : {
                ...rest,
                from: mention.from,
                head: mention.from,
                nested: [mention.entity, ...rest.nested].filter(({ id }) => id !== name.entity.id),
              }
        }
        if (comma || steps > 5) return undefined
        at = name.to
        continue
      }
      const title = classOf(word, this.vocabulary) === 'person' || RANK_TAIL.has(word.whole) || TIED.test(word.stem)
      const goes = title || word.article || word.preposition === 'ل' || word.conjunction
      if (comma || this.verb(at) !== undefined || !goes) return undefined
      at++
    }
    return undefined
  }

  #fromEventNoun(from: number, senses: readonly NounSense[]): Filler {
    const word = this.words[from]
    let to = from + 1
    let genitive: NounPhrase | undefined
    if (word !== undefined && word.pronoun === undefined) {
      while (to < this.words.length && to - from < 6) {
        if (QUOTE.test(this.words[to]?.token.text ?? '')) {
          to++
          continue
        }
        if (afterApproximation(this.words, to) > to && !word.article) {
          genitive = this.phrase(to)
          to = genitive?.to ?? to + 1
          break
        }
        if (this.#stops(to) || this.words[to]?.token.kind === 'punctuation') break
        const next = this.words[to]
        if (next !== undefined && next.mention === undefined && LOCATIVES.has(next.whole)) break
        if (this.eventSenses(to) !== undefined && !word.article) {
          genitive = this.phrase(to)
          to = genitive?.to ?? to + 1
          break
        }
        const classes = next === undefined ? undefined : this.vocabulary.classes.get(next.stem)
        const opens =
          (next?.mention !== undefined && (next.mention.named || !this.#adjective(to))) ||
          next?.token.kind === 'number' ||
          (classes !== undefined && !this.#adjective(to))
        if (opens && !word.article) {
          genitive = this.phrase(to)
          to = genitive?.to ?? to + 1
          break
        }
        if (opens || next?.pronoun !== undefined || (word.article && next?.article === false)) break
        to++
      }
    }
    return this.#filler(from, to, {
      named: false,
      of: 'event',
      nested: [],
      senses,
      ...(genitive === undefined ? {} : { genitive }),
      end: word?.end ?? 0,
    })
  }

  /** «سوري», «إسرائيلي» behind an indefinite noun is its adjective, though the letters also name people. */
  #adjective(at: number): boolean {
    // «عمليات اقتحام منظمة»: with nothing behind it that it could be named by, it describes.
    const word = this.words[at]
    const next = this.words[at + 1]
    if (word !== undefined && !word.article && word.mention === undefined && DESCRIBING.has(word.whole))
      if (next?.mention === undefined && next?.article !== true) return true
    return /(?:ي|ية)$/.test(this.words[at]?.stem ?? '') && !this.words[at]?.article
  }

  #fromNoun(from: number): Filler | undefined {
    const { words, vocabulary } = this
    const nested: Entity[] = []
    let of: Filler['of'] =
      words[from]?.token.kind === 'number' ? 'number' : (classOf(words[from], vocabulary) ?? 'other')
    if (of === 'other' && !/^[\u0621-\u064a]{2,}$/.test(words[from]?.stem ?? '')) return undefined
    // «الرئيسان فلان وفلان»: two of an office before their names.
    const two = of === 'group' && words[from]?.article === true && /(?:ان|ين)$/.test(words[from]?.stem ?? '')
    const name = words[from + 1]?.mention
    if (two && name?.named === true && name.entity.type === 'PER' && words[from + 1]?.preposition === undefined)
      return this.#fromMention(from + 1)
    let entity: Entity | undefined
    let named = false
    let span: { start: number; end: number } | undefined
    let to = from + 1
    let open = of === 'quantity' || of === 'number'
    while (to < words.length && to - from < LONGEST_PHRASE) {
      const word = words[to]
      if (word === undefined) break
      if (QUOTE.test(word.token.text)) {
        to++
        continue
      }
      if (OPEN.test(word.token.text)) {
        to = afterBracket(this.words, to)
        continue
      }
      if (/^[،,]$/.test(word.token.text) && of === 'person' && entity === undefined) {
        const after = skipQuotes(this.words, to + 1)
        const name = words[after]?.mention
        if (name?.named === true && name.entity.type === 'PER' && !words[after]?.conjunction) {
          entity = name.entity
          named = true
          span = name.span
          to = name.to
        }
        break
      }
      if (open && word.whole === 'من' && word.token.kind === 'word') {
        const colon = words[to + 1]?.token.text === ':' ? 1 : 0
        const inner = this.#conjunct(to + 1 + colon, false)
        if (inner === undefined || inner.of === 'event') break
        if (colon === 1 || words[from]?.stem === 'كل') {
          entity = inner.entity
          named = inner.named
          span = { start: inner.start, end: inner.end }
        }
        of = inner.of === 'person' ? 'group' : inner.of === 'other' ? of : inner.of
        if (inner.entity !== undefined) nested.push(inner.entity)
        nested.push(...inner.nested)
        to = this.#alsoAmong(inner)
        open = false
        continue
      }
      const absorbed = this.#modifier(to, of)
      if (absorbed !== undefined) {
        nested.push(...absorbed.entities)
        to = absorbed.to
        continue
      }
      const shared = of === 'group' && nested.length > 0 ? this.#sharedGenitive(to) : undefined
      if (shared !== undefined) {
        nested.push(...shared.entities)
        to = shared.to
        continue
      }
      if (of === 'person' && entity === undefined && this.#titleGoesOn(to)) {
        to++
        continue
      }
      if (this.#stops(to)) break
      const closed = words[to - 1]?.article === true || words[to - 1]?.pronoun !== undefined
      if (closed && !this.#appositive(word, of)) break
      if (word.mention !== undefined) {
        const { mention } = word
        const apposed =
          !(KIN.has(words[from]?.stem ?? '') && words[from]?.article === false) &&
          mention.entity.type === 'PER' &&
          mention.named &&
          (of === 'person' || (of === 'other' && from + 1 === to && words[from]?.article === true))
        if (apposed) {
          of = 'person'
          entity = mention.entity
          named = true
          span = mention.span
          to = this.#fromMention(to)?.to ?? mention.to
          break
        }
        if (of === 'body' && mention.entity.type === 'ORG' && mention.named && entity === undefined) {
          // «جماعة كذا», «شركة كذا»: the class and the name side by side are one body.
          if (CLASSIFIERS.has(words[from]?.stem ?? '')) {
            entity = mention.entity
            named = true
            span = mention.span
          }
        }
        // «مسلحون مجهولون» with its ن is in no construct: the name behind it is not its genitive.
        if (of === 'group' && !words[from]?.article && /...(?:ون|ين)$/.test(words[to - 1]?.stem ?? '') && !open) break
        if (open && !mention.named) {
          entity = undefined
          of = classOfEntity(mention.entity)
          open = false
        }
        nested.push(mention.entity)
        to = mention.to
        continue
      }
      // «فصائل سورية معارضة»
      const describes = of === 'group' && DESCRIBING.has(word.whole) && words[to - 1]?.article === false
      if (this.eventSenses(to) !== undefined && of !== 'person' && !describes) break
      if (!open && this.#partsFrom(from, to)) break
      if (of === 'number' && UNITS.has(word.stem)) {
        of = 'other'
        open = false
      }
      if (open) {
        const next = classOf(word, vocabulary)
        if (next !== undefined && next !== 'quantity') {
          of = next === 'person' ? 'group' : next
          open = false
        } else if (next === undefined && word.token.kind === 'word') {
          // «كل البرامج» are no people; «عشرات المهربين» are.
          of = /..(?:ون|ين)$/.test(word.stem) ? 'group' : 'other'
          open = false
        }
      }
      to++
    }
    return this.#filler(from, to, {
      ...(entity === undefined ? {} : { entity }),
      named,
      of,
      nested: nested.filter((one) => one.id !== entity?.id),
      ...(span ?? {}),
    })
  }

  /** «استهدف انتحاري مركزا»: an adjective agrees with its noun; one that cannot opens the next phrase. */
  #partsFrom(from: number, at: number): boolean {
    const head = this.words[from]
    const word = this.words[at]
    if (head === undefined || word === undefined || word.article || word.mention !== undefined) return false
    // «مجهولون عبوة»: a plural in ون is in no construct, and no adjective of it ends in ة.
    if (/..ون$/.test(head.stem) && /ة$/.test(word.stem)) return true
    if (head.token.kind !== 'word' || /ا$/.test(head.stem) || !/..[^اي]ا$/.test(word.stem)) return false
    return at === from + 1 || !/ا$/.test(this.words[at - 1]?.stem ?? '')
      ? classOf(word, this.vocabulary) !== undefined && classOf(word, this.vocabulary) !== 'quantity'
      : false
  }

  /** «25 من الهاربين والمطلوبين»: where the groups end among which people are counted. */
  #alsoAmong(inner: Filler): number {
    let { to } = inner
    while (inner.definite && inner.of === 'group') {
      const word = this.words[to]
      if (word === undefined || !word.conjunction || !word.article || word.mention?.named === true) break
      if (classOf(word, this.vocabulary) !== 'group') break
      const next = this.#conjunct(to, false)
      if (next === undefined || this.verb(skipQuotes(this.words, next.to)) !== undefined) break
      to = next.to
    }
    return to
  }

  /** «قادة الحزب والحركة», «ممثلو الأحزاب والنقابات»: bodies joined behind a group's noun are both its own. */
  #sharedGenitive(at: number): { readonly to: number; readonly entities: Entity[] } | undefined {
    const word = this.words[at]
    if (word === undefined || !word.conjunction || word.preposition !== undefined || word.inside) return undefined
    const mention = word.mention
    const body = mention === undefined ? classOf(word, this.vocabulary) === 'body' : mention.entity.type === 'ORG'
    if (!body || this.verb(at) !== undefined) return undefined
    const inner = this.#conjunct(at, false)
    if (inner === undefined || this.verb(skipQuotes(this.words, inner.to)) !== undefined) return undefined
    return { to: inner.to, entities: [...(inner.entity === undefined ? [] : [inner.entity]), ...inner.nested] }
  }

  /** «وزير الثقافة والإعلام فلان»: a field joined to another in an office, before the name of who holds it. */
  #titleGoesOn(at: number): boolean {
    const word = this.words[at]
    if (word === undefined || !word.conjunction || word.mention !== undefined || word.preposition !== undefined)
      return false
    if (classOf(word, this.vocabulary) !== undefined || this.verb(at) !== undefined || word.time !== undefined)
      return false
    return this.#nameFollows(at + 1)
  }

  /** «فلان، وزير النقل في حكومة كذا،»: the office behind a name, between commas, belongs to it. */
  #afterApposition(at: number): number {
    const comma = this.words[at]
    const title = this.words[at + 1]
    if (comma === undefined || !/^[،,]$/.test(comma.token.text) || title === undefined) return at
    if (title.conjunction || title.mention !== undefined || classOf(title, this.vocabulary) !== 'person') return at
    for (let i = at + 2; i < this.words.length && i < at + 16; i++) {
      const word = this.words[i]
      if (word === undefined || /^[،,.]$/.test(word.token.text)) return i
      if (word.mention?.entity.type === 'PER' && word.mention.named) return at
      if (this.verb(i) !== undefined || closedClass(word) === 'opener' || closedClass(word) === 'relative') return at
    }
    return at
  }

  /** Behind a definite noun only its adjectives, further titles and the name it stands beside belong to the phrase. */
  #appositive(word: Word, of: Filler['of']): boolean {
    if (word.mention === undefined) {
      if (word.article) {
        const other = classOf(word, this.vocabulary)
        return !(of === 'group' && (other === 'body' || other === 'group'))
      }
      return of === 'person' && (classOf(word, this.vocabulary) === 'person' || RANK_TAIL.has(word.whole))
    }
    const { type } = word.mention.entity
    if (type === 'PER') return of === 'person' || of === 'other'
    return of === 'placenoun' ? type === 'GPE' || type === 'LOC' : of === 'body' || of === 'site'
  }

  /** A prepositional modifier that belongs to the phrase: «المدعومة من إيران», «ممثلون عن …», «قائد في الجيش فلان». */
  #modifier(at: number, of: Filler['of']): { readonly to: number; readonly entities: Entity[] } | undefined {
    const word = this.words[at]
    if (word === undefined || word.inside) return undefined
    // «التابع للحرس الثوري»: the preposition may stand at a name.
    const beside = this.words[at - 1]
    const around = word.preposition === 'ب' && beside?.article === true && /^محيط|^مرتبط/.test(beside.stem)
    const attached =
      word.preposition !== undefined && (word.mention === undefined || word.preposition === 'ل' || around)
    const key = attached ? word.preposition : word.whole
    if (key === undefined || !/^(?:من|عن|في|ل|ب|الي|لدي)$/.test(key)) return undefined
    const before = this.words[at - 1]
    const participle =
      before !== undefined &&
      before.mention === undefined &&
      !before.inside &&
      (PARTICIPLE.test(before.stem) || TIED.test(before.stem)) &&
      classOf(before, this.vocabulary) === undefined
    const partitive = of === 'group' && (key === 'من' || key === 'عن')
    const office =
      (of === 'person' || of === 'group') &&
      (key === 'في' || key === 'ل' || key === 'لدي' || key === 'ب' || key === 'علي')
    const possessed = (of === 'site' || of === 'vehicle') && key === 'ل'
    if (!participle && !partitive && !office && !possessed) return undefined
    const inner = this.#conjunct(attached ? at : at + 1, attached)
    if (inner === undefined || inner.of === 'event') return undefined
    const entities = [...(inner.entity === undefined ? [] : [inner.entity]), ...inner.nested]
    if (office && !participle) {
      const body = (inner.of === 'body' || inner.entity?.type === 'ORG') && key !== 'ب' && key !== 'علي'
      if (of === 'person' ? !this.#nameFollows(inner.to) : !body) return undefined
    }
    if (possessed && !participle) return agentive(inner) ? { to: inner.to, entities } : undefined
    if (partitive && entities.length === 0 && !AGENTIVE.has(inner.of)) return undefined
    // «إجلاء موظفين من القنصلية» tells where from, «مقاتلون من الحزب» who they are.
    if (partitive && !participle && isPlace(inner)) return undefined
    if (participle && entities.length === 0) return undefined
    return { to: inner.to, entities }
  }

  /** True when a person's name comes within a few words and no verb before it. */
  #nameFollows(at: number): boolean {
    let comma = false
    for (let i = at; i < at + 9 && i < this.words.length; i++) {
      const word = this.words[i]
      if (!comma && /^[،,]$/.test(word?.token.text ?? '')) {
        comma = true
        if (this.words[skipQuotes(this.words, i + 1)]?.mention === undefined) return false
        continue
      }
      if (QUOTE.test(word?.token.text ?? '')) continue
      if (word?.mention?.entity.type === 'PER') return word.mention.named
      if (this.verb(i) !== undefined || word?.conjunction === true || word?.token.kind === 'punctuation') return false
    }
    return false
  }

  #filler(
    from: number,
    to: number,
    rest: Omit<
      Filler,
      'from' | 'to' | 'start' | 'end' | 'head' | 'headKey' | 'titled' | 'crowd' | 'definite' | 'pronoun'
    > & {
      readonly start?: number
      readonly end?: number
    },
  ): Filler {
    const first = this.words[from]
    let last = to - 1
    while (last > from && this.words[last]?.token.kind === 'punctuation') last--
    return {
      from,
      to,
      start: rest.start ?? first?.start ?? 0,
      end: rest.end ?? this.words[last]?.end ?? 0,
      entity: rest.entity,
      named: rest.named,
      of: rest.of,
      head: from,
      headKey: first?.stem ?? '',
      crowd: agentive(rest) && this.#isCrowd(from, to),
      titled: rest.named && rest.start !== undefined && rest.start > (first?.start ?? 0),
      nested: rest.nested,
      definite: first?.article === true,
      pronoun: first?.pronoun,
      senses: rest.senses,
      genitive: rest.genitive,
    }
  }

  #isCrowd(from: number, to: number): boolean {
    for (let at = from; at < to; at++) if (isCrowd(this.words[at])) return true
    return false
  }

  #stops(at: number): boolean {
    const word = this.words[at]
    if (word === undefined) return true
    if (word.token.kind === 'punctuation' || word.token.kind === 'symbol') return true
    if (word.time !== undefined && word.mention === undefined) return true
    if (word.conjunction && !word.inside) return true
    if (word.preposition !== undefined && !word.inside) return true
    if (word.mention === undefined && (PREPOSITIONS.has(word.whole) || closedClass(word) !== undefined)) return true
    if (pronominalOf(word) !== undefined) return true
    return this.verb(at) !== undefined
  }
}
