import type { Passage } from '@isnad/text'
import { ENTITY_TYPES, type EntityType } from '../entity.js'
import { findCatalogNames, type GazetteerMatch } from '../gazetteer/automaton.js'
import { isEveryday } from '../gazetteer/entries.js'
import { type NameTagger, nameTagger, type TaggedName } from '../tagger/tag-names.js'
import { bodyAt, classedAt, occasionAt, siteAt } from './bodies.js'
import { type FoundMention, type Reading, surely, type TaggedWords } from './found.js'
import { groupAt } from './groups.js'
import { type PersonName, personAt, titledAt, titledMentions, titlesBehind } from './people.js'
import { bracketedLatin, knownElsewhere, ownConjunction, repeatedNames } from './repeats.js'
import { headKinds, isNameAdjective, isTitleWord, nisbaOf } from './tables.js'
import { roleOf } from './titles.js'
import { plain, touching, type Word, wordsOf } from './words.js'

export interface Mentions {
  readonly words: readonly Word[]
  /** In text order, outer before inner. */
  readonly found: readonly FoundMention[]
}

/** Which of several meanings of one name the words around it speak for. */
function typeOf(match: GazetteerMatch, words: readonly Word[]): EntityType | undefined {
  const types = new Set(match.entries.map((e) => e.type))
  const [first] = types
  if (types.size === 1) return first
  const before = words[match.first - 1]
  const inPlace =
    /[ب]$/.test(match.attached) ||
    (before !== undefined &&
      touching(words[match.first]) &&
      /^(?:في|الي|من|مدينه|شرق|غرب|شمال|جنوب)$/.test(before.bare))
  if (inPlace) for (const type of ['GPE', 'LOC', 'FAC'] as const) if (types.has(type)) return type
  for (const type of ['PROD', 'GPE', 'PER', 'ORG', 'LOC', 'FAC', 'EVT-NAME'] as const) if (types.has(type)) return type
  return first
}

function catalogMention(match: GazetteerMatch, words: readonly Word[]): FoundMention | undefined {
  const type = typeOf(match, words)
  if (type === undefined) return undefined
  return {
    first: match.first,
    last: match.last,
    start: match.start,
    end: words[match.last]?.end ?? match.start,
    type,
    kind: 'name',
    by: 'catalog',
    entries: match.entries.filter((e) => e.type === type),
  }
}

const PREPOSITIONS = new Set(
  'في الي من عن علي مع بين لدي نحو داخل خارج عبر ضد حول دون تجاه قبل بعد عند وسط جنوب شمال شرق غرب'.split(' '),
)

/** «الجيش العراقي», «طائرة سورية»: a nisba behind the noun that it describes is no name. */
function isAdjectiveHere(words: readonly Word[], at: number): boolean {
  const word = words[at]
  const before = words[at - 1]
  if (word === undefined || nisbaOf(word.bare) === undefined || !plain(word)) return false
  if (before === undefined || !touching(word) || PREPOSITIONS.has(before.bare)) return false
  if (word.definite) return before.definite
  return !before.definite && /(?:ه|ات|يه)$/.test(before.bare)
}

/** Words of sport behind which the name of a club needs no noun of kind. */
const MATCH_WORDS = new Set(
  'مباراه مباريات لقاء فوز خساره تعادل لاعب لاعبي لاعبو جمهور جماهير مدرب حارس مهاجم مدافع هدف امام مرمي اداره رييس ضيفه مضيفه'.split(
    ' ',
  ),
)
/** Sites that towns lend their names to. */
const TOWN_SITES = new Set('ميناء مرفا مطار معبر منفذ جسر بلديه ريف شمال جنوب شرق غرب'.split(' '))

/**
 * A name that is an everyday word too, where the words around it leave no doubt: «في مالي», «النيجر ومالي», «القاعدة وداعش», «ميناء
 * الزاوية», «مباريات الهلال», «لـ"المدينة"».
 */
