import { type Entity, EntityRegister } from '@isnad/entities'
import { passageOf, textOf } from '@isnad/text'
import { describe, expect, test } from 'vitest'
import { findEvents } from '../src/find-events.js'
import { eventsIn, rolesOf, undraw } from './drawn.js'

/** Type, trigger, status and roles of every event, as one line each; nameless parties by their words. */
function told(drawn: string): string[] {
  const sentence = undraw(drawn)
  return eventsIn(sentence).map((event) => {
    const trigger = sentence.text.slice(event.trigger.start, event.trigger.end)
    const roles = rolesOf(event, sentence).map((role) => role.replace(/ e\d+$/, ' (nameless)'))
    return `${event.type} ${trigger} ${event.status}: ${roles.sort().join(', ')}`
  })
}

describe('clauses that hang on a noun', () => {
  test.each([
    [
      'a visit that somebody made, told behind its place',
      'أعلن المكتب زيارة إلى {.GPE:عمان} قام بها {.PER:سالم البحيري}',
      'CONSULT زيارة asserted: actor سالم البحيري, place عمان',
    ],
    [
      'an occasion during which the visitor met somebody',
      'أجرى {.PER:كريم الزاهد} زيارة إلى {.GPE:عمان} التقى خلالها وزير النقل، {.PER:سالم البحيري}',
      'CONSULT التقى asserted: actor كريم الزاهد, recipient سالم البحيري',
    ],
    [
      'a statement in which its issuer condemned somebody',
      'أصدرت {.ORG:وزارة النقل} بيانا أدانت فيه {.ORG:حركة النور}',
      'ACCUSE أدانت asserted: actor وزارة النقل, recipient حركة النور',
    ],
    [
      'an attack that somebody launched',
      'الهجوم الذي شنته {.ORG:حركة النور} على {.FAC:مطار الفجر} أمس',
      'ASSAULT الهجوم asserted: actor حركة النور, recipient مطار الفجر',
    ],
    [
      'a meeting that brought two together',
      'جرى في المدينة لقاء جمع {.PER:كريم الزاهد} ب{.PER:سالم البحيري}',
      'CONSULT لقاء asserted: actor كريم الزاهد, recipient سالم البحيري',
    ],
    [
      'those whom a meeting of somebody gathered',
      'عقد {.PER:كريم الزاهد} اجتماعا موسعا جمع {.PER:سالم البحيري} و{.PER:فهد المنصور}',
      'CONSULT اجتماعا asserted: actor كريم الزاهد, attendee سالم البحيري, attendee فهد المنصور',
    ],
    [
      'where the visitor met somebody',
      'زار {.PER:كريم الزاهد} {.GPE:عمان} حيث التقى {.PER:سالم البحيري}',
      'CONSULT التقى asserted: actor كريم الزاهد, recipient سالم البحيري',
    ],
  ])('%s', (_name, drawn, expected) => {
    expect(told(drawn)).toContain(expected)
  })
})

describe('subjects and objects', () => {
  test.each([
    [
      'a fronted circumstance is no subject',
      'وسط تقدم «{.ORG:حركة النور}» و{.ORG:لواء الفجر} اعتقلت {.GPE:جزيرة الساحل} {.PER:كريم الزاهد}',
      'COERCE اعتقلت asserted: actor جزيرة الساحل, recipient كريم الزاهد',
    ],
    [
      'an apposition behind a comma is no subject',
      'شنت {.ORG:حركة النور} هجوما، واستولت على {.GPE:دمشق}، ثاني أكبر مدينة في البلاد',
      'COERCE استولت asserted: actor حركة النور, place دمشق',
    ],
    [
      'the pronoun is the first object, the noun the second',
      'غضب {.PER:كريم الزاهد} بعدما حملته {.ORG:وزارة النقل} المسؤولية عن الحادث',
      'ACCUSE حملته asserted: actor وزارة النقل, recipient كريم الزاهد',
    ],
    [
      'who is named behind من جانب did it, whatever the letters of the verb',
      'الاجتماع دعيت إليه {.ORG:نقابة الفجر} من جانب {.ORG:وزارة النقل}',
      'REQUEST دعيت asserted: actor وزارة النقل, recipient نقابة الفجر',
    ],
    [
      'what a statement urges, its issuer urges',
      'اجتمع {.ORG:مجلس الساحل} أمس. ودعا البيان {.GPE:مدينة النور} إلى الهدوء',
      'REQUEST دعا asserted: actor مجلس الساحل, recipient مدينة النور',
    ],
    [
      'feminine verbs whose letters a masdar has before a pronoun',
      'أقالت {.ORG:وزارة النقل} {.PER:كريم الزاهد}',
      'SANCTION أقالت asserted: actor وزارة النقل, recipient كريم الزاهد',
    ],
    [
      'pronouns of the sentence before',
      'هرب {.PER:كريم الزاهد} و{.PER:سالم البحيري} من {.FAC:سجن الساحل}. وبالقبض عليهما هدأت المدينة',
      'COERCE القبض asserted: recipient سالم البحيري, recipient كريم الزاهد',
    ],
  ])('%s', (_name, drawn, expected) => {
    expect(told(drawn)).toContain(expected)
  })
})

