import { compareNames, SAME_AT } from '@isnad/entities'
import { findNisbas, findOutletsByName, type Outlet } from '@isnad/lexicon'
import { foldKey } from '@isnad/text'
import { OWN, type SourceMention } from './source-mention.js'
import type { SourceKind } from './source-phrase.js'
import { sourceWords } from './source-words.js'

/** A body and what tells it from others of its kind: «وزارة» with «داخلي», «كويتي». */
export interface BodyKey {
  readonly head: string
  readonly modifiers: ReadonlySet<string>
}

/** One source of one article, with every place where it speaks there. */
export interface LocalSource {
  readonly article: number
  readonly kind: SourceKind
  readonly mentions: SourceMention[]
  /** The fullest description. */
  description: string
  readonly names: Set<string>
  /** What the reading of the article knows it as. */
  readonly keys: Set<string>
  readonly catalogIds: Set<string>
  readonly stems: Set<string>
  head: string
  body?: BodyKey
  outlets: readonly Outlet[]
  channel?: string
  /** From 0 to 1: how much of the happening it vouches for. */
  core: number
}

/** Groups the mentions of one article by who is meant. */
export function localSources(article: number, mentions: readonly SourceMention[]): LocalSource[] {
  const sources: LocalSource[] = []
  for (const mention of mentions) {
    const one = sourceOf(article, mention)
    const known: LocalSource | undefined =
      mention.keys.length === 0 || mention.rumour
        ? undefined
        : sources.find((s) => s.kind !== 'vague-outlet' && mention.keys.some((key) => s.keys.has(key)))
    const same = known ?? (mention.rumour ? undefined : sources.find((s) => sameWithin(s, one)))
    if (same === undefined) {
      sources.push(one)
      continue
    }
    same.mentions.push(mention)
    if (!mention.carried) absorb(same, one)
  }
  return withoutChannels(sources)
}

/** An outlet that only passes on what another source of the same sentence says, or said to it before, is no source. */
function withoutChannels(sources: readonly LocalSource[]): LocalSource[] {
  const speaking = sources.filter((s) => s.kind !== 'outlet' && s.kind !== 'vague-outlet')
  return sources.flatMap((source) => {
    if (source.kind !== 'outlet' && source.kind !== 'vague-outlet') return [source]
    const through = sources.filter((s) => s !== source && s.channel !== undefined && isChannel(source, s.channel))
    const since = Math.min(...through.flatMap(({ mentions }) => mentions.map(({ sentence }) => sentence.start)))
    const alone = source.mentions.filter(
      ({ sentence, rumour }) =>
        rumour ||
        (sentence.start < since &&
          !speaking.some((s) => s.mentions.some((m) => !m.carried && m.sentence.start === sentence.start))),
    )
    return alone.length === 0 ? [] : [{ ...source, mentions: alone }]
  })
}

/** An outlet that the catalog does not know is known by its name. */
export function isChannel(
  { outlets, description }: Pick<LocalSource, 'outlets' | 'description'>,
  channel: string,
): boolean {
  const known = outletsNamed(channel)
  return outlets.length > 0 && known.length > 0
    ? outlets.some(({ id }) => known.some((o) => o.id === id))
    : channelKey(channel) === channelKey(description)
}

function sourceOf(article: number, stated: SourceMention): LocalSource {
  // «هيئة الإذاعة البريطانية» is a body by its noun and an outlet by the catalog.
  const isBroadcaster = stated.kind === 'body' && stated.head === 'هييه' && outletsNamed(stated.description).length > 0
  const mention: SourceMention = isBroadcaster ? { ...stated, kind: 'outlet' } : stated
  const body = bodyOf(mention)
  const isOutlet = mention.kind === 'outlet' || mention.kind === 'correspondent'
  return {
    article,
    kind: mention.kind,
    mentions: [mention],
    description: mention.description,
    names: new Set(
      mention.kind === 'person' || (mention.kind === 'body' && mention.keys.length > 0) ? mention.names : [],
    ),
    keys: new Set(mention.keys),
    catalogIds: new Set(mention.catalogId === undefined ? [] : [mention.catalogId]),
    stems: new Set(mention.stems),
    head: mention.head,
    ...(body === undefined ? {} : { body }),
    outlets: isOutlet ? outletsNamed(mention.description) : [],
    ...(mention.channel === undefined ? {} : { channel: mention.channel }),
    core: 0,
  }
}