function isNameHere({ words, names }: Reading, match: GazetteerMatch): boolean {
  const word = words[match.first]
  const before = words[match.first - 1]
  if (word === undefined) return false
  const country = match.entries.some((e) => e.kind === 'country')
  const outlet = match.entries.some((e) => e.kind === 'outlet')
  const alone =
    word.quotation > 0 && before?.quotation !== word.quotation && words[match.last + 1]?.quotation !== word.quotation
  if (outlet && alone && before !== undefined && /^(?:ل|صحيفه|جريده|قناه|مجله)$/.test(before.bare)) return true
  if (before !== undefined && touching(word)) {
    if (country && match.attached === '' && before.whole === 'في') return true
    if (match.attached === '' && TOWN_SITES.has(before.bare) && match.entries.some((e) => e.kind === 'town'))
      return true
    if (match.attached === '' && MATCH_WORDS.has(before.bare) && match.entries.some((e) => e.kind === 'club'))
      return true
  }
  return isListed(words, names, match)
}

/** A name of the same type stands beside it, joined by و. */
function isListed(words: readonly Word[], names: ReadonlyMap<number, GazetteerMatch>, match: GazetteerMatch): boolean {
  const types = new Set(match.entries.map((e) => e.type))
  const fits = (other: GazetteerMatch | undefined): boolean =>
    other !== undefined && !other.weak && other.entries.some((e) => types.has(e.type) && e.type !== 'PER')
  const next = words[match.last + 1]
  if (touching(next) && names.get(match.last + 1)?.attached === 'و' && fits(names.get(match.last + 1))) return true
  if (match.attached !== 'و' || !touching(words[match.first])) return false
  for (let at = match.first - 1; at >= Math.max(0, match.first - 3); at--) {
    const neighbour = names.get(at)
    if (neighbour?.last === match.first - 1) return fits(neighbour)
  }
  return false
}

/** Nouns of kind that stay outside although the catalog lists the name with them: «تنظيم داعش», «صحيفة الشرق الأوسط». */
const STRIPPED = new Set(
  'تنظيم جماعه ميليشيا مليشيا ميليشيات مليشيات صحيفه قناه موقع وكاله شركه شبكه مدينه محافظه ولايه قبيله نقابه فريق'.split(
    ' ',
  ),
)

function withoutClass(match: GazetteerMatch, reading: Reading): GazetteerMatch {
  if (reading.words[match.first + 1]?.bare === 'انباء') return match
  const rest =
    match.last > match.first && STRIPPED.has(reading.words[match.first]?.bare ?? '')
      ? surely(reading, match.first + 1)
      : undefined
  return rest?.last === match.last && rest.entries.some((e) => match.entries.some(({ id }) => id === e.id))
    ? rest
    : match
}

/** «المملكة» alone is the kingdom that the paper writes from. */
function kingdomAt({ words }: Reading, at: number): FoundMention | undefined {
  const word = words[at]
  const next = words[at + 1]
  if (word?.key !== 'المملكه' || (next !== undefined && touching(next) && isNameAdjective(next))) return undefined
  return { first: at, last: at, start: word.from, end: word.end, type: 'GPE', kind: 'name', by: 'catalog', entries: [] }
}

const LED = new Set('حكومه اداره نظام مكتب ديوان'.split(' '))

/** «حكومة رئيس الوزراء فلان»: the leader's title and name belong to the name of his government. */
function withLeader(reading: Reading, body: FoundMention | undefined): FoundMention | undefined {
  if (body === undefined || !LED.has(body.head ?? '') || reading.words[body.first]?.definite === true) return body
  const titled = titledAt(reading, body.first + 1)
  if (titled?.name === undefined || titled.last < body.last) return body
  return { ...body, last: titled.last, end: reading.words[titled.last]?.end ?? body.end, kind: 'name', unnamed: false }
}