describe('news as it is mostly written', () => {
  test.each([
    [
      'wounds beside deaths, in a blow named behind them',
      'قتل سبعة أشخاص وأصيب 12 آخرون في هجوم شنته {.ORG:حركة النور}',
      ['ASSAULT قتل asserted: actor حركة النور, recipient (nameless), recipient (nameless)'],
    ],
    [
      'who was met, by the pronoun behind إن',
      'قال {.PER:كريم الزاهد} إنه التقى {.PER:سالم البحيري} في {.GPE:عمان}',
      ['CONSULT التقى asserted: actor كريم الزاهد, place عمان, recipient سالم البحيري'],
    ],
    [
      'a delegation that travels to meet somebody',
      'وصل وفد برئاسة {.PER:كريم الزاهد} إلى {.GPE:عمان} للقاء {.PER:سالم البحيري}',
      [
        'CONSULT وصل asserted: actor (nameless), attendee كريم الزاهد, place عمان',
        'CONSULT لقاء planned: actor (nameless), recipient سالم البحيري',
      ],
    ],
    [
      'a reception refused',
      'رفضت {.ORG:وزارة النقل} استقبال {.PER:كريم الزاهد}',
      ['REJECT رفضت asserted: actor وزارة النقل, recipient كريم الزاهد'],
    ],
    [
      'a war that hangs on a genitive',
      'طالب {.PER:كريم الزاهد} بوقف الحرب التي تشنها {.ORG:حركة النور} على {.GPE:دمشق}',
      ['REQUEST طالب asserted: actor كريم الزاهد', 'ASSAULT الحرب ongoing: actor حركة النور, recipient دمشق'],
    ],
    [
      'a blow claimed',
      'تبنت {.ORG:حركة النور} الهجوم على {.FAC:مطار الفجر}',
      ['ASSAULT الهجوم asserted: actor حركة النور, recipient مطار الفجر'],
    ],
    [
      'a blow claimed and told again by its verb',
      'أعلنت {.ORG:حركة النور} مسؤوليتها عن التفجير الذي استهدف {.FAC:مطار الفجر}',
      ['ASSAULT استهدف asserted: actor حركة النور, recipient مطار الفجر'],
    ],
    [
      'who announces a death did not deal it',
      'أعلنت {.ORG:شرطة الساحل} مقتل {.PER:كريم الزاهد} في {.GPE:دمشق} أمس',
      ['ASSAULT مقتل asserted: place دمشق, recipient كريم الزاهد'],
    ],
    [
      'two who discussed something',
      'بحث {.PER:كريم الزاهد} و{.PER:سالم البحيري} في {.GPE:عمان} العلاقات الثنائية',
      ['CONSULT بحث asserted: actor كريم الزاهد, place عمان, recipient سالم البحيري'],
    ],
    [
      'aircraft strike for whose they are, sites are hit whose they are',
      'قصفت طائرات {.ORG:تحالف الساحل} مواقع ل{.ORG:حركة النور} في {.GPE:دمشق}',
      ['ASSAULT قصفت asserted: actor تحالف الساحل, place دمشق, recipient (nameless)'],
    ],
    [
      'gunmen are in no construct with what they attack',
      'هاجم مسلحون مجهولون {.FAC:مطار الفجر}',
      ['ASSAULT هاجم asserted: actor (nameless), recipient مطار الفجر'],
    ],
    [
      'an office, what it is for, a courtesy and the name are one man',
      'دعا المتحدث الرسمي لمديرية النقل بمنطقة {.LOC:وادي النور} العقيد {.PER:كريم الزاهد} إلى الحذر',
      ['REQUEST دعا asserted: actor كريم الزاهد'],
    ],
    [
      'freed or seized without a subject is passive',
      'وقال {.ORG:حزب الفجر} إن الرجلين زوجان، بينما أفرج عن {.PER:سالم البحيري}',
      ['RETREAT أفرج asserted: object سالم البحيري'],
    ],
    [
      'who is one of many behind his name is no object',
      'قتل {.PER:كريم الزاهد}، أحد أعضاء {.ORG:حركة النور}، قرب {.GPE:دمشق}',
      ['ASSAULT قتل asserted: place دمشق, recipient كريم الزاهد'],
    ],
    [
      'the blow is the subject of a verb of striking',
      'واستهدف القصف {.FAC:سجن النور} شرقي {.GPE:دمشق}',
      ['ASSAULT استهدف asserted: place دمشق, recipient سجن النور'],
    ],
    [
      'aircraft are what strikes',
      'تزامن ذلك مع قصف طائرات {.GPE:جزيرة الساحل} على {.FAC:سجن النور}',
      ['ASSAULT قصف asserted: actor جزيرة الساحل, recipient سجن النور'],
    ],
    [
      'whose announcement it is withdraws',
      'يعود ذلك إلى إعلان {.GPE:جزيرة الساحل} في مايو انسحابها من المدينة',
      ['RETREAT انسحابها asserted: actor جزيرة الساحل'],
    ],
    [
      'placards demand of whom they name',
      'رفع المتظاهرون لافتات تطالب {.ORG:وزارة الساحل} بالرحيل',
      ['PROTEST المتظاهرون asserted: actor (nameless)'],
    ],
    [
      'ف joins no nouns',
      'أما {.GPE:جزيرة النور} ف{.GPE:جزيرة الساحل} مستعدة للحوار',
      ['AGREE مستعدة asserted: actor جزيرة الساحل'],
    ],
    [
      'what is protested against has its own target',
      'تظاهر عشرات العمال احتجاجا على الغارات على {.FAC:سجن النور}',
      ['PROTEST تظاهر asserted: actor (nameless)', 'ASSAULT الغارات asserted: recipient سجن النور'],
    ],
    ['a family is no captive', 'نبذل كل جهد لمساعدة {.PER:كريم الزاهد} وأسرته', []],
    [
      'condemning «ل» convicts nobody',
      'وأعرب {.PER:كريم الزاهد} عن إدانته لمحاولات {.GPE:جزيرة النور} زعزعة الأمن',
      ['ACCUSE إدانته asserted: actor كريم الزاهد, recipient جزيرة النور'],
    ],
    [
      'duals and plurals in the accusative are struck',
      'دخل {.PER:كريم الزاهد} المدينة فقتل جنديا وجرح ضابطين',
      ['ASSAULT قتل asserted: actor كريم الزاهد, recipient (nameless), recipient (nameless)'],
    ],
  ])('%s', (_name, drawn, expected) => {
    expect(told(drawn)).toEqual(expected)
  })
})

