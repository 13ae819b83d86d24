// Corpora of names as sentences of tokens, each token with the labels it may bear.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { foldKey, passageOf, textOf } from '@isnad/text'
import { readSentences } from '../../dist/tagger/tag-names.js'

/** Sentences of a `token TAB label` file, where a token may be empty; an I- that goes on nothing begins an entity. */
export function readTagged(file) {
  const sentences = []
  let words = []
  let labels = []
  const flush = () => {
    if (words.length > 0) sentences.push({ words, labels: repaired(labels) })
    words = []
    labels = []
  }
  for (const line of readFileSync(file, 'utf8').split('\n')) {
    const [word, label] = line.trimEnd().split('\t')
    if (word === undefined || label === undefined) flush()
    else {
      words.push(word)
      labels.push(label)
    }
  }
  flush()
  return sentences
}

function repaired(labels) {
  return labels.map((label, i) => {
    if (!label.startsWith('I-')) return label
    return (labels[i - 1] ?? 'O').slice(2) === label.slice(2) ? label : `B-${label.slice(2)}`
  })
}

/** Articles of a gold folder: a passage, the outermost names with their types, sentences of tokens with their labels. */
export function readGold(folder) {
  const articles = []
  for (const file of readdirSync(folder).sort()) {
    if (!file.endsWith('.json')) continue
    const gold = JSON.parse(readFileSync(join(folder, file), 'utf8'))
    const texts = [join(folder, 'texts'), join(folder, '..', '..', 'seeds')]
    const text = readFirst(texts.map((t) => join(t, gold.text_file)))
    const passage = passageOf(textOf('article', text), { title: gold.title_span ?? undefined, body: gold.body_spans })
    const names = gold.entities.flatMap(({ type, mentions }) =>
      mentions.filter((m) => m.kind === 'name').map(({ start, end }) => ({ start, end, type })),
    )
    const outer = names
      .sort((a, b) => a.start - b.start || b.end - a.end)
      .filter((m, i, all) => !all.some((o, j) => j < i && o.end >= m.end))
    const sentences = readSentences(passage).map((tokens) => ({ tokens, labels: labelsOf(tokens, outer) }))
    articles.push({ id: gold.id, passage, names: outer, sentences })
  }
  return articles
}

function readFirst(paths) {
  for (const path of paths) {
    try {
      return readFileSync(path, 'utf8')
    } catch {}
  }
  throw new Error(`none of ${paths.join(', ')}`)
}

function labelsOf(tokens, names) {
  return tokens.map((token) => {
    const name = names.find((m) => m.start < token.end && token.start < m.end)
    if (name === undefined) return 'O'
    const first = tokens.find((t) => name.start < t.end && t.start < name.end)
    return `${first === token ? 'B' : 'I'}-${name.type}`
  })
}

const FINE = {
  PER: 'Politician Athlete Artist Other_PER Religious_PER Scientist Businessperson Lawyer Engineer Police_PER',
  ORG: 'Non-Governmental Sports Government Media Commercial Educational Medical-Science Police Religious_ORG Entertainment',
  GPE: 'Nation Population-Center State-or-Province County-or-District',
  LOC: 'Continent Water-Body Land Land-Region-Natural GPE-Cluster',
  FAC: 'Building-Grounds Airport Path Subarea-Facility Plant',
  PROD: 'Air Software Hardware Projectile Shooting Water',
  maybe: 'Movie Book Food Drug',
}
const FINE_TYPE = new Map(Object.entries(FINE).flatMap(([type, list]) => list.split(' ').map((fine) => [fine, type])))

const COARSE = {
  PERS: ['PER'],
  ORG: ['ORG'],
  LOC: ['GPE', 'LOC', 'FAC'],
  MISC: ['O', 'EVT-NAME', 'PROD'],
}

/** Labels that a token of a four-class corpus may bear in ours. */
export function fromFourClasses(label) {
  return label === 'O' ? ['O'] : COARSE[label.slice(2)].map((t) => (t === 'O' ? 'O' : `${label[0]}-${t}`))
}

