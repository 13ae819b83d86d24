import { foldKey, sentences } from '@isnad/text'
import { actingMentions } from './acting-mentions.js'
import type { OriginArticle } from './origin.js'
import { readingOf } from './reading.js'
import { rumourIn, type Sentence, type SourceMention } from './source-mention.js'
import { bareNoun, isIn, type Word, wordsIn } from './source-phrase.js'
import { sourceWords } from './source-words.js'
import { mentionOf } from './spoken-mentions.js'
import { actingSourceAt } from './unattributed.js'

/** Every source of an article's body, in order: the last link of every chain, and those that act instead of saying. */
export function readSources(article: OriginArticle): SourceMention[] {
  const { body } = article
  const reading = readingOf(article)
  const lines = sentences({ frame: 'article', value: body }).map(
    (span, at): Sentence => ({ ...span, at, words: wordsIn(body, span) }),
  )
  const found: { readonly place: number; readonly mention: SourceMention }[] = []
  const seen = new Set<string>()
  const cues = new Set<number>()
  for (const attribution of reading.attributions) {
    const place = attribution.cue?.start ?? attribution.claims[0]?.start ?? 0
    const line = lines.find(({ start, end }) => start <= place && place < end)
    if (line === undefined) continue
    const mention = mentionOf(body, attribution, line, reading, seen)
    if (mention === undefined) continue
    if (attribution.cue !== undefined) cues.add(attribution.cue.start)
    found.push({ place, mention })
    if (mention.denies) found.push({ place, mention: rumourIn(body, line, mention.claim) })
  }
  for (const line of lines)
    for (let i = 0; i < line.words.length; i++) {
      const word = line.words[i] as Word
      const spoken = cues.has(word.start) || cues.has(word.start + 1)
      const acts = actingSourceAt(line.words, i)
      if (acts === undefined || (spoken && acts.how !== 'on-behalf')) continue
      for (const mention of actingMentions(body, line, acts, reading)) found.push({ place: word.start, mention })
    }
  found.sort((a, b) => a.place - b.place)
  const settled: SourceMention[] = []
  for (const { mention } of found) {
    const meant = pointedBack(mention, settled)
    if (!isBareStatement(meant)) settled.push(meant)
  }
  return spokenThrough(settled)
}

/**
 * «استبعدت الحكومة … على لسان الوزير»: the body speaks through the man. A country speaks through whoever of it is named, so that it is
 * a source only where nobody else is.
 */
function spokenThrough(mentions: readonly SourceMention[]): SourceMention[] {
  const others = mentions.some(
    ({ kind, country, rumour }) => !rumour && !country && (kind === 'person' || kind === 'body'),
  )
  return mentions.filter(
    (m) =>
      !(m.country && others) &&
      !(m.kind === 'body' && mentions.some((n) => n.onBehalf && n !== m && n.sentence.start === m.sentence.start)),
  )
}

/** A statement of nobody: the article says elsewhere whose it is, or nowhere. */
const isBareStatement = ({ kind, description }: SourceMention): boolean =>
  kind === 'document' && isIn(sourceWords().statement, bareNoun(foldKey(description.split(/\s/)[0] ?? '')))

/** Who is meant by a bare «المتحدث», «الوزارة», «البيان» that the reading takes for somebody new. */
function pointedBack(mention: SourceMention, before: readonly SourceMention[]): SourceMention {
  const { description, kind, head, stems } = mention
  if (mention.names.length > 0 || !/^[وف]?ال\p{L}+$/u.test(description.trim())) return mention
  const t = sourceWords()
  const last = (fits: (m: SourceMention) => boolean): SourceMention | undefined =>
    before.findLast((m) => !m.rumour && m.kind !== 'vague-outlet' && fits(m))
  const noun = bareNoun(foldKey(description.trim()))
  const meant =
    kind === 'document' || t.statement.has(noun)
      ? last((m) => m.statement || m.kind === 'body')
      : t.voice.has(noun)
        ? (last((m) => m.kind === 'body') ?? last((m) => m.kind === 'person'))
        : last((m) => m !== mention && (m.head === head || stems.some((stem) => m.stems.includes(stem))))
  if (meant === undefined) return mention
  const { sentence, claim, at, denies, deplores, statement } = mention
  return { ...meant, sentence, claim, at, denies, deplores, statement, publishes: false, carried: true }
}
