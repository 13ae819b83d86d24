import type { Span, Text } from '@isnad/text'
import type { RawBlock } from '../raw-block.js'

const OPENS_BASE64 = /^\s*[A-Za-z0-9+/_-]/
const BASE64 = /^[A-Za-z0-9+/_-]+={0,3}$/
const ADDRESS = /^\s*(?:ip|client[ _-]?ip|remote[ _-]?addr(?:ess)?|x-forwarded-for)\s*[:=]/i

/** Whether a word is the base64 of «ip: …», the token with which some widgets print the visitor's network address. */
export function isVisitorToken(printed: string): boolean {
  if (!OPENS_BASE64.test(printed)) return false
  const bare = printed.replace(/\s+/g, '')
  if (bare.length < 8 || bare.length > 4096 || !BASE64.test(bare)) return false
  const decoded = Buffer.from(bare, 'base64').toString('latin1')
  return ADDRESS.test(decoded) && /[\d.:a-f]{2,}/i.test(decoded.slice(2))
}

const PLAIN_ADDRESS =
  /(?<![\p{L}\p{N}])(?:ip|your ip|عنوان ip|الآي بي)\s*[:=]\s*(?:\d{1,3}(?:\.\d{1,3}){3}|[0-9a-f]{0,4}(?::[0-9a-f]{0,4}){3,7})/iu
const LONG_WORD = /[A-Za-z0-9+/_-]{8,4096}={0,3}/g

/** Where visitor tokens stand in a stretch of page, encoded or plain. */
export function visitorTokens(text: Text<'page'>, stretch: Span<'page'>): readonly Span<'page'>[] {
  const value = text.value.slice(stretch.start, stretch.end)
  const found: Span<'page'>[] = []
  // A token may be broken by white space: then the line as a whole decodes.
  if (isVisitorToken(value)) return [stretch]
  for (const match of value.matchAll(LONG_WORD)) {
    if (!isVisitorToken(match[0])) continue
    found.push({ start: stretch.start + match.index, end: stretch.start + match.index + match[0].length })
  }
  const plain = PLAIN_ADDRESS.exec(value)
  if (plain !== null)
    found.push({ start: stretch.start + plain.index, end: stretch.start + plain.index + plain[0].length })
  return found
}

const AGENT = /mozilla\/|applewebkit|khtml|gecko\/|user-?agent|(?:chrome|safari|firefox|edg)\/\d/i

/** Whether a line shows the visitor's browser. */
export const isUserAgent = (text: string): boolean => text.length < 600 && AGENT.test(text)

/** Whether a line could be a place, region or country that the token's widget prints after it. */
export function looksLikePlace(block: RawBlock): boolean {
  const { text } = block
  if (/^[A-Z]{2,3}$/.test(text)) return true
  if (text.length > 48 || /[.!؟?:،,؛[\]|]/u.test(text.replace(/,\s*[A-Z]{2}$/, ''))) return false
  const words = text.split(' ')
  return words.length <= 5 && /^[\p{L}\p{M}\s'’&()-]+$/u.test(text)
}

/** The page with its personal stretches blanked, unit for unit, so that every other span stays true. Done twice it changes nothing more. */
export function redact(page: Text<'page'>, personal: readonly Span<'page'>[]): Text<'page'> {
  const ordered = [...personal].sort((a, b) => a.start - b.start)
  let value = ''
  let at = 0
  for (const { start, end } of ordered) {
    if (end <= at) continue
    const from = Math.max(start, at)
    value += page.value.slice(at, from) + ' '.repeat(Math.min(end, page.value.length) - from)
    at = Math.min(end, page.value.length)
  }
  return { frame: 'page', value: value + page.value.slice(at) }
}
