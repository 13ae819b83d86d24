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
    ['an agreement that there is', 'كتب السكان عن {.GPE:إيران} وعن بنود الاتفاق النووي الإيراني'],
    ['a kind of people', 'تحدث التقرير عن اعتقال المدنيين بلا سبب'],
    ['an interview', 'قال {.PER:كريم الزاهد} في حوار مع {.ORG:صحيفة النور} إن الطقس جميل'],
    ['a minister in the accusative', 'اختار {.ORG:مجلس الساحل} {.PER:كريم الزاهد} وزيرا جديدا ل{.ORG:لداخلية}'],
    ['a call to a channel', 'أجرى {.PER:كريم الزاهد} اتصالا هاتفيا مع {.ORG:قناة الفجر}'],
  ])('%s', (_name, drawn) => {
    const sentence = undraw(drawn)
    const told = eventsIn(sentence).map(({ type, trigger: { start, end } }) => [type, sentence.text.slice(start, end)])
    expect(told.filter(([type]) => type !== 'ACCUSE' || !drawn.includes('نددت'))).toEqual([])
  })
})
