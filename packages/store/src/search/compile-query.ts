import { searchTerms } from '@isnad/text'
import type { NameKind } from '../annotations/annotation-records.js'
import { dayRange, type Filters } from './filter.js'
import type { FilterPart, ParsedQuery, TermPart } from './query.js'
import { EXACT, quoteLexeme } from './term-vector.js'

/** Words in a row that a text must hold to be marked: each in its exact form, or with the same stem where one is given. */
export type Sought = readonly { readonly stem?: string; readonly exact: string }[]

export interface CompiledQuery {
  /** In the input syntax of `tsquery`; absent when the query has no words. */
  readonly tsquery?: string
  /** True when something must be there; a query of negations alone has to look at everything. */
  readonly hasPositive: boolean
  readonly sought: readonly Sought[]
  readonly filters: Filters
}

/** Turns a parsed query into what the index is asked and what is marked in the hits. `OR` binds closer than the unwritten "and". */
export function compileQuery({ parts }: ParsedQuery): CompiledQuery {
  const terms = parts.filter((part): part is TermPart => 'text' in part && part.ignored !== true)
  const groups: TermPart[][] = []
  for (const term of terms) {
    const open = groups.at(-1)
    if (term.or && open !== undefined) open.push(term)
    else groups.push([term])
  }
  const tsquery = groups.map((group) => bracket(group.map(tsqueryOf), ' | ')).join(' & ')
  const shown = parts.filter((part): part is TermPart => 'text' in part && !part.negated)
  return {
    ...(tsquery !== '' && { tsquery }),
    hasPositive: terms.some((term) => !term.negated),
    sought: shown.filter((part) => part.ignored !== true).map(soughtOf),
    filters: filtersIn(parts.filter((part): part is FilterPart => 'value' in part)),
  }
}

/** A word of several terms (`F-16`) is looked for as a phrase. */
const soughtOf = (part: TermPart): Sought =>
  searchTerms(part.text).map(({ stem, exact }) => (part.kind === 'word' ? { stem, exact } : { exact }))

function tsqueryOf(part: TermPart): string {
  const weight = part.inTitle ? ':A' : ''
  // The stem of a word as it is typed («مدينه») may differ from that of the word as it is printed («مدينة»); folded they agree.
  const lexemes = soughtOf(part).map(({ stem, exact }) =>
    bracket(
      [...(stem === undefined ? [] : [stem]), EXACT + exact].map((lexeme) => quoteLexeme(lexeme) + weight),
      ' | ',
    ),
  )
  return `${part.negated ? '!' : ''}${bracket(lexemes, ' <-> ')}`
}

const bracket = (alternatives: readonly string[], by: string): string =>
  alternatives.length === 1 ? (alternatives[0] ?? '') : `(${alternatives.join(by)})`

const NAME_KINDS: ReadonlySet<string> = new Set<NameKind>(['person', 'body', 'place', 'entity'])

const namesIn = (parts: readonly FilterPart[], negated: boolean): { kind: NameKind; name: string }[] =>
  parts.flatMap((part) =>
    NAME_KINDS.has(part.kind) && part.negated === negated ? [{ kind: part.kind as NameKind, name: part.value }] : [],
  )

function filtersIn(parts: readonly FilterPart[]): Filters {
  const values = (kind: FilterPart['kind'], negated: boolean): string[] =>
    parts.filter((part) => part.kind === kind && part.negated === negated).map(({ value }) => value)
  // Not after a day is before it ends, not before is after: `-after:2020` is everything up to the end of 2019.
  const days = (kind: 'after' | 'before', negated: boolean) =>
    values(kind, negated).flatMap((value) => dayRange(value) ?? [])
  return {
    outlets: values('outlet', false),
    notOutlets: values('outlet', true),
    languages: values('language', false),
    notLanguages: values('language', true),
    after: [...days('after', false), ...days('before', true).map(({ until }) => ({ from: until, until }))],
    names: namesIn(parts, false),
    notNames: namesIn(parts, true),
    events: values('event', false).map((value) => value.toUpperCase()),
    notEvents: values('event', true).map((value) => value.toUpperCase()),
    before: [...days('before', false), ...days('after', true).map(({ from }) => ({ from, until: from }))],
  }
}
