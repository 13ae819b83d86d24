import type { CardinalPart } from '../lex/lexeme.js'
import type { Enter } from '../lex/lexicon.js'

// Written, Egyptian and Levantine spellings; folding has already made one of أ إ آ ا, of ة ه, of ى ئ ي and of مئة مية.
const units: readonly (readonly [number, string])[] = [
  [1, 'واحد واحدة وحدة واحدًا'],
  [2, 'اثنان اثنين اثنتان اثنتين إثنان إثنين إثنتان إثنتين اتنين اتنان تنين ثنتين ثنتان تنتين اثنينة'],
  [3, 'ثلاث ثلاثة ثلاثا تلاتة تلات تلاته ثلاتة تلاثة'],
  [4, 'أربع أربعة أربعا'],
  [5, 'خمس خمسة خمسا'],
  [6, 'ست ستة ستا'],
  [7, 'سبع سبعة سبعا'],
  [8, 'ثماني ثمان ثمانية ثمانيا تمانية تماني تمان تمنية تمن ثمنية'],
  [9, 'تسع تسعة تسعا'],
  [10, 'عشر عشرة عشرا'],
]

const tens: readonly (readonly [number, string])[] = [
  [20, 'عشرون عشرين عشرينات'],
  [30, 'ثلاثون ثلاثين تلاتين تلاتون ثلاتين'],
  [40, 'أربعون أربعين'],
  [50, 'خمسون خمسين'],
  [60, 'ستون ستين'],
  [70, 'سبعون سبعين'],
  [80, 'ثمانون ثمانين تمانين تمانون تمنين ثمنين'],
  [90, 'تسعون تسعين'],
]

/** Stems that join with مئة and with the ‑عش of spoken teens: ثلاثمئة، تلتمية، خمستاشر. */
const joints: readonly (readonly [number, string])[] = [
  [3, 'ثلاث ثلاثة تلات تلت ثلث ثلا تلا ثلت'],
  [4, 'أربع أربعة ربع'],
  [5, 'خمس خمسة'],
  [6, 'ست ستة س'],
  [7, 'سبع سبعة'],
  [8, 'ثمان ثماني ثمانية تمان تماني تمن ثمن'],
  [9, 'تسع تسعة'],
]

const scales: readonly (readonly [number, string, string, string])[] = [
  // value, singular, plural, dual
  [1e3, 'ألف', 'آلاف الاف ألوف', 'ألفان ألفين ألفي'],
  [1e6, 'مليون مليونا ملايون', 'ملايين مليونات', 'مليونان مليونين مليوني'],
  [1e9, 'مليار مليارا بليون ملیار', 'مليارات بلايين', 'ملياران مليارين ملياري'],
  [1e12, 'تريليون ترليون تريليونا', 'تريليونات ترليونات', 'تريليونان تريليونين تريليوني'],
]

const ordinals: readonly (readonly [number, string])[] = [
  [1, 'أول أولى'],
  [2, 'ثاني ثانية ثان تاني تانية'],
  [3, 'ثالث ثالثة تالت تالتة'],
  [4, 'رابع رابعة'],
  [5, 'خامس خامسة'],
  [6, 'سادس سادسة ساتة'],
  [7, 'سابع سابعة'],
  [8, 'ثامن ثامنة تامن تامنة'],
  [9, 'تاسع تاسعة'],
  [10, 'عاشر عاشرة'],
  [11, 'حادي حادية حاديي'],
]

export function addNumbers(enter: Enter): void {
  const card = (words: string, value: number, part: CardinalPart, more: object = {}): void =>
    enter(words, { card: { value, part, ...more } })
  card('صفر', 0, 'unit')
  card('زيرو', 0, 'unit')
  for (const [value, words] of units) card(words, value, value === 10 ? 'teen' : 'unit')
  card('أحد إحدى احدي حادي', 1, 'unit', { bound: true })
  card('اثنا اثني اثنتا اثنتي إثنا إثني اتنا اتني ثنتا', 2, 'unit', { bound: true })
  card('حداشر حداعش حدعش إحداشر احدعش احداعش احدعشر حدعشر إحدىعشر', 11, 'teen')
  card('إتناشر اتناشر اطناعش اطنعش اثناعش اتنعش إثناعشر اثناعشر اتناعش اثنعش طنعش ثنعش اثنىعشر اثنيعشر', 12, 'teen')
  for (const [value, words] of tens) card(words, value, 'ten')
  card('مئة مائة ماية مية', 100, 'hundred')
  card('مئتان مئتين مئتا مئتي مائتان مائتين مائتا مائتي ميتين ميتان', 200, 'hundred', { dual: true })
  card('متين', 200, 'hundred', { bound: true }) // spoken; written Arabic has it for solid
  for (const [value, stems] of joints) {
    for (const stem of stems.split(' ')) {
      for (const tail of ['مئة', 'مائة', 'مية', 'ميت', 'ميات', 'مئه', 'مائه'])
        if (stem !== 'س') card(stem + tail, value * 100, 'hundred') // سمية is a name
      for (const tail of ['تاشر', 'طاشر', 'طعش', 'تعش', 'طعشر', 'تعشر', 'عشر', 'طاعش', 'تاعش', 'اشر']) {
        if (!(stem === 'س' && tail === 'عشر')) card(stem + tail, value + 10, 'teen')
      }
    }
  }
  for (const [value, one, many, two] of scales) {
    card(one, value, 'scale')
    card(many, value, 'scale', { plural: true })
    card(two, value * 2, 'scale', { dual: true })
  }
  card('ألفا ألفًا', 1000, 'scale')
  for (const [value, words] of ordinals) enter(words, { ordinal: value })
  enter('نصف نص', { fraction: 1 / 2 })
  enter('ثلث تلت', { fraction: 1 / 3 })
  enter('ثلثا ثلثي ثلثين ثلثان', { fraction: 2 / 3 })
  enter('ربع', { fraction: 1 / 4 })
  enter('خمس أخماس', { fraction: 1 / 5 })
  enter('سدس أسداس', { fraction: 1 / 6 })
  enter('سبع أسباع', { fraction: 1 / 7 })
  enter('ثمن أثمان', { fraction: 1 / 8 })
  enter('تسع أتساع', { fraction: 1 / 9 })
  enter('عشر أعشار', { fraction: 1 / 10 })
  enter('أرباع', { fraction: 1 / 4 })
  enter('أثلاث', { fraction: 1 / 3 })
  enter('عشرات', { magnitude: 10 })
  enter('مئات مئآت ميات', { magnitude: 100 })
}
