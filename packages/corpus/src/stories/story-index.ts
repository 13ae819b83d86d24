import { dayNumber, dayOf } from '../analysed-article.js'
import { CandidateIndex } from './candidates.js'
import { driftOf } from './drift.js'
import { areFormula, type Likeness, likeness, wantOfNames } from './likeness.js'
import { profileOf, type StoryProfile, type StoryText } from './profile.js'
import { StemTable } from './stem-table.js'
import type { Chapter as ChapterView, Story, StoryDecision, StoryReason } from './story.js'
import { headlineIn, Probe, sharedStems } from './term-views.js'

/** Mean likeness to a chapter from which an article continues it: in a stream chance likeness is commoner than in a pair. */
const SAME_CHAPTER_AT = 0.28
/** Likeness from which a new chapter belongs to a story. */
const SAME_AFFAIR_AT = 0.23
/** Likeness to a second story from which both are one. */
const MERGE_AT = 0.36
const PER_DOUBLING = 0.015
/** Every day between two reports asks for this much more likeness: old news returns as background. */
const PER_DAY = 0.012
const PER_DAY_OPEN = 0.02
/** What comes back every day in other words, prices and weather, is most like itself on one day. */
const OTHER_DAY = 0.03
/** On one day the same vocabulary is seldom about two things: names are missed half as much. */
const SAME_DAY_EASE = 2
/** How long a story waits for its next chapter. */
const WINDOW_DAYS = 14
const CANDIDATES = 30
/** As many of the best likenesses are averaged: one lucky neighbour must not decide. */
const AVERAGED = 3
/** Smaller stories do not drift. */
const LEAST_CHAPTERS = 3
/** Newest articles that stand for a chapter, and newest chapters that are compared. */
const SAMPLED = 3
const COMPARED_CHAPTERS = 40
/** A headline is sought among the first members; they do not change much. */
const NAMED_AMONG = 40
const REASON_WORDS = 6

interface Member {
  readonly id: string
  readonly title: string
  readonly day: number | undefined
  readonly date: string | undefined
  profile: StoryProfile | undefined
  chapter: ChapterState
  /** Of an undated article the latest day among those before it: it waits no longer than they. */
  arrived: number
}

interface ChapterState {
  readonly id: string
  readonly members: Member[]
  story: StoryState
  /** Settled when the first profile is given back; what comes later seldom changes it. */
  name?: string
}

interface StoryState {
  readonly id: string
  readonly chapters: Set<ChapterState>
  name?: string
}

/** Two articles that a user says belong, or do not belong, to one story. */
export interface StoryJudgement {
  readonly a: string
  readonly b: string
  readonly verdict: 'same' | 'different'
}

/**
 * Puts articles into stories as they come, in the manner of single-pass clustering for topic detection (Allan et al. 1998):
 * each article is compared with those of the last two weeks that share its heaviest words; it continues a chapter, opens a
 * chapter of a story, or opens a story. Within one call the order of the articles does not matter: they are read by
 * publication, then by id.
 */
export class StoryIndex {
  readonly #members = new Map<string, Member>()
  readonly #stories = new Map<string, StoryState>()
  readonly #candidates = new CandidateIndex()
  readonly #judgements: readonly StoryJudgement[]
  /** Stories that took an article in since the last new day. */
  readonly #grown = new Set<StoryState>()
  #recent: Member[] = []
  readonly #stems = new StemTable()
  #now = Number.NEGATIVE_INFINITY

  constructor(judgements: readonly StoryJudgement[] = []) {
    this.#judgements = judgements
  }

