// Checks that the sample is what it says: `node sample/check.mjs`. Plain Node, no packages.
// Every expected paragraph and every named removal must be printed on its page, no removal may be part of the body,
// and the lineage and disagreement files may only speak of articles and words that exist.
import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { gunzipSync } from 'node:zlib'

const root = dirname(fileURLToPath(import.meta.url))
const problems = []
const need = (condition, where, what) => condition || problems.push(`${where}: ${what}`)
const json = (path) => JSON.parse(readFileSync(path, 'utf8'))
const collapse = (text) => text.replace(/\s+/gu, ' ').trim()

const OUTCOMES = ['article', 'no-article', 'other-language']
const FROM = ['json-ld', 'meta', 'microdata', 'time-element', 'text', 'url', 'feed', 'given', null]
const LABELS = ['kicker', 'dateline', 'byline', 'caption', 'related-link', 'teaser', 'widget', 'ad', 'greeting',
  'comment-form', 'privacy-token', 'source-credit', 'toc', 'other']
const WHEN = /^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}:\d{2}([+-]\d{2}:\d{2}|Z))?$/
const ENTITIES = { amp: '&', lt: '<', gt: '>', quot: '"', nbsp: ' ', laquo: '«', raquo: '»' }
const unescape = (text) => text
  .replace(/&#(\d+);/g, (_, n) => String.fromCodePoint(Number(n)))
  .replace(/&([a-z]+);/g, (all, name) => ENTITIES[name] ?? all)

/** The page as text: gzip undone, UTF-8 where the bytes are valid UTF-8, else windows-1256. */
function decode(path) {
  let bytes = readFileSync(path)
  if (path.endsWith('.gz')) bytes = gunzipSync(bytes)
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return new TextDecoder('windows-1256').decode(bytes)
  }
}

const INLINE = /<\/?(?:a|b|i|em|strong|span|font|small|cite|u|time)(?:\s[^>]*)?>/gi
const visible = (markup) => collapse(unescape(markup
  .replace(/<!--[\s\S]*?-->/g, ' ')
  .replace(/<(script|style)\b[\s\S]*?<\/\1>/gi, ' ')
  .replace(INLINE, '')
  .replace(/<[^>]+>/g, ' ')))

function printed(file, text, article) {
  if (file === 'articles.jsonl') {
    const record = text.split('\n').filter(Boolean).map((line) => JSON.parse(line)).find((r) => r.id === article.id)
    return collapse(`${record?.title}\n${record?.byline}\n${record?.text}`)
  }
  if (file === 'feed.xml') {
    const item = text.split('<item>').find((part) => part.includes(`>${article.id}</guid>`)) ?? ''
    return visible(unescape(item.replace(/<!\[CDATA\[|\]\]>/g, '')))
  }
  return file === 'page.txt' ? collapse(text) : visible(text)
}

const articles = new Map()
function checkArticle(id, article, page, why) {
  need(OUTCOMES.includes(article.outcome), id, `outcome ${article.outcome}`)
  need(FROM.includes(article.publishedFrom), id, `publishedFrom ${article.publishedFrom}`)
  need((article.published === null) === (article.publishedFrom === null), id, 'published and publishedFrom disagree')
  need(article.published === null || WHEN.test(article.published), id, `published ${article.published}`)
  need(why?.length > 20, id, 'why is missing')
  need(article.outcome !== 'article' || article.body.length > 0, id, 'an article without a body')
  const body = article.body.join('\n')
  for (const paragraph of article.body) {
    need(paragraph === collapse(paragraph), id, `paragraph is not collapsed: ${paragraph.slice(0, 40)}`)
    need(page.includes(paragraph), id, `not on the page: ${paragraph.slice(0, 60)}`)
  }
  for (const { label, text } of article.removed) {
    need(LABELS.includes(label), id, `label ${label}`)
    need(page.includes(collapse(text)), id, `removal is not on the page: ${text.slice(0, 60)}`)
    // A section name above the title ("الطقس") is an ordinary word of the text below it.
    const inBody = label === 'kicker' ? article.body.includes(text) : body.includes(text)
    need(!inBody, id, `removal is part of the body: ${text.slice(0, 60)}`)
  }
  for (const field of ['byline', 'dateline']) {
    need(article[field] === null || page.includes(collapse(article[field])), id, `${field} is not on the page`)
  }
  for (const credit of article.credits) {
    need(['agency', 'outlet', 'monitoring'].includes(credit.kind), id, `credit kind ${credit.kind}`)
    need(page.includes(collapse(credit.text)) && credit.text.includes(credit.name), id, `credit ${credit.text}`)
  }
  need(article.title === null || page.includes(article.title), id, `title is not on the page: ${article.title}`)
  articles.set(id, { ...article, all: collapse([article.title ?? '', ...article.body].join('\n')) })
}

