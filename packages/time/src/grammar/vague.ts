import { foldWord } from '../lex/characters.js'
import { IN, PHRASE, SIDE, THIS, THROUGH, TO, TURN } from '../lex/starts.js'
import { vagueNouns, vaguePhrases } from '../words/phrases.js'
import { plainPeriodAt } from './period.js'
import type { Reader } from './reader.js'
import { isPartOf } from './relative-span.js'
import type { Found, Rule, Scan } from './rule.js'
import { turnAt } from './turn.js'

let table: ReadonlyMap<string, readonly (readonly [string, readonly string[]])[]> | undefined

function phraseTable(): NonNullable<typeof table> {
  if (table === undefined) {
    const found = new Map<string, (readonly [string, readonly string[]])[]>()
    for (const [value, words] of vaguePhrases) {
      const keys = words.split(' ').map(foldWord)
      const head = keys[0] ?? ''
      found.set(head, [...(found.get(head) ?? []), [value, keys]])
    }
    for (const list of found.values()) list.sort((a, b) => b[1].length - a[1].length)
    table = found
  }
  return table
}

/** The phrases that begin with a word, which «و» or «ف» may be attached to. */
const headed = (key: string): ReturnType<NonNullable<typeof table>['get']> =>
  phraseTable().get(key) ?? (/^[وف]/.test(key) ? phraseTable().get(key.slice(1)) : undefined)

const PARTICIPLE = /^(?:ال|لل)(?:م|صادر|قادم|واصل|عايد|وافد)/

/** مؤخرا، في وقت لاحق، منذ فترة: TIMEX3 references without bounds. */
const phrase: Rule = {
  id: 'vague.phrase',
  starts: PHRASE | IN | THROUGH | SIDE | TO | THIS,
  suits: ({ key }) => headed(key) !== undefined,
  opens: ({ r }, i, mask) => ((mask | r.mask(i + 1) | r.mask(i + 2)) & PHRASE) !== 0,
  find(scan, i) {
    const { r } = scan
    // a preposition alone is no phrase: its telling word follows
    const key = r.at(i).key
    const candidates = headed(key)
    if (candidates === undefined) return undefined
    for (const [value, words] of candidates) {
      let k = 1
      while (k < words.length && r.at(i + k).key === words[k] && !r.at(i + k).line) k++
      if (k < words.length) continue
      // «مثالا حديثا», «أصبح قريبا»: an indefinite accusative before it makes an adjective of the adverb
      if (
        ['حديثا', 'قريبا', 'قديما'].includes(key) &&
        /ا$/.test(r.at(i - 1).key) &&
        !r.at(i).line &&
        r.at(i - 1).key !== 'كان'
      )
        return undefined
      // «روى حديثا عن», «حديثا صحفيا»: talk; «سابقا لأوانه»: early
      if (
        key === 'حديثا' &&
        (/^(?:مع|.{3,}ا)$/.test(r.at(i + 1).key) ||
          (/^(?:عن|ل.{3,})$/.test(r.at(i + 1).key) && !PARTICIPLE.test(r.at(i - 1).key))) &&
        !r.at(i + 1).line
      )
        return undefined
      if (key === 'سابقا' && r.is(i + 1, 'لاوانه')) return undefined
      // «صار قريبا جدا من الميناء» is near, not soon
      if (
        /^[وف]?قريبا$/.test(key) &&
        /^(?:من(?:ه|ها|هم|هما|ا|ي|ك)?|للغايه|جدا|الي)$/.test(r.at(i + 1).key) &&
        !r.at(i + 1).line
      )
        return undefined
      // «ألان» is a Frenchman
      if (words.includes('الان') && /[أآ]لا/.test(r.text.slice(r.at(i).start, r.at(i + k - 1).end))) continue
      // «في المستقبل الصحي للاعب»: somebody's or something's
      const tail = r.at(i + k)
      if (words[k - 1] === 'المستقبل' && tail.word.article && !tail.line && /ي$/.test(tail.key)) return undefined
      // «منذ ذلك الحين» is another time
      if (key === 'الحين' && r.is(i - 1, 'ذلك')) return undefined
      // «فيما بعد الاندماج»: after something, not later
      if (key === 'فيما' && r.at(i + k).word.article && !r.at(i + k).line) return undefined
      // «أخيرا» at the head of a list item is «finally»
      if (key === 'اخيرا' && (i === 0 || r.breaks(i))) return undefined
      // «وأخيرا» closes a list
      if (key === 'واخيرا' || (key === 'اخيرا' && (r.is(i + 1, 'وليس') || r.is(i - 1, 'و')))) return undefined
      // «منذ فترة طويلة», «بعد فترة وجيزة»: the adjective belongs to it
      if (STRETCHES.has(words[k - 1] ?? '') && k > 1 && LENGTHS.test(r.at(i + k).key) && !r.at(i + k).line) k++
      // «منذ وقت مبكر»: early on some day
      if (words[k - 1] === 'وقت' && /^(?:مبكر|متاخر)$/.test(r.at(i + k).key)) return undefined
      // «بعد فترة مرض طويلة», «بعد فترة توقف»: a spell of something
      if (key === 'بعد' && STRETCHES.has(words[k - 1] ?? '') && isOfSomething(r, i + k)) return undefined
      const part = partOfPeriod(scan, i, i + k)
      if (part !== undefined) return part
      const { anchor } = scan.settings
      if (value === 'PRESENT_REF' && scan.isFragment(i, i + k) && anchor !== undefined) {
        const size = 1000
        return scan.temporal(i, i + k, 'vague.now', {
          kind: 'datetime',
          value: new Date(anchor.local).toISOString().slice(0, 19),
          grain: 'second',
          from: anchor.local,
          to: anchor.local + size,
          certainty: 'exact',
        })
      }
      // «بعد فترة وجيزة من رحيله»
      const isEvent = r.is(i, 'بعد') && r.f(i + k) === 'from' && r.isWord(i + k + 1) && !r.at(i + k).line
      const found = scan.temporal(
        i,
        i + k,
        'vague.phrase',
        isEvent
          ? { kind: 'relative_event', value, certainty: 'unanchored', more: { direction: 'after' } }
          : { kind: 'vague', value, certainty: 'vague' },
      )
      if (key === words[0]) return found
      // the tables do not know the word, so its و or ف is cut here
      const start = r.at(i).start + 1
      return found.changed((item) => ({ ...item, start, text: r.text.slice(start, item.end) }))
    }
    return undefined
  },
}

