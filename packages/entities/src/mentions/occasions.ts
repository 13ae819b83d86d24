import { BEGINS, begins } from './beginnings.js'
import { bodyAt } from './bodies.js'
import { properFrom } from './classed.js'
import type { FoundMention, Reading } from './found.js'
import { mention, quotedFrom, SURE } from './headed.js'
import { complementAt, pastAdjectives } from './phrases.js'
import { nisbaOf } from './tables.js'
import { plain, touching } from './words.js'

/** Named occasions: «مهرجان صفري بيشة», «كأس الخليج», «عملية "نبع السلام"». */
export function occasionAt(reading: Reading, at: number): FoundMention | undefined {
  const { words } = reading
  const word = words[at]
  if (word === undefined || !begins(word, BEGINS.occasion)) return undefined
  const head = word.bare
  if (word.definite) return leagueAt(reading, at, head)
  const quoted = quotedFrom(reading, at + 1)
  if (quoted !== undefined) return mention(reading, at, quoted, { type: 'EVT-NAME', kind: 'name', by: 'head', head })
  if (head === 'اعصار') {
    const next = words[at + 1]
    const named =
      next !== undefined && touching(next) && plain(next) ? properFrom(reading, at + 1, 'occasion') : undefined
    return named === undefined
      ? undefined
      : mention(reading, at, named, { type: 'EVT-NAME', kind: 'name', by: 'head', head, weight: SURE })
  }
  const loose = /^(?:عمليه|معركه|مسيره|حرب|اتفاق|اتفاقيه|معاهده|قمه|موتمر|جايزه)$/.test(head)
  const complement = complementAt(reading, at + 1)
  if (complement === undefined || !touching(words[at + 1]) || (loose && !complement.proper)) return undefined
  if (/^(?:عمليه|معركه|اتفاقيه|معاهده|مسيره|حرب)$/.test(head)) return undefined
  // «كأس الهيئة العامة للرياضة»: whose it is, with all that belongs to that name.
  const whose = bodyAt(reading, at + 1)
  const last = pastAdjectives(reading, Math.max(complement.last, whose?.kind === 'name' ? whose.last : -1))
  return mention(reading, at, last, {
    type: 'EVT-NAME',
    kind: 'name',
    by: 'head',
    head,
  })
}

/** «الدوري السعودي للمحترفين», «الكأس الأفريقية»: whose competition it is makes the name. */
function leagueAt(reading: Reading, at: number, head: string): FoundMention | undefined {
  if (!/^(?:دوري|كاس|بطوله)$/.test(head) || nisbaOf(reading.words[at + 1]?.bare ?? '') === undefined) return undefined
  const named = pastAdjectives(reading, at)
  if (named === at) return undefined
  const next = reading.words[named + 1]
  const last = touching(next) && next?.preposition === 'ل' && next.definite && !next.conjunction ? named + 1 : named
  return mention(reading, at, last, { type: 'EVT-NAME', kind: 'name', by: 'head', head, weight: 0.95 })
}
