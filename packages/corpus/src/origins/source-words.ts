import { foldKey } from '@isnad/text'

/** Words that signal a source and words that say what kind of source it is, folded for search. */

const folded = (printed: string): ReadonlySet<string> => new Set(printed.trim().split(/\s+/).map(foldKey))

/** Third person singular past, masculine; feminine and present are made from it. */
const SAYING =
  'قال أعلن أكد أوضح ذكر أفاد أضاف أشار صرح كشف شدد لفت تابع أبلغ أخبر روى زعم ادعى نفى رجح كتب غرد عبر أعرب أدان استنكر ندد ' +
  'اتهم حذر هدد اعتبر وصف أرجع عزا علق نوه تعهد وعد اعترف أقر بين تحدث انتقد نعى طالب دعا اعتذر برر'
/** Verbs of handing on: what follows «عن» is the speaker. */
const RELAYING = 'نقل نسب'
/** Verbs of outlets and posters, which need one as their subject. */
const PUBLISHING = 'نشر بث تداول عرض أظهر أصدر'

/** The forms that news uses: قال قالت قالوا يقول تقول. Weak verbs lose their last letter before ت. */
function formsOf(verbs: string): ReadonlySet<string> {
  const forms = new Set<string>()
  for (const verb of verbs.split(' ')) {
    const key = foldKey(verb)
    const weak = /[ايى]$/.test(verb)
    const stem = weak ? key.slice(0, -1) : key
    forms.add(key)
    forms.add(`${stem}ت`)
    forms.add(`${stem}وا`)
    forms.add(`${stem}تا`)
    const present = key.startsWith('ا') && key.length > 3 ? key.slice(1) : key
    for (const prefix of ['ي', 'ت']) forms.add(prefix + (PRESENT[key] ?? present))
  }
  return forms
}

/** Presents that do not follow from the past by its letters. */
const PRESENT: Readonly<Record<string, string>> = {
  قال: 'قول',
  افاد: 'فيد',
  اضاف: 'ضيف',
  اشار: 'شير',
  روي: 'روي',
  نفي: 'نفي',
  ادان: 'دين',
  عزا: 'عزو',
  دعا: 'دعو',
  ادعي: 'دعي',
}

interface SourceWords {
  readonly saying: ReadonlySet<string>
  readonly relaying: ReadonlySet<string>
  readonly publishing: ReadonlySet<string>
  readonly denying: ReadonlySet<string>
  readonly complement: ReadonlySet<string>
  readonly anonymous: ReadonlySet<string>
  readonly anonymousIfBare: ReadonlySet<string>
  readonly body: ReadonlySet<string>
  readonly outlet: ReadonlySet<string>
  readonly vagueOutlet: ReadonlySet<string>
  readonly voice: ReadonlySet<string>
  readonly title: ReadonlySet<string>
  readonly social: ReadonlySet<string>
  readonly statement: ReadonlySet<string>
  readonly negation: ReadonlySet<string>
  readonly stop: ReadonlySet<string>
  readonly correspondent: ReadonlySet<string>
  /** Parts of a body, which speak for the whole. */
  readonly unit: ReadonlySet<string>
  readonly investigator: ReadonlySet<string>
  readonly investigating: ReadonlySet<string>
}

let tables: SourceWords | undefined

