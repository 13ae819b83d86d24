import type {
  ArticleDocument,
  ArticleSummary,
  CapturedPage,
  CaptureInfo,
  Credit,
  Metadata,
  PageSegment,
  Paragraph,
  PublicationTime,
  TimeMention,
  Wording,
} from '@isnad/server'

import { type Annotations, strikeAnnotations } from './fixture-annotations.js'

/** Invented papers, people and harbours: what the browser tests read. */

type Piece = readonly [label: PageSegment['label'], rule: string, text: string]

interface Draft {
  readonly id: string
  readonly outlet: string | null
  readonly byline?: string
  readonly dateline?: string
  readonly published: PublicationTime | null
  readonly printed?: string
  readonly credits?: readonly Omit<Credit, 'page'>[]
  readonly times?: readonly Omit<TimeMention, 'start' | 'end'>[]
  readonly pieces: readonly Piece[]
  readonly annotate?: (text: string) => Annotations
}

const REASONS: Readonly<Record<string, Wording>> = {
  'title/printed': { ar: 'عنوان المادة كما طُبع', en: 'The headline as printed' },
  'body/paragraph': { ar: 'فقرة من المادة', en: 'A paragraph of the story' },
  'subhead/heading': { ar: 'عنوان فرعي', en: 'A heading inside the story' },
  'dateline/stamp': { ar: 'تاريخ النشر أو ساعته', en: 'Date or hour of publication' },
  'dateline/place': { ar: 'مكان الخبر ومصدره قبل النص', en: 'Place and agency before the text' },
  'byline/author': { ar: 'اسم الكاتب أو الجهة', en: 'Who wrote it' },
  'caption/picture': { ar: 'تعليق على صورة', en: 'A picture caption' },
  'related/marker': { ar: 'رابط «اقرأ أيضًا»', en: 'A "read also" link' },
  'related/list': { ar: 'عنوان في قائمة مواد أخرى', en: 'A headline in a list of other stories' },
  'teaser/after-end': { ar: 'مطلع خبر آخر بعد نهاية المادة', en: 'Opening of another story after the end' },
  'widget/navigation': { ar: 'قائمة تصفح', en: 'Navigation' },
  'widget/share-bar': { ar: 'أزرار المشاركة', en: 'Share buttons' },
  'widget/font-size': { ar: 'أداة حجم الخط', en: 'Font size control' },
  'ad/label': { ar: 'إعلان', en: 'Advertising' },
  'source-credit/agency': { ar: 'توقيع وكالة أو جهة', en: 'Signature of an agency or outlet' },
  'comment-form/form': { ar: 'نموذج التعليق', en: 'The comment form' },
  'privacy-token/address': { ar: 'عنوان شبكة الزائر', en: "The visitor's network address" },
  'privacy-token/place': { ar: 'موقع الزائر', en: "The visitor's place" },
}

const KEPT = new Set<PageSegment['label']>(['title', 'body', 'subhead'])

