import { ENTITY_TYPES } from '../entity.js'
import { changed, type FoundMention } from './found.js'
import type { Word } from './words.js'

/** Heads behind which a person's name is an eponym, not a mention. */
const EPONYM_HEADS = new Set(
  'كتايب كتيبه لواء جامعه مستشفي شارع مسجد مطار جسر ملعب استاد ستاد ساحه ميدان قاعده معسكر مخيم سرايا الويه مدرسه كليه مركز معهد جايزه كاس بطوله موسسه سد طريق مجمع مقام مرقد ضريح دوار فرقه'.split(
    ' ',
  ),
)

const ONE_OF = new Set('احد احدي اثنين اثنان واحد'.split(' '))

/** Whether a mention may stand inside another: places always, other bodies and people unless an eponym. */
function mayNest(inner: FoundMention, outer: FoundMention, words: readonly Word[]): boolean {
  const sameEnd = inner.last === outer.last
  // «وزارة {الدفاع العراقية}»: what a body's first noun governs is the rest of its name.
  if (
    sameEnd &&
    inner.type === outer.type &&
    inner.first === outer.first + 1 &&
    outer.by === 'head' &&
    words[inner.first]?.definite === true
  )
    return false
  // «عدد من {قادة …}», «18 {آخرون}»: counted or not, it is one group.
  if (sameEnd && inner.by === 'group' && outer.by === 'group' && inner.type === outer.type)
    return ONE_OF.has(words[outer.first]?.bare ?? '')
  const nominalOuter = outer.kind === 'nominal'
  if (nominalOuter) {
    if (inner.first === outer.first && inner.kind === 'nominal') return false
    if (inner.kind === 'name') return true
    return (
      inner.first > outer.first &&
      (outer.type !== inner.type || outer.by === 'group' || outer.by === 'title' || inner.last === inner.first) &&
      inner.by !== 'title'
    )
  }
  if (inner.first === outer.first) return false
  if (outer.type === 'PER') return false
  if (inner.type === 'GPE' || inner.type === 'LOC')
    return outer.head === 'حدود' || (outer.type !== 'GPE' && outer.type !== 'LOC')
  if (inner.type === 'PER')
    return inner.kind === 'name' && inner.by !== 'repeat'
      ? !EPONYM_HEADS.has(outer.head ?? '') && outer.by === 'head'
      : outer.by === 'head' && inner.kind === 'name'
  if (inner.type === 'ORG' && inner.kind === 'nominal')
    return outer.by === 'head' && inner.by === 'head' && inner.last === inner.first && outer.type === 'ORG'
  // «قوات {الحوثيين}»
  const isFollowers =
    inner.last === inner.first &&
    words[inner.first]?.definite === true &&
    /ي(?:ين|ون)$/.test(words[inner.first]?.bare ?? '')
  if (inner.type === 'ORG')
    return (
      outer.type !== 'PROD' &&
      inner.kind === 'name' &&
      (inner.by === 'head' ||
        (inner.by === 'catalog' &&
          (!sameEnd || (words[inner.first]?.preposition === 'ل' && words[inner.first]?.definite === false))) ||
        isFollowers) &&
      (inner.last > inner.first || isFollowers) &&
      inner.first > outer.first &&
      outer.by === 'head'
    )
  return inner.type === 'EVT-NAME' && outer.type === 'ORG'
}

const crosses = (a: FoundMention, b: FoundMention): boolean => a.start < b.end && b.start < a.end
const covers = (a: FoundMention, b: FoundMention): boolean => a.start <= b.start && a.end >= b.end

/** «مطار الملك خالد الدولي»: whom a site or school is called after is no mention, even where a title stands before him. */
function withoutEponyms(found: readonly FoundMention[]): readonly FoundMention[] {
  const eponymous = new Set<number>()
  for (const { by, kind, head, first, last } of found)
    if (by === 'head' && kind === 'name' && head !== undefined && EPONYM_HEADS.has(head))
      for (let w = first + 1; w <= last; w++) eponymous.add(w)
  if (eponymous.size === 0) return found
  return found.filter(({ type, first }) => type !== 'PER' || !eponymous.has(first))
}

/** Bodies whose name the grammar reads to its end more often than the tagger. */
const WHOLE_HEADS = new Set(
  (
    'وزاره وزارات وزارتا وزارتي حزب مديريه غرفه جمعيه نقابه رابطه هييه لجنه مركز معهد مجلس موسسه منظمه جهاز اتحاد جامعه شركه ' +
    'صندوق مفوضيه مرصد شبكه وكاله مصلحه بعثه كونفدراليه اتحاديه اكاديميه'
  ).split(' '),
)