/** Whatever could be a mention, each read at its first word. */
function candidates(reading: Reading): FoundMention[] {
  const found: FoundMention[] = []
  const { words, names } = reading
  const push = (mention: FoundMention | undefined): void => {
    if (mention !== undefined) found.push(mention)
  }
  let nextTitle = 0
  const pushPerson = (at: number, person: PersonName): void => {
    push(personMention(reading, at, person))
    nextTitle = Math.max(nextTitle, (titlesBehind(reading, person.last).at(-1)?.last ?? -1) + 1)
  }
  for (let at = 0; at < words.length; at++) {
    const titled = at < nextTitle ? undefined : titledMentions(reading, at)
    if (titled !== undefined) {
      nextTitle = titled.next
      found.push(...titled.mentions)
    }
    // «وزير الخارجية»: the ministry is not named by its minister's title.
    const inTitle = /^(?:وزير|وزيره|وزراء)$/.test(words[at - 1]?.bare ?? '') && touching(words[at])
    if (!inTitle) push(withLeader(reading, bodyAt(reading, at)))
    push(classedAt(reading, at))
    push(siteAt(reading, at))
    push(occasionAt(reading, at))
    if (at >= nextTitle || titled?.mentions.every((m) => m.kind === 'nominal') === true) push(groupAt(reading, at))
    push(taggedMention(reading, at))
    push(kingdomAt(reading, at))
    const match = names.get(at)
    if (
      match !== undefined &&
      (!match.weak || isNameHere(reading, match)) &&
      !(match.last === at && isAdjectiveHere(words, at))
    ) {
      if (inTitle && match.entries.every((e) => e.type === 'ORG')) continue
      const person = match.entries.some((e) => e.type === 'PER') ? personAt(reading, at, false) : undefined
      const type = typeOf(match, words)
      if (person !== undefined && (person.last > match.last || type === 'PER')) pushPerson(at, person)
      else push(catalogMention(withoutClass(match, reading), words))
    } else {
      const person = personAt(reading, at, false)
      if (person !== undefined) pushPerson(at, person)
    }
  }
  return found
}

/** The tagger's own word for it, below which it only helps others. */
const LEAST_SCORE = 0.75
/** An everyday word must be surer to be taken for a name. */
const SURE_SCORE = 0.97

function taggedMention({ words, tagged, names }: Reading, at: number): FoundMention | undefined {
  const tag = tagged.get(at)
  if (tag === undefined || tag.score < LEAST_SCORE) return undefined
  if (tag.first === tag.last) {
    if (isAdjectiveHere(words, at)) return undefined
    if (tag.score < SURE_SCORE && !names.has(at) && isEveryday(words[at]?.key ?? '')) return undefined
  }
  if (tag.first === tag.last && headKinds(words[tag.first]?.bare ?? '').has('direction')) return undefined
  const { first, last, start, type, score } = tag
  return {
    first,
    last,
    start,
    end: words[last]?.end ?? start,
    type,
    kind: 'name',
    by: 'tagger',
    entries: [],
    weight: score,
  }
}

function personMention(reading: Reading, at: number, person: PersonName): FoundMention {
  const end = reading.words[person.last]?.end ?? person.start
  const behind = titlesBehind(reading, person.last)
  return {
    first: at,
    last: person.last,
    start: person.start,
    end,
    type: 'PER',
    kind: 'name',
    by: 'catalog',
    entries: person.entries,
    ...(behind.length === 0 ? {} : { roles: behind.map((phrase) => roleOf(reading, phrase)) }),
  }
}

/** How far each way of finding is to be trusted when two of them disagree about where a name lies. */
const WEIGHT: Readonly<Record<FoundMention['by'], number>> = {
  catalog: 0.9,
  class: 0.9,
  title: 0.85,
  tagger: 0,
  repeat: 0.7,
  head: 0.55,
  group: 0.3,
}

/** Heads behind which a person's name is an eponym, not a mention. */
const EPONYM_HEADS = new Set(
  'كتايب كتيبه لواء جامعه مستشفي شارع مسجد مطار جسر ملعب استاد ستاد ساحه ميدان قاعده معسكر مخيم سرايا الويه مدرسه كليه مركز معهد جايزه كاس بطوله موسسه سد طريق مجمع مقام مرقد ضريح دوار فرقه'.split(
    ' ',
  ),
)

const ONE_OF = new Set('احد احدي اثنين اثنان واحد'.split(' '))