const strike: Draft = {
  annotate: strikeAnnotations,
  id: 'a1f0c3d2',
  outlet: 'صحيفة المنارة',
  byline: 'ليلى الصبّاغ',
  dateline: 'تل السنديان ـ وكالة الرافد',
  published: {
    local: '2024-03-12T18:40:00+02:00',
    grain: 'minute',
    instant: '2024-03-12T16:40:00Z',
    zone: 'Asia/Beirut',
  },
  printed: '2024-03-12 | 18:40 بيروت',
  credits: [
    { kind: 'agency', name: 'وكالة الرافد', outletId: 'agency.rafid', text: 'تل السنديان ـ وكالة الرافد' },
    { kind: 'outlet', name: 'قناة الساحل', text: 'نقلًا عن قناة الساحل' },
  ],
  times: [
    {
      text: 'اليوم الثلاثاء',
      kind: 'date',
      value: '2024-03-12',
      certainty: 'exact',
      from: '2024-03-12T00:00:00',
      to: '2024-03-13T00:00:00',
      fromPublication: true,
      describe: { ar: 'تاريخ: 2024-03-12', en: 'date: 2024-03-12' },
    },
    {
      text: 'صباح الغد',
      kind: 'datetime',
      value: '2024-03-13TMO',
      certainty: 'exact',
      from: '2024-03-13T05:00:00',
      to: '2024-03-13T12:00:00',
      fromPublication: true,
      describe: { ar: 'تاريخ ووقت: 2024-03-13TMO', en: 'date and time: 2024-03-13TMO' },
    },
    {
      text: 'بعد صيانة قصيرة',
      kind: 'relative_event',
      value: 'FUTURE_REF',
      certainty: 'unanchored',
      fromPublication: false,
      describe: {
        ar: 'منسوب إلى حدث: FUTURE_REF، يلزمه وقت مرجعي',
        en: 'relative to an event: FUTURE_REF, needs a reference time',
      },
    },
    {
      text: 'ثلاثة أشهر',
      kind: 'duration',
      value: 'P3M',
      certainty: 'exact',
      fromPublication: false,
      describe: { ar: 'مدة: P3M', en: 'duration: P3M' },
    },
    {
      text: 'العام الماضي',
      kind: 'date',
      value: '2023',
      certainty: 'approx',
      from: '2023-01-01T00:00:00',
      to: '2024-01-01T00:00:00',
      fromPublication: true,
      describe: { ar: 'تاريخ: 2023، تقريبي', en: 'date: 2023, approximate' },
    },
  ],
  pieces: [
    ['widget', 'widget/navigation', 'الرئيسية'],
    ['widget', 'widget/navigation', 'سياسة'],
    ['widget', 'widget/navigation', 'محليات'],
    ['widget', 'widget/navigation', 'اقتصاد'],
    ['widget', 'widget/navigation', 'رياضة'],
    ['widget', 'widget/navigation', 'ثقافة وفنون'],
    ['widget', 'widget/navigation', 'آراء'],
    ['title', 'title/printed', 'مرفأ تل السنديان يعود إلى العمل بعد إضراب دام أسبوعًا'],
    ['dateline', 'dateline/stamp', '2024-03-12 | 18:40 بيروت'],
    ['byline', 'byline/author', 'ليلى الصبّاغ'],
    ['widget', 'widget/share-bar', 'شارك'],
    ['widget', 'widget/font-size', 'حجم الخط + -'],
    ['caption', 'caption/picture', 'رافعات المرفأ متوقفة صباح أمس (أرشيف)'],
    ['source-credit', 'source-credit/agency', 'تل السنديان ـ وكالة الرافد'],
    [
      'body',
      'body/paragraph',
      'قال نقيب عمال المرفأ سامر الدهان، اليوم الثلاثاء، إن العمال اتفقوا مع الإدارة على إنهاء الإضراب الذي بدأ قبل أسبوع، وإن الرافعات الست ستعود إلى العمل صباح الغد بعد صيانة قصيرة.',
    ],
    ['related-link', 'related/marker', 'اقرأ أيضًا: شحّ الطحين يعيد الطوابير إلى أفران المدينة'],
    [
      'body',
      'body/paragraph',
      'وأضاف الدهان، نقلًا عن قناة الساحل، أن الإدارة تعهدت بدفع الأجور المتأخرة عن ثلاثة أشهر على دفعتين، من غير أن يحدد موعدًا للدفعة الثانية، وأن لجنة من خمسة عمال ستتابع التنفيذ مع مندوب عن وزارة النقل.',
    ],
    ['subhead', 'subhead/heading', 'الإدارة: لا زيادة في الأجور'],
    [
      'body',
      'body/paragraph',
      'ونفت إدارة المرفأ، في بيان، أن تكون قد وافقت على زيادة الأجور، وقالت إن الاتفاق «يقتصر على جدولة المتأخرات»، وإن ما تداولته بعض الصفحات عن زيادة نسبتها 12% «لا أساس له».',
    ],
    ['ad', 'ad/label', 'إعلان'],
    [
      'body',
      'body/paragraph',
      'وكان مصدر في الإدارة، طلب عدم ذكر اسمه، قد قال يوم الأحد إن الخسائر اليومية تقارب 40 ألف دولار، وإن سبع سفن تنتظر التفريغ قبالة الساحل. ولم يتسنَّ التحقق من الرقم من جهة مستقلة.',
    ],
    [
      'body',
      'body/paragraph',
      'ويعمل في المرفأ نحو 640 عاملًا، بحسب أرقام النقابة، وهو المنفذ البحري الوحيد لثلاث محافظات. وقد توقف العمل فيه مرتين خلال العام الماضي للسبب نفسه.',
    ],
    ['widget', 'widget/share-bar', 'شارك الخبر'],
    ['related-link', 'related/list', 'وزير النقل يزور المرفأ الأسبوع المقبل'],
    ['related-link', 'related/list', 'تجار تل السنديان يطالبون بإعفاء من غرامات التأخير'],
    ['related-link', 'related/list', 'السفينة «ندى» تغادر المياه الإقليمية'],
    ['teaser', 'teaser/after-end', 'أعلنت بلدية الخالدية أمس إغلاق الجسر القديم أمام الشاحنات حتى نهاية الشهر…'],
    ['comment-form', 'comment-form/form', 'اترك تعليقًا'],
    ['privacy-token', 'privacy-token/address', ''],
    ['privacy-token', 'privacy-token/place', ''],
  ],
}

