/** Marks, tatweel and invisible marks inside a word, by code unit. */
function isDropped(code: number): boolean {
  if (code < 0x0610) return false
  return (
    (code >= 0x064b && code <= 0x065f) ||
    code === 0x0640 ||
    code === 0x0670 ||
    (code >= 0x06d6 && code <= 0x06ed) ||
    code <= 0x061a ||
    code === 0x061c ||
    (code >= 0x200b && code <= 0x200f)
  )
}

function keyUnit(code: number): string | undefined {
  switch (code) {
    case 0x0623: // أ
    case 0x0625: // إ
    case 0x0622: // آ
    case 0x0671: // ٱ
      return 'ا'
    case 0x0649: // ى
    case 0x06cc: // Farsi yeh
      return 'ي'
    case 0x06a9: // Persian kaf
    case 0x06aa: // swash kaf
      return 'ك'
    default:
      return undefined
  }
}

/**
 * The spelling under which words are looked up: marks and tatweel dropped, alef forms as ا, final ى as ي. Less lossy than
 * the search folding: ة stays apart from ه, since the one ends a noun and the other is a pronoun.
 */
export function wordKey(word: string): string {
  let key = ''
  let from = 0
  for (let i = 0; i < word.length; i++) {
    const code = word.charCodeAt(i)
    const unit = keyUnit(code)
    if (unit === undefined && !isDropped(code)) continue
    if (i > from) key += word.slice(from, i)
    if (unit !== undefined) key += unit
    from = i + 1
  }
  return from === 0 ? word : from < word.length ? key + word.slice(from) : key
}

/** For each unit of the key where it stands in the printed word; one more entry for the end. */
export function keyOrigins(word: string): number[] {
  const origins: number[] = []
  for (let i = 0; i < word.length; i++) if (!isDropped(word.charCodeAt(i))) origins.push(i)
  origins.push(word.length)
  return origins
}
