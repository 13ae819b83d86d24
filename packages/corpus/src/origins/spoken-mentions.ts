import type { Attribution, Link } from '@isnad/attribution'
import type { Span } from '@isnad/text'
import { channelBehind, channelIn, outletBefore } from './channels.js'
import type { OriginReading } from './reading.js'
import type { Sentence, SourceMention } from './source-mention.js'
import { bareNoun, descriptionLength, headOf, isIn, named, type Word, wordsIn } from './source-phrase.js'
import { sourceWords } from './source-words.js'
import {
  handedOn,
  isCountry,
  isIssuer,
  isMedium,
  kindOfLink,
  namedIn,
  namesOf,
  opensOffice,
  phraseOf,
} from './speaker.js'

/** The last link of a chain that is somebody: a paper without an issuer is known through whoever quotes it. */
function deepest(chain: readonly Link[]): Link | undefined {
  const last = chain.at(-1)
  if (last?.kind !== 'document' || last.entity !== undefined) return last
  return chain.slice(0, -1).findLast(({ kind }) => kind !== 'outlet' && kind !== 'agency') ?? last
}

interface Said extends Pick<Attribution, 'chain' | 'claims' | 'stance'> {
  readonly cue?: Span | undefined
}

/** The speaker at the end of an attribution's chain, with what it says there. */
export function mentionOf(
  body: string,
  { chain, cue, claims, stance }: Said,
  line: Sentence,
  { entities }: Pick<OriginReading, 'entities'>,
  seen: Set<string>,
): SourceMention | undefined {
  const link = deepest(chain)
  if (link === undefined) return undefined
  const within = link.span !== undefined && line.start <= link.span.start && link.span.end <= line.end
  const before = chain.flatMap(({ span }) => (span === undefined || span === link.span ? [] : [span.end]))
  const phrase = within ? phraseOf(link.span as Span, cue, line, before) : wordsOf(link.description)
  const handed = within && isMedium(link) ? handedOn(phrase, entities) : undefined
  if (handed !== undefined)
    return mentionOf(body, { chain: [...chain, handed], cue, claims, stance }, line, { entities }, seen)
  const holder = link.entity === undefined ? undefined : entities.get(link.entity)
  const speaker =
    (within ? namedIn(phrase, link, entities) : undefined) ?? (isIssuer(link, holder) ? holder : undefined)
  const kind = kindOfLink(link, phrase, speaker, chain.some((c) => c.kind === 'document') ? 'body' : undefined)
  if (kind === undefined) return undefined
  const text = within ? body : link.description
  const issuer = link.kind === 'document' && speaker !== undefined
  const core = issuer ? wordsOf(speaker.nameAr) : phrase.slice(0, descriptionLength(phrase, kind))
  const nameless = kind === 'outlet' && core.length <= 2 && /^[وف]?(?:ال|لل)/.test(core[0]?.key ?? '')
  const earlier = nameless && within ? outletBefore(body, core[0]?.start ?? 0, bareNoun(core[0]?.key ?? '')) : undefined
  const told =
    earlier === undefined
      ? named(issuer ? speaker.nameAr : text, core, kind, headOf(core, kind))
      : named(body, earlier, kind, headOf(earlier, kind))
  const keys = [...new Set([speaker?.id, isIssuer(link, holder) ? link.entity : undefined, link.ref])].filter(
    (k) => k !== undefined,
  )
  const carried = !within || (keys.some((key) => seen.has(key)) && isBackward(core))
  for (const key of keys) seen.add(key)
  const channel = channelIn(chain, link) ?? (within ? channelBehind(body, phrase, line) : undefined)
  return {
    ...told,
    names: namesOf(speaker, within ? phrase : []) ?? (core[0] !== undefined && opensOffice(core[0]) ? [] : told.names),
    keys,
    ...(speaker?.catalogId === undefined ? {} : { catalogId: speaker.catalogId }),
    ...(channel === undefined ? {} : { channel }),
    ...flagsOf(line, cue, phrase, chain),
    sentence: line,
    claim: claimOf(body, claims, line, cue === undefined || cue.start < (claims[0]?.start ?? 0)),
    at: line.at,
    denies: stance === 'denies' && !pointsBack(body, claims),
    publishes: false,
    rumour: false,
    country: kind === 'body' && (speaker?.type === 'GPE' || isCountry(phrase)),
    aside: isAside(line, cue),
    reacts:
      cue !== undefined &&
      cue.start < (claims[0]?.start ?? 0) &&
      REACTION.test(body.slice(claims[0]?.start ?? 0, claims[0]?.end ?? 0)),
    onBehalf: false,
    carried,
  }
}

