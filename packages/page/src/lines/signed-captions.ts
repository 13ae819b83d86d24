import { type Verdict, verdict } from './alone.js'
import type { Core } from './core.js'
import { signatureParts } from './credits.js'
import type { Line } from './line.js'
import { signedPlace } from './signed-place.js'
import { wordsOf } from './words.js'

const BRACKETED_TAIL = /\s\(([^()]{2,30})\)$/u
const LONGEST_CAPTION = 20

/** «مبنى الهيئة في الضفة (نبأ)» amid the text: a caption that the house signs which signs the story. */
export function markSignedCaptions(lines: readonly Line[], judged: (Verdict | undefined)[], core: Core): void {
  const houses = new Set<string>()
  for (const [at, line] of lines.entries()) {
    const label = judged[at]?.label
    if ((label !== 'byline' && label !== 'dateline' && label !== 'source-credit') || line.count > 12) continue
    const name = signedPlace(line.text)?.name ?? signatureParts(line.text).at(-1) ?? ''
    if (!/\d/.test(name)) houses.add(keyOf(name))
  }
  houses.delete('')
  if (houses.size === 0) return
  for (let at = core.start; at < core.end; at++) {
    const line = lines[at] as Line
    if (judged[at] !== undefined || line.count < 3 || line.count > LONGEST_CAPTION || line.ending !== 'none') continue
    const signed = BRACKETED_TAIL.exec(line.text)?.[1]
    if (signed !== undefined && houses.has(keyOf(signed))) judged[at] = verdict('caption/picture')
  }
}

const keyOf = (name: string): string => wordsOf(name).list.join(' ')
