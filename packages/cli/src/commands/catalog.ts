import type { CatalogTable } from '@isnad/lexicon'
import { importCatalog } from '../catalog/import.js'
import { entryText, operationText } from '../catalog/words.js'
import { type Arguments, type Command, nearest, type Terminal, usage } from '../command.js'
import { plural } from '../output/words.js'
import { placeOf } from '../place.js'

const TABLE_OF: Readonly<Record<string, CatalogTable>> = {
  person: 'people',
  organisation: 'organisations',
  place: 'places',
  outlet: 'outlets',
}
const LISTED = 50

/** What an action needs: the data folder, and the words after its own name. */
interface Task {
  readonly dataDir: string
  readonly words: readonly string[]
  readonly input: Arguments
  readonly terminal: Terminal
  readonly table: CatalogTable | undefined
}

const wants = (words: readonly string[], least: number, form: string): void => {
  if (words.length < least) throw usage(`isnad catalog: something is missing; write isnad catalog ${form}`)
}

async function add({ dataDir, words, input, terminal, table }: Task): Promise<number> {
  wants(words, 1, 'add NAME… --type person')
  if (table === undefined)
    throw usage(`isnad catalog add: say what it is with --type ${Object.keys(TABLE_OF).join('|')}`)
  const [{ addEntry }, { entryOf }] = await Promise.all([import('@isnad/lexicon'), import('../catalog/fields.js')])
  const row = await addEntry({ dataDir }, entryOf(table, words, input))
  terminal.out(input.flag('json') ? `${JSON.stringify(row)}\n` : `${row.id}\n`)
  return 0
}

async function merge({ dataDir, words, input, terminal }: Task): Promise<number> {
  wants(words, 2, 'merge ID ID…')
  const { mergeEntries } = await import('@isnad/lexicon')
  const [into = '', ...from] = words
  const operation = await mergeEntries({ dataDir }, into, from, input.text('because'))
  terminal.out(`operation ${operation.n}: ${from.join(', ')} went into ${into}\n`)
  return 0
}

async function split({ dataDir, words, input, terminal }: Task): Promise<number> {
  wants(words, 2, 'split ID NAME…, or split ID MERGED-ID…')
  const { splitEntry } = await import('@isnad/lexicon')
  const [id = '', ...names] = words
  const { operation, apart } = await splitEntry(
    { dataDir },
    { id, names, as: input.text('id'), because: input.text('because') ?? '' },
  )
  terminal.out(`operation ${operation.n}: ${apart.join(', ')} stands apart from ${id}\n`)
  return 0
}

async function list({ dataDir, words, input, terminal, table }: Task): Promise<number> {
  const { listEntries } = await import('@isnad/lexicon')
  const most = input.whole('limit', 1, 1_000_000) ?? LISTED
  let listed = 0
  for (const entry of listEntries({ dataDir }, words.join(' '), table === undefined ? undefined : [table])) {
    if (listed++ >= most) {
      terminal.err(`the first ${plural(most, 'entry', 'entries')}; more with --limit\n`)
      break
    }
    terminal.out(input.flag('json') ? `${JSON.stringify(entry)}\n` : entryText(entry))
  }
  if (listed === 0) terminal.err('no entry\n')
  return listed === 0 ? 1 : 0
}

async function log({ dataDir, input, terminal }: Task): Promise<number> {
  const { readCatalogLog, standingOperations } = await import('@isnad/lexicon')
  const operations = readCatalogLog(dataDir)
  const stands = new Set(standingOperations(operations))
  for (const operation of operations)
    terminal.out(
      input.flag('json')
        ? `${JSON.stringify({ ...operation, stands: stands.has(operation) })}\n`
        : operationText(operation, stands.has(operation)),
    )
  return 0
}

async function undo({ dataDir, words, terminal }: Task): Promise<number> {
  const [word] = words
  if (word !== undefined && !/^\d+$/.test(word))
    throw usage(`isnad catalog undo: ${word} is no number of an operation; see isnad catalog log`)
  const { undoCatalog } = await import('@isnad/lexicon')
  const operation = await undoCatalog({ dataDir }, word === undefined ? undefined : Number(word))
  if (operation.do === 'undo') terminal.out(`operation ${operation.n}: operation ${operation.of} is undone\n`)
  return 0
}

const ACTIONS: Readonly<Record<string, (task: Task) => Promise<number>>> = {
  import: ({ dataDir, words, input, terminal, table }) => {
    wants(words, 1, 'import FILE…')
    return importCatalog(dataDir, words, input, terminal, table)
  },
  add,
  merge,
  split,
  list,
  log,
  undo,
}

