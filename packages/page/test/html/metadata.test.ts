import { describe, expect, test } from 'vitest'
import { personNames } from '../../src/html/byline.js'
import { readJsonLd } from '../../src/html/evidence.js'
import { htmlBlocks } from '../../src/html/html-blocks.js'
import { readPrintedDate } from '../../src/html/printed-date.js'
import { dateInPath, readDate } from '../../src/html/read-date.js'
import { headlineKey, siteInTitle, withoutSite } from '../../src/html/title.js'

test.each([
  ['2019-11-19T13:03:00.000Z', '2019-11-19T13:03:00+00:00', 'second'],
  ['2019-11-19T06:56-05:00', '2019-11-19T06:56:00-05:00', 'minute'],
  ['2020-02-18 T 07:20:50 +0330', '2020-02-18T07:20:50+03:30', 'second'],
  ['2019-11-19 02:24:00', '2019-11-19T02:24:00', 'second'],
  ['2019/11/19', '2019-11-19', 'day'],
  ['20201122T171500Z', '2020-11-22T17:15:00+00:00', 'second'],
  ['1574168580', '2019-11-19T13:03:00+00:00', 'second'],
  ['1574168580000', '2019-11-19T13:03:00+00:00', 'second'],
  ['Tue, 19 Nov 2019 05:44:06 +0200', '2019-11-19T05:44:06+02:00', 'second'],
  ['Tue Nov 19 2019 05:44:06 GMT+0000', '2019-11-19T05:44:06+00:00', 'second'],
  ['Published Wed, Nov 20 2019 4:29 AM EST', '2019-11-20T04:29:00-05:00', 'minute'],
  ['November 18th, 2019 at 11:08 p.m.', '2019-11-18T23:08:00', 'minute'],
  ['12:30 AM, 1 May 2020', '2020-05-01T00:30:00', 'minute'],
  ['sexta-feira, 22 de outubro de 2010 às 20:13', '2010-10-22T20:13:00', 'minute'],
  ['le 3 février 2021', '2021-02-03', 'day'],
  ['8. März 2021', '2021-03-08', 'day'],
  ['19 ноября 2019', '2019-11-19', 'day'],
])('reads %s', (stamp, local, grain) => {
  expect(readDate(stamp)).toMatchObject({ local, grain })
})

test.each([
  '0001-01-01T00:00:00Z',
  '1970-01-01',
  '2019-13-40',
  'Nov 2019',
  '31 February 2020',
  'Page 3 of 2019',
  '',
])('finds no date in %s', (stamp) => {
  expect(readDate(stamp)).toBeUndefined()
})

test.each([
  ['الأحد 3 آذار / مارس 2019 07:45 مساءً', '2019-03-03T19:45:00'],
  ['8 فيفري 2019', '2019-02-08'],
  ['الأربعاء، 07 أكتوبر 2020 - 12:09 م', '2020-10-07T12:09:00'],
  ['۲۹ بهمن ۱۳۹۸ - ۰۶:۵۵', '2020-02-18T06:55:00'],
  ['2020.11.22 | 17:15 دمشق', '2020-11-22T17:15:00+02:00'],
])('reads the printed %s', (stamp, local) => {
  expect(readPrintedDate(stamp)?.local).toBe(local)
})

test.each([
  ['https://a.example/2019/11/18/story', '2019-11-18'],
  ['https://a.example/news/2019/nov/18/story', '2019-11-18'],
  ['https://a.example/story-20191118.html', '2019-11-18'],
  ['https://a.example/news/3126898/1/36-years', undefined],
  ['https://a.example/news/2019', undefined],
])('the day in %s', (url, local) => {
  expect(dateInPath(url)?.local).toBe(local)
})

describe('titles', () => {
  test.each([
    ['عودة القطار الليلي إلى الخدمة - صحيفة الميناء', ['صحيفة الميناء'], 'عودة القطار الليلي إلى الخدمة'],
    ['شبكة الواحة :: مزارعو النخيل يطلبون مهلة لسداد القروض', [], 'مزارعو النخيل يطلبون مهلة لسداد القروض'],
    [
      'Ferry line to reopen in spring after six years | Local | The Quay Courier',
      ['The Quay Courier'],
      'Ferry line to reopen in spring after six years | Local',
    ],
    ['Twenty-one - a life', [], 'Twenty-one - a life'],
  ])('%s', (title, sites, expected) => {
    expect(withoutSite(title, sites.map(headlineKey))).toBe(expected)
  })

  test('what the title adds to the headline is the site', () => {
    expect(siteInTitle('عودة القطار الليلي | شبكة الواحة', 'عودة القطار الليلي')).toBe('شبكة الواحة')
    expect(siteInTitle('عودة القطار الليلي', 'عودة القطار الليلي')).toBeUndefined()
  })
})

