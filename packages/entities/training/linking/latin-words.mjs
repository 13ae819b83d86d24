// Latin spellings of the words that names in the news are made of, so that reading needs the transliteration model for rare
// ones alone. Names are found by the shipped tagger; a word that stands in two of them or more is listed.
// Usage: node training/linking/latin-words.mjs --corpus CORPUS.jsonl.gz [--every 2] --out data/linking/latin-words.bin
import { createReadStream, writeFileSync } from 'node:fs'
import { createInterface } from 'node:readline'
import { parseArgs } from 'node:util'
import { createGunzip } from 'node:zlib'
import { nameTagger } from '@isnad/entities'
import { passageOf, textOf } from '@isnad/text'
import { packLatinWords, spellWord } from '../../dist/linking/latin.js'

const { values: args } = parseArgs({
  options: { corpus: { type: 'string' }, every: { type: 'string', default: '2' }, out: { type: 'string' } },
})
const LEAST = 2
const tagger = nameTagger()
const counts = new Map()
let at = 0
for await (const line of createInterface({ input: createReadStream(args.corpus).pipe(createGunzip()) })) {
  if (at++ % Number(args.every)) continue
  const { title, text } = JSON.parse(line)
  const passage = passageOf(textOf('article', `${title}\n${text}`))
  for (const { type, start, end } of tagger.names(passage))
    if (type === 'PER')
      for (const word of passage.text.value.slice(start, end).split(/[^\p{L}\p{M}\p{N}]+/u))
        if (/^[\u0621-\u064a]{2,}$/u.test(word)) counts.set(word, (counts.get(word) ?? 0) + 1)
}
const words = new Map()
for (const word of [...counts.keys()].sort()) {
  const latin = counts.get(word) < LEAST ? '' : spellWord(word)
  if (latin !== '') words.set(word, latin)
}
const packed = packLatinWords(words)
writeFileSync(args.out, packed)
console.log(`${at} articles, ${counts.size} words, ${words.size} listed, ${packed.length} bytes in ${args.out}`)
