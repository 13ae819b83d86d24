import { describe, expect, test } from 'vitest'
import { eventsIn, undraw } from './drawn.js'

// Letters that spell a trigger and another word, and triggers in another sense than that of politics.
describe('no event of a word that is another', () => {
  test.each([
    ['a name with a madda', 'تحدث {.ORG:مجلس الساحل} إلى دليل. وقال دليل آمد {.ORG:حزب الفجر} بخير'],
    ['a plural of women who say', 'قالت {.PER:سلمى الزاهد} إنهن يقلن {.PER:كريم الزاهد} صديقنا'],
    ['an infinitive behind ل', 'سارع السكان لنقل {.PER:المصابين} إلى {.FAC:مستشفى الساحل}'],
    ['«and he was prayed over»', 'مات {.PER:كريم الزاهد} وصلي عليه في {.FAC:مسجد النور}'],
    ['«our religion»', 'عاد {.PER:كريم الزاهد} من السفر. والصدق من تعاليم ديننا الحنيف'],
    ['«and it reckoned»', 'نددت {.ORG:منظمة النور} بالحادث. وعدت {.ORG:منظمة النور} الحادث تصعيدا خطيرا'],
    ['agreement of things', 'كتب {.PER:كريم الزاهد} مقالا بما يتوافق مع شروط {.ORG:وزارة النقل}'],
    ['who stands behind a product', 'أعلنت {.ORG:شركة النور} التي تقف وراء المشروع عن أرباحها'],
    ['years spent in prison', 'وتقضي {.PER:سلمى الزاهد} السنوات التي قضتها أختها في {.FAC:سجن الساحل} في الكتابة'],
    ['a masdar in quotation marks behind a preposition', 'تحدث {.PER:كريم الزاهد} عن القدرة على «دحر المسلحين»'],
    ['an agreement that there is', 'كتب السكان عن {.GPE:إيران} وعن بنود الاتفاق النووي الإيراني'],
    ['a kind of people', 'تحدث التقرير عن اعتقال المدنيين بلا سبب'],
    ['an interview', 'قال {.PER:كريم الزاهد} في حوار مع {.ORG:صحيفة النور} إن الطقس جميل'],
    ['a minister in the accusative', 'اختار {.ORG:مجلس الساحل} {.PER:كريم الزاهد} وزيرا جديدا ل{.ORG:لداخلية}'],
    ['ready to fight', 'أبدى {.PER:كريم الزاهد} استعداده لمواجهة {.ORG:حركة النور}'],
    ['ready to deter', 'قال {.PER:كريم الزاهد} إنه مستعد لردع {.ORG:حركة النور}'],
    ['a case taken up', 'تعهدت {.ORG:محكمة الساحل} بالقضية'],
    ['an inquiry taken up', 'تعهدت النيابة في {.GPE:دمشق} بالبحث في الحادث'],
    ['a guardian', 'حضر ولي أمر {.PER:سلمى الزاهد} إلى المدرسة'],
    ['those who offer condolences', 'احتشد {.PER:آلاف السكان} أمام المنزل لتقديم واجب العزاء'],
    ['those who follow a coffin', 'احتشد {.PER:مئات السكان} في ساحة البلدة لتشييع الجثمان'],
    ['who keeps silent', 'رفض المتحدث باسم الوزارة {.PER:كريم الزاهد} التعليق على التقرير'],
    ['who gives no details', 'رفض {.ORG:جيش الساحل} تقديم تفاصيل عن الخسائر'],
    ['who does not answer the press', 'تحفظت {.ORG:شركة النور} على الرد'],
    ['who cites', 'استشهد {.PER:كريم الزاهد} بتصريحات لرئيس {.ORG:حزب الفجر}'],
    ['who owes it to somebody', 'يدين {.PER:كريم الزاهد} بمنصبه لدعم {.ORG:جيش الساحل}'],
    ['whose place one takes', 'تحتل {.GPE:جزيرة الساحل} مكان {.GPE:جزيرة النور} كأكبر مستثمر'],
    ['a first name', 'حضر الحفل {.PER:سامي الزاهد} ولقاء {.PER:الخميسي} و{.PER:سلمى البحيري}'],
    ['of one opinion', 'يتفق {.PER:الخبراء} على أن الحل قريب'],
    ['of one opinion, told as past', 'اتفق {.PER:كريم الزاهد} و{.PER:سالم البحيري} على أنها خطوة خطيرة'],
    ['a sanction', 'استهدفت {.ORG:وزارة الساحل} {.PER:خمسة أفراد} بتجميد أصولهم'],
    ['rumours besiege', 'تحاصر {.PER:كريم الزاهد} شبهات فساد'],
    ['what forces are called', 'أعلنت {.ORG:القوات} المهاجمة بلوغ المطار'],
    ['a march of joy', 'خرج {.PER:السكان} في مسيرات فرحا بتحرير {.GPE:دمشق}'],
    ['promises kept', 'تحترم {.ORG:شركة النور} تعهداتها تجاه {.GPE:جزيرة الساحل}'],
    ['a call to a channel', 'أجرى {.PER:كريم الزاهد} اتصالا هاتفيا مع {.ORG:قناة الفجر}'],
  ])('%s', (_name, drawn) => {
    const sentence = undraw(drawn)
    const told = eventsIn(sentence).map(({ type, trigger: { start, end } }) => [type, sentence.text.slice(start, end)])
    expect(told.filter(([type]) => type !== 'ACCUSE' || !drawn.includes('نددت'))).toEqual([])
  })
})

