import type { Attribution } from '@isnad/attribution'
import type { Entity, EntityRegister } from '@isnad/entities'
import { findCountryByName, findNisbas } from '@isnad/lexicon'
import { contains, type Passage, type Span } from '@isnad/text'
import type { TimeItem } from '@isnad/time'
import { changedTelling, type Discourse, isComplete, type Telling } from './clauses/telling.js'
import { confidenceOf } from './confidence/bounds.js'
import { scoreOf, signsOf } from './confidence/confidence.js'
import type { EventRecord, EventStatus, EventType, ParticipantRole } from './event.js'
import { COMPLEMENTISERS, RELATIVES } from './forms/function-words.js'
import { bareKey, vocabulary } from './forms/vocabulary.js'
import { formsOf, type WordForm } from './forms/word-form.js'
import { type Sentence, sentencesOf, type Word } from './forms/words.js'
import { endWithClause, type Filler, wordsBehind } from './phrases/noun-phrase.js'
import type { Describe, Party } from './phrases/parties.js'
import { PhraseReader } from './phrases/phrase-reader.js'
import { isDualOffice } from './phrases/two-offices.js'
import { joinAppositions } from './records/appositions.js'
import { type Aside, asideOf, NO_ASIDE } from './records/asides.js'
import { withHurt } from './records/blows.js'
import { contentOf } from './records/content.js'
import { mergeTellings, type Occurrence, ON_THE_GROUND } from './records/merge.js'
import { whereOf } from './records/where.js'
import { isAboutAccident, isByAccident } from './senses/accidents.js'
import { backgroundOf, isHabit } from './senses/background.js'
import { domainsOf, vetoed } from './senses/vetoes.js'
import { isBesideDenial, isOccasion, isOrderedByCourt, settledStatus, statusByDay } from './status/settled.js'
import { PredicateReader } from './tellings/predicates.js'
import { withoutLeaders } from './tellings/prepositional.js'

export interface EventContext {
  readonly entities: EntityRegister
  readonly attributions: readonly Attribution[]
  readonly times: readonly TimeItem[]
  /** Records less sure than this are left out; 0.24 if not given, of violence and protests 0.12. */
  readonly leastConfidence?: number
}

/** The political events that an article tells, one record for each occurrence, in order of first telling. */
export function findEvents(passage: Passage, context: EventContext): readonly EventRecord[] {
  const found = new EventFinder(passage, context).occurrences()
  return mergeTellings(found)
    .map((event) => ({ event, confidence: confidenceOf(event) }))
    .filter(({ event, confidence }) => confidence >= (context.leastConfidence ?? lowestOf(event.type)))
    .map(({ event, confidence }, index) => recordOf(event, `v${index + 1}`, confidence, context.attributions))
}

const LOWEST_CONFIDENCE = 0.24
/** What a model of its own weighs can be believed from further down. */
const LOWEST_OF_DEEDS = 0.12
const lowestOf = (type: EventType): number =>
  type === 'ASSAULT' || type === 'PROTEST' ? LOWEST_OF_DEEDS : LOWEST_CONFIDENCE

/** Only blows, arrests, verdicts, releases, forces and crowds are events where nobody has a name («قتل ثلاثة جنود»). */
const TELLS_NAMELESS: ReadonlySet<string> = new Set(['ASSAULT', 'COERCE', 'PROTEST', 'SANCTION', 'RETREAT', 'MOBILIZE'])

/** «طعن شاب ثلاثة أشخاص», «انتشرت قوات الأمن»: told as happened to people, or of forces that more than one word says. */
function befalls({ trigger, part, status, parties }: Telling): boolean {
  if (part === 'noun' && STRUCK_DOWN.has(trigger.id) && status === 'asserted')
    return parties.some(({ role, filler }) => role === 'recipient' && !filler.definite && MANY.has(filler.of))
  if (part === 'noun' || part === 'participle' || (status !== 'asserted' && status !== 'ongoing')) return false
  if (trigger.type === 'MOBILIZE')
    return parties.some(({ role, filler }) => role === 'actor' && filler.of === 'body' && filler.to - filler.from > 1)
  return parties.some(
    ({ role, filler }) =>
      (role === 'recipient' || role === 'object') && (filler.of === 'person' || MANY.has(filler.of)),
  )
}

