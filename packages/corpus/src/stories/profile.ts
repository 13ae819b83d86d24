import { searchTerms } from '@isnad/text'
import { type AnalysedArticle, bodyOf, peopleOf, titleOf } from '../analysed-article.js'
import { type Genre, genreOf } from './genre.js'
import { type Stem, StemTable } from './stem-table.js'
import { type TermViews, viewsOf } from './term-views.js'

/** What story clustering reads of an article. */
export interface StoryText {
  readonly id: string
  readonly title: string
  /** A line a paragraph, title not repeated. */
  readonly body: string
  /** Local reading of the publication; without one the article is compared with all that stand. */
  readonly published?: string
  readonly outlet?: string
  /** Catalog ids or full names of the people it names; text alone decides where they are not known. */
  readonly people?: readonly string[]
}

/** An article as it is compared: three views, from what it says first to all it says. */
export interface StoryProfile extends TermViews {
  readonly id: string
  /** The stems of title and opening, in order of their keys. */
  readonly opening: readonly Stem[]
  /** Different stems in its title; 0 where it has none. */
  readonly titleStems: number
  readonly people: ReadonlySet<string>
  /** Figures of the title and the opening, in ASCII digits. */
  readonly figures: ReadonlySet<string>
  readonly genre: Genre | undefined
  /** Keys of the rarer names in title and opening: of people and things, rare words among them, and of places. */
  readonly names: ReadonlySet<number>
  readonly places: ReadonlySet<number>
  /** It tells of the dead and hurt. */
  readonly ofCasualties: boolean
}

/** Words of the opening that tell the news; what follows is detail and background. */
const LEAD_TERMS = 55
/** About three hundred and fifty words; what an article is about stands before that. */
const READ_CHARS = 2200
/** «دبي، الإمارات العربية المتحدة (CNN) --», «القاهرة - (رويترز):»: place and agency before the first word of the news. */
const DATELINE = /^[^\n.]{0,60}?\([^()\n]{2,20}\)\s*(?:--|[-–—:])+\s*/u
/** «الرياض 25 شوال 1436 هـ الموافق 10 اغسطس 2015 م واس», alone on its line. */
const STAMP_LINE = /^[^\n]{0,40}\d{1,2}\s+\p{L}+\s+\d{4}\s*(?:هـ|م)[^\n]{0,60}\n/u

/** `table` says how much a stem tells: a stream of articles knows better than a year of news what is common in it. */
export function profileOf({ id, title, body, people = [] }: StoryText, table = new StemTable()): StoryProfile {
  const told = body.slice(0, READ_CHARS).replace(STAMP_LINE, '').replace(DATELINE, '')
  const { stems, weights, inTitle, inLead, inFull } = countsOf(title, told, table)
  const start = told.slice(0, OPENING_CHARS)
  const views = viewsOf(stems, weights, [inTitle, inLead, inFull])
  return {
    id,
    ...views,
    titleStems: inTitle.reduce((count, times) => count + Math.min(1, times), 0),
    people: new Set(people),
    genre: genreOf(title),
    ...namesIn(views.opening, table),
    figures: figuresIn(`${title} ${start}`),
    ofCasualties: CASUALTIES.test(title) || CASUALTIES.test(start),
  }
}

/** A name of every tenth article of a year ties nothing, nor does one of every third opening of these weeks. */
const RARE_IN_YEAR = 2.3
const RARE_IN_STREAM = 1.2

function namesIn(opening: readonly Stem[], table: StemTable): Pick<StoryProfile, 'names' | 'places'> {
  const names = new Set<number>()
  const places = new Set<number>()
  for (const stem of opening) {
    const named = table.namedBy(stem)
    if (named === undefined || stem.shipped < RARE_IN_YEAR || table.weight(stem) < RARE_IN_STREAM) continue
    if (named === 'own') names.add(stem.key)
    else places.add(stem.key)
  }
  return { names, places }
}

/** The stems of an article that tell anything, in order of their keys. */
interface Counts {
  readonly stems: readonly Stem[]
  readonly weights: readonly number[]
  /** How often each stands in the title, in title and opening, and in all, the title counted twice. */
  readonly inTitle: Uint16Array
  readonly inLead: Uint16Array
  readonly inFull: Uint16Array
}

function countsOf(title: string, told: string, table: StemTable): Counts {
  const reader = table.nextReader()
  const found: Stem[] = []
  const weights: number[] = []
  const counts: { title: number; lead: number; full: number }[] = []
  const countOf = (text: string): (typeof counts)[number] | undefined => {
    const stem = table.stemOf(text)
    if (stem.reader !== reader) {
      stem.reader = reader
      const weight = table.weight(stem)
      stem.place = weight > 0 ? found.length : -1
      if (weight > 0) {
        found.push(stem)
        weights.push(weight)
        counts.push({ title: 0, lead: 0, full: 0 })
      }
    }
    return counts[stem.place]
  }
  for (const { stem } of searchTerms(title)) {
    const count = countOf(stem)
    if (count === undefined) continue
    count.title++
    count.lead++
    count.full += 2
  }
  let opening = LEAD_TERMS
  for (const { stem } of searchTerms(told)) {
    const count = countOf(stem)
    if (count === undefined) continue
    if (opening-- > 0) count.lead++
    count.full++
  }
  const order = inOrder(found)
  return {
    stems: order.map((at) => found[at] as Stem),
    weights: order.map((at) => weights[at] as number),
    inTitle: Uint16Array.from(order, (at) => counts[at]?.title ?? 0),
    inLead: Uint16Array.from(order, (at) => counts[at]?.lead ?? 0),
    inFull: Uint16Array.from(order, (at) => counts[at]?.full ?? 0),
  }
}

/** Places of stems by key, and of one key by the stem: an order that does not depend on that of the words. */
function inOrder(stems: readonly Stem[]): number[] {
  const room = stems.length
  // Key and place in one number, which typed arrays sort without asking back.
  const packed = new Float64Array(room)
  for (let at = 0; at < room; at++) packed[at] = (stems[at] as Stem).key * room + at
  packed.sort()
  const order: number[] = []
  for (const one of packed) order.push(one - Math.floor(one / room) * room)
  for (let at = 1; at < room; at++) {
    const [a, b] = [order[at - 1] as number, order[at] as number]
    const [x, y] = [stems[a] as Stem, stems[b] as Stem]
    if (x.key !== y.key || x.stem < y.stem) continue
    order[at - 1] = b
    order[at] = a
  }
  return order
}

const OPENING_CHARS = 500
const CASUALTIES = /(?:قتل|قتيل|قتلى|جرحى|جريح|مصرع|مصاب|إصابة|ضحايا|وفاة|وفيات|شهيد|استشهاد)/u

function figuresIn(text: string): ReadonlySet<string> {
  const figures = new Set<string>()
  for (const [digits] of text.matchAll(/[\d٠-٩۰-۹]+(?:[.,٫][\d٠-٩۰-۹]+)?/g))
    figures.add(digits.replace(/[٠-٩]/g, (d) => String(d.charCodeAt(0) - 0x660)))
  return figures
}

/** An analysed article as stories take it. */
export function storyTextOf({ id, article, annotations, published, outlet, outletId }: AnalysedArticle): StoryText {
  const publisher = outletId ?? outlet
  return {
    id,
    title: titleOf(article),
    body: bodyOf(article),
    people: peopleOf(annotations),
    ...(published === undefined ? {} : { published }),
    ...(publisher === undefined ? {} : { outlet: publisher }),
  }
}
