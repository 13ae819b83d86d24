import type { Body } from './reading/body.js'
import { withoutPronoun } from './reading/words.js'

/** «بيان نقلته الوكالة»: verbs of passing on, with the paper as their pronoun. */
const RELAYED =
  /^(?:نقلت?ها?|اوردت?ها?|بثت?ها?|نشرت?ها?|اذاعت?ها?|نقلتها|نقلته|نقلها|نقله|اوردتها|بثتها|بثته|نشرتها|نشرته|اذاعتها|تناقلتها)$/

/** «وثائق اطلعت عليها الصحيفة»: of coming by a paper. */
const OBTAINED = /^(?:اطلعت?|حصلت?|تلقت|تلقي|تسلمت?|وصلت?)$/

/** Where the one begins who passes a paper on: behind «نقلته», «اطلعت عليها», or «حصلت … على نسخة منه» behind the paper. */
export function relayerAt({ words }: Body, at: number): number | undefined {
  const key = words[at]?.key ?? ''
  if (RELAYED.test(key) && withoutPronoun(key).length > 0) return at + 1
  if (!OBTAINED.test(key)) return undefined
  if (/^(?:عليها|عليه|عليهما|اليها|اليه)$/.test(words[at + 1]?.key ?? '')) return at + 2
  for (let next = at + 2; next < at + 9; next++)
    if (words[next]?.key === 'نسخه' && /^(?:منه|منها)$/.test(words[next + 1]?.key ?? '')) return at + 1
  return undefined
}
