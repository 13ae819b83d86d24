import { type Span, span } from '@isnad/text'
import type { Stated } from '../article.js'
import { sliceBlock } from '../lines/split-lines.js'
import { sharedDepth } from './container.js'
import { type Evidence, isObject, namesIn, typesOf } from './evidence.js'
import { headLines } from './head-lines.js'
import type { JudgedPage } from './judged-page.js'
import type { Segment } from './segment.js'
import { headlineKey, siteInTitle, siteNames } from './title.js'

export interface Byline {
  readonly byline?: Stated<string>
  readonly authors: readonly string[]
}

/** Openings that announce a writer, as papers print them; the name follows. */
const OPENING =
  /^(?:(?:written\s+)?by|von|par|por|oleh|автор|текст|بقلم|كتبت?|كتبه|كتبها|إعداد|اعداد|تقرير|حوار|تحقيق|أجر(?:ى|ت) الحوار|حاوره|حاورها|حاورته|ترجمة|نویسنده|خبرنگار|گزارش از)\s*[:：\-–]?\s+(.{3,120})$/iu
/** Who built or runs the page is not who wrote the story; neither is a photographer. */
const NOT_WRITING =
  /(?:developed|designed|powered|hosted|created|published|posted|sponsored|provided|photo(?:graph)?s?|image|illustration|video|copyright|©|all rights)|برمجة|تصميم|تطوير|تصوير|صورة|عدسة|حقوق|طراحی/iu
/** Jobs and houses that stand beside a name in a byline. */
const JOB =
  /(?<!\p{L})(?:writer|editor|correspondent|reporter|columnist|contributor|producer|news|business|press|agency|agence|international|services?|wires?|magazine|insider|media|group|team|desk)(?!\p{L})/iu
/** Small words inside Latin names. */
const PARTICLE =
  /^(?:de|da|do|dos|del|della|di|du|la|le|van|von|der|den|ter|bin|bint|ibn|al|el|ben|y|e|af|av|zu|jr|sr|ii|iii)\.?$/i
const ROLE =
  /(?<!\p{L})(?:admin(?:istrator)?|editor(?:ial)?|staff|newsroom|news desk|webmaster|user|guest|super ?user|root|redaktion|redacción|rédaction|المحرر|المحررة|محرر|التحرير|هيئة التحرير|مدير الموقع|الإدارة|مدیر سایت|unknown|anonymous|undefined|null|none|n\/a)(?!\p{L})/iu
/** Sections that content systems put into the author field. */
const SECTIONS = new Set(
  (
    'منوعات سياسة سياسه اخبار أخبار اقتصاد رياضة رياضه ثقافة فن فنون محليات عربي دولي عالم العالم مقالات رأي آراء صحة تكنولوجيا مجتمع حوادث تحقيقات تقارير عاجل ' +
    'news sports sport politics world business opinion culture health technology entertainment local'
  )
    .split(' ')
    .map(headlineKey),
)
const AUTHOR_META = [
  'author',
  'article:author',
  'dc.creator',
  'dcterms.creator',
  'parsely-author',
  'sailthru.author',
  'byl',
  'citation_author',
  'cxenseparse:author',
  'article_author',
  'dc.creator.author',
]

/** Who wrote it: JSON-LD and `<meta>` where they name a person, else the byline printed between headline and text. */
export function findByline(page: JudgedPage): Byline {
  const site = siteInTitle(page.evidence.title, page.headline?.text)
  const refuse = new Set([...siteNames(page.evidence), ...(site === undefined ? [] : [headlineKey(site)])])
  const printed = writerLine(page, refuse) ?? printedByline(page, refuse)
  const stated = statedAuthors(page.evidence, refuse)
  const [first] = stated
  if (printed !== undefined) {
    return {
      byline: { value: printed.text, from: 'text', page: printed.page },
      authors: first?.names.length ? first.names : printed.names,
    }
  }
  if (first === undefined) return { authors: [] }
  return { byline: { value: first.names.join('، '), from: first.from }, authors: first.names }
}

function statedAuthors(
  { article, meta }: Evidence,
  refuse: ReadonlySet<string>,
): { names: string[]; from: 'json-ld' | 'meta' }[] {
  const found: { names: string[]; from: 'json-ld' | 'meta' }[] = []
  const people = (Array.isArray(article?.author) ? article.author : [article?.author]).filter(
    (author) => !isObject(author) || !typesOf(author).some((type) => /Organization/i.test(type)),
  )
  const linked = people.flatMap(namesIn).flatMap((name) => personNames(name, refuse))
  if (linked.length > 0) found.push({ names: unique(linked), from: 'json-ld' })
  for (const name of AUTHOR_META) {
    const names = (meta.get(name) ?? []).flatMap((value) => personNames(value, refuse))
    if (names.length > 0) found.push({ names: unique(names), from: 'meta' })
  }
  return found
}

