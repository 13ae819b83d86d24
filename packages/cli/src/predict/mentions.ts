import { join } from 'node:path'
import type { MentionScheme } from '@isnad/entities'
import { IsnadError } from '@isnad/text'
import { exists, isFolder, readText } from './gold-set.js'
import type { PredictTask } from './task.js'

async function setFile(input: string): Promise<string> {
  if (!(await isFolder(input))) return input
  const dev = join(input, 'dev.tsv')
  if (await exists(dev)) return dev
  throw new IsnadError('INPUT_INVALID', `${input} holds no dev.tsv; name a file`)
}

/** Sentences of tokens, and the classes that the set knows; blank lines part sentences. */
function readSet(text: string, file: string): { sentences: string[][]; classes: Set<string> } {
  const sentences: string[][] = []
  const classes = new Set<string>()
  let open: string[] | undefined
  for (const [at, raw] of text
    .replace(/^\ufeff/, '')
    .split('\n')
    .entries()) {
    const line = raw.endsWith('\r') ? raw.slice(0, -1) : raw
    if (line.trim() === '') {
      open = undefined
      continue
    }
    const [token, tags = '', ...more] = line.split('\t')
    if (token === undefined || more.length > 0)
      throw new IsnadError('INPUT_INVALID', `${file}, line ${at + 1}: expected a token, or a token, a tab and its tags`)
    for (const tag of tags.split(' ')) if (tag.length > 2) classes.add(tag.slice(2))
    if (open === undefined) {
      open = []
      sentences.push(open)
    }
    open.push(token)
  }
  return { sentences, classes }
}

/** The set's classes say how it wants its names; encyclopedia sets share theirs with newswire and go by their folder. */
function schemeOf(classes: ReadonlySet<string>, file: string): MentionScheme {
  if (classes.has('TIT')) return 'titled'
  if (classes.has('GPE')) return 'nested'
  return /aqmar|wiki/i.test(file) ? 'encyclopedia' : 'four-class'
}

/** Names in sentences that come cut in tokens. */
export const mentions: PredictTask = {
  input:
    'a .tsv, or a folder with its dev.tsv: a token and its BIO tags a line, of which only the names of the classes are looked at',
  output: 'the tokens with BIO tags in those classes',
  async predict({ input }) {
    const { predictMentions } = await import('@isnad/entities')
    const file = await setFile(input)
    const { sentences, classes } = readSet(await readText(file), file)
    const scheme = schemeOf(classes, file)
    const labels = predictMentions(sentences, scheme)
    const written = sentences.map((words, s) => words.map((word, i) => `${word}\t${labels[s]?.[i] ?? 'O'}\n`).join(''))
    return { text: written.join('\n'), items: sentences.length }
  },
}
