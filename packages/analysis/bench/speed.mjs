// What an article costs from its HTML page to its events, in processor time on one core, garbage collection and compiling included.
//   node packages/analysis/bench/speed.mjs [articles] [corpus folder]
// Needs the build (npm run build: without the prepared tables of names the first figures are far higher) and a folder of
// JSON lines, gzipped, with `title` and `text`; each becomes a plain page. A third of the articles warms the process up; the
// second third is read as a whole, then again; the last third, unread too, is read stage by stage.
import { createReadStream, existsSync, readdirSync } from 'node:fs'
import { createInterface } from 'node:readline'
import { createGunzip } from 'node:zlib'
import { annotate, pageOf, passageOfArticle, readCapture, timesIn } from '@isnad/analysis'
import { findAttributions } from '@isnad/attribution'
import { EntityRegister, findEntities } from '@isnad/entities'
import { findEvents } from '@isnad/events'

const wanted = Number(process.argv[2] ?? 1500)
const folder = process.argv[3] ?? new URL('../../../../shared/data/corpus', import.meta.url).pathname
if (!existsSync(folder)) {
  console.error(`no corpus at ${folder}: give a folder of .jsonl.gz files as second argument`)
  process.exit(2)
}
const NORMAL = 300 // words of the article that the rates are given for

const escaped = (text) => text.replace(/&/g, '&amp;').replace(/</g, '&lt;')
const encoder = new TextEncoder()

/** A page as news sites print it: the article between a menu, links to others and a foot. */
function pageOfRow({ title, text, published }) {
  const paragraphs = text.split(/\n+/).filter((line) => line.trim() !== '')
  const date = published === undefined ? '' : `<meta property="article:published_time" content="${published}">`
  const links = ['الرئيسية', 'سياسة', 'اقتصاد', 'رياضة', 'ثقافة'].map(
    (name) => `<li><a href="/${name}">${name}</a></li>`,
  )
  return encoder.encode(
    `<!doctype html><html lang="ar" dir="rtl"><head><meta charset="utf-8"><title>${escaped(title ?? '')}</title>${date}</head>` +
      `<body><nav><ul>${links.join('')}</ul></nav><main><article><h1>${escaped(title ?? '')}</h1>` +
      `${paragraphs.map((line) => `<p>${escaped(line)}</p>`).join('\n')}</article></main>` +
      `<footer><p>جميع الحقوق محفوظة</p></footer></body></html>`,
  )
}

const pages = []
for (const name of readdirSync(folder).filter((file) => file.endsWith('.jsonl.gz'))) {
  let line = 0
  let count = 0
  for await (const row of createInterface({ input: createReadStream(`${folder}/${name}`).pipe(createGunzip()) })) {
    if (line++ % 17 !== 0) continue
    pages.push(pageOfRow(JSON.parse(row)))
    if (++count >= wanted / 2) break
  }
}
const third = (part) => pages.filter((_, i) => i % 3 === part)

const microseconds = () => {
  const { user, system } = process.cpuUsage()
  return user + system
}
const read = (bytes) => {
  const outcome = readCapture({ bytes, source: 'https://paper.example/a', kind: 'html' })
  return outcome.ok ? outcome.value.article : undefined
}
const wordsIn = (article) => article.text.value.split(/\s+/).length

/** Reads and annotates pages; what that took, and how much they held. */
function whole(list) {
  const start = microseconds()
  let articles = 0
  let words = 0
  let tokens = 0
  for (const bytes of list) {
    const article = read(bytes)
    if (article === undefined) continue
    tokens += annotate(article).tokens.length
    words += wordsIn(article)
    articles++
  }
  return { ms: (microseconds() - start) / 1000, articles, words, tokens }
}

/** The same, with what each stage took. */
function byStage(list) {
  const spent = new Map()
  const timed = (stage, work) => {
    const start = microseconds()
    const result = work()
    spent.set(stage, (spent.get(stage) ?? 0) + microseconds() - start)
    return result
  }
  let words = 0
  for (const bytes of list) {
    const article = timed('page', () => read(bytes))
    if (article === undefined) continue
    words += wordsIn(article)
    const passage = timed('words and sentences', () => passageOfArticle(article))
    const times = timed('times', () => timesIn(article))
    const { published } = article.metadata
    const entities = timed(
      'entities',
      () =>
        new EntityRegister(findEntities(passage, published === undefined ? {} : { published: published.value.local })),
    )
    const attributions = timed('attributions', () => findAttributions(passage, entities, pageOf(article)))
    timed('events', () => findEvents(passage, { entities, attributions, times }))
  }
  return { spent, words }
}

function print(name, { ms, articles, words, tokens }) {
  const rate = (words / NORMAL / ms) * 1000
  console.log(
    `${name.padEnd(26)} ${rate.toFixed(1).padStart(6)} articles of ${NORMAL} words a CPU second, ` +
      `${Math.round((tokens / ms) * 1000).toLocaleString('en')} tokens (${articles} articles of ` +
      `${Math.round(words / articles)} words, ${(ms / articles).toFixed(2)} ms each)`,
  )
}

print('from a cold start', whole(third(0)))
const unread = third(1)
print('unread', whole(unread))
print('the same again', whole(unread))
const { spent, words } = byStage(third(2))
const all = [...spent.values()].reduce((sum, one) => sum + one, 0)
console.log('\nunread, by stage             ms for 300 words   share')
for (const [stage, one] of spent)
  console.log(
    `${stage.padEnd(28)} ${((one / 1000 / words) * NORMAL).toFixed(2).padStart(16)} ${((one / all) * 100).toFixed(0).padStart(5)} %`,
  )
