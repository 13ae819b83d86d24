import { findTimes } from '@isnad/time'
import { describe, expect, test } from 'vitest'
import { eventsIn, rolesOf, undraw } from './drawn.js'

/** Type, trigger and roles of every event, as one line each; nameless parties by what they are. */
function told(drawn: string): string[] {
  const sentence = undraw(drawn)
  return eventsIn(sentence).map((event) => {
    const trigger = sentence.text.slice(event.trigger.start, event.trigger.end)
    const roles = rolesOf(event, sentence).map((role) => role.replace(/ e\d+$/, ' (nameless)'))
    return `${event.type} ${trigger}: ${roles.sort().join(', ')}`
  })
}

describe('who fills a role that stands in another place', () => {
  test.each([
    [
      'two sides set apart behind بين',
      'اندلعت معارك عنيفة بين {.ORG:جيش الساحل} من جهة و{.ORG:حركة النور} من جهة أخرى في {.GPE:دمشق}',
      ['ASSAULT معارك: actor جيش الساحل, actor حركة النور, place دمشق'],
    ],
    [
      'both of those addressed',
      'دعت {.ORG:وزارة النقل} كلا من {.ORG:حزب الفجر} و{.ORG:حركة النور} إلى الحوار',
      ['REQUEST دعت: actor وزارة النقل, recipient حركة النور, recipient حزب الفجر'],
    ],
    [
      'two men in construct with one noun',
      'قضت محكمة الجنايات بسجن {.PER:كريم الزاهد} و{.PER:سالم البحيري}',
      ['SANCTION قضت: actor (nameless), recipient سالم البحيري, recipient كريم الزاهد'],
    ],
    [
      'a list behind كانت',
      'كانت {.GPE:جزيرة الساحل} و{.GPE:جزيرة النور} و{.GPE:فرنسا} قطعت علاقاتها مع {.GPE:العراق}',
      ['SANCTION قطعت: actor جزيرة الساحل, actor جزيرة النور, actor فرنسا, recipient العراق'],
    ],
    [
      'members of a delegation',
      'استقبل {.PER:كريم الزاهد} في مكتبه اليوم وفدا من {.ORG:حزب الفجر} ضم {.PER:سالم البحيري} و{.PER:فهد المنصور}',
      ['CONSULT استقبل: actor كريم الزاهد, attendee سالم البحيري, attendee فهد المنصور, recipient (nameless)'],
    ],
    [
      'who takes part stands behind the event',
      'حضر الاجتماع {.PER:كريم الزاهد} و{.PER:سالم البحيري} و{.PER:فهد المنصور}',
      ['CONSULT الاجتماع: actor سالم البحيري, actor فهد المنصور, actor كريم الزاهد'],
    ],
    [
      'those in construct with a meeting',
      'قررت {.ORG:وزارة النقل}، بعد أيام من لقاء {.PER:كريم الزاهد} و{.PER:سالم البحيري}، التأجيل',
      ['CONSULT لقاء: actor كريم الزاهد, recipient سالم البحيري'],
    ],
    [
      'the city of a summit is where it was',
      'شارك {.PER:كريم الزاهد} و{.PER:سالم البحيري} في قمة {.GPE:عمان}',
      ['CONSULT قمة: actor سالم البحيري, actor كريم الزاهد, place عمان'],
    ],
    [
      'what a blow led to, told before it',
      'أسفر هجوم {.ORG:حركة النور} على {.FAC:مطار الفجر} عن مقتل {.PER:كريم الزاهد}',
      ['ASSAULT هجوم: actor حركة النور, recipient كريم الزاهد, recipient مطار الفجر'],
    ],
    [
      'with its object behind ل a masdar takes none beside it',
      'أغضب اتهام {.PER:كريم الزاهد} ل{.PER:سالم البحيري} بالكذب أنصار {.ORG:حزب الفجر}',
      ['ACCUSE اتهام: actor كريم الزاهد, recipient سالم البحيري'],
    ],
    [
      'who does what followed a fight fought in it',
      'سيطرت {.ORG:حركة النور} على {.GPE:دمشق} بعد معارك مع {.ORG:جيش الساحل}',
      ['COERCE سيطرت: actor حركة النور, place دمشق', 'ASSAULT معارك: actor جيش الساحل, actor حركة النور'],
    ],
    [
      'whom a threat is directed at by its deed',
      'هددت {.ORG:حركة النور} بقصف {.FAC:مطار الفجر}',
      ['THREATEN هددت: actor حركة النور, recipient مطار الفجر', 'ASSAULT قصف: recipient مطار الفجر'],
    ],
    [
      'whom threatened sanctions hit',
      'هدد {.PER:كريم الزاهد} بفرض عقوبات على {.GPE:جزيرة الساحل}',
      ['THREATEN هدد: actor كريم الزاهد, recipient جزيرة الساحل', 'SANCTION عقوبات: recipient جزيرة الساحل'],
    ],
    [
      'whose request is refused',
      'رفضت {.ORG:وزارة النقل} طلب {.PER:كريم الزاهد} زيارة السجن',
      ['REJECT رفضت: actor وزارة النقل, recipient كريم الزاهد'],
    ],
    [
      'with whom a meeting is refused',
      'أكد {.PER:كريم الزاهد} رفضه لقاء {.PER:سالم البحيري}',
      ['REJECT رفضه: actor كريم الزاهد, recipient سالم البحيري'],
    ],
    [
      'from whom somebody undergoes it',
      'تعرض {.PER:كريم الزاهد} لاعتداء من عناصر {.ORG:شرطة الساحل}',
      ['ASSAULT اعتداء: actor (nameless), recipient كريم الزاهد'],
    ],
    [
      'whose decision it is',
      'أعلن {.PER:كريم الزاهد} قرار {.GPE:جزيرة الساحل} الانسحاب من الاتفاق',
      ['SANCTION الانسحاب: actor جزيرة الساحل'],
    ],
    [
      'a pronoun before its noun',
      'بعد زيارة له إلى {.GPE:عمان}، قال {.PER:كريم الزاهد} إن الطريق مفتوح',
      ['CONSULT زيارة: actor كريم الزاهد, place عمان'],
    ],
    [
      'a meeting of one who is named behind',
      'خلال لقاء جمعه ب{.PER:سالم البحيري}، أكد {.PER:كريم الزاهد} أن الطريق مفتوح',
      ['CONSULT لقاء: actor كريم الزاهد, recipient سالم البحيري'],
    ],
    [
      'the pronoun behind إن is not the spokesman',
      'قال متحدث باسم {.ORG:حركة النور} إنها أسرت جنديين من {.ORG:جيش الساحل}',
      ['COERCE أسرت: actor حركة النور, recipient (nameless)'],
    ],
    [
      'whoever holds something is criticised',
      'انتقد {.PER:كريم الزاهد} من يعتبر أن الطريق مغلق',
      ['ACCUSE انتقد: actor كريم الزاهد'],
    ],
    [
      'somebody of a family asks another',
      'طالبت عائلة {.PER:كريم الزاهد} {.ORG:شرطة الساحل} بالكشف عن مصيره',
      ['REQUEST طالبت: actor (nameless), recipient شرطة الساحل'],
    ],
    [
      'the son beside the wife is named',
      'اعتقلت {.ORG:شرطة الساحل} زوجة {.PER:كريم الزاهد} وابنه {.PER:سالم البحيري}',
      ['COERCE اعتقلت: actor شرطة الساحل, recipient (nameless), recipient سالم البحيري'],
    ],
    [
      'the counterpart behind و',
      'تعهد {.PER:كريم الزاهد}، ونظيره {.PER:فهد المنصور}، أمس، بالرد على {.ORG:حركة النور}',
      ['AGREE تعهد: actor فهد المنصور, actor كريم الزاهد'],
    ],
    [
      'men of a body',
      'أعلن {.ORG:جيش الساحل} أنه قتل عشرة من {.ORG:حركة النور}',
      ['ASSAULT قتل: actor جيش الساحل, recipient (nameless)'],
    ],
    [
      'another clause behind a list',
      'استقبلت {.PER:سلمى الزاهد} في {.GPE:عمان} كلا من {.PER:كريم الزاهد} و{.PER:سالم البحيري} وناقشت معهما ملف الحدود',
      ['CONSULT استقبلت: actor سلمى الزاهد, place عمان, recipient سالم البحيري, recipient كريم الزاهد'],
    ],
    [
      'a town is where somebody goes',
      'سمحت {.ORG:شرطة الساحل} لقافلة مساعدات بدخول {.GPE:دمشق}',
      ['RETREAT سمحت: actor شرطة الساحل, place دمشق'],
    ],
    [
      'a predicate of somebody told of',
      'ألقي القبض على {.PER:كريم الزاهد}، وهو مدير سابق في {.ORG:وزارة النقل}، في {.GPE:عمان}',
      ['COERCE القبض: place عمان, recipient كريم الزاهد'],
    ],
    [
      'behind what it is about nobody is accused',
      'اتهم مدافع {.ORG:حركة النور}، {.PER:كريم الزاهد}، باضطهاد مهاجم {.ORG:حزب الفجر} {.PER:سالم البحيري}',
      ['ACCUSE اتهم: recipient كريم الزاهد'],
    ],
    [
      'where the topic is is no place of the words',
      'ندد {.PER:كريم الزاهد} بمداهمة مكتب {.PER:سالم البحيري} في {.GPE:عمان}',
      ['ACCUSE ندد: actor كريم الزاهد'],
    ],
    [
      'who strikes whom somebody is told to have undergone it',
      'تعرضت دورية ل{.ORG:جيش الساحل} لهجوم شنه مسلحون مجهولون في {.GPE:دمشق}',
      ['ASSAULT هجوم: actor (nameless), place دمشق, recipient جيش الساحل'],
    ],
    [
      'who acts to an end',
      'اقتحمت {.ORG:شرطة الساحل} مبنى البلدية لطرد خمسة طلاب',
      ['COERCE اقتحمت: actor شرطة الساحل, recipient (nameless)', 'COERCE طرد: actor شرطة الساحل, recipient (nameless)'],
    ],
    [
      'whose deed is condemned',
      'ندد {.PER:كريم الزاهد} بقصف {.ORG:جيش الساحل} مدينة {.GPE:دمشق}',
      ['ACCUSE ندد: actor كريم الزاهد, recipient جيش الساحل', 'ASSAULT قصف: actor جيش الساحل, recipient دمشق'],
    ],
    [
      'whose accusation ل addresses',
      'طلبت {.ORG:وزارة النقل} التحقيق في اتهام {.PER:كريم الزاهد} ل{.PER:سالم البحيري}',
      ['ACCUSE اتهام: actor كريم الزاهد, recipient سالم البحيري'],
    ],
    [
      'gunmen and what they belong to',
      'نفذ مسلحون ينتمون إلى {.ORG:حركة النور} هجوما على {.FAC:مطار الفجر}',
      ['ASSAULT هجوما: actor (nameless), recipient مطار الفجر'],
    ],
    [
      'who ends an aside',
      'طالب {.ORG:مجلس الساحل}، في قرار تبناه أمس، {.ORG:حركة النور} بالانسحاب',
      ['REQUEST طالب: actor مجلس الساحل, recipient حركة النور'],
    ],
    [
      'an indefinite noun with its adjective is in no construct',
      'دعا {.PER:كريم الزاهد} و{.PER:سالم البحيري} في بيان مشترك {.ORG:حركة النور} إلى وقف القتال',
      ['REQUEST دعا: actor سالم البحيري, actor كريم الزاهد, recipient حركة النور'],
    ],
    [
      'whose refusal somebody tells of',
      'أبلغ {.PER:كريم الزاهد} {.PER:سالم البحيري} رفضه للقرار',
      ['REJECT رفضه: actor كريم الزاهد'],
    ],
    [
      'who is to be met at talks',
      'جرت محادثات بين {.PER:كريم الزاهد} و{.PER:سالم البحيري} بحضور {.PER:فهد المنصور}',
      ['CONSULT محادثات: actor كريم الزاهد, attendee فهد المنصور, recipient سالم البحيري'],
    ],
    [
      'who orders a dismissal',
      'أصدر {.PER:كريم الزاهد} قرارا بإقالة {.PER:سالم البحيري} من منصبه',
      ['SANCTION إقالة: actor كريم الزاهد, recipient سالم البحيري'],
    ],
    [
      'from whom a message comes',
      'تسلم {.PER:كريم الزاهد} من {.PER:سالم البحيري} دعوة لزيارة {.GPE:عمان}',
      ['REQUEST دعوة: actor سالم البحيري, recipient كريم الزاهد'],
    ],
    [
      'whom somebody declines to meet',
      'امتنع {.PER:كريم الزاهد} عن لقاء {.PER:سالم البحيري}',
      ['REJECT امتنع: actor كريم الزاهد, recipient سالم البحيري'],
    ],
    [
      'to admit deaths is no confession',
      'اعترف {.ORG:جيش الساحل} بمقتل ثلاثة من جنوده في كمين نصبته {.ORG:حركة النور}',
      ['ASSAULT مقتل: actor حركة النور, recipient (nameless)'],
    ],
    [
      'who is not whom he agreed with',
      'قال {.PER:كريم الزاهد} إنه التقى {.PER:سالم البحيري} في {.GPE:عمان}. وأشار {.PER:كريم الزاهد} إلى أنه اتفق معه على الموعد',
      [
        'CONSULT التقى: actor كريم الزاهد, place عمان, recipient سالم البحيري',
        'AGREE اتفق: actor كريم الزاهد, recipient سالم البحيري',
      ],
    ],
    [
      'those who back a body are no doers',
      'تستعد قوات الأمن المدعومة من {.GPE:جزيرة الساحل} و{.GPE:جزيرة النور} لشن هجوم على {.FAC:مطار الفجر}',
      ['ASSAULT هجوم: actor (nameless), recipient مطار الفجر'],
    ],
    [
      'whom an attack strikes',
      'بدأ {.ORG:جيش الساحل} مهاجمة مواقع {.ORG:حركة النور} في {.GPE:دمشق}',
      ['ASSAULT مهاجمة: actor جيش الساحل, place دمشق, recipient (nameless)'],
    ],
    [
      'whose office told of his talks',
      'أفاد مكتب {.PER:كريم الزاهد} في بيان أنه لم يقل شيئا جديدا في محادثاته مع {.PER:سالم البحيري}',
      ['CONSULT محادثاته: actor كريم الزاهد, recipient سالم البحيري'],
    ],
    [
      'what somebody calls a thing is its object',
      'أدانت {.ORG:وزارة النقل} ما سمته تدخل {.GPE:جزيرة الساحل} في شؤون {.GPE:جزيرة النور}',
      ['ACCUSE أدانت: actor وزارة النقل, recipient جزيرة الساحل'],
    ],
    [
      'whose policies are condemned',
      'استنكرت {.ORG:وزارة النقل} سياسات {.GPE:جزيرة الساحل} في المنطقة',
      ['ACCUSE استنكرت: actor وزارة النقل, recipient جزيرة الساحل'],
    ],
    [
      'whose moves are condemned',
      'ندد {.ORG:مجلس الساحل} باستمرار التحركات غير القانونية ل{.GPE:جزيرة الساحل} في البحر',
      ['ACCUSE ندد: actor مجلس الساحل, recipient جزيرة الساحل'],
    ],
    [
      'who says that somebody stands behind a deed accuses him',
      'أشار {.PER:كريم الزاهد} إلى أن {.ORG:حركة النور} تقف خلف محاولة الاغتيال',
      ['ACCUSE تقف: actor كريم الزاهد, recipient حركة النور'],
    ],
    [
      'whom the dead fought against',
      'قتل ألفا جندي من {.ORG:جيش الساحل} في معارك ضد {.ORG:حركة النور}',
      ['ASSAULT قتل: actor حركة النور, recipient (nameless)'],
    ],
    [
      'of whom they begin to demand',
      'بدأ ناشطون بمطالبة {.ORG:وزارة النقل} بالتحرك',
      ['REQUEST مطالبة: actor (nameless), recipient وزارة النقل'],
    ],
    [
      'the name behind an office in a body',
      'أعلن {.ORG:جيش الساحل} مقتل قائد فرقة الاستطلاع في {.ORG:حركة النور}، {.PER:كريم الزاهد}، في {.GPE:دمشق}',
      ['ASSAULT مقتل: place دمشق, recipient كريم الزاهد'],
    ],
    [
      'who is accused that he did it',
      'اتهمت {.GPE:جزيرة الساحل} {.GPE:جزيرة النور} بأنها أغلقت مكتب {.ORG:حزب الفجر} في {.GPE:دمشق}',
      [
        'ACCUSE اتهمت: actor جزيرة الساحل, recipient جزيرة النور',
        'COERCE أغلقت: actor جزيرة النور, place دمشق, recipient (nameless)',
      ],
    ],
    [
      'what somebody rejects is what was said',
      'دعا {.PER:كريم الزاهد} إلى الاستفتاء، وهو ما ترفضه {.ORG:وزارة النقل}',
      ['REQUEST دعا: actor كريم الزاهد', 'REJECT ترفضه: actor وزارة النقل'],
    ],
  ])('%s', (_name, drawn, expected) => {
    expect(told(drawn)).toEqual(expected)
  })
})

describe('when it was', () => {
  const timeOf = (drawn: string): string | undefined => {
    const sentence = undraw(drawn)
    const [first] = eventsIn(sentence)
    return first?.time === undefined ? undefined : findTimes(sentence.text, {})[first.time]?.text
  }
  test.each([
    ['a day of what words are about', 'اتهمت {.ORG:وزارة النقل} {.PER:كريم الزاهد} بشن هجوم في 7 أبريل', undefined],
    ['a day of the words', 'اتهمت {.ORG:وزارة النقل} {.PER:كريم الزاهد} أمس بشن هجوم', 'أمس'],
    ['the year of a treaty', 'انسحبت {.GPE:فرنسا} من الاتفاق النووي المبرم في 2015', undefined],
    ['the year of the deed', 'انسحبت {.GPE:فرنسا} من المعاهدة في 2015', '2015'],
  ])('%s', (_name, drawn, expected) => {
    expect(timeOf(drawn)).toBe(expected)
  })
})
