import type { Entity, EntityRegister } from '@isnad/entities'
import { mapped, type Passage, type Span, type Token, wordKey } from '@isnad/text'
import type { TimeItem } from '@isnad/time'
import { RELATIVES } from './function-words.js'
import type { Letters } from './letters.js'
import type { WordForm } from './word-form.js'

/** A mention as the clause reader sees it: its entity and the words it covers. */
export interface WordMention {
  readonly entity: Entity
  readonly span: Span
  /** Index of the first word and of the word after the last, in the sentence. */
  readonly from: number
  readonly to: number
  readonly named: boolean
}

/** A token of one sentence with what the clause reader asks of it. */
export interface Word extends Letters {
  readonly token: Token
  readonly form: WordForm
  /** Where the word begins without its و, ب, ل, س. */
  readonly start: number
  readonly end: number
  /** Index in the times of the article of the expression that covers this word. */
  readonly time: number | undefined
  /** Outermost mention that begins in this word. */
  readonly mention: WordMention | undefined
  /** True when a mention that began earlier covers this word. */
  readonly inside: boolean
}

export interface Sentence extends Span {
  readonly words: readonly Word[]
}

/** Words of one reading; a page without stops is read in pieces, since clauses are sought to the sentence's end. */
const LONGEST_SENTENCE = 240
const PLACING = new Set(['date', 'datetime', 'time', 'interval', 'vague', 'relative_event'])

/** The sentences of the body as words with their mentions and times, from the forms of the passage's tokens; linear in all. */
export function sentencesOf(
  passage: Passage,
  forms: readonly WordForm[],
  register: EntityRegister,
  times: readonly TimeItem[],
): Sentence[] {
  const mentions = register.entities
    .flatMap((entity) => entity.mentions.map((mention) => ({ entity, mention })))
    .sort((a, b) => a.mention.start - b.mention.start || b.mention.end - a.mention.end)
  const placing = times
    .map((item, index) => ({ item, index }))
    .filter(({ item }) => PLACING.has(item.kind))
    .sort((a, b) => a.item.start - b.item.start)
  const { tokens } = passage
  let at = 0
  let nextMention = 0
  let nextTime = 0
  const found: Sentence[] = []
  for (const span of passage.sentences) {
    if (!passage.body.some((part) => span.start < part.end && part.start < span.end)) continue
    while (at < tokens.length && (tokens[at]?.start ?? 0) < span.start) at++
    const from = at
    while (at < tokens.length && (tokens[at]?.end ?? 0) <= span.end) at++
    const own = tokens.slice(from, at)
    if (own.length === 0) continue
    while (nextMention < mentions.length && (mentions[nextMention]?.mention.start ?? 0) < span.start) nextMention++
    const local: (typeof mentions)[number][] = []
    while (nextMention < mentions.length && (mentions[nextMention]?.mention.start ?? 0) < span.end) {
      const one = mentions[nextMention++]
      if (one !== undefined) local.push(one)
    }
    while (nextTime < placing.length && (placing[nextTime]?.item.end ?? 0) <= span.start) nextTime++
    const localTimes: (typeof placing)[number][] = []
    for (let i = nextTime; i < placing.length && (placing[i]?.item.start ?? 0) < span.end; i++) {
      const one = placing[i]
      if (one !== undefined) localTimes.push(one)
    }
    for (let first = 0; first < own.length; first += LONGEST_SENTENCE) {
      const part = own.slice(first, first + LONGEST_SENTENCE)
      const start = first === 0 ? span.start : (part[0]?.start ?? span.start)
      const end = first + LONGEST_SENTENCE >= own.length ? span.end : (part.at(-1)?.end ?? span.end)
      const inPart = local.filter(({ mention }) => mention.start >= start && mention.end <= end)
      const partForms = forms.slice(from + first, from + first + part.length)
      found.push({ start, end, words: wordsOf(part, partForms, inPart, localTimes) })
    }
  }
  return found
}

function wordsOf(
  tokens: readonly Token[],
  forms: readonly WordForm[],
  mentions: readonly { readonly entity: Entity; readonly mention: Entity['mentions'][number] }[],
  times: readonly { readonly item: TimeItem; readonly index: number }[],
): Word[] {
  let mentionAt = 0
  let timeAt = 0
  let coveredTo = 0
  return mapped(tokens, (token, index): Word => {
    while (timeAt < times.length && (times[timeAt]?.item.end ?? 0) <= token.start) timeAt++
    const time = times[timeAt]
    const inTime = time !== undefined && time.item.start < token.end && token.start < time.item.end
    let mention: WordMention | undefined
    const inside = token.start < coveredTo
    while (mentionAt < mentions.length && (mentions[mentionAt]?.mention.start ?? 0) < token.end) {
      const one = mentions[mentionAt++]
      if (one === undefined || inside || mention !== undefined || one.mention.start < token.start) continue
      if (saysWhoGathered(token, tokens[index + 1])) continue
      let to = index + 1
      const named = one.mention.kind === 'name'
      // «مئات المتظاهرين الذين احتجوا»: what a relative clause tells of a nameless group is read for itself.
      const ends = (token: Token): boolean =>
        token.start >= one.mention.end || (!named && RELATIVES.has(wordKey(token.text)))
      for (let next = tokens[to]; next !== undefined && !ends(next); next = tokens[to]) to++
      mention = { entity: one.entity, span: one.mention, from: index, to, named }
      coveredTo = Math.min(one.mention.end, tokens[to]?.start ?? one.mention.end)
    }
    return wordOf(token, forms[index] as WordForm, inTime ? time.index : undefined, mention, inside)
  })
}

/** «وتجمع مئات المتظاهرين»: before those who are counted it is the verb, and no body's name. */
const saysWhoGathered = (token: Token, next: Token | undefined): boolean =>
  GATHERED.test(wordKey(token.text)) && next !== undefined && COUNTED.test(wordKey(next.text))
const GATHERED = /^[وف]?تجمع$/
const COUNTED = /^(?:ال)?(?:عشرات|مئات|مئه|مائة|الاف|الوف|عدد|نحو|حوالي|متظاهر|محتج|معتصم)[\u0621-\u064a]{0,2}$/

/** One literal for every word: these are the most frequent objects of the stage, and spreads made them twice and slowly. */
function wordOf(
  token: Token,
  form: WordForm,
  time: number | undefined,
  mention: WordMention | undefined,
  inside: boolean,
): Word {
  return {
    token,
    form,
    start: token.start + form.lead,
    end: token.end,
    whole: form.whole,
    stem: form.stem,
    conjunction: form.conjunction,
    preposition: form.preposition,
    future: form.future,
    article: form.article,
    pronoun: form.pronoun,
    time,
    mention,
    inside,
  }
}