  /** Adds a batch. Articles that stand already are left where they are. */
  add(batch: readonly StoryText[]): StoryDecision[] {
    const order = batch
      .filter(({ id }) => !this.#members.has(id))
      .sort((a, b) => compareText(a.published ?? '~', b.published ?? '~') || compareText(a.id, b.id))
    const decisions: StoryDecision[] = []
    for (const text of order) if (!this.#members.has(text.id)) decisions.push(...this.#place(text))
    return decisions
  }

  storyOf(article: string): Story | undefined {
    const member = this.#members.get(article)
    return member === undefined ? undefined : viewOf(member.chapter.story)
  }

  /** Id of the story an article stands in. */
  storyIdOf(article: string): string | undefined {
    return this.#members.get(article)?.chapter.story.id
  }

  /** Every story, in order of opening. */
  stories(): Story[] {
    return [...this.#stories.values()].map(viewOf)
  }

  #place(text: StoryText): StoryDecision[] {
    const date = dayOf(text.published)
    const day = date === undefined ? undefined : dayNumber(date)
    const drifted = day !== undefined && day > this.#now ? this.#turn(day) : []
    return [...drifted, ...this.#join(text, date, day)]
  }

  /** A new day: what grew is looked over for drift, and what is too old is forgotten. */
  #turn(day: number): StoryDecision[] {
    const decisions = [...this.#grown].flatMap((story) => this.#split(story))
    this.#grown.clear()
    this.#forget(day)
    return decisions
  }

  /** Parts of a story that have nothing more in common become two; what users tied together stays together. */
  #split(story: StoryState): StoryDecision[] {
    if (!this.#stories.has(story.id) || story.chapters.size < LEAST_CHAPTERS) return []
    const samples = [...story.chapters]
      .flatMap((chapter) => {
        const live = chapter.members.filter((m) => m.profile !== undefined)
        const profiles = live.slice(-SAMPLED).flatMap(({ profile }) => profile ?? [])
        return profiles.length === 0 ? [] : [{ chapter, profiles, size: chapter.members.length }]
      })
      .slice(-COMPARED_CHAPTERS)
    const drift = driftOf(samples)
    const first = drift?.leaving[0]?.members[0]
    if (drift === undefined || first === undefined || drift.leaving.length === story.chapters.size) return []
    const leaving = new Set(drift.leaving)
    const tied = this.#judgements.some(({ a, b, verdict }) => {
      const [x, y] = [this.#members.get(a)?.chapter, this.#members.get(b)?.chapter]
      return verdict === 'same' && x?.story === story && y?.story === story && leaving.has(x) !== leaving.has(y)
    })
    if (tied) return []
    const made: StoryState = { id: `story.${first.id}`, chapters: new Set(drift.leaving) }
    // The story that is left may bear the name of the chapter that leaves.
    const kept: StoryState =
      made.id === story.id
        ? { id: `story.${[...story.chapters].find((c) => !leaving.has(c))?.members[0]?.id}`, chapters: story.chapters }
        : story
    for (const chapter of leaving) {
      story.chapters.delete(chapter)
      chapter.story = made
    }
    if (kept !== story) {
      this.#stories.delete(story.id)
      for (const chapter of kept.chapters) chapter.story = kept
      this.#stories.set(kept.id, kept)
    }
    this.#stories.set(made.id, made)
    delete kept.name
    return [decision(first, 'splits', [{ code: 'drifted', with: kept.id, value: drift.alike }])]
  }

  #join(text: StoryText, date: string | undefined, day: number | undefined): StoryDecision[] {
    const profile = profileOf(text, this.#stems)
    const near = this.#neighbours(profile, day)
    const ruled = this.#judged(text.id)
    const banned = new Set(ruled.filter((r) => r.verdict === 'different').map((r) => r.member.chapter.story))
    const open = near.filter(({ member }) => !banned.has(member.chapter.story))

    const chapter = best(
      groupBy(
        open,
        ({ member }) => member.chapter,
        ({ members }) => members.length,
      ),
    )
    const told = ruled.find((r) => r.verdict === 'same')
    const into = (state: ChapterState): Member => {
      const member: Member = { id: text.id, title: text.title, day, date, profile, chapter: state, arrived: this.#now }
      state.members.push(member)
      this.#members.set(member.id, member)
      this.#recent.push(member)
      this.#candidates.add(profile)
      this.#stems.add(profile.opening)
      this.#grown.add(state.story)
      return member
    }
    if (told === undefined && chapter !== undefined && chapter.score >= chapterBar(chapter.group, day)) {
      const member = into(chapter.group)
      return [
        decision(member, 'continues', whyAlike(chapter.nearest, profile)),
        ...this.#merge(member, open, banned, profile),
      ]
    }
    const story = best(groupBy(open, ({ member }) => member.chapter.story, sizeOf))
    const joined =
      told?.member.chapter.story ??
      (story !== undefined && story.score >= joinBar(story.group) ? story.group : undefined)
    const state: StoryState = joined ?? { id: `story.${text.id}`, chapters: new Set() }
    const opened: ChapterState = { id: `chapter.${text.id}`, members: [], story: state }
    state.chapters.add(opened)
    this.#stories.set(state.id, state)
    const member = into(opened)
    if (joined === undefined) return [decision(member, 'opens', [{ code: 'nothing-alike' }])]
    const reasons: StoryReason[] =
      told !== undefined ? [{ code: 'user', with: told.member.id }] : whyAlike(story?.nearest, profile)
    return [decision(member, 'joins', reasons), ...this.#merge(member, open, banned, profile)]
  }

  #neighbours(profile: StoryProfile, day: number | undefined): Neighbour[] {
    const near: Neighbour[] = []
    const probe = new Probe(profile)
    for (const other of this.#candidates.like(profile, CANDIDATES)) {
      const member = this.#members.get(other.id)
      if (member?.profile === undefined) continue
      const apart = day === undefined || member.day === undefined ? 0 : Math.abs(day - member.day)
      if (apart > WINDOW_DAYS) continue
      const cosines = probe.cosines(other)
      if (apart > 0 && areFormula(profile, other, cosines)) continue
      const alike = likeness(profile, other, cosines)
      const score =
        alike.score -
        (apart > 0 ? OTHER_DAY : 0) -
        apart * PER_DAY -
        wantOfNames(profile, other) / (apart > 0 ? 1 : SAME_DAY_EASE)
      near.push({ member, alike, score })
    }
    return near
  }

  /** What users said of an article and one that stands. */
  #judged(id: string): { member: Member; verdict: 'same' | 'different' }[] {
    const found: { member: Member; verdict: 'same' | 'different' }[] = []
    for (const { a, b, verdict } of this.#judgements) {
      const other = a === id ? b : b === id ? a : undefined
      const member = other === undefined ? undefined : this.#members.get(other)
      if (member !== undefined) found.push({ member, verdict })
    }
    return found
  }

  /** An article as like a second story as its own shows that the two are one; the older keeps its id. */
  #merge(
    member: Member,
    near: readonly Neighbour[],
    banned: ReadonlySet<StoryState>,
    profile: StoryProfile,
  ): StoryDecision[] {
    const own = member.chapter.story
    for (const rival of groupBy(near, (n) => n.member.chapter.story, sizeOf)) {
      if (rival.group === own || banned.has(rival.group) || rival.score < MERGE_AT || rival.size < 2) continue
      if (this.#forbidden(own, rival.group)) continue
      const [kept, lost] = firstDay(own) <= firstDay(rival.group) ? [own, rival.group] : [rival.group, own]
      for (const chapter of lost.chapters) {
        chapter.story = kept
        kept.chapters.add(chapter)
      }
      this.#stories.delete(lost.id)
      const why: StoryReason[] = [{ code: 'bridged', with: lost.id, value: rival.score }]
      return [decision(member, 'merges', [...why, ...whyAlike(rival.nearest, profile)])]
    }
    return []
  }

  #forbidden(a: StoryState, b: StoryState): boolean {
    return this.#judgements.some(({ a: x, b: y, verdict }) => {
      if (verdict !== 'different') return false
      const [s, t] = [this.#members.get(x)?.chapter.story, this.#members.get(y)?.chapter.story]
      return (s === a && t === b) || (s === b && t === a)
    })
  }

