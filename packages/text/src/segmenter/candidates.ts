/** What an attached piece is. `particle` is the س of the future; `object` is any attached pronoun. */
export type CliticRole = 'conjunction' | 'preposition' | 'particle' | 'pronoun'

/** One way to cut a word key: `prefixes` and `suffix` are lengths in key units, the stem is what lies between. */
export interface Candidate {
  readonly prefixes: readonly string[]
  readonly suffix: string
  readonly stem: string
}

const CONJUNCTIONS = ['', 'و', 'ف'] as const
const PARTICLES = ['', 'ب', 'ل', 'ك', 'س'] as const
const PRONOUNS = ['', 'ه', 'ها', 'هم', 'هن', 'هما', 'ك', 'كم', 'كما', 'نا', 'ني', 'ي'] as const
const IMPERFECT = 'يتنا'

/**
 * Words whose ال is their own: relative pronouns, «الله», «الآن», hamza-less spellings of «ألمانيا» and the like, and
 * eighth-form verbs and masdars of roots in ل. Written as word keys.
 */
export const OWN_AL =
  /^(?:الذي|الذين|التي|اللذان|اللذين|اللتان|اللتين|اللواتي|اللاتي|اللائي|الله|اللهم|الان|الي|الا|الما|الف|الماني|المانيا|المانيه|المانية|الكترون[\u0621-\u064a]*|الت(?:قت|قيا|قوا|قاء|قيت|زم|زمت|زما|زموا|زام|زاما|زامات|حق|حقت|حقوا|حاق|حم|حام|فت|فتت|فات|فاف|قط|قطت|قاط|مس|مست|ماس|ماسا|هاب|صق|صاق|باس|ئام))$/u

export const roleOfPrefix = (prefix: string): CliticRole =>
  prefix === 'و' || prefix === 'ف' ? 'conjunction' : prefix === 'س' ? 'particle' : 'preposition'

/**
 * Every cut that the order of Arabic clitics allows: conjunction, then one preposition or the future س, the stem, then one
 * pronoun (Ryding 2005, §§12, 18). No cut leaves a stem of one letter, but that ل or ب with a pronoun is a word («له»).
 */
export function candidatesOf(key: string): Candidate[] {
  const found: Candidate[] = []
  for (const conjunction of CONJUNCTIONS) {
    if (!key.startsWith(conjunction)) continue
    for (const particle of PARTICLES) {
      const start = conjunction.length + particle.length
      if (!key.startsWith(particle, conjunction.length)) continue
      if (particle === 'س' && !IMPERFECT.includes(key.charAt(start))) continue
      for (const suffix of PRONOUNS) {
        if (!key.endsWith(suffix)) continue
        const stem = key.slice(start, key.length - suffix.length)
        if (start + suffix.length > key.length) continue
        // «له», «بها», «وله»: the preposition itself carries the pronoun.
        const bare = stem === '' && suffix !== '' && (particle === 'ب' || particle === 'ل')
        if (stem.length < 2 && !bare) continue
        if (particle === 'س' && stem.length < 3) continue
        if (suffix !== '' && stem.endsWith('ة')) continue
        // A noun takes ال or a pronoun, not both.
        if (suffix !== '' && stem.startsWith('ال') && stem.length > 4 && !OWN_AL.test(stem)) continue
        if (suffix !== '' && particle === 'ل' && stem.startsWith('ل') && stem.length > 4) continue
        const prefixes = [conjunction, particle].filter((p) => p !== '')
        if (bare) found.push({ prefixes: prefixes.slice(0, -1), stem: particle, suffix })
        else found.push({ prefixes, stem, suffix })
      }
    }
  }
  return found
}