const STRUCK_DOWN: ReadonlySet<string> = new Set(['event.aadam', 'event.masra', 'event.asab', 'event.laqi-hatf'])

/** «رفض القضاء البريطاني», «رحبت الخارجية التركية»: a body that its adjective tells from others acts though nobody names it. */
const actsAsBody = ({ part, parties }: Telling, { words }: Sentence): boolean =>
  (part === 'verb' || part === 'light') &&
  parties.some(
    ({ role, filler }) =>
      role === 'actor' &&
      (filler.of === 'body' ? filler.definite : filler.of === 'group' && isDualOffice(filler.headKey)) &&
      filler.to - filler.from > 1 &&
      words[filler.to - 1]?.article === true &&
      /..ي[ةه]?$/.test(words[filler.to - 1]?.stem ?? ''),
  )

/** Many who protest, whoever they are, tell of a protest («أغلق عشرات الشبان الطريق»). */
const isManyInProtest = ({ trigger, parties }: Telling): boolean =>
  trigger.type === 'PROTEST' && parties.some(({ role, filler }) => role === 'actor' && MANY.has(filler.of))
const MANY: ReadonlySet<string> = new Set(['group', 'number', 'quantity'])

/**
 * «إدانة المتهمين», «استهداف المدنيين», «الاتفاق الإيراني»: a noun of what is done to a kind of people, or of an agreement that there is,
 * without day, place or another party tells nothing that happened.
 */
function isGeneral({ trigger, part, parties, times, place, status }: Telling): boolean {
  const alone = parties.length === 1 && !parties.some(isMany)
  if (part === 'light' && alone && (trigger.id === 'event.taawan' || trigger.id === 'event.ittafaq')) return true
  if (part !== 'noun' || status === 'denied' || parties.length === 0) return false
  const others = new Set(parties.map(({ entity, filler }) => entity?.id ?? filler.start))
  if (BETWEEN_TWO.has(trigger.id)) return others.size < 2 && !parties.some(isMany)
  if (times.length > 0 || place !== undefined) return false
  return parties.every(({ entity, filler, role }) => {
    const nameless = entity === undefined || (entity.unnamed === true && entity.mentions.length === 1)
    return nameless && role !== 'actor' && filler.definite && filler.of === 'group' && filler.to - filler.from <= 2
  })
}

/** In news of sport teams meet, players sign and travel, and coaches are dismissed. */
const isOfClubs = ({ trigger, parties }: Telling, domains: ReadonlySet<string>): boolean =>
  domains.has('sport') &&
  (OF_CLUBS.has(trigger.id) || (trigger.id === 'event.iltaqa' && !parties.some(({ entity }) => entity?.type === 'PER')))
const OF_CLUBS: ReadonlySet<string> = new Set(
  'waqqaa aqal wasala-visit istadaa tarad'.split(' ').map((name) => `event.${name}`),
)

/** «الاتفاق مع المغرب», «تعاون الوزارة»: what takes two and names one tells of something that there is, or leaves out who. */
const BETWEEN_TWO: ReadonlySet<string> = new Set(['event.ittafaq', 'event.taawan', 'event.tafawad'])
const isMany = ({ entity, filler }: Telling['parties'][number]): boolean =>
  entity?.group === true || filler.of === 'group' || filler.of === 'number' || filler.of === 'quantity'

class EventFinder {
  readonly #passage: Passage
  readonly #context: EventContext
  readonly #vocabulary = vocabulary()
  readonly #described = new Map<string, Entity>()
  readonly #claims: readonly { readonly span: Span; readonly attribution: Attribution }[]

