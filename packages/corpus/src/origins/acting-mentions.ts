import type { Entity } from '@isnad/entities'
import type { Span } from '@isnad/text'
import { outletBefore } from './channels.js'
import type { OriginReading } from './reading.js'
import { OWN, QUIET, rumourIn, type Sentence, type SourceMention } from './source-mention.js'
import { bareNoun, descriptionLength, headOf, isIn, kindOf, named, printed, type Word } from './source-phrase.js'
import { sourceWords } from './source-words.js'
import { isNamed, namesOf, opensOffice } from './speaker.js'
import { type ActingSource, isRumour } from './unattributed.js'

/** The mentions that an act plants: its source, and what it denies. */
export function actingMentions(
  body: string,
  line: Sentence,
  { how, from, to, cue, via }: ActingSource,
  { entities }: OriginReading,
): SourceMention[] {
  const { words } = line
  const phrase = words.slice(from, to)
  const [first] = phrase
  if (first === undefined) return []
  const flags = { ...QUIET, sentence: line, at: line.at }
  const rest: Span = { start: words[Math.max(cue, to - 1)]?.end ?? line.start, end: line.end }
  // «…، خلافا لما أعلنته الحكومة.»: what was said stands before.
  const behind = rest.end - rest.start < SHORT ? { start: line.start, end: line.end } : rest
  if (how === 'rumour') return [rumourIn(body, line, { start: words[to]?.start ?? behind.start, end: line.end })]
  if (how === 'learned') {
    const told = named(body, phrase.slice(1), 'anonymous', 'مصدر')
    const hidden = words.slice(from, to).findIndex(({ key }) => isIn(sourceWords().anonymous, bareNoun(key)))
    const stems = hidden < 0 ? [] : named(body, phrase.slice(hidden), 'anonymous', 'مصدر').stems
    return [{ ...told, ...flags, stems, head: 'مصدر', description: printed(body, phrase), channel: OWN, claim: behind }]
  }
  const kind = kindOf(phrase) ?? (personIn(phrase, entities) === undefined ? undefined : 'person')
  if (kind === undefined) return []
  const plain = phrase.slice(0, descriptionLength(phrase, kind))
  const nameless = kind === 'outlet' && plain.length <= 2 && /^[وف]?(?:ال|لل)/.test(first.key)
  const core = (nameless ? outletBefore(body, first.start, bareNoun(first.key)) : undefined) ?? plain
  const until = core.at(-1)?.end ?? first.end
  const entity = [...entities.values()].find(({ mentions, type }) =>
    mentions.some((m) => m.start >= first.start - 1 && m.end <= until + 1 && (type === 'PER') === (kind === 'person')),
  )
  const whole = namesOf(entity, phrase)
  const mention: SourceMention = {
    ...named(body, core, kind, headOf(core, kind)),
    ...(whole !== undefined ? { names: whole } : opensOffice(first) ? { names: [] } : {}),
    ...(entity?.catalogId === undefined ? {} : { catalogId: entity.catalogId }),
    ...flags,
    keys: entity === undefined ? [] : [entity.id],
    statement: words.slice(from, to + 6).some(({ key }) => isIn(sourceWords().statement, key)),
    claim: how === 'on-behalf' ? { start: line.start, end: line.end } : behind,
    denies: how === 'denies',
    publishes: how === 'publishes',
    onBehalf: how === 'on-behalf',
    ...(via === undefined ? {} : { channel: printed(body, words.slice(via[0], via[1])) }),
  }
  if (how !== 'denies') return [mention]
  const rumour = words.slice(to).findIndex(isRumour)
  const start = words[to + Math.max(0, rumour)]?.start ?? behind.start
  return [mention, rumourIn(body, line, { start, end: line.end })]
}

/** Characters behind a cue that say nothing. */
const SHORT = 8

const personIn = (phrase: readonly Word[], entities: ReadonlyMap<string, Entity>): Entity | undefined =>
  [...entities.values()].find(
    (entity) =>
      entity.type === 'PER' &&
      isNamed(entity) &&
      entity.mentions.some((m) => m.start === phrase[0]?.start && m.end <= (phrase.at(-1)?.end ?? 0)),
  )