test.each([
  ['كتبت هند الشامي', ['هند الشامي']],
  ['حوار: سلمى الحداد', ['سلمى الحداد']],
  ['By Rana Kessler and Omar Lindqvist, Quay News Service', ['Rana Kessler', 'Omar Lindqvist']],
  ['Developed By Webfold', []],
  ['منوعات', []],
  ['admin', []],
  ['https://facebook.example/page', []],
  ['تصوير: نادر القصاب', []],
  ['Written by Karl-Heinz von der Lahn on November 14', ['Karl-Heinz von der Lahn on November 14'].slice(1)],
])('who %s names', (words, names) => {
  expect(personNames(words, new Set())).toEqual(names)
})

test.each([
  ['plain', '{"@type":"NewsArticle","headline":"خبر"}'],
  ['in a comment', '<!-- {"@type":"NewsArticle","headline":"خبر"} -->'],
  ['in CDATA', '//<![CDATA[\n{"@type":"NewsArticle","headline":"خبر"}\n//]]>'],
  ['a raw newline in a string', '{"@type":"NewsArticle",\n"headline":"خبر","description":"سطر\nسطر"}'],
  ['a comma too many', '{"@type":"NewsArticle","headline":"خبر",}'],
  ['in a graph', '{"@graph":[{"@type":"WebSite"},{"@type":"NewsArticle","headline":"خبر"}]}'],
])('JSON-LD %s', (_name, script) => {
  expect(readJsonLd(script).map(({ headline }) => headline)).toContain('خبر')
})

test('broken JSON-LD says nothing', () => {
  expect(readJsonLd('{"@type": NewsArticle')).toEqual([])
  expect(readJsonLd('['.repeat(100_000))).toEqual([])
})

const metadataOf = (html: string, url = 'https://a.example/x') =>
  htmlBlocks({ text: { frame: 'page', value: html }, kind: 'html', encoding: 'utf-8', encodingFrom: 'default', url })
    .metadata

const BODY = '<p>وصل الوفد إلى المدينة مساء أمس، وقال رئيسه إن المحادثات ستبدأ صباح اليوم في مقر البلدية.</p>'.repeat(3)

describe('publication', () => {
  test('the printed hour gives the zone of a UTC moment', () => {
    const { published } = metadataOf(
      `<meta property="article:published_time" content="2024-05-08T22:10:00Z"><article><h1>عنوان الخبر هنا كامل</h1><div class="date">2024-05-09 01:10</div>${BODY}</article>`,
    )
    expect(published?.value).toMatchObject({ local: '2024-05-09T01:10:00+03:00', instant: '2024-05-08T22:10:00Z' })
  })

  test('a change is no publication', () => {
    const { published, modified } = metadataOf(
      `<article><h1>عنوان الخبر هنا كامل</h1><p class="stamp">نشر في 3 مارس 2021 10:00 | آخر تحديث 5 مارس 2021 12:30</p>${BODY}</article>`,
    )
    expect([published?.value.local, modified?.value.local]).toEqual(['2021-03-03T10:00:00', '2021-03-05T12:30:00'])
  })

  test("today's date in the masthead, other stories' dates and the copyright year are not asked", () => {
    const { published } = metadataOf(
      `<div id="masthead"><span>الخميس 16 مايو 2024</span></div><div id="c"><h1>عنوان الخبر هنا كامل</h1>${BODY}</div>
       <div class="related"><a href="/y">خبر آخر</a> <span>4 مايو 2024</span></div><footer>حقوق النشر 2024</footer>`,
    )
    expect(published).toBeUndefined()
  })

  test('the address speaks last', () => {
    const { published } = metadataOf(`<h1>عنوان الخبر هنا كامل</h1>${BODY}`, 'https://a.example/2019/11/18/story')
    expect(published).toMatchObject({ value: { local: '2019-11-18' }, from: 'url' })
  })
})

test('the canonical address must lead to a page', () => {
  expect(metadataOf(`<link rel="canonical" href="https://a.example/">${BODY}`).canonicalUrl).toBeUndefined()
  expect(metadataOf(`<link rel="canonical" href="/news/5">${BODY}`).canonicalUrl?.value).toBe(
    'https://a.example/news/5',
  )
  expect(metadataOf(`<link rel="canonical" href="javascript:alert(1)">${BODY}`).canonicalUrl).toBeUndefined()
})
