// Main text and publication dates of whole HTML pages (data/extract).
import { readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { readCapture } from '@isnad/analysis'
import { predict, score, sharedPath, work } from './shared.mjs'

const GOLD = 'data/extract/gold.jsonl'

export function evaluatePage() {
  const out = join(work, 'page.json')
  predict('page', GOLD, out)
  const gold = sharedPath(GOLD)
  const all = score('extract', [gold, out])
  const figures = [
    {
      set: 'data/extract, 99 pages',
      figure: 'main text F1',
      value: all.f1.value,
      floor: 0.955,
      note: `precision ${all.precision.value.toFixed(3)}, recall ${all.recall.value.toFixed(3)}, 95 % interval ${all.f1.lo.toFixed(3)}–${all.f1.hi.toFixed(3)}`,
    },
  ]
  const rightToLeft = readLines(gold).filter(({ lang }) => lang === 'ar' || lang === 'fa')
  for (const lang of ['ar', 'fa']) {
    const part = score('extract', [gold, out, '--lang', lang])
    const pages = rightToLeft.filter((page) => page.lang === lang).length
    figures.push({
      set: `data/extract, ${pages} pages in ${lang}`,
      figure: 'main text F1',
      value: part.f1.value,
      floor: 0.97,
    })
  }
  return [...figures, publishedDates(gold)]
}

/** Share of pages with a gold date whose day we read right. */
function publishedDates(goldFile) {
  let right = 0
  const wrong = []
  const dated = readLines(goldFile).filter((page) => page.date ?? page.published)
  for (const page of dated) {
    const html = gunzipSync(readFileSync(join(dirname(goldFile), 'html', `${page.id}.html.gz`)))
    const read = readCapture({ bytes: html, ...(page.url ? { url: page.url } : {}) }, { languages: 'any' })
    const said = read.ok ? read.value.article.metadata.published?.value.local.slice(0, 10) : undefined
    if (said === String(page.date ?? page.published).slice(0, 10)) right++
    else wrong.push(`${page.id.slice(0, 12)} ${said ?? 'none'}`)
  }
  return {
    set: `data/extract, ${dated.length} pages with a gold date`,
    figure: 'day of publication right',
    value: right / dated.length,
    floor: 0.9,
    note: wrong.length === 0 ? '' : `wrong: ${wrong.join(', ')}`,
  }
}

export const readLines = (file) =>
  readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line))