  constructor(passage: Passage, context: EventContext) {
    this.#passage = passage
    this.#context = context
    this.#claims = context.attributions.flatMap((attribution) =>
      attribution.claims.map((span) => ({ span, attribution })),
    )
  }

  occurrences(): readonly Occurrence[] {
    const { entities, times } = this.#context
    const found: Occurrence[] = []
    const discourse: Discourse = {
      subject: undefined,
      recent: [],
      genders: new Map(),
      describe: this.#describe,
      speaker: this.#speaker,
      quoted: this.#quoted,
      person: this.#person,
      country: this.#country,
      home: this.#home,
    }
    const forms = formsOf(this.#passage.tokens)
    const domains = domainsOf(forms, this.#vocabulary)
    const headline = this.#headline(forms)
    const span = this.#passage.title
    const stems = new Set(headline.filter(({ isWord }) => isWord).map(({ stem }) => stem))
    this.#title = span === undefined ? undefined : { span, stems }
    let before: { readonly words: readonly Word[]; readonly headline: boolean } = {
      words: [],
      headline: isAboutAccident(headline),
    }
    let aside: Aside = NO_ASIDE
    for (const sentence of sentencesOf(this.#passage, forms, entities, times)) {
      const reader = new PhraseReader(sentence.words, this.#vocabulary)
      this.#words = sentence.words
      aside = asideOf(sentence.words, aside)
      this.#aside = aside.left > 0 ? aside.number : 0
      const tellings = new PredicateReader(reader, discourse).tellings()
      const read = bestOfEach(tellings).map((telling) =>
        changedTelling(telling, { parties: withoutLeaders(joinAppositions(telling.parties, sentence.words)) }),
      )
      let plans = false
      for (const telling of withHurt(read, sentence.words)) {
        if (vetoed(telling, sentence.words, this.#vocabulary)) continue
        if (isByAccident(telling, sentence.words, before) || isHabit(telling, sentence.words)) continue
        const occurrence = this.#settle(telling, sentence, domains)
        if (occurrence === undefined) continue
        // «يزور فلان العاصمة الأسبوع المقبل ويلتقي فلانا»: what he does there is planned as well.
        plans &&= telling.imperfect && sentence.words[telling.at]?.conjunction === true
        const status: EventStatus = plans && occurrence.status === 'asserted' ? 'planned' : occurrence.status
        found.push({ ...occurrence, status })
        plans = status === 'planned'
      }
      before = { words: sentence.words, headline: before.headline }
    }
    // What a crowd does tells of its protest only where the article does not tell of it in as many words.
    return found.some(({ type, implied }) => type === 'PROTEST' && !implied)
      ? found.filter(({ implied }) => !implied)
      : found
  }

  /** Forms of the title's words. */
  #headline(forms: readonly WordForm[]): readonly WordForm[] {
    const { title, tokens } = this.#passage
    if (title === undefined) return []
    return forms.filter((_, at) => (tokens[at]?.start ?? 0) >= title.start && (tokens[at]?.end ?? 0) <= title.end)
  }

  #words: readonly Word[] = []
  #aside = 0
  #title: { readonly span: Span; readonly stems: ReadonlySet<string> } | undefined

  /** The named entity that a bare descriptor stands for: one whose role it names, or a nameless group told of before. */
  readonly #describe: Describe = (filler: Filler): Entity | undefined => {
    const head = this.#words[filler.head]
    if (head === undefined) return undefined
    if (filler.definite && filler.of === 'person') {
      const [holder, another] = this.#holders.get(head.stem) ?? []
      return holder === undefined || another !== undefined ? undefined : this.#context.entities.get(holder)
    }
    if (!filler.definite || filler.to - filler.from > 2) return undefined
    return this.#described.get(groupKey(head))
  }

  #holdersByTitle: ReadonlyMap<string, readonly string[]> | undefined

  /** Who has a title by the key of its first word; who is added here has none. */
  get #holders(): ReadonlyMap<string, readonly string[]> {
    if (this.#holdersByTitle !== undefined) return this.#holdersByTitle
    const holders = new Map<string, string[]>()
    for (const { id, type, roles } of this.#context.entities.entities) {
      if (type !== 'PER') continue
      for (const { title } of roles) {
        const key = bareKey(title.split(' ')[0] ?? '')
        const known = holders.get(key)
        if (known === undefined) holders.set(key, [id])
        else if (!known.includes(id)) known.push(id)
      }
    }
    this.#holdersByTitle = holders
    return holders
  }

  readonly #speaker = (offset: number): Entity | undefined => {
    const link = innermost(this.#claims, { start: offset, end: offset })?.chain.at(-1)
    return link?.entity === undefined ? undefined : this.#context.entities.get(link.entity)
  }

  readonly #quoted = (offset: number): Entity | undefined => {
    const attribution = innermost(this.#claims, { start: offset, end: offset })
    const speaker = attribution?.quote === 'direct' ? attribution.chain.at(-1)?.entity : undefined
    const entity = speaker === undefined ? undefined : this.#context.entities.get(speaker)
    return entity?.type === 'PER' && entity.group !== true ? entity : undefined
  }

  readonly #person = (name: string): Entity | undefined =>
    this.#context.entities.entities.find(
      ({ type, group, nameAr }) => type === 'PER' && group !== true && (nameAr === name || nameAr.endsWith(` ${name}`)),
    )

  #countries: ReadonlyMap<string, Entity> | undefined

  /** Countries of the article by the key of their name, so that «أمريكية» finds «الولايات المتحدة». */
  readonly #country = (stem: string): Entity | undefined => {
    const found = findNisbas(stem).find(({ kind }) => kind === 'country')
    return found?.country === undefined ? undefined : this.#countryOf(found.country)
  }

  readonly #home = ({ roles }: Entity): Entity | undefined => {
    for (const { title } of roles) {
      const words = title.split(' ')
      for (let at = words.length - 1; at > 0; at--) {
        const word = words[at] ?? ''
        const country = this.#country(bareKey(word).replace(/^ال/, '')) ?? this.#named(word)
        if (country !== undefined) return country
      }
    }
    return undefined
  }

  #named(word: string): Entity | undefined {
    const country = findCountryByName(word)
    return country === undefined ? undefined : this.#countryOf(country.code)
  }

  #countryOf(wanted: string): Entity | undefined {
    this.#countries ??= new Map(
      this.#context.entities.entities
        .filter(({ type, unnamed }) => type === 'GPE' && unnamed !== true)
        .reverse()
        .flatMap((entity) => {
          const code =
            entity.catalogId?.startsWith('country.') === true ? entity.catalogId.slice(8).toUpperCase() : undefined
          const country = code ?? findCountryByName(entity.nameAr)?.code
          return country === undefined ? [] : [[country, entity] as const]
        }),
    )
    return this.#countries.get(wanted)
  }

  #settle(telling: Telling, sentence: Sentence, domains: ReadonlySet<string>): Occurrence | undefined {
    const trigger = triggerSpan(telling, sentence)
    const complete = isComplete(telling)
    if (!complete && !(telling.part !== 'verb' && telling.parties.length === 0)) return undefined
    if (isRecalled(telling) || isGeneral(telling) || isOfClubs(telling, domains)) return undefined
    const nameless = !telling.parties.some(({ entity }) => entity !== undefined)
    const tellsItself =
      telling.trigger.strength === 'high' || telling.implied === true || isManyInProtest(telling) || befalls(telling)
    const known = (tellsItself && TELLS_NAMELESS.has(telling.trigger.type)) || actsAsBody(telling, sentence)
    if (complete && nameless && !known) return undefined
    const claim = innermostSpan(this.#claims, trigger)
    const asserted = settledStatus(telling, sentence)
    const told = isOccasion(telling, sentence) ? asserted : this.#status(asserted, trigger, telling, sentence)
    const status =
      (told === 'demanded' || told === 'planned') && isOrderedByCourt(telling, sentence) ? 'asserted' : told
    if (status === 'demanded' && !telling.parties.some(({ slot }) => slot !== 'carried')) return undefined
    const participants = uniqueParties(telling.parties).map(({ role, filler, entity, make }) => ({
      role: role as ParticipantRole,
      entity:
        entity === undefined ? this.#make(filler, make ?? 'PER', sentence) : this.#whole(entity, filler, sentence),
    }))
    const time = this.#timeOf(telling)
    const texts = telling.times.map((index) => this.#context.times[index]?.text ?? '')
    const settled = statusByDay(telling, sentence, status, texts)
    const place = whereOf(telling, sentence)
    const reasons = signsOf(telling, {
      sentence,
      status: settled,
      domains,
      lead: this.#isLead(sentence),
      claimed: claim !== undefined,
      time: time?.day,
      title: this.#title,
    })
    return {
      type: telling.trigger.type as EventType,
      mode: telling.trigger.mode,
      trigger,
      entry: telling.trigger,
      status: settled,
      participants,
      place: participants.some(({ entity }) => entity.id === place?.id) ? undefined : place,
      time: time?.index,
      day: time?.day,
      nearby:
        time === undefined && ON_THE_GROUND.has(telling.trigger.type as EventType)
          ? this.#dayBehind(telling, sentence)
          : undefined,
      evidence: [this.#evidence(telling, sentence, trigger, claim)],
      score: scoreOf(reasons),
      reasons,
      backward: telling.definite,
      bare: isBare(telling, place),
      joins: telling.joins === true,
      implied: telling.implied === true,
      number: telling.part === 'verb' ? undefined : telling.plural ? 'many' : 'one',
      content: contentOf(telling, sentence),
      complete,
      background: backgroundOf(telling, sentence.words, domains),
      aside: this.#aside,
    }
  }

  /** A nameless entity with the whole of the phrase that its mention opens. */
  #whole(entity: Entity, filler: Filler, sentence: Sentence): Entity {
    const [only, second] = entity.mentions
    const { named, start } = filler
    const end = endWithClause(filler, sentence.words)
    if (named || entity.unnamed !== true || second !== undefined || only?.start !== start || only.end >= end)
      return entity
    const more = wordsBehind(this.#passage.text.value.slice(only.end, filler.end))
    this.#context.entities.widenMention(entity.id, only, { start, end }, `${entity.nameAr}${more}`)
    return this.#context.entities.get(entity.id) ?? entity
  }

  /** The first sentence of the body and the title tell what is new; the rest fills in. */
  #isLead({ start }: Sentence): boolean {
    const first = this.#passage.sentences.find((span) =>
      this.#passage.body.some((part) => span.start < part.end && part.start < span.end),
    )
    return first !== undefined && start <= first.start
  }

  #make(filler: Filler, type: 'PER' | Entity['type'], sentence: Sentence): Entity {
    const { entities } = this.#context
    const head = sentence.words[filler.head]
    const span = { start: filler.start, end: endWithClause(filler, sentence.words) }
    const text = this.#passage.text.value.slice(span.start, span.end)
    const group = filler.of !== 'person' && filler.of !== 'site' && filler.of !== 'vehicle'
    const made = entities.addUnnamed(span, { type, nameAr: text, ...(group ? { group: true as const } : {}) })
    if (head !== undefined && group) this.#described.set(groupKey(head), made)
    return made
  }

  /** The attribution has the last word: what a source denies is denied, whatever the grammar inside says. */
  #status(status: EventStatus, trigger: Span, telling: Telling, sentence: Sentence): EventStatus {
    const attribution = innermost(this.#claims, trigger)
    if (attribution === undefined || status === 'denied') return status
    // «نفى صحة ما قيل عن لقاء»: what is denied is what the reports told.
    const denies = this.#claims.some((one) => {
      if (one.attribution.stance !== 'denies' || !contains(one.span, trigger)) return false
      return !isBesideDenial(telling, sentence, one.span.start)
    })
    if (denies) return 'denied'
    return attribution.stance === 'questions' && status === 'asserted' ? 'hypothetical' : status
  }

  #timeOf({ times, status }: Telling): { readonly index: number; readonly day: string } | undefined {
    for (const index of times) {
      const item = this.#context.times[index]
      if (item === undefined || !('value' in item) || typeof item.value !== 'string') continue
      if (status === 'asserted' && item.value === 'FUTURE_REF') continue
      // «أول زيارة منذ سنوات», «أخيرا»: since when, or at last, and no day of the event's own.
      if (item.value === 'PAST_REF' && status === 'asserted' && /^(?:منذ|أخير|اخير)/.test(item.text)) continue
      return { index, day: item.value.replace(/T.*$/, '') }
    }
    return undefined
  }

  /** The calendar day that stands behind a trigger before its clause ends. */
  #dayBehind({ at }: Telling, { words }: Sentence): string | undefined {
    for (const word of words.slice(at + 1, at + 1 + DAY_WITHIN)) {
      if (word.token.kind !== 'word' && word.time === undefined && word.whole !== '#' && word.token.kind !== 'number')
        return undefined
      if (word.mention === undefined && (COMPLEMENTISERS.has(word.whole) || RELATIVES.has(word.whole))) return undefined
      const item = word.time === undefined ? undefined : this.#context.times[word.time]
      if (item !== undefined && 'value' in item && typeof item.value === 'string' && /^\d{4}-\d\d/.test(item.value))
        return item.value.replace(/T.*$/, '')
    }
    return undefined
  }

  /** From the first to the last of trigger and participants, inside the claim that tells it. */
  #evidence(telling: Telling, sentence: Sentence, trigger: Span, claim: Span | undefined): Span {
    const { words } = sentence
    let start = Math.min(trigger.start, words[telling.from]?.start ?? trigger.start)
    let end = trigger.end
    const bounds = claim ?? sentence
    for (const { filler, slot } of telling.parties) {
      if (slot === 'carried' || filler.start < bounds.start || filler.end > bounds.end) continue
      if (filler.to <= filler.from) continue
      start = Math.min(start, filler.start)
      end = Math.max(end, filler.end)
    }
    return {
      start: Math.max(start, Math.min(bounds.start, trigger.start)),
      end: Math.min(end, Math.max(bounds.end, trigger.end)),
    }
  }
}

