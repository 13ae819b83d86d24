// Tokens per CPU second of the tagger and of findEntities, and what the first call costs.
//   node packages/entities/bench/speed.mjs [articles] [corpus folder]
// Needs the build (npm run build; without its prepared tables the first figures are some ten times higher) and a folder of JSON lines, gzipped, with `title` and `text`. Half of the
// articles warm the process up; the figures are taken on the other half, which it has not read before.
import { createReadStream, existsSync, readdirSync } from 'node:fs'
import { createInterface } from 'node:readline'
import { createGunzip } from 'node:zlib'
import { findEntities, nameTagger } from '@isnad/entities'
import { passageOf, textOf } from '@isnad/text'

const wanted = Number(process.argv[2] ?? 1200)
const folder = process.argv[3] ?? new URL('../../../../shared/data/corpus', import.meta.url).pathname
if (!existsSync(folder)) {
  console.error(`no corpus at ${folder}: give a folder of .jsonl.gz files as second argument`)
  process.exit(2)
}

/** Milliseconds of processor time that a call takes, collecting garbage and compiling included. */
function cpu(work) {
  const before = process.cpuUsage()
  work()
  const { user, system } = process.cpuUsage(before)
  return (user + system) / 1000
}

const texts = []
for (const name of readdirSync(folder).filter((file) => file.endsWith('.jsonl.gz'))) {
  let line = 0
  let count = 0
  for await (const row of createInterface({ input: createReadStream(`${folder}/${name}`).pipe(createGunzip()) })) {
    if (line++ % 17 !== 0) continue
    const { title, text } = JSON.parse(row)
    texts.push(title ? `${title}\n${text}` : text)
    if (++count >= wanted / 2) break
  }
}
const passages = texts.map((text) => passageOf(textOf('article', text)))
const unread = passages.filter((_, i) => i % 2 === 0)
const others = passages.filter((_, i) => i % 2 === 1)
const tokens = unread.reduce((sum, passage) => sum + passage.tokens.length, 0)

const each = (list, read) => () => {
  for (const one of list) read(one)
}
const [sample] = others
const load = cpu(() => nameTagger())
const first = cpu(() => findEntities(sample))
console.log(
  `load of the tagger's models and lists ${load.toFixed(0)} ms, first findEntities behind it ${first.toFixed(0)} ms`,
)
const warm = cpu(each(others, (passage) => findEntities(passage)))
const tagger = nameTagger()
const figures = {
  'findEntities, unread articles': cpu(each(unread, (passage) => findEntities(passage))),
  'findEntities, the same again': cpu(each(unread, (passage) => findEntities(passage))),
  'the tagger alone, the same': cpu(each(unread, (passage) => tagger.names(passage))),
  'cutting the texts (passageOf)': cpu(each(unread, ({ text }) => passageOf(textOf('article', text.value)))),
}
console.log(
  `${unread.length} articles, ${tokens} tokens; ${others.length} others took ${warm.toFixed(0)} ms; Node ${process.version}`,
)
for (const [name, ms] of Object.entries(figures))
  console.log(
    `${name.padEnd(30)} ${Math.round((tokens / ms) * 1000)
      .toLocaleString('en')
      .padStart(10)} tokens a CPU second, ` + `${(ms / unread.length).toFixed(2)} ms an article`,
  )
