import { describe, expect, test } from 'vitest'
import { eventsIn, rolesOf, undraw } from './drawn.js'

/** Type, status and roles of every event, as one line each. */
function told(drawn: string): string[] {
  const sentence = undraw(drawn)
  return eventsIn(sentence).map((event) => `${event.type} ${event.status}: ${rolesOf(event, sentence).join(', ')}`)
}

describe('what is less than a fact', () => {
  test.each([
    ['any such deed', 'حذر من أن أي {!:اعتداء} على {recipient.GPE:جزيرة الساحل} خط أحمر', 'hypothetical'],
    ['in case of', 'تلغى الرسوم في حال {!:انسحاب} {actor.ORG:جيش الساحل}', 'hypothetical'],
    [
      'what would follow a condition',
      'إذا لم يعدل الاتفاق {!:ستقصف} {actor.GPE:جزيرة الساحل} {recipient.FAC:سجن النور}',
      'hypothetical',
    ],
    ['doubt at the auxiliary', 'وأضاف أن {actor.GPE:جزيرة الساحل} قد تكون قد {!:تنازلت} عن الميناء', 'hypothetical'],
    [
      'until it comes about',
      'أغلقت الكنائس أبوابها إلى أن {!:تتراجع} {actor.GPE:جزيرة الساحل} عن القرار',
      'hypothetical',
    ],
    [
      '«إلى أن» of a report',
      'وأشار إلى أن {actor.PER:كريم الزاهد} {!:سيجتمع} مع {recipient.PER:سالم البحيري}',
      'planned',
    ],
    ['what matters is yet to be done', 'وأكد المجلس أهمية {!:التزام} {actor.GPE:جزيرة الساحل} بالهدوء', 'demanded'],
    ['ordered by a court', 'أمرت النيابة العامة ب{!:حبس} {recipient.PER:كريم الزاهد} أربعة أيام', 'asserted'],
    ['in which case', 'أقرت النقابة الإضراب في صورة {!:تراجع} {actor.ORG:وزارة النقل} عن الاتفاق', 'hypothetical'],
    [
      'a meeting at which something was decided',
      'قررت {actor.ORG:منظمة النور} في {!:اجتماع} لها أمس إبقاء السعر',
      'asserted',
    ],
    ['a preparation', 'تجمعت القوات تمهيدا ل{!:اعتقال} {recipient.PER:كريم الزاهد}', 'planned'],
    ['under study', 'تدرس {actor.ORG:وزارة الساحل} {!:فرض عقوبات} على {recipient.GPE:جزيرة النور}', 'hypothetical'],
    [
      'a meeting that something comes before',
      'وصل الوفد قبل {!:اللقاء} بين {actor.PER:كريم الزاهد} و{recipient.PER:سالم البحيري}',
      'planned',
    ],
    [
      'a meeting that something comes after',
      'غادر الوفد بعد {!:اللقاء} بين {actor.PER:كريم الزاهد} و{recipient.PER:سالم البحيري}',
      'asserted',
    ],
    ['a bill that needs it', 'ويتطلب القرار {!:موافقة} {actor.ORG:حزب الفجر}', 'hypothetical'],
    ['a bill that got it', 'حصل المشروع على {!:موافقة} {actor.ORG:حزب الفجر}', 'asserted'],
    ['a draft', 'تحدث البيان عن مشروع {!:اتفاق} بين {actor.ORG:حزب الفجر} و{actor.ORG:حركة النور}', 'planned'],
    ['a penalty faced', 'تواجه {recipient.PER:سلمى الزاهد} {!:عقوبة} بالسجن تصل إلى خمس سنوات', 'hypothetical'],
    ['what might cause it', 'قد يؤدي الهجوم إلى {!:مقتل} {recipient.PER:عشرات المدنيين}', 'hypothetical'],
    ['what caused it', 'أدى الهجوم إلى {!:مقتل} {recipient.PER:عشرات المدنيين}', 'asserted'],
    [
      'what a thing that might be would cause',
      'قال إن العملية قد تكون خطأ ينتج عنه {!:مقتل} {recipient.PER:عشرات المدنيين}',
      'hypothetical',
    ],
    ['until they reach it', 'تستمر المهلة لحين {!:انسحاب} {actor.ORG:جيش الساحل} من المدينة', 'hypothetical'],
    [
      'scheduled',
      'ومن المقرر عقد {!:قمة} بين {actor.PER:كريم الزاهد} و{actor.PER:سالم البحيري} في {place.GPE:دمشق}',
      'planned',
    ],
    [
      'expected of one verb and the next',
      'ويتوقع أن يغادر {actor.PER:كريم الزاهد} الجلسة و{!:يهدد} {recipient.ORG:حزب الفجر} بالانسحاب',
      'hypothetical',
    ],
    ['all but once', 'لم {!:يلتق} {actor.PER:كريم الزاهد} {recipient.PER:سالم البحيري} سوى مرة واحدة', 'asserted'],
    ['never', 'لم {!:يلتق} {actor.PER:كريم الزاهد} {recipient.PER:سالم البحيري} قط', 'denied'],
    ['what a prosecutor decides', 'قررت النيابة العامة {!:حبس} {recipient.PER:كريم الزاهد} أربعة أيام', 'asserted'],
    ['now', '{!:يزور} {actor.PER:كريم الزاهد} {place.GPE:دمشق} حاليا', 'ongoing'],
    ['called for', 'خرج السكان للمطالبة ب{!:الإفراج} عن {object.PER:كريم الزاهد}', 'demanded'],
    ['kept from being', 'أعلنت الشرطة إحباط {!:هجوم} على {recipient.FAC:سجن النور}', 'denied'],
    [
      'said not to have taken place, behind it',
      'قالت الوزارة إن هذا {!:اللقاء} بين {actor.PER:كريم الزاهد} و{recipient.PER:سالم البحيري} لم يحصل',
      'denied',
    ],
    [
      'said not to have taken place, before it',
      'قالت الوزارة إنه لم يحصل أي {!:لقاء} بين {actor.PER:كريم الزاهد} و{recipient.PER:سالم البحيري}',
      'denied',
    ],
    [
      'what was not touched on at a meeting that was held',
      'قالت الوزارة إن {!:اللقاء} بين {actor.PER:كريم الزاهد} و{recipient.PER:سالم البحيري} لم يتم التطرق فيه إلى الموازنة',
      'asserted',
    ],
    ['«ما» that stands for a thing', 'وهو ما {!:رفضته} {actor.GPE:جزيرة الساحل} أمس', 'asserted'],
    ['«إن» with a perfect', 'وقالت الوزارة إنها ستشارك إن {!:وافق} {actor.PER:كريم الزاهد} على الخطة', 'hypothetical'],
    ['not only that', 'ولا {!:يندد} {actor.PER:كريم الزاهد} بالحادث فحسب وإنما ينتقد الخطة كلها', 'asserted'],
    ['what was agreed on', 'وافقت الوزارة على {!:زيارة} {actor.PER:كريم الزاهد} إلى {place.GPE:عمان}', 'planned'],
    ['a visit that will deal with', '{!:زيارة} {actor.PER:كريم الزاهد} ستركز على التجارة', 'planned'],
    ['called off', 'ألغى الوزير {!:اجتماع} {actor.PER:كريم الزاهد} مع {recipient.PER:سالم البحيري}', 'denied'],
    ['waited for', 'يحتاج الاسم إلى {!:موافقة} {actor.ORG:حزب الفجر}', 'hypothetical'],
    [
      'a day of the week in the present',
      '{!:يصل} الوزير {actor.PER:كريم الزاهد} الثلاثاء إلى {place.GPE:عمان}',
      'planned',
    ],
    ['what was not condemned took place', 'أثار عدم إدانته ل{!:مقتل} {recipient.PER:كريم الزاهد} انتقادات', 'asserted'],
    ['what a demand came after', 'أعلن ذلك بناء على طلب من الحزب بعد {!:استقالة} {actor.PER:كريم الزاهد}', 'asserted'],
    ['accusations that somebody denies', 'تنفي الشركة {!:اتهام} {recipient.ORG:حزب الفجر} بالفساد', 'asserted'],
    [
      'led to',
      'أطلقت حركة النور صاروخا أمس على حي سكني في دمشق وأدى الانفجار ل{!:مقتل} {recipient.PER:ستة أشخاص} وإصابة آخرين بجروح',
      'asserted',
    ],
    ['how it ended', 'أطلقوا النار على السيارة ل{!:يقتل} {recipient.PER:كريم الزاهد}', 'asserted'],
    [
      'when they will',
      'وستوقع الوثيقة عندما {!:يلتقي} {actor.PER:كريم الزاهد} {recipient.PER:سالم البحيري}',
      'planned',
    ],
    ['what a court decides', 'قررت المحكمة أمس {!:الإفراج} عن {object.PER:كريم الزاهد}', 'asserted'],
    [
      'a decision that was carried out',
      'ارتفع السعر بعد قرار الرئيس {!:انسحاب} {actor.GPE:جزيرة الساحل} من الاتفاق',
      'asserted',
    ],
    ['a deed behind «ل» with its doer', 'جاء ذلك نتيجة ل{!:انسحاب} {actor.ORG:جيش الساحل} من المدينة', 'asserted'],
    ['«قد» before a perfect', 'وكان {recipient.PER:كريم الزاهد} قد تعرض ل{!:هجوم} قرب المدينة', 'asserted'],
    ['a stop presupposes', 'طالب البيان بوقف {!:قصف} {recipient.FAC:سجن النور}', 'asserted'],
    ['cancelled', 'أعلن {actor.PER:كريم الزاهد} إلغاء {!:لقائه} مع {recipient.PER:سالم البحيري}', 'denied'],
    [
      '«إذا ما» is a condition',
      'تتحسن الحال إذا ما {!:تعاونت} {actor.ORG:وزارة الساحل} مع {.ORG:حزب الفجر}',
      'hypothetical',
    ],
    ['not let happen', 'أكد أن الشعب لن يسمح بأن {!:تستولي} {actor.ORG:حركة النور} على المدينة', 'denied'],
    [
      'a second «أن» behind what governs the first',
      'ومن المقرر أن يتفقد {actor.PER:كريم الزاهد} الميناء وأن {!:يلتقي} {recipient.PER:سالم البحيري}',
      'planned',
    ],
    [
      'a verdict behind «ل» is a reason',
      'سجن الرجل خمس سنوات ل{!:إدانة} {recipient.PER:كريم الزاهد} بالرشوة',
      'asserted',
    ],
  ])('%s', (_name, drawn, status) => {
    const sentence = undraw(drawn)
    const word = sentence.trigger?.word.split(' ').at(-1) ?? ''
    const found = eventsIn(sentence).find(({ trigger }) =>
      sentence.text.slice(trigger.start, trigger.end).endsWith(word),
    )
    expect(found?.status).toBe(status)
  })
})

