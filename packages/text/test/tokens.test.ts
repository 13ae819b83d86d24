import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { cover, stemOf, textOf, tokenize } from '../src/index.js'
import { drawn } from './marked.js'

describe('clitics', () => {
  test.each([
    ['the article hides behind ل', 'للأسد', 'ل+ال+أسد'],
    ['conjunction, preposition, article', 'وبالمدينة', 'و+ب+ال+مدينة'],
    ['future', 'وسيجتمعون غداً', 'و+س+يجتمعون غداً'],
    ['a pronoun uncovers ت for ة', 'سيارته', 'سيارت+ه'],
    ['a pronoun on a verb', 'أبلغتهم', 'أبلغت+هم'],
    ['a preposition that carries its pronoun', 'وله بها علاقة', 'و+ل+ه ب+ها علاقة'],
    ['و that belongs to the word', 'وزير ووكالة ووفد', 'وزير و+وكالة و+وفد'],
    ['his ministry and his will, not «and she visited him»', 'وزارته وصيته', 'وزارت+ه وصيت+ه'],
    ['ب that belongs to the word', 'بغداد بيروت بوتين', 'بغداد بيروت بوتين'],
    ['ل that belongs to the word', 'لبنان ليبيا لجنة', 'لبنان ليبيا لجنة'],
    ['ك that belongs to the word', 'كتائب كوريا كما', 'كتائب كوريا كما'],
    ['ف that belongs to the word', 'فرنسا فلسطين فاز', 'فرنسا فلسطين فاز'],
    ['س that belongs to the word', 'سيارات سيناء سيدي', 'سيارات سيناء سيدي'],
    ['final letters that look like pronouns', 'اتهم وجه تايوان اتجاه', 'اتهم وجه تايوان اتجاه'],
    ['ال that belongs to the word', 'التقى الوفد والتزم الذين', 'التقى ال+وفد و+التزم الذين'],
    ['a hamza is no article', 'ألمانيا وإلكتروني', 'ألمانيا و+إلكتروني'],
    ['ى is no pronoun', 'بإحدى المدن', 'ب+إحدى ال+مدن'],
    ['marks and tatweel stay with their letter', 'وَقـــالَ', 'وَ+قـــالَ'],
    ['quotation marks part words', '«الراصد»، (سالم)', '« ال+راصد » ، ( سالم )'],
    ['numbers keep their inner marks', '3.5 و١٬٢٠٠ و17:15', '3.5 و ١٬٢٠٠ و 17:15'],
    ['an address is one token', 'عبر https://a.example/x?y=1، اليوم', 'عبر https://a.example/x?y=1 ، ال+يوم'],
    ['a name that its text prints bare as well', 'لقاآني زيارة قاآني', 'ل+قاآني زيارة قاآني'],
    ['a Latin name', "Jean-Luc's وقال", "Jean-Luc's و+قال"],
  ])('%s', (_name, printed, expected) => {
    expect(drawn(printed)).toBe(expected)
  })
})

const alphabet = fc
  .array(
    fc.constantFrom(
      ...'والسفبكلهاميتنرقدةىأإ ءئ.،«»0٣a',
      '\u064e',
      '\u0651',
      '\u0640',
      '\u200f',
      '\u200c',
      '😀',
      '\ud800',
    ),
    {
      maxLength: 60,
    },
  )
  .map((units) => textOf('article', units.join('')))

test('segments cover every token without gaps, in order, and tokens never overlap', () =>
  fc.assert(
    fc.property(alphabet, (text) => {
      let before = 0
      for (const token of tokenize(text)) {
        expect(token.start).toBeGreaterThanOrEqual(before)
        expect(cover(text, token)).toBe(token.text)
        let at = token.start
        for (const segment of token.segments) {
          expect(segment.start).toBe(at)
          expect(segment.end).toBeGreaterThan(segment.start)
          at = segment.end
        }
        expect(at).toBe(token.end)
        expect(token.segments.filter((s) => s.role === 'stem')).toHaveLength(1)
        expect(stemOf(token).role).toBe('stem')
        before = token.end
      }
    }),
  ))

test('only white space and format characters lie between tokens', () =>
  fc.assert(
    fc.property(alphabet, (text) => {
      let rest = ''
      let before = 0
      for (const token of tokenize(text)) {
        rest += text.value.slice(before, token.start)
        before = token.end
      }
      rest += text.value.slice(before)
      expect(rest).toMatch(/^[\s\p{Cf}]*$/u)
    }),
  ))

/** What tokens are, said as one expression: slow, and the measure of the cutting by tables. */
const TOKEN =
  /(?<address>(?:https?:\/\/|www\.)[^\s«»"<>()،؛؟]*[\p{L}\p{N}/_=-]|[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,5})|(?<number>\p{Nd}+(?:[.,:/٫٬،]\p{Nd}+)*)|(?<word>[\p{L}\p{M}\u0640\u200c\u200d]+(?:['’-][\p{Script=Latin}]+)*)|(?<mark>[^\s\p{Cf}])/gu

const units = fc
  .array(
    fc.oneof(
      fc.constantFrom('http://', 'https://', 'www.', 'a@b.example', '@', 'h', 'w'),
      fc.constantFrom(..."وال ٣0.,:/٫٬،-_=+'’«»()؟aéªⅣ\u0301\u064e\u0640\u200c\u200f\ufeff\u00a0\n"),
      fc.constantFrom('😀', '𝒜', '𝟏', '\u{1ee00}', '\u{e0001}', '\u{1d173}', '\ud800', '\udc00'),
    ),
    { maxLength: 40 },
  )
  .map((drawn) => drawn.join(''))

test('tokens are those of the expression', () =>
  fc.assert(
    fc.property(units, (value) => {
      const expected = [...value.matchAll(TOKEN)].map(({ 0: text, index, groups = {} }) => {
        const { mark } = groups
        const kind = mark === undefined ? undefined : /^\p{P}$/u.test(mark) ? 'punctuation' : 'symbol'
        return [index, text, kind ?? ['address', 'number', 'word'].find((name) => groups[name] !== undefined)]
      })
      expect(tokenize(textOf('article', value)).map(({ start, text, kind }) => [start, text, kind])).toEqual(expected)
    }),
    { numRuns: 500 },
  ))

test('no text is too much: a long run of letters, of slashes, of addresses', () => {
  for (const [unit, tokens] of [
    ['ا', 1],
    ['/', 50_000],
    ['http://!', 2],
    ['a@', 100_000],
  ] as const)
    expect(tokenize(textOf('article', unit.repeat(50_000)))).toHaveLength(tokens)
})