/** Whether a mention may stand inside another (GUIDELINES: places always, other bodies and people unless an eponym). */
function mayNest(inner: FoundMention, outer: FoundMention, words: readonly Word[]): boolean {
  const sameEnd = inner.last === outer.last
  // «وزارة {الدفاع العراقية}»: what a body's first noun governs is the rest of its name.
  if (
    sameEnd &&
    inner.type === outer.type &&
    inner.first === outer.first + 1 &&
    outer.by === 'head' &&
    words[inner.first]?.definite === true
  )
    return false
  // «عدد من {قادة …}», «18 {آخرون}»: counted or not, it is one group.
  if (sameEnd && inner.by === 'group' && outer.by === 'group' && inner.type === outer.type)
    return ONE_OF.has(words[outer.first]?.bare ?? '')
  const nominalOuter = outer.kind === 'nominal'
  if (nominalOuter) {
    if (inner.first === outer.first && inner.kind === 'nominal') return false
    if (inner.kind === 'name') return true
    return (
      inner.first > outer.first &&
      (outer.type !== inner.type || outer.by === 'group' || outer.by === 'title' || inner.last === inner.first) &&
      inner.by !== 'title'
    )
  }
  if (inner.first === outer.first) return false
  if (outer.type === 'PER') return false
  if (inner.type === 'GPE' || inner.type === 'LOC') return outer.type !== 'GPE' && outer.type !== 'LOC'
  if (inner.type === 'PER')
    return inner.kind === 'name' && inner.by !== 'repeat'
      ? !EPONYM_HEADS.has(outer.head ?? '') && outer.by === 'head'
      : outer.by === 'head' && inner.kind === 'name'
  if (inner.type === 'ORG' && inner.kind === 'nominal')
    return outer.by === 'head' && inner.by === 'head' && inner.last === inner.first && outer.type === 'ORG'
  if (inner.type === 'ORG')
    return (
      outer.type !== 'PROD' &&
      inner.kind === 'name' &&
      inner.by === 'head' &&
      inner.last - inner.first > 0 &&
      inner.first > outer.first &&
      outer.by === 'head'
    )
  return inner.type === 'EVT-NAME' && outer.type === 'ORG'
}

const crosses = (a: FoundMention, b: FoundMention): boolean => a.start < b.end && b.start < a.end
const covers = (a: FoundMention, b: FoundMention): boolean => a.start <= b.start && a.end >= b.end

/** «مطار الملك خالد الدولي»: whom a site or school is called after is no mention, even where a title stands before him. */
function withoutEponyms(found: readonly FoundMention[]): readonly FoundMention[] {
  const eponymous = new Set<number>()
  for (const { by, kind, head, first, last } of found)
    if (by === 'head' && kind === 'name' && head !== undefined && EPONYM_HEADS.has(head))
      for (let w = first + 1; w <= last; w++) eponymous.add(w)
  if (eponymous.size === 0) return found
  return found.filter(({ type, first }) => type !== 'PER' || !eponymous.has(first))
}

/** The tagger's «الشوبكي» inside the «فيصل الشوبكي» that a title led to. */
function withoutParts(found: readonly FoundMention[]): readonly FoundMention[] {
  const owner = new Map<number, FoundMention>()
  for (const mention of found)
    if (mention.by === 'title' && mention.kind === 'name')
      for (let w = mention.first; w <= mention.last; w++) owner.set(w, mention)
  const trades = new Map<number, number>()
  for (const { by, kind, head, first, last } of found)
    if (by === 'head' && kind === 'name' && /^(?:وزاره|وزارات|حزب)$/.test(head ?? '')) trades.set(first, last)
  return found.filter((mention) => {
    if (mention.by !== 'tagger' && mention.by !== 'repeat') return true
    // «وزارة الصحة» of «وزارة الصحة والسكان».
    if (mention.last < (trades.get(mention.first) ?? -1)) return false
    const whole = owner.get(mention.first)
    return (
      whole === undefined ||
      mention.type !== 'PER' ||
      mention.last > whole.last ||
      (mention.first === whole.first && mention.last === whole.last)
    )
  })
}

/** A longer name is a little likelier than a part of it. */
const LENGTH = 0.1

const TYPE_INDEX = new Map(ENTITY_TYPES.map((type, i) => [type, i]))

/** One number for span, type and kind; spans longer than 4095 units share one. */
const keyOf = ({ start, end, type, kind }: FoundMention): number =>
  (start * 4096 + Math.min(4095, end - start)) * 16 + (TYPE_INDEX.get(type) ?? 0) * 2 + Number(kind === 'name')

/** Same words, same type, found in two ways: one mention with both their weights. */
function merged(found: readonly FoundMention[]): FoundMention[] {
  const bySpan = new Map<number, FoundMention>()
  for (const mention of found) {
    const key = keyOf(mention)
    const weight = mention.weight ?? WEIGHT[mention.by]
    const known = bySpan.get(key)
    if (known === undefined) {
      bySpan.set(key, { ...mention, weight })
      continue
    }
    const [main, other] = known.by === 'tagger' ? [mention, known] : [known, mention]
    const sum = known.by === mention.by ? Math.max(weight, known.weight ?? 0) : (known.weight ?? 0) + weight
    bySpan.set(key, {
      ...main,
      weight: sum,
      entries: main.entries.length > 0 ? main.entries : other.entries,
      ...((main.roles ?? other.roles) ? { roles: main.roles ?? other.roles ?? [] } : {}),
      ...((main.head ?? other.head) ? { head: main.head ?? other.head ?? '' } : {}),
    })
  }
  return [...bySpan.values()]
}

