import { countScripts, dominantScript } from './script.js'

/** ISO 639 code of a language written in Arabic script, `und` with a script subtag for the rest, `und` without letters. */
export type LanguageCode =
  | 'ar'
  | 'fa'
  | 'ur'
  | 'ckb'
  | 'ps'
  | 'ug'
  | 'sd'
  | 'und-Latn'
  | 'und-Hebr'
  | 'und-Zyyy'
  | 'und'

export interface LanguageGuess {
  readonly language: LanguageCode
  /** 0–1: how far the best language leads the next; low on short strings. */
  readonly confidence: number
}

type ArabicScriptLanguage = 'ar' | 'fa' | 'ur' | 'ckb' | 'ps' | 'ug' | 'sd'
const LANGUAGES: readonly ArabicScriptLanguage[] = ['ar', 'fa', 'ur', 'ckb', 'ps', 'ug', 'sd']

/**
 * Letters that a language uses and most others do not, weighted by how much one occurrence says. A letter of another
 * language may stand in a name (گ in «گوگل» on an Arabic page), so no letter decides alone.
 */
const LETTERS: Readonly<Record<ArabicScriptLanguage, string>> = {
  ar: 'ة:1.2 ى:0.6 إ:1.2 أ:0.8 ؤ:0.3 ئ:0.1 ك:0.5 ي:0.4 ث:0.1 ض:0.15 ظ:0.1 ط:0.1 ص:0.1 ذ:0.15',
  fa: 'ی:0.5 ک:0.5 گ:0.6 پ:0.6 چ:0.6 ژ:0.9',
  ur: 'ے:1.6 ٹ:2 ڈ:2 ڑ:2 ں:1.6 ہ:1 ھ:1 ۓ:2 گ:0.4 پ:0.4 چ:0.4 ی:0.4 ک:0.4',
  ckb: 'ە:1.2 ێ:2 ۆ:1.5 ڕ:2 ڵ:2 ڤ:1 ی:0.4 ک:0.4 گ:0.3 پ:0.3 چ:0.3 ژ:0.4',
  ps: 'ټ:2 ډ:2 ړ:2 ږ:2 ښ:2 ځ:2 څ:2 ڼ:2 ې:1.2 ۍ:2 ګ:2 ی:0.3 ک:0.3 پ:0.2 چ:0.2',
  ug: 'ې:1 ۇ:1.5 ۈ:2 ۆ:1 ۋ:2 ە:1 ڭ:2 ھ:0.5 ى:0.4 گ:0.3 پ:0.3 چ:0.3',
  sd: 'ڪ:2 ٻ:2 ڀ:2 ٺ:2 ٽ:2 ڄ:2 ڃ:2 ڇ:2 ڌ:2 ڏ:2 ڊ:2 ڙ:2 ڦ:2 ڻ:2 ڱ:2 ڳ:2 ۾:2 ۽:2',
}

/** The commonest function words of each language; in running text every third to fourth word is one of them. */
const WORDS: Readonly<Record<ArabicScriptLanguage, string>> = {
  ar: 'في من على إلى عن أن إن التي الذي الذين هذا هذه ذلك تلك كان كانت قد لم لن ما هو هي مع بعد قبل بين خلال حول كما حيث قال وقال أكد وأكد عبر ضد عند منذ ثم لكن غير كل بعض أي أو وفي ومن وعلى والتي الى او ان انه أنه أنها إنه',
  fa: 'در به از که این است را با برای آن یک خود تا شد بر هم نیز می های شده است. کرد شود باید اما ما وی بود دارد گفت کند کرده اند پس هر یا آنها ایران چه روز پیش کنند کنید بین باشد ولی اگر همه اینکه توسط',
  ur: 'کے کی میں ہے کا سے کو نے اور پر کہ یہ ہیں اس بھی ہو نہیں تھا کر گیا جو ایک ان وہ تو تھے ہوئے والے لیے کیا تک ساتھ رہے کیے بعد اپنے جا گئی دیا',
  ckb: 'لە بە و کە بۆ ئەم ئەو لەگەڵ لەسەر دەکات بوو نییە هەیە ئێمە ئەوەی کوردستان یان هەموو دەبێت ناو پاش هەر بەڵام چی ئەگەر دوای بکە بکەرەوە ناتوانرێت پەڕە',
  ps: 'د په چې او نه له کې دا سره څخه تر دی دغه هم کړي یې ته دي شوي وي کړې لپاره وه کړ وو هغه یو پر باندې شو وکړي وکړئ',
  ug: 'ۋە بىر بۇ ئۈچۈن بىلەن دەپ ئۇ ھەم ئەمەس بار قىلىش بولۇپ',
  sd: 'جي جو ۾ ۽ کي تي آهي آهن هن سان جا مان ڪري به هو کان لاء',
}

