/** Pages written for the tests: invented towns and outlets. */

const paragraph = (town: string, rest: string): string =>
  `أعلنت بلدية ${town} صباح اليوم أن فرقها بدأت إصلاح الجسر الذي تضرر من السيول الأسبوع الماضي، ${rest}.`

/** A flattened page with a title, two paragraphs and a share bar. */
export const plainPage = (town: string, rest = 'وأن العمل سيستمر عشرة أيام على الأقل'): string =>
  [
    `بلدية ${town} تبدأ إصلاح الجسر بعد السيول`,
    paragraph(town, rest),
    `وقال رئيس البلدية في تصريح للصحفيين إن الطريق البديل عبر ${town} القديمة سيبقى مفتوحا أمام السيارات الصغيرة ليلا ونهارا.`,
    'شارك على فيسبوك',
  ].join('\n')

export const htmlPage = (town: string): string =>
  `<!doctype html><html lang="ar" dir="rtl"><head><meta charset="utf-8"><title>بلدية ${town} تبدأ إصلاح الجسر - صحيفة النهر</title>
<meta property="og:site_name" content="صحيفة النهر"><meta property="article:published_time" content="2025-04-06T10:00:00+03:00"></head>
<body><nav><a href="/">الرئيسية</a> <a href="/news">أخبار</a></nav><article><h1>بلدية ${town} تبدأ إصلاح الجسر</h1>
<p>${paragraph(town, 'وأن العمل سيستمر عشرة أيام')}</p><p>وقال رئيس البلدية في تصريح للصحفيين إن الطريق البديل سيبقى مفتوحا أمام السيارات الصغيرة ليلا ونهارا.</p></article></body></html>`

export const record = (id: string, town: string): string =>
  JSON.stringify({
    id,
    outlet: 'صحيفة النهر',
    url: `https://nahr.example/${id}`,
    published: '2025-04-06T10:00:00+03:00',
    title: `بلدية ${town} تبدأ إصلاح الجسر`,
    text: plainPage(town).split('\n').slice(1, 3).join('\n'),
  })
