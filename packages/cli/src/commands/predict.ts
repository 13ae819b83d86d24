import { mkdir, rename, stat, writeFile } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'
import { type Arguments, type Command, nearest, type Terminal, usage } from '../command.js'
import { plural } from '../output/words.js'
import { lineage } from '../predict/lineage.js'
import { lines } from '../predict/lines.js'
import { mentions } from '../predict/mentions.js'
import { names } from '../predict/names.js'
import { origins } from '../predict/origins.js'
import { page } from '../predict/page.js'
import { read } from '../predict/read.js'
import { stories } from '../predict/stories.js'
import type { Prediction, PredictTask } from '../predict/task.js'
import { time } from '../predict/time.js'

export const PREDICT_TASKS: Readonly<Record<string, PredictTask>> = {
  page,
  lines,
  time,
  mentions,
  names,
  read,
  stories,
  origins,
  lineage,
}

function taskNamed(name: string): PredictTask {
  const task = Object.hasOwn(PREDICT_TASKS, name) ? PREDICT_TASKS[name] : undefined
  if (task !== undefined) return task
  const known = Object.keys(PREDICT_TASKS)
  const meant = nearest(name, known)
  throw usage(
    `isnad predict: there is no task ${name}; ${meant === undefined ? '' : `did you mean ${meant}? `}there are ${known.join(', ')}`,
  )
}

async function run(input: Arguments, terminal: Terminal): Promise<number> {
  const [name = '', path = ''] = input.operands
  const task = taskNamed(name)
  const from = resolve(terminal.cwd, path)
  await stat(from).catch((cause: unknown) => {
    throw usage(`isnad predict ${name}: there is no file or folder ${path} (${(cause as Error).message})`)
  })
  const out = input.text('out')
  const texts = input.text('texts')
  const made = await task.predict({
    input: from,
    texts: texts === undefined ? undefined : resolve(terminal.cwd, texts),
    note: (remark) => terminal.err(`${remark}\n`),
  })
  if (out === undefined) {
    if ('files' in made) throw usage(`isnad predict ${name}: it writes one file an article; name a folder with --out`)
    terminal.out(made.text)
    return 0
  }
  await write(made, resolve(terminal.cwd, out))
  terminal.err(`${plural(made.items, 'prediction')} in ${out}\n`)
  return 0
}

async function write(made: Prediction, target: string): Promise<void> {
  if ('text' in made) {
    await mkdir(dirname(target), { recursive: true })
    return writeWhole(target, made.text)
  }
  await mkdir(target, { recursive: true })
  for (const [name, text] of made.files) await writeWhole(join(target, name), text)
}

/** Whole or not at all: a scorer must not find half a file. */
async function writeWhole(target: string, text: string): Promise<void> {
  await writeFile(`${target}.partial`, text)
  await rename(`${target}.partial`, target)
}

export const predict: Command = {
  name: 'predict',
  summary: 'Write predictions for an evaluation set',
  arguments: [
    { name: 'TASK', count: 'one', help: Object.keys(PREDICT_TASKS).join(', ') },
    { name: 'INPUT', count: 'one', help: 'The set, a file or a folder, as it lies' },
  ],
  options: {
    out: {
      type: 'string',
      short: 'o',
      value: 'PATH',
      help: 'Where to write: a file, or a folder for read; standard output unless told',
    },
    texts: { type: 'string', value: 'FOLDER', help: 'Where the texts lie, when not beside the set' },
  },
  about: `Reads a set without looking at its answers and writes what Isnad says, in the format of the scorers.

    ${Object.entries(PREDICT_TASKS)
      .map(([name, { input, output }]) => `${name} takes ${input}; it writes ${output}.`)
      .join('\n\n    ')}`,
  examples: [
    ['isnad predict page ../shared/data/extract/gold.jsonl --out page.json', 'Main text of whole pages'],
    ['isnad predict lines ../shared/gold/lines-dev --out lines.jsonl', 'Line labels of flattened pages'],
    ['isnad predict time ../shared/data/time --out time.jsonl', 'Dates, times and numbers'],
    ['isnad predict mentions ../shared/data/ner/anercorp --out mentions.tsv', 'Names in sentences cut in tokens'],
    ['isnad predict names ../shared/data/names/wikidata-names --out names.tsv', 'Names across spellings and scripts'],
    ['isnad predict read ../shared/gold/news-dev --out readings', 'Entities, chains and events of annotated articles'],
  ],
  run,
}