/** What each letter and each word says, language by language. */
interface Profiles {
  readonly letters: ReadonlyMap<string, readonly (readonly [ArabicScriptLanguage, weight: number])[]>
  readonly words: ReadonlyMap<string, readonly ArabicScriptLanguage[]>
}

let profiles: Profiles | undefined

function languageProfiles(): Profiles {
  if (profiles === undefined) {
    const letters = new Map<string, [ArabicScriptLanguage, number][]>()
    const words = new Map<string, ArabicScriptLanguage[]>()
    for (const language of LANGUAGES) {
      for (const entry of LETTERS[language].split(' ')) {
        const letter = entry.charAt(0)
        letters.set(letter, [...(letters.get(letter) ?? []), [language, Number(entry.slice(2))]])
      }
      for (const word of new Set(WORDS[language].split(' '))) words.set(word, [...(words.get(word) ?? []), language])
    }
    profiles = { letters, words }
  }
  return profiles
}

/** Endings and beginnings that only one grammar makes: «ال…», «…ها» joined by ZWNJ, Urdu «…وں». */
function shapeScore(word: string, scores: Record<ArabicScriptLanguage, number>): void {
  if (word.length > 4 && (word.startsWith('ال') || (word.startsWith('ال', 1) && 'وفبك'.includes(word.charAt(0)))))
    scores.ar += 0.6
  if (word.length > 3 && word.startsWith('لل')) scores.ar += 0.6
  if (word.includes('\u200c')) scores.fa += 1.2
  if (word.length <= 3) return
  if (word.endsWith('های') || word.endsWith('ترین') || word.endsWith('شان')) scores.fa += 0.8
  if ((word.startsWith('می') || word.startsWith('نمی')) && 'نتمد'.includes(word.charAt(word.length - 1)))
    scores.fa += 0.5
}

const SPACE = 0x20
const NONE: readonly ArabicScriptLanguage[] = []
/** The letters that tell languages apart stand below this code unit. */
const LETTER_UNITS = 0x800
const SEPARATOR = /[\s\p{P}\p{N}]/u
/** Whether a code unit parts words: 0 not asked yet, 1 no, 2 yes. */
let parting: Uint8Array | undefined

function parts(unit: number): boolean {
  parting ??= new Uint8Array(0x10000)
  if (parting[unit] === 0) parting[unit] = SEPARATOR.test(String.fromCharCode(unit)) ? 2 : 1
  return parting[unit] === 2
}

const MAX_UNITS = 6000 // more text does not change the answer

/**
 * Tells Arabic from the other languages of its script by letters, function words and word shapes; text in another script
 * is named by its script alone. Reads at most the first 6,000 code units.
 */
export function identifyLanguage(value: string): LanguageGuess {
  const sample = value.length > MAX_UNITS ? value.slice(0, MAX_UNITS) : value
  const counts = countScripts(sample)
  const script = dominantScript(counts)
  if (script === undefined) return { language: 'und', confidence: 0 }
  const letters = counts.arabic + counts.latin + counts.hebrew + counts.other
  // An Arabic page may hold more Latin letters than Arabic ones only when it is mostly addresses or code.
  if (script !== 'Arab') {
    const share = Math.max(counts.latin, counts.hebrew, counts.other) / letters
    return { language: script === 'Latn' ? 'und-Latn' : script === 'Hebr' ? 'und-Hebr' : 'und-Zyyy', confidence: share }
  }
  const scores: Record<ArabicScriptLanguage, number> = { ar: 0.5, fa: 0, ur: 0, ckb: 0, ps: 0, ug: 0, sd: 0 }
  const { letters: saying, words: known } = languageProfiles()
  const occurrences = new Uint32Array(LETTER_UNITS)
  let start = 0
  for (let at = 0; at <= sample.length; at++) {
    const unit = at < sample.length ? sample.charCodeAt(at) : SPACE
    if (unit < LETTER_UNITS) occurrences[unit] = (occurrences[unit] ?? 0) + 1
    if (!parts(unit)) continue
    if (at > start) {
      const word = sample.slice(start, at)
      for (const language of known.get(word) ?? NONE) scores[language] += 2.5
      shapeScore(word, scores)
    }
    start = at + 1
  }
  for (const [letter, languages] of saying) {
    const times = occurrences[letter.charCodeAt(0)] ?? 0
    if (times > 0) for (const [language, weight] of languages) scores[language] += times * weight
  }
  const ranked = LANGUAGES.map((language) => ({ language, score: scores[language] })).sort((a, b) => b.score - a.score)
  const best = ranked[0]
  const next = ranked[1]
  if (best === undefined || next === undefined) return { language: 'und', confidence: 0 }
  const confidence = best.score <= 0 ? 0 : (best.score - next.score) / best.score
  return { language: best.language, confidence }
}
