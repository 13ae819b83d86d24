import { expect, test } from 'vitest'
import { dayFrom, filterCount } from '../src/articles/filters.js'
import { commandOf } from '../src/keyboard/shortcuts.js'
import { address, articlePath, routeOf } from '../src/routing/routes.js'
import { directionOfQuery, nameSought, withoutChip } from '../src/search/query-text.js'

test.each([
  ['/', { screen: 'articles' }],
  ['/articles', { screen: 'articles' }],
  ['/articles/', { screen: 'articles' }],
  ['/articles/a%2Fb', { screen: 'article', id: 'a/b', tab: 'read' }],
  ['/articles/x/captured', { screen: 'article', id: 'x', tab: 'captured' }],
  ['/articles/x/data', { screen: 'article', id: 'x', tab: 'data' }],
  ['/articles/x/read', { screen: 'not-found', path: '/articles/x/read' }],
  ['/articles/x/captured/more', { screen: 'not-found', path: '/articles/x/captured/more' }],
  ['/articles/x/lineage', { screen: 'article', id: 'x', tab: 'lineage' }],
  ['/entity/country.iq', { screen: 'entity', key: 'country.iq' }],
  ['/entity/PER%3A%D8%B3', { screen: 'entity', key: 'PER:س' }],
  ['/entity', { screen: 'not-found', path: '/entity' }],
  ['/stories', { screen: 'stories' }],
  ['/stories/story.1', { screen: 'story', id: 'story.1' }],
  ['/stories/a/b', { screen: 'not-found', path: '/stories/a/b' }],
  ['/happenings', { screen: 'happenings' }],
  ['/happenings/happening.1', { screen: 'happening', id: 'happening.1' }],
  ['/review', { screen: 'review' }],
  ['/review/judgements', { screen: 'judgements' }],
  ['/review/x', { screen: 'not-found', path: '/review/x' }],
  ['/search', { screen: 'search' }],
  ['/try', { screen: 'try' }],
  ['/desk', { screen: 'desk' }],
  ['/desk/x', { screen: 'not-found', path: '/desk/x' }],
  ['/%D9%85%D8%A7%D8%AF%D8%A9', { screen: 'not-found', path: '/مادة' }],
  ['/articles/%E0%A4%A', { screen: 'article', id: '%E0%A4%A', tab: 'read' }],
])('%s shows what it says', (path, route) => expect(routeOf(path)).toEqual(route))

test('the address of an article leads back to it', () => {
  for (const id of ['plain', 'a/b', 'مادة 7', '100%', '?x=1#y'])
    expect(routeOf(articlePath(id, 'captured'))).toEqual({ screen: 'article', id, tab: 'captured' })
})

test('filters that are not set leave no trace in an address', () => {
  expect(address('/search', { q: 'مرفأ تل', sort: null, outlet: '' })).toBe(
    '/search?q=%D9%85%D8%B1%D9%81%D8%A3+%D8%AA%D9%84',
  )
  expect(address('/', {})).toBe('/')
})

test.each([
  ['', undefined],
  ['123 -', undefined],
  ['reuters', 'ltr'],
  ['outlet:م', 'rtl'],
  ['after:2021 مرفأ', 'rtl'],
  ['پشاور', 'rtl'],
])('a box that holds %j runs %s', (query, direction) => expect(directionOfQuery(query)).toBe(direction))

test.each([
  ['{مرفأ} هدنة', 'هدنة'],
  ['مرفأ {-هدنة}', 'مرفأ'],
  ['مرفأ {outlet:"قناة الساحل"} هدنة', 'مرفأ هدنة'],
  ['{مرفأ}', ''],
])('taking a part out of %s leaves %j', (marked, left) => {
  const start = marked.indexOf('{')
  const end = marked.indexOf('}') - 1
  expect(withoutChip(marked.replace(/[{}]/gu, ''), { start, end })).toBe(left)
})

test.each([
  ['', null],
  ['2021', '2021'],
  ['2021-3', '2021-03'],
  ['2021/03/5', '2021-03-05'],
  ['٢٠٢١-٠٣', '2021-03'],
  [' 2021.11.08 ', '2021-11-08'],
  ['2021-13', undefined],
  ['03-2021', undefined],
  ['yesterday', undefined],
])('the day typed as %j is %j', (typed, day) => expect(dayFrom(typed)).toBe(day))

test('two ends of a span of time are one filter', () => {
  expect(filterCount(new URLSearchParams('after=2021&before=2022&outlet=x&q=y'))).toBe(2)
})

const key = (code: string, more: Partial<Parameters<typeof commandOf>[0]> = {}) =>
  commandOf({ code, shiftKey: false, ctrlKey: false, metaKey: false, altKey: false, ...more })

test('keys are told by where they lie, not by the letter on them', () => {
  // The key of `j` types ت on an Arabic board, that of `/` types ظ.
  expect(key('KeyJ')).toBe('next')
  expect(key('Slash')).toBe('search')
  expect(key('Slash', { shiftKey: true })).toBe('help')
  expect(key('KeyJ', { ctrlKey: true })).toBeUndefined()
  expect(key('KeyJ', { shiftKey: true })).toBeUndefined()
  expect(key('KeyQ')).toBeUndefined()
})

test.each([
  ['word قاسم, word الراوي', 'قاسم الراوي'],
  ['phrase قاسم الراوي', 'قاسم الراوي'],
  ['word قاسم, -word سالم', 'قاسم'],
  ['outlet صدى', undefined],
  ['word a, word b, word c, word d, word e, word f', undefined],
])('%s asks for %j', (written, name) => {
  const chips = written.split(', ').map((chip) => {
    const [kind = '', ...value] = chip.split(' ')
    const not = kind.startsWith('-')
    return { kind: kind.replace('-', '') as 'word', value: value.join(' '), not, or: false, ignored: false }
  })
  expect(nameSought(chips)).toBe(name)
})
