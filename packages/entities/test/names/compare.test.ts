import { expect, test } from 'vitest'
import { compareNames } from '../../src/index.js'

test.each([
  // one man, many spellings
  ['قاآني', 'قآني'],
  ['قاآني', 'قآاني'],
  ['قاآني', 'قاءاني'],
  ['قاآني', 'قااني'],
  ['إسماعيل قاآني', 'اسماعيل قآاني'],
  ['إسماعيل قاآني', 'إسماعيل قآني'],
  // seats, endings, marks
  ['فؤاد', 'فواد'],
  ['هنية', 'هنيه'],
  ['مصطفى', 'مصطفي'],
  ['مُحَمَّد', 'محمد'],
  // compounds
  ['عبد الرحمن الشمري', 'عبدالرحمن الشمري'],
  ['حسن نصر الله', 'حسن نصرالله'],
  ['صلاح الدين', 'صلاحالدين'],
  ['أبو آلاء الولائي', 'أبوآلاء الولائي'],
  ['أبا آلاء الولائي', 'ابو الاء الولائي'],
  ['محمد بن سلمان', 'محمد سلمان'],
  ['قاسم السليماني', 'قاسم سليماني'],
  // sounds of other languages
  ['غوتيريش', 'جوتيريس'],
  ['غراهام', 'جراهام'],
  ['فيكتور', 'ڤيكتور'],
  ['پاول', 'باول'],
  ['تشرشل', 'شرشل'],
  ['نتنياهو', 'نتانياهو'],
  // two scripts, and Latin alone
  ['قاآني', 'Qaani'],
  ['قاآني', 'Ghaani'],
  ['قآني', "Qa'ani"],
  ['Qaani', 'Ghaani'],
  ['Qaani', "Qa'ani"],
  ['إسماعيل قاآني', 'Esmail Qaani'],
  ['إسماعيل قاآني', 'Qaani, Esmail'],
  ['عبد الرحمن', 'Abdul-Rahman'],
  ['عبد الله', 'Abdullah'],
  ['نتنياهو', 'Netanyahu'],
  ['القذافي', 'Gaddafi'],
  ['Mohammed', 'Muhammad'],
  // what may be left out
  ['محمد علي الحسيني', 'محمد الحسيني'],
  ['م. الكاظمي', 'مصطفى الكاظمي'],
])('%s and %s are one name', (a, b) => {
  expect(compareNames(a, b)).toMatchObject({ verdict: 'same' })
})

test.each([
  ['الكاظمي', 'السوداني'],
  ['مصطفى الكاظمي', 'محمد شياع السوداني'],
  ['نديم السروجاني', 'فارس السروجاني'],
  ['حسن', 'نصر الله'],
  ['سالم', 'سليم'],
  ['حسن', 'حسين'],
  ['محمد', 'محمود'],
  ['سعد الراوي', 'سعيد الراوي'],
  ['هدى', 'ندى'],
  ['بايدن', 'Erdogan'],
  ['محمد الحلبي', 'محمد التونسي'],
  // words that share hardly a letter
  ['خالد أبوزيد', 'فهد العيسى'],
  ['الحميداوي', 'العامري'],
  ['', 'قاآني'],
])('%s and %s are two names', (a, b) => {
  expect(compareNames(a, b)).toMatchObject({ verdict: 'different' })
})

test.each([
  ['إسماعيل قاآني', 'قاآني', 'family-only'],
  ['حسن نصر الله', 'نصر الله', 'family-only'],
  ['محمد شياع السوداني', 'شياع السوداني', 'family-only'],
  ['محمد بن سلمان آل سعود', 'محمد بن سلمان', 'family-left-out'],
  ['أبو آلاء الولائي', 'أبو آلاء', 'kunya-only'],
])('%s and %s may be one man', (a, b, code) => {
  const { verdict, reasons } = compareNames(a, b)
  expect(verdict).toBe('unsure')
  expect(reasons.map((r) => r.code)).toContain(code)
})

test.each([
  ['قاآني', 'قااني', 'one letter: madda or alef', 'حرف واحد: مدّة أو ألف'],
  ['قاآني', 'قآني', 'one letter: madda or alef', 'حرف واحد: مدّة أو ألف'],
  ['أحمد', 'احمد', 'one letter: alef with hamza or without', 'حرف واحد: ألف بهمزة أو دونها'],
  ['هنية', 'هنيه', 'one letter: ta marbuta or ha', 'حرف واحد: تاء مربوطة أو هاء'],
  ['قاآني', 'قآني', 'both may spell kani', 'كلاهما قد يُكتب kani'],
  ['غراهام', 'جراهام', 'one letter: غ or ج for the sound g', 'حرف واحد: غ أو ج، صوت الگاف'],
  ['نصر الله', 'نصرالله', 'the same letters, spaced or joined', 'الحروف نفسها، متصلة أو منفصلة'],
  ['نديم السروجاني', 'فارس السروجاني', 'one family name, two given names', 'اسم العائلة واحد والاسم الأول مختلف'],
  ['قاسم السليماني', 'قاسم سليماني', 'the article ال on one side', 'أل التعريف في أحد الجانبين'],
])('why %s and %s', (a, b, en, ar) => {
  const { reasons } = compareNames(a, b)
  expect(reasons.map((r) => r.en)).toContain(en)
  expect(reasons.map((r) => r.ar)).toContain(ar)
})
