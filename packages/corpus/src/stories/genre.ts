/** A kind of article of which every day brings another, told in the words of the last. */
export type Genre = 'weather' | 'prices' | 'verdict' | 'fire' | 'seizure' | 'accident' | 'honours' | 'vacancies'

const MARKET = /(?:الذهب|ذهب|النفط|نفط|برنت|خام|أسهم|الأسهم|بورص|أسواق|السوق|سوق|الدولار|اليورو|مؤشر|تاسي)/u
const MOVES =
  /(?:[يت]رتفع|ارتفاع|[يت]تراجع|تراجع|[يت]هبط|هبوط|[يت]نخفض|انخفاض|[يت]صعد|صعود|[يت]ستقر|مكاسب|خسائر|خسارة|أدنى|أعلى|[يت]قفز|[يت]هوي|[يت]غلق|إغلاق|طفيف|نقطة)/u
const PRICES = /(?:أسعار|اسعار|سعر) (?:الذهب|النفط|العملات|الدولار|الصرف|صرف|الخام)|بورصة|البورصة|الأسهم|تاسي/u

/** By the headline; the first that fits. */
const GENRES: readonly (readonly [Genre, RegExp])[] = [
  ['weather', /(?:الطقس|درجات الحرارة|أمطار|امطار|رياح|أتربة|غبار|سحب رعدية|موجة (?:حر|برد|غبار)|عاصفة ترابية)/u],
  ['prices', PRICES],
  ['verdict', /(?<!\p{L})(?:ال|ب)?(?:سجن|حبس|جلد|إعدام|قصاص|تعزير)|(?<!\p{L})(?:ال)?محكمة|الجزائية|(?<!\p{L})أحكام/u],
  ['fire', /(?:حريق|حرائق|إخماد|الدفاع المدني|(?<!\p{L})"?مدني(?!\p{L}))/u],
  ['seizure', /(?:(?<!\p{L})(?:ال|ت|ي)?ضبط|إحباط|تهريب|مخدرات|القبض على|الإطاحة)/u],
  ['accident', /(?:(?<!\p{L})حادث (?:مروري|سير|تصادم)|تصادم|انقلاب (?:سيارة|شاحنة|مركبة|حافلة)|دهس|غرق)/u],
  ['honours', /(?<!\p{L})(?:[يت]ُ?كر[ّ]?ِ?م|تكريم|كرّم)(?!\p{L})/u],
  ['vacancies', /(?:(?<!\p{L})(?:ال)?وظائف|شاغرة|وظيفة)/u],
]

/** The genre that a headline announces; most announce none. */
export function genreOf(title: string): Genre | undefined {
  if (MARKET.test(title) && MOVES.test(title)) return 'prices'
  return GENRES.find(([, pattern]) => pattern.test(title))?.[0]
}

/** Bulletins of the day: another day's is another, whatever they share. */
export const isBulletin = (genre: Genre | undefined): boolean => genre === 'weather' || genre === 'prices'
