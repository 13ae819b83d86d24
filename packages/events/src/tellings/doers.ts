import { phraseFor, type Telling } from '../clauses/telling.js'
import { SUFFERED } from '../forms/function-words.js'
import type { Item, NounPhrase } from '../phrases/noun-phrase.js'
import type { PhraseReader } from '../phrases/phrase-reader.js'
import type { LightMasdar } from './light-masdar.js'
import type { Referents } from './referents.js'

/** Words between an accusation and what it is about. */
const LONGEST_ACCUSATION = 14

const FARTHEST_CONFESSION = 5
const CONFESSING = /^(?:اعترف|[يت]عترف|اقر|[يت]قر)(?:ت|وا|ون|ا)?$/

/** Nouns of deciding and wishing, in construct with who decides. */
const DECIDING = /^(?:قرار|نية|عزم|رغبة|نيه|رغبه|اعتزام|استعداد|محاولة|تهديد|حق)$/

const ORDER = /^(?:قرارا?|امرا?|مرسوما?|حكما?|قرارات|اوامر|مذكرة)$/
/** Deeds done to an end of the same doer's. */
const FORCEFUL: ReadonlySet<string> = new Set(['COERCE', 'MOBILIZE', 'ASSAULT'])

const ACCUSING: ReadonlySet<string> = new Set(['event.ittaham', 'event.wajjah-ittiham'])

const isCharge = ({ type, mode }: Telling['trigger']): boolean => type === 'ACCUSE' || mode === 'convict'

/** «قرار الحكومة الانسحاب», «نية فلان الاستقالة»: whose decision or wish the noun right before a deed tells. */
export function deciderOf(items: readonly Item[], at: number): NounPhrase | undefined {
  const item = items[at]
  const before = items[at - 1]
  if (item?.kind !== 'phrase' || before?.kind !== 'phrase') return undefined
  if (item.preposition !== undefined && item.preposition !== 'ب' && item.preposition !== 'في') return undefined
  const [head, second] = before.phrase.fillers
  if (head === undefined || second !== undefined || (head.of !== 'other' && head.of !== 'transparent')) return undefined
  const owner = DECIDING.test(head.headKey) ? head.nested.at(-1) : undefined
  return owner === undefined ? undefined : phraseFor(owner, head.head, head.start)
}

/** Who does the deeds of one sentence that its event nouns name without their doer. */
export class Doers {
  constructor(
    readonly items: readonly Item[],
    readonly reader: PhraseReader,
    readonly referents: Referents,
    readonly found: readonly Telling[],
  ) {}

  /** Notes the subject of the verb at an item. */
  note(item: number, subject: NounPhrase): void {
    this.referents.byVerb.set(item, subject)
  }

  /** Who does what a light masdar tells: its own subject, or the subject of the verb that it depends on. */
  ofMasdar({ item, head, preposition, subject, pronoun }: LightMasdar): NounPhrase | undefined {
    if (subject !== undefined) return subject
    if (pronoun !== undefined) return this.referents.spokenOf(pronoun, undefined, head)[0]
    const near = this.items[item - 1]
    const governing = near?.kind === 'phrase' ? near.phrase.fillers[0] : undefined
    // «أفرحهم تراجع التهديد بقصف الجسر»: the masdar completes the noun before it.
    if (governing?.of === 'event' || (governing?.of === 'other' && governing.definite)) return undefined
    if (preposition === undefined || !/^(?:ل|ب|الي|علي|في|من اجل|بهدف|بغية|لغرض)$/.test(preposition)) return undefined
    for (let i = item - 1; i >= 0; i--) {
      const before = this.items[i]
      if (before?.kind === 'stop' || before?.kind === 'opener' || before?.kind === 'relative') return undefined
      if (before?.kind === 'verb') return this.referents.byVerb.get(i)
    }
    return undefined
  }

  /** The word for being responsible that stands right before «عن» and a deed. */
  responsibleWord(at: number): number | undefined {
    const before = this.items[at - 1]
    const head = before?.kind === 'phrase' ? before.phrase.fillers.at(-1)?.head : undefined
    return head !== undefined && /^مس[ؤئو]ول/.test(this.reader.words[head]?.stem ?? '') ? head : undefined
  }

  /** «المسؤولة عن الهجوم», «مسؤوليته عن التفجير»: who bears the responsibility struck the blow. */
  responsible(at: number, head: number): NounPhrase | undefined {
    const word = this.reader.words[this.responsibleWord(at) ?? -1]
    if (word === undefined) return undefined
    if (word.pronoun !== undefined) {
      for (let i = at - 2; i >= 0 && this.items[i]?.kind !== 'stop'; i--) {
        if (this.items[i]?.kind === 'verb') return this.referents.byVerb.get(i)
      }
      return this.referents.spokenOf(word.pronoun, undefined, head)[0]
    }
    for (let i = at - 2; i >= 0; i--) {
      const item = this.items[i]
      if (item?.kind === 'particle') continue
      const subject = item?.kind === 'phrase' && item.preposition === undefined ? item.phrase : undefined
      return subject?.fillers[0]?.entity === undefined ? undefined : subject
    }
    return undefined
  }

