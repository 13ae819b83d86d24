import { searchTerms } from '@isnad/text'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { quoteLexeme, termVector } from '../src/search/term-vector.js'
import { backends, type TestStore } from './backends.js'

/** The same vector written out, as PostgreSQL reads it from text. */
function literalOf(title: string, body: string): string {
  const titleTerms = searchTerms(title)
  const place = (position: number, weight: string): string => `${Math.min(position, 16383)}${weight}`
  const pieces = (terms: typeof titleTerms, offset: number, weight: string): string[] =>
    terms.flatMap(({ stem, exact }, i) =>
      [stem, `=${exact}`].map((lexeme) => `${quoteLexeme(lexeme)}:${place(offset + i + 1, weight)}`),
    )
  return [...pieces(titleTerms, 0, 'A'), ...pieces(searchTerms(body), titleTerms.length + 8, '')].join(' ')
}

for (const backend of backends) {
  describe.skipIf(backend.missing !== undefined)(`term vectors on ${backend.name}`, () => {
    let at: TestStore
    beforeAll(async () => {
      at = await backend.create()
    }, 60_000)
    afterAll(() => at.discard())

    test.each([
      ['title and body', 'الوزير في الميناء', 'قال الوزير إن الميناء، أي ميناء سهيل، مغلق.'],
      ['nothing', '', ''],
      ['other scripts', 'F-16 Ünïcode', 'CNN 世界 𐊀𐊁 ٣٫٥ می‌شود ١٢'],
      ['a word more often than a lexeme keeps places', '', 'قال '.repeat(400)],
      ['more words than there are positions', 'عنوان', 'من وإلى هنا '.repeat(7000)],
    ])('%s: the engine reads the binary form as it reads the text', async (_name, title, body) => {
      const { binary, words } = termVector(title, body)
      expect(words).toBe(searchTerms(title).length + searchTerms(body).length)
      const [row] = await at.database.query<{ binary: string; text: string }>(
        'select $1::tsvector::text as binary, $2::text::tsvector::text as text',
        [binary, literalOf(title, body)],
      )
      // We keep one place less than the engine would.
      const places = (vector = ''): string =>
        vector
          .split(' ')
          .map((lexeme) => lexeme.split(',').slice(0, 255).join(','))
          .join(' ')
      expect(places(row?.binary) === places(row?.text)).toBe(true)
    })
  })
}
