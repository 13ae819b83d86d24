// How often each word form stands in a name of each class when a tagger reads running news: what one sentence leaves open,
// a hundred others settle. Writes `form TAB occurrences TAB PERS TAB LOC TAB ORG TAB MISC` (sums of marginals).
// Usage: node training/tagger/count-names.mjs --corpus CORPUS.jsonl.gz --model four-class.bin --out FILE
import { createReadStream, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { parseArgs } from 'node:util'
import { createGunzip } from 'node:zlib'
import { passageOf, textOf } from '@isnad/text'
import { unpackClasses } from '../../dist/tagger/classes.js'
import { Decoder } from '../../dist/tagger/decode.js'
import { shippedGazetteer } from '../../dist/tagger/gazetteer.js'
import { Knowledge } from '../../dist/tagger/knowledge.js'
import { unpackModel } from '../../dist/tagger/model.js'
import { unpackLikeness } from '../../dist/tagger/name-likeness.js'
import { sequenceOf } from '../../dist/tagger/sequence.js'
import { readSentences } from '../../dist/tagger/tag-names.js'

const { values: args } = parseArgs({
  options: {
    corpus: { type: 'string' },
    model: { type: 'string' },
    data: { type: 'string', default: 'data/tagger' },
    out: { type: 'string' },
    every: { type: 'string', default: '1' },
  },
})
const knowledge = new Knowledge({
  classes: unpackClasses(readFileSync(join(args.data, 'classes.bin'))),
  likeness: unpackLikeness(readFileSync(join(args.data, 'name-likeness.bin'))),
  gazetteer: shippedGazetteer(),
})
const decoder = new Decoder(unpackModel(readFileSync(args.model)))
const { labels } = decoder.model
const TYPES = ['PERS', 'LOC', 'ORG', 'MISC']
const column = labels.map((label) => TYPES.indexOf(label.slice(2)))
/** Sums by form hash; one text of each form, for the list. */
const sums = new Map()
let at = 0
for await (const line of createInterface({ input: createReadStream(args.corpus).pipe(createGunzip()) })) {
  if (at++ % Number(args.every)) continue
  const { title, text } = JSON.parse(line)
  const sequence = sequenceOf(readSentences(passageOf(textOf('article', `${title}\n${text}`))), knowledge)
  decoder.tag(sequence)
  for (const [s, start] of sequence.starts.entries()) {
    const marginals = decoder.marginals(start, sequence.ends[s], true, true)
    for (let at = start; at < sequence.ends[s]; at++) {
      const { word } = sequence.words[at]
      if (word.kind !== 'word') continue
      let row = sums.get(word.form)
      if (row === undefined) {
        row = [0, 0, 0, 0, 0]
        sums.set(word.form, row)
      }
      row[0]++
      const i = at - start
      for (let l = 0; l < labels.length; l++) if (column[l] >= 0) row[column[l] + 1] += marginals[i * labels.length + l]
    }
  }
}
const lines = []
for (const [form, row] of sums)
  if (row[0] >= 3)
    lines.push(
      `${form}\t${row[0]}\t${row
        .slice(1)
        .map((x) => x.toFixed(2))
        .join('\t')}\n`,
    )
writeFileSync(args.out, lines.join(''))
console.log(`${lines.length} forms`)
