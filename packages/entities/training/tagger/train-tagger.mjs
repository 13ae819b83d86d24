// Trains the tagger's models and prints their figures. Deterministic: the order of samples is drawn from a fixed seed.
// Usage: node training/tagger/train-tagger.mjs news|four-class|encyclopedia --ner data/ner [--gold gold] [--data data/tagger] [--out FILE]
//   four-class, encyclopedia: PERS LOC ORG MISC with the habits of anercorp or of aqmar, from the train parts, scored on dev.
//   news: our types. Scored by folds of the gold articles; --out trains on all of them, --folds-out keeps the model of each
//     fold with a list of the articles that it has not seen.
//     --base FILE keeps what the corpora taught, for another run with the same features.
//   --train FILE --dev FILE: any one corpus, train on one and score on the other (never shipped).
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { unpackClasses } from '../../dist/tagger/classes.js'
import { featuresAt } from '../../dist/tagger/features.js'
import { shippedGazetteer } from '../../dist/tagger/gazetteer.js'
import { mix as signedMix } from '../../dist/tagger/hash.js'
import { Knowledge } from '../../dist/tagger/knowledge.js'
import { neverFollows, packModel, unpackModel } from '../../dist/tagger/model.js'
import { unpackLikeness } from '../../dist/tagger/name-likeness.js'
import { STRETCH, tokensOf } from '../../dist/tagger/predict.js'
import { sequenceOf } from '../../dist/tagger/sequence.js'
import { NameTagger } from '../../dist/tagger/tag-names.js'
import { alignFine, fromFourClasses, fromWojood, readGold, readTagged } from './corpora.mjs'
import { CrfTrainer } from './crf.mjs'

const { values: args, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    ner: { type: 'string' },
    gold: { type: 'string' },
    data: { type: 'string', default: 'data/tagger' },
    out: { type: 'string' },
    train: { type: 'string' },
    dev: { type: 'string' },
    epochs: { type: 'string', default: '8' },
    tuning: { type: 'string', default: '5' },
    folds: { type: 'string', default: '5' },
    l1: { type: 'string', default: '1' },
    alpha: { type: 'string', default: '0.12' },
    dropout: { type: 'string', default: '0' },
    l2: { type: 'string', default: '0.02' },
    least: { type: 'string', default: '2' },
    'gold-weight': { type: 'string', default: '2' },
    predictions: { type: 'string' },
    misses: { type: 'string' },
    eager: { type: 'string', default: '0' },
    tries: { type: 'string', default: '' },
    base: { type: 'string' },
    'folds-out': { type: 'string' },
  },
})
const knowledge = new Knowledge({
  classes: unpackClasses(readFileSync(join(args.data, 'classes.bin'))),
  likeness: unpackLikeness(readFileSync(join(args.data, 'name-likeness.bin'))),
  gazetteer: shippedGazetteer(),
})
const NEWS_TYPES = ['PER', 'ORG', 'GPE', 'LOC', 'FAC', 'EVT-NAME', 'PROD']
const tries = args.tries.split(',').filter(Boolean).map(Number)
const started = performance.now()
const log = (line) => console.log(`${((performance.now() - started) / 1000).toFixed(0).padStart(4)} s  ${line}`)

/** Features as `featuresAt` tells them: unsigned. */
const mix = (template, a, b) => signedMix(template, a, b) >>> 0

/** The feature that every position has. */
const EVERYWHERE = mix(400, 0)

/** Hashed features of every token of a sentence, the places of which begin at `start`. */
const featuresOf = (sequence, start, end) =>
  Array.from({ length: end - start }, (_, i) => featuresAt(sequence, start + i))

/** Features that only one corpus has soak up its habits; the tagger never looks at them (after Daumé III 2007). */
function habits({ words, lists }, i, corpus) {
  const form = (at) => words[at]?.form ?? 1
  const t = 9000 + corpus * 8
  return [
    mix(t, 1),
    mix(t + 1, form(i)),
    mix(t + 2, lists[i]),
    mix(t + 3, form(i - 1)),
    mix(t + 4, form(i + 1)),
    mix(t + 5, words[i].word.clitics + 1),
  ]
}

/** Stretches of a corpus that does not say where its articles end. */
function stretches(sentences) {
  const cut = []
  for (let from = 0; from < sentences.length; from += STRETCH) cut.push(sentences.slice(from, from + STRETCH))
  return cut
}