/** «هجماتهم», «الزيارة»: a noun that is told with nobody and nowhere of its own. */
const isBare = ({ part, parties }: Telling, place: Entity | undefined): boolean =>
  part === 'noun' && place === undefined && parties.every(({ slot }) => slot === 'carried' || slot === 'pronoun')

/** «قضية اغتيال فلان», «ذكرى مقتل فلان»: a lawsuit or an anniversary names the deed and does not tell it. */
const isRecalled = ({ part, inCase, trigger, parties }: Telling): boolean =>
  part === 'noun' && inCase && trigger.type === 'ASSAULT' && !parties.some(({ role }) => role === 'actor')

/** How far behind a trigger a day is looked for, in words. */
const DAY_WITHIN = 12

/** Plural and case endings off, so that «مسلحون» and «المسلحين» are one group. */
const groupKey = (word: Word): string => word.stem.replace(/(?:ون|ين|ات|ا)$/, '')

function triggerSpan({ at, to, part }: Telling, { words }: Sentence): Span {
  const first = words[at]
  const last = part === 'phrase' ? words[to - 1] : first
  return { start: first?.start ?? 0, end: last?.end ?? 0 }
}

/** One telling for each trigger word: the one whose entry is best satisfied. */
function bestOfEach(tellings: readonly Telling[]): Telling[] {
  const best = new Map<number, Telling>()
  const rank = (telling: Telling): number =>
    (isComplete(telling) ? 100 : 0) +
    telling.parties.length * 4 +
    telling.trigger.needs.length +
    (telling.trigger.with.length + telling.trigger.after.length > 0 ? 5 : 0) +
    STRENGTH[telling.trigger.strength]
  for (const telling of tellings) {
    const known = best.get(telling.at)
    if (known === undefined || rank(telling) > rank(known)) best.set(telling.at, telling)
  }
  return [...best.values()].sort((a, b) => a.at - b.at)
}

