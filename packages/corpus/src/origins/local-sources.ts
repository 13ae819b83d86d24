import { compareNames, SAME_AT } from '@isnad/entities'
import { findOutletsByName, type Outlet } from '@isnad/lexicon'
import { foldKey } from '@isnad/text'
import type { SourceKind, SourceMention } from './read-sources.js'
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
  let last: LocalSource | undefined
  for (const mention of mentions) {
    const one = sourceOf(article, mention)
    const known: LocalSource | undefined = mention.carried
      ? ([...sources]
          .reverse()
          .find(
            (s) =>
              s.description === mention.description || s.mentions.some((m) => m.description === mention.description),
          ) ?? last)
      : sources.find((s) => sameWithin(s, one))
    if (known === undefined) {
      sources.push(one)
      last = one
      continue
    }
    known.mentions.push(mention)
    last = known
    if (!mention.carried) absorb(known, one)
  }
  return withoutChannels(sources)
}

/** An outlet that only passes on what another source of the same sentence says is no source. */
function withoutChannels(sources: readonly LocalSource[]): LocalSource[] {
  const speaking = sources.filter((s) => s.kind !== 'outlet' && s.kind !== 'vague-outlet')
  const channels = speaking.flatMap(({ channel }) =>
    channel === undefined ? [] : outletsNamed(channel).map(({ id }) => id),
  )
  // An outlet that the catalog does not know is still the channel of whoever spoke to it.
  const unknown = new Set(speaking.flatMap(({ channel }) => (channel === undefined ? [] : channelKey(channel))))
  return sources.flatMap((source) => {
    if (source.kind !== 'outlet' && source.kind !== 'vague-outlet') return [source]
    if (source.outlets.some(({ id }) => channels.includes(id))) return []
    if (source.outlets.length === 0 && unknown.has(channelKey(source.description))) return []
    const inner = (m: SourceMention): boolean =>
      sources.some(
        (s) =>
          s !== source &&
          s.kind === 'outlet' &&
          s.mentions.some((n) => n.sentence.start === m.sentence.start && n.claim.start > m.claim.start),
      )
    const outermost = source.mentions.every((m) => m.carried || inner(m))
    if (source.kind === 'outlet' && outermost) return []
    const alone = source.mentions.filter(
      ({ sentence }) =>
        !speaking.some((s) => s.mentions.some((m) => !m.carried && m.sentence.start === sentence.start)),
    )
    return alone.length === 0 ? [] : [{ ...source, mentions: alone }]
  })
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
    names: new Set(mention.kind === 'person' ? mention.names : []),
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

/** An outlet's bare name, so that «لوكالة «المدى»» and «وكالة المدى» are one channel. */
export function channelKey(printed: string): string {
  const words = foldKey(printed.replace(/["«»“”„()#،,:]/gu, ' '))
    .trim()
    .split(/\s+/)
    .map((word, i) => (i === 0 ? word.replace(/^(?:لل|ال|ل(?=.{4}))/, '') : word))
  const [head = '', ...name] = words
  return name.length > 0 && sourceWords().outlet.has(head) ? name.join(' ') : words.join(' ')
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
  if (a.head !== b.head) return policeAndMinistry(a, b) || policeAndMinistry(b, a)
  if (a.modifiers.size === 0 || b.modifiers.size === 0) return true
  for (const one of a.modifiers) if (b.modifiers.has(one)) return true
  return false
}

const policeAndMinistry = (a: BodyKey, b: BodyKey): boolean =>
  a.head === POLICE && a.modifiers.size === 0 && b.head === 'وزاره' && [...b.modifiers].some((m) => m.includes('داخلي'))

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

/** Whether two descriptions of hidden sources can be of one: the same noun, no word that parts them. */
export function alikeAnonymous(a: LocalSource, b: LocalSource): boolean {
  if (a.head !== b.head) return false
  const rest = (s: LocalSource): string[] => [...s.stems].filter((w) => w !== s.head)
  const [x, y] = [rest(a), rest(b)]
  if (x.length === 0 || y.length === 0) return true
  const [few, many] = x.length <= y.length ? [x, y] : [y, x]
  return few.filter((w) => many.includes(w)).length * 2 >= few.length && few.some((w) => many.includes(w))
}

function sameWithin(a: LocalSource, b: LocalSource): boolean {
  // Who told the paper and whom the paper heard are most often one.
  if (a.kind === 'anonymous' && b.kind === 'anonymous' && b.channel === 'own') return true
  if (a.body !== undefined && b.body !== undefined && sameBody(a.body, b.body)) return true
  if (sameNames(a.names, b.names)) return true
  if (a.kind !== b.kind) return false
  switch (a.kind) {
    case 'anonymous':
      return alikeAnonymous(a, b)
    case 'outlet':
      return sameOutlet(a, b)
    case 'person':
      return a.names.size === 0 && a.head === b.head
    case 'social':
    case 'vague-outlet':
      return a.kind === 'social'
    default:
      return false
  }
}
