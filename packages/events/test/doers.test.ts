import { describe, expect, test } from 'vitest'
import { eventsIn, rolesOf, undraw } from './drawn.js'

/** Type, trigger and roles of every event, as one line each; nameless parties by their words. */
function told(drawn: string): string[] {
  const sentence = undraw(drawn)
  return eventsIn(sentence).map((event) => {
    const trigger = sentence.text.slice(event.trigger.start, event.trigger.end)
    return `${event.type} ${trigger}: ${rolesOf(event, sentence).join(', ')}`
  })
}

describe('who did it, and to whom', () => {
  test.each([
    [
      'a town is not the subject of a plural verb behind «التي»',
      'دخل مسلحون مجهولون {.GPE:مدينة الفجر} التي استولوا عليها أمس',
      /^(?!.*actor مدينة).*COERCE استولوا: .*place مدينة الفجر/ms,
    ],
    [
      'the subject behind a verb that does not agree with its relative pronoun',
      'عاد السكان إلى {.GPE:مدينة الفجر} التي استولى عليها {.ORG:تنظيم الساحل} أمس',
      'COERCE استولى: actor تنظيم الساحل, place مدينة الفجر',
    ],
    [
      'an adjective in the nominative is no object',
      'قتل الرهبان الفرنسيون في {.GPE:دمشق}',
      /^ASSAULT قتل: place دمشق, recipient [^,]+$/,
    ],
    [
      'an adjective in the case of its noun',
      'أدى اعتقال المستوطنين المتطرفين في {.GPE:دمشق} إلى احتجاج',
      /^COERCE اعتقال: place دمشق, recipient [^,]+$/,
    ],
    [
      'whose forces they are ends the phrase',
      'قصف {.ORG:جيش الساحل} وقوات {.PER:سالم} أحياء سكنية',
      /^ASSAULT قصف: actor .*actor/,
    ],
    [
      'two men whose forces they are',
      'أسفرت المواجهات عن مقتل 13 من مسلحي {.PER:سالم} و{.PER:فهد}',
      /^ASSAULT مقتل: recipient [^,]*$/,
    ],
    [
      'men in the plural behind a feminine verb',
      'وقفت {.ORG:وزارة النقل} مع الحكومة، إذ حثت القضاة على الرفض',
      /^REQUEST حثت: actor وزارة النقل, recipient/,
    ],
    [
      'raids strike what they are aimed at',
      'شن {.ORG:طيران الساحل} غارات جوية استهدفت {.ORG:قوات النور} في {.GPE:دمشق}',
      'ASSAULT استهدفت: actor طيران الساحل, place دمشق, recipient قوات النور',
    ],
    [
      'whom a light verb with ب is done to',
      'قالت اللجنة إن {.ORG:حكومة الساحل} لم تقم بدعوة {.PER:كريم الزاهد}',
      'REQUEST دعوة: actor حكومة الساحل, recipient كريم الزاهد',
    ],
    [
      'working together is what is asked',
      'طالب المجلس {.GPE:جزيرة الساحل} بالتعاون مع {.ORG:وكالة النور}',
      /^(?!.*actor وكالة النور)/,
    ],
    [
      'a nameless office between commas and a courtesy',
      'دعا مفتي المدينة، آية الله {.PER:كريم الزاهد}، السكان إلى الهدوء',
      /^REQUEST دعا: actor كريم الزاهد/,
    ],
    [
      'what a complaint asks, nobody named asks',
      'تحقق {.GPE:جزيرة الساحل} في شكوى تطالب بإجلاء {.PER:كريم الزاهد}',
      /^(?!.*actor جزيرة الساحل)/,
    ],
    [
      'whom ل brings beside a masdar is accused, the genitive accuses',
      'جاء ذلك بعد اتهام {.GPE:جزيرة الساحل} ل{.GPE:مدينة النور} بالخطف',
      'ACCUSE اتهام: actor جزيرة الساحل, recipient مدينة النور',
    ],
    ['what is refused is the nearer noun', 'غضب السكان من رفض مشاركة {.PER:كريم الزاهد} في الاجتماع', /^(?!.*REJECT)/s],
    [
      'behind an office between commas the clause goes on',
      'انتقد {.PER:كريم الزاهد}، مدير الشركة، تصريحات {.PER:سالم البحيري}',
      'ACCUSE انتقد: actor كريم الزاهد, recipient سالم البحيري',
    ],
    ['nobody is no participant', 'لم يتم القبض على أحد في {.GPE:دمشق} حتى الآن', ''],
    ['verbs that share their object', 'رأت {.PER:سلمى الزاهد} الجنود يحتجزون ويعذبون أشخاصا', /^(?!.*COERCE)/s],
    [
      'a body named inside a phrase, for a pronoun of the next clause',
      'تشن {.GPE:جزيرة الساحل} غارات على مواقع ل{.ORG:حزب الفجر} في الجبال، وتتهمه بالخطف',
      'ACCUSE تتهمه: actor جزيرة الساحل, recipient حزب الفجر',
    ],
    [
      'a deed that a case is about',
      'أصدرت {.ORG:محكمة الساحل} قرارها في شأن قضية قتل الطفل {.PER:كريم الزاهد}',
      /^(?!.*actor محكمة الساحل)/,
    ],
    [
      'cooperation praised, and the country at the end of the clause',
      'أشاد {.PER:كريم الزاهد} بالتعاون والتنسيق الدائم مع {.ORG:وزارة النقل} لتطوير المدن ب{.GPE:جزيرة الساحل}',
      /^(?!.*recipient جزيرة الساحل)/,
    ],
    [
      'a participle of a thing, and a man spoken of before',
      'قال {.PER:كريم الزاهد} إن سفنا في الميناء، مستعدة للإبحار',
      '',
    ],
    ['who suppresses', 'عانى السكان من قمع {.ORG:ميليشيا الفجر} أشد المعاناة', /^(?!.*recipient ميليشيا)/],
    [
      'whose aircraft is shot down did not shoot it down',
      'أغضب إسقاط طائرة حربية روسية السكان. وقالت {.GPE:روسيا} إن {.ORG:جيش الساحل} أسقط طائرة حربية روسية',
      /^(?!.*actor روسيا)/,
    ],
    [
      'a drone that tries to strike',
      'أسقطت {.ORG:قوات الساحل} طائرة بدون طيار مجهولة كانت تحاول استهداف {.FAC:مطار الفجر}',
      /^(?!.*استهداف: actor قوات الساحل)/ms,
    ],
    [
      'an adverb is no marshal',
      'عبر {.PER:كريم الزاهد} عن مساندة {.ORG:حركة النور}، مشيرا إلى أن الطريق مفتوح',
      /^(?!.*nameless|.*recipient e\d)/,
    ],
    [
      'what is visited is seldom who visits',
      'اطلع {.PER:كريم الزاهد} على السوق، وزار خلال جولته {.ORG:مركز النور}',
      'CONSULT زار: actor كريم الزاهد, recipient مركز النور',
    ],
    [
      'a place explained by another behind a comma',
      'قال {.PER:كريم الزاهد} إنه بحث مع {.PER:سالم البحيري}، في {.GPE:عمان}، عاصمة محافظة {.GPE:الساحل}، الأزمة',
      /^(?!.*actor الساحل)/,
    ],
    [
      'a masdar with its doer and a pronoun behind ل',
      'غضبت {.PER:سلمى الزاهد} من إقالة {.PER:كريم البحيري} لها',
      'SANCTION إقالة: actor كريم البحيري, recipient سلمى الزاهد',
    ],
    [
      'whose shelling others died of',
      'قال السكان إن رجلا قتل جراء قصف {.ORG:قوات الساحل} في وسط {.GPE:دمشق}',
      /^ASSAULT قتل: actor قوات الساحل, place دمشق, recipient [^,]+$/,
    ],
    [
      'whose aircraft stand behind ل',
      'قتل 12 مدنيا في قصف ل{.ORG:طيران الساحل} على قرية في ريف {.GPE:دمشق}',
      /^ASSAULT قتل: actor طيران الساحل, place دمشق, recipient [^,]+$/,
    ],
    ['what was shelled', 'قتل ستة مدنيين جراء قصف {.FAC:مستشفى النور}', /^(?!.*actor).*recipient مستشفى النور/],
    [
      'a body with a feminine name behind a masculine noun',
      'قتل 20 شخصا في هجوم نفذه {.ORG:تنظيم الراية} في {.GPE:دمشق}',
      /^ASSAULT قتل: actor تنظيم الراية, place دمشق, recipient [^,]+$/,
    ],
    [
      'two against whom one preposition stands twice',
      'أطلقت {.GPE:عمان} عملية عسكرية ضد {.ORG:حركة النور} في الجبال وضد {.ORG:تنظيم الساحل} على الحدود',
      /^ASSAULT عملية: actor عمان, recipient تنظيم الساحل, recipient حركة النور$/,
    ],
    [
      'he who leads a body, behind a comma',
      'اتهمت {.ORG:حكومة الساحل} {.ORG:حركة النور}، وعلى رأسها قائدها {.PER:فهد الزاهد}، بقصف القرية',
      'ACCUSE اتهمت: actor حكومة الساحل, recipient حركة النور, recipient فهد الزاهد',
    ],
    [
      'the decision of a man with a title',
      'رحبت {.GPE:عمان} بقرار الرئيس الساحلي {.PER:كريم الزاهد} الانسحاب من الاتفاق',
      'SUPPORT رحبت: actor عمان, recipient كريم الزاهد',
    ],
    [
      'a coach does not own who stands behind his club',
      'حث {.PER:سالم البحيري} مدرب {.ORG:نادي النور} {.ORG:اتحاد الساحل} على تغيير الموعد',
      'REQUEST حث: actor سالم البحيري, recipient اتحاد الساحل',
    ],
    [
      'a formal protest is addressed to somebody',
      'قدمت {.GPE:عمان} احتجاجا رسميا إلى {.GPE:دمشق} بعد إغلاق الطريق',
      'ACCUSE احتجاجا: actor عمان, recipient دمشق',
    ],
    [
      'of whom it is asked',
      'طالب {.PER:كريم الزاهد} من {.ORG:شركة النور} خفض أسعارها',
      'REQUEST طالب: actor كريم الزاهد, recipient شركة النور',
    ],
    [
      'what follows a masdar of purpose is its own',
      'ناشدت {.GPE:عمان} العون لمتابعة عودة آلاف النازحين',
      /^REQUEST ناشدت: actor عمان$/,
    ],
    [
      'who speaks goes on in a participle, and nobody is hit by it',
      'ذكرت {.ORG:وزارة النقل} أن ستة عمال أصيبوا برصاص {.ORG:قوات الساحل} مضيفة أن الطريق مغلق',
      /^ASSAULT أصيبوا: actor قوات الساحل, recipient [^,]+$/,
    ],
    [
      'mountains in which a mine went off',
      'انفجرت عبوة ناسفة في {.LOC:جبال النور} فقتل ثلاثة جنود',
      /^(?!.*recipient جبال)/m,
    ],
  ])('%s', (_name, drawn, expected) => {
    const all = told(drawn)
    if (expected === '') expect(all).toEqual([])
    else if (typeof expected === 'string') expect(all).toContain(expected)
    else expect(all.join('\n')).toMatch(expected)
  })
})
