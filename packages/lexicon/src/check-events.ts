import type { z } from 'zod'
import { type DataSource, shippedData } from './data-source.js'
import { EventTriggerFile, LightVerbFile, VetoFile } from './event-trigger-schema.js'
import { EVENT_TRIGGER_FOLDER } from './event-triggers.js'
import { LIGHT_VERB_FILE, VETO_FILE } from './event-words.js'
import type { Problem } from './invalid.js'

/** Checks the event triggers, light verbs and vetoes against `data/events/SCHEMA.md`, and that no id is given twice. */
export function eventProblems(source: DataSource = shippedData()): readonly Problem[] {
  const triggers = source.list(EVENT_TRIGGER_FOLDER).filter((name) => name.endsWith('.json'))
  const problems: Problem[] = []
  const seen = new Map<string, string>()
  for (const file of triggers) {
    problems.push(...faultsOf(file, EventTriggerFile, source))
    for (const id of idsOf(source.read(file))) {
      const there = seen.get(id)
      if (there !== undefined) problems.push(problem(file, id, `the id stands already in ${there}`, 'choose another'))
      seen.set(id, file)
    }
  }
  if (triggers.length === 0) return problems
  return [...problems, ...faultsOf(LIGHT_VERB_FILE, LightVerbFile, source), ...faultsOf(VETO_FILE, VetoFile, source)]
}

const problem = (file: string, entry: string | undefined, detail: string, repair: string): Problem => ({
  file,
  line: undefined,
  entry,
  detail,
  repair,
})

const idsOf = (text: string): string[] => {
  const { entries } = JSON.parse(text) as { readonly entries?: readonly { readonly id?: unknown }[] }
  return (entries ?? []).flatMap(({ id }) => (typeof id === 'string' ? [id] : []))
}

function faultsOf(file: string, schema: z.ZodType, source: DataSource): Problem[] {
  const value: unknown = JSON.parse(source.read(file))
  const checked = schema.safeParse(value)
  if (checked.success) return []
  const entries = (value as { readonly entries?: readonly { readonly id?: string }[] }).entries
  return checked.error.issues.map(({ path, message }) => {
    const entry = typeof path[1] === 'number' ? entries?.[path[1]]?.id : undefined
    return problem(
      file,
      entry,
      `${path.slice(2).map(String).join('.') || 'the entry'} does not fit the schema`,
      message,
    )
  })
}
