/** Articles about one running affair. */
export interface Story {
  /** `story.` and the id of the article that opened it. */
  readonly id: string
  /** The headline that is most like all the others. */
  readonly name: string
  /** One occurrence after the other, in order of their first report. */
  readonly chapters: readonly Chapter[]
  /** Days of the first and the last dated article. */
  readonly from?: string
  readonly to?: string
}

/** The articles of a story that tell one occurrence. */
export interface Chapter {
  readonly id: string
  readonly name: string
  readonly articles: readonly string[]
  readonly day?: string
}

export type StoryAct = 'opens' | 'continues' | 'joins' | 'merges' | 'splits'

/** Why an article stands where it stands. */
export interface StoryDecision {
  readonly article: string
  readonly story: string
  readonly chapter: string
  /** `opens` a story, `continues` a chapter, `joins` a story with a new chapter, `merges` two stories, or `splits` off one. */
  readonly act: StoryAct
  readonly reasons: readonly StoryReason[]
}

export interface StoryReason {
  readonly code: 'alike' | 'shared-words' | 'nothing-alike' | 'days-apart' | 'bridged' | 'drifted' | 'user'
  /** The other article, chapter or story. */
  readonly with?: string
  readonly value?: number
  readonly words?: readonly string[]
}

/** A decision's reason for people, in both languages. */
export function wordStoryReason({ code, value, words, with: other }: StoryReason): { ar: string; en: string } {
  const share = value === undefined ? '' : ` ${Math.round(value * 100)}%`
  const list = (words ?? []).join('، ')
  switch (code) {
    case 'alike':
      return { ar: `يشبه ${other ?? ''} بنسبة${share}`, en: `like ${other ?? ''} by${share}` }
    case 'shared-words':
      return { ar: `يشتركان في: ${list}`, en: `they share: ${list}` }
    case 'nothing-alike':
      return { ar: 'لا يشبه خبرًا قائمًا', en: 'like no story that stands' }
    case 'days-apart':
      return { ar: `بينهما ${value ?? 0} من الأيام`, en: `${value ?? 0} days apart` }
    case 'bridged':
      return {
        ar: `ربط الخبر بين قصتين، إحداهما ${other ?? ''}`,
        en: `it ties two stories, one of them ${other ?? ''}`,
      }
    case 'drifted':
      return {
        ar: `تباعدت فصول القصة ${other ?? ''} حتى صارت قصتين، والشبه بينهما${share}`,
        en: `the chapters of ${other ?? ''} drifted into two affairs, alike by${share}`,
      }
    case 'user':
      return { ar: 'حكم المستخدم', en: 'judged by a user' }
  }
}
