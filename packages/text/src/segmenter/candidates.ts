/** What an attached piece is. `particle` is the س of the future; `object` is any attached pronoun. */
export type CliticRole = 'conjunction' | 'preposition' | 'particle' | 'pronoun'

/** One way to cut a word key: prefixes, stem and suffix follow each other without gaps. */
export interface Candidate {
  readonly prefixes: readonly string[]
  /** The prefixes joined by a plus sign. */
  readonly prefix: string
  readonly suffix: string
  readonly stem: string
  /** A number for prefixes and suffix together, below `CLITICS`. */
  readonly clitics: number
}

interface Head {
  readonly at: number
  readonly conjunction: string
  readonly particle: string
  readonly written: string
  readonly prefixes: readonly string[]
  readonly prefix: string
}

const PARTICLES = 5
const heads: readonly Head[] = ['', 'و', 'ف'].flatMap((conjunction, i) =>
  ['', 'ب', 'ل', 'ك', 'س'].map((particle, j): Head => {
    const prefixes = [conjunction, particle].filter((p) => p !== '')
    return {
      at: i * PARTICLES + j,
      conjunction,
      particle,
      written: conjunction + particle,
      prefixes,
      prefix: prefixes.join('+'),
    }
  }),
)
const PRONOUNS = ['', 'ه', 'ها', 'هم', 'هن', 'هما', 'ك', 'كم', 'كما', 'نا', 'ني', 'ي'] as const
export const CLITICS = heads.length * PRONOUNS.length
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
  const suffixes: number[] = []
  for (let i = 0; i < PRONOUNS.length; i++) if (key.endsWith(PRONOUNS[i] as string)) suffixes.push(i)
  for (const { at, conjunction, particle, written, prefixes, prefix } of heads) {
    if (!key.startsWith(written)) continue
    const start = written.length
    if (particle === 'س' && !IMPERFECT.includes(key.charAt(start))) continue
    for (const end of suffixes) {
      const suffix = PRONOUNS[end] as string
      if (start + suffix.length > key.length) continue
      const stem = key.slice(start, key.length - suffix.length)
      // «له», «بها», «وله»: the preposition itself carries the pronoun.
      if (stem === '' && suffix !== '' && (particle === 'ب' || particle === 'ل')) {
        const clitics = (at - (at % PARTICLES)) * PRONOUNS.length + end
        const before = conjunction === '' ? [] : [conjunction]
        found.push({ prefixes: before, prefix: conjunction, suffix, stem: particle, clitics })
        continue
      }
      if (stem.length < (particle === 'س' ? 3 : 2)) continue
      if (suffix !== '' && stem.endsWith('ة')) continue
      // A noun takes ال or a pronoun, not both.
      if (suffix !== '' && stem.startsWith('ال') && stem.length > 4 && !OWN_AL.test(stem)) continue
      if (suffix !== '' && particle === 'ل' && stem.startsWith('ل') && stem.length > 4) continue
      found.push({ prefixes, prefix, suffix, stem, clitics: at * PRONOUNS.length + end })
    }
  }
  return found
}