/** «اللجنة الدولية», «الهيئة العليا»: what many bodies are called in short, before they say what they are for. */
function isGeneral(words: readonly Word[], { first, last, type }: FoundMention): boolean {
  if (type !== 'ORG' || last === first) return false
  for (let at = first + 1; at <= last; at++)
    if (!/^ال(?:دولي|وطني|عليا|اعلي|عام|عالمي|اقليمي|مركزي|جهوي|محلي)ه?$/.test(words[at]?.key ?? '')) return false
  return true
}

/** Whether a mention may stand beside one that was chosen before it. */
function mayStand(mention: FoundMention, other: FoundMention, words: readonly Word[]): boolean {
  if (!crosses(mention, other)) return true
  if (mention.start === other.start && mention.end === other.end) return false
  if (covers(other, mention)) return mayNest(mention, other, words)
  return covers(mention, other) && mayNest(other, mention, words)
}

/** The tagger's «الشوبكي» inside the «فيصل الشوبكي» that a title led to. */
function withoutParts(found: readonly FoundMention[], words: readonly Word[]): readonly FoundMention[] {
  const owner = new Map<number, FoundMention>()
  for (const mention of found)
    if (mention.by === 'title' && mention.kind === 'name')
      for (let w = mention.first; w <= mention.last; w++) owner.set(w, mention)
  const trades = new Map<number, number>()
  for (const { by, kind, head, first, last } of found)
    if (by === 'head' && kind === 'name' && head !== undefined && WHOLE_HEADS.has(head))
      trades.set(first, Math.max(last, trades.get(first) ?? 0))
  return found.filter((mention) => {
    const cutShort = mention.last < (trades.get(mention.first) ?? -1)
    if (mention.by === 'catalog' && cutShort && isGeneral(words, mention)) return false
    if (mention.by !== 'tagger' && mention.by !== 'repeat') return true
    // «وزارة الصحة» of «وزارة الصحة والسكان».
    if (cutShort) return false
    const whole = owner.get(mention.first)
    return (
      whole === undefined ||
      mention.type !== 'PER' ||
      mention.last > whole.last ||
      (mention.first === whole.first && mention.last === whole.last)
    )
  })
}

/** A longer name is a little likelier than a part of it. */
const LENGTH = 0.1

const TYPE_INDEX = new Map(ENTITY_TYPES.map((type, i) => [type, i]))

/** One number for span, type and kind; spans longer than 4095 units share one. */
const keyOf = ({ start, end, type, kind }: FoundMention): number =>
  (start * 4096 + Math.min(4095, end - start)) * 16 + (TYPE_INDEX.get(type) ?? 0) * 2 + Number(kind === 'name')

/** Same words, same type, found in two ways: one mention with both their weights. */
function merged(found: readonly FoundMention[]): FoundMention[] {
  const bySpan = new Map<number, FoundMention>()
  for (const mention of found) {
    const key = keyOf(mention)
    const known = bySpan.get(key)
    if (known === undefined) {
      bySpan.set(key, mention)
      continue
    }
    const [main, other] = known.by === 'tagger' ? [mention, known] : [known, mention]
    const weight = known.by === mention.by ? Math.max(mention.weight, known.weight) : known.weight + mention.weight
    const entries = main.entries.length > 0 ? main.entries : other.entries
    bySpan.set(key, changed(main, { weight, entries, roles: main.roles ?? other.roles, head: main.head ?? other.head }))
  }
  return [...bySpan.values()]
}

const sureness = ({ weight, first, last }: FoundMention): number => weight + LENGTH * (last - first)

/** Names before descriptors, the surer before the less sure, then as they stand in the text. */
const surerFirst = (a: FoundMention, b: FoundMention): number => {
  if (a.kind !== b.kind) return a.kind === 'nominal' ? 1 : -1
  return sureness(b) - sureness(a) || a.start - b.start
}

/** Chooses among candidates that overlap: names before descriptors, the surer before the less sure, nesting where it is allowed. */
export function choose(found: readonly FoundMention[], words: readonly Word[]): FoundMention[] {
  const order = merged(withoutParts(withoutEponyms(found), words)).sort(surerFirst)
  const kept: FoundMention[] = []
  const atWord = new Array<FoundMention[] | undefined>(words.length)
  for (const mention of order) {
    let fits = true
    for (let w = mention.first; fits && w <= mention.last; w++)
      for (const other of atWord[w] ?? []) {
        fits = mayStand(mention, other, words)
        if (!fits) break
      }
    if (!fits) continue
    kept.push(mention)
    for (let w = mention.first; w <= mention.last; w++) {
      const there = atWord[w]
      if (there === undefined) atWord[w] = [mention]
      else there.push(mention)
    }
  }
  return kept.sort((a, b) => a.start - b.start || b.end - a.end)
}
