import { type WordForm, withoutArticle } from '../reading/words.js'
import { cueTable, type SpelledCue, type SpelledCues } from './cue-table.js'

const ORDER = { past: 0, present: 1, participle: 2, masdar: 3 } as const
const PRONOUNS = ['هما', 'هم', 'هن', 'ها', 'ه']
const ENDS_IN_YA = /ي\p{M}*$/u
const ENDS_IN_TA_MARBUTA = /ة\p{M}*$/u
/** How much of a word's end tells its last letter, marks included. */
const END = 3
/** Words that credit with the verb behind them: «حسبما ذكر». */
export const FUSED: ReadonlySet<string> = new Set(['حسبما', 'وفقما', 'بحسبما', 'كما', 'مثلما'])

/** The cues among a word's letters, worked out once for each form. */
export function cuesOf(form: WordForm): SpelledCues {
  form.cues ??= { verbs: verbsIn(form), mayOpenPhrase: mayOpenPhrase(form) }
  return form.cues
}

/** «على ما ذكر» as well. */
function mayOpenPhrase({ key, core }: WordForm): boolean {
  const { phrases } = cueTable()
  return key === 'علي' || FUSED.has(core) || phrases.has(key) || phrases.has(core)
}

/** Past before present before participle before verbal noun. */
function verbsIn({ printed, key, core }: WordForm): readonly SpelledCue[] {
  if (key.length < 2) return []
  const { verbs } = cueTable()
  const found: SpelledCue[] = []
  const end = printed.slice(-END)
  const look = (spelled: string, cut: number, pronoun: boolean, governed = false): void => {
    for (const form of verbs.get(spelled) ?? []) {
      if (governed && form.shape !== 'masdar') continue
      if (form.joined ? !pronoun : pronoun && form.bareOnly) continue
      if (form.finalAlef && !pronoun && ENDS_IN_YA.test(end)) continue
      if (found.some((one) => one.form.entry === form.entry && one.form.shape === form.shape)) continue
      found.push({ form, cut, pronoun, governed })
    }
  }
  const joins = core !== key && (key.startsWith('و') ? core.length > 1 : core.length > 2)
  look(key, 0, false)
  if (joins) look(core, 1, false)
  if (found.length === 0 && !ENDS_IN_TA_MARBUTA.test(end)) {
    lookWithPronoun(0, key, look)
    if (joins) lookWithPronoun(1, core, look)
  }
  if (found.length === 0 && key.startsWith('ب')) {
    const bare = key.slice(1)
    look(bare, 1, false, true)
    if (bare.startsWith('ال')) look(withoutArticle(bare), 1, false, true)
    for (const pronoun of PRONOUNS) if (bare.endsWith(pronoun)) look(bare.slice(0, -pronoun.length), 1, true, true)
  }
  return found.sort((a, b) => ORDER[a.form.shape] - ORDER[b.form.shape])
}

function lookWithPronoun(cut: number, key: string, look: (key: string, cut: number, pronoun: boolean) => void): void {
  for (const pronoun of PRONOUNS) {
    if (key.length - pronoun.length < 2 || !key.endsWith(pronoun)) continue
    look(key.slice(0, -pronoun.length), cut, true)
  }
}