export function sourceWords(): SourceWords {
  tables ??= {
    saying: formsOf(SAYING),
    relaying: formsOf(RELAYING),
    publishing: formsOf(PUBLISHING),
    denying: formsOf('نفى كذب دحض'),
    complement: folded(
      'أن إن أنه أنها أنهم إنه إنها إنهم بأن بأنه بأنها بأنهم أنهما أننا إننا إني إنني أنني قوله قولها قولهم لقوله كيف',
    ),
    anonymous: folded('مصدر مصادر شهود شاهد مراقبون مطلعون أوساط مصدرا مصدران'),
    anonymousIfBare: folded(
      'مسؤول مسؤولون مسؤولين مسئول مسئولون مسئولين دبلوماسي دبلوماسيون دبلوماسيين سكان مواطنون مواطنين مسافرون مسافرين أهالي ' +
        'محام محامي ضابط قيادي قائد جيران أقارب ناشطون نشطاء خبراء محللون صديق أصدقاء أحد إحدى مشاركون ناجون ناج سائق موظف شخص عدد',
    ),
    body: folded(
      'وزارة شرطة جيش حكومة رئاسة نيابة محكمة هيئة بلدية أمانة مديرية إدارة لجنة مجلس برلمان قصر ديوان بنك شركة نادي اتحاد جامعة ' +
        'منظمة جمعية مرصد حركة حزب جماعة تنظيم كتائب قوات قيادة دفاع إمارة سفارة قنصلية ملحقية مستشفى مركز مؤسسة جبهة تحالف ' +
        'فريق صندوق مفوضية أكاديمية معهد أمم سلطات سلطة جهات أجهزة خارجية داخلية صحة أمن استخبارات مخابرات كرملين بنتاغون مكتب بعثة دائرة ' +
        'نقابة غرفة رابطة قنصلية ميليشيا حوثيون مصلحة كونغرس كنيست مندوبية وكالة_الطاقة هلال صليب',
    ),
    outlet: folded('صحيفة موقع قناة شبكة وكالة محطة إذاعة مجلة راديو تلفزيون فضائية يومية جريدة بوابة'),
    vagueOutlet: folded('وسائل تقارير صحف مواقع وكالات أنباء إعلام قنوات'),
    voice: folded('متحدث متحدثة ناطق ناطقة متحدثا ناطقا'),
    title: folded(
      'أستاذة خبيرة باحثة محللة كاتبة أكاديمي أكاديمية نقيبة قائممقام وال متصرف وزير وزيرة رئيس رئيسة نائب نائبة مدير مديرة أمير ملك ملكة سفير سفيرة مستشار مستشارة أمين محافظ عمدة قائد مندوب مبعوث مفوض ' +
        'عضو سناتور نائبا مدرب لاعب نجم ممثل ممثلة محامي مدعي قاضي جنرال لواء عميد عقيد رائد فريق مقدم نقيب ملازم ميجور ميجر دكتور ' +
        'مهندس شيخ سيد سيدة أستاذ بروفيسور وكيل مساعد مشرف خبير محلل باحث كاتب صحافي صحفي إعلامي طبيب طالب زعيم مرشد بابا بطريرك ' +
        'مفتي إمام داعية ناشط ناشطة مرشح مرشحة معالي سمو صاحب فخامة جلالة سعادة فضيلة مهاجم حارس مؤرخ كولونيل رئيسها رئيسه مديرها',
    ),
    social: folded(
      'تويتر فيسبوك فيس انستغرام انستقرام إنستغرام سناب يوتيوب تغريدة تغريدات تغريدته هاشتاق هاشتاغ وسم مغردون مغردين مدونون واتساب تدوينة سوشيال حسابه حسابها الاجتماعية مستخدمون ناشطون ' +
        'صفحته صفحتها التواصل تلغرام تليغرام',
    ),
    statement: folded('بيان بيانا البيان بيانه بيانها بلاغ بلاغا'),
    negation: folded('لم لن لا دون يتسن يرد ليس ولم ولن ولا فلم'),
    stop: folded(
      'في خلال عبر على يوم أمس اليوم مساء صباح ظهر الاثنين الثلاثاء الأربعاء الخميس الجمعة السبت الأحد بعد قبل منذ أثناء عقب ردا ' +
        'حول بشأن عن إلى لدى ضمن حيث الذي التي الذين فيما كما مؤكدا مؤكدة مشيرا مشيرة موضحا موضحة مضيفا مضيفة لافتا وذلك وهو وهي ما قد فجر الأنباء ليل والذي والتي نفسه ذاته تعليقا رفض طلب فضل لم وكان',
    ),
    unit: folded('قيادة إدارة هيئة لجنة مكتب مركز قسم دائرة مديرية مجلس'),
    investigator: folded('شرطة نيابة ادعاء مباحث محققون محققين'),
    investigating: formsOf('عثر حقق ضبط باشر اعتقل أوقف فتح رجح اشتبه'),
    correspondent: folded('مراسل مراسلنا مراسلتنا مراسلة مراسلو موفد موفدنا مندوبنا'),
  }
  return tables
}