describe('light masdars', () => {
  test.each([
    [
      'with its own subject',
      'كشفت صحيفة عن عقد {.PER:كريم الزاهد} اجتماعا سريا مع {.PER:سالم البحيري}',
      'CONSULT اجتماعا asserted: actor كريم الزاهد, recipient سالم البحيري',
    ],
    [
      'for a purpose, by the subject of its verb',
      'سافر {.PER:كريم الزاهد} أمس لعقد اجتماع مع {.PER:سالم البحيري}',
      'CONSULT اجتماع planned: actor كريم الزاهد, recipient سالم البحيري',
    ],
    [
      'for a reason, by its pronoun',
      'سجن {.PER:كريم الزاهد} لإقدامه على قتل {.PER:سالم البحيري}',
      'ASSAULT قتل asserted: actor كريم الزاهد, recipient سالم البحيري',
    ],
    [
      'who is responsible for a blow struck it',
      'قال الوزير إن {.ORG:حركة النور} هي المسؤولة عن الهجوم على {.FAC:سفارة الساحل}',
      'ASSAULT الهجوم asserted: actor حركة النور, recipient سفارة الساحل',
    ],
  ])('%s', (_name, drawn, expected) => {
    expect(told(drawn)).toContain(expected)
  })
})

describe('deeds named by a masdar with a pronoun or behind another word', () => {
  test.each([
    [
      'a masdar with ها, its doer the feminine before it',
      'أعلنت {.GPE:جزيرة الساحل} استهدافها {.FAC:مطار الفجر}',
      'ASSAULT استهدافها asserted: actor جزيرة الساحل, recipient مطار الفجر',
    ],
    [
      'ها is no man before it',
      'قال {.PER:كريم الزاهد} إن طائرة تحطمت أثناء قصفها {.FAC:مطار الفجر}',
      'ASSAULT قصفها asserted: recipient مطار الفجر',
    ],
    [
      'who is accused of a deed did it',
      'اتهم {.PER:كريم الزاهد} {.ORG:حركة النور} بقتل {.PER:سالم البحيري}',
      'ASSAULT قتل asserted: actor حركة النور, recipient سالم البحيري',
    ],
    [
      'who is told to go',
      'أمر {.PER:كريم الزاهد} بخروج {.PER:موظفين أجانب} من المدينة',
      'REQUEST أمر asserted: actor كريم الزاهد, recipient موظفين أجانب',
    ],
    [
      'who is let through, behind a rounded figure',
      'سمحت {.ORG:شرطة الساحل} بعبور ما لا يقل عن 200 من مقاتلي {.ORG:حركة النور}',
      'RETREAT سمحت asserted: actor شرطة الساحل, recipient (nameless)',
    ],
    [
      'a rounded figure of the dead',
      'قتل ما لا يقل عن 20 شخصا في هجوم على {.FAC:مطار الفجر}',
      'ASSAULT قتل asserted: recipient (nameless), recipient مطار الفجر',
    ],
    [
      'a wish that somebody expressed',
      'أعربت {.ORG:حركة النور} عن رغبتها في العمل مع {.GPE:جزيرة الساحل}',
      'AGREE رغبتها asserted: actor حركة النور, recipient جزيرة الساحل',
    ],
  ])('%s', (_name, drawn, expected) => {
    expect(told(drawn)).toContain(expected)
  })
})

