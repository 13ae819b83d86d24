import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'

const source = fileURLToPath(new URL('../src', import.meta.url))
const tokens = readFileSync(join(source, 'styles/tokens.css'), 'utf8')

type Theme = 'light' | 'dark'
const colours = new Map(
  [...tokens.matchAll(/--([a-z0-9-]+): light-dark\((#[0-9a-f]{6}), (#[0-9a-f]{6})\)/gu)].map(
    ([, name = '', light = '', dark = '']) => [name, { light, dark }] as const,
  ),
)
const colour = (name: string, theme: Theme): string => {
  const pair = colours.get(name)
  if (pair === undefined) throw new Error(`tokens.css has no --${name}`)
  return pair[theme]
}

/** Contrast by WCAG 2.2, 1.4.3. */
function contrast(a: string, b: string): number {
  const luminance = (hex: string): number => {
    const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
      const part = Number.parseInt(hex.slice(at, at + 2), 16) / 255
      return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
    })
    return 0.2126 * r + 0.7152 * g + 0.0722 * b
  }
  const [light = 0, dark = 0] = [luminance(a), luminance(b)].sort((x, y) => y - x)
  return (light + 0.05) / (dark + 0.05)
}

const ANNOTATIONS = ['person', 'body', 'place', 'time', 'event', 'attribution']
const GROUNDS = ['paper', 'sheet', 'sunk']
const INKS = ['ink', 'ink-2', 'ink-3', 'accent', ...ANNOTATIONS.map((name) => `ink-${name}`)]
const pairs = (['light', 'dark'] as const).flatMap((theme) => [
  ...GROUNDS.flatMap((ground) => INKS.map((ink) => [theme, ink, ground, 4.5] as const)),
  ...[...ANNOTATIONS.map((name) => `wash-${name}`), 'mark', 'accent-wash'].map((g) => [theme, 'ink', g, 4.5] as const),
  [theme, 'ink-2', 'mark', 4.5] as const,
  [theme, 'on-accent', 'accent', 4.5] as const,
  // Edges of boxes that are typed in: WCAG 1.4.11 asks for 3.
  ...GROUNDS.map((ground) => [theme, 'edge', ground, 3] as const),
])

test.each(pairs)('in %s, %s on %s', (theme, ink, ground, floor) => {
  expect(contrast(colour(ink, theme), colour(ground, theme))).toBeGreaterThanOrEqual(floor)
})

test('no annotation ink shouts: all are within a fifth of each other on paper', () => {
  for (const theme of ['light', 'dark'] as const) {
    const all = ANNOTATIONS.map((name) => contrast(colour(`ink-${name}`, theme), colour('paper', theme)))
    expect(Math.max(...all) / Math.min(...all)).toBeLessThan(1.2)
  }
})

const files = readdirSync(source, { recursive: true, encoding: 'utf8' }).filter((name) => /\.(svelte|css)$/u.test(name))

test.each(files)('%s sets nothing by left and right, and nothing inline', (name) => {
  const text = readFileSync(join(source, name), 'utf8')
  const style = name.endsWith('.css') ? text : (/<style>([\s\S]*)<\/style>/u.exec(text)?.[1] ?? '')
  expect(style.match(/(?:^|[\s;{])(?:margin|padding|border|inset|scroll-margin)?-?(?:left|right)\s*:/gu) ?? []).toEqual(
    [],
  )
  expect(style.match(/(?:text-align|float|clear):\s*(?:left|right)/gu) ?? []).toEqual([])
  // The content security policy refuses inline styles; scraped text is only ever text.
  expect(text.match(/<[^>]+\sstyle="|\{@html/gu) ?? []).toEqual([])
})
