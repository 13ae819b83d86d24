import { z } from '@hono/zod-openapi'
import { ACCOUNT_ATTRIBUTES, type AccountVerdict, ORIGIN_KINDS } from '@isnad/corpus'
import { ArticleSummary } from '../contract/contract.js'
import { Direction, Span, Wording } from '../contract/contract-shapes.js'
import { HappeningParty, HappeningSummary } from './happening-summary-contract.js'

/** What the API says across articles: who copies whom, how many sources a report has, which affair it belongs to. */

export const TextRelation = z
  .enum(['copy', 'rewrite', 'shared-passage', 'template', 'unrelated'])
  .openapi('TextRelation', {
    description:
      '`copy`: the wording of one is the other’s. `rewrite`: reworded from one text. `shared-passage`: otherwise different. `template`: one formula, two occurrences',
  })

export const Origin = z
  .object({
    id: z.string(),
    kind: z.enum(ORIGIN_KINDS),
    kindName: Wording,
    name: z.string(),
    articles: z.array(z.string()),
    evidence: z.array(z.object({ article: z.string(), quote: z.string(), field: z.literal('byline').optional() })),
    mayEqual: z
      .string()
      .optional()
      .openapi({ description: 'Another origin that may be the same source behind another description' }),
    denies: z.boolean().openapi({ description: 'It says that what the others report is false' }),
    reasons: z.array(Wording),
  })
  .openapi('Origin')

/** How many sources stand behind a report. The origin is the speaker, not the channel. */
export const Origins = z
  .object({
    atLeast: z.int().openapi({ description: 'Those surely distinct' }),
    atMost: z.int().openapi({ description: 'Every origin found, unstated ones included' }),
    counted: z.int().openapi({ description: 'Articles that were compared; the others of a large chapter were not' }),
    origins: z.array(Origin),
    relations: z.array(
      z.object({
        a: z.string(),
        b: z.string(),
        relation: z.enum(['copy', 'rewrite', 'shared-passage', 'same-origin', 'template', 'independent', 'unrelated']),
      }),
    ),
  })
  .openapi('Origins')

const verdicts = ['agree', 'adds', 'differs', 'denies'] as const satisfies readonly AccountVerdict[]

/** What the articles of one occurrence say of one attribute of it. */
export const Account = z
  .object({
    attribute: z.enum(ACCOUNT_ATTRIBUTES),
    about: Wording.nullable().openapi({ description: 'What is counted, dated or placed' }),
    verdict: z.enum(verdicts).openapi({
      description:
        '`adds`: only some speak of it. `differs`: they cannot all be right. `denies`: one says that another is wrong',
    }),
    values: z.array(
      z.object({
        value: z.string(),
        label: Wording.nullable().openapi({ description: 'The value in words, where it is a code' }),
        articles: z.array(z.string()),
        quotes: z.array(
          z.object({
            article: z.string(),
            quote: z.string(),
            at: Span.nullable().openapi({
              description: "Where it stands in the article's text, when it is found there",
            }),
          }),
        ),
      }),
    ),
  })
  .openapi('Account')

export const StorySummary = z
  .object({
    id: z.string(),
    name: z.string().openapi({ description: 'The headline most like all the others' }),
    from: z.string().nullable(),
    to: z.string().nullable(),
    chapters: z.int(),
    articles: z.int(),
  })
  .openapi('StorySummary')

/** A story in a line of a list: who takes part and how the reports came in. */
export const StoryRow = StorySummary.extend({
  reports: z
    .array(z.object({ day: z.string(), articles: z.int() }))
    .openapi({ description: 'Days on which it was reported, in order; articles without a date are left out' }),
  parties: z.array(HappeningParty).openapi({ description: 'Who takes part in most of what it tells' }),
}).openapi('StoryRow')

const behind = z.int().openapi({ description: 'Articles that came in and are not compared yet' })

export const StoryList = z
  .object({ items: z.array(StoryRow), next: z.string().nullable(), behind })
  .openapi('StoryList')

export const Chapter = z
  .object({
    id: z.string(),
    name: z.string(),
    day: z.string().nullable(),
    articles: z.array(ArticleSummary),
    happenings: z.array(HappeningSummary).openapi({ description: 'What these articles tell, most told first' }),
    origins: Origins,
    accounts: z.array(Account).openapi({ description: 'Where their accounts agree and differ' }),
  })
  .openapi('Chapter')

export const StoryDocument = StorySummary.omit({ chapters: true, articles: true })
  .extend({ chapters: z.array(Chapter), behind })
  .openapi('StoryDocument')

const share = z.number().openapi({ description: 'Of the words, 0 to 1' })

export const LineageSource = z
  .object({
    article: ArticleSummary,
    relation: TextRelation,
    share: share.openapi({ description: 'Share of the words of this article that came from there' }),
    shareOfSource: share,
    reasons: z.array(Wording),
  })
  .openapi('LineageSource')

export const LineageNeighbour = z
  .object({
    article: ArticleSummary,
    relation: TextRelation,
    shareOfThis: share,
    shareOfOther: share,
    passageWords: z.int().openapi({ description: 'Words of the longest shared passage' }),
    reasons: z.array(Wording),
  })
  .openapi('LineageNeighbour')

export const LineageDocument = z
  .object({
    id: z.string(),
    parents: z.array(LineageSource).openapi({ description: 'What it was made from, the one that gave most first' }),
    roots: z.array(ArticleSummary).openapi({ description: 'Where its wording enters the record' }),
    neighbours: z.array(LineageNeighbour).openapi({ description: 'Who shares wording with it, the nearest first' }),
    story: StorySummary.nullable(),
    chapter: z
      .array(ArticleSummary)
      .openapi({ description: 'The articles that tell the same occurrence, this one too' }),
    origins: Origins,
    accounts: z.array(Account),
    behind,
  })
  .openapi('LineageDocument')

export const ComparedText = z
  .object({
    article: ArticleSummary,
    text: z.string(),
    direction: Direction,
    title: Span.nullable(),
    body: z.array(Span),
  })
  .openapi('ComparedText')

/** How many origins stand behind any articles, such as the results of a search, a story or a happening. */
export const OriginsOf = z
  .object({
    articles: z.int().openapi({ description: 'Of those asked for, the ones that are there' }),
    counted: z.int().openapi({ description: 'Over how many of them origins were counted; others may add more' }),
    occurrences: z.int().openapi({ description: 'How many occurrences they tell; origins are counted for each' }),
    atLeast: z
      .int()
      .openapi({ description: 'The most that one occurrence surely has: a speaker may stand behind several' }),
    atMost: z.int().openapi({ description: 'The sum over the occurrences' }),
  })
  .openapi('OriginsOf')

/** Two articles side by side; spans are of each one's `text`. */
export const Comparison = z
  .object({
    a: ComparedText,
    b: ComparedText,
    relation: TextRelation,
    shareOfA: share,
    shareOfB: share,
    passages: z.array(
      z.object({
        a: Span,
        b: Span,
        words: z.int(),
        equal: z.int().openapi({ description: 'Words that are the same on both sides' }),
      }),
    ),
    reasons: z.array(Wording),
  })
  .openapi('Comparison')
