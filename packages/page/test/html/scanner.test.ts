import fc from 'fast-check'
import { Parser } from 'htmlparser2'
import { expect, test } from 'vitest'
import { scanMarkup } from '../../src/html/scanner.js'

const RAW = new Set(['script', 'style', 'textarea', 'title', 'iframe', 'noembed', 'noframes', 'xmp'])

/** Tags, attributes and text in order, adjoining texts joined. */
function ours(source: string): string[] {
  const events: string[] = []
  let tag = ''
  let attributes: string[] = []
  let text = ''
  const flush = (): void => {
    if (text !== '') events.push(`text ${text}`)
    text = ''
  }
  scanMarkup(source, {
    text: (start, end) => {
      text += source.slice(start, end)
    },
    startTag: (_at, start, end) => {
      tag = source.slice(start, end).toLowerCase()
      attributes = []
    },
    attribute: (nameStart, nameEnd, start, end) => {
      attributes.push(`${source.slice(nameStart, nameEnd).toLowerCase()}=${source.slice(start, end)}`)
    },
    startTagEnd: () => {
      flush()
      events.push([`<${tag}`, ...attributes].join(' '))
      return RAW.has(tag) ? tag : undefined
    },
    endTag: (_at, start, end) => {
      flush()
      events.push(`</${source.slice(start, end).toLowerCase()}`)
    },
  })
  flush()
  return events
}

/** The same from htmlparser2's parser, as far as it can be asked: start tags with their attributes, and text. */
function theirs(source: string): string[] {
  const events: string[] = []
  let text = ''
  const flush = (): void => {
    if (text !== '') events.push(`text ${text}`)
    text = ''
  }
  let attributes: string[] = []
  const parser = new Parser(
    {
      ontext: (words) => {
        text += words
      },
      onopentagname: () => {
        attributes = []
      },
      onattribute: (name, value) => {
        attributes.push(`${name}=${value}`)
      },
      onopentag: (name, _attributes, implied) => {
        if (implied) return
        flush()
        events.push([`<${name}`, ...attributes].join(' '))
      },
      onclosetag: (name, implied) => {
        if (implied) return
        flush()
        events.push(`</${name}`)
      },
    },
    { decodeEntities: false },
  )
  parser.write(source)
  parser.end()
  flush()
  return events
}

test.each([
  ['a paragraph', '<p>خبر</p>'],
  ['quotes of three kinds', `<a href="x" class='y z' id=w>م</a>`],
  ['an attribute without a value', '<div hidden class>م</div>'],
  ['a quoted greater-than sign', '<div title="a > b">م</div>'],
  ['spaces around the sign', '<div class = "a"  id\n=\n"b">م</div>'],
  ['a comment with tags', 'أ<!-- <p>x</p> -->ب'],
  ['empty comments', 'أ<!-->ب<!--->ج'],
  ['a declaration', '<!DOCTYPE html><p>م</p>'],
  ['script text', '<script>if (a < b) "</p>"</script><p>م</p>'],
  ['an end tag in capitals', '<STYLE>p {}</Style ><P>م</P>'],
  ['a less-than sign in text', 'أ < ب <3 ج'],
  ['a processing instruction', '<?xml version="1.0"?><p>م</p>'],
])('%s', (_name, source) => {
  expect(ours(source)).toEqual(theirs(source))
})

test('reads well-formed mark-up as htmlparser2 does', () => {
  const words = fc.stringMatching(/^[\p{Script=Arabic}a-z .&;]{1,12}$/u)
  const attribute = fc
    .tuple(
      fc.constantFrom('class', 'id', 'href', 'data-x'),
      words.filter((w) => !w.includes('"')),
    )
    .map(([name, value]) => `${name}="${value}"`)
  const { node } = fc.letrec<{ node: string }>((tie) => ({
    node: fc.oneof(
      { maxDepth: 4 },
      words,
      fc.constantFrom('<br>', '<!-- x < y -->', '<img src=a>'),
      fc
        .tuple(
          fc.constantFrom('b', 'span', 'section', 'em'),
          fc.uniqueArray(attribute, { maxLength: 2, selector: (a) => a.split('=')[0] }),
          fc.array(tie('node'), { maxLength: 3 }),
        )
        .map(([tag, attributes, inner]) => `<${[tag, ...attributes].join(' ')}>${inner.join('')}</${tag}>`),
    ),
  }))
  fc.assert(
    fc.property(fc.array(node, { maxLength: 5 }), (nodes) => {
      const source = nodes.join('')
      expect(ours(source)).toEqual(theirs(source))
    }),
  )
})

test('never loses its way in arbitrary text', () => {
  const noise = fc.array(
    fc.constantFrom('<', '>', '/', '!', '--', '"', "'", '=', 'p', ' ', 'script', '</script>', '<p ', 'س', '\0'),
    { maxLength: 40 },
  )
  fc.assert(
    fc.property(noise, (parts) => {
      const source = parts.join('')
      let reached = 0
      scanMarkup(source, {
        text: (start, end) => {
          expect(start).toBeGreaterThanOrEqual(reached)
          expect(end).toBeGreaterThan(start)
          reached = end
        },
        startTag: (at) => {
          expect(at).toBeGreaterThanOrEqual(reached)
          reached = at
        },
        attribute: () => {},
        startTagEnd: () => undefined,
        endTag: (at) => {
          expect(at).toBeGreaterThanOrEqual(reached)
          reached = at
        },
      })
      expect(reached).toBeLessThanOrEqual(source.length)
    }),
  )
})