const denial: Draft = {
  id: 'b27e9a01',
  outlet: 'وكالة الرافد',
  published: { local: '2024-03-12T15:05:00', grain: 'minute' },
  credits: [],
  pieces: [
    ['title', 'title/printed', 'إدارة مرفأ تل السنديان تنفي الموافقة على زيادة الأجور'],
    [
      'body',
      'body/paragraph',
      'نفت إدارة مرفأ تل السنديان، الثلاثاء، موافقتها على زيادة أجور العمال، وأكدت أن الاتفاق الذي أُعلن اليوم يقتصر على جدولة المتأخرات.',
    ],
    ['body', 'body/paragraph', 'وقالت في بيان تلقت الوكالة نسخة منه إن أي حديث عن نسبة زيادة محددة غير صحيح.'],
  ],
}

const HEADLINES: readonly (readonly [outlet: string | null, title: string | null, lead: string])[] = [
  [
    'قناة الساحل',
    'نقيب العمال: اتفاق قريب ينهي إضراب المرفأ',
    'قال نقيب عمال مرفأ تل السنديان للقناة إن مفاوضات الساعات الأخيرة «أحرزت تقدمًا»، وتوقع إعلان اتفاق قبل نهاية اليوم.',
  ],
  [
    'موقع الدفّة',
    'سبع سفن تنتظر قبالة تل السنديان والتجار يحذّرون من نقص السكر والأرز',
    'حذّر تجار الجملة في تل السنديان من نفاد المخزون خلال عشرة أيام إذا استمر توقف المرفأ، وقال أحدهم إن كلفة الانتظار تُحمَّل على المستهلك.',
  ],
  [
    'صحيفة المنارة',
    'شحّ الطحين يعيد الطوابير إلى أفران المدينة',
    'اصطف العشرات أمام أفران الحي الشرقي منذ الفجر، فيما قالت مديرية التموين إن الكميات كافية وإن الازدحام سببه الشائعات.',
  ],
  [
    'وكالة الرافد',
    'وزارة النقل تدعو طرفي النزاع في المرفأ إلى جلسة حوار',
    'دعت وزارة النقل إدارة مرفأ تل السنديان ونقابة العمال إلى جلسة حوار تُعقد الخميس في مقر الوزارة.',
  ],
  [
    null,
    'مرفأ تل السنديان: أسبوع من التوقف بالأرقام',
    'أربعون ألف دولار خسائر يومية، سبع سفن في الانتظار، ستمئة وأربعون عاملًا بلا أجور منذ ثلاثة أشهر.',
  ],
  ['إذاعة الوادي', null, 'أفاد مراسل الإذاعة بأن الحركة عادت تدريجيًا إلى محيط المرفأ بعد ظهر اليوم.'],
  [
    'موقع الدفّة',
    'بلدية الخالدية تغلق الجسر القديم أمام الشاحنات حتى نهاية الشهر',
    'أعلنت بلدية الخالدية إغلاق الجسر القديم أمام الشاحنات التي تزيد حمولتها على خمسة أطنان، بعد ظهور تشققات في دعامته الغربية.',
  ],
  [
    'Harbour Gazette',
    'Tell al-Sindyan port strike enters second week',
    'Dockworkers at the port of Tell al-Sindyan said on Monday they would stay out until three months of back pay had been settled in full.',
  ],
]

const filler = (index: number): Draft => {
  const [outlet = null, title = null, lead = ''] = HEADLINES[index % HEADLINES.length] ?? []
  const day = new Date(Date.UTC(2024, 2, 12 - Math.floor(index / 4), 14 - (index % 4) * 2, (index * 7) % 60))
  const local = day.toISOString().slice(0, 19)
  const body: Piece[] = [['body', 'body/paragraph', lead]]
  return {
    id: `f${String(index).padStart(7, '0')}`,
    outlet,
    published:
      index > 58 ? null : index % 5 === 4 ? { local: local.slice(0, 10), grain: 'day' } : { local, grain: 'minute' },
    pieces: title === null ? body : [['title', 'title/printed', title], ...body],
  }
}

const drafts: readonly Draft[] = [strike, denial, ...Array.from({ length: 60 }, (_, index) => filler(index))]

const isLatin = (text: string): boolean => /^[A-Za-z]/.test(text)

