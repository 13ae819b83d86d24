/**
 * Given names of one root that differ by a vowel letter and are never spellings of each other: «سالم» is not «سليم», though a
 * foreign name may well be written with or without that letter. Written for this package; a line is a group.
 */
const GROUPS = `
محمد محمود أحمد حمد حامد حميد حمود حماد حمدي حمدان محمدي
حسن حسين حسان حسون محسن حسني
سالم سليم سلام سلمان سليمان سلمى سلم أسلم مسلم
سعد سعيد سعود أسعد سعدي سعدون مسعود سعاد
علي عالي علاء علوي معالي علوان
عمر عمرو عامر عمار عمران عمير معمر
خالد خليد خلود مخلد خلدون
جمال جميل جميلة جمالي
كمال كامل كميل كمالي
ناصر نصر نصير منصور نصار نصري نصيرة
راشد رشيد رشاد رشدي مرشد
شاكر شكري شكور
صالح صلاح صليح مصلح
ماجد مجيد مجدي أمجد مجد
كرم كريم أكرم مكرم كريمة
فارس فراس فرس
فيصل فاضل فضل فضيل فضيلة
نادر نذير منذر ناظر
طارق طريق
طاهر طهار ظاهر
عادل عدل عدلي عديل
عباس عابس عبيس
عزيز عزت عزام معز معتز عزة
وليد والد ولد
زيد زايد زياد يزيد زيدان زيدون
بدر بدري بادر بدران
بكر بكري بكار
جابر جبر جبار جبير جبران
حاتم حتم حاتمي
حكم حاكم حكيم حكمت
حليم حالم حلمي
رفيق رافق مرافق رفقي
سامر سمير سمر سمار
سامي سمي سماء
شريف أشرف شرف شريفة
صادق صديق صدقي
صابر صبر صبري صبحي
طلال طليل
عارف عريف عرفان معروف
غالب غلاب
فهد فهيد فهيم فاهم
فرج فرجي فراج
فريد فارد فرد فريدة
قاسم قسام قسم
قادر قدير قدري مقدار
لطيف لطفي
مالك ملك مليك
ماهر مهر مهران
مراد مرد مريد
نبيل نبال
نديم نادم
نزار نزر نزير
نعيم نعمان ناعم منعم
نوري نور أنور منير منور
هاشم هشام هاشمي هشيم
هادي هدى مهدي هداية
وسام وسيم
ياسر يسري يسار يسر
باسل بسل
باسم بسام بسيم ابتسام
بشار بشير بشر بشرى مبشر
حافظ حفيظ محفوظ
رائد رعد ريد
رامي رام رمي
ربيع رابع ربع
رضا راضي رضوان
زاهر زهير أزهر زهراء
زكي زكريا زاكي
عاصم عصام معتصم
عاطف عطوف عطية
عمادي عماد عميد عامد
غازي غزوان
غانم غنيم غنام
فوزي فائز فواز فوز
`

let groupOf: Map<string, number> | undefined

function groups(fold: (name: string) => string): Map<string, number> {
  if (groupOf !== undefined) return groupOf
  groupOf = new Map()
  for (const [group, line] of GROUPS.trim().split('\n').entries()) {
    for (const name of line.split(' ')) {
      const folded = fold(name)
      if (!groupOf.has(folded)) groupOf.set(folded, group)
    }
  }
  return groupOf
}

/** Whether two folded words are two given names that look alike. */
export function areTwoNames(a: string, b: string, fold: (name: string) => string): boolean {
  const known = groups(fold)
  const group = known.get(a)
  return a !== b && group !== undefined && group === known.get(b)
}
