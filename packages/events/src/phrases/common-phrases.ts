import type { Entity } from '@isnad/entities'
import { findNisbas } from '@isnad/lexicon'
import { AIDES, COURTESIES, KIN, THINGS } from '../forms/function-words.js'
import type { Word } from '../forms/words.js'
import { describesMen, type NamedPhrases, RANK_TAIL, TIED } from './named-phrases.js'
import type { Filler } from './noun-phrase.js'
import { endsInName, goesOnSaying, skipQuotes } from './passing.js'
import { afterMark, fillerOf, LONGEST_PHRASE, type PhraseSource } from './phrase-source.js'
import { AGENTIVE, agentive, classOf, classOfEntity, DESCRIBING, isPlace, pronominalOf } from './word-class.js'

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
/** Participles open the rest of a long modifier: «المدعومة من …», «المحتجزين في …». */
const PARTICIPLE = /^(?:ال)?م[\u0621-\u064a]{3,}$/

/** Reads noun phrases that begin with a common noun: counts, groups, bodies and sites with what describes them. */
export class CommonPhrases {
  readonly #source: PhraseSource
  readonly #named: NamedPhrases

  constructor(source: PhraseSource, named: NamedPhrases) {
    this.#source = source
    this.#named = named
  }

  at(from: number): Filler | undefined {
    const { words, vocabulary } = this.#source
    const nested: Entity[] = []
    // «المجتمع الدولي»: of whom things are asked.
    const world = words[from]?.stem === 'مجتمع' && words[from + 1]?.stem === 'دولي'
    let of: Filler['of'] =
      words[from]?.token.kind === 'number'
        ? 'number'
        : ((world ? 'body' : classOf(words[from], vocabulary)) ?? (this.#isCompatriot(from) ? 'person' : 'other'))
    if (of === 'other' && !/^[\u0621-\u064a]{2,}$/.test(words[from]?.stem ?? '')) return undefined
    // «الرئيسان فلان وفلان»: two of an office before their names.
    const two = of === 'group' && words[from]?.article === true && /(?:ان|ين)$/.test(words[from]?.stem ?? '')
    const name = words[from + 1]?.mention
    if (two && name?.named === true && name.entity.type === 'PER' && words[from + 1]?.preposition === undefined)
      return this.#named.at(from + 1)
    let entity: Entity | undefined
    let named = false
    let span: { start: number; end: number } | undefined
    let to = from + 1
    let open = of === 'quantity' || of === 'number'
    while (to < words.length && to - from < LONGEST_PHRASE) {
      const word = words[to]
      if (word === undefined) break
      const marked = afterMark(this.#source.words, to)
      if (marked !== undefined) {
        to = marked
        continue
      }
      // «خمسة وأربعين شخصا»: the tens behind the units.
      if (open && to === from + 1 && word.conjunction && TENS.test(word.stem)) {
        to++
        continue
      }
      if (word.form.isComma && of === 'person' && entity === undefined) {
        const after = behindCourtesies(words, skipQuotes(words, to + 1))
        const name = words[after]?.mention
        if (name?.named === true && name.entity.type === 'PER' && !words[after]?.conjunction) {
          entity = name.entity
          named = true
          span = name.span
          to = name.to
        }
        break
      }
      // «أحد المشتبه بهم», «مشتبها به»
      if (/^مشتبه/.test(words[to - 1]?.stem ?? '') && pronominalOf(word)?.preposition === 'ب') {
        to++
        continue
      }
      const unmanned = of === 'vehicle' ? behindUnmanned(words, to) : to
      if (unmanned > to) {
        to = unmanned
        continue
      }
      if (open && word.whole === 'من' && word.token.kind === 'word') {
        const colon = words[to + 1]?.token.text === ':' ? 1 : 0
        const inner = this.#source.conjunct(to + 1 + colon, false)
        if (inner === undefined || inner.of === 'event') break
        if (colon === 1 || /^كلا?$/.test(words[from]?.stem ?? '')) {
          entity = inner.entity
          named = inner.named
          span = { start: inner.start, end: inner.end }
        }
        // «عشرة من الحركة»: men of a body are people.
        const men =
          inner.of === 'person' ||
          (entity === undefined && inner.of === 'body' && inner.entity?.type === 'ORG' && inner.named)
        of = men ? 'group' : inner.of === 'other' ? of : inner.of
        if (inner.entity !== undefined) nested.push(inner.entity)
        nested.push(...inner.nested)
        to = this.#alsoAmong(inner)
        open = false
        continue
      }
      const absorbed = this.#modifier(from, to, of)
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
      if (of === 'person' && entity === undefined && this.#named.titleGoesOn(to)) {
        to++
        continue
      }
      if (this.#source.stops(to) || this.#opensAnother(from, to, of) || goesOnSaying(words, to)) break
      // «أضرم محتجون النار»: a plural with its ن is in no construct, and nothing definite describes it.
      if (of === 'group' && word.article && word.mention === undefined && isSoundIndefinite(words[from])) break
      // «قوات فلان أحياء سكنية»: a name behind it makes a body's noun definite, and no indefinite word describes it.
      const owned = of === 'body' && word.mention === undefined && !word.article && endsInName(words, to - 1)
      if (owned) break
      // «طالبت عائلة فلان الشرطة»: one name behind another opens the next phrase.
      // «بيان مشترك حركة كذا»: behind an adjective of its own an indefinite noun is in no construct.
      if (
        of === 'other' &&
        to > from + 1 &&
        word.mention?.named === true &&
        ADJECTIVES.test(words[to - 1]?.whole ?? '')
      )
        break
      // «شركة كذا السعودية»: what may be an adjective of the body goes on.
      const nisba = word.article && /ية?$/.test(word.stem)
      if (of !== 'person' && to > from + 1 && word.mention?.named === true && !nisba && endsInName(words, to - 1)) break
      const before = words[beforeQuotes(words, to)]
      // «مائتي شخص»: what looks like a pronoun is the dual's ending.
      const hasOwner = before?.pronoun !== undefined && !DUAL_COUNT.test(before.whole)
      const closed = before?.article === true || hasOwner
      if (closed && !this.#appositive(word, of, from, to)) break
      if (word.mention !== undefined) {
        const { mention } = word
        const apposed =
          !(words[from]?.article === false && isOwned(words, from, to)) &&
          mention.entity.type === 'PER' &&
          mention.named &&
          (of === 'person' || (of === 'other' && from + 1 === to && words[from]?.article === true))
        if (apposed) {
          of = 'person'
          entity = mention.entity
          named = true
          span = mention.span
          to = this.#named.at(to)?.to ?? mention.to
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
      // «طائرة مسيرة»: flown by nobody, and no march.
      if (of === 'vehicle' && /^مسيرة?$|^مسيرات$/.test(word.stem) && /^طائر/.test(words[to - 1]?.stem ?? '')) {
        to++
        continue
      }
      // «فصائل سورية معارضة»
      const describes = of === 'group' && DESCRIBING.has(word.whole) && words[to - 1]?.article === false
      // «تلقى أمير عمان اتصالا»: an office ends in the name that it is in construct with.
      const accusative =
        to > from + 1 && !word.article && /[^ا]ا$/.test(word.whole) && !/ا$/.test(words[from]?.stem ?? '')
      const office = of === 'person' && !accusative
      if (this.#source.eventSenses(to) !== undefined && !office && !describes) break
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
          of =
            /..(?:ون|ين)$/.test(word.stem) || isCountedNisba(word) || BROKEN_ADJECTIVES.has(word.stem)
              ? 'group'
              : 'other'
          open = false
        }
      }
      to++
    }
    return fillerOf(this.#source.words, from, to, {
      entity,
      named,
      of,
      nested: nested.filter((one) => one.id !== entity?.id),
      start: span?.start,
      end: span?.end,
    })
  }

  /** «استشهد فلسطيني», «مقتل لبنانية»: behind a verb, or a noun of death or arrest, the nisba of a country is somebody from there. */
  #isCompatriot(at: number): boolean {
    const word = this.#source.words[at]
    const before = this.#source.words[at - 1]
    if (word === undefined || before === undefined || word.article || word.mention !== undefined) return false
    if (word.conjunction || word.preposition !== undefined || !/..ية?$/.test(word.stem)) return false
    if (this.#source.verb(at - 1) === undefined && !OF_SOMEBODY.has(before.stem)) return false
    return findNisbas(word.stem).some(isOfCountry)
  }

  /**
   * «زي الشرطة خمسة عمال», «مهاجم انتحاري 42 جنديا»: a count behind a phrase that is closed counts what comes next; «دبابات روسية
   * النار»: behind a nisba in the indefinite no genitive follows.
   */
  #opensAnother(from: number, at: number, of: Filler['of']): boolean {
    const { words, vocabulary } = this.#source
    const word = words[at]
    const last = words[at - 1]
    if (word === undefined || last === undefined || of === 'quantity' || of === 'number') return false
    if (word.token.kind === 'number' || COUNTS.test(word.whole)) {
      // «أربعة ضباط شرطة خمسة عشر يوما»: who are counted already are not counted again.
      const first = words[from]
      const again = !COUNTS.test(last.whole) && last.token.kind !== 'number'
      if (again && first !== undefined && (first.token.kind === 'number' || COUNTS.test(first.whole))) return true
      const next = words[at + 1]
      const counted = classOf(next, vocabulary)
      const closed = last.article || of === 'person'
      return closed && at > from && next?.article === false && (counted === 'person' || counted === 'group')
    }
    // «شخص مسلح عدداً من المارة»: a count is no adjective.
    if (at - 1 > from && !last.article && last.mention === undefined && AMOUNTS.test(word.stem)) return true
    const nisba = at - 1 > from && !last.article && last.mention === undefined && /..ية?$/.test(last.stem)
    if (!nisba || word.mention !== undefined || !findNisbas(last.stem).some(isOfCountry)) return false
    // «لجنة سورية طلب محامية»: an indefinite noun behind it that does not agree is no further adjective of it.
    const agrees = /ة$/.test(last.stem) ? /[ةيا]$/.test(word.stem) : !/ة$/.test(word.stem)
    return word.article || (!agrees && of !== 'person' && word.token.kind === 'word')
  }

  /** «استهدف انتحاري مركزا»: an adjective agrees with its noun; one that cannot opens the next phrase. */
  #partsFrom(from: number, at: number): boolean {
    const head = this.#source.words[from]
    const word = this.#source.words[at]
    if (head === undefined || word === undefined || word.mention !== undefined) return false
    // «محتجون طريق المطار», «متظاهرون العلم»: an indefinite plural in ون is in no construct; its adjectives are plurals too.
    const whole = !head.article && head.pronoun === undefined && /...ون$/.test(head.stem)
    if (whole && word.token.kind === 'word' && classOf(head, this.#source.vocabulary) === 'group')
      return word.article || !(OF_MANY.test(word.stem) || BROKEN_ADJECTIVES.has(word.stem))
    if (word.article) return false
    if (head.token.kind !== 'word' || /ا$/.test(head.stem)) return false
    // «أردى مسلح شرطيا»
    if (/..يا$/.test(word.stem) && this.#source.vocabulary.classes.get(word.stem)?.has('group') === true) return true
    if (!/..[^اي]ا$/.test(word.stem)) return false
    return at === from + 1 || !/ا$/.test(this.#source.words[at - 1]?.stem ?? '')
      ? classOf(word, this.#source.vocabulary) !== undefined && classOf(word, this.#source.vocabulary) !== 'quantity'
      : false
  }

  /** «25 من الهاربين والمطلوبين»: where the groups end among which people are counted. */
  #alsoAmong(inner: Filler): number {
    let { to } = inner
    while (inner.definite && inner.of === 'group') {
      const word = this.#source.words[to]
      if (word === undefined || !word.conjunction || !word.article || word.mention?.named === true) break
      if (classOf(word, this.#source.vocabulary) !== 'group') break
      const next = this.#source.conjunct(to, false)
      if (next === undefined || this.#source.verb(skipQuotes(this.#source.words, next.to)) !== undefined) break
      to = next.to
    }
    return to
  }

  /** «قادة الحزب والحركة», «ممثلو الأحزاب والنقابات»: bodies joined behind a group's noun are both its own. */
  #sharedGenitive(at: number): { readonly to: number; readonly entities: Entity[] } | undefined {
    const word = this.#source.words[at]
    if (word === undefined || !word.conjunction || word.preposition !== undefined || word.inside) return undefined
    const mention = word.mention
    const body =
      mention === undefined ? classOf(word, this.#source.vocabulary) === 'body' : mention.entity.type === 'ORG'
    if (!body || this.#source.verb(at) !== undefined) return undefined
    const inner = this.#source.conjunct(at, false)
    if (inner === undefined || this.#source.verb(skipQuotes(this.#source.words, inner.to)) !== undefined)
      return undefined
    return { to: inner.to, entities: [...(inner.entity === undefined ? [] : [inner.entity]), ...inner.nested] }
  }

  /** Behind a definite noun only its adjectives, further titles and the name it stands beside belong to the phrase. */
  #appositive(word: Word, of: Filler['of'], from: number, at: number): boolean {
    if (of === 'group' && describesMen(this.#source.words, at)) return true
    if (word.mention === undefined) {
      if (word.article) {
        if (AGENTIVE.has(of) && THINGS.has(word.stem)) return false
        const other = classOf(word, this.#source.vocabulary)
        // «بحث مع نظيره السعودي العلاقات»: what has an owner has no other genitive, and its adjectives agree.
        const head = this.#source.words[from]
        if (of === 'person' && head?.pronoun !== undefined)
          return /(?:ة|ات)$/.test(word.stem) === /ت(?:ه|ها|هم|هما)$/.test(head.whole)
        if (of !== 'group') return true
        return other !== 'body' && other !== 'group' && describesMany(this.#source.words[from], word)
      }
      if (of !== 'person' || word.pronoun !== undefined) return false
      return classOf(word, this.#source.vocabulary) === 'person' || RANK_TAIL.has(word.whole)
    }
    const { type } = word.mention.entity
    // «استقبل الوزير نظيره»: somebody's own man is not himself.
    if (type === 'PER' && of === 'person') return word.pronoun === undefined || word.mention.named
    if (type === 'PER') return of === 'other' || of === 'transparent'
    return of === 'placenoun' ? type === 'GPE' || type === 'LOC' : of === 'body' || of === 'site'
  }

  /** «وزير الدولة لشؤون الطاقة فلان»: where the name behind an office's field begins. */
  #beforeName(at: number): number | undefined {
    for (let i = at + 1; i < at + LONGEST_FIELD; i++) {
      const word = this.#source.words[i]
      if (word === undefined || word.token.kind !== 'word' || word.conjunction || this.#source.verb(i) !== undefined)
        return undefined
      if (word.mention?.named === true && word.mention.entity.type === 'PER') return i
    }
    return undefined
  }

  /** «المدعومة من إيران وروسيا»: those of one kind joined behind a participle are all its own. */
  #backers(first: Filler, entities: readonly Entity[]): { readonly to: number; readonly entities: Entity[] } {
    const all = [...entities]
    let last = first
    for (;;) {
      const word = this.#source.words[last.to]
      const mention = word?.mention
      if (word?.conjunction !== true || word.preposition !== undefined || mention?.named !== true) break
      if (last.entity === undefined || mention.entity.type !== last.entity.type || !isPlace(last)) break
      const next = this.#source.conjunct(last.to, false)
      if (next?.entity === undefined || this.#source.verb(skipQuotes(this.#source.words, next.to)) !== undefined) break
      all.push(next.entity)
      last = next
    }
    return { to: last.to, entities: all }
  }

  /** A prepositional modifier that belongs to the phrase: «المدعومة من إيران», «ممثلون عن …», «قائد في الجيش فلان». */
  #modifier(
    from: number,
    at: number,
    of: Filler['of'],
  ): { readonly to: number; readonly entities: Entity[] } | undefined {
    const word = this.#source.words[at]
    if (word === undefined || word.inside) return undefined
    // «التابع للحرس الثوري»: the preposition may stand at a name.
    const beside = this.#source.words[at - 1]
    const around = word.preposition === 'ب' && beside?.article === true && /^محيط|^مرتبط/.test(beside.stem)
    const attached =
      word.preposition !== undefined && (word.mention === undefined || word.preposition === 'ل' || around)
    const key = attached ? word.preposition : word.whole
    if (key === undefined || !/^(?:من|عن|في|ل|ب|الي|لدي)$/.test(key)) return undefined
    const before = this.#source.words[at - 1]
    const participle =
      before !== undefined &&
      before.mention === undefined &&
      !before.inside &&
      ((PARTICIPLE.test(before.stem) && findNisbas(before.stem).length === 0) || TIED.test(before.stem)) &&
      classOf(before, this.#source.vocabulary) === undefined
    const many = of === 'group' || (of === 'body' && DELEGATION.test(this.#source.words[from]?.stem ?? ''))
    const partitive = many && (key === 'من' || key === 'عن')
    const office =
      (of === 'person' || of === 'group') &&
      (key === 'في' || key === 'ل' || key === 'لدي' || key === 'ب' || key === 'علي')
    const possessed = (of === 'site' || of === 'vehicle' || of === 'transparent') && key === 'ل'
    if (!participle && !partitive && !office && !possessed) return undefined
    const affairs = of === 'person' && key === 'ل' && word.stem === 'شؤون' ? this.#beforeName(at) : undefined
    if (affairs !== undefined) return { to: affairs, entities: [] }
    const inner = this.#source.conjunct(attached ? at : at + 1, attached)
    if (inner === undefined || inner.of === 'event') return undefined
    const entities = [...(inner.entity === undefined ? [] : [inner.entity]), ...inner.nested]
    if (office && !participle) {
      const body = (inner.of === 'body' || inner.entity?.type === 'ORG') && key !== 'ب' && key !== 'علي'
      if (of === 'person' ? !this.#named.nameFollows(inner.to) : !body) return undefined
    }
    if (possessed && !participle) return agentive(inner) ? { to: inner.to, entities } : undefined
    if (partitive && entities.length === 0 && !AGENTIVE.has(inner.of)) return undefined
    // «إجلاء موظفين من القنصلية» tells where from, «مقاتلون من الحزب» who they are.
    if (partitive && !participle && isPlace(inner)) return undefined
    if (participle && entities.length === 0) return undefined
    return participle ? this.#backers(inner, entities) : { to: inner.to, entities }
  }
}

/**
 * «الجنود الأجانب», «حلفاؤه العرب», but «رفض حلفاؤها الحل»: what describes men in the plural is a plural itself, of the sound ones in ون and
 * ين another such.
 */
function describesMany(head: Word | undefined, { stem }: Word): boolean {
  if (/(?:ون|ين)$/.test(stem) || BROKEN_ADJECTIVES.has(stem)) return true
  return !/..(?:ون|ين)$/.test(head?.stem ?? '') && /(?:ات|ي|ة)$/.test(stem)
}
/** Words that describe several people without agreeing in form. */
const OF_MANY = /..(?:ون|ين)$|^(?:كثر|كثار|شيعة|سنة|سود|بيض|غرباء|سابقا|حاليا)$/
const BROKEN_ADJECTIVES = new Set(
  'عرب اجانب اكراد اتراك كرد افارقة جدد قدامي كبار صغار عزل ابرياء اوائل اعضاء اصليين اقوياء فقراء اثرياء مرضي شباب شبان هنود روس يهود قاصر رئيسيين انفسهم'.split(
    ' ',
  ),
)

/** «شقيق فلان», «ممثل فلان»: where the name behind a noun of persons is whose they are. */
const isOwned = (words: readonly Word[], head: number, name: number): boolean =>
  (words[head]?.pronoun === undefined && KIN.has(words[head]?.stem ?? '')) ||
  (name === head + 1 && words[head]?.pronoun === undefined && AIDES.has(words[head]?.stem ?? ''))

/** «طائرة من دون طيار»: behind the words that say that nobody flies it. */
function behindUnmanned(words: readonly Word[], at: number): number {
  const from = words[at]?.whole === 'من' ? at + 1 : at
  return /^ب?دون$/.test(words[from]?.whole ?? '') && /^طيار/.test(words[from + 1]?.whole ?? '') ? from + 2 : at
}

/** «، آية الله فلان», «، الشيخ فلان»: where the name begins behind its courtesies. */
function behindCourtesies(words: readonly Word[], at: number): number {
  let next = at
  while (next < at + MOST_COURTESIES && words[next]?.mention === undefined) {
    const courtesy = COURTESIES.has(words[next]?.token.text ?? '')
    const completes = next > at && /^(?:الله|الاسلام)$/.test(words[next]?.whole ?? '')
    if (!courtesy && !completes) break
    next++
  }
  return next
}
const MOST_COURTESIES = 5

/** The last word before a place in the sentence, over quotation marks. */
function beforeQuotes(words: readonly Word[], at: number): number {
  let last = at - 1
  while (words[last]?.form.isQuote === true) last--
  return last
}

/** «17 حوثيا»: a count of those whom a nisba names. */
const isCountedNisba = ({ stem, article, mention }: Word): boolean =>
  !article && mention === undefined && /..يا$/.test(stem) && findNisbas(stem.slice(0, -1)).length > 0

const ADJECTIVES = /^(?:مشتركة?|صحفية?|صحافية?|رسمية?|خطية?|متلفزة?|مقتضبة?|عاجلة?|هاتفية?|خاصة|جديدة?|سابقة?|مفتوحة?)$/
/** Bodies that are made of somebody's men. */
const DELEGATION = /^(?:وفدا?|وفود|بعثة|فريقا?|مفرزة|دورية|وحدة|قوة|خلية|فرقة)$/
const LONGEST_FIELD = 7
const TENS = /^(?:عشر|ثلاث|اربع|خمس|ست|سبع|ثمان|تسع)(?:ون|ين)$/
/** «محتجون», «مسلحين»: a sound plural without ال. */
const isSoundIndefinite = (word: Word | undefined): boolean =>
  word !== undefined && !word.article && word.pronoun === undefined && /...(?:ون|ين)$/.test(word.stem)
const DUAL_COUNT = /^(?:ما?ئتي|الفي|مليوني)$/
const COUNTS = /^(?:ثلاث|اربع|خمس|ست|سبع|ثماني|تسع|عشر|عشرات|مئات|الاف|بضع)ة?$/
const AMOUNTS = /^(?:عدد|عددا|عشرات|مئات|الاف|بعض|جميع|كل|معظم|غالبية|بضعة)$/
const isOfCountry = ({ kind }: { readonly kind: string }): boolean => kind === 'country'
const OF_SOMEBODY = new Set('مقتل استشهاد مصرع وفاة جرح اعتقال توقيف خطف اختطاف اغتيال اعدام'.split(' '))