  /** Articles too old to be continued give their words back. */
  #forget(day: number): void {
    this.#now = day
    const kept: Member[] = []
    const old: Member[] = []
    for (const member of this.#recent) {
      if (member.day === undefined && !Number.isFinite(member.arrived)) member.arrived = day
      if (day - (member.day ?? member.arrived) <= WINDOW_DAYS) kept.push(member)
      else old.push(member)
    }
    this.#recent = kept
    for (const { chapter } of old) {
      chapter.name ??= centralTitle(chapter.members)
      chapter.story.name ??= centralTitle(membersOf(chapter.story))
    }
    for (const member of old) {
      this.#candidates.remove(member.id)
      if (member.profile !== undefined) this.#stems.remove(member.profile.opening)
      member.profile = undefined
    }
  }
}

interface Neighbour {
  readonly member: Member
  readonly alike: Likeness
  readonly score: number
}

interface Group<T> {
  readonly group: T
  readonly score: number
  readonly nearest: Neighbour
  readonly size: number
}

/** Neighbours by chapter or story. One lucky neighbour in a large group does not speak for it: the mean is over three. */
function groupBy<T>(
  near: readonly Neighbour[],
  keyOf: (neighbour: Neighbour) => T,
  sizeOfGroup: (group: T) => number,
): Group<T>[] {
  const groups = new Map<T, Neighbour[]>()
  for (const one of near) {
    const key = keyOf(one)
    const list = groups.get(key)
    if (list === undefined) groups.set(key, [one])
    else list.push(one)
  }
  const made: Group<T>[] = []
  for (const [group, list] of groups) {
    list.sort((a, b) => b.score - a.score || compareText(a.member.id, b.member.id))
    const top = list.slice(0, AVERAGED)
    const [nearest] = top
    if (nearest === undefined) continue
    const mean = top.reduce((sum, n) => sum + n.score, 0) / Math.min(AVERAGED, sizeOfGroup(group))
    made.push({ group, nearest, size: list.length, score: mean })
  }
  return made.sort((a, b) => b.score - a.score || compareText(a.nearest.member.id, b.nearest.member.id))
}

