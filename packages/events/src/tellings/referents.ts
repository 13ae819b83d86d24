import type { Entity } from '@isnad/entities'
import { agrees } from '../clauses/agreement.js'
import type { VerbClause } from '../clauses/clause.js'
import { type Discourse, phraseFor } from '../clauses/telling.js'
import { genderOf } from '../phrases/gender.js'
import type { Filler, Item, NounPhrase, Prepositional } from '../phrases/noun-phrase.js'
import type { PhraseReader } from '../phrases/phrase-reader.js'
import type { VerbReading } from '../phrases/verbs-here.js'

/** Masdars of telling, whose genitive is the one who tells: «إعلان الحكومة». */
const ANNOUNCING = /^(?:اعلان|تاكيد|قرار|تصريح|تصريحات|قول|تهديد|نية|عزم|رغبة|بيان)$/

/** Masdars that take a deed of their doer's for their object. */
const GOVERNING =
  /^(?:اعلان|تاكيد|الغاء|تاجيل|ارجاء|بدء|انهاء|مواصلة|استئناف|تجديد|تكرار|تعليق|قطع|اختتام|رفض|ابداء|اظهار|تقديم|ابلاغ|تكثيف|تصعيد)$/

/** Bodies that «هم» is said of. */
const MANY_MEN = /^(?:قوات|ميليشيات|مليشيات|ميليشيا|مليشيا|فصائل|عصابات|جماعات|كتائب|مجموعات|شرطة)$/

const TEMPORAL = new Set(['بعد', 'قبل', 'خلال', 'عقب', 'اثر', 'منذ', 'فور', 'اثناء', 'لدي', 'عند'])

const holds = (item: Item, word: number): boolean =>
  item.kind === 'phrase' && item.phrase.from <= word && word < item.phrase.to

/** Whom dropped subjects and pronouns of one sentence stand for. */
export class Referents {
  /** Subject of the last clause that had one. */
  subject: NounPhrase | undefined
  /** Subjects of the verbs read, by item. */
  readonly byVerb = new Map<number, NounPhrase>()
  /** Subject of the last verb of saying, to whom «متهما» and «داعيا» belong. */
  sayer: NounPhrase | undefined

  constructor(
    readonly items: readonly Item[],
    readonly reader: PhraseReader,
    readonly discourse: Discourse,
  ) {}

  /** «مكتب فلان»: whom it speaks for. */
  behind(phrase: NounPhrase): NounPhrase {
    const head = phrase.fillers[0]
    if (head === undefined || phrase.fillers.length > 1 || head.headKey !== 'مكتب') return phrase
    const named = head.entity?.nameAr ?? ''
    const owner =
      head.nested.find(({ type, group }) => type === 'PER' && group !== true) ??
      (named.startsWith('مكتب ') ? this.discourse.person(named.slice(5)) : undefined)
    return owner === undefined ? phrase : phraseFor(owner, head.head, head.start)
  }

  /** The subject of the clause before, where a verb has none of its own and agrees with it. */
  carried(reading: VerbReading, word: number): NounPhrase | undefined {
    if (reading.first) {
      const start = this.reader.words[word]?.start ?? 0
      const speaker = this.discourse.speaker(start)
      return speaker === undefined ? undefined : phraseFor(speaker, word, start)
    }
    const before = this.subject ?? this.discourse.subject
    // «"لهذا طلبت من النادي …"»: in a man's own words «طلبت» is his.
    const start = this.reader.words[word]?.start ?? 0
    const mine = reading.tense === 'perfect' && /ت$/.test(this.reader.words[word]?.whole ?? '')
    const quoted = mine && this.subject === undefined ? this.discourse.quoted(start) : undefined
    if (quoted !== undefined) return phraseFor(quoted, word, start)
    if (before === undefined) return undefined
    const head = before.fillers[0]
    const many = before.fillers.length > 1 || head?.of === 'group'
    if (reading.plural !== many) return reading.plural ? this.#manyBefore(word) : undefined
    // «قال المتحدث باسم الحركة إنها …»: the pronoun behind إن is feminine, and he is not.
    const opener = this.reader.words[word - 1]?.whole ?? ''
    if (
      reading.feminine &&
      /^[بلو]?(?:انها|لانها)$/.test(opener) &&
      !agrees({ ...reading, plural: false }, before, true)
    ) {
      const [body] = this.spokenOf('ها', undefined, word)
      return body !== undefined && agrees({ ...reading, plural: false }, body, true) ? body : undefined
    }
    return agrees({ ...reading, plural: false }, before, true) ? before : undefined
  }