/** Chooses among candidates that overlap: names before descriptors, the surer before the less sure, nesting where it is allowed. */
function choose(found: readonly FoundMention[], words: readonly Word[]): FoundMention[] {
  const order = merged(withoutParts(withoutEponyms(found))).sort(
    (a, b) =>
      Number(a.kind === 'nominal') - Number(b.kind === 'nominal') ||
      (b.weight ?? 0) + LENGTH * (b.last - b.first) - ((a.weight ?? 0) + LENGTH * (a.last - a.first)) ||
      a.start - b.start,
  )
  const kept: FoundMention[] = []
  const atWord = new Map<number, FoundMention[]>()
  for (const mention of order) {
    let fits = true
    const rivals = new Set<FoundMention>()
    for (let w = mention.first; w <= mention.last; w++) for (const other of atWord.get(w) ?? []) rivals.add(other)
    for (const other of rivals) {
      if (!crosses(mention, other)) continue
      if (mention.start === other.start && mention.end === other.end) fits = false
      else if (covers(other, mention)) fits &&= mayNest(mention, other, words)
      else if (covers(mention, other)) fits &&= mayNest(other, mention, words)
      else fits = false
      if (!fits) break
    }
    if (!fits) continue
    kept.push(mention)
    for (let w = mention.first; w <= mention.last; w++) {
      const there = atWord.get(w)
      if (there === undefined) atWord.set(w, [mention])
      else there.push(mention)
    }
  }
  return kept.sort((a, b) => a.start - b.start || b.end - a.end)
}

/** Nouns of kind stay outside a name; the grammars read what stands behind them. */
function opensWithClass({ definite, bare }: Word): boolean {
  const kinds = headKinds(bare)
  if (definite || kinds.has('body') || kinds.has('facility')) return false
  return kinds.has('place-class') || kinds.has('outlet-class') || kinds.has('platform-class')
}

/** The tagger's names in words; what ends inside a word, or opens with a noun of kind, is left out, and so is a title in front. */
function taggedWords(
  words: readonly Word[],
  names: readonly TaggedName[],
  known: ReadonlyMap<number, GazetteerMatch>,
): ReadonlyMap<number, TaggedWords> {
  const tagged = new Map<number, TaggedWords>()
  const wholeStart = ownConjunction(words)
  let at = 0
  for (const { start, end, type, score } of names) {
    while (at < words.length && (words[at]?.end ?? 0) <= start) at++
    let last = at
    while (last + 1 < words.length && (words[last + 1]?.start ?? 0) < end) last++
    let first = at
    let opening = words[first]
    if (opening === undefined || words[last]?.end !== end) continue
    // «لقاء قآاني بالكاظمي»: a preposition before the article begins another name.
    for (let w = first + 1; type === 'PER' && w <= last; w++) {
      const word = words[w]
      if (word?.definite === true && word.preposition !== '') last = w - 1
    }
    if (opensWithClass(opening)) continue
    const printed = Math.max(start, opening.start)
    let from = known.get(first)?.start ?? wholeStart(first, printed)
    while (type === 'PER' && last > first && opening?.definite === true && isTitleWord(opening.bare)) {
      opening = words[++first]
      from = opening?.from ?? from
    }
    tagged.set(first, { first, last, start: from, type, score })
  }
  return tagged
}

/** Every mention of an article, named and described, before they are linked to entities. */
export function findMentions(passage: Passage, tagger: NameTagger = nameTagger()): Mentions {
  const words = wordsOf(passage)
  const names = new Map(findCatalogNames(words).map((match) => [match.first, match]))
  const reading: Reading = { words, names, tagged: taggedWords(words, tagger.names(passage), names) }
  const first = choose(candidates(reading), words)
  const repeated = [
    ...repeatedNames(reading, first),
    ...knownElsewhere(reading, first),
    ...bracketedLatin(reading, first),
  ]
  return { words, found: repeated.length === 0 ? first : choose([...first, ...repeated], words) }
}
