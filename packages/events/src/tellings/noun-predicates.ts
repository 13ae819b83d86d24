import type { Entity } from '@isnad/entities'
import { type EventTrigger, findCountryByName } from '@isnad/lexicon'
import { changedTelling, phraseFor, type Telling } from '../clauses/telling.js'
import type { EventStatus } from '../event.js'
import { INJURING } from '../forms/function-words.js'
import type { Word } from '../forms/words.js'
import type { Filler, NounPhrase, Prepositional } from '../phrases/noun-phrase.js'
import { inRole, type Party } from '../phrases/parties.js'
import type { PhraseReader } from '../phrases/phrase-reader.js'
import type { Assembler } from './assemble.js'
import { allows } from './conditions.js'
import type { Referents } from './referents.js'

const BLOWS: ReadonlySet<string> = new Set(['event.qasaf', 'event.darab'])
/** Words of kind between a blow and whose it is («قصف مدفعي عنيف للجيش»). */
const LONGEST_KIND = 3
/** Words between a blow's doer and whom it is aimed at. */
const FARTHEST_AIM = 5
const PLACES = new Set(['GPE', 'LOC', 'FAC'])

/** Deeds done to people, so that a pronoun behind them is somebody. */
const UNDERGONE: ReadonlySet<string> = new Set(['ASSAULT', 'COERCE', 'SANCTION'])
const WITHOUT = new Set(['دون', 'بدون'])
const LACKED: ReadonlySet<string> = new Set(['AGREE', 'SUPPORT', 'CONSULT', 'COOPERATE', 'REQUEST'])
/** «قصف الطيران», «قصف مدفعية فلان»: arms are what strikes. */
const ARMS = new Set(
  'طيران طائرات طائرة مقاتلات مدفعية مروحيات مروحية بوارج بارجة صواريخ دبابات راجمات سلاح مدافع زوارق'.split(' '),
)

/** «مقتل شخص وإصابة ثلاثة»: wounds joined to deaths need no further word. */
function isBesideDeaths(words: readonly Word[], at: number): boolean {
  const word = words[at]
  if (word?.conjunction !== true || !INJURING.has(word.stem)) return false
  const before = words.slice(Math.max(0, at - FARTHEST_DEATHS), at)
  const from = before.findLastIndex(({ token }) => /^[.؛:؟!]$/.test(token.text))
  return before.slice(from + 1).some(({ stem }) => DEATHS.test(stem))
}
/** Blows that are named after the town in which they fell. */
const STRUCK_AT: ReadonlySet<string> = new Set(
  'hajam fajjar infijar iatada majzara kamin'.split(' ').map((name) => `event.${name}`),
)
const FARTHEST_DEATHS = 8
const DEATHS = /^(?:مقتل|قتل|قتلت|استشهاد|مصرع)$/

/** Whose deed a blow told with ل may be: «قصف للجيش», «قصف لطيران التحالف». */
const FORCES =
  /^(?:جيش|قوات|قو[ةت]|طيران|طائرات|طائر[ةت]|مقاتلات|مدفعي[ةت]|تحالف|ميليشيا|مليشيا|ميليشيات|مليشيات|كتائب|فصائل|مسلحين|بوارج|حرس|سلاح|نظام|احتلال)$/

/** True where the item right behind a noun stands behind the preposition. */
const brings = (prepositional: readonly Prepositional[], item: number, preposition: string): boolean =>
  prepositional.some((one) => one.key === preposition && one.item === item)

/** People and bodies, no towns. */
const isSomebody = ({ fillers: [head] }: NounPhrase): boolean =>
  head !== undefined &&
  (head.entity === undefined ? head.of === 'person' || head.of === 'group' : !PLACES.has(head.entity.type))

const isPerson = ({ fillers: [head] }: NounPhrase): boolean =>
  head?.entity === undefined ? head?.of === 'person' : head.entity.type === 'PER'

/** Reads what event nouns and predicating participles tell. */
export class NounPredicates {
  readonly reader: PhraseReader

  constructor(
    readonly assembler: Assembler,
    readonly referents: Referents,
  ) {
    this.reader = assembler.reader
  }

