import { existsSync } from 'node:fs'
import { createRequire } from 'node:module'
import { fileURLToPath } from 'node:url'
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core'
import { build } from 'vite'
import type { FixtureServer } from './fixture-server.js'

const WEB = fileURLToPath(new URL('../..', import.meta.url))

/** The browser to test in; undefined, with word of how to get one, where there is none. */
export function findChromium(): string | undefined {
  const named = process.env['CHROMIUM_PATH']
  const places = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome']
  const found = named !== undefined && existsSync(named) ? named : places.find((place) => existsSync(place))
  if (found === undefined)
    process.stderr.write(
      'The browser tests are skipped: no Chromium found. Install one (apt-get install chromium) or name it in CHROMIUM_PATH.\n',
    )
  return found
}

/** Builds the application from its sources, apart from the build that is served. Returns the folder. */
export async function buildForTest(): Promise<string> {
  const outDir = `${WEB}.cache/test-build`
  await build({ root: WEB, logLevel: 'error', build: { outDir, emptyOutDir: true, reportCompressedSize: false } })
  return outDir
}

export const launch = (executablePath: string): Promise<Browser> =>
  chromium.launch({
    executablePath,
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  })

export interface OpenPage {
  readonly page: Page
  readonly context: BrowserContext
  /** What went wrong unseen: console errors, refusals of the content policy, requests to elsewhere. */
  readonly troubles: string[]
}

export interface OpenOptions {
  readonly language?: 'ar' | 'en'
  readonly width?: number
  readonly height?: number
}

/** Opens an address of the application in a context of its own, and keeps a list of what went wrong. */
export async function open(
  browser: Browser,
  server: FixtureServer,
  path: string,
  { language = 'ar', width = 1280, height = 800 }: OpenOptions = {},
): Promise<OpenPage> {
  const context = await browser.newContext({ viewport: { width, height }, reducedMotion: 'reduce' })
  await context.addInitScript((chosen) => {
    if (localStorage.getItem('isnad.settings') === null)
      localStorage.setItem('isnad.settings', JSON.stringify({ language: chosen }))
  }, language)
  const page = await context.newPage()
  const troubles: string[] = []
  page.on('console', (message) => {
    if (message.type() === 'error') troubles.push(message.text())
  })
  page.on('pageerror', (error) => troubles.push(error.message))
  page.on('request', (request) => {
    if (!request.url().startsWith(server.origin)) troubles.push(`request to ${request.url()}`)
  })
  await show(page, server.origin + path)
  return { page, context, troubles }
}

/** Goes to an address and waits until its heading is there and nothing says that it is busy. */
export async function show(page: Page, address: string): Promise<void> {
  await page.goto(address, { waitUntil: 'load' })
  await settled(page)
}

export async function settled(page: Page): Promise<void> {
  await page.waitForFunction(
    () => document.querySelector('main h1') !== null && document.querySelector('main [aria-busy=true]') === null,
  )
}

export interface Violation {
  readonly id: string
  readonly nodes: readonly string[]
}

/** What axe finds on a page: by all its rules, or by those named. */
export async function violations(page: Page, rules?: readonly string[]): Promise<Violation[]> {
  const source = createRequire(import.meta.url).resolve('axe-core/axe.min.js')
  const isLoaded = await page.evaluate(() => 'axe' in globalThis)
  if (!isLoaded) await page.evaluate(await import('node:fs/promises').then((fs) => fs.readFile(source, 'utf8')))
  return page.evaluate(async (only) => {
    const { axe } = globalThis as unknown as {
      axe: {
        run(
          options: object,
        ): Promise<{ violations: { id: string; nodes: { target: unknown[]; failureSummary?: string }[] }[] }>
      }
    }
    const { violations: found } = await axe.run(only === undefined ? {} : { runOnly: only })
    return found.map(({ id, nodes }) => ({
      id,
      nodes: nodes.map((node) => `${node.target.join(' ')}: ${node.failureSummary ?? ''}`),
    }))
  }, rules)
}