  /** Those whom a plural verb without a subject can be said of: the nearest who are many and stand without a preposition. */
  #manyBefore(word: number): NounPhrase | undefined {
    const [nearest] = this.spokenOf('هم', undefined, word, false).filter((phrase) =>
      this.items.some((item) => item.kind === 'phrase' && item.phrase === phrase && item.preposition === undefined),
    )
    return nearest
  }

  /** «القبض عليه», «التي تسيطر عليها»: prepositions whose pronoun stands for the relative's noun or for who was spoken of. */
  bound(
    pronominal: VerbClause['pronominal'],
    antecedent: NounPhrase | undefined,
    subject: NounPhrase | undefined,
    word: number,
  ): Prepositional[] {
    return pronominal.flatMap(({ key, pronoun }) => {
      if (antecedent !== undefined) return [{ key, phrase: antecedent, item: -1 }]
      const [first, ...others] = this.spokenOf(pronoun, subject, word)
      return first === undefined ? [] : [{ key, phrase: first, item: -1, others }]
    })
  }

  /** Who a pronoun can stand for: persons and bodies before it that agree, nearest first, the clause's own subject left out. */
  spokenOf(pronoun: string, subject: NounPhrase | undefined, word: number, far = true): NounPhrase[] {
    const plural = /^(?:هم|هن|هما)$/.test(pronoun)
    const self = subject?.fillers[0]?.entity
    const found: NounPhrase[] = []
    /** Phrases without a preposition: a country there acts, behind one it is a place. */
    const standing = new Set<NounPhrase>()
    for (const item of this.items) {
      if (item.kind === 'phrase' && item.preposition === undefined) standing.add(item.phrase)
    }
    const consider = (phrase: NounPhrase | undefined): void => {
      const head = phrase?.fillers[0]
      if (phrase === undefined || head === undefined || phrase === subject) return
      // «أشار إلى أنه اتفق معه»: who does it is not whom the pronoun stands for, by whatever words he was told of.
      if (self !== undefined && head.entity === self && subject?.fillers.length === 1) return
      if (head.entity === undefined && head.of !== 'group') return
      if (!plural && phrase.fillers.length === 1) {
        const gender = genderOf(head, this.discourse.genders)
        if (gender !== undefined && gender !== (pronoun === 'ها' ? 'f' : 'm')) return
      }
      const land = head.of === 'placenoun' && !(head.entity?.type === 'GPE' && standing.has(phrase))
      if (land || head.of === 'site' || head.of === 'other') return
      const many = phrase.fillers.length > 1 || head.of === 'group' || (plural && MANY_MEN.test(head.headKey))
      if (plural === many && !found.includes(phrase)) found.push(phrase)
    }
    consider(this.#cataphor(word))
    for (let i = this.items.length - 1; i >= 0; i--) {
      const item = this.items[i]
      if (item?.kind !== 'phrase' || item.at >= word) continue
      consider(this.behind(item.phrase))
      // «إعلان الحكومة انسحابها»: whose announcement it is.
      const [head, more] = item.phrase.fillers
      const [owner, other] = head?.nested ?? []
      const announces =
        more === undefined && head?.of === 'other' && (ANNOUNCING.test(head.headKey) || GOVERNING.test(head.headKey))
      if (announces && owner !== undefined && other === undefined) consider(phraseFor(owner, head.head, head.start))
      // «إلغاء الوزير زيارته»
      if (head?.of === 'event' && GOVERNING.test(head.headKey)) consider(head.genitive)
    }
    consider(this.subject)
    // «غارات على مواقع لحزب الفجر، وتتهمه بـ…»: a body named inside a phrase of the sentence, before anybody of the sentence before.
    for (let i = this.items.length - 1; i >= 0; i--) {
      const item = this.items[i]
      if (item?.kind !== 'phrase' || item.at >= word || item.phrase.to > word) continue
      const head = item.phrase.fillers.at(-1)
      const [owner, other] = head?.entity === undefined ? (head?.nested ?? []) : []
      if (head !== undefined && owner?.type === 'ORG' && other === undefined)
        consider(phraseFor(owner, head.head, head.start))
    }
    consider(this.discourse.subject)
    if (far) for (const phrase of this.discourse.recent) consider(phrase)
    return found
  }

  /** «بعد زيارة له إلى عمان، قال **فلان** …»: in a circumstance that opens the sentence a pronoun stands for the subject to come. */
  #cataphor(word: number): NounPhrase | undefined {
    const [first] = this.items
    if (first?.kind !== 'phrase' || first.preposition === undefined) return undefined
    const comma = this.items.findIndex(({ kind }) => kind === 'comma')
    const verb = this.items[comma + 1]
    const subject = this.items[comma + 2]
    if (comma < 1 || verb?.kind !== 'verb' || verb.at <= word || subject?.kind !== 'phrase') return undefined
    const head = subject.phrase.fillers[0]
    const reading = this.reader.verb(verb.at)
    if (subject.preposition !== undefined || head?.entity === undefined || reading === undefined) return undefined
    // Somebody named before the pronoun is nearer.
    const named = this.items
      .slice(0, comma)
      .some(
        (item) =>
          item.kind === 'phrase' &&
          item.at < word &&
          item.phrase.fillers.some((one) => one.named && one.entity?.type === 'PER'),
      )
    return !named && agrees(reading, subject.phrase, false) ? subject.phrase : undefined
  }

  /** The subject of the verb whose clause an item stands in. */
  governing(item: number): NounPhrase | undefined {
    for (let i = item - 1; i >= 0; i--) {
      const before = this.items[i]
      if (before?.kind === 'stop' || before?.kind === 'opener' || before?.kind === 'relative') return undefined
      if (before?.kind !== 'verb') continue
      const subject = this.byVerb.get(i)
      // «نقل التلفزيون عن فلان قوله خلال لقاء مع فلان»: who passes words on was not there.
      const says = this.reader.verb(before.at)?.senses.some(({ verbClass }) => verbClass === 'say') === true
      return says && subject?.fillers[0]?.entity?.type !== 'PER' ? undefined : subject
    }
    return undefined
  }

  /** What a verb's attached pronoun stands for: the noun a relative clause hangs on, else who was last spoken of. */
  pronoun(clause: VerbClause, subject: NounPhrase | undefined, word: number, pronoun: string): NounPhrase | undefined {
    if (clause.antecedent !== undefined && clause.subjectFrom !== 'relative') return clause.antecedent
    return this.spokenOf(pronoun, subject, word)[0]
  }

  /** Whom a participle is said of: the noun phrase before it in its clause («بلاده ملتزمة»); none for an adverbial («متهما»). */
  predicated(at: number, filler: Filler): NounPhrase | undefined {
    if (/[^ا]ا$/.test(this.reader.words[filler.head]?.whole ?? '')) return undefined
    for (let i = at - 1; i >= 0 && i >= at - 5; i--) {
      const item = this.items[i]
      if (item === undefined || item.kind === 'opener' || item.kind === 'stop' || item.kind === 'comma')
        return undefined
      if (item.kind === 'phrase' && item.preposition === undefined && item.phrase.fillers[0]?.of !== 'event')
        return item.phrase
    }
    return undefined
  }

  /** Whom a participle belongs to: what it is said of, who spoke last, or the subject before. */
  ofParticiple(at: number, filler: Filler): NounPhrase | undefined {
    const said = this.predicated(at, filler)
    if (said !== undefined) return said
    // «مستعدة» is said of no man, and «مستعد» of no ministry.
    const feminine = /ة$/.test(filler.headKey)
    return [this.sayer, this.subject, this.discourse.subject].find((phrase) => {
      const head = phrase?.fillers[0]
      if (head === undefined) return false
      const gender =
        head.of === 'group' || (phrase?.fillers.length ?? 0) > 1 ? undefined : genderOf(head, this.discourse.genders)
      if (head.of === 'group') return !feminine && /(?:ون|ين)$/.test(filler.headKey)
      return gender === undefined || (gender === 'f') === feminine
    })
  }

  /** «إلغاء الوزير زيارته», «إعلان الحكومة انسحابها»: whose the masdar is of which the noun is the object. */
  #ownerOfMasdar({ head }: Filler): Entity | undefined {
    const at = this.items.findIndex((item) => holds(item, head))
    const comma = this.items[at - 1]?.kind === 'comma' ? 1 : 0
    const before = this.items[at - 1 - comma]
    const noun = before?.kind === 'phrase' ? before.phrase.fillers.at(-1) : undefined
    if (noun === undefined) return undefined
    const item = this.items[at]
    const preposition = item?.kind === 'phrase' ? item.preposition : undefined
    // «اختفاء فلان بعد زيارته», «مقتل فلان خلال زيارته»: what tells when a deed was done is its own people's.
    const dated = comma === 0 && TEMPORAL.has(preposition ?? '')
    if (!dated && (preposition !== undefined || !GOVERNING.test(noun.headKey))) return undefined
    const [owner, other] =
      noun.of === 'event' ? (noun.genitive?.fillers.map(({ entity }) => entity) ?? []) : noun.nested
    if (dated && ((noun.of !== 'event' && noun.of !== 'other') || owner?.type !== 'PER')) return undefined
    return other === undefined ? owner : undefined
  }

  /** «الصحفي فلان الذي اختفى بعد زيارته», «المدينة التي بدأت القوات الهجوم عليها»: in a relative clause, the noun that it describes. */
  #described({ head }: Filler, near: readonly NounPhrase[]): NounPhrase | undefined {
    const antecedent = this.relativeNoun(head)
    const entity = antecedent?.fillers[0]?.entity
    return entity === undefined ? undefined : near.find(({ fillers }) => fillers[0]?.entity === entity)
  }

  /** The noun that the relative clause around a word describes. */
  relativeNoun(word: number): NounPhrase | undefined {
    for (let i = this.items.findLastIndex(({ at }) => at <= word) - 1; i > 0; i--) {
      const item = this.items[i]
      if (item?.kind === 'stop' || item?.kind === 'opener' || item?.kind === 'comma') return undefined
      if (item?.kind !== 'relative') continue
      for (let noun = i - 1; noun >= 0 && noun >= i - 2; noun--) {
        const before = this.items[noun]
        if (before?.kind === 'phrase') return before.phrase
        if (before?.kind !== 'comma') return undefined
      }
    }
    return undefined
  }

  /** «أبلغ فلان فلانا رفضه», «أعرب لفلان عن دعمه»: what somebody tells of is his own. */
  #tellerOf({ head }: Filler, near: readonly NounPhrase[]): NounPhrase | undefined {
    const at = this.items.findIndex((item) => holds(item, head))
    const item = this.items[at]
    if (item?.kind !== 'phrase' || (item.preposition !== undefined && item.preposition !== 'عن')) return undefined
    const subject = this.governing(at)?.fillers[0]?.entity
    return subject === undefined ? undefined : near.find(({ fillers }) => fillers[0]?.entity === subject)
  }

  /** Whom an event noun's pronoun can stand for: for its doer the subjects spoken of first, for its object whoever is nearest. */
  owners(filler: Filler, acts: boolean): readonly NounPhrase[] {
    // «أضع استقالتي»: mine is the speaker's, whoever was named before.
    if (/^(?:ي|نا)$/.test(filler.pronoun ?? '')) {
      const speaker = this.discourse.speaker(filler.start)
      return speaker === undefined ? [] : [phraseFor(speaker, filler.head, filler.start)]
    }
    const near = this.spokenOf(filler.pronoun ?? '', undefined, filler.head)
    const own = this.#ownerOfMasdar(filler)
    const named = own === undefined ? undefined : near.find(({ fillers }) => fillers[0]?.entity === own)
    const nearest =
      named ??
      this.#tellerOf(filler, near) ??
      (own?.type === 'PER' && own.group !== true
        ? phraseFor(own, filler.head, filler.start)
        : this.#described(filler, near))
    if (nearest !== undefined) return [nearest, ...near.filter((phrase) => phrase !== nearest)]
    if (!acts) return near
    const bare = near.filter((phrase) =>
      this.items.some((item) => item.kind === 'phrase' && item.preposition === undefined && item.phrase === phrase),
    )
    return [...bare, ...near.filter((phrase) => !bare.includes(phrase))]
  }
}