const STRENGTH = { high: 2, medium: 1, low: 0 } as const

function uniqueParties(parties: readonly Party[]): Party[] {
  const seen = new Set<string>()
  return parties.filter(({ entity, filler }) => {
    const key = entity?.id ?? `${filler.start}`
    if (seen.has(key)) return false
    seen.add(key)
    return true
  })
}

type Claim = { readonly span: Span; readonly attribution: Attribution }

const innermostClaim = (claims: readonly Claim[], inner: Span): Claim | undefined => {
  let best: Claim | undefined
  for (const claim of claims) {
    if (!contains(claim.span, inner)) continue
    if (best === undefined || claim.span.end - claim.span.start <= best.span.end - best.span.start) best = claim
  }
  return best
}
const innermost = (claims: readonly Claim[], inner: Span) => innermostClaim(claims, inner)?.attribution
const innermostSpan = (claims: readonly Claim[], inner: Span) => innermostClaim(claims, inner)?.span

function recordOf(
  event: Occurrence,
  id: string,
  confidence: number,
  attributions: readonly Attribution[],
): EventRecord {
  const sources = attributions.filter(({ claims }) =>
    claims.some((claim) => event.evidence.some((span) => contains(claim, span))),
  )
  const ownVoice = event.evidence.some(
    (span) => !attributions.some(({ claims }) => claims.some((claim) => contains(claim, span))),
  )
  return {
    id,
    type: event.type,
    ...(event.mode === undefined ? {} : { mode: event.mode }),
    trigger: event.trigger,
    rule: event.entry.id,
    status: event.status,
    participants: event.participants.map(({ entity, role }) => ({ entity: entity.id, role })),
    ...(event.place === undefined ? {} : { place: event.place.id }),
    ...(event.time === undefined ? {} : { time: event.time }),
    evidence: event.evidence,
    sources: sources.map((one) => one.id),
    ownVoice,
    confidence,
    reasons: event.background === undefined ? event.reasons : [...event.reasons, `background.${event.background}`],
  }
}
