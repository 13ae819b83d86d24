// Names in corpora that come cut in tokens (data/ner): entity F1 by score-ner. The four-class models that ship have seen the
// train parts of anercorp and aqmar alone; caraner and the corrected labels of cleananercorp are nowhere in training.
// Beside the shipped model's figure on caraner stands that of a model trained here on its own train part: what the same
// features can learn of that set. It is never shipped and is kept in .cache/eval, trained anew when code or data change.
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from '../steps.mjs'
import { predict, score, sharedPath, work } from './shared.mjs'

const SETS = [
  { set: 'anercorp', floor: 0.76, note: 'trained on the train parts of anercorp and aqmar' },
  { set: 'aqmar', floor: 0.65, note: 'the same, with the habits of aqmar' },
  { set: 'cleananercorp', floor: 0.5, note: 'the labels of anercorp corrected; not trained on' },
  { set: 'caraner', floor: 0.35, note: 'not trained on' },
]

const scored = (set, name, out, floor, note) => {
  const gold = `data/ner/${set}/dev.tsv`
  const { micro, sentences } = score('ner', [sharedPath(gold), out])
  const rates = `precision ${micro.precision.toFixed(3)}, recall ${micro.recall.toFixed(3)}`
  return { set: `${gold}, ${sentences} sentences`, figure: name, value: micro.f1, floor, note: `${rates}; ${note}` }
}

export function evaluateMentions() {
  const shipped = SETS.map(({ set, floor, note }) => {
    const out = join(work, `mentions-${set}.tsv`)
    predict('mentions', `data/ner/${set}/dev.tsv`, out)
    return scored(set, 'entity F1', out, floor, note)
  })
  const own = ownTrainPart('caraner')
  return [...shipped, scored('caraner', 'entity F1, own model', own, 0.68, 'trained on its train part; never shipped')]
}

const ENTITIES = join(root, 'packages', 'entities')

/** What a model of a set's own train part says of its dev part; some minutes when it has to be trained. */
function ownTrainPart(set) {
  const [train, dev] = ['train', 'dev'].map((part) => sharedPath(`data/ner/${set}/${part}.tsv`))
  const made = createHash('sha256')
  const sources = ['training/tagger', 'dist/tagger', 'data/tagger']
    .flatMap((folder) => readdirSync(join(ENTITIES, folder)).map((name) => join(ENTITIES, folder, name)))
    .filter((file) => /\.(?:mjs|js|bin)$/.test(file))
  for (const file of [...sources, train, dev]) made.update(readFileSync(file))
  const out = join(work, `mentions-${set}-own-${made.digest('hex').slice(0, 12)}.tsv`)
  if (existsSync(out)) return out
  const script = join(ENTITIES, 'training', 'tagger', 'train-tagger.mjs')
  const recipe = ['--epochs', '14', '--l1', '0.4', '--dropout', '0.3']
  const { status, stderr } = spawnSync(
    process.execPath,
    [script, '--train', train, '--dev', dev, ...recipe, '--predictions', out],
    { cwd: ENTITIES, stdio: ['ignore', 'ignore', 'pipe'], encoding: 'utf8' },
  )
  if (status !== 0) throw new Error(`training on ${set} ended with status ${status}: ${stderr}`)
  return out
}