/** Outermost tag that names something of ours; offices give way to the body inside them. */
export function fromWojood(tags) {
  for (const tag of tags.split(' ')) {
    const type = tag.slice(2)
    const b = tag[0]
    if (['ORG', 'GPE', 'LOC', 'FAC'].includes(type)) return tags.includes('OCC') && type === 'ORG' ? ['O', tag] : [tag]
    if (type === 'PERS') return [`${b}-PER`]
    if (type === 'EVENT') return ['O', `${b}-EVT-NAME`]
    if (type === 'PRODUCT') return ['O', `${b}-PROD`]
    if (type === 'NORP') return ['O', `${b}-ORG`]
  }
  return ['O']
}

/**
 * The four-class corpus with the fine classes of its second annotation, which cuts clitics off and spells alike: both are
 * read as streams of folded letters and laid side by side wherever 24 letters agree.
 */
export function alignFine(coarse, fine) {
  const a = streamOf(coarse)
  const b = streamOf(fine)
  const home = alignStreams(a.text, b.text)
  return coarse.map(({ words, labels }, s) => ({
    words,
    allowed: labels.map((label, i) => {
      const found = fineAt(a.starts[s][i], a.starts[s][i + 1], home, b)
      const ours = fromFourClasses(label)
      if (found === undefined) return ours
      if (found === 'O') return label === 'O' ? ['O'] : ['O', ...ours]
      if (found.slice(2) === 'maybe') return ['O', `${found[0]}-PROD`]
      return label === 'O' || ours.includes(found) ? [found] : [found, ...ours]
    }),
  }))
}

const lettersOf = (word) => foldKey(word).replace(/[^\p{L}\p{N}]/gu, '')

function streamOf(sentences) {
  const parts = []
  const owners = []
  const starts = []
  const flat = []
  let at = 0
  for (const { words, labels } of sentences) {
    const own = []
    for (const [i, word] of words.entries()) {
      own.push(at)
      const letters = lettersOf(word)
      for (let k = 0; k < letters.length; k++) owners.push(flat.length)
      flat.push(labels[i])
      parts.push(letters)
      at += letters.length
    }
    own.push(at)
    starts.push(own)
  }
  return { text: parts.join(''), owners, starts, flat }
}

const ANCHOR = 24

function alignStreams(a, b) {
  const home = new Int32Array(a.length).fill(-1)
  const places = new Map()
  for (let i = 0; i + ANCHOR <= b.length; i++) {
    const key = b.slice(i, i + ANCHOR)
    places.set(key, places.has(key) ? -1 : i)
  }
  let i = 0
  while (i + ANCHOR <= a.length) {
    const at = places.get(a.slice(i, i + ANCHOR))
    if (at === undefined || at < 0) {
      i++
      continue
    }
    let back = 0
    while (i - back > 0 && home[i - back - 1] < 0 && a[i - back - 1] === b[at - back - 1]) {
      back++
      home[i - back] = at - back
    }
    let k = 0
    while (i + k < a.length && a[i + k] === b[at + k]) {
      home[i + k] = at + k
      k++
    }
    i += k
  }
  return home
}

function fineAt(start, end, home, { owners, flat }) {
  const votes = new Map()
  let begins = false
  for (let at = start; at < end; at++) {
    if (home[at] < 0) continue
    const label = flat[owners[home[at]]]
    const type = label === 'O' ? 'O' : (FINE_TYPE.get(label.slice(2)) ?? 'O')
    votes.set(type, (votes.get(type) ?? 0) + 1)
    if (label.startsWith('B-')) begins = true
  }
  const [best] = [...votes].sort((x, y) => y[1] - x[1])
  if (best === undefined) return undefined
  return best[0] === 'O' ? 'O' : `${begins ? 'B' : 'I'}-${best[0]}`
}