/** Articles of `{ tokens, allowed: string[][] }` as samples; corpus 0 is the one whose habits the model is to have. */
function prepare(articles, corpus, weight = 1) {
  return articles.flatMap((article) => {
    const sequence = sequenceOf(
      article.map(({ tokens }) => tokens),
      knowledge,
    )
    return article.map(({ allowed }, s) => {
      const start = sequence.starts[s]
      const features = featuresOf(sequence, start, sequence.ends[s])
      if (corpus > 0) for (const [i, list] of features.entries()) list.push(...habits(sequence, start + i, corpus))
      return { features, allowed, weight }
    })
  })
}

function vocabulary(samples) {
  const counts = new Map()
  for (const { features } of samples)
    for (const list of features) for (const f of list) counts.set(f, (counts.get(f) ?? 0) + 1)
  const ids = new Map()
  for (const [hash, n] of counts) if (n >= Number(args.least) && hash !== 0) ids.set(hash, ids.size)
  return ids
}

function bind(samples, ids, labels) {
  return samples.map(({ features, allowed, weight }) => {
    const flat = []
    const at = new Int32Array(features.length + 1)
    for (const [i, list] of features.entries()) {
      for (const f of list) {
        const id = ids.get(f)
        if (id !== undefined) flat.push(id)
      }
      at[i + 1] = flat.length
    }
    const masks = Int32Array.from(allowed, (set) => set.reduce((mask, l) => mask | (1 << labels.indexOf(l)), 0))
    return { length: features.length, at, features: Int32Array.from(flat), allowed: masks, weight }
  })
}

function trainerFor(ids, labels) {
  return new CrfTrainer({
    featureCount: ids.size,
    width: labels.length,
    forbidden: (from, to) => neverFollows(from < 0 ? undefined : labels[from], labels[to]),
    alpha: Number(args.alpha),
    l1: Number(args.l1),
    l2: Number(args.l2),
    dropout: Number(args.dropout),
    seed: 7,
  })
}

function run(trainer, samples, epochs, name) {
  for (let e = 0; e < epochs; e++) {
    const loss = trainer.epoch(samples)
    log(`${name}: epoch ${e + 1}, loss ${loss.toFixed(4)} a token`)
  }
}

/** The model as a file; `eager` is taken from the score of O everywhere, which finds more names and more that are none. */
function packed(trainer, ids, labels, eager = Number(args.eager)) {
  const { weights, transitions, starts } = trainer.finish()
  const width = labels.length
  weights[ids.get(EVERYWHERE) * width] -= eager
  const kept = []
  for (const [hash, id] of ids) {
    let most = 0
    for (let l = 0; l < width; l++) most = Math.max(most, Math.abs(weights[id * width + l]))
    if (most > 0.02) kept.push([hash, id])
  }
  const rows = new Float32Array(kept.length * width)
  for (const [i, [, id]] of kept.entries()) rows.set(weights.subarray(id * width, (id + 1) * width), i * width)
  const bytes = packModel({ labels, transitions, starts, features: Uint32Array.from(kept, ([h]) => h), weights: rows })
  return { bytes, features: kept.length }
}

const exactly = (sentences) =>
  sentences.map(({ words, labels }) => ({ tokens: tokensOf(words), labels, allowed: labels.map((l) => [l]) }))

const labelsFor = (types) => ['O', ...types.flatMap((t) => [`B-${t}`, `I-${t}`])]

function tally() {
  const rows = new Map()
  return {
    add(type, key, by = 1) {
      if (!rows.has(type)) rows.set(type, { hit: 0, given: 0, wanted: 0 })
      rows.get(type)[key] += by
    },
    print(name) {
      const all = { hit: 0, given: 0, wanted: 0 }
      const text = ({ hit, given, wanted }) =>
        `P ${(hit / given).toFixed(3)} R ${(hit / wanted).toFixed(3)} F ${((2 * hit) / (given + wanted)).toFixed(4)}`
      for (const [type, row] of [...rows].sort()) {
        for (const key of ['hit', 'given', 'wanted']) all[key] += row[key]
        console.log(`  ${type.padEnd(9)} ${text(row)} (${row.wanted})`)
      }
      log(`${name}: ${text(all)}`)
    },
  }
}

