import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { buildForTest, findChromium, launch, open, settled, show, violations } from './browser.js'
import { type FixtureServer, startFixtureServer } from './fixture-server.js'

// A browser on a busy machine may take minutes over what takes it seconds on a quiet one.
vi.setConfig({ testTimeout: 180_000, hookTimeout: 180_000 })

const chromium = findChromium()
let browser: Browser
let server: FixtureServer

beforeAll(async () => {
  if (chromium === undefined) return
  const build = await buildForTest()
  server = await startFixtureServer(build)
  browser = await launch(chromium)
})
afterAll(async () => {
  await browser?.close()
  await server?.close()
})
beforeEach(() => {
  if (server !== undefined) Object.assign(server, { delay: 0, empty: false, problem: undefined })
})

const STRIKE = '/articles/a1f0c3d2'
const search = (q: string): string => `/search?q=${encodeURIComponent(q)}`

const SCREENS = {
  articles: '/',
  operators: '/search',
  search: search('المرفأ "وكالة الرافد" -طحين after:2024'),
  'search that finds nothing': search('قرنبيط'),
  read: `${STRIKE}?layers=attribution,people,bodies,places,events,removed,times,numbers`,
  lineage: `${STRIKE}/lineage?with=f0000000`,
  stories: '/stories',
  story: '/stories/story.strike',
  'a missing story': '/stories/story.none',
  happenings: '/happenings',
  happening: '/happenings/happening.strike',
  review: '/review',
  judgements: '/review/judgements',
  dossier: `/entity/${encodeURIComponent('PER:سامر الدهان')}`,
  'a missing dossier': '/entity/person.nobody',
  'as captured': `${STRIKE}/captured`,
  data: `${STRIKE}/data`,
  'a missing article': '/articles/none',
  try: '/try',
  desk: '/desk',
  'not found': '/nowhere',
} as const

