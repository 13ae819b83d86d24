import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { decode } from '../../src/decode.js'
import { htmlBlocks } from '../../src/html/html-blocks.js'

const STORY = '<p>وقال المتحدث إن الوفد وصل إلى المدينة مساء أمس، وإن اللقاء سيعقد اليوم في مقر البلدية القديم.</p>'

/** The body candidates of a page; throws when the capture is refused. */
function bodyOf(html: string): string[] {
  const page = decode({ bytes: new TextEncoder().encode(html) })
  if (!page.ok) throw new Error(page.reason.kind)
  return htmlBlocks(page.value)
    .blocks.filter(({ html: features }) => features?.inContainer === true && features.verdict === undefined)
    .map(({ text }) => text)
}

const plain = STORY.replace(/<[^>]*>/g, '')

describe('a story behind', () => {
  test.each([
    ['100,000 open blocks', `<html>${'<div>'.repeat(100_000)}${STORY}`],
    ['100,000 open tables', `<html>${'<table><tr><td>'.repeat(100_000)}${STORY}`],
    ['200,000 stray end tags', `<html><section><table><tr><td>${'</section></p>'.repeat(200_000)}${STORY}`],
    ['an attribute of a megabyte', `<html><div class="${'x '.repeat(500_000)}">${STORY}</div>`],
    ['a hundred thousand attributes', `<html><div ${'class="x" '.repeat(100_000)}>${STORY}</div>`],
    ['deep JSON-LD', `<html><script type="application/ld+json">${'['.repeat(100_000)}</script>${STORY}`],
    ['a title of a megabyte', `<html><title>${'كلمة | '.repeat(150_000)}</title>${STORY}`],
    ['a comment that never ends, after it', `<html>${STORY}${'<!-- '.repeat(100_000)}`],
    ['a quote that never ends, after it', `<html>${STORY}${'<a href="'.repeat(100_000)}`],
    ['a script that never ends, after it', `<html>${STORY}${'<script></scrip'.repeat(100_000)}`],
  ])('%s is found', (_name, html) => {
    expect(bodyOf(html)).toEqual([plain])
  })
})

test('50 MB on one line are read', { timeout: 240_000 }, () => {
  const words = 'كلمة وكلمة أخرى بعدها، '
  const html = `<html><p>${words.repeat(Math.ceil(50_000_000 / new TextEncoder().encode(words).length))}</p></html>`
  expect(bodyOf(html)[0]?.length).toBeGreaterThan(20_000_000)
})

test('NUL bytes are dropped from the text', () => {
  expect(bodyOf(`<html>${STORY.replace('المتحدث', 'المت\0حدث')}`)).toEqual([plain])
})

test('bytes of any kind never throw', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 400 }), (noise) => {
      const html = new TextEncoder().encode(`<html><body>${STORY}<p>`)
      const page = decode({ bytes: Uint8Array.from([...html, ...noise]) })
      if (page.ok && page.value.kind === 'html') htmlBlocks(page.value)
    }),
  )
})

test('mark-up of any kind keeps spans in the page and in order', () => {
  const part = fc.constantFrom(
    STORY,
    '<div>',
    '</div>',
    '<p>',
    '</p>',
    '<br>',
    '<a href="/x">',
    '</a>',
    '<table><tr><td>',
    '</td></tr></table>',
    '<ul><li>',
    '</ul>',
    '<h1>عنوان</h1>',
    '<div class="related">',
    '<aside>',
    '</aside>',
    '<b>',
    '</b>',
    'كلمة &amp; أخرى',
    '&nbsp;',
    '<script>x</script>',
    '<form>',
    '</form>',
    '<',
    '>',
    '\0',
  )
  fc.assert(
    fc.property(fc.array(part, { maxLength: 40 }), (parts) => {
      const value = parts.join('')
      const { blocks } = htmlBlocks({
        text: { frame: 'page', value },
        kind: 'html',
        encoding: 'utf-8',
        encodingFrom: 'default',
      })
      let reached = 0
      for (const { page, runs, text } of blocks) {
        expect(page.start).toBeGreaterThanOrEqual(reached)
        expect(page.end).toBeLessThanOrEqual(value.length)
        reached = page.end
        expect(runs.reduce((sum, run) => sum + run.length, 0)).toBe(text.length)
      }
    }),
  )
})
