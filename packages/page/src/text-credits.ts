import { findOutletByName } from '@isnad/lexicon'
import type { Span } from '@isnad/text'
import type { Credit } from './article.js'
import { creditNamed, namesMonitoring, signatureParts } from './lines/credits.js'
import type { LabelledBlock } from './lines/label-blocks.js'
import { isPlace, signedPlace } from './lines/signed-place.js'
import { wordsOf } from './lines/words.js'
import type { RawBlock } from './raw-block.js'
import type { RuleId } from './rules.js'

const LEAD =
  /^[\s*•-]*(?:نقل[اًا]+\s+عن|المصدر|المصادر|مصدر الخبر|مصدر|بالاتفاق مع|بالتعاون مع|ينشر بالاتفاق مع|عن صحيفة|عن جريدة|ترجمة عن|خدمة)\s*[:：-]?\s*/u
const QUOTED = /["“”«]([^"“”«»]{2,60})["“”»]/u
const TAIL_COUNTRY =
  /\s+(?:السعودية|المصرية|اللبنانية|اللندنية|القطرية|الإماراتية|الكويتية|الأردنية|المغربية|التونسية|الجزائرية|العراقية|السورية|اليمنية|الليبية|السودانية|البحرينية|العمانية|الفلسطينية|التركية|الإيرانية|الأمريكية|الأميركية|البريطانية|الفرنسية|الألمانية|الروسية|الإسرائيلية)$/u

/** What came with the page, or was read of it, that tells one house from another. */
export interface CreditContext {
  /** The byline that a feed or a record gives. */
  readonly byline?: string | undefined
  /** The outlet's own name. */
  readonly outlet?: string | undefined
}

/** Every credit the page prints, in page order: signatures and «نقلا عن» lines, bylines and datelines that name an agency. */
export function creditsOf(blocks: readonly LabelledBlock[], context: CreditContext = {}): readonly Credit[] {
  const credits: Credit[] = []
  const own = context.outlet === undefined ? undefined : houseKey(context.outlet)
  for (const { block, label, rule } of blocks) {
    const { text, page } = block
    if (rule === 'byline/author') credits.push(...bylineCredits(blocks, { text, page, rule, own }))
    else if (label === 'source-credit') credits.push(...creditsInLine({ text, page, rule, own }))
    else if (label === 'byline' || label === 'dateline') credits.push(...creditsInLine({ text, page, rule, own }))
    else if (label === 'body') credits.push(...exclusivesIn(block))
  }
  const { byline } = context
  if (byline !== undefined && byline.length <= LONGEST_BYLINE)
    credits.push(...bylineCredits(blocks, { text: byline, rule: 'byline/author', own }))
  return unique(credits)
}

const LONGEST_BYLINE = 200

/** A line that may credit somebody, and the outlet's own name without its kind. */
interface CreditLine {
  readonly text: string
  /** Absent when the line came beside the page. */
  readonly page?: Span<'page'>
  readonly rule: RuleId
  readonly own: string | undefined
}

/** Agencies by their head word («وكالة نداء») or by the press of their name («مرقب برس»), known or not. */
const AGENCY_NAME = /^(?:ال)?وكالة\s+\S|^\S+\s+برس$/u
/** The short name of an agency, as datelines print it: one word without the article, «سانا», «بترا», «وامرج». */
const SHORT_NAME = /^(?!ال|خاص|تقرير|متابع|رصد|محرر|تحرير|كتب|حوار|ترجمة|إعداد|مقال|رأي)\p{Script=Arabic}{3,7}$/u

const isAgencyLike = (name: string): boolean =>
  findOutletByName(name) === undefined &&
  !isPlace(name) &&
  !namesMonitoring(name) &&
  (AGENCY_NAME.test(name) || SHORT_NAME.test(name))

/** The name without what kind of house it is: «قناة سارية» and «سارية» are one. */
const houseKey = (name: string): string =>
  name
    .replace(/^(?:صحيفة|جريدة|مجلة|قناة|وكالة|موقع|شبكة|بوابة)\s+/u, '')
    .replace(/["«»“”]/gu, '')
    .trim()

/**
 * The houses of a byline: those known («نيويورك: رويترز») first, else by shape. «الدانة - وامرج» has an agency after its place;
 * «هانا» alone is one, since people have two names. «سارية - الدانة» is the outlet's own when its other part is a place of the
 * story, and «سارية – سلمى بنعودة» a person's.
 */
function bylineCredits(blocks: readonly LabelledBlock[], line: CreditLine): Credit[] {
  const { text, own } = line
  const known = creditsInLine(line)
  if (known.length > 0) return known
  const put = (name: string): Credit => named(name, line)
  const parts = bylineParts(text)
  const [first = '', second] = parts
  const isOwn = (part: string): boolean => own !== undefined && houseKey(part) === own
  if (parts.length === 1) return isAgencyLike(first) ? [{ ...put(first), kind: 'agency' }] : []
  if (parts.length !== 2 || second === undefined) return []
  if (isOwn(first) || isOwn(second)) {
    const [house, place] = isOwn(first) ? [first, second] : [second, first]
    if (isPlace(place) || isTold(blocks, place)) return [put(house)]
  }
  // «أحمد معيدي (كانساس)»: people have their town in brackets.
  return isAgencyLike(second) && !text.includes('(') ? [{ ...put(second), kind: 'agency' }] : []
}

/** «القاهرة: واس» and «القاهرة - واس» alike. */
const bylineParts = (text: string): readonly string[] =>
  signatureParts(text.replace(/[:.]\s*$/u, '').replace(/^([^:«»"“”]{2,24}?)\s*:\s*/u, '$1 - '))

const isTold = (blocks: readonly LabelledBlock[], name: string): boolean =>
  blocks.some(({ label, block }) => (label === 'body' || label === 'title') && block.text.includes(name))

const BARE_AGENCIES = /^(?:ال)?وكالات(?:\s+(?:ال)?أنباء)?$/u

function creditsInLine(line: CreditLine): Credit[] {
  const { text, rule, own } = line
  const signed = rule.startsWith('source-credit/')
  const at = pageOf(line)
  if (rule === 'source-credit/unnamed' || BARE_AGENCIES.test(text.trim())) return [{ kind: 'unnamed', text, ...at }]
  if (rule === 'source-credit/own') return [named(signatureParts(text).at(-1) ?? text, line)]
  const placed = signed ? undefined : signedPlace(text)
  // Newspapers quote their own name after a colon; brackets, dashes and the dispatch's end are the agencies' way.
  if (placed?.form === 'quoted') return [named(placed.name, line)]
  if (placed !== undefined && rule.startsWith('dateline/') && !namesMonitoring(placed.name)) {
    const credit = named(placed.name, line)
    return [credit.outletId !== undefined ? credit : { ...credit, kind: 'agency' }]
  }
  const lead = LEAD.exec(text)
  if (lead !== null && signed) {
    const rest = text.slice(lead[0].length).trim()
    if (rest === '') return [{ kind: 'unnamed', text, ...at }]
    const parts = signatureParts(rest)
    const quoted = QUOTED.exec(rest)?.[1]
    const names = quoted !== undefined ? [quoted] : parts.length > 0 && parts.length <= 4 ? parts : [rest]
    return names.map((name) => named(bareName(name), line))
  }
  const parts = [...bylineParts(text), ...lastName(text, rule)]
  const monitored = parts.filter(namesMonitoring)
  const found = parts.flatMap((part) => {
    const known = creditNamed(part).some(({ kind }) => kind === 'agency')
    return known || (signed && monitored.length === 0 && findOutletByName(part) !== undefined)
      ? [named(part, line)]
      : []
  })
  if (found.length === 0 && monitored.length === 0 && rule === 'source-credit/agency') {
    return [{ ...named(parts[0] ?? text, line), kind: 'agency' }]
  }
  // «السنديان ـ رصد» says who watched the others; «إسطنبول ـ متابعات» and «سلمى الوادي – متابعات» do not.
  const house = monitored.length === 1 ? parts.find((part) => own !== undefined && houseKey(part) === own) : undefined
  const who = house === undefined ? {} : { name: house }
  return [
    ...found,
    ...monitored.map(
      (name): Credit =>
        BARE_AGENCIES.test(name) && house === undefined
          ? { kind: 'unnamed', text, ...at }
          : { kind: 'monitoring', ...who, text, ...at },
    ),
  ]
}

const pageOf = ({ page }: CreditLine): { readonly page?: Span<'page'> } => (page === undefined ? {} : { page })

/** «الرياض 25 شوال 1436هـ الموافق 10 أغسطس 2015م واس»: an agency's dispatch ends its dateline with the agency. */
function lastName(text: string, rule: string): readonly string[] {
  if (rule !== 'dateline/stamp') return []
  const words = text.split(' ')
  return words.length < 4 ? [] : [words.slice(-1).join(' '), words.slice(-3).join(' ')]
}

const QUOTES = /[«"“”]/

/** «مصدر مطلع لـ"الضفاف"»: what a body says was said to another outlet is that outlet's. */
function exclusivesIn(block: RawBlock): Credit[] {
  const credits: Credit[] = []
  if (!QUOTES.test(block.text)) return credits
  for (const match of block.text.matchAll(/(?<!\p{L})ل\u0640?\s?[«"“”]([^«»"“”]{2,40})[»"“”]/gu)) {
    const name = match[1] ?? ''
    const outlet = findOutletByName(name)
    if (outlet !== undefined)
      credits.push({ kind: 'outlet', name, outletId: outlet.id, text: match[0], page: spanIn(block, match) })
  }
  return credits
}

function spanIn(block: RawBlock, match: RegExpExecArray): Span<'page'> {
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

function named(name: string, line: CreditLine): Credit {
  const { text } = line
  const at = pageOf(line)
  if (BARE_AGENCIES.test(name)) return { kind: 'unnamed', text, ...at }
  if (namesMonitoring(name)) return { kind: 'monitoring', text, ...at }
  const outlet = findOutletByName(name)
  const known = outlet?.kind === 'agency' || creditNamed(name).some(({ kind }) => kind === 'agency')
  const kind = known || (outlet === undefined && AGENCY_NAME.test(name)) ? 'agency' : 'outlet'
  return { kind, name, ...(outlet !== undefined && { outletId: outlet.id }), text, ...at }
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
