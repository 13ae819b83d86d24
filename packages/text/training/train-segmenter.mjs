// Trains the clitic segmenter: a log-linear ranking of a word's possible cuts (Berger et al. 1996), with stem counts from
// running news as features, after Lee et al. (2003), "Language model based Arabic word segmentation".
// Usage: node training/train-segmenter.mjs --counts CORPUS.jsonl.gz --train UD.conllu --dev UD.conllu [--out src/segmenter/model.ts]
import { createReadStream, readFileSync, writeFileSync } from 'node:fs'
import { createInterface } from 'node:readline'
import { parseArgs } from 'node:util'
import { createGunzip } from 'node:zlib'
import { candidatesOf } from '../dist/segmenter/candidates.js'
import { evidenceBits, evidenceStep, NO_EVIDENCE, packStems } from '../dist/segmenter/evidence.js'
import { featuresOf } from '../dist/segmenter/features.js'
import { wordKey } from '../dist/segmenter/key.js'

const { values: args } = parseArgs({
  options: {
    counts: { type: 'string' },
    train: { type: 'string' },
    dev: { type: 'string' },
    out: { type: 'string' },
    epochs: { type: 'string', default: '25' },
    l2: { type: 'string', default: '0.02' },
  },
})

const counts = await countWords(args.counts)
const stems = stemEvidence(counts)
console.log(`${counts.size} word keys, ${stems.size} stems kept`)

const train = readWords(args.train)
const dev = readWords(args.dev)
const bitsOf = (stem) => (stems.has(stem) ? evidenceBits(stems.get(stem)) : undefined)
const frequent = new Map()
for (const { key } of train) frequent.set(key, (frequent.get(key) ?? 0) + 1)
// A word of its own is remembered only when training shows it often enough to be closed-class.
const keep = (feature, key) => !feature.startsWith('word=') || (frequent.get(key) ?? 0) >= 4

const weights = fit(train)
report('train', train)
report('dev', dev)
if (args.out) write(args.out)

async function countWords(file) {
  const counted = new Map()
  const lines = createInterface({ input: createReadStream(file).pipe(createGunzip()) })
  for await (const line of lines) {
    const { title, text } = JSON.parse(line)
    for (const [word] of `${title}\n${text}`.matchAll(/[\u0621-\u0652\u0670\u0671]+/g)) {
      const key = wordKey(word)
      counted.set(key, (counted.get(key) ?? 0) + 1)
    }
  }
  return counted
}

function stemEvidence(counted) {
  const sums = new Map()
  const add = (stem, field, n) => {
    if (stem.length < 2 || stem.length > 12) return
    let entry = sums.get(stem)
    if (entry === undefined) {
      entry = { ...NO_EVIDENCE }
      sums.set(stem, entry)
    }
    entry[field] += n
  }
  for (const [key, n] of counted) {
    add(key, 'bare', n)
    for (const p of ['ال', 'وال', 'بال', 'فال', 'كال', 'لل', 'ولل', 'وبال'])
      if (key.startsWith(p)) add(key.slice(p.length), 'definite', n)
    for (const p of ['و', 'ف']) if (key.startsWith(p)) add(key.slice(1), 'conjoined', n)
    for (const p of ['ب', 'ل', 'ك', 'س', 'وب', 'ول', 'وس'])
      if (key.startsWith(p)) add(key.slice(p.length), 'prefixed', n)
    for (const s of ['ه', 'ها', 'هم', 'هما', 'نا']) if (key.endsWith(s)) add(key.slice(0, -s.length), 'suffixed', n)
  }
  const kept = new Map()
  for (const [stem, e] of sums) {
    const contexts = ['bare', 'definite', 'conjoined', 'prefixed', 'suffixed'].filter((f) => e[f] >= 2).length
    // A stem must be a word of its own, or at least a common bound form («سيارت» of سيارته).
    const own = e.bare >= 4 || e.definite >= 4 || (e.suffixed >= 12 && e.bare + e.prefixed > 0)
    if (!own || contexts < 2) continue
    kept.set(stem, Object.fromEntries(Object.entries(e).map(([f, n]) => [f, evidenceStep(n)])))
  }
  return kept
}

/** Surface words of a CoNLL-U file with the offsets at which their clitics are cut. */
function readWords(file) {
  const words = []
  let pieces = []
  for (const line of readFileSync(file, 'utf8').split('\n')) {
    if (line.startsWith('#') || line === '') {
      pieces = []
      continue
    }
    const [, form, , upos, , , , , , misc] = line.split('\t')
    pieces.push({ form, upos })
    if (!misc.includes('SpaceAfter=No')) {
      flush(pieces, words)
      pieces = []
    }
  }
  return words
}

