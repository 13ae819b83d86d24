// Line labels of flattened pages (gold/lines-dev, the five seeds), and what must come of the seeds.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { readCapture } from '@isnad/analysis'
import { readLines } from './page.mjs'
import { predict, score, sharedPath, work } from './shared.mjs'

const KINDS = { stored: 'texts as stored in corpora', page: 'whole pages flattened', unlisted: 'the five seeds' }

export function evaluateLines() {
  const figures = []
  for (const [set, args] of [
    ['gold/lines-dev', []],
    ['gold/seeds-lines.jsonl', ['--texts', sharedPath('seeds')]],
  ]) {
    const out = join(work, `${set.replaceAll('/', '-')}.pred.jsonl`)
    predict('lines', set, out)
    const { kinds } = score('lines', [sharedPath(set), out, ...args])
    for (const [kind, row] of Object.entries(kinds)) {
      figures.push({
        set: `${set}, ${row.pages} ${KINDS[kind] ?? kind}`,
        figure: 'body-line F1 by characters',
        value: row.body_chars.f1,
        floor: 0.96,
        note: `macro F1 over labels ${row.macro_f1.toFixed(3)}`,
      })
    }
    figures.push(...takenAsBody(set, out))
  }
  return [...figures, seeds()]
}

/** Of the lines that are teasers or related links, the share taken as body: what would plant false events. */
function takenAsBody(set, out) {
  const gold = readLines(set.endsWith('.jsonl') ? sharedPath(set) : sharedPath(`${set}/labels.jsonl`))
  const said = new Map(readLines(out).map((p) => [`${p.file}:${p.line}`, p.label]))
  const related = gold.filter((g) => g.label === 'related-link' || g.label === 'teaser')
  if (related.length === 0) return []
  const taken = related.filter((g) => said.get(`${g.file}:${g.line}`) === 'body')
  return [
    {
      set: `${set}, ${related.length} related or teaser lines`,
      figure: 'taken as body',
      value: taken.length / related.length,
      ceiling: 0.05,
      note: `${taken.length} lines`,
    },
  ]
}

/** Body lines all right, privacy tokens gone, and the date of the third seed with its zone. */
function seeds() {
  const labels = readLines(sharedPath('gold/seeds-lines.jsonl'))
  let right = 0
  const files = [...new Set(labels.map((l) => l.file))]
  for (const file of files) {
    const bytes = readFileSync(sharedPath(join('seeds', file)))
    const read = readCapture({ bytes })
    if (!read.ok) continue
    const { article, page } = read.value
    const lines = bytes.toString('utf8').split('\n')
    const bodyLines = labels.filter((l) => l.file === file && l.label === 'body').map((l) => lines[l.line - 1].trim())
    const said = article.blocks
      .filter((b) => b.label === 'body' || b.label === 'subhead')
      .map((b) => page.text.value.slice(b.page.start, b.page.end).trim())
    const personal = labels
      .filter((l) => l.file === file && l.label === 'privacy-token')
      .map((l) => lines[l.line - 1].trim())
    const leaked = personal.some(
      (token) => article.text.value.includes(token) || !covered(article.personal, page.text.value, token),
    )
    const dated =
      !file.startsWith('003') || article.metadata.published?.value.local.startsWith('2020-11-22T17:15:00+02:00')
    if (JSON.stringify(bodyLines) === JSON.stringify(said) && !leaked && dated) right++
  }
  return {
    set: 'the five seeds',
    figure: 'every body line right, personal tokens gone, 003 dated 2020-11-22 17:15 in Damascus',
    value: right / files.length,
    floor: 1,
  }
}

const covered = (spans, page, token) => {
  const at = page.indexOf(token)
  return at < 0 || spans.some((s) => s.start <= at && at + token.length <= s.end)
}
