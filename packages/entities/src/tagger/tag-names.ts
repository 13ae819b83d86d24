import { readFileSync } from 'node:fs'
import type { Passage, Span, Token } from '@isnad/text'
import type { EntityType } from '../entity.js'
import { preparedTables } from '../prepared/prepared.js'
import { preparedClasses, unpackClasses } from './classes.js'
import { Decoder } from './decode.js'
import { shippedGazetteer } from './gazetteer.js'
import { Knowledge } from './knowledge.js'
import { preparedModel, type TaggerModel, unpackModel } from './model.js'
import { unpackLikeness } from './name-likeness.js'
import { sequenceOf } from './sequence.js'

/** A proper name found by the tagger; attached و ف ب ل ك س stand outside it. */
export interface TaggedName extends Span {
  readonly type: EntityType
  /** Probability that its words bear these labels, the least of their marginals; 0–1. */
  readonly score: number
}

/** The label scheme of a model: our entity types, or the four classes of older corpora (PERS, LOC, ORG, MISC). */
export type TagScheme = 'news' | 'four-class' | 'encyclopedia'

/** A trained model ready to read. Reading leaves nothing behind but the scores of words met before. */
export class NameTagger {
  readonly #decoder: Decoder
  readonly #knowledge: Knowledge
  /** What each label says that a name is. */
  readonly #types: readonly string[]

  constructor(model: TaggerModel, knowledge: Knowledge) {
    this.#decoder = new Decoder(model)
    this.#knowledge = knowledge
    this.#types = model.labels.map((label) => label.slice(2))
  }

  /** The proper names in title and body, in text order and apart from each other. */
  names(passage: Passage): readonly TaggedName[] {
    const names: TaggedName[] = []
    const sentences = readSentences(passage)
    const sequence = sequenceOf(sentences, this.#knowledge)
    this.#decoder.tag(sequence)
    for (let s = 0; s < sentences.length; s++) {
      const tokens = sentences[s] as Token[]
      const start = sequence.starts[s] as number
      for (const { first, end, label, score } of this.#decoder.names(sequence, s)) {
        const type = this.#types[label] as EntityType
        const last = tokens[end - 1 - start] as Token
        names.push({ start: nameStart(tokens[first - start] as Token), end: last.end, type, score })
      }
    }
    return names
  }

  /** One BIO label for each token of sentences that belong together. */
  labels(sentences: readonly (readonly Token[])[]): readonly (readonly string[])[] {
    const { labels } = this.#decoder.model
    const sequence = sequenceOf(sentences, this.#knowledge)
    const path = this.#decoder.tag(sequence)
    return sequence.starts.map((start, s) =>
      Array.from(path.subarray(start, sequence.ends[s]), (l) => labels[l] ?? 'O'),
    )
  }
}

export const dataFile = (name: string): Buffer => readFileSync(new URL(`../../data/tagger/${name}`, import.meta.url))

let knowledge: Knowledge | undefined
const taggers = new Map<TagScheme, NameTagger>()

/** A shipped tagger, loaded at the first call. */
export function nameTagger(scheme: TagScheme = 'news'): NameTagger {
  return taggers.get(scheme) ?? keep(scheme, new NameTagger(shippedModel(scheme), shippedKnowledge()))
}

/** The model that reads news is prepared by the build, the others are unpacked. */
function shippedModel(scheme: TagScheme): TaggerModel {
  const prepared = scheme === 'news' ? preparedTables() : undefined
  return prepared === undefined ? unpackModel(dataFile(`${scheme}.bin`)) : preparedModel(prepared)
}

function keep(scheme: TagScheme, tagger: NameTagger): NameTagger {
  taggers.set(scheme, tagger)
  return tagger
}

/** A tagger with another model file of `training/tagger/train-tagger.mjs`, such as one that has not seen some articles. */
export function taggerFrom(model: Uint8Array): NameTagger {
  return new NameTagger(unpackModel(model), shippedKnowledge())
}

/** What the shipped classes and lists say of words; loaded at the first call. */
export function shippedKnowledge(): Knowledge {
  const prepared = preparedTables()
  knowledge ??= new Knowledge({
    classes: prepared === undefined ? unpackClasses(dataFile('classes.bin')) : preparedClasses(prepared),
    likeness: unpackLikeness(dataFile('name-likeness.bin')),
    gazetteer: shippedGazetteer(),
  })
  return knowledge
}

/**
 * The proper names in title and body, in text order and apart from each other; names within names are left to the caller.
 * A linear-chain CRF (Lafferty, McCallum and Pereira 2001) reads sentence by sentence; the model loads at the first call.
 */
export function tagNames(passage: Passage): readonly TaggedName[] {
  return nameTagger().names(passage)
}

/** The tokens of title and body, sentence by sentence. */
export function readSentences({ tokens, sentences, title, body }: Passage): Token[][] {
  const parts = (title === undefined ? [...body] : [title, ...body]).sort((a, b) => a.start - b.start)
  const read: Token[][] = []
  let token = 0
  let part = 0
  for (const { start, end } of sentences) {
    let inside: Token[] = []
    let from = part
    for (; token < tokens.length; token++) {
      const next = tokens[token]
      if (next === undefined || next.start >= end) break
      while (part < parts.length && (parts[part]?.end ?? 0) <= next.start) part++
      const current = parts[part]
      if (next.start < start || current === undefined || next.start < current.start) continue
      // Title and first paragraph are no one sentence even where no stop parts them.
      if (part !== from && inside.length > 0) {
        if (current.start === title?.end || parts[from] === title) {
          read.push(inside)
          inside = []
        }
        from = part
      }
      inside.push(next)
    }
    if (inside.length > 0) read.push(inside)
  }
  return read
}

/** Where a name begins in its first token: after attached particles, before ال. */
export function nameStart({ start, form }: Token): number {
  const first = form.pieces.find(({ role }) => role === 'article' || role === 'stem')
  return start + (first?.start ?? 0)
}
