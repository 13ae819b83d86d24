import { searchTerms } from '@isnad/text'
import { type AnalysedArticle, bodyOf, peopleOf, titleOf } from '../analysed-article.js'
import { hashOf, inOrder, type Term, type TermVector, vectorOf } from './term-vector.js'
import { termWeight } from './term-weights.js'

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
export interface StoryProfile {
  readonly id: string
  readonly title: TermVector
  /** Title and opening. */
  readonly lead: TermVector
  readonly full: TermVector
  readonly people: ReadonlySet<string>
  /** Figures of the title and the opening, in ASCII digits. */
  readonly figures: ReadonlySet<string>
  /** A bulletin of the day: the weather, or prices. */
  readonly bulletin: 'weather' | 'prices' | undefined
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

type WeightOf = (stem: string) => number

/** `weightOf` says how much a stem tells; a stream of articles knows better than a year of news what is common in it. */
export function profileOf({ id, title, body, people = [] }: StoryText, weightOf: WeightOf = termWeight): StoryProfile {
  const told = body.slice(0, READ_CHARS).replace(STAMP_LINE, '').replace(DATELINE, '')
  const known = new Map<string, Term | null>()
  const found: Term[] = []
  const termOf = (stem: string): Term | null => {
    const seen = known.get(stem)
    if (seen !== undefined) return seen
    const weight = weightOf(stem)
    const term = weight > 0 ? { stem, key: hashOf(stem), weight, title: 0, lead: 0, full: 0 } : null
    known.set(stem, term)
    if (term !== null) found.push(term)
    return term
  }
  for (const { stem } of searchTerms(title)) {
    const term = termOf(stem)
    if (term === null) continue
    term.title++
    term.lead++
    term.full += 2
  }
  let opening = LEAD_TERMS
  for (const { stem } of searchTerms(told)) {
    const term = termOf(stem)
    if (term === null) continue
    if (opening-- > 0) term.lead++
    term.full++
  }
  const terms = inOrder(found)
  return {
    id,
    title: vectorOf(terms, (term) => term.title),
    lead: vectorOf(terms, (term) => term.lead),
    full: vectorOf(terms, (term) => term.full),
    people: new Set(people),
    bulletin: bulletinIn(title),
    figures: figuresIn(`${title} ${told.slice(0, OPENING_CHARS)}`),
    ofCasualties: CASUALTIES.test(title) || CASUALTIES.test(told.slice(0, OPENING_CHARS)),
  }
}

const WEATHER = /(?:الطقس|درجات الحرارة|أمطار|امطار|رياح|أتربة|غبار|سحب رعدية|موجة (?:حر|برد|غبار)|عاصفة ترابية)/u
const PRICES =
  /(?:أسعار|اسعار|سعر) (?:الذهب|النفط|العملات|الدولار|الصرف|صرف|الخام)|(?:الذهب|النفط|برنت|الدولار|اليورو) (?:يرتفع|ينخفض|يتراجع|يهبط|يصعد|يستقر|ترتفع|تتراجع)|(?:ال)?مؤشر (?:سوق|تاسي|الأسهم|البورصة|دبي|السوق)|بورصة|البورصة|الأسهم|تاسي/u

const bulletinIn = (title: string): StoryProfile['bulletin'] =>
  WEATHER.test(title) ? 'weather' : PRICES.test(title) ? 'prices' : undefined

const OPENING_CHARS = 500
const CASUALTIES = /(?:قتل|قتيل|قتلى|جرحى|جريح|مصرع|مصاب|إصابة|ضحايا|وفاة|وفيات|شهيد|استشهاد)/u

function figuresIn(text: string): ReadonlySet<string> {
  const figures = new Set<string>()
  for (const [digits] of text.matchAll(/\p{Nd}+(?:[.,٫]\p{Nd}+)?/gu))
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
