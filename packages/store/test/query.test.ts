import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { compileQuery } from '../src/search/compile-query.js'
import { parseQuery } from '../src/search/parse-query.js'
import type { QueryPart } from '../src/search/query.js'

/** A query drawn in one line: `word`, `"phrase"`, `=exact`, `-` negated, `|` or, `~` not required, `title:`. */
const draw = (part: QueryPart): string => {
  const not = part.negated ? '-' : ''
  if ('value' in part) return `${not}${part.kind}:${part.value}`
  const text = part.kind === 'phrase' ? `"${part.text}"` : part.kind === 'exact' ? `=${part.text}` : part.text
  return `${part.or ? '| ' : ''}${part.ignored ? '~' : ''}${not}${part.inTitle ? 'title:' : ''}${text}`
}
const drawn = (query: string): string => parseQuery(query).parts.map(draw).join(' ')
const problems = (query: string): unknown[] =>
  parseQuery(query).problems.map(({ kind, text, suggestion }) => [kind, text, ...(suggestion ? [suggestion] : [])])

describe('parseQuery', () => {
  test.each([
    ['ميناء سهيل', 'ميناء سهيل'],
    ['"رئيس الحكومة" الميناء', '"رئيس الحكومة" الميناء'],
    ['«رئيس الحكومة»', '"رئيس الحكومة"'],
    ['“رئيس الحكومة”', '"رئيس الحكومة"'],
    ['=الموانئ', '=الموانئ'],
    ['ميناء -سفينة -"ثلاثة أيام"', 'ميناء -سفينة -"ثلاثة أيام"'],
    ['قمح أو وقود', 'قمح | وقود'],
    ['قمح OR وقود', 'قمح | وقود'],
    ['قمح|وقود', 'قمح | وقود'],
    ['قمح | | وقود |', 'قمح | وقود'],
    ['| قمح', 'قمح'],
    ['قمح OR -وقود', 'قمح -وقود'],
    ['outlet:صدى after:2020-01 before:2021 lang:AR', 'outlet:صدى after:2020-01 before:2021 language:ar'],
    ['بعد:2020 قبل:٢٠٢١/٠٣ وسيلة:"نبأ الساحل"', 'after:2020 before:٢٠٢١/٠٣ outlet:نبأ الساحل'],
    [
      'title:ميناء عنوان:"ميناء سهيل" title:=سهيل -title:سفينة',
      'title:ميناء title:"ميناء سهيل" title:=سهيل -title:سفينة',
    ],
    ['-outlet:صدى', '-outlet:صدى'],
    ['السفن في الميناء', 'السفن ~في الميناء'],
    ['في من', 'في من'],
    ['"في الميناء"', '"في الميناء"'],
    ['في outlet:صدى', 'في outlet:صدى'],
    ['F-16', 'F-16'],
    ['https://sada.example/1', 'https://sada.example/1'],
    ['17:15', '17:15'],
    ['-', ''],
    ['--- ... ؟ ""', ''],
    ['', ''],
  ])('%s', (query, expected) => expect(drawn(query)).toBe(expected))

  test.each([
    ['outlets:صدى', [['unknown-operator', 'outlets:', 'outlet:']], 'outlets صدى'],
    ['ottlet:صدى', [['unknown-operator', 'ottlet:', 'outlet:']], 'ottlet صدى'],
    ['zzz:صدى', [['unknown-operator', 'zzz:']], 'zzz صدى'],
    ['قال: نعم', [], 'قال نعم'],
    ['outlet:', [['empty-value', 'outlet:']], ''],
    ['after:أمس قمح', [['bad-date', 'أمس']], 'قمح'],
    ['after:2020-13', [['bad-date', '2020-13']], ''],
    ['before:2021-02-29', [['bad-date', '2021-02-29']], ''],
    ['"رئيس الحكومة', [['open-quote', 'رئيس الحكومة']], '"رئيس الحكومة"'],
  ])('%s is reported, not refused', (query, reported, expected) => {
    expect(problems(query)).toEqual(reported)
    expect(drawn(query)).toBe(expected)
  })

  test('of too many words the first count', () => {
    const query = Array.from({ length: 60 }, (_, i) => `كلمة${i}`).join(' ')
    expect(parseQuery(query).parts).toHaveLength(32)
    expect(problems(query)).toHaveLength(1)
  })

  const pieces = fc.constantFrom(
    ...[
      'ميناء',
      'في',
      'أو',
      'OR',
      '|',
      '-',
      '=',
      '"',
      '«',
      '»',
      '“',
      '”',
      ':',
      'outlet:',
      'title:',
      'after:',
      '2020',
      ' ',
      '  ',
    ],
    ...["'", '\\', '\u0640', '\u064e', '\u200f', '\0', '\ud800', '😀', '&', '!', '(', ')', '<->', '*'],
  )
  const queries = fc.array(pieces, { maxLength: 40 }).map((all) => all.join(''))

  test('never throws, and every part and problem lies in the query, in order', () =>
    fc.assert(
      fc.property(fc.oneof(queries, fc.string({ unit: 'binary', maxLength: 80 })), (query) => {
        const parsed = parseQuery(query)
        for (const list of [parsed.parts, parsed.problems]) {
          let at = 0
          for (const { span } of list) {
            expect(span.start).toBeGreaterThanOrEqual(at)
            expect(span.end).toBeGreaterThan(span.start)
            expect(span.end).toBeLessThanOrEqual(query.length)
            at = span.start
          }
        }
        compileQuery(parsed)
      }),
    ))

  test('reading a part on its own gives the same words', () =>
    fc.assert(
      fc.property(queries, (query) => {
        for (const part of parseQuery(query).parts) {
          const again = parseQuery(query.slice(part.span.start, part.span.end)).parts
          const same = again.some((other) =>
            'text' in part && 'text' in other ? other.text === part.text : 'value' in other,
          )
          expect(same).toBe(true)
        }
      }),
    ))
})

describe('compileQuery', () => {
  test.each([
    ['قمح وقود', "('قمح' | '=قمح') & ('وقود' | '=وقود')"],
    ['قمح OR وقود ميناء', "(('قمح' | '=قمح') | ('وقود' | '=وقود')) & ('ميناء' | '=ميناء')"],
    ['"قمح وقود"', "('=قمح' <-> '=وقود')"],
    ['-"قمح وقود" =سفن', "!('=قمح' <-> '=وقود') & '=سفن'"],
    ['title:قمح', "('قمح':A | '=قمح':A)"],
    ['F-16', "(('f' | '=f') <-> ('16' | '=16'))"],
    ["'O\\'Neill'", "(('o' | '=o') <-> ('neill' | '=neill'))"],
  ])('%s', (query, expected) => expect(compileQuery(parseQuery(query)).tsquery).toBe(expected))

  test('a query of operators alone has no words', () => {
    expect(compileQuery(parseQuery('outlet:صدى'))).toMatchObject({ hasPositive: false, filters: { outlets: ['صدى'] } })
    expect(compileQuery(parseQuery('-after:2020')).filters.before).toEqual([
      { from: '2020-01-01', until: '2020-01-01' },
    ])
  })
})
