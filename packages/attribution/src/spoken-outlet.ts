import { findOutletByName, type Outlet } from '@isnad/lexicon'
import type { Body } from './reading/body.js'

/** An outlet that a clause names without the noun for what it is. */
export interface SpokenOutlet {
  readonly outlet: Outlet
  /** Where its name begins, behind the ل. */
  readonly start: number
  readonly to: number
}

/** Channels and agencies whose name is a common noun, and which it means where one speaks to it: «للجزيرة», «للعربية». */
const CHANNELS = /^(?:جزيره|عربيه|ميادين|حدث|حره|اناضول|منار|اخباريه|غد|اهرام)$/

/** Who is in charge of a region that a paper is called after. */
const FOR_REGION = /مبعوث|موفد|منسق|ممثل|مفوض|مدير|مستشار|مساعد|وكيل|لجنه|قسم|اقليمي|قياده|قائد|رباعيه/

const MAX_WORDS = 3

/** «للجزيرة», «للعربي الجديد»: the outlet that a word with ل names. */
export function outletSpokenTo(body: Body, at: number): SpokenOutlet | undefined {
  const word = body.words[at]
  if (word === undefined || !word.key.startsWith('لل') || word.key.length < 5) return undefined
  // «المبعوث الأممي للشرق الأوسط»
  if (word.key === 'للشرق' && body.words.slice(Math.max(0, at - 5), at).some(({ key }) => FOR_REGION.test(key)))
    return undefined
  if (CHANNELS.test(word.key.slice(2))) {
    const longer = longestFrom(body, at, `ال${body.value.slice(word.start + 2, word.end)}`)
    const named = longer ?? outletOf(body, at, at + 1, `ال${body.value.slice(word.start + 2, word.end)}`)
    if (named !== undefined) return { ...named, start: word.start + 1 }
  }
  const longer = longestFrom(body, at, `ال${body.value.slice(word.start + 2, word.end)}`)
  return longer === undefined ? undefined : { ...longer, start: word.start + 1 }
}

/** «حديث مع العربي الجديد»: the outlet whose name of several words begins at one. */
export function outletWithName(body: Body, at: number): SpokenOutlet | undefined {
  const word = body.words[at]
  if (word === undefined || !word.key.startsWith('ال')) return undefined
  if (CHANNELS.test(word.key.slice(2))) return outletOf(body, at, at + 1, body.value.slice(word.start, word.end))
  return longestFrom(body, at, body.value.slice(word.start, word.end))
}

function longestFrom(body: Body, at: number, first: string): SpokenOutlet | undefined {
  const next = body.words[at + 1]
  // the names of papers go on with a word of their own kind: «العربي الجديد», «اليوم السابع», «المصري اليوم»
  if (next === undefined || !(next.key.startsWith('ال') || next.key === 'نت')) return undefined
  for (let to = Math.min(body.words.length, at + MAX_WORDS); to > at + 1; to--) {
    if (body.words.slice(at + 1, to).some(({ kind }) => kind !== 'word')) continue
    const rest = body.value.slice(next.start, body.words[to - 1]?.end)
    const found = outletOf(body, at, to, `${first} ${rest}`)
    if (found !== undefined) return found
  }
  return undefined
}

function outletOf(body: Body, at: number, to: number, name: string): SpokenOutlet | undefined {
  const outlet = findOutletByName(name)
  return outlet === undefined ? undefined : { outlet, start: body.words[at]?.start ?? 0, to }
}
