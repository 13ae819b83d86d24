// The hand-annotated articles, each read as the product reads it.
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { readCapture } from '@isnad/analysis'
import { sharedPath } from './shared.mjs'

const SETS = [
  ['gold/seeds', 'seeds'],
  ['gold/news-dev', 'gold/news-dev/texts'],
]

/** Every article of both sets: its annotation, the reading, and what the annotation format asks of its source. */
export function* goldArticles() {
  for (const [set, texts] of SETS)
    for (const name of readdirSync(sharedPath(set)).filter((n) => n.endsWith('.json'))) {
      const file = sharedPath(`${set}/${name}`)
      const gold = JSON.parse(readFileSync(file, 'utf8'))
      const bytes = readFileSync(sharedPath(`${texts}/${gold.text_file}`))
      const beside = given(`${texts}/${gold.text_file}`)
      const read = readCapture({ bytes, ...(beside === undefined ? {} : { given: beside }) })
      if (!read.ok) throw new Error(`${name}: ${read.reason.kind}`)
      const source = { id: gold.id, textFile: gold.text_file, sha256: gold.text_sha256 }
      yield { set, name, file, id: name.replace(/\.json$/, ''), gold, reading: read.value, source }
    }
}

function given(path) {
  const file = sharedPath(path.replace(/\.txt$/, '.meta.json'))
  if (!existsSync(file)) return undefined
  const { url, outlet, date, title, byline } = JSON.parse(readFileSync(file, 'utf8'))
  return Object.fromEntries(
    Object.entries({ url, outlet, published: date, title, byline }).filter(([, value]) => value),
  )
}
