import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { blockText, plainText } from '../../src/html/block-text.js'
import { segments } from '../../src/html/segment.js'
import { LINKED, readTree } from '../../src/html/tree.js'

/** Each run of text with the tags from its block outward: `p<div: words`. */
const outline = (source: string): string[] =>
  segments(readTree(source)).map(({ element, text }) => {
    const tags: string[] = []
    for (let e: typeof element | undefined = element; e !== undefined && e.tag !== 'html'; e = e.parent)
      tags.push(e.tag)
    return `${tags.join('<')}: ${text}`
  })

describe('blocks', () => {
  test.each([
    ['paragraphs', '<div><p>أول سطر<p>ثاني سطر</div>', ['p<div: أول سطر', 'p<div: ثاني سطر']],
    [
      'a block closes an open paragraph',
      '<p>قبل ذلك<div>في الداخل</div>بعد ذلك',
      ['p: قبل ذلك', 'div: في الداخل', ': بعد ذلك'],
    ],
    [
      'line breaks',
      '<div>سطر أول<br>سطر ثان<br/><br />سطر ثالث</div>',
      ['div: سطر أول', 'div: سطر ثان', 'div: سطر ثالث'],
    ],
    ['list items close each other', '<ul><li>بند أول<li>بند ثان</ul>', ['li<ul: بند أول', 'li<ul: بند ثان']],
    [
      'cells close each other',
      '<table><tr><td>خلية أولى<td>خلية ثانية<tr><td>خلية ثالثة</table>',
      ['td<tr<table: خلية أولى', 'td<tr<table: خلية ثانية', 'td<tr<table: خلية ثالثة'],
    ],
    [
      'an end tag does not leave its cell',
      '<div><table><tr><td>في الخلية</div>ما زال فيها</td></tr></table></div>',
      ['td<tr<table<div: في الخليةما زال فيها'],
    ],
    ['a stray end tag is nothing', '<div>كلمة</section></b> أخرى</div>', ['div: كلمة أخرى']],
    [
      'text after the end of the body',
      '<body><p>متن الخبر</p></body></html><p>ذيل الصفحة',
      ['p<body: متن الخبر', 'p<body: ذيل الصفحة'],
    ],
    [
      'scripts, styles and forms say nothing',
      '<p>قال<script>var a = "لا"</script> الوزير</p><style>p{}</style><select><option>خيار</select>',
      ['p: قال الوزير'],
    ],
    ['a tooltip inside a paragraph', '<p>قال <span class="tooltip">من هو؟</span>الوزير</p>', ['p: قال الوزير']],
    [
      'a form closed inside a block',
      '<form><div>أول كلام</form>ثاني كلام</div>',
      ['div<form: أول كلام', 'div<form: ثاني كلام'],
    ],
  ])('%s', (_name, source, expected) => {
    expect(outline(source)).toEqual(expected)
  })
})

test('a link that ends inside open blocks ends there', () => {
  const [first, second] = readTree('<a href="/x"><div><h3>عنوان آخر</h3></a><p>متن الخبر هنا</p></div>').drafts
  expect((first?.pieces[2] ?? 0) & LINKED).toBe(LINKED)
  expect((second?.pieces[2] ?? 0) & LINKED).toBe(0)
})

describe('depth', () => {
  test.each(['div', 'b', 'table', 'ul', 'section'])('a hundred thousand nested %s', (tag) => {
    const source = `${`<${tag}>`.repeat(100_000)}كلمات في القاع${`</${tag}>`.repeat(100_000)}<p>بعد كل ذلك`
    const { drafts, elements } = readTree(source)
    expect(drafts).toHaveLength(2)
    expect(Math.max(...elements.map(({ depth }) => depth))).toBeLessThanOrEqual(513)
  })

  test('the tree outside the deep part is whole again', () => {
    const deep = `${'<div>'.repeat(2000)}قاع${'</div>'.repeat(2000)}`
    expect(outline(`<main>${deep}<p>بعد القاع</p></main>`).at(-1)).toBe('p<main: بعد القاع')
  })
})

describe('text', () => {
  test.each([
    ['entities', 'قال&nbsp;الوزير &laquo;نعم&raquo; &amp; مضى', 'قال الوزير «نعم» & مضى'],
    ['entities without an end', 'A&ampB &copy 2019 &bogus; &', 'A&B © 2019 &bogus; &'],
    ['white space', '  سطر\n\t أول \u00a0 ', 'سطر أول'],
    ['zero-width non-joiner stays', 'می\u200cشود', 'می\u200cشود'],
    ['NUL goes', 'المت\0حدث', 'المتحدث'],
    ['a surrogate entity is replaced', 'x&#xD800;y', 'x\ufffdy'],
  ])('%s', (_name, raw, expected) => {
    expect(plainText(raw)).toBe(expected)
  })

  test('every unit leads back to its source', () => {
    const piece = fc
      .array(
        fc.constantFrom('قال', ' ', '  ', '\n', '&nbsp;', '&amp;', '&#1575;', '&', '\u200c', '\0', 'a', '😀', '\u00a0'),
        { maxLength: 12 },
      )
      .map((p) => p.join(''))
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 4 }), (raw) => {
        let source = ''
        const pieces: number[] = []
        for (const part of raw) {
          source += '<b>'
          pieces.push(source.length, source.length + part.length, 0)
          source += part
        }
        const { text, runs } = blockText(source, pieces)
        let at = 0
        for (const run of runs) {
          expect(run.article).toBe(at)
          at += run.length
          const printed = source.slice(run.page, run.page + run.pageLength)
          const words = text.slice(run.article, run.article + run.length)
          if (run.length === run.pageLength) expect(printed.replace(/\s/g, ' ')).toBe(words)
          else expect(plainText(`.${printed}.`)).toBe(`.${words}.`)
        }
        expect(at).toBe(text.length)
        expect(text).toBe(text.trim().replace(/\s+/g, ' '))
      }),
    )
  })
})
