import { type Article, type Block, pageMap } from '@isnad/page'
import { no, textOf, yes } from '@isnad/text'
import type { Reader } from '../src/reading/reader.js'
import { plainAnnotations } from './plain-annotations.js'

/**
 * Reads a page by a rule that a test can follow by eye: line 1 is the title, «>» opens a share bar, «!» a privacy token, all
 * else is body. An empty page has no article, «boom» breaks the reader.
 */
export const plainReader: Reader = {
  analyser: '0.1.0',
  annotate: plainAnnotations,
  read(capture) {
    const text = Buffer.from(capture.bytes).toString('utf8')
    if (text === 'boom') throw new Error('the reader broke')
    if (text.trim() === '') return no({ kind: 'empty' })
    const lines = text.split('\n')
    let at = 0
    let length = 0
    const blocks: Block[] = []
    const kept: string[] = []
    for (const [number, line] of lines.entries()) {
      const page = { start: at, end: at + line.length }
      at += line.length + 1
      if (line.startsWith('>')) {
        blocks.push({ label: 'widget', page, text: line, rule: 'widget/share-bar' })
      } else if (line.startsWith('!')) {
        blocks.push({ label: 'privacy-token', page, text: line, rule: 'privacy-token/address' })
      } else {
        const article = { start: length, end: length + line.length }
        length += line.length + 1
        kept.push(line)
        const label = number === 0 ? 'title' : line.startsWith('#') ? 'subhead' : 'body'
        blocks.push({ label, page, article, text: line, rule: number === 0 ? 'title/printed' : 'body/paragraph' })
      }
    }
    const spans = blocks.flatMap(({ article }) => (article === undefined ? [] : [article]))
    const [title, ...body] = spans
    const article: Article = {
      text: textOf('article', kept.join('\n')),
      ...(title === undefined ? {} : { title }),
      body,
      blocks,
      removals: blocks.flatMap(({ label, page, rule, text: words }) =>
        label === 'widget' ? [{ label, page, rule, text: words }] : [],
      ),
      metadata: {
        outlet: { value: 'صحيفة المثال', from: 'text', page: { start: 0, end: 4 } },
        published: {
          value: { local: '2025-04-06T10:00:00+03:00', grain: 'minute', instant: '2025-04-06T07:00:00Z' },
          from: 'meta',
        },
        canonicalUrl: { value: capture.url ?? 'javascript:alert(1)', from: 'link' },
        authors: [],
        credits: [{ kind: 'unnamed', text: 'متابعات' }],
        language: 'ar',
        direction: 'rtl',
      },
      map: pageMap([]),
      personal: [],
    }
    const page = {
      text: textOf('page', text),
      kind: 'text' as const,
      encoding: 'utf-8',
      encodingFrom: 'default' as const,
    }
    return yes({ article, page })
  },
}
