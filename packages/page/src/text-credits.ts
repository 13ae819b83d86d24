import { findOutletByName } from '@isnad/lexicon'
import type { Span } from '@isnad/text'
import type { Credit } from './article.js'
import { creditNamed, namesMonitoring, signatureParts } from './lines/credits.js'
import type { LabelledBlock } from './lines/label-blocks.js'
import { wordsOf } from './lines/words.js'

const LEAD =
  /^[\s*•-]*(?:نقل[اًا]+\s+عن|المصدر|المصادر|مصدر الخبر|مصدر|بالاتفاق مع|بالتعاون مع|ينشر بالاتفاق مع|عن صحيفة|عن جريدة|ترجمة عن|خدمة)\s*[:：-]?\s*/u
const QUOTED = /["“”«]([^"“”«»]{2,60})["“”»]/u
const TAIL_COUNTRY =
  /\s+(?:السعودية|المصرية|اللبنانية|اللندنية|القطرية|الإماراتية|الكويتية|الأردنية|المغربية|التونسية|الجزائرية|العراقية|السورية|اليمنية|الليبية|السودانية|البحرينية|العمانية|الفلسطينية|التركية|الإيرانية|الأمريكية|الأميركية|البريطانية|الفرنسية|الألمانية|الروسية|الإسرائيلية)$/u

/** Every credit the page prints, in page order: signatures and «نقلا عن» lines, bylines and datelines that name an agency. */
export function creditsOf(blocks: readonly LabelledBlock[]): readonly Credit[] {
  const credits: Credit[] = []
  for (const labelled of blocks) {
    if (labelled.label === 'source-credit') credits.push(...creditsInLine(labelled, true))
    else if (labelled.label === 'byline' || labelled.label === 'dateline')
      credits.push(...creditsInLine(labelled, false))
    else if (labelled.label === 'body') credits.push(...exclusivesIn(labelled))
  }
  return unique(credits)
}

function creditsInLine({ block, rule }: LabelledBlock, signed: boolean): Credit[] {
  const { text } = block
  const page = block.page
  if (rule === 'source-credit/unnamed') return [{ kind: 'unnamed', text, page }]
  const lead = LEAD.exec(text)
  if (lead !== null && signed) {
    const rest = text.slice(lead[0].length).trim()
    if (rest === '') return [{ kind: 'unnamed', text, page }]
    const parts = signatureParts(rest)
    const quoted = QUOTED.exec(rest)?.[1]
    const names = quoted !== undefined ? [quoted] : parts.length > 0 && parts.length <= 4 ? parts : [rest]
    return names.map((name) => named(bareName(name), text, page))
  }
  const parts = [...signatureParts(text.replace(/[:.]\s*$/u, '')), ...lastName(text, rule)]
  const monitored = parts.filter(namesMonitoring)
  const found = parts.flatMap((part) => {
    const known = creditNamed(part).some(({ kind }) => kind === 'agency')
    return known || (signed && monitored.length === 0 && findOutletByName(part) !== undefined)
      ? [named(part, text, page)]
      : []
  })
  if (found.length === 0 && monitored.length === 0 && rule === 'source-credit/agency') {
    return [{ ...named(parts[0] ?? text, text, page), kind: 'agency' }]
  }
  return [...found, ...monitored.map((): Credit => ({ kind: 'monitoring', text, page }))]
}

/** «الرياض 25 شوال 1436هـ الموافق 10 أغسطس 2015م واس»: an agency's dispatch ends its dateline with the agency. */
function lastName(text: string, rule: string): readonly string[] {
  if (rule !== 'dateline/stamp') return []
  const words = text.split(' ')
  return words.length < 4 ? [] : [words.slice(-1).join(' '), words.slice(-3).join(' ')]
}

/** «مصدر مطلع لـ"الضفاف"»: what a body says was said to another outlet is that outlet's. */
function exclusivesIn({ block }: LabelledBlock): Credit[] {
  const credits: Credit[] = []
  for (const match of block.text.matchAll(/(?<!\p{L})ل\u0640?\s?[«"“”]([^«»"“”]{2,40})[»"“”]/gu)) {
    const name = match[1] ?? ''
    const outlet = findOutletByName(name)
    if (outlet !== undefined)
      credits.push({ kind: 'outlet', name, outletId: outlet.id, text: match[0], page: spanIn(block, match) })
  }
  return credits
}

function spanIn(block: LabelledBlock['block'], match: RegExpExecArray): Span<'page'> {
  const from = match.index
  const to = from + match[0].length
  const at = (offset: number): number => {
    const run = block.runs.findLast((r) => r.article <= offset)
    if (run === undefined) return block.page.start
    return run.length === run.pageLength
      ? Math.min(run.page + offset - run.article, run.page + run.pageLength)
      : run.page
  }
  return { start: at(from), end: at(to) }
}

const bareName = (name: string): string => {
  const bare = name.replace(/^[\s"“”«»*(]+|[\s"“”«»*).]+$/gu, '')
  return findOutletByName(bare) === undefined ? bare.replace(TAIL_COUNTRY, '') : bare
}

function named(name: string, text: string, page: Span<'page'>): Credit {
  if (namesMonitoring(name)) return { kind: 'monitoring', text, page }
  const outlet = findOutletByName(name)
  const agency = outlet?.kind === 'agency' || creditNamed(name).some(({ kind }) => kind === 'agency')
  const kind = agency ? 'agency' : 'outlet'
  return outlet === undefined ? { kind, name, text, page } : { kind, name, outletId: outlet.id, text, page }
}

function unique(credits: readonly Credit[]): readonly Credit[] {
  const seen = new Set<string>()
  return credits.filter((credit) => {
    const key = `${credit.kind}|${credit.outletId ?? wordsOf(credit.name ?? '').list.join(' ')}`
    if (seen.has(key)) return false
    seen.add(key)
    return true
  })
}
