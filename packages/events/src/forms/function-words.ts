/** Closed classes of Arabic as word keys (alefs as ا, final ى as ي). */
const set = (words: string): ReadonlySet<string> => new Set(words.split(' '))

export const PREPOSITIONS = set(
  'في من الي علي عن مع ضد بين لدي نحو تجاه امام خلف وراء تحت فوق قبل بعد خلال اثناء عبر منذ حتي دون بدون بحق لصالح بشان حول ازاء عند ضمن وسط لاجل بسبب اثر عقب جراء نتيجة بواسطة مقابل باتجاه قرب بجانب رغم سوي برفقة بصحبة بحضور بمشاركة بقيادة برئاسة بهدف بغية لغرض قصد بدعم بتهمة برصاص بنيران بيد بينهم بينها ابرزهم بمن بدعوي لصد بزعامة فور لدن حيال صوب لحساب بخصوص بموجب وفق حسب بحسب كذلك مثل كمثل بمعية بالقرب بمن',
)
/** «عليه», «خلالها»: a preposition with a pronoun and nothing else. */
export const PREPOSITION_WITH_PRONOUN =
  /^(علي|الي|في|من|عن|مع|ب|ل|لدي|بين|ضد|تجاه|خلف|بحق|حول|امام|قبل|بعد|عند|خلال|اثناء)(ه|ها|هم|هن|هما)$/
/** «بينهم», «منهم», «أبرزهم»: what follows belongs to those just named. */
export const AMONG_THEM = /^(?:بين|من|ابرز|معظم|احد|احدا|اغلب|غالبيت)(?:هم|ها|هن|هما)$/
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
      ['بينها', 'بينهم'],
      ['بينهن', 'بينهم'],
    ]),
  ],
  [
    'علي',
    new Map([
      ['هامش', 'خلال'],
      ['يد', 'من قبل'],
      ['ايدي', 'من قبل'],
      ['راس', 'من ضمن'],
      ['راسهم', 'بينهم'],
      ['راسها', 'بينهم'],
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
      ['فيها', 'بينهم'],
    ]),
  ],
  [
    'في',
    new Map([
      ['اطار', 'خلال'],
      ['ختام', 'بعد'],
      ['مستهل', 'خلال'],
      ['سياق', 'خلال'],
      ['اعقاب', 'بعد'],
      ['اثناء', 'خلال'],
      ['ظل', 'خلال'],
      ['مقدمتهم', 'بينهم'],
      ['مقدمتها', 'بينهم'],
      ['وجه', 'ضد'],
      ['حق', 'بحق'],
    ]),
  ],
  [
    'بمن',
    new Map([
      ['فيهم', 'بينهم'],
      ['فيها', 'بينهم'],
    ]),
  ],
  ['علاوة', new Map([['علي', 'فضلا عن']])],
  ['فضلا', new Map([['عن', 'فضلا عن']])],
  ['اضافة', new Map([['الي', 'فضلا عن']])],
  ['بالاضافة', new Map([['الي', 'فضلا عن']])],
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
export const DENYING_NOUNS = set('عدم دون بدون نفي انكار استبعاد تفادي تجنب منع لتجنب لتفادي لمنع احباط رفض')
export const FUTURE = set('سوف')
export const POSSIBLE = set('ربما لعل قد')
/** Words that make what follows a plan: «من المقرر أن», «بهدف», «على أن يجتمع». */
export const PLANS = set('المقرر المرتقب المزمع المنتظر مقرر مرتقب مرتقبة المرتقبة مقررة المقررة مزمعة المزمعة')
export const CHANCES = set(
  'المحتمل المتوقع المرجح احتمال احتمالية امكانية امكان متوقعة المتوقعة محتملة المحتملة محتمل متوقع خشية مخاوف فرضية سيناريو مسألة مسالة فكرة التفكير',
)
/** Pronouns and demonstratives that stand for nobody here. */
export const EMPTY_WORDS = set(
  'هو هي هم هما نحن انا انت هذا هذه ذلك تلك هؤلاء هنا هناك ايضا كذلك فقط جدا مجددا مؤخرا سابقا حاليا رسميا فورا معا عموما حتي قد لقد سوف نفسه نفسها انفسهم ذاته ذاتها سرا علنا غيابيا شخصيا مرارا',
)
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
/** What speaks in its issuer's name. */
export const DOCUMENTS = set('بيان رسالة مذكرة خطاب تغريدة كلمة برقية خطبة منشور')
/** Kin and aides: the name behind them is whose they are, not theirs («شقيق فلان»). */
export const KIN = set(
  'وكيل شقيق شقيقة والد والدة زوج زوجة نجل نجلة ابن ابنة اخ اخت عم خال حفيد جد ارملة قريب صديق محامي محامية سكرتير صهر',
)
/** Masdars that take a direction themselves: what «إلى» brings behind them is theirs. */
export const GOING = set(
  'انضمام انتماء تسلل سفر عودة وصول احالة لجوء اساءة تحويل نقل تهريب دخول تقديم استناد اشارة اضافة',
)
/** Aides and rivals: one name right behind them is whose they are («ممثل فلان»). */
export const AIDES = set(
  'ممثل ممثلة مساعد مساعدة مستشار مستشارة مبعوث مبعوثة موفد معاون نائب متحدث حارس سائق مرافق زميل رفيق خليفة وريث منافس منافسة خصم حليف غريم طليقة خطيبة مدير',
)
/** Deaths and wounds as nouns: who announces them did not deal them. */
export const SUFFERED = set('مقتل استشهاد اصابة مصرع وفاة جرح سقوط وقوع')
/** Ranks and courtesies that stand before a name without being an office of their own, as they are printed. */
export const COURTESIES: ReadonlySet<string> = new Set(
  'آية حجة البطريرك المطران الأب البابا الدكتور دكتور الدكتورة السيد السيدة المهندس الاستاذ الشيخ الحاج المقدم العقيد العميد اللواء الفريق الرائد النقيب الملازم الجنرال المحامي المستشار القاضي معالي سمو الامير'.split(
    ' ',
  ),
)