const sizeOf = ({ chapters }: StoryState): number => {
  let size = 0
  for (const { members } of chapters) size += members.length
  return size
}

/** A story of many chapters is met by chance more often: each doubling asks for a little more likeness. */
const joinBar = ({ chapters }: StoryState): number => SAME_AFFAIR_AT + PER_DOUBLING * Math.log2(chapters.size)

/** A chapter is one occurrence: the longer ago it opened, the more it takes to continue it. */
function chapterBar({ members }: ChapterState, day: number | undefined): number {
  const opened = members[0]?.day
  return SAME_CHAPTER_AT + (day === undefined || opened === undefined ? 0 : Math.max(0, day - opened) * PER_DAY_OPEN)
}

const best = <T>(groups: readonly Group<T>[]): Group<T> | undefined => groups[0]

const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

const decision = (member: Member, act: StoryDecision['act'], reasons: readonly StoryReason[]): StoryDecision => ({
  article: member.id,
  story: member.chapter.story.id,
  chapter: member.chapter.id,
  act,
  reasons,
})

function whyAlike(nearest: Neighbour | undefined, profile: StoryProfile): StoryReason[] {
  if (nearest === undefined) return []
  const other = nearest.member.profile
  const words = other === undefined ? [] : sharedStems(profile, other, REASON_WORDS)
  return [
    { code: 'alike', with: nearest.member.id, value: nearest.alike.score },
    { code: 'shared-words', with: nearest.member.id, words },
  ]
}

const daysOf = (members: readonly Member[]): string[] =>
  members.flatMap(({ date }) => (date === undefined ? [] : [date])).sort()

const membersOf = ({ chapters }: StoryState): Member[] => [...chapters].flatMap(({ members }) => members)

const firstDay = (story: StoryState): string => daysOf(membersOf(story))[0] ?? '9999'

function viewOf(story: StoryState): Story {
  const members = membersOf(story)
  const days = daysOf(members)
  const [from] = days
  const to = days.at(-1)
  const chapters = [...story.chapters].map(chapterView)
  chapters.sort((a, b) => compareText(a.day ?? '9', b.day ?? '9') || compareText(a.id, b.id))
  return {
    id: story.id,
    name: story.name ?? centralTitle(members),
    chapters,
    ...(from === undefined ? {} : { from }),
    ...(to === undefined ? {} : { to }),
  }
}

function chapterView({ id, members, name }: ChapterState): ChapterView {
  const [day] = daysOf(members)
  return {
    id,
    name: name ?? centralTitle(members),
    articles: members.map((m) => m.id),
    ...(day === undefined ? {} : { day }),
  }
}

/** The title that is on average most like the openings of the others; the earliest among equals. */
function centralTitle(members: readonly Member[]): string {
  const named = members.filter(({ title }) => title !== '').slice(0, NAMED_AMONG)
  let name = named[0]?.title ?? ''
  let bestMean = -1
  for (const { title, profile } of named) {
    if (profile === undefined) continue
    let sum = 0
    for (const other of named) if (other.profile !== undefined) sum += headlineIn(profile, other.profile)
    if (sum > bestMean + 1e-9) {
      bestMean = sum
      name = title
    }
  }
  return name
}