function spans(labels) {
  const found = new Set()
  let from = -1
  for (let i = 0; i <= labels.length; i++) {
    const label = labels[i] ?? 'O'
    if (from >= 0 && (label === 'O' || label.startsWith('B-') || label.slice(2) !== labels[from].slice(2))) {
      found.add(`${labels[from].slice(2)} ${from} ${i}`)
      from = -1
    }
    if (label !== 'O' && from < 0) from = i
  }
  return found
}

const taggerOf = (bytes) => new NameTagger(unpackModel(bytes), knowledge)

function scoreTagged(name, bytes, sentences) {
  const tagger = taggerOf(bytes)
  const figures = tally()
  const lines = []
  const answers = stretches(sentences).flatMap((part) => tagger.labels(part.map(({ tokens }) => tokens)))
  for (const [s, { tokens, labels }] of sentences.entries()) {
    const said = answers[s]
    for (const [i, token] of tokens.entries()) lines.push(`${token.text}\t${said[i]}`)
    lines.push('')
    const wanted = spans(labels)
    const given = spans(said)
    for (const span of given) {
      figures.add(span.split(' ')[0], 'given')
      if (wanted.has(span)) figures.add(span.split(' ')[0], 'hit')
    }
    for (const span of wanted) figures.add(span.split(' ')[0], 'wanted')
  }
  figures.print(name)
  if (args.predictions) writeFileSync(args.predictions, lines.join('\n'))
}

function scoreArticles(tagger, articles, figures, misses) {
  for (const article of articles) {
    const given = tagger.names(article.passage)
    const key = (m) => `${m.start} ${m.end} ${m.type}`
    const wanted = new Set(article.names.map(key))
    const said = new Set(given.map(key))
    for (const m of given) {
      figures.add(m.type, 'given')
      if (wanted.has(key(m))) figures.add(m.type, 'hit')
      else
        misses.push(
          `${article.id}\t+\t${m.type}\t${m.score.toFixed(2)}\t${article.passage.text.value.slice(m.start, m.end)}`,
        )
    }
    for (const m of article.names) {
      figures.add(m.type, 'wanted')
      if (!said.has(key(m)))
        misses.push(`${article.id}\t-\t${m.type}\t\t${article.passage.text.value.slice(m.start, m.end)}`)
    }
  }
}

function one(trainSets, devSets, types) {
  const labels = labelsFor(types)
  const samples = trainSets.flatMap(({ sentences, corpus }) => prepare(stretches(sentences), corpus))
  const ids = vocabulary(samples)
  const bound = bind(samples, ids, labels)
  log(`${samples.length} sentences, ${ids.size} features, ${labels.length} labels`)
  const trainer = trainerFor(ids, labels)
  run(trainer, bound, Number(args.epochs), 'all')
  const { bytes, features } = packed(trainer, ids, labels)
  log(`${features} features kept, ${(bytes.length / 1048576).toFixed(2)} MiB`)
  for (const [name, sentences] of devSets) {
    scoreTagged(name, bytes, sentences)
    for (const eager of tries)
      scoreTagged(`${name}, eager ${eager}`, packed(trainer, ids, labels, eager).bytes, sentences)
  }
  return bytes
}

const ner = (name, part) => readTagged(join(args.ner, name, `${part}.tsv`))

if (args.train) {
  const train = exactly(readTagged(args.train))
  const types = [...new Set(train.flatMap((s) => s.labels).filter((l) => l !== 'O'))].map((l) => l.slice(2))
  one([{ sentences: train, corpus: 0 }], [[args.dev, exactly(readTagged(args.dev))]], [...new Set(types)].sort())
} else if (positionals[0] === 'news') news()
else fourClasses(positionals[0] === 'encyclopedia' ? ['aqmar', 'anercorp'] : ['anercorp', 'aqmar'])

/** The first corpus has the habits wanted, the second helps; the dev parts stay out, so that what ships can be scored on them. */
function fourClasses([wanted, help]) {
  const types = ['PERS', 'LOC', 'ORG', 'MISC']
  const train = [
    { sentences: exactly(ner(wanted, 'train')), corpus: 0 },
    { sentences: exactly(ner(help, 'train')), corpus: 1 },
  ]
  const bytes = one(train, [[`${wanted} dev`, exactly(ner(wanted, 'dev'))]], types)
  if (args.out) writeFileSync(args.out, bytes)
}