  /** «اتهم فلانا بقتل فلان»: who is accused of a deed did it, as the accuser says. */
  accusedBefore(head: number): NounPhrase | undefined {
    const accusation = this.found.findLast(({ trigger, at }) => isCharge(trigger) && at < head)
    if (accusation === undefined || head - accusation.at > LONGEST_ACCUSATION) return undefined
    const fillers = accusation.parties.filter(({ role }) => role === 'recipient').map(({ filler }) => filler)
    const [first] = fillers
    return first === undefined ? undefined : { fillers, from: first.from, to: fillers.at(-1)?.to ?? first.to }
  }

  /** «رد على اتهامات بقتل طفلين»: a deed that only accusations behind a preposition tell, which nobody makes here. */
  isAlleged(head: number): boolean {
    const accusation = this.found.findLast(
      ({ trigger, part, at }) =>
        ACCUSING.has(trigger.id) && part !== 'verb' && at < head && head - at <= LONGEST_ACCUSATION,
    )
    return this.items.some(
      (item) =>
        item.kind === 'phrase' &&
        item.preposition !== undefined &&
        item.phrase.fillers.some((one) => one.head === accusation?.at),
    )
  }

  /** «اعترف فلان بقتل فلان»: who confesses a deed did it. */
  confessedBefore(item: number, head: number): NounPhrase | undefined {
    // «اعترف الجيش بمقتل ثلاثة من جنوده»: to admit deaths is no confession.
    if (SUFFERED.has(this.reader.words[head]?.stem ?? '')) return undefined
    for (let i = item - 1; i >= 0 && i >= item - FARTHEST_CONFESSION; i--) {
      const before = this.items[i]
      if (before?.kind === 'stop' || before?.kind === 'opener' || before?.kind === 'relative') return undefined
      if (before?.kind === 'verb')
        return CONFESSING.test(this.reader.words[before.at]?.whole ?? '') ? this.referents.byVerb.get(i) : undefined
    }
    return undefined
  }

  /** «سيطر الجيش على المدينة بعد معارك مع الحركة»: who does what a fight led to, or was followed by. */
  otherSide(item: number, preposition: string | undefined): readonly NounPhrase[] {
    if (!/^(?:بعد|خلال|اثر|عقب|في|اثناء|اعقاب|قبل)$/.test(preposition ?? '')) return []
    for (let i = item - 1; i >= 0; i--) {
      const before = this.items[i]
      if (before?.kind === 'stop' || before?.kind === 'opener' || before?.kind === 'relative') return []
      if (before?.kind !== 'verb') continue
      const senses = this.reader.verb(before.at)?.senses ?? []
      const subject = senses.some(({ trigger }) => trigger?.type === 'ASSAULT')
        ? undefined
        : this.referents.byVerb.get(i)
      return subject === undefined ? [] : [subject]
    }
    return []
  }

  /** «أصدر فلان قرارا بإقالة فلان»: who gives an order to do it. */
  ordering(item: number, preposition: string | undefined): NounPhrase | undefined {
    const before = this.items[item - 1]
    const order = before?.kind === 'phrase' && before.preposition === undefined ? before.phrase.fillers[0] : undefined
    if (preposition !== 'ب' || order === undefined || order.nested.length > 0 || !ORDER.test(order.headKey))
      return undefined
    return this.referents.governing(item)
  }

  /** «اقتحمت الشرطة المبنى لطرد المحتجين»: who acts to an end, by the verb of moving or force that the end stands behind. */
  intending(item: number): NounPhrase | undefined {
    const near = this.items[item - 1]
    if (near?.kind !== 'phrase' && near?.kind !== 'time') return undefined
    for (let i = item - 1; i >= 0; i--) {
      const before = this.items[i]
      if (before?.kind === 'stop' || before?.kind === 'opener' || before?.kind === 'relative') return undefined
      // «مستعد لضرب», «خطة لاعتقال»: the end belongs to a noun.
      if (i === item - 1 && before?.kind === 'phrase' && before.phrase.fillers.some(({ of }) => of === 'other'))
        return undefined
      if (before?.kind !== 'verb') continue
      const forceful = this.reader.verb(before.at)?.senses.some(({ trigger }) => FORCEFUL.has(trigger?.type ?? ''))
      return forceful === true ? this.referents.byVerb.get(i) : undefined
    }
    return undefined
  }

  /** «وصل فلان للقاء فلان»: who goes somewhere for a deed is to do it. */
  travellerBefore(item: number): NounPhrase | undefined {
    // «تلبية لدعوة»: the deed belongs to the noun before it.
    const near = this.items[item - 1]
    if (near?.kind === 'phrase' && near.preposition === undefined && near.phrase.fillers[0]?.of === 'other')
      return undefined
    for (let i = item - 1; i >= 0; i--) {
      const before = this.items[i]
      if (before?.kind === 'stop' || before?.kind === 'opener' || before?.kind === 'relative') return undefined
      // «زيارة فلان إلى عمان للقاء فلان»
      const visit = before?.kind === 'phrase' ? before.phrase.fillers[0] : undefined
      if (visit?.of === 'event' && visit.senses?.some(({ trigger }) => trigger.mode === 'visit') === true)
        return visit.genitive
      if (before?.kind !== 'verb') continue
      const goes = this.reader.verb(before.at)?.senses.some(({ trigger }) => trigger?.mode === 'visit') === true
      return goes ? this.referents.byVerb.get(i) : undefined
    }
    return undefined
  }
}