function absorb(into: LocalSource, other: LocalSource): void {
  if (other.description.length > into.description.length && other.mentions[0]?.carried === false)
    into.description = other.description
  for (const name of other.names) into.names.add(name)
  for (const key of other.keys) into.keys.add(key)
  for (const id of other.catalogIds) into.catalogIds.add(id)
  if (into.body === undefined && other.body !== undefined) into.body = other.body
  if (into.channel === undefined && other.channel !== undefined) into.channel = other.channel
  if (into.outlets.length === 0) into.outlets = other.outlets
}

/** The catalog's outlets of a description, its longest stretch that is a name first. */
export function outletsNamed(description: string): readonly Outlet[] {
  const words = description
    .replace(/["«»“”„()#،,]/gu, ' ')
    .trim()
    .split(/\s+/)
    .slice(0, LONGEST_DESCRIPTION)
    .map((word, i) => (i === 0 ? word.replace(/^لل/, 'ال').replace(/^ل(?=.{4})/, '') : word))
  for (let length = words.length; length >= 1; length--)
    for (let from = 0; from + length <= words.length; from++) {
      const part = words.slice(from, from + length)
      if (length === 1 && (part[0] ?? '').length < 3) continue
      const found = findOutletsByName(part.join(' '))
      if (found.length > 0) return found
    }
  return []
}

const LONGEST_DESCRIPTION = 8

/** An outlet's bare name, so that «لوكالة «المدى»», «وكالة المدى للأنباء» and «المدى» are one channel. */
export function channelKey(printed: string): string {
  const { outlet } = sourceWords()
  const [first = '', ...more] = foldKey(printed.replace(/["«»“”„()#،,:ـ]/gu, ' '))
    .trim()
    .split(/\s+/)
    .filter((word) => word !== 'ل')
  const head = first.replace(/^(?:لل|ال|ل(?=.{4}))/, '')
  const words = more.length > 0 && outlet.has(head) ? more : [head, ...more]
  const name = words
    .filter((word) => !/^(?:لل|ال)(?:انباء|اخبار)$/.test(word))
    .map((word) => word.replace(/^ال(?=.{3})/, ''))
  return name.length === 0 ? head : name.join(' ')
}

const GENERIC = new Set(['سلطات', 'سلطه', 'جهات', 'اجهزه', 'امن'])
/** The police of an Arab state speaks for its interior ministry, and papers use either. */
const POLICE = 'شرطه'

function bodyOf({ kind, head, stems, description }: SourceMention): BodyKey | undefined {
  const table = sourceWords()
  if (kind === 'body')
    return {
      head: ALIKE[head] ?? head,
      modifiers: new Set(stems.filter((s) => s !== head && s !== 'باسم' && !table.voice.has(s))),
    }
  if (kind !== 'person') return undefined
  const words = description.replace(/["«»“”„(),،]/gu, ' ').split(/\s+/)
  const bodies = words.map(foldBody).filter((w) => table.body.has(w))
  const named = bodies.find((b) => !table.unit.has(b)) ?? bodies[0]
  if (named === undefined) return undefined
  return { head: ALIKE[named] ?? named, modifiers: new Set(stems.filter((s) => s !== named && !table.title.has(s))) }
}

/** A club and its team speak with one voice. */
const ALIKE: Readonly<Record<string, string>> = { فريق: 'نادي' }

const foldBody = (word: string): string =>
  word
    .replace(/[أإآ]/g, 'ا')
    .replace(/ة/g, 'ه')
    .replace(/ى/g, 'ي')
    .replace(/^(?:[وف](?=ال))?(?:لل|بال|ال|ل(?=.{4})|ب(?=.{4}))/, '')

export function sameBody(a: BodyKey, b: BodyKey): boolean {
  if (GENERIC.has(a.head) || GENERIC.has(b.head)) return a.head === b.head
  if (a.head !== b.head) {
    const armed = MILITARY.has(a.head) && MILITARY.has(b.head) && haveOneCountry(a, b)
    return armed || policeAndMinistry(a, b) || policeAndMinistry(b, a)
  }
  if (a.modifiers.size === 0 || b.modifiers.size === 0) return true
  if (a.head === MINISTRY) return haveOnePortfolio(a, b)
  for (const one of a.modifiers) if (b.modifiers.has(one)) return true
  return false
}

/** Ministries are told apart by what they are for («الشؤون الخارجية» here, «الخارجية والمغتربين» there) and by their country. */
function haveOnePortfolio(a: BodyKey, b: BodyKey): boolean {
  const isNisba = (word: string): boolean => findNisbas(word).some(({ country }) => country !== undefined)
  const [x, y] = [a, b].map(({ modifiers }) => [...modifiers].filter((m) => !isNisba(m)))
  if (x === undefined || y === undefined) return false
  const [few, many] = x.length <= y.length ? [x, y] : [y, x]
  if (!few.every((one) => many.includes(one))) return false
  const countries = [a, b].every(({ modifiers }) => [...modifiers].some(isNisba))
  return !countries || haveOneCountry(a, b)
}

const MINISTRY = 'وزاره'

/** One nisba in any of its spellings: «أميركي» and «أمريكية». */
const haveOneCountry = (a: BodyKey, b: BodyKey): boolean => {
  const of = ({ modifiers }: BodyKey): string[] =>
    [...modifiers].flatMap((m) => findNisbas(m).flatMap(({ country }) => country ?? []))
  const there = new Set(of(b))
  return of(a).some((country) => there.has(country))
}

/** An army speaks through its commands. */
const MILITARY = new Set(['جيش', 'قياده', 'قوات', 'دفاع', 'بنتاغون', 'اركان'])

const policeAndMinistry = (a: BodyKey, b: BodyKey): boolean =>
  a.head === POLICE && a.modifiers.size === 0 && b.head === 'وزاره' && [...b.modifiers].some((m) => m.includes('داخلي'))

/** «المكتب» after «المكتب الصحفي في الوزارة», «النورس» for «نادي النورس»: all its words are words of the other. */
export function isPartOf(part: LocalSource, whole: LocalSource): boolean {
  if (part.kind !== 'body' || whole.kind !== 'body' || part.stems.size === 0 || part.stems.size >= whole.stems.size)
    return false
  for (const stem of part.stems) if (!whole.stems.has(stem)) return false
  return true
}

/** One office, at least one of them without the name of its holder: «وزير التموين» and «وزير التموين فلان». */
export function sameOffice(a: LocalSource, b: LocalSource): boolean {
  if (a.kind !== 'person' || b.kind !== 'person' || (a.names.size > 0 && b.names.size > 0)) return false
  const [bare, full] = a.names.size === 0 ? [a, b] : [b, a]
  const { title } = sourceWords()
  if (![...bare.stems].some((stem) => stem === bare.head && full.stems.has(stem)) || !title.has(bare.head)) return false
  const of = [...bare.stems].filter((stem) => stem !== bare.head && !title.has(stem))
  return of.length > 0 && of.every((stem) => full.stems.has(stem))
}

/** Within one article, «الوزير فلان» after «وزير التموين»: one title, told of what once and of whom once. */
function sameTitle(a: LocalSource, b: LocalSource): boolean {
  if (a.kind !== 'person' || b.kind !== 'person' || a.head !== b.head || (a.names.size > 0 && b.names.size > 0))
    return false
  const { title } = sourceWords()
  if (!title.has(a.head)) return false
  const held = ({ stems, names }: LocalSource): boolean =>
    [...stems].some((stem) => !title.has(stem) && ![...names].some((name) => bare(name) === stem))
  return !held(a) || !held(b)
}

/** Two parts of a name in common, or the one part that a later mention has: «العامر» after «سالم العامر». */
export function sameNames(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  if (a.size === 0 || b.size === 0) return false
  const [few, many] = a.size <= b.size ? [a, b] : [b, a]
  const common = [...few].filter((n) => [...many].some((m) => bare(m) === bare(n))).length
  if (common >= 2 || (few.size === 1 && common === 1)) return true
  return few.size > 1 && few.size === many.size && compareNames([...a].join(' '), [...b].join(' ')).score >= SAME_AT
}

const bare = (name: string): string => name.replace(/^ال/, '')

export const sameOutlet = (a: LocalSource, b: LocalSource): boolean => {
  if (a.outlets.length > 0 && b.outlets.length > 0)
    return a.outlets.some(({ id }) => b.outlets.some((o) => o.id === id))
  const rest = (s: LocalSource): string[] => [...s.stems].filter((w) => w !== s.head && !sourceWords().outlet.has(w))
  const [x, y] = [rest(a), rest(b)]
  return x.length > 0 && y.length > 0 && x.some((w) => y.includes(w))
}

/** People who tell what they saw, whatever the paper calls them. */
const SAW =
  /^(?:شهود|شاهد|سكان|ساكن|اهالي|مواطن|مواطنون|جيران|جار|ناجون|ناج|عامل|عمال|قروي|قرويون|متسوق|متسوقون|مسافر|مسافرون|ناس|سايق|عابر|عابرون|مصلون|مزارع|مزارعون)$/
const seen = (head: string): string => (SAW.test(head) ? 'شهود' : head)
/** They tell two of one kind apart, or say nothing of what kind it is. */
const ORDER = /^(?:احد|احدي|اول|ثاني|ثالث|اخر|اخري|ذات|نفس|مطلع|رفيع|موثوق|مسوول|متطابق|خاص)/

/** Whether two descriptions of hidden sources can be of one: the same noun, no word that parts them. */
export function alikeAnonymous(a: LocalSource, b: LocalSource): boolean {
  if (seen(a.head) !== seen(b.head)) return false
  if (seen(a.head) !== a.head || seen(b.head) !== b.head) return true
  const rest = (s: LocalSource): string[] => [...s.stems].filter((w) => w !== s.head && !ORDER.test(w))
  const [x, y] = [rest(a), rest(b)]
  if (x.length === 0 || y.length === 0) return true
  const [few, many] = x.length <= y.length ? [x, y] : [y, x]
  return few.filter((w) => many.includes(w)).length * 2 >= few.length && few.some((w) => many.includes(w))
}

function sameWithin(a: LocalSource, b: LocalSource): boolean {
  // Who told the paper and whom the paper heard are most often one.
  if (a.kind === 'anonymous' && b.kind === 'anonymous' && (a.channel === OWN || b.channel === OWN)) return true
  if (a.body !== undefined && b.body !== undefined && (sameBody(a.body, b.body) || isPartOf(a, b) || isPartOf(b, a)))
    return true
  if (sameNames(a.names, b.names) || sameOffice(a, b) || sameTitle(a, b)) return true
  if (a.kind !== b.kind) return false
  switch (a.kind) {
    case 'anonymous':
      return alikeAnonymous(a, b)
    case 'outlet':
      return sameOutlet(a, b)
    case 'person':
      return a.names.size === 0 && a.head === b.head
    case 'document':
      return a.head === b.head
    case 'social':
      return true
    default:
      return false
  }
}