describe.skipIf(chromium === undefined)('the application', () => {
  describe.each(['ar', 'en'] as const)('in %s', (language) => {
    test('axe finds nothing on any screen, light or dark, and nothing is asked of elsewhere', async () => {
      const { page, context, troubles } = await open(browser, server, '/', { language })
      const found: Record<string, unknown> = {}
      for (const [name, path] of Object.entries(SCREENS)) {
        await page.emulateMedia({ colorScheme: 'light' })
        await show(page, server.origin + path)
        const light = await violations(page)
        await page.emulateMedia({ colorScheme: 'dark' })
        const all = [...light, ...(await violations(page, ['color-contrast']))]
        if (all.length > 0) found[name] = all
      }
      expect(found).toEqual({})
      // The one refusal is the article that is not there.
      expect(troubles.filter((trouble) => !trouble.includes('404'))).toEqual([])
      await context.close()
    })

    test('the empty archive, the settings and the list of keys', async () => {
      server.empty = true
      const { page, context } = await open(browser, server, '/', { language })
      expect(await page.locator('main li').count()).toBe(3)
      await page.locator('.opener').click()
      expect(await violations(page)).toEqual([])
      await page.locator('.menu .help').click()
      expect(await page.locator('dialog[open] dt').count()).toBeGreaterThan(5)
      expect(await violations(page)).toEqual([])
      await context.close()
    })

    test('on a phone, nothing is wider than the screen', async () => {
      const { page, context } = await open(browser, server, '/', { language, width: 390, height: 844 })
      for (const path of Object.values(SCREENS)) {
        await show(page, server.origin + path)
        const width = await page.evaluate(() => document.documentElement.scrollWidth)
        expect([path, width]).toEqual([path, 390])
      }
      expect(await violations(page)).toEqual([])
      await context.close()
    })
  })

  test('language and direction change at once, and are remembered', async () => {
    const { page, context } = await open(browser, server, '/', { language: 'ar' })
    const root = page.locator('html')
    expect(await root.getAttribute('dir')).toBe('rtl')
    expect(await page.locator('h1').textContent()).toBe('المواد')
    expect(await page.locator('.folio').textContent()).toContain('62 مادة')
    const asked = server.requests.length
    await page.getByRole('button', { name: 'English' }).click()
    expect(await root.getAttribute('dir')).toBe('ltr')
    expect(await root.getAttribute('lang')).toBe('en')
    expect(await page.locator('h1').textContent()).toBe('Articles')
    expect(await page.title()).toBe('Articles — Isnad')
    expect(server.requests.length).toBe(asked)
    await page.reload()
    await settled(page)
    expect(await root.getAttribute('dir')).toBe('ltr')
    await context.close()
  })

  test('the theme follows the system until one is chosen; digits follow their choice', async () => {
    const { page, context } = await open(browser, server, '/')
    const paper = (): Promise<string> => page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor)
    const light = await paper()
    await page.emulateMedia({ colorScheme: 'dark' })
    expect(await paper()).not.toBe(light)
    await page.locator('.opener').click()
    await page.getByRole('radio', { name: 'فاتح' }).check()
    expect(await paper()).toBe(light)
    await page.getByRole('radio', { name: /هندية/u }).check()
    expect(await page.locator('.folio').textContent()).toContain('٦٢ مادة')
    await context.close()
  })

  test('every number and name in running text is isolated', async () => {
    const { page, context } = await open(browser, server, '/')
    expect(await page.locator('.folio bdi').allTextContents()).toContain('62')
    expect(await page.locator('.outlet bdi').first().textContent()).toBe('صحيفة المنارة')
    expect(await page.evaluate(() => /[\u2066-\u2069]/u.test(document.body.innerText + document.title))).toBe(false)
    await context.close()
  })

  test('filters stand in the address, and back undoes them one by one', async () => {
    const { page, context } = await open(browser, server, '/')
    await page.locator('.side .bar', { hasText: 'وكالة الرافد' }).click()
    await page.waitForURL(/outlet=/u)
    await page.locator('.folio', { hasText: '9' }).waitFor()
    const names = await page.locator('.meta .outlet').allTextContents()
    expect(new Set(names.map((name) => name.trim()))).toEqual(new Set(['وكالة الرافد']))
    await page.locator('.days input').first().fill('٢٠٢٤/٣/١٠')
    await page.locator('.days input').first().press('Enter')
    await page.waitForURL(/after=2024-03-10/u)
    await page.goBack()
    expect(page.url()).not.toContain('after=')
    expect(page.url()).toContain('outlet=')
    await page.goBack()
    expect(new URL(page.url()).search).toBe('')
    await page.locator('.folio', { hasText: '62' }).waitFor()
    await context.close()
  })

  test('the list goes on as it is read, and back finds it where it was left', async () => {
    const { page, context } = await open(browser, server, '/')
    const rows = page.locator('li[data-row]')
    expect(await rows.count()).toBe(30)
    await rows.nth(29).scrollIntoViewIfNeeded()
    await expect.poll(() => rows.count()).toBe(60)
    await rows.nth(40).scrollIntoViewIfNeeded()
    const before = await page.evaluate(() => scrollY)
    await rows.nth(40).locator('a').click()
    await page.locator('article h1').waitFor()
    expect(await page.evaluate(() => scrollY)).toBe(0)
    await page.goBack()
    await expect.poll(() => rows.count()).toBe(60)
    await expect.poll(() => page.evaluate(() => scrollY)).toBe(before)
    await context.close()
  })

  test('the keyboard alone reaches an article, its faces and its layers', async () => {
    const { page, context } = await open(browser, server, '/')
    await page.keyboard.press('j')
    await page.keyboard.press('j')
    await page.keyboard.press('k')
    await page.keyboard.press('j')
    const headline = await page.evaluate(() => document.activeElement?.textContent?.trim())
    expect(headline).toBe('إدارة مرفأ تل السنديان تنفي الموافقة على زيادة الأجور')
    await page.keyboard.press('o')
    await page.waitForURL(/b27e9a01$/u)
    await page.keyboard.press('2')
    await page.waitForURL(/captured$/u)
    await page.keyboard.press('1')
    await show(page, server.origin + STRIKE)
    await page.keyboard.press('BracketRight')
    await page.waitForURL(/layers=attribution%2Cpeople%2Cremoved$/u)
    expect(await page.locator('.mark.person').count()).toBeGreaterThan(1)
    await page.keyboard.press('BracketRight')
    await page.waitForURL(/layers=attribution%2Cpeople%2Cbodies%2Cremoved$/u)
    await page.keyboard.press('BracketLeft')
    await page.waitForURL(/layers=attribution%2Cpeople%2Cbodies$/u)
    await page.keyboard.press('Slash')
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('search-small')
    // Letters typed in a box are letters.
    await page.keyboard.type('jk?')
    expect(await page.locator('#search-small').inputValue()).toBe('jk?')
    await page.keyboard.press('Escape')
    await page.keyboard.press('Shift+Slash')
    await page.locator('dialog[open]').waitFor()
    await page.keyboard.press('Escape')
    expect(await page.locator('dialog[open]').count()).toBe(0)
    await context.close()
  })

  test('the search box turns with the first Arabic letter; a search is an address', async () => {
    const { page, context } = await open(browser, server, '/', { language: 'en' })
    const box = page.locator('#search-small')
    expect(await box.getAttribute('dir')).toBeFalsy()
    await box.fill('outlet:')
    expect(await box.getAttribute('dir')).toBe('ltr')
    await box.fill('outlet:م')
    expect(await box.getAttribute('dir')).toBe('rtl')
    await box.fill('المرفأ -طحين')
    await box.press('Enter')
    await page.waitForURL(/\/search\?q=/u)
    await page.locator('mark').first().waitFor()
    expect(await page.locator('.found').textContent()).toMatch(/32 results/u)
    expect(await page.locator('ul li.not').textContent()).toContain('without')
    await page.getByRole('link', { name: /Take .*طحين.* out/u }).click()
    await expect.poll(() => new URL(page.url()).searchParams.get('q')).toBe('المرفأ')
    expect(await page.locator('#search-large').inputValue()).toBe('المرفأ')
    await page.getByRole('link', { name: 'Closest match' }).click()
    await page.waitForURL(/sort=relevance/u)
    await page.locator('.side button', { hasText: 'February 2024' }).click()
    await page.waitForURL(/after=2024-02&before=2024-02/u)
    const rss = await page.getByRole('link', { name: 'RSS feed' }).getAttribute('href')
    expect(new URLSearchParams(rss?.split('?')[1]).get('before')).toBe('2024-02')
    await show(page, server.origin + search('after:x'))
    expect(await page.locator('li.problem').textContent()).toContain('is not a date')
    await context.close()
  })

  test('the reader tells where a date was read, and what was taken out between paragraphs', async () => {
    const { page, context } = await open(browser, server, STRIKE)
    const published = page.locator('dt', { hasText: 'نُشرت' }).locator('xpath=following-sibling::dd[1]')
    expect(await published.textContent()).toContain('الساعة 18:40')
    expect(await published.locator('.why').isVisible()).toBe(false)
    await published.getByRole('button').click()
    expect(await published.locator('.why').textContent()).toContain('2024-03-12 | 18:40 بيروت')
    expect(await page.locator('.text [dir=rtl]').count()).toBe(6)
    expect(await page.locator('.mark').allTextContents()).toContain('نقلًا عن قناة الساحل')
    expect((await page.locator('.note').allTextContents()).map((note) => note.trim())).toEqual([
      'مادة ذات صلة',
      'إعلان',
    ])
    const { size, line } = await page
      .locator('.text p')
      .first()
      .evaluate((p) => {
        const style = getComputedStyle(p)
        return { size: Number.parseFloat(style.fontSize), line: Number.parseFloat(style.lineHeight) }
      })
    expect(size).toBeGreaterThanOrEqual(18)
    expect(size).toBeLessThanOrEqual(20)
    expect(line / size).toBeCloseTo(1.8, 2)
    await context.close()
  })

  test.each([
    ['ar', 'تاريخ: 2024-03-12', 'الثلاثاء، 12 مارس 2024', 'محسوب من يوم النشر، الثلاثاء، 12 مارس 2024', 'لم يُحسم'],
    ['en', 'date: 2024-03-12', 'Tuesday, 12 March 2024', 'Counted from the publication on Tuesday', 'Unresolved'],
  ] as const)('in %s, a time tells what it means, by pointer and by keyboard', async (language, ...said) => {
    const [lead, day, counted, open_] = said
    const { page, context } = await open(browser, server, STRIKE, { language })
    expect(await page.locator('.noted').count()).toBe(0)
    await show(page, `${server.origin}${STRIKE}?layers=attribution,times`)
    const note = page.locator('.time-note:visible')
    const today = page.getByRole('button', { name: 'اليوم الثلاثاء' })
    await today.hover()
    const text = (await note.innerText()).replace(/\s+/gu, ' ')
    for (const words of [lead, day, counted]) expect(text).toContain(words)
    expect(await note.locator('bdi').first().textContent()).toBe('2024-03-12')
    expect(await today.getAttribute('aria-expanded')).toBe('true')
    // What a screen reader says stands there before the note is shown.
    const id = await page.getByRole('button', { name: 'العام الماضي' }).getAttribute('aria-describedby')
    expect(await page.locator(`[id="${id}"]`).textContent()).toContain('2023')
    await page.mouse.move(0, 0)
    expect(await note.count()).toBe(0)

    await today.focus()
    expect(await note.count()).toBe(1)
    expect(await violations(page)).toEqual([])
    await page.keyboard.press('Escape')
    expect(await note.count()).toBe(0)
    await page.keyboard.press('Enter')
    expect(await note.count()).toBe(1)
    await page.keyboard.press('Tab')
    await page.keyboard.press('Tab')
    expect(await note.textContent()).toContain(open_)
    await context.close()
  })

  test.each(['ar', 'en'] as const)('in %s, a claim tells who says so, and lights with its note', async (language) => {
    const { page, context } = await open(browser, server, STRIKE, { language })
    const notes = page.locator('.claims > li')
    expect(await notes.count()).toBe(5)
    // The origin stands at the head of the chain, the outlet that passed it on below it.
    const chain = notes.nth(1).locator('ol > li')
    expect(await chain.allInnerTexts()).toEqual(['سامر الدهان', `${language === 'ar' ? 'عبر' : 'through'} قناة الساحل`])
    expect(await page.locator('.lit').count()).toBe(0)
    await notes.nth(2).getByRole('button').click()
    await page.mouse.move(0, 0)
    expect(await page.locator('.text .lit').allTextContents()).toContain('تكون قد وافقت على زيادة الأجور')
    await page.keyboard.press('Escape')
    expect(await page.locator('.lit').count()).toBe(0)
    await page.locator('[data-claim=a5]').last().hover()
    expect(await notes.nth(4).evaluate((note) => note.classList.contains('lit'))).toBe(true)
    await page.getByRole('link', { name: language === 'ar' ? /^نفي/u : /^denies/u }).click()
    await page.waitForURL(/stance=denies/u)
    expect(await notes.count()).toBe(1)
    await context.close()
  })

  test('names and events light their words, and a name leads to its dossier', async () => {
    const { page, context } = await open(browser, server, `${STRIKE}?layers=people,events`, { language: 'en' })
    await page.locator('.found a', { hasText: 'سامر الدهان' }).focus()
    expect(await page.locator('.text .lit').allTextContents()).toEqual(['سامر الدهان', 'الدهان'])
    await page.getByRole('link', { name: /It is denied/u }).click()
    expect(await page.locator('.text .lit').allTextContents()).toContain('وافقت')
    await page.locator('.text [data-entity=e1]').first().hover()
    expect(await page.locator('.person-note').innerText()).toContain('نقيب عمال المرفأ')
    await page.locator('.text [data-entity=e1]').first().click()
    await page.waitForURL(/entity/u)
    await page.getByRole('heading', { name: 'سامر الدهان' }).waitFor()
    await page.getByRole('link', { name: /العمال اتفقوا مع الإدارة/u }).click()
    await page.waitForURL(/at=\d+-\d+/u)
    expect(await page.locator('.text .lit').first().textContent()).toContain('العمال')
    await context.close()
  })

  test('lineage: the copies under their origin, and two texts side by side', async () => {
    const { page, context } = await open(browser, server, STRIKE, { language: 'en' })
    await page.locator('.tabs .origins').click()
    await page.waitForURL(/lineage/u)
    expect(await page.locator('.bounds').textContent()).toContain('At least 1, at most 2.')
    expect(await page.locator('.origins ol > li').first().locator('ul > li').count()).toBe(2)
    await page.getByRole('link', { name: 'Compare the texts' }).click()
    await page.locator('.shared').first().waitFor()
    await page.locator('.shared').first().focus()
    expect(await page.locator('.shared.on').count()).toBe(2)
    await context.close()
  })

  test('rows of the lists say how many origins stand behind them, and who takes part', async () => {
    const { page, context } = await open(browser, server, '/stories', { language: 'en' })
    const row = page.locator('[data-row]').first()
    await row.locator('.glyph').waitFor()
    expect(await row.locator('.glyph .unseen').textContent()).toContain('at least 1, at most 2')
    expect(await row.locator('svg rect').count()).toBe(3)
    await row.getByRole('link', { name: 'سالم الراوي' }).click()
    await page.waitForURL(/entity/u)
    await page.goBack()
    await page.getByRole('link', { name: 'Happenings' }).click()
    await page.locator('[data-row] .glyph').first().waitFor()
    await context.close()
  })

  test('a happening: what each account says, and the chain behind it down to the words', async () => {
    const { page, context } = await open(browser, server, '/stories/story.strike', { language: 'en' })
    await page.getByRole('link', { name: 'The port authority and the union agreed' }).first().click()
    await page.waitForURL(/happenings/u)
    await page.getByRole('heading', { name: 'What the accounts say' }).waitFor()
    const denied = page.locator('tr.denies')
    expect(await denied.locator('.value').allTextContents()).toEqual(['it happened', 'it did not happen'])
    const chain = page.locator('.accounts > li').first().locator('ol li')
    expect(await chain.locator('bdi').allTextContents()).toEqual(['Samer al-Dahhan', 'al-Rafid agency', 'al-Manara'])
    await page.locator('blockquote a').first().click()
    await page.waitForURL(/at=\d+-\d+/u)
    await context.close()
  })

  test('review: keys judge, the next pair comes, undo brings the last one back, the log keeps both', async () => {
    const { page, context } = await open(browser, server, '/review', { language: 'en' })
    expect(await page.locator('.review > header .facts').textContent()).toContain('2 pairs wait')
    expect(await page.locator('.sides h2').allTextContents()).toEqual(['سامر الدهان', 'الدهان'])
    await page.keyboard.press('j')
    await page.locator('.sides h2', { hasText: 'ليلى الصباغ' }).waitFor()
    await page.keyboard.press('k')
    await page.locator('.sides h2', { hasText: 'سامر الدهان' }).waitFor()
    await page.getByLabel('Why (optional; kept in the log)').fill('the same office')
    await page.locator('h1').click()
    await page.keyboard.press('s')
    await page.getByText(/You said of/u).waitFor()
    await page.locator('.sides h2', { hasText: 'ليلى الصباغ' }).waitFor()
    await page.keyboard.press('z')
    await page.getByText('The judgement was taken back.').waitFor()
    await page.locator('.sides h2', { hasText: 'سامر الدهان' }).waitFor()
    await page.getByRole('button', { name: 'Different' }).click()
    await page.getByText(/You said of/u).waitFor()
    await page.getByRole('link', { name: 'Log of judgements' }).click()
    await page.locator('tbody tr').nth(1).waitFor()
    expect(await page.locator('tbody th').allTextContents()).toEqual(['Different', 'Same'])
    expect(await page.locator('tr:has(.undone)').textContent()).toContain('the same office')
    await page.getByRole('button', { name: /^Undo/u }).click()
    await page.locator('tr:has(.undone)').nth(1).waitFor()
    expect(await violations(page)).toEqual([])
    await context.close()
  })

  test('as captured: every removal in its place with its reason, by label, in the language of the interface', async () => {
    const { page, context } = await open(browser, server, `${STRIKE}/captured`)
    const row = page.locator('li.row', { hasText: 'شحّ الطحين' })
    expect(await row.locator('del').count()).toBe(1)
    expect(await row.locator('.reason').textContent()).toBe('رابط «اقرأ أيضًا»')
    const order = await page.locator('li.row').allTextContents()
    expect(order.findIndex((text) => text.includes('شحّ الطحين'))).toBeLessThan(
      order.findIndex((text) => text.includes('وأضاف الدهان')),
    )
    expect(await page.locator('.redacted').count()).toBe(2)
    await page.getByRole('button', { name: /مادة ذات صلة/u }).click()
    await page.waitForURL(/show=related-link/u)
    expect(await page.locator('li.row').count()).toBe(2)
    await page.getByRole('button', { name: 'English' }).click()
    expect(await page.locator('.reason').first().textContent()).toBe('A "read also" link')
    await page.reload()
    await settled(page)
    expect(await page.locator('li.row').count()).toBe(2)
    await context.close()
  })

  test('try a page reads at once and stores nothing', async () => {
    const { page, context } = await open(browser, server, '/try', { language: 'en' })
    server.requests.length = 0
    await page.getByRole('button', { name: 'Use an example' }).click()
    await page.locator('del').first().waitFor()
    expect(await page.locator('.took').textContent()).toContain('nothing was stored')
    await page.getByRole('button', { name: 'Article', exact: true }).click()
    await page.locator('.text p').first().waitFor()
    expect(await violations(page)).toEqual([])
    await page.locator('#try-text').fill('ثلاث كلمات فقط')
    await page.getByRole('heading', { name: 'No article on this page' }).waitFor()
    await page
      .locator('input[type=file]')
      .setInputFiles({ name: 'page.html', mimeType: 'text/html', buffer: Buffer.from([0xc7, 0xe1]) })
    await page.locator('.file', { hasText: 'page.html' }).waitFor()
    await page.locator('.took').waitFor()
    expect(new Set(server.requests)).toEqual(new Set(['POST /api/v1/try']))
    const kept = await page.evaluate(() => ({ ...localStorage }))
    expect(Object.keys(kept)).toEqual(['isnad.settings'])
    await context.close()
  })

  test('scraped text is only ever text', async () => {
    const { page, context, troubles } = await open(browser, server, search('<img src=x onerror=alert(1)>'))
    expect(await page.locator('main img').count()).toBe(0)
    expect(await page.locator('#search-large').inputValue()).toBe('<img src=x onerror=alert(1)>')
    expect(troubles).toEqual([])
    await context.close()
  })

  test.each(['/', search('المرفأ'), STRIKE])('while %s loads, the layout keeps still', async (path) => {
    server.delay = 250
    const { page, context } = await open(browser, server, '/desk', { width: 1600, height: 1000 })
    await page.addInitScript(() => {
      const shifts: { value: number; sources: string[] }[] = []
      Object.assign(globalThis, { shifts })
      new PerformanceObserver((list) => {
        for (const entry of list.getEntries() as unknown as { value: number; sources?: { node?: Element | null }[] }[])
          shifts.push({ value: entry.value, sources: entry.sources?.map(({ node }) => node?.className ?? '') ?? [] })
      }).observe({ type: 'layout-shift', buffered: true })
    })
    await show(page, server.origin + path)
    await page.waitForTimeout(600)
    const shifts = await page.evaluate(
      () => (globalThis as unknown as { shifts: { value: number; sources: string[] }[] }).shifts,
    )
    // 0.1 is what Web Vitals calls good; half of it is allowed here.
    const total = shifts.reduce((sum, { value }) => sum + value, 0)
    expect(total, JSON.stringify(shifts)).toBeLessThan(0.05)
    await context.close()
  })

  test('a refusal says what happened, and trying again mends it', async () => {
    server.problem = {
      type: '/docs/errors#store_unreachable',
      title: 'The store does not answer',
      status: 503,
      code: 'STORE_UNREACHABLE',
      detail: 'connect ECONNREFUSED',
    }
    const { page, context } = await open(browser, server, '/')
    expect(await page.getByRole('alert').textContent()).toContain('لا تجيب قاعدة المحفوظات')
    server.problem = undefined
    await page.getByRole('alert').getByRole('button').click()
    await page.locator('li[data-row]').first().waitFor()
    await context.close()
  })

  test('the desk lists failures with their reasons and tries them again', async () => {
    const { page, context } = await open(browser, server, '/desk', { language: 'en' })
    expect(await page.locator('tbody tr').count()).toBe(4)
    expect(await page.locator('tbody tr').nth(1).textContent()).toContain('line 418')
    await page.getByRole('button', { name: 'Retry all' }).click()
    await page.getByText('One article was added on retry.').waitFor()
    expect(server.requests).toContain('POST /api/v1/failures/retry')
    await context.close()
  })

  test('a correction and a deletion ask for their reason, and are sent with it', async () => {
    const { page, context } = await open(browser, server, STRIKE, { language: 'en' })
    await page.getByText('Correct or delete this article').click()
    const submit = page.getByRole('button', { name: 'Correct', exact: true })
    await page.getByLabel('What is right').fill('صحيفة الضفة')
    expect(await submit.isDisabled()).toBe(true)
    await page.getByLabel('Why; this is kept in the log').fill('اسمها على الصفحة')
    expect(await violations(page)).toEqual([])
    await submit.click()
    await page.getByText('Corrected.', { exact: true }).waitFor()
    expect(server.requests).toContain('POST /api/v1/articles/a1f0c3d2/corrections')
    await page.locator('details select').selectOption('removed')
    await page.getByLabel('Why; this is kept in the log').fill('صفحة اشتراك')
    await page.getByRole('button', { name: 'Delete', exact: true }).click()
    await page.locator('li[data-row]').first().waitFor()
    expect(server.requests).toContain('DELETE /api/v1/articles/a1f0c3d2')
    await context.close()
  })

  test('files added to an empty archive lead to the list', async () => {
    server.empty = true
    const { page, context } = await open(browser, server, '/', { language: 'en' })
    await page
      .locator('input[type=file]')
      .setInputFiles({ name: 'a.txt', mimeType: 'text/plain', buffer: Buffer.from('خبر') })
    await page.locator('li[data-row]').first().waitFor()
    await context.close()
  })

  test('on paper, the article stands alone', async () => {
    const { page, context } = await open(browser, server, STRIKE)
    await page.emulateMedia({ media: 'print' })
    for (const hidden of ['body > #app > header', 'footer', '.tabs', '.note'])
      expect([hidden, await page.locator(hidden).first().isVisible()]).toEqual([hidden, false])
    expect(await page.locator('.sha').isVisible()).toBe(true)
    await context.close()
  })
})
