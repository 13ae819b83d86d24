import { type Token, textOf, tokenize, wholeToken } from '@isnad/text'
import { TITLE_BEGINS, TITLE_GOES_ON } from './gazetteer.js'
import { nameTagger, shippedKnowledge } from './tag-names.js'

/**
 * Whose classes: `four-class` and `encyclopedia` PERS LOC ORG MISC as newswire and encyclopedia articles were annotated,
 * `titled` the same with TIT for titles, `nested` the outermost of PERS ORG GPE LOC FAC EVENT PRODUCT.
 */
export type MentionScheme = 'four-class' | 'encyclopedia' | 'titled' | 'nested'

/** The tokens of a sentence that comes cut: what our tokenizer would cut further stays whole. */
export function tokensOf(words: readonly string[]): Token[] {
  const cut = tokenize(textOf('article', words.join(' ')))
  const tokens: Token[] = []
  let start = 0
  let next = 0
  for (const word of words) {
    const end = start + word.length
    while ((cut[next]?.start ?? Number.POSITIVE_INFINITY) < start) next++
    const own = cut[next]
    tokens.push(own !== undefined && own.start === start && own.end === end ? own : whole(word, start))
    start = end + 1
  }
  return tokens
}

function whole(text: string, start: number): Token {
  const kind = /\p{L}/u.test(text) ? 'word' : /\p{N}/u.test(text) ? 'number' : 'punctuation'
  return wholeToken(kind, text, start)
}

/** Sentences that are taken to be of one article, where a set does not say. */
export const STRETCH = 25

/** BIO labels for the tokens of sentences in running order, in the classes of the set. */
export function predictMentions(sentences: readonly (readonly string[])[], scheme: MentionScheme): string[][] {
  const tokens = sentences.map(tokensOf)
  const tagger = nameTagger(scheme === 'nested' ? 'news' : scheme === 'encyclopedia' ? 'encyclopedia' : 'four-class')
  const labelled: string[][] = []
  for (let from = 0; from < tokens.length; from += STRETCH)
    for (const labels of tagger.labels(tokens.slice(from, from + STRETCH))) labelled.push([...labels])
  if (scheme === 'nested') return labelled.map((labels) => labels.map(renamed))
  return scheme === 'titled' ? labelled.map((labels, i) => withTitles(tokens[i] ?? [], labels)) : labelled
}

const NESTED_NAMES: ReadonlyMap<string, string> = new Map([
  ['PER', 'PERS'],
  ['EVT-NAME', 'EVENT'],
  ['PROD', 'PRODUCT'],
])

const renamed = (label: string): string =>
  label === 'O' ? label : label.slice(0, 2) + (NESTED_NAMES.get(label.slice(2)) ?? label.slice(2))

/** Titles of the lexicon that stand before a person are tagged TIT, and God is MISC, as that set has it. */
function withTitles(tokens: readonly Token[], labels: readonly string[]): string[] {
  const knowledge = shippedKnowledge()
  const words = tokens.map((token) => knowledge.of(token))
  const bits = new Int32Array(words.length)
  knowledge.gazetteer.mark(words, 0, bits)
  const tagged = labels.map((label, i) => (label === 'O' && words[i]?.word.key === 'الله' ? 'B-MISC' : label))
  for (let i = 0; i < tokens.length; i++) {
    if (!((bits[i] ?? 0) & TITLE_BEGINS) || tagged[i] !== 'O') continue
    let end = i + 1
    while (end < tokens.length && tagged[end] === 'O' && (bits[end] ?? 0) & (TITLE_GOES_ON | TITLE_BEGINS)) end++
    if (tagged[end] === 'B-PERS' || end > i + 1) for (let t = i; t < end; t++) tagged[t] = t === i ? 'B-TIT' : 'I-TIT'
    i = end - 1
  }
  return tagged
}