async function run(input: Arguments, terminal: Terminal): Promise<number> {
  const [name = '', ...words] = input.operands
  const action = Object.hasOwn(ACTIONS, name) ? ACTIONS[name] : undefined
  if (action === undefined) {
    const known = Object.keys(ACTIONS)
    const meant = nearest(name, known)
    throw usage(
      `isnad catalog: there is no action ${name}; ${meant === undefined ? '' : `did you mean ${meant}? `}there are ${known.join(', ')}`,
    )
  }
  // The catalog lies in a folder also where the articles lie in a database server.
  const { dataDir } = placeOf(input, { env: { ISNAD_DATA: terminal.env.ISNAD_DATA }, cwd: terminal.cwd })
  const type = input.text('type')
  return action({
    dataDir: dataDir ?? '',
    words,
    input,
    terminal,
    table: type === undefined ? undefined : TABLE_OF[type],
  })
}

export const catalog: Command = {
  name: 'catalog',
  summary: 'Your own people, bodies, outlets and places: import, add, merge, split',
  arguments: [
    { name: 'ACTION', count: 'one', help: Object.keys(ACTIONS).join(', ') },
    { name: 'WORD', count: 'any', help: 'Files, ids or names, as the action wants them' },
  ],
  options: {
    data: { type: 'string', short: 'd', value: 'FOLDER', help: 'Where the catalog is kept; else ISNAD_DATA or ./data' },
    format: {
      type: 'string',
      short: 'f',
      value: 'FORMAT',
      choices: ['csv', 'ftm', 'wikidata', 'geonames'],
      help: 'What the files are, when their first lines do not tell',
    },
    type: {
      type: 'string',
      short: 't',
      value: 'TYPE',
      choices: Object.keys(TABLE_OF),
      help: 'What is added or listed, or what a CSV file without a column type holds',
    },
    all: { type: 'boolean', help: 'Import also what has no name in Arabic letters' },
    license: { type: 'string', value: 'NAME', help: 'Licence of what is imported, kept with it' },
    id: { type: 'string', value: 'ID', help: 'Id of what is added or split off' },
    kind: { type: 'string', value: 'KIND', help: 'Kind of body or outlet, or GPE, LOC, FAC of a place' },
    country: { type: 'string', value: 'CC', help: 'Two letters of the country' },
    role: { type: 'string', value: 'ROLES', help: 'Offices of a person, parted by ;' },
    born: { type: 'string', value: 'DATE', help: '2003, 2003-05 or 2003-05-01' },
    note: { type: 'string', value: 'TEXT', help: 'A remark kept with what is added' },
    because: { type: 'string', value: 'REASON', help: 'Why two are one, or one is two' },
    limit: { type: 'string', short: 'n', value: 'N', help: `List at most so many; ${LISTED} unless told` },
    json: { type: 'boolean', help: 'One JSON object a line' },
  },
  about: `What you add lies in the folder catalog of your data folder, over the catalog that Isnad ships; the analysis reads both. Articles
    kept before a change are annotated anew when the server starts next.
    Nothing is overwritten: every import, addition, merge and split is a line in catalog/log.jsonl, and undo takes the last one back,
    or the one whose number you tell.

    import reads CSV (a header with ar, en or name; type, country, variants_ar, variants_en, born, died, roles, kind …),
    FollowTheMoney and OpenSanctions entities (JSON lines, or targets.simple.csv), lines of a Wikidata JSON dump, and GeoNames tables
    (allCountries, cities15000; alternateNames beside them adds Arabic names). Files may be packed with gzip. Lines that
    cannot be read are listed with file, line and reason, and the rest is kept. Of Wikidata and GeoNames only what has a name in
    Arabic letters is taken, unless you say --all.

    list shows your own entries, or those of the whole catalog that hold the words; split parts names from an entry, or
    parts again what was merged.`,
  examples: [
    ['isnad catalog import targets.simple.csv --license CC-BY-NC-4.0', 'A list of people and companies'],
    ['isnad catalog import cities15000.txt alternateNamesV2.txt', 'Towns with their Arabic names'],
    ['isnad catalog add «سامر الدلبي» "Samer al-Dalbi" --type person --country SY', 'One person'],
    ['isnad catalog merge person.user-samer-al-dalbi person.ftm-x7 --because "same office"', 'Two entries are one'],
    ['isnad catalog list الدلبي', 'Who goes by a name'],
  ],
  run,
}
