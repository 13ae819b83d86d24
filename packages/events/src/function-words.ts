/** Closed classes of Arabic as word keys (alefs as ا, final ى as ي). */
const set = (words: string): ReadonlySet<string> => new Set(words.split(' '))

export const PREPOSITIONS = set(
  'في من الي علي عن مع ضد بين لدي نحو تجاه امام خلف وراء تحت فوق قبل بعد خلال اثناء عبر منذ حتي دون بدون بحق لصالح بشان حول ازاء عند ضمن وسط لاجل بسبب اثر عقب جراء نتيجة بواسطة مقابل باتجاه قرب بجانب رغم سوي برفقة بصحبة بحضور بمشاركة بقيادة برئاسة بهدف بغية لغرض قصد بدعم بتهمة برصاص بيد بينهم بينها ابرزهم بمن بدعوي لصد بزعامة فور لدن حيال صوب لحساب بخصوص بموجب وفق حسب بحسب كذلك مثل كمثل بمعية بالقرب بالتعاون بالتنسيق بمن',
)
/** A preposition that the next word completes: «من قبل», «على يد». */
export const COMPOUND: ReadonlyMap<string, ReadonlyMap<string, string>> = new Map([
  [
    'من',
    new Map([
      ['قبل', 'من قبل'],
      ['جانب', 'من جانب'],
      ['طرف', 'من قبل'],
      ['خلال', 'خلال'],
      ['اجل', 'من اجل'],
      ['بين', 'بينهم'],
      ['بينهم', 'بينهم'],
    ]),
  ],
  [
    'علي',
    new Map([
      ['يد', 'من قبل'],
      ['ايدي', 'من قبل'],
      ['راس', 'من ضمن'],
      ['راسهم', 'بينهم'],
      ['متن', 'علي متن'],
      ['خلفية', 'بسبب'],
      ['اثر', 'بعد'],
    ]),
  ],
  [
    'الي',
    new Map([
      ['جانب', 'الي جانب'],
      ['حين', 'حتي'],
    ]),
  ],
  [
    'بما',
    new Map([
      ['في', 'بينهم'],
      ['فيهم', 'بينهم'],
    ]),
  ],
  [
    'في',
    new Map([
      ['اطار', 'خلال'],
      ['اعقاب', 'بعد'],
      ['اثناء', 'خلال'],
      ['ظل', 'خلال'],
      ['وجه', 'ضد'],
      ['حق', 'بحق'],
    ]),
  ],
  ['بالتعاون', new Map([['مع', 'بالتعاون']])],
  ['بالتنسيق', new Map([['مع', 'بالتعاون']])],
  ['بالقرب', new Map([['من', 'قرب']])],
])
/** What opens a clause of its own. */
export const COMPLEMENTISERS = set(
  'ان انه انها انهم بان بانه بانها لان لانه لانها كان_ كانه حيث بينما فيما عندما حين حينما حينها بعدما قبلما كي لكي اذا اذ لو لولا لكن لكنه لكنها لكنهم بل كما مما ممن ريثما طالما كلما انني اننا انكم بانهم وسط_ الا انما اما سيما خصوصا خاصة حسبما فان فانه فانها فانهم وان وانه وانها ثم او_ هل ماذا كيف لماذا لئلا',
)
export const RELATIVES = set(
  'الذي التي الذين اللذان اللذين اللتان اللتين اللواتي اللاتي للذي للتي بالذي بالتي والذي والتي',
)
export const NEGATIONS = set('لم لن لا ليس ليست ليسوا ما')
/** Nouns that deny what they govern: «عدم اعتقال», «دون قتل». */
export const DENYING_NOUNS = set(
  'عدم دون بدون نفي انكار استبعاد تفادي تجنب منع لتجنب لتفادي لمنع احباط وقف لوقف ايقاف انهاء رفض',
)
export const FUTURE = set('سوف')
export const POSSIBLE = set('ربما لعل قد')
export const CONDITIONS = set('اذا لو حال ان_ شرط شريطة')
/** Words that make what follows a plan: «من المقرر أن», «بهدف», «على أن يجتمع». */
export const PLANS = set('المقرر المرتقب المزمع المنتظر مقرر مرتقب مرتقبة المرتقبة مقررة المقررة مزمعة المزمعة')
export const CHANCES = set(
  'المحتمل المتوقع المرجح احتمال احتمالية امكانية امكان متوقعة المتوقعة محتملة المحتملة محتمل متوقع خشية مخاوف فرضية سيناريو مسألة مسالة فكرة التفكير',
)
export const PURPOSE = set('بهدف بغية لغرض قصد من_اجل')
export const DEMANDS = set('ضرورة يجب ينبغي يتعين علي_ان بضرورة وجوب')
/** Pronouns and demonstratives that stand for nobody here. */
export const EMPTY_WORDS = set(
  'هو هي هم هما نحن انا انت هذا هذه ذلك تلك هؤلاء هنا هناك ايضا كذلك فقط جدا مجددا مؤخرا سابقا حاليا رسميا فورا معا عموما حتي قد لقد سوف',
)
export const isArabicWord = (key: string): boolean => /^[\u0621-\u064a]+$/.test(key)
/** Nouns of direction that stand like prepositions: «داخل سوريا», «شمال المدينة». */
export const LOCATIVES = set('داخل خارج شمال جنوب شرق غرب شمالي جنوبي شرقي غربي قبالة محيط')
/** Verbs that say whom a meeting brought together: «اجتماع جمع فلانا بفلان». */
export const GATHERING = set('جمع جمعت يجمع تجمع ضم ضمت يضم تضم')
/** Words that count the hurt beside the dead: they tell the same blow. */
export const INJURING = set('جرح اصيب اصيبت اصيبوا اصابة جرحوا جرحت جرحي واصيب')
/** Lawsuits, inquiries and memories: a deed named behind them is their subject and not told. */
export const CASES = set(
  'قضية قضايا ملف جريمة جرائم محكمة محاكمة تحقيق تحقيقات تهمة تهم بتهمة ذكري متعلق متعلقة متورط متورطين متورطون متهم متهمين متهمون ضلوع تورط مشتبه مرتكب مرتكبي منفذي مخطط فيلم رواية كتاب مسلسل حادثة اسباب دوافع خلفية',
)
