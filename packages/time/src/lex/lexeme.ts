/** The calendars a month name can belong to. */
export type Calendar = 'gregorian' | 'hijri' | 'jalali'

export type TimeUnit = 'second' | 'minute' | 'hour' | 'day' | 'week' | 'month' | 'year' | 'decade' | 'century'

/** TIMEX3 names for parts of the day; `DT` is daytime. */
export type PartCode = 'MO' | 'MI' | 'AF' | 'EV' | 'NI' | 'DT'

export type Mod =
  | 'APPROX'
  | 'MORE_THAN'
  | 'LESS_THAN'
  | 'EQUAL_OR_MORE'
  | 'EQUAL_OR_LESS'
  | 'START'
  | 'MID'
  | 'END'
  | 'BEFORE'
  | 'AFTER'

export type Role = 'killed' | 'injured' | 'killed_or_injured' | 'captured' | 'missing' | 'displaced'

/** The part a number word plays in a compound. */
export type CardinalPart = 'unit' | 'ten' | 'teen' | 'hundred' | 'scale'

export interface CardinalWord {
  readonly part: CardinalPart
  readonly value: number
  /** مئتان، ألفان، مليوني: the count of two is in the word. */
  readonly dual?: boolean
  /** آلاف، ملايين: needs a count before it, or is vague. */
  readonly plural?: boolean
  /** أحد، إحدى، اثنا: a number only inside a compound. */
  readonly bound?: boolean
}

/** What the tables know of a word's stem; one word may be several things, and the grammar decides. */
export interface Lexeme {
  card?: CardinalWord
  /** 1 to 10 and 11 (حادي), with عشر and the tens added by the grammar. */
  ordinal?: number
  fraction?: number
  /** عشرات 10، مئات 100: a magnitude without a figure. */
  magnitude?: number
  unit?: { readonly unit: TimeUnit; readonly count: 1 | 2 | 'many' }
  measure?: { readonly unit: string; readonly factor: number; readonly count: 1 | 2 | 'many' }
  /** كيلو، سنتي before a separate متر. */
  measurePrefix?: 'kilo' | 'centi' | 'deci' | 'milli'
  currency?: { readonly unit: string; readonly count: 1 | 2 | 'many' }
  nationality?: string
  month?: { readonly calendar: Calendar; readonly month: number; readonly weak: boolean }
  /** First word of a two-word month: تشرين، كانون، ربيع، جمادى، ذو. */
  monthHead?: 'tishrin' | 'kanun' | 'rabi' | 'jumada' | 'dhu'
  /** القعدة، الحجة after ذو. */
  monthTail?: number
  /** Monday 1 to Sunday 7. */
  weekday?: { readonly day: number; readonly weak: boolean; readonly bare: boolean }
  part?: { readonly code: PartCode; readonly name: DayPart; readonly adverb: boolean }
  /** أمس −1, اليوم 0, غدا +1. */
  day?: number
  /** الماضي −1, الجاري 0, المقبل +1. */
  turn?: number
  edge?: 'START' | 'MID' | 'END'
  season?: 'SP' | 'SU' | 'AU' | 'WI'
  set?: { readonly unit: TimeUnit; readonly value: string; readonly adverb: boolean }
  /** السبعينيات: the tens of a decade. */
  decade?: number
  mod?: Mod
  role?: Role
  /** A person or thing whose dual or singular counts casualties. */
  noun?: { readonly count: 1 | 2; readonly sure: boolean; readonly person: boolean }
  /** هدف 1, هدفين 2, رباعية 4: goals that a result counts in words. */
  goals?: number
  /** ص، م، am, pm. */
  meridiem?: 'am' | 'pm'
  /** First word of a name that holds a date or a number: شارع، كتائب، قوى. */
  named?: 'date' | 'number' | 'both'
  /** What the word does in the grammar. */
  f?: FunctionWord
}

export type DayPart = 'dawn' | 'morning' | 'forenoon' | 'noon' | 'afternoon' | 'evening' | 'night' | 'midnight' | 'day'

export type FunctionWord =
  | 'before'
  | 'after'
  | 'since'
  | 'during'
  | 'from'
  | 'to'
  | 'until'
  | 'between'
  | 'in'
  | 'and'
  | 'or'
  | 'every'
  | 'this'
  | 'hour'
  | 'percent'
  | 'minus'
  | 'point'
  | 'dayword'
  | 'daysof'
  | 'monthword'
  | 'yearword'
  | 'corresponding'
  | 'hijri'
  | 'gregorian'
  | 'solar'
  | 'zone'
  | 'half'
  | 'quarter'
  | 'times'
  | 'last'
  | 'first'
  | 'some'
  | 'whole'
  | 'rest'
  | 'late'
  | 'early'
  | 'same'
  | 'like'
  | 'about'
  | 'not'
  | 'as'
  | 'least'
  | 'most'
  | 'article'
  | 'conjunction'
