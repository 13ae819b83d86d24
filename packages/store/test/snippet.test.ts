import fc from 'fast-check'
import { expect, test } from 'vitest'
import { compileQuery } from '../src/search/compile-query.js'
import { parseQuery } from '../src/search/parse-query.js'
import { snippetOf } from '../src/search/snippet.js'

const soughtIn = (query: string) => compileQuery(parseQuery(query)).sought

/** The snippet in one line: what is cut as `…`, marks in braces. */
function drawn(text: string, query: string): string | undefined {
  const snippet = snippetOf(text, 0, soughtIn(query))
  if (snippet === undefined) return undefined
  let out = snippet.cutBefore ? '… ' : ''
  let at = 0
  for (const { start, end } of snippet.marks) {
    out += `${snippet.text.slice(at, start)}{${snippet.text.slice(start, end)}}`
    at = end
  }
  return out + snippet.text.slice(at) + (snippet.cutAfter ? ' …' : '')
}

const FILLER = 'وتتابع اللجنة أعمالها في العاصمة منذ أسبوع كامل دون انقطاع. '

test.each([
  ['plain', 'وصلت السفينة إلى الميناء', 'سفينة', 'وصلت {السفينة} إلى الميناء'],
  [
    'phrase only where it stands whole',
    'رئيس اللجنة ورئيس الحكومة هنا',
    '"رئيس اللجنة"',
    '{رئيس اللجنة} ورئيس الحكومة هنا',
  ],
  ['exact form only', 'الميناء ميناء', '=ميناء', 'الميناء {ميناء}'],
  ['vowel marks and tatweel', 'وصلت السَّفـــينة', 'السفينة', 'وصلت {السَّفـــينة}'],
  ['negated words are not marked', 'قمح ووقود', 'قمح -شعير', '{قمح} ووقود'],
  ['nothing to mark', 'قمح ووقود', 'ميناء', undefined],
])('%s', (_name, text, query, expected) => expect(drawn(text, query)).toBe(expected))

test('the window goes where the most different words stand, and begins with their sentence', () => {
  const text = `الميناء مغلق. ${FILLER.repeat(6)}وصلت سفينة القمح إلى الميناء. ${FILLER.repeat(6)}`
  expect(drawn(text, 'ميناء سفينة قمح')).toMatch(/^… وصلت \{سفينة\} \{القمح\} إلى \{الميناء\}\. .* …$/)
})

test('a match far behind is found', () => {
  expect(drawn(`${FILLER.repeat(900)}وصلت سفينة القمح`, 'سفينة')).toMatch(/\{سفينة\} القمح$/)
})

test('marks lie in the window, in order, and the window is cut from the article', () => {
  const words = fc.constantFrom(...'سفينة القمح الميناء، وصلت. 😀 \u064e \n \u0640 abc'.split(' '))
  fc.assert(
    fc.property(fc.array(words, { maxLength: 400 }), fc.array(words, { maxLength: 4 }), (all, query) => {
      const text = all.join(' ')
      const snippet = snippetOf(text, 0, soughtIn(query.join(' ')))
      if (snippet === undefined) return
      expect(text.slice(snippet.article.start, snippet.article.end).replace(/[\n\r\t]/g, ' ')).toBe(snippet.text)
      expect(snippet.marks.length).toBeGreaterThan(0)
      let at = 0
      for (const { start, end } of snippet.marks) {
        expect(start).toBeGreaterThanOrEqual(at)
        expect(end).toBeGreaterThan(start)
        at = end
      }
      expect(at).toBeLessThanOrEqual(snippet.text.length)
    }),
  )
})