function news() {
  const labels = labelsFor(NEWS_TYPES)
  const both = (name) => [...ner(name, 'train'), ...ner(name, 'dev')]
  const cut = ({ words, allowed }) => ({ tokens: tokensOf(words), allowed: continuous(allowed) })
  const coarse = (list) => list.map(({ words, labels: own }) => cut({ words, allowed: own.map(fromFourClasses) }))
  const aner = alignFine(both('anercorp'), both('newsfane')).map(cut)
  const wojood = [...ner('wojood-sample', 'train'), ...ner('wojood-sample', 'dev')].map(({ words, labels: own }) =>
    cut({ words, allowed: own.map(fromWojood) }),
  )
  const gold = ['seeds', 'news-dev'].flatMap((set) => readGold(join(args.gold, set)))
  const goldSamples = new Map(
    gold.map((article) => [
      article,
      prepare([article.sentences.map(({ tokens, labels: own }) => ({ tokens, allowed: own.map((l) => [l]) }))], 0),
    ]),
  )
  const base = [
    ...prepare(stretches(aner), 1),
    ...prepare(stretches(coarse(both('aqmar'))), 2),
    ...prepare(stretches(wojood), 3),
  ]
  const ids = vocabulary([...base, ...[...goldSamples.values()].flat()])
  log(`${base.length} sentences, ${ids.size} features`)
  const trainer = trainerFor(ids, labels)
  if (args.base && existsSync(args.base)) trainer.restore(readFileSync(args.base))
  else run(trainer, bind(base, ids, labels), Number(args.epochs), 'base')
  if (args.base && !existsSync(args.base)) writeFileSync(args.base, trainer.state())
  const figures = tally()
  const misses = []
  const folds = Number(args.folds)
  const foldOf = {}
  const tried = tries.map(tally)
  const boundGold = new Map([...goldSamples].map(([article, s]) => [article, bind(s, ids, labels)]))
  const weighted = (articles) =>
    articles.flatMap((a) => boundGold.get(a).map((s) => ({ ...s, weight: Number(args['gold-weight']) })))
  const plain = tally()
  scoreArticles(taggerOf(packed(trainer, ids, labels).bytes), gold, plain, [])
  plain.print('gold names without gold in training')
  for (let fold = 0; fold < folds; fold++) {
    const tuned = trainer.copy()
    run(tuned, weighted(gold.filter((_, i) => i % folds !== fold)), Number(args.tuning), `fold ${fold + 1}`)
    const { bytes } = packed(tuned, ids, labels)
    const held = gold.filter((_, i) => i % folds === fold)
    scoreArticles(taggerOf(bytes), held, figures, misses)
    for (const [i, eager] of tries.entries())
      scoreArticles(taggerOf(packed(tuned, ids, labels, eager).bytes), held, tried[i], [])
    if (!args['folds-out']) continue
    writeFileSync(join(args['folds-out'], `fold-${fold + 1}.bin`), bytes)
    for (const { id } of held) foldOf[id] = `fold-${fold + 1}.bin`
  }
  figures.print(`gold names, ${folds} folds by article, exact`)
  for (const [i, eager] of tries.entries()) tried[i].print(`the same, eager ${eager}`)
  if (args.misses) writeFileSync(args.misses, misses.join('\n'))
  if (args['folds-out']) writeFileSync(join(args['folds-out'], 'folds.json'), JSON.stringify(foldOf, undefined, 1))
  if (!args.out) return
  run(trainer, weighted(gold), Number(args.tuning), 'all gold')
  const { bytes, features } = packed(trainer, ids, labels)
  writeFileSync(args.out, bytes)
  log(`${features} features, ${(bytes.length / 1048576).toFixed(2)} MiB in ${args.out}`)
}

/** A tag that goes on something needs it before itself among what is allowed; else it begins. */
function continuous(allowed) {
  return allowed.map((set, i) =>
    set.flatMap((label) => {
      if (!label.startsWith('I-')) return [label]
      const type = label.slice(2)
      const before = i === 0 ? [] : allowed[i - 1]
      return before.includes(`B-${type}`) || before.includes(`I-${type}`) ? [label] : [`B-${type}`]
    }),
  )
}
