/** Consonants that one sound may become, in either script, as one class. */
const CLASSES: Readonly<Record<string, string>> = {
  B: 'بپbp',
  F: 'فڤfv',
  T: 'تطدضtd',
  S: 'سصزszx',
  K: 'جكگقغخgkqj',
  C: 'شچژ',
  L: 'لl',
  M: 'مm',
  N: 'نn',
  R: 'رr',
}

/** Letters that become a stop in one spelling and a hiss in the next: soft class, then hard. */
const TWO_WAYS: Readonly<Record<string, readonly [string, string]>> = {
  ث: ['S', 'T'],
  ذ: ['S', 'T'],
  ظ: ['S', 'T'],
  ض: ['S', 'T'],
  c: ['S', 'K'],
}

/** Groups of letters that spell one consonant, as a letter that stands for them. */
const GROUPS: readonly (readonly [pattern: RegExp, soft: string, hard: string])[] = [
  [/تش/g, 'ش', 'ش'],
  [/دج/g, 'ج', 'ج'],
  [/tch|sch|sh|zh/g, 'ش', 'ش'],
  [/ch/g, 'ش', 'ك'],
  [/th|dh/g, 'س', 'ت'],
  [/kh|gh/g, 'ك', 'ك'],
  [/ph/g, 'ف', 'ف'],
]

let classOf: Map<string, string> | undefined

function classes(): Map<string, string> {
  classOf ??= new Map(
    Object.entries(CLASSES).flatMap(([name, letters]) => [...letters].map((letter) => [letter, name] as const)),
  )
  return classOf
}

function read(folded: string, way: 0 | 1): string {
  let plain = folded
  for (const [pattern, soft, hard] of GROUPS) plain = plain.replace(pattern, way === 0 ? soft : hard)
  let sounds = ''
  for (const letter of plain) {
    const sound = TWO_WAYS[letter]?.[way] ?? classes().get(letter)
    if (sound !== undefined && !sounds.endsWith(sound)) sounds += sound
  }
  return sounds
}

/** Classes of a folded word's consonants, doubled ones once, read soft and hard: «قاآني» and Ghaani are both KN. */
export function skeletons(folded: string): string[] {
  const soft = read(folded, 0)
  const hard = read(folded, 1)
  return soft === hard ? [soft] : [soft, hard]
}

const BITS = 'BFTSKCLMNR'

/** The classes that a word has, as bits; S and T share one, since spellings move between them. */
export function soundsOf(folded: string): number {
  let bits = 0
  for (const sound of read(folded, 0)) bits |= 1 << BITS.indexOf(sound === 'T' ? 'S' : sound)
  return bits
}

/** Whether two words have few enough consonants that the other lacks. */
export function couldShareSounds(a: number, b: number): boolean {
  let bits = a ^ b
  let differing = 0
  for (; bits !== 0; bits &= bits - 1) differing++
  return differing <= 3
}