describe('the event of the words beside', () => {
  test.each([
    ['a vow to bring down', 'تعهد {.PER:كريم الزاهد} بإسقاط {.ORG:حكومة الساحل}', ['THREATEN']],
    ['a vow to strike', 'تعهدت {.ORG:حركة النور} بضرب {.ORG:جيش الساحل}', ['THREATEN']],
    ['a vow not to strike', 'تعهدت {.ORG:حركة النور} بعدم ضرب المدنيين', ['AGREE']],
    ['an attack in words', 'هاجمت {.PER:سلمى الزاهد} {.PER:سالم البحيري} بقولها إنه فاشل', ['ACCUSE']],
    ['an attack in a statement', 'هاجم {.PER:كريم الزاهد} {.PER:سالم البحيري} بتصريح غاضب', ['ACCUSE']],
    ['an attack with arms', 'هاجم {.ORG:جيش الساحل} {.ORG:حركة النور} فجرا', ['ASSAULT']],
    ['a promise to look into it', 'تعهد {.PER:كريم الزاهد} بالتحقيق في الحادث', ['AGREE']],
    ['mourners who shout', 'احتشد {.PER:مئات السكان} في ساحة البلدة لتشييع الجثمان مرددين هتافات', ['PROTEST']],
    ['a vow of tariffs', 'تعهدت {.GPE:جزيرة الساحل} بفرض رسوم على سلع {.GPE:جزيرة النور}', ['THREATEN']],
    ['a vow to lift them', 'تعهدت {.GPE:جزيرة الساحل} بخفض الرسوم', ['AGREE']],
    ['a note between states', 'قدمت {.ORG:حكومة الساحل} احتجاجا لدى {.GPE:جزيرة النور}', ['ACCUSE']],
    ['workers who protest', 'نظم {.PER:عشرات العمال} احتجاجا أمام {.ORG:وزارة النقل}', ['PROTEST']],
    ['a martyr', 'استشهد {.PER:كريم الزاهد} برصاص {.ORG:جيش الساحل}', ['ASSAULT']],
    ['a refusal of something else', 'رفضت {.GPE:جزيرة الساحل} تسليم {.PER:كريم الزاهد}', ['REJECT']],
    ['a place occupied', 'احتلت {.ORG:قوات الساحل} {.GPE:دمشق}', ['COERCE']],
    ['a siege', 'حاصرت {.ORG:قوات الساحل} {.FAC:سجن النور}', ['COERCE']],
    ['an arrest', 'أوقفت {.ORG:شرطة الساحل} {.PER:كريم الزاهد}', ['COERCE']],
    ['suspended from work', 'أوقفت {.ORG:وزارة النقل} المدير {.PER:كريم الزاهد} عن العمل', ['SANCTION']],
    ['agreed to meet', 'اتفق {.PER:كريم الزاهد} و{.PER:سالم البحيري} على أن تفتح الطريق', ['AGREE']],
    ['a march against', 'خرج {.PER:السكان} في مسيرات احتجاجا على انقطاع المياه', ['PROTEST']],
    ['ready for talks', 'أبدى {.PER:كريم الزاهد} استعداده للحوار', ['AGREE']],
  ])('%s', (_name, drawn, expected) => {
    expect(eventsIn(undraw(drawn)).map(({ type }) => type)).toEqual(expected)
  })
})
