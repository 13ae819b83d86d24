import { LOCATIVES } from '../forms/function-words.js'
import { conditionsOf, type NounSense } from '../forms/vocabulary.js'
import type { Filler, NounPhrase } from './noun-phrase.js'
import { afterApproximation } from './passing.js'
import { fillerOf, type PhraseSource } from './phrase-source.js'
import { classOf, DESCRIBING } from './word-class.js'

const COURTLY: ReadonlySet<string> = new Set('فخامة سمو معالي سعادة جلالة سيادة فضيلة سماحة دولة نيافة غبطة'.split(' '))
/** Letters of masdars of the third, fifth, seventh, eighth and tenth measures. */
const MASDAR =
  /^(?:م[\u0621-\u064a]ا[\u0621-\u064a]{2}ة|ا[نست][\u0621-\u064a]{1,3}ا[\u0621-\u064a]|ا[\u0621-\u064a]ت[\u0621-\u064a]ا[\u0621-\u064a]|ت[\u0621-\u064a]{2}ي[\u0621-\u064a])$/

/** Masdars of the first measure of coming, going and being. */
const PLAIN_MASDARS: ReadonlySet<string> = new Set(
  'عودة دخول خروج بقاء وجود رحيل وصول حضور مرور سفر لجوء نشر نقل رفع فتح غلق بيع شراء منح وضع طرح رسو نزول صعود عبور هبوط ظهور سقوط'.split(
    ' ',
  ),
)

/** «قوات الاحتلال», «وفد المعارضة»: with its article and of nothing further, those who occupy or oppose. */
const BODIES: ReadonlySet<string> = new Set(['الاحتلال', 'المعارضة'])

/** What is done to people. */
const SUFFERED: ReadonlySet<string> = new Set(
  'مقتل إصابة اصابة استشهاد اعتقال اغتيال توقيف احتجاز خطف اختطاف إعدام اعدام جرح طعن دهس ذبح تصفية مصرع إبعاد ترحيل'.split(
    ' ',
  ),
)
/** How it is done, where the letters might name a man: «اعتقال إداري», «إعدام ميداني». */
const MANNERS =
  /^(?:جماعي|تعسفي|إداري|اداري|ميداني|احتياطي|انفرادي|قسري|عشوائي|سياسي|فوري|نهائي|خارجي|داخلي|قضائي|فعلي|علني|سري|طبي|جسدي|معنوي|قطعي|خفيف|بالغ|يومي|ليلي)ة?$/

/** Reads noun phrases that begin with an event noun, with what it is in construct with. */
export class EventPhrases {
  readonly #source: PhraseSource

  constructor(source: PhraseSource) {
    this.#source = source
  }

