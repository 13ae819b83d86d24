// npm run eval [task …]: runs the product on the development sets and prints every quality figure. Without task names it
// runs all and writes docs/quality.md.
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { requireShared } from './eval/shared.mjs'
import { build, installMissing, requireNode, root } from './steps.mjs'

requireNode()
installMissing()
build()
requireShared()

const TASKS = {
  text: async () => (await import('./eval/text.mjs')).evaluateText(),
  page: async () => (await import('./eval/page.mjs')).evaluatePage(),
  lines: async () => (await import('./eval/lines.mjs')).evaluateLines(),
  time: async () => (await import('./eval/time.mjs')).evaluateTime(),
  mentions: async () => (await import('./eval/mentions.mjs')).evaluateMentions(),
  names: async () => (await import('./eval/names.mjs')).evaluateNames(),
  read: async () => (await import('./eval/read.mjs')).evaluateRead(),
  events: async () => (await import('./eval/events.mjs')).evaluateEvents(),
  lineage: async () => (await import('./eval/lineage.mjs')).evaluateLineage(),
  stories: async () => (await import('./eval/stories.mjs')).evaluateStories(),
  origins: async () => (await import('./eval/origins.mjs')).evaluateOrigins(),
}
const TITLES = {
  text: 'Tokens and clitics',
  page: 'Main text of HTML pages',
  lines: 'Flattened pages',
  time: 'Times and numbers',
  mentions: 'Names in tagged corpora',
  names: 'Names across spellings and scripts',
  read: 'Entities, attributions, events',
  events: 'Events: confidence, and sentences judged for violence and protest',
  lineage: 'Who copied whom',
  stories: 'Events and stories across outlets',
  origins: 'Independent origins',
}

const asked = process.argv.slice(2)
const unknown = asked.filter((task) => !(task in TASKS))
if (unknown.length > 0) {
  console.error(`Unknown task ${unknown.join(', ')}; there are ${Object.keys(TASKS).join(', ')}.`)
  process.exit(2)
}

const sections = []
for (const task of asked.length > 0 ? asked : Object.keys(TASKS)) {
  const figures = await TASKS[task]()
  sections.push({ title: TITLES[task], figures })
  console.log(`\n${TITLES[task]}`)
  for (const figure of figures) console.log(`  ${line(figure)}`)
}
if (asked.length === 0) {
  writeFileSync(join(root, 'docs', 'quality.md'), page(sections))
  console.log('\ndocs/quality.md written')
}
const missed = sections.flatMap((s) => s.figures).filter((f) => !reached(f))
if (missed.length > 0) {
  console.error(`\n${missed.length} figures miss their bound`)
  process.exit(1)
}

function reached({ value, floor, ceiling }) {
  return (floor === undefined || value >= floor) && (ceiling === undefined || value <= ceiling)
}

function bound({ floor, ceiling }) {
  return floor !== undefined ? `≥ ${floor}` : ceiling !== undefined ? `≤ ${ceiling}` : ''
}

function line(figure) {
  const { set, figure: name, value, note } = figure
  return `${reached(figure) ? ' ' : '✗'} ${value.toFixed(4)} (${bound(figure)})  ${name} · ${set}${note ? ` · ${note}` : ''}`
}

function page(all) {
  const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
  const rows = all.map(
    ({ title, figures }) =>
      `## ${title}\n\n| set | figure | value | bound | beside it |\n|---|---|---|---|---|\n${figures
        .map((f) => `| ${f.set} | ${f.figure} | ${f.value.toFixed(4)} | ${bound(f)} | ${f.note ?? ''} |`)
        .join('\n')}\n`,
  )
  return `# Quality

Written by \`npm run eval\` on ${new Date().toISOString().slice(0, 10)}, Isnad ${version}, Node ${process.versions.node}. The
development sets are not part of this repository; the figures say how the analyser does on pages that its rules may have been
held against, so expect a little less elsewhere. A bound is what a change must not fall under.

${rows.join('\n')}`
}