describe("what is no deed, or nobody's", () => {
  test.each([
    ['a wish for a king', 'قال {.PER:كريم الزاهد} إن {.PER:سالم البحيري} أيده الله سيتحدث'],
    ['how somebody is called', 'جلس قرب الجسر بائع يدعى {.PER:كريم الزاهد}'],
    ['the dead of a country', 'نشرت {.GPE:جزيرة الساحل} عدد قتلاها'],
    ['what begins by itself', 'وصلت {.ORG:شركة النور}. وتبدأ الاحتجاجات بالهتاف'],
  ])('%s', (_name, drawn) => {
    expect(told(drawn)).toEqual([])
  })

  test('an agent behind another noun is not of the refusal', () => {
    const drawn = 'أكدت {.GPE:جزيرة الساحل} رفضها استخدام القوة من جانب {.ORG:شرطة الفجر}'
    expect(told(drawn)).toEqual(['REJECT رفضها asserted: actor جزيرة الساحل'])
  })

  test('an accusative is no subject', () => {
    expect(told('وصل {.PER:كريم الزاهد} وقتل جنديا في {.GPE:دمشق}')).toEqual([
      'ASSAULT قتل asserted: actor كريم الزاهد, place دمشق, recipient (nameless)',
    ])
  })
})

describe('masdars with ل for their object', () => {
  test.each([
    [
      'the genitive is the doer',
      'أسفر قمع {.ORG:شرطة الساحل} ل{.PER:محتجين} عن أزمة',
      ['COERCE قمع asserted: actor شرطة الساحل, recipient محتجين'],
    ],
    [
      'a purpose behind the noun is no object',
      'نجحت {.ORG:شرطة الساحل} في ضبط {.PER:كريم الزاهد} لتنفيذ حكم سابق',
      ['COERCE ضبط asserted: actor شرطة الساحل, recipient كريم الزاهد'],
    ],
    [
      'the accusative behind إن is a subject',
      'قال الشاهد إن مسلحين هاجموا {.FAC:مطار الفجر}',
      ['ASSAULT هاجموا asserted: actor (nameless), recipient مطار الفجر'],
    ],
    [
      'two of an office before their names',
      'اجتمع الرئيسان {.PER:كريم الزاهد} و{.PER:سالم البحيري} في {.GPE:عمان}',
      ['CONSULT اجتمع asserted: actor سالم البحيري, actor كريم الزاهد, place عمان'],
    ],
    [
      'people counted among two groups',
      'نجحت {.ORG:شرطة الساحل} في ضبط 25 شخصا من الهاربين والمطلوبين',
      ['COERCE ضبط asserted: actor شرطة الساحل, recipient (nameless)'],
    ],
  ])('%s', (_name, drawn, expected) => {
    expect(told(drawn)).toEqual(expected)
  })
})