  /** Event senses of a noun; without its pronoun, its clitics and ال. */
  senses(at: number): readonly NounSense[] | undefined {
    const word = this.#source.words[at]
    if (word === undefined || word.inside) return undefined
    const senses = word.form.in(this.#source.vocabulary).events
    if (senses === undefined || this.#source.verb(at) !== undefined) return undefined
    if (word.mention !== undefined && !this.completed(at)) return undefined
    // «خمسة متهمين»: people who are counted.
    const before = this.#source.words[at - 1]
    const counted = before?.token.kind === 'number' || classOf(before, this.#source.vocabulary) === 'quantity'
    if (counted && senses.every(({ part }) => part === 'participle')) return undefined
    // «طائرة مسيرة»: a drone.
    if (/^مسير(?:ة|ات)$/.test(word.stem) && /^طائر(?:ة|ات|تين|تان)$/.test(before?.stem ?? '')) return undefined
    if (
      BODIES.has(word.whole) &&
      !this.#source.words.slice(at + 1, at + 3).some(({ preposition }) => preposition === 'ل')
    )
      return undefined
    return senses
  }

  /** «حكم القتل»: a descriptor that looks like a man's title is the event noun where its completing word follows. */
  completed(at: number): boolean {
    const word = this.#source.words[at]
    const next = this.#source.words[at + 1]
    if (word?.mention === undefined || word.mention.named || next === undefined) return false
    const senses = this.#source.vocabulary.nouns.get(word.stem) ?? []
    return senses.some(({ trigger }) =>
      conditionsOf(trigger).with.some((one) => one === next.stem || one === next.form.bareWhole),
    )
  }

  at(from: number, senses: readonly NounSense[]): Filler {
    const word = this.#source.words[from]
    let to = from + 1
    let genitive: NounPhrase | undefined
    if (word !== undefined && word.pronoun === undefined) {
      while (to < this.#source.words.length && to - from < 6) {
        if (this.#source.words[to]?.form.isQuote === true) {
          to++
          continue
        }
        if (afterApproximation(this.#source.words, to) > to && !word.article) {
          genitive = this.#source.phrase(to)
          to = genitive?.to ?? to + 1
          break
        }
        if (this.#source.stops(to) || this.#source.words[to]?.token.kind === 'punctuation') break
        const next = this.#source.words[to]
        if (next !== undefined && next.mention === undefined && LOCATIVES.has(next.whole)) break
        if (this.senses(to) !== undefined && !word.article) {
          genitive = this.#source.phrase(to)
          to = genitive?.to ?? to + 1
          break
        }
        // «مقتل طفلين»: so do two of a class.
        const two = next?.pronoun === undefined && /...(?:ين|ان)$/.test(next?.stem ?? '')
        const classes = two
          ? classOf(next, this.#source.vocabulary)
          : this.#source.vocabulary.classes.get(next?.stem ?? '')
        const opens =
          (next?.mention !== undefined && (next.mention.named || !this.#adjective(to))) ||
          next?.token.kind === 'number' ||
          (classes !== undefined && !this.#adjective(to))
        if (opens && !word.article) {
          // «رفض مشاركة أعضاء»: the nearer noun is what is refused, and whose it is comes behind it.
          genitive = this.#source.phrase(this.#ownsNext(from, to) ? to - 1 : to)
          to = genitive?.to ?? to + 1
          break
        }
        if (opens || next?.pronoun !== undefined || (word.article && next?.article === false)) break
        to++
      }
    }
    return fillerOf(this.#source.words, from, to, {
      named: false,
      of: 'event',
      nested: [],
      senses,
      genitive,
      end: word?.end ?? 0,
    })
  }

  /** True where the word before a genitive is a noun in construct with it: neither an adjective nor a courtesy. */
  #ownsNext(from: number, at: number): boolean {
    const word = this.#source.words[at - 1]
    if (word === undefined || at - 1 === from || word.token.kind !== 'word' || word.mention !== undefined) return false
    if (word.article || word.inside || word.pronoun !== undefined || COURTLY.has(word.whole)) return false
    return MASDAR.test(word.stem) || PLAIN_MASDARS.has(word.stem)
  }

  /** «مقتل جندي», «اعتقال فلسطيني»: right behind what is done to people, the one to whom it was done. */
  #victim(at: number): boolean {
    const before = this.#source.words[at - 1]
    const word = this.#source.words[at]
    if (before === undefined || word === undefined || before.article || before.pronoun !== undefined) return false
    return SUFFERED.has(before.stem) && !MANNERS.test(word.whole)
  }

  /** «سوري», «إسرائيلي» behind an indefinite noun is its adjective, though the letters also name people. */
  #adjective(at: number): boolean {
    // «عمليات اقتحام منظمة»: with nothing behind it that it could be named by, it describes.
    const word = this.#source.words[at]
    const next = this.#source.words[at + 1]
    // «هجوما مسلحا», «هجوم مسلح على …»
    if (
      word !== undefined &&
      !word.article &&
      /^مسلح(?:ا|ة)?$/.test(word.whole) &&
      /^(?:هجوم|هجوما|هجمات|سطو|سطوا|صراع|نزاع|تمرد|اشتباك)$/.test(this.#source.words[at - 1]?.stem ?? '')
    )
      return true
    // «قصف مستشفى»: a site, whose ى is no ending of adjectives.
    if (classOf(word, this.#source.vocabulary) === 'site') return false
    if (word !== undefined && !word.article && word.mention?.named !== true && DESCRIBING.has(word.whole))
      if (next?.mention === undefined && next?.article !== true) return true
    return /(?:ي|ية)$/.test(word?.stem ?? '') && word?.article === false && !this.#victim(at)
  }
}