function build(draft: Draft): { document: ArticleDocument; page: CapturedPage; summary: ArticleSummary } {
  let text = ''
  let at = 0
  const segments: PageSegment[] = []
  const body: Paragraph[] = []
  let title: ArticleDocument['title'] = null
  for (const [label, rule, words] of draft.pieces) {
    const kept = KEPT.has(label)
    let article: PageSegment['article'] = null
    if (kept) {
      if (text !== '') text += '\n'
      article = { start: text.length, end: text.length + words.length }
      text += words
      if (label === 'title') title = { ...article, text: words }
      else body.push({ ...article, text: words, kind: label === 'subhead' ? 'subhead' : 'body' })
    }
    const reason = REASONS[rule] ?? { ar: rule, en: rule }
    const page = { start: at, end: at + Math.max(words.length, 12) }
    at = page.end + 1
    segments.push({ label, kept, text: words, rule, reason, page, article, continues: false })
  }
  const credits = (draft.credits ?? []).map((credit): Credit => {
    const piece = segments.find((segment) => segment.text.includes(credit.text))
    const start = piece === undefined ? undefined : piece.page.start + piece.text.indexOf(credit.text)
    return start === undefined ? credit : { ...credit, page: { start, end: start + credit.text.length } }
  })
  const metadata: Metadata = {
    authors: draft.byline === undefined ? [] : [draft.byline],
    credits,
    ...(draft.outlet === null ? {} : { outlet: { value: draft.outlet, from: 'meta' as const } }),
    ...(draft.byline === undefined ? {} : { byline: { value: draft.byline, from: 'text' as const } }),
    ...(draft.dateline === undefined ? {} : { dateline: { value: draft.dateline, from: 'text' as const } }),
    ...(draft.published === null
      ? {}
      : {
          published: {
            value: draft.published,
            from: 'text' as const,
            ...(draft.printed === undefined ? {} : { printed: { start: 40, end: 64, text: draft.printed } }),
          },
        }),
  }
  const times = (draft.times ?? []).map((time): TimeMention => {
    const start = text.indexOf(time.text)
    return { ...time, start, end: start + time.text.length }
  })
  const words = text.split(/\s+/u).length
  const direction = isLatin(text) ? 'ltr' : 'rtl'
  const language = direction === 'ltr' ? 'en' : 'ar'
  const capture: CaptureInfo = {
    sha256: `${draft.id}${'3b1f5e7a90c4d2e8'.repeat(4)}`.slice(0, 64),
    bytes: 18_240,
    kind: 'html',
    encoding: 'windows-1256',
    encodingFrom: 'sniffed',
    url: `https://almanara.example/news/${draft.id}`,
    capturedAt: '2024-03-13T07:20:00Z',
  }
  const counts = {
    kept: segments.filter((segment) => segment.kept).length,
    removed: segments.filter((segment) => !segment.kept).length,
    personal: segments.filter((segment) => segment.label === 'privacy-token').length,
  }
  const labels = [...new Set(segments.map(({ label }) => label))].map((label) => {
    const of = segments.filter((segment) => segment.label === label)
    return { label, segments: of.length, characters: of.reduce((sum, { text: t }) => sum + t.length, 0) }
  })
  const addedAt = '2024-03-13T08:00:00Z'
  return {
    document: {
      id: draft.id,
      text,
      title,
      headline: title?.text ?? null,
      body,
      times,
      ...(draft.annotate?.(text) ?? { entities: [], attributions: [], events: [] }),
      republishes: [],
      metadata,
      language,
      direction,
      words,
      capture,
      addedAt,
      version: 1,
      versions: [{ version: 1, analyser: '0.1.0', readAt: addedAt }],
      corrections: [],
      links: { self: `/api/v1/articles/${draft.id}`, page: `/api/v1/articles/${draft.id}/page`, original: capture.url },
    },
    page: { id: draft.id, capture, direction, segments, counts, labels },
    summary: {
      id: draft.id,
      title: title?.text ?? null,
      outlet: draft.outlet === null ? null : { name: draft.outlet },
      byline: draft.byline ?? null,
      published: draft.published,
      capturedAt: capture.capturedAt,
      addedAt,
      url: capture.url,
      language,
      direction,
      words,
      removals: counts.removed,
      opening: (body[0]?.text ?? '').slice(0, 240),
    },
  }
}

/** All articles, newest first. */
export const fixtures = drafts
  .map(build)
  .sort((a, b) => (b.summary.published?.local ?? '').localeCompare(a.summary.published?.local ?? ''))