describe('lists', () => {
  test.each([
    [
      'those among them who met',
      'حضر قادة النقابات الاجتماع، بينهم رئيس الاتحاد {.PER:كريم الزاهد} و{.PER:سالم البحيري}',
      'CONSULT الاجتماع asserted: actor (nameless), attendee سالم البحيري, attendee كريم الزاهد',
    ],
    [
      'those among them who were arrested',
      'اعتقلت الشرطة عددا من المسؤولين، بما في ذلك {.PER:كريم الزاهد}',
      'COERCE اعتقلت asserted: actor (nameless), recipient (nameless), recipient كريم الزاهد',
    ],
    [
      'one in addition to another',
      'اعتقل {.PER:كريم الزاهد} أمس فضلا عن {.PER:سالم البحيري}',
      'COERCE اعتقل asserted: recipient سالم البحيري, recipient كريم الزاهد',
    ],
    [
      'a figure behind و',
      'اعتقلت {.ORG:شرطة الساحل} {.PER:كريم الزاهد} و5 من أنصاره',
      'COERCE اعتقلت asserted: actor شرطة الساحل, recipient (nameless), recipient كريم الزاهد',
    ],
    [
      'two behind بين, whatever follows',
      'قيل إن الاجتماع بين {.PER:كريم الزاهد} ووزرائه خلص إلى نتيجة',
      'CONSULT الاجتماع asserted: actor كريم الزاهد, recipient (nameless)',
    ],
    [
      'a name behind an office between commas',
      'التقى {.PER:كريم الزاهد}، وزير النقل، و{.PER:سالم البحيري} مندوب {.ORG:مجلس الساحل}',
      'CONSULT التقى asserted: actor كريم الزاهد, recipient سالم البحيري',
    ],
    [
      'an office of two fields',
      'استقبل وزير الثقافة والإعلام الدكتور {.PER:كريم الزاهد} السفير {.PER:سالم البحيري}',
      'CONSULT استقبل asserted: actor كريم الزاهد, recipient سالم البحيري',
    ],
  ])('%s', (_name, drawn, expected) => {
    expect(told(drawn)).toContain(expected)
  })
})

describe('the words of nameless parties', () => {
  const words = (drawn: string): string[] => {
    const sentence = undraw(drawn)
    return eventsIn(sentence).flatMap(({ evidence }) =>
      evidence.map(({ start, end }) => sentence.text.slice(start, end)),
    )
  }
  test.each([
    [
      'bodies joined behind a group are both its own',
      'التقى {.PER:كريم الزاهد} قادة {.ORG:حزب النور} و{.ORG:حركة الفجر}',
      'التقى كريم الزاهد قادة حزب النور وحركة الفجر',
    ],
    ['kin are not whose kin they are', 'اعتقلت الشرطة شقيق {.PER:كريم الزاهد}', 'اعتقلت الشرطة شقيق كريم الزاهد'],
  ])('%s', (_name, drawn, expected) => {
    expect(words(drawn)).toEqual([expected])
    expect(told(drawn).join()).toContain('(nameless)')
  })
})

