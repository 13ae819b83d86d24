import { describe, expect, test } from 'vitest'
import { decode } from '../src/decode.js'
import { isFeed, readFeed } from '../src/feed.js'

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text)
const rss = (items: string, head = ''): string =>
  `<?xml version="1.0" encoding="UTF-8"?>${head}<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>شبكة الواحة</title><link>https://waha.example</link>${items}</channel></rss>`
const ITEM =
  '<item><title>عودة القطار الليلي</title><link>https://waha.example/n/1</link><guid isPermaLink="false">n-1</guid><dc:creator>سلمى الحداد</dc:creator><pubDate>Sun, 03 Mar 2019 19:45:00 +0300</pubDate><description>موجز</description><content:encoded><![CDATA[<p>عاد القطار الليلي إلى الخدمة.</p>]]></content:encoded></item>'

const entriesOf = (xml: string, url?: string) => {
  const outcome = readFeed({ bytes: utf8(xml), ...(url !== undefined && { url }) })
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.reason))
  return outcome.value
}

test('an RSS entry becomes a capture with its metadata', () => {
  const { title, entries } = entriesOf(rss(ITEM))
  expect(title).toBe('شبكة الواحة')
  expect(entries).toHaveLength(1)
  expect(entries[0]).toMatchObject({
    id: 'n-1',
    capture: {
      url: 'https://waha.example/n/1',
      given: {
        title: 'عودة القطار الليلي',
        outlet: 'شبكة الواحة',
        byline: 'سلمى الحداد',
        published: '2019-03-03T19:45:00+03:00',
        url: 'https://waha.example/n/1',
      },
    },
  })
  const page = decode(entries[0]?.capture ?? { bytes: utf8('') })
  expect(page.ok && page.value.kind).toBe('html')
  expect(page.ok && page.value.text.value).toContain('<p>عاد القطار الليلي إلى الخدمة.</p>')
})

test('an Atom entry with relative link, author and elements as content', () => {
  const { entries } = entriesOf(
    '<feed xmlns="http://www.w3.org/2005/Atom"><title>Quay</title><entry><title type="html">A &amp;amp; B</title><id>tag:q,1</id><link rel="alternate" href="/a"/><link rel="enclosure" href="/b.mp3"/><author><name>Rana Kessler</name></author><published>2021-02-03T08:00:00+02:00</published><updated>2021-02-04T08:00:00+02:00</updated><content type="xhtml"><div><p>Text <a href="/x">linked</a>.</p></div></content></entry></feed>',
    'https://quay.example/feed',
  )
  expect(entries[0]?.capture).toMatchObject({
    url: 'https://quay.example/a',
    given: {
      title: 'A & B',
      byline: 'Rana Kessler',
      published: '2021-02-03T08:00:00+02:00',
      modified: '2021-02-04T08:00:00+02:00',
    },
  })
  expect(new TextDecoder().decode(entries[0]?.capture.bytes)).toContain('<p>Text <a href="/x">linked</a>.</p>')
})

describe('feeds that are not well-formed', () => {
  test.each([
    ['a bare ampersand', rss(ITEM.replace('موجز', 'أ & ب') + ITEM)],
    ['an HTML entity', rss(ITEM.replace('موجز', 'أ&nbsp;ب') + ITEM)],
    ['an unclosed tag in a description', rss(ITEM.replace('موجز', 'أ<br>ب') + ITEM)],
    ['a cut end', rss(ITEM + ITEM).replace('</channel></rss>', '')],
  ])('%s', (_name, xml) => {
    const { entries, faults } = entriesOf(xml)
    expect(entries).toHaveLength(2)
    expect(entries[1]?.capture.given?.title).toBe('عودة القطار الليلي')
    expect(faults.length).toBeGreaterThan(0)
  })

  test('an entry cut in the middle keeps what it has', () => {
    const xml = rss(ITEM + ITEM)
    const { entries } = entriesOf(xml.slice(0, xml.lastIndexOf('القطار الليلي إلى')))
    expect(entries).toHaveLength(2)
  })
})

describe('hostile XML', () => {
  test('declared entities are not expanded', () => {
    const bomb = '<!DOCTYPE r [<!ENTITY a "لللللللللل"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">]>'
    const { entries } = entriesOf(
      rss(ITEM.replace('موجز', '&b;').replace(/<content:encoded>.*<\/content:encoded>/, ''), bomb),
    )
    expect(entries.every(({ capture }) => capture.bytes.length < 500)).toBe(true)
  })

  test('nothing that the document names is read', () => {
    const external = '<!DOCTYPE r [<!ENTITY x SYSTEM "file:///etc/passwd">]>'
    const { entries } = entriesOf(
      rss(ITEM.replace('موجز', '&x;').replace(/<content:encoded>.*<\/content:encoded>/, ''), external),
    )
    expect(new TextDecoder().decode(entries[0]?.capture.bytes)).not.toContain('root:')
  })
})

test('what is no feed, holds nothing, or is too large is said so', () => {
  expect(readFeed({ bytes: utf8('<html><body>x</body></html>') })).toEqual({
    ok: false,
    reason: { kind: 'not-a-feed' },
  })
  expect(readFeed({ bytes: utf8(rss('')) })).toMatchObject({ ok: false, reason: { kind: 'no-entries' } })
  expect(readFeed({ bytes: utf8(rss(ITEM)) }, 100)).toMatchObject({
    ok: false,
    reason: { kind: 'too-large', limit: 100 },
  })
  expect(isFeed(utf8(rss(ITEM)))).toBe(true)
})