const catalog = json(join(root, 'catalog.json'))
let pages = 0
for (const affair of readdirSync(join(root, 'pages')).sort()) {
  for (const slug of readdirSync(join(root, 'pages', affair)).sort()) {
    const folder = join(root, 'pages', affair, slug)
    const id = `${affair}/${slug}`
    const file = readdirSync(folder).find((name) => /^(page\.(html|txt|html\.gz)|feed\.xml|articles\.jsonl)$/.test(name))
    if (!file) {
      problems.push(`${id}: no page`)
      continue
    }
    pages++
    const capture = json(join(folder, 'capture.json'))
    const expected = json(join(folder, 'expected.json'))
    const text = decode(join(folder, file))
    const host = new URL(capture.url).hostname
    need(host.endsWith('.example'), id, `host ${host}`)
    need(!Number.isNaN(Date.parse(capture.capturedAt)), id, 'capturedAt')
    for (const [, link] of text.matchAll(/https?:\/\/([a-z0-9.-]+)/gi)) {
      need(/\.example$|^(schema\.org|ogp\.me|purl\.org|www\.w3\.org|cdn\.ampproject\.org|www\.drupal\.org)$/.test(link), id, `foreign host ${link}`)
    }
    const many = expected.articles
    for (const article of many ?? [expected]) {
      checkArticle(many ? `${id}#${article.id}` : id, article, printed(file, text, article), expected.why)
      need(article.outlet === null || catalog.outlets.some((o) => o.name_ar === article.outlet), id, `outlet ${article.outlet} is not in the catalog`)
    }
  }
}

const known = (id, where) => need(articles.has(id), where, `unknown article ${id}`)
const lineage = json(join(root, 'expected-lineage.json'))
for (const { copy, source, relation } of lineage.edges) {
  known(copy, 'lineage')
  known(source, 'lineage')
  need(['copy', 'trim', 'lead', 'merge', 'rewrite', 'template'].includes(relation), 'lineage', `relation ${relation}`)
}
for (const affair of lineage.affairs) {
  const where = `${affair.affair}/${affair.happening}`
  for (const id of [...affair.articles, ...affair.background ?? []]) known(id, where)
  need(affair.at_most === affair.origins.length, where, 'at_most is the number of origins')
  const sure = affair.origins.filter((o) => o.may_equal === undefined).length
  need(affair.at_least === Math.max(1, sure), where, 'at_least is the number of origins that surely differ')
  for (const id of affair.articles) need(affair.origins.some((o) => o.articles.includes(id)), where, `${id} has no origin`)
  for (const origin of affair.origins) for (const id of origin.articles) need(affair.articles.includes(id), where, `${origin.id}: ${id}`)
}
const disagreements = json(join(root, 'expected-disagreements.json'))
for (const { happening, attribute, values } of disagreements.accounts) {
  for (const { articles: ids, quotes } of values) {
    for (const id of ids) known(id, `${happening}/${attribute}`)
    for (const { article, quote } of quotes) {
      need(articles.get(article)?.all.includes(quote), `${happening}/${attribute}`, `${article} does not say: ${quote}`)
    }
  }
}

const namesOf = ({ name_ar, full_ar }) => [name_ar, full_ar].filter(Boolean).map((name) => name.replace(/[\u064b-\u0652]/g, ''))
const named = new Map(['countries', 'places', 'people', 'bodies'].flatMap((table) => catalog[table]).map((one) => [`sample-${one.id}`, namesOf(one)]))
for (const line of readFileSync(join(root, 'catalog.csv'), 'utf8').trim().split('\n').slice(1)) {
  const [id, , ar] = line.split(',')
  need(named.get(id)?.includes(ar), 'catalog.csv', `${id} ${ar} is not in catalog.json`)
}

for (const problem of problems) console.error(problem)
console.log(`${pages} pages, ${articles.size} readings, ${lineage.edges.length} edges, ${disagreements.accounts.length} disagreements, ${problems.length} problems`)
process.exitCode = problems.length ? 1 : 0