const unique = (names: readonly string[]): string[] => [...new Set(names)]

/** The names in a byline's words; empty when what is there names nobody. */
export function personNames(words: string, refuse: ReadonlySet<string>): string[] {
  if (words.length > 200 || NOT_WRITING.test(words)) return []
  const bare = words.replace(OPENING, '$1')
  return bare
    .replace(/\s+on\s+(?:mon|tues|wednes|thurs|fri|satur|sun)day.*$/i, '')
    .replace(/\s+(?:الأحد|الاحد|الاثنين|الإثنين|الثلاثاء|الأربعاء|الاربعاء|الخميس|الجمعة|السبت)(?!\p{L}).*$/u, '')
    .split(/\s*[,،;؛|/]\s*|\s+(?:and|et|und|y|e|и|و|&)\s+|\s+[-–—]\s+/u)
    .map((name) => name.replace(/^[\s@:.\-–]+|[\s:.\-–]+$/gu, ''))
    .filter((name) => {
      const key = headlineKey(name)
      const count = name.split(/\s+/).length
      if (key === '' || count > 6 || name.length < 4 || name.length > 60) return false
      if (/[\d\u0660-\u0669@#/\\<>{}[\]]|https?:|\.(?:com|net|org)\b/i.test(name)) return false
      if (SECTIONS.has(key) || refuse.has(key) || ROLE.test(name) || JOB.test(name)) return false
      if (/^\p{Script=Latin}/u.test(name) && !looksLatinName(name)) return false
      // A single word is a nickname or a section, save where scripts write names without blanks.
      return count > 1 || /[\u3040-\u9fff\uac00-\ud7af]/.test(name)
    })
}

/** Latin names are written with capitals; a phrase is not. */
const looksLatinName = (name: string): boolean =>
  name.split(/[\s-]+/).every((word) => PARTICLE.test(word) || /^[\p{Lu}'’]/u.test(word))

interface PrintedByline {
  readonly text: string
  readonly page: Span<'page'>
  readonly names: string[]
}

/** The element under the headline that is named for the writer, or has a writer's shape. */
function writerLine(page: JudgedPage, refuse: ReadonlySet<string>): PrintedByline | undefined {
  for (const [order, pieces] of headLines(page)) {
    const segment = page.segments[order]
    const piece = pieces.find(({ rule }) => rule === 'byline/author')
    if (segment === undefined || piece === undefined) continue
    const block = sliceBlock(segment, piece.start, piece.end)
    if (block !== undefined)
      return {
        text: block.text,
        page: span(block.page.start, block.page.end),
        names: unique(personNames(block.text, refuse)),
      }
  }
  return undefined
}

/** A line near the headline, or the last of the text, that opens as bylines do or stands in an element named for authors. */
function printedByline(page: JudgedPage, refuse: ReadonlySet<string>): PrintedByline | undefined {
  const { segments, contexts, inContainer, verdicts, headline } = page
  const title = headline?.segment
  const text = segments.filter(({ order, words }) => inContainer[order] && verdicts[order] === undefined && words >= 9)
  const [first] = text
  const last = text[text.length - 1]
  let named: PrintedByline | undefined
  for (const segment of segments) {
    const { order, element, words } = segment
    if (element.hidden || words > 16 || words < 2) continue
    const near =
      title !== undefined && first !== undefined
        ? order < first.order &&
          (order > title.order || sharedDepth(element, title.element) >= sharedDepth(first.element, title.element))
        : inContainer[order] === true
    const closing = last !== undefined && order > last.order && order <= last.order + 3 && inContainer[order] === true
    if (!near && !closing) continue
    const region = contexts.of(element).region?.kind
    const opening = OPENING.exec(segment.text)
    const names = opening === null ? [] : personNames(segment.text, refuse)
    if (names.length > 0) return printedAt(segment, names)
    if (region === 'author' && near && named === undefined) {
      const bare = personNames(segment.text, refuse)
      if (bare.length > 0) named = printedAt(segment, bare)
    }
  }
  return named
}

const printedAt = (segment: Segment, names: string[]): PrintedByline => ({
  text: segment.text,
  page: span(segment.page.start, segment.page.end),
  names: unique(names),
})