  /** Every telling of one event noun with what stands around it. */
  tellings(
    filler: Filler,
    at: number,
    part: 'light' | 'noun',
    status: EventStatus,
    prepositional: readonly Prepositional[],
    behind: readonly NounPhrase[],
    times: readonly number[],
    from: number,
    passive = false,
  ): Telling[] {
    const tellings: Telling[] = []
    const seen = new Set<string>()
    // «مرتكبو الاغتيال مجهولين»: a masdar with ال takes no object; «للقاء» may have none.
    const head = this.reader.words[filler.head]
    const bare = head?.article === true && head.preposition !== 'ل' ? [] : behind
    for (const { trigger, part: sense, number } of filler.senses ?? []) {
      if (seen.has(trigger.id)) continue
      if (!allows(trigger, this.reader.words, filler.head) && !isBesideDeaths(this.reader.words, filler.head)) continue
      seen.add(trigger.id)
      if (sense === 'participle' && filler.definite) continue
      // «دون موافقتهم»: what is lacking between people is no refusal.
      if (WITHOUT.has(this.reader.words[filler.head - 1]?.whole ?? '') && LACKED.has(trigger.type)) continue
      // «مسيرتها المظفرة»: somebody's own march is a career.
      if (trigger.id === 'event.masira' && filler.pronoun !== undefined) continue
      // «احتجاجا على»: an indefinite accusative that no verb takes tells why, not what.
      const word = this.reader.words[filler.head]
      if (
        part === 'noun' &&
        sense === 'noun' &&
        number === 'sg' &&
        word?.article === false &&
        word.pronoun === undefined &&
        /[^اآ]ا$/.test(word.whole)
      )
        continue
      if (
        trigger.light === 'only' &&
        part !== 'light' &&
        filler.genitive === undefined &&
        !this.#lightNounBefore(filler.head)
      )
        continue
      if (trigger.light === 'never' && part === 'light') continue
      const frame = sense === 'participle' ? trigger.frame : trigger.nounFrame
      const parties: Party[] = []
      const genitive = frame.get('genitive')
      const demanding =
        trigger.id === 'event.talab' && this.#isAdverbial(filler.head) && brings(prepositional, at + 1, 'ب')
      const object = trigger.frame.get('object')
      // «قمع الجيش للمظاهرات», «دعمها للحركة»: with ل for its object, a masdar's genitive is the doer.
      const lam = frame.has('ل') || filler.definite ? undefined : prepositional.find(({ key }) => key === 'ل')
      const own = filler.genitive !== undefined || filler.pronoun !== undefined
      const byForces = this.#byForces(filler, at, trigger, prepositional)
      // «إقالة الوزير له»: the pronoun behind ل is the object as much as a noun.
      const beside =
        own &&
        (lam?.item === at + 1 || (lam?.item === -1 && filler.genitive !== undefined && UNDERGONE.has(trigger.type)))
      // «إدانته للهجوم» condemns; nobody is convicted «ل».
      if (beside && trigger.mode === 'convict') continue
      const topical = object?.some(({ role }) => role === 'topic') === true
      const taken =
        beside &&
        object !== undefined &&
        (topical || this.assembler.parties(lam.phrase, object, 'ل', trigger).length > 0)
      const suffering = taken ? lam.phrase : undefined
      if (sense === 'participle') {
        if (filler.genitive !== undefined && object !== undefined)
          parties.push(...this.assembler.parties(filler.genitive, object, 'object', trigger))
      } else if (
        filler.genitive !== undefined &&
        genitive !== undefined &&
        !(trigger.mode === 'visit' && filler.genitive.fillers[0]?.headKey === 'دولة') &&
        !this.#isPlaceOf(filler.genitive, trigger)
      ) {
        // «اعتقال الشرطة فلانا»: with an object of its own behind it, the genitive is the doer.
        // «اتهام فلان لفلان»: what ل brings is done to, so the genitive does it.
        const addressed =
          (frame.get('ل')?.[0]?.role === 'recipient' && brings(prepositional, at + 1, 'ل')) ||
          this.#aimed(frame, prepositional, at, filler.to, trigger)
        const doer =
          addressed ||
          suffering !== undefined ||
          bare.some(
            (phrase) => object !== undefined && this.assembler.parties(phrase, object, 'object', trigger).length > 0,
          )
        // «وقفة لمطالبة الحكومة»: behind ل the genitive is of whom it is demanded.
        const asked =
          trigger.id === 'event.talab' && (head?.preposition === 'ل' || head?.preposition === 'ب' || demanding)
        const armed =
          trigger.type === 'ASSAULT' && ARMS.has(this.reader.words[filler.genitive.fillers[0]?.head ?? -1]?.stem ?? '')
        const choices =
          (passive || asked) && object !== undefined
            ? object
            : doer || armed
              ? (trigger.frame.get('subject') ?? genitive)
              : genitive
        parties.push(...this.assembler.parties(filler.genitive, choices, 'genitive', trigger))
      }
      // «زيارة له إلى عمان», «غارة للتحالف على …»: whose deed an indefinite noun tells stands behind ل.
      if (byForces !== undefined)
        parties.push(...this.assembler.parties(byForces.phrase, [{ role: 'actor' }], 'ل', trigger))
      const whose =
        own ||
        byForces !== undefined ||
        filler.definite ||
        genitive?.[0]?.role !== 'actor' ||
        (frame.has('ل') && !(trigger.mode === 'visit' && prepositional.some(({ key }) => key === 'الي')))
          ? undefined
          : prepositional.find(({ key, item }) => key === 'ل' && (item === at + 1 || item === -1))
      if (sense === 'noun' && whose !== undefined && genitive !== undefined && isSomebody(whose.phrase))
        parties.push(...this.assembler.parties(whose.phrase, genitive, 'ل', trigger))
      if (filler.pronoun !== undefined && genitive !== undefined) {
        const objects = trigger.frame.get('object')
        const acts =
          suffering !== undefined ||
          (frame.get('ل')?.[0]?.role === 'recipient' &&
            genitive[0]?.role === 'recipient' &&
            brings(prepositional, at + 1, 'ل')) ||
          (objects !== undefined &&
            bare.some((phrase) => this.assembler.parties(phrase, objects, 'object', trigger).length > 0))
        const choices = acts ? (trigger.frame.get('subject') ?? genitive) : genitive
        const owners = this.referents.owners(filler, choices[0]?.role === 'actor')
        // «أطلع المبعوث المجلس على نتائج زيارته»: people travel and resign, bodies do not.
        const people = trigger.mode === 'visit' || trigger.mode === 'resign' ? owners.filter(isPerson) : []
        const owned = [...people, ...owners.filter((owner) => !people.includes(owner))]
          .map((owner) => this.assembler.parties(owner, choices, 'pronoun', trigger))
          .find((found) => found.length > 0)
        parties.push(...(owned ?? []))
      }
      if (sense === 'noun' && suffering !== undefined && object !== undefined)
        parties.push(...this.assembler.parties(suffering, object, 'ل', trigger))
      // «أغضب اتهام فلان لفلان أنصار الحزب»: with its object behind ل the masdar takes none beside it.
      const served =
        suffering !== undefined ||
        (own && frame.get('ل')?.[0]?.role === 'recipient' && brings(prepositional, at + 1, 'ل'))
      for (const phrase of served ? [] : bare)
        if (object !== undefined) parties.push(...this.assembler.parties(phrase, object, 'object', trigger))
      if (sense === 'participle' || demanding) {
        const subject = this.referents.ofParticiple(at, filler)
        const choices = trigger.frame.get('subject')
        if (subject !== undefined && choices !== undefined)
          parties.push(...this.assembler.parties(subject, choices, 'carried', trigger))
      }
      if (sense === 'noun' && !parties.some(({ role }) => role === 'actor')) {
        const country = this.adjectival(filler)
        const choices = trigger.frame.get('subject') ?? frame.get('genitive')
        if (country !== undefined && choices?.[0]?.role === 'actor')
          parties.push(
            ...this.assembler.parties(phraseFor(country, filler.head, filler.start), choices, 'adjective', trigger),
          )
      }
      if (
        part === 'noun' &&
        trigger.type === 'CONSULT' &&
        sense === 'noun' &&
        !filler.definite &&
        !parties.some(({ role }) => role === 'actor')
      ) {
        const choices = trigger.frame.get('subject')
        const host = this.referents.governing(at) ?? this.referents.spokenOf('ه', undefined, filler.head, false)[0]
        if (choices !== undefined && host !== undefined && prepositional.some(({ key }) => key === 'مع'))
          parties.push(...this.assembler.parties(host, choices, 'carried', trigger))
      }
      const telling = this.assembler.telling({
        at,
        word: filler.head,
        trigger,
        part: sense === 'participle' ? 'participle' : part,
        parties,
        prepositional: byForces === undefined ? prepositional : prepositional.filter((one) => one !== byForces),
        times,
        frame,
        status,
        passive: false,
        definite: filler.definite || filler.pronoun !== undefined,
        plural: number === 'pl',
        from,
        to: filler.head + 1,
      })
      tellings.push(this.#met(telling, filler))
    }
    return tellings
  }

  /** «…، مطالبةً المجلس بـ…»: behind a comma an indefinite noun of demanding is a participle, said of who spoke. */
  #isAdverbial(head: number): boolean {
    const { words } = this.reader
    const word = words[head]
    return (
      word !== undefined &&
      words[head - 1]?.form.isComma === true &&
      !word.article &&
      !word.conjunction &&
      word.pronoun === undefined &&
      word.preposition === undefined
    )
  }