const SPELLS =
  /^(?:مرض|توقف|غياب|انقطاع|هدوء|اعداد|ركود|جفاف|نقاهه|تدريب|اختبار|انتقاليه|تجريبيه|راحه|علاج|خطوبه|حكم|انتظار|عمل|حضانه|عزل|حجر|استراحه|اجازه|اصابه|تحضير|فراغ|صمت|تردد|شد|جدل)$/

const isOfSomething = (r: Reader, i: number): boolean =>
  r.isWord(i) &&
  !r.at(i).line &&
  (SPELLS.test(r.at(i).key) ||
    (!r.isDefinite(i) && r.plain(i) && r.f(i) === undefined && LENGTHS.test(r.at(i + 1).key) && !r.at(i + 1).line))

const STRETCHES: ReadonlySet<string> = new Set(['فتره', 'مده', 'زمن', 'وقت', 'امد'])
const LENGTHS = /^(?:طويل|قصير|وجيز|بعيد|يسير)ه?$/

/** «في وقت سابق من هذا الشهر»: no day, but the period is stated. */
function partOfPeriod(scan: Scan, from: number, to: number): Found | undefined {
  const { r } = scan
  if (!/^(?:سابق|لاحق)$/.test(r.at(to - 1).key) || r.f(to) !== 'from' || r.at(to).line) return undefined
  const whole = plainPeriodAt(r, to + 1)
  if (whole === undefined || whole.weak || r.at(to + 1).line) return undefined
  return scan.temporal(from, whole.to, 'vague.part-of-period', (ctx) => whole.resolve(ctx), 1)
}

const OF_A_GAME: ReadonlySet<string> = new Set(['دقائق', 'دقايق', 'ثواني', 'لحظات'])

/** خلال الفترة الماضية، في المرحلة المقبلة، السنوات الأخيرة. */
const period: Rule = {
  id: 'vague.period',
  starts: PHRASE | IN | THROUGH,
  needs: () => TURN,
  opens: ({ r }, i, mask) => ((mask | r.mask(i + 1) | r.mask(i + 2)) & PHRASE) !== 0,
  find(scan, i) {
    const { r } = scan
    let j = i
    if ((r.f(j) === 'in' && r.plain(j)) || r.f(j) === 'during') j++
    if (r.f(j) === 'during' && j > i) j++
    const { stem, article, proclitic } = r.at(j).word
    const key = article ? r.at(j).key.replace(/^[وفبل]?ال/, '') : stem
    if (!article || proclitic !== '' || !vagueNouns.has(key)) return undefined
    let k = j + 1
    if (['القليله', 'القريبه', 'الطويله', 'الزمنيه', 'القصيره', 'الثلاث', 'العديده'].includes(r.at(k).key)) k++
    const turn = turnAt(r, k)
    const isLast = ['الاخيره', 'الاخير', 'الماضيه', 'السابقه'].includes(r.at(k).key)
    // «المرحلة الأخيرة من الاستعداد»: the last of them
    if (key === 'مرحله' && /^الاخير/.test(r.at(k).key)) return undefined
    if (turn === undefined && !isLast) return undefined
    if (r.stem(j) === 'وقت' && turn?.turn !== 0) return undefined
    // «في الدقائق الأخيرة» are those of a match, «الأيام الأخيرة من الحملة» those of the campaign
    const isOfItself = OF_A_GAME.has(key) || isPartOf(r, turn?.to ?? k + 1)
    if (/^الا/.test(r.at(k).key) && isLast && isOfItself) return undefined
    const value = isLast || (turn && turn.turn < 0) ? 'PAST_REF' : turn && turn.turn > 0 ? 'FUTURE_REF' : 'PRESENT_REF'
    return scan.temporal(i, turn?.to ?? k + 1, 'vague.period', { kind: 'vague', value, certainty: 'vague' })
  },
}

export const vagueRules: readonly Rule[] = [phrase, period]