describe('force', () => {
  test.each([
    [
      'what came next in a story',
      'اقتحم {.ORG:جيش الساحل} المبنى قبل أن يتمكن من السيطرة على {.GPE:عمان}',
      'COERCE السيطرة asserted: actor جيش الساحل, place عمان',
    ],
    [
      'by what means a crowd was dispersed',
      'استعملت الشرطة الغاز لتفريق {.PER:مئات المتظاهرين}',
      'COERCE تفريق asserted: recipient مئات المتظاهرين',
    ],
    [
      'two who were seized side by side',
      'ألقت {.ORG:شرطة الساحل} القبض على {.PER:كريم الزاهد} إلى جانب {.PER:سالم البحيري}',
      'COERCE القبض asserted: actor شرطة الساحل, recipient سالم البحيري, recipient كريم الزاهد',
    ],
    [
      'for what he was sentenced',
      'حكمت محكمة الجنايات على {.PER:كريم الزاهد} بالسجن لقتله {.PER:سالم البحيري}',
      'ASSAULT قتله asserted: actor كريم الزاهد, recipient سالم البحيري',
    ],
    [
      'a conviction tells who did it',
      'جاء ذلك بعد إدانة {.PER:كريم الزاهد} بقتل {.PER:سالم البحيري}',
      'ASSAULT قتل asserted: actor كريم الزاهد, recipient سالم البحيري',
    ],
    [
      'a verdict tells who did it',
      'أدانت محكمة الجنايات {.PER:كريم الزاهد} بقتل {.PER:سالم البحيري}',
      'ASSAULT قتل asserted: actor كريم الزاهد, recipient سالم البحيري',
    ],
  ])('%s', (_name, drawn, expected) => {
    expect(told(drawn)).toContain(expected)
  })

  test.each([
    ['control lost', 'فقدت {.ORG:حركة النور} السيطرة على {.GPE:عمان}'],
    ['the top of a table', 'تحتل {.GPE:عمان} قمة التصنيف العالمي'],
    ['no country occupies itself', 'انتهى الملك من احتلال {.GPE:عمان}'],
  ])('none: %s', (_name, drawn) => {
    expect(told(drawn)).toEqual([])
  })

  test('before a visit that may not come about', () => {
    expect(told('وصل الوزير إلى {.GPE:دمشق} قبل أن يزور {.PER:كريم الزاهد} {.GPE:عمان}').join()).toContain(
      'يزور planned',
    )
  })
})

describe('who is no party of the deed', () => {
  test.each([
    [
      'the two of an accord that somebody approves',
      'وافق {.ORG:مجلس الساحل} على مشروع مذكرة بين {.ORG:حكومة النور} و{.ORG:حكومة الفجر}',
      ['actor مجلس الساحل'],
    ],
    ['a city that a declaration is called after', 'رحبت {.ORG:منظمة النور} بإعلان {.GPE:عمان}', ['actor منظمة النور']],
    [
      'the town whose outskirts were struck',
      'شنت {.ORG:حركة النور} هجمات ضد {.ORG:جيش الساحل} في الأجزاء الغربية من ريف {.GPE:عمان}',
      ['actor حركة النور', 'recipient جيش الساحل'],
    ],
    [
      'how attacks are made',
      'شنت {.ORG:حركة النور} هجمات منسقة على {.FAC:سجن الساحل}',
      ['actor حركة النور', 'recipient سجن الساحل'],
    ],
  ])('%s', (_name, drawn, expected) => {
    const sentence = undraw(drawn)
    const [event] = eventsIn(sentence)
    expect(event === undefined ? [] : rolesOf(event, sentence).filter((role) => !role.startsWith('place'))).toEqual(
      expected,
    )
  })

  test.each([
    [
      'a large figure counts both nouns',
      'اعتقلت {.ORG:قوات الساحل} {.PER:300 رجل} وامرأة في {.GPE:عمان}',
      '300 رجل وامرأة',
    ],
    [
      'people from here and there',
      'دعت {.ORG:حكومة الساحل} {.PER:مراقبين من عمان} ودول أخرى إلى الميناء',
      'مراقبين من عمان ودول أخرى',
    ],
  ])('%s', (_name, drawn, expected) => {
    const { text, entities } = undraw(drawn)
    const nameless = entities.map(({ mentions, ...entity }): Entity => {
      if (entity.type !== 'PER') return { ...entity, mentions }
      const nominal = mentions.map((mention) => ({ ...mention, kind: 'nominal' as const }))
      return { ...entity, unnamed: true, group: true, mentions: nominal }
    })
    const register = new EntityRegister(nameless)
    const passage = passageOf(textOf('article', text))
    const [event] = findEvents(passage, { entities: register, attributions: [], times: [], leastConfidence: 0 })
    const parties = event?.participants.map(({ entity }) => register.get(entity)?.nameAr) ?? []
    expect(parties).toContain(expected)
    expect(parties.length).toBe(2)
  })
})