/** Punctuation between pieces parts words; what is left side by side is one word with its clitics. */
function flush(pieces, words) {
  let run = []
  const end = () => {
    if (run.length > 0 && run.every((p) => /^[\u0621-\u0652\u0670\u0671\u0640]+$/.test(p))) {
      const cuts = []
      let at = 0
      for (const p of run.slice(0, -1)) {
        at += wordKey(p).length
        cuts.push(at)
      }
      words.push({ key: wordKey(run.join('')), cuts: cuts.join(',') })
    }
    run = []
  }
  for (const { form, upos } of pieces) {
    if (upos === 'PUNCT' || upos === 'SYM' || !/[\u0621-\u064a]/.test(form)) end()
    else run.push(form)
  }
  end()
}

function cutsOf({ prefixes, stem, suffix }) {
  const cuts = []
  let at = 0
  for (const p of prefixes) {
    at += p.length
    cuts.push(at)
  }
  if (suffix !== '') cuts.push(at + stem.length)
  return cuts.join(',')
}

function prepared(words) {
  return words.map(({ key, cuts }) => {
    const options = candidatesOf(key).map((c) => ({
      cuts: cutsOf(c),
      features: featuresOf(key, c, bitsOf).filter((f) => keep(f, key)),
    }))
    return { key, cuts, options, right: options.findIndex((o) => o.cuts === cuts) }
  })
}

function fit(words) {
  const w = new Map()
  const g2 = new Map()
  const samples = prepared(words).filter((s) => s.right >= 0 && s.options.length > 1)
  console.log(`${samples.length} of ${words.length} words have a choice`)
  let seed = 7
  const random = () => {
    seed = (seed * 1103515245 + 12345) % 2147483648
    return seed / 2147483648
  }
  const rate = 0.2
  const l2 = Number(args.l2) / samples.length
  for (let epoch = 0; epoch < Number(args.epochs); epoch++) {
    for (let i = samples.length - 1; i > 0; i--) {
      const j = Math.floor(random() * (i + 1))
      ;[samples[i], samples[j]] = [samples[j], samples[i]]
    }
    for (const { options, right } of samples) {
      const scores = options.map((o) => o.features.reduce((s, f) => s + (w.get(f) ?? 0), 0))
      const top = Math.max(...scores)
      const exp = scores.map((s) => Math.exp(s - top))
      const total = exp.reduce((a, b) => a + b, 0)
      options.forEach((o, i) => {
        const gradient = exp[i] / total - (i === right ? 1 : 0)
        if (Math.abs(gradient) < 1e-4) return
        for (const f of o.features) {
          const g = gradient + l2 * samples.length * 0.001 * (w.get(f) ?? 0)
          const h = (g2.get(f) ?? 1e-6) + g * g
          g2.set(f, h)
          w.set(f, (w.get(f) ?? 0) - (rate * g) / Math.sqrt(h))
        }
      })
    }
  }
  return w
}

function best(options) {
  let top
  let score = Number.NEGATIVE_INFINITY
  for (const o of options) {
    const s = o.features.reduce((a, f) => a + (weights.get(f) ?? 0), 0)
    if (s > score) [top, score] = [o, s]
  }
  return top?.cuts ?? ''
}

function report(name, words) {
  let hit = 0
  let wanted = 0
  let given = 0
  let exact = 0
  let unreachable = 0
  const wrong = new Map()
  for (const { key, cuts, options, right } of prepared(words)) {
    if (right < 0) unreachable++
    const said = best(options)
    const a = new Set(cuts.split(',').filter(Boolean))
    const b = new Set(said.split(',').filter(Boolean))
    for (const c of b) if (a.has(c)) hit++
    wanted += a.size
    given += b.size
    if (said === cuts) exact++
    else
      wrong.set(
        `${key} gold ${cuts || '-'} said ${said || '-'}`,
        (wrong.get(`${key} gold ${cuts || '-'} said ${said || '-'}`) ?? 0) + 1,
      )
  }
  // Token boundaries: every word's own end counts as well as the cuts inside it.
  const f = (h, g, w2) => (2 * h) / (g + w2)
  console.log(
    `${name}: words exact ${(exact / words.length).toFixed(4)}, inner cuts F1 ${f(hit, given, wanted).toFixed(4)}, ` +
      `boundaries F1 ${f(hit + words.length, given + words.length, wanted + words.length).toFixed(4)}, unreachable ${unreachable}`,
  )
  for (const [line, n] of [...wrong].sort((a, b) => b[1] - a[1]).slice(0, 60)) console.log(`   ${n} ${line}`)
}

function write(file) {
  const kept = [...weights].filter(([, v]) => Math.abs(v) >= 0.02).sort(([a], [b]) => (a < b ? -1 : 1))
  const lines = kept.map(([f, v]) => `${f}\t${v.toFixed(2)}`).join('\n')
  const source =
    `// Written by training/train-segmenter.mjs; see MODEL.md. Do not edit.\n\n` +
    `/** Feature, tab, weight; a line each. */\nexport const SEGMENTER_WEIGHTS = ${JSON.stringify(lines)}\n\n` +
    `/** Stems with their evidence, packed by packStems. */\nexport const SEGMENTER_STEMS =\n  ${JSON.stringify(packStems(stems))}\n`
  writeFileSync(file, source)
  console.log(`${kept.length} weights, ${(source.length / 1024).toFixed(0)} K characters written to ${file}`)
}