/** «نفى ذلك»: what is denied stands elsewhere, and what is said instead comes with a cue of its own. */
const pointsBack = (body: string, claims: readonly Span[]): boolean =>
  claims.every(({ start, end }) => /^(?:ذلك|هذا|هذه|تلك)$/.test(body.slice(start, end)))

const wordsOf = (text: string): Word[] => wordsIn(text, { start: 0, end: text.length })

/** «المصدر», «الوزير»: one word with the article and nothing behind it. */
const isBackward = (core: readonly Word[]): boolean => core.length <= 1

function isAside({ words }: Sentence, cue: Span | undefined): boolean {
  const at = cue === undefined ? -1 : words.findIndex((w) => w.end > cue.start)
  return at > 0 && /^(?:الذي|التي|الذين|اللذين|اللتين)$/.test(words[at - 1]?.key ?? '')
}

/** Thanks, joy, blame and wishes: they answer what happened and vouch for nothing. */
const REACTION =
  /^(?:عن\s+)?(?:خالص\s+|بالغ\s+|عميق\s+)?(?:ال)?(?:سعاد|شكر|تقدير|امتنان|أمل|تهان|فخر|اعتزاز|تضامن|ترحيب|ثقت|إدان|ادان|استنكار|تعازي|مواسا|أسف|اسف|حزن|قلق)/u

/** What is claimed, as one stretch; what only points at the news («هذه الأنباء») means the sentence it stands in. */
function claimOf(body: string, claims: readonly Span[], line: Sentence, cueBefore: boolean): Span {
  const start = Math.min(...claims.map((c) => c.start))
  const end = Math.max(line.start <= start && start < line.end && cueBefore ? line.end : 0, ...claims.map((c) => c.end))
  return POINTS.test(body.slice(start, end)) ? { start: line.start, end: line.end } : { start, end }
}

const POINTS = /^["«“\s]*(?:هذا|هذه|ذلك|تلك|الخبر|الأنباء|ما (?:نشر|ذكر|تردد|أشيع|قيل|يتردد|يشاع))(?!\p{L})/u

function flagsOf(
  { words }: Sentence,
  cue: Span | undefined,
  phrase: readonly Word[],
  chain: readonly Link[],
): Pick<SourceMention, 'statement' | 'interview' | 'conference' | 'deplores'> {
  const t = sourceWords()
  const at =
    cue === undefined
      ? 0
      : Math.max(
          0,
          words.findIndex((w) => w.end > cue.start),
        )
  const near = words.slice(at, at + Math.max(NEAR, phrase.length + NEAR))
  return {
    statement: chain.some(({ kind }) => kind === 'document') || near.some(({ key }) => isIn(t.statement, key)),
    interview:
      near.some(({ key }) => /^(?:مقابله|حوار|لقاء)$/.test(bareNoun(key))) &&
      near.some(({ key }) => isIn(t.outlet, key) || key === 'مع'),
    conference:
      near.some(({ key }) => /^(?:موتمر|مءتمر)$/.test(bareNoun(key))) || near.some(({ key }) => key === 'للصحفيين'),
    deplores: near.some(({ key }) => DEPLORES.test(key)),
  }
}

const NEAR = 12
const DEPLORES =
  /^(?:ال)?(?:اسف|حزن|تعازي|تعازيه|اسفه|حزنه|حزنها|اسفها|استنكار|ادانه|صدمته|صدمتها|استياءه|استياءها|استياء|خيبه)$/