describe('one blow, one man', () => {
  test.each([
    [
      'the dead behind a verb of outcome are the attack’s',
      'شن {actor.ORG:مسلحو الساحل} هجوما على {recipient.FAC:سجن النور} أسفر عن مقتل {recipient.PER:سبعة حراس}',
      ['ASSAULT asserted: actor مسلحو الساحل, recipient سبعة حراس, recipient سجن النور'],
    ],
    [
      'two places are two clashes',
      'اندلعت اشتباكات بين {actor.ORG:جيش الساحل} و{actor.ORG:حركة النور} في {place.GPE:دمشق}. اندلعت اشتباكات بين {actor.ORG:جيش الساحل} و{actor.ORG:حركة النور} في {place.GPE:حلب}',
      [
        'ASSAULT asserted: actor جيش الساحل, actor حركة النور, place دمشق',
        'ASSAULT asserted: actor جيش الساحل, actor حركة النور, place حلب',
      ],
    ],
    [
      'an office and the name behind it are one man',
      'هدد رئيس هيئة النخيل، {actor.PER:كريم الزاهد}، بالانتقام',
      ['THREATEN asserted: actor كريم الزاهد'],
    ],
    [
      'twelve are no praise',
      'قتل {recipient.PER:خمسة جنود} وأصيب {recipient.PER:اثنا عشر آخرون} في {place.GPE:دمشق} وإصابة اثني عشر آخرين',
      ['ASSAULT asserted: place دمشق, recipient اثنا عشر آخرون, recipient خمسة جنود'],
    ],
    [
      'what he announces is his own',
      'أعلن وزير النقل {actor.PER:كريم الزاهد}، الأحد، استقالته من منصبه',
      ['RETREAT asserted: actor كريم الزاهد'],
    ],
    ['mine is not his to whom it is written', 'إلى رئيس الحكومة {.PER:كريم الزاهد}: أضع استقالتي بتصرفكم', []],
    ['one man who attacks a ministry does it in words', 'شن {.PER:كريم الزاهد} هجوما على {.ORG:وزارة النقل}', []],
    ['a man by that name is not invited', 'قال شاب يدعى {.PER:كريم الزاهد} إن الجسر مفتوح', []],
    ['a table’s place behind a name is not occupied', 'احتلت {.GPE:جزيرة الساحل} المركز الثاني في الترتيب', []],
    ['a refused comment is no refusal', 'رفضت {.ORG:وزارة النقل} التعليق على الخبر', []],
  ])('%s', (_name, drawn, expected) => {
    expect(told(drawn).sort()).toEqual([...expected].sort())
  })
})
