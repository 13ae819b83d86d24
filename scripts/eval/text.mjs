// Tokens with their clitics against UD Arabic PUD, where clitics are tokens of their own marked SpaceAfter=No.
import { readFileSync } from 'node:fs'
import { textOf, tokenize } from '@isnad/text'
import { sharedPath } from './shared.mjs'

export function evaluateText() {
  const { hits, given, wanted } = compare(sharedPath('data/ner/ud-pud/dev.conllu'))
  const precision = hits / given
  const recall = hits / wanted
  return [
    {
      set: 'data/ner/ud-pud dev, 90 sentences',
      figure: 'token-boundary F1',
      value: (2 * precision * recall) / (precision + recall),
      floor: 0.96,
      note: `precision ${precision.toFixed(4)}, recall ${recall.toFixed(4)}`,
    },
  ]
}

function compare(file) {
  let hits = 0
  let given = 0
  let wanted = 0
  for (const { value, ends } of sentencesOf(file)) {
    const said = new Set()
    for (const token of tokenize(textOf('article', value))) {
      for (const segment of token.segments) if (segment.role !== 'article') said.add(segment.end)
    }
    for (const end of said) if (ends.has(end)) hits++
    given += said.size
    wanted += ends.size
  }
  return { hits, given, wanted }
}

/** Each sentence put together from its tokens, with the offsets at which tokens end. */
function* sentencesOf(file) {
  let value = ''
  let ends = new Set()
  for (const line of readFileSync(file, 'utf8').split('\n')) {
    if (line.startsWith('#')) continue
    if (line === '') {
      if (value !== '') yield { value: value.trimEnd(), ends }
      value = ''
      ends = new Set()
      continue
    }
    const [, form = '', , , , , , , , misc = ''] = line.split('\t')
    value += form
    ends.add(value.length)
    if (!misc.includes('SpaceAfter=No')) value += ' '
  }
}