  /** «فرض فلان عقوبات», «عقد اجتماع»: a light verb's masdar stands in front of the event noun. */
  #lightNounBefore(head: number): boolean {
    const { words, vocabulary } = this.reader
    for (let at = head - 1; at >= 0 && at >= head - 6; at--) {
      const word = words[at]
      if (word === undefined || word.token.kind === 'punctuation' || this.reader.verb(at) !== undefined) return false
      if (word.mention !== undefined) continue
      if (vocabulary.lightNouns.has(word.stem) || vocabulary.lightNouns.has(word.form.bareWhole)) return true
      if (word.conjunction) return false
    }
    return false
  }

  /** «قصف للجيش على البلدة», «قصف لطيران التحالف»: behind ل forces strike, as whoever else does where «على» says whom. */
  #byForces(
    { genitive, pronoun, definite, to }: Filler,
    at: number,
    trigger: EventTrigger,
    prepositional: readonly Prepositional[],
  ): Prepositional | undefined {
    if (!BLOWS.has(trigger.id) || genitive !== undefined || pronoun !== undefined || definite) return undefined
    const [first] = prepositional
    if (first?.key !== 'ل' || first.phrase.from > to + LONGEST_KIND) return undefined
    const [head] = first.phrase.fillers
    if (head === undefined || head.of === 'site' || head.of === 'placenoun') return undefined
    return FORCES.test(head.headKey) || this.#aimed(trigger.nounFrame, prepositional, at, to, trigger)
      ? first
      : undefined
  }

  /** «قصف المسلحين على القرية»: where «على» right behind the genitive brings whom the blow is aimed at, the genitive strikes it. */
  #aimed(
    frame: EventTrigger['frame'],
    prepositional: readonly Prepositional[],
    at: number,
    to: number,
    trigger: EventTrigger,
  ): boolean {
    const choices = frame.get('علي')
    if (choices?.[0]?.role !== 'recipient') return false
    const aim = prepositional.find(
      ({ key, item, phrase }) =>
        key === 'علي' && (item === at + 1 || (phrase.from > to && phrase.from <= to + FARTHEST_AIM)),
    )
    return aim !== undefined && this.assembler.parties(aim.phrase, choices, 'علي', trigger).length > 0
  }

  /** «لقاء فلان وفلان»: two in construct with a meeting are its two sides; «قمة عمان»: the city is where it was. */
  #met(telling: Telling, { genitive }: Filler): Telling {
    const { trigger, parties } = telling
    if (genitive === undefined) return telling
    const [host] = genitive.fillers
    if (telling.place === undefined && this.#isPlaceOf(genitive, trigger))
      return changedTelling(telling, { place: host?.entity })
    if (trigger.type !== 'CONSULT') return telling
    if (!trigger.needs.includes('recipient') || parties.some(({ role }) => role === 'recipient')) return telling
    let sides = 0
    const met = parties.map(
      (party): Party => (party.role === 'actor' && ++sides > 1 ? inRole(party, 'recipient') : party),
    )
    return sides > 1 ? changedTelling(telling, { parties: met }) : telling
  }

  /** «اجتماع القاهرة», «قمة عمان», «تفجير عمان»: one city behind a meeting or a blow is where it was. */
  #isPlaceOf(genitive: NounPhrase, trigger: EventTrigger): boolean {
    const [only, second] = genitive.fillers
    if (second !== undefined || only?.entity === undefined || !PLACES.has(only.entity.type)) return false
    // «هجوم سيناء» was in Sinai; «هجوم تركيا» is Turkey's.
    if (STRUCK_AT.has(trigger.id)) return findCountryByName(only.entity.nameAr) === undefined
    return trigger.type === 'CONSULT'
  }

  /** «ضربة أمريكية»: the country behind an adjective, where it is an entity elsewhere in the article. */
  adjectival(filler: Filler): Entity | undefined {
    return this.assembler.adjectival(filler)
  }
}
