import type { BlockLabel } from './article.js'

/** What a rule decides, and how its reason is worded to a reader who asks why something was taken out. */
export interface Rule {
  readonly label: BlockLabel
  /** Short name of the reason, shared by rules that a reader need not tell apart. */
  readonly reason: string
  readonly ar: string
  readonly en: string
}

const rule = (label: BlockLabel, reason: string, ar: string, en: string): Rule => ({ label, reason, ar, en })

/** Every rule that labels a block, of flattened text and of HTML alike. A block's `rule` is a key of this table. */
export const RULES = {
  'title/printed': rule('title', 'title', 'عنوان المادة كما طُبع', 'The headline as printed'),
  'title/given': rule('title', 'title', 'العنوان الذي جاء مع الصفحة', 'The headline that came with the page'),
  'title/repeated': rule('title', 'repeated-title', 'تكرار للعنوان', 'The headline once more'),

  'body/paragraph': rule('body', 'body', 'فقرة من المادة', 'A paragraph of the story'),
  'body/line': rule('body', 'body', 'سطر قصير من المادة', 'A short line of the story'),
  'body/list-item': rule('body', 'body', 'بند من قائمة في المادة', 'An item of a list in the story'),
  'body/verse': rule('body', 'body', 'بيت شعر في المادة', 'A verse quoted in the story'),
  'subhead/heading': rule('subhead', 'subhead', 'عنوان فرعي', 'A heading inside the story'),

  'kicker/section': rule(
    'kicker',
    'kicker',
    'اسم القسم أو الملف فوق العنوان',
    'Section or file name above the headline',
  ),
  'kicker/deck': rule('kicker', 'kicker', 'سطور تمهيدية ملحقة بالعنوان', 'Deck lines set with the headline'),
  'dateline/stamp': rule('dateline', 'dateline', 'تاريخ النشر أو ساعته', 'Date or hour of publication'),
  'dateline/place': rule('dateline', 'dateline', 'مكان الخبر ومصدره قبل النص', 'Place and agency before the text'),
  'byline/author': rule('byline', 'byline', 'اسم الكاتب أو الجهة', 'Who wrote it'),
  'byline/contact': rule('byline', 'byline', 'عنوان التواصل مع الكاتب', 'How to reach the writer'),

  'caption/picture': rule('caption', 'caption', 'تعليق على صورة', 'A picture caption'),
  'caption/credit': rule('caption', 'photo-credit', 'صاحب الصورة', 'A picture credit'),
  'caption/pull-quote': rule('caption', 'pull-quote', 'اقتباس مكرر للعرض', 'A pull quote set apart'),

  'related/marker': rule('related-link', 'related-links', 'رابط «اقرأ أيضاً»', 'A "read also" link'),
  'related/list': rule(
    'related-link',
    'related-links',
    'عنوان في قائمة مواد أخرى',
    'A headline in a list of other stories',
  ),
  'related/run': rule(
    'related-link',
    'related-links',
    'عناوين مواد أخرى وسط النص',
    'Headlines of other stories amid the text',
  ),
  'related/lone': rule(
    'related-link',
    'related-links',
    'عنوان مادة أخرى وسط النص',
    'The headline of another story amid the text',
  ),
  'related/box': rule('related-link', 'related-links', 'صندوق مواد ذات صلة', 'A box of related stories'),
  'related/linked-line': rule(
    'related-link',
    'related-links',
    'سطر كله رابط إلى مادة أخرى',
    'A line that is one link to another page',
  ),
  'related/heading': rule(
    'related-link',
    'related-links',
    'عنوان لقسم أزيل ما تحته',
    'The heading of a part that was taken out',
  ),
  'related/outside': rule('related-link', 'other-headlines', 'عنوان خارج المادة', 'A headline outside the story'),
  'teaser/card': rule('teaser', 'teasers', 'بطاقة مادة أخرى', 'The card of another story'),
  'teaser/after-end': rule(
    'teaser',
    'teasers',
    'مطلع خبر آخر بعد نهاية المادة',
    'Opening of another story after the end',
  ),

  'widget/navigation': rule('widget', 'navigation', 'قائمة تصفح', 'Navigation'),
  'widget/share-bar': rule('widget', 'share-bar', 'أزرار المشاركة', 'Share buttons'),
  'widget/font-size': rule('widget', 'font-size', 'أداة حجم الخط', 'Font size control'),
  'widget/counter': rule('widget', 'counter', 'عدّاد قراءات أو إعجاب', 'A counter of views or likes'),
  'widget/search-box': rule('widget', 'search-box', 'صندوق البحث', 'A search box'),
  'widget/sign-in': rule('widget', 'sign-in', 'تسجيل أو اشتراك', 'Sign-in or subscription form'),
  'widget/cookie-notice': rule('widget', 'cookie-notice', 'إشعار ملفات الارتباط', 'A cookie notice'),
  'widget/sms-box': rule('widget', 'sms-box', 'صندوق الرسائل القصيرة', 'A text-message box'),
  'widget/permalink': rule('widget', 'permalink', 'رابط المادة نفسها', "The story's own link"),
  'widget/media': rule('widget', 'media', 'مشغّل صوت أو صورة', 'A media player or gallery control'),
  'widget/footer': rule('widget', 'footer', 'تذييل الصفحة', 'The page footer'),
  'widget/tools': rule('widget', 'tools', 'أداة من أدوات الصفحة', 'A control of the page'),
  'widget/hidden': rule('widget', 'hidden', 'نص لا يراه القارئ', 'Text that readers do not see'),
  'widget/outside': rule('widget', 'outside-article', 'خارج المادة', 'Outside the story'),

  'ad/shortcode': rule('ad', 'shortcode', 'رمز إعلان لم يُنفَّذ', 'An advertising shortcode'),
  'ad/label': rule('ad', 'advertisement', 'إعلان', 'Advertising'),
  'ad/promotion': rule('ad', 'promotion', 'دعوة إلى متابعة الموقع أو تطبيقه', "Promotion of the site's own channels"),

  'greeting/site': rule('greeting', 'greeting', 'ترحيب الموقع بالزائر', "The site's greeting"),

  'comment-form/form': rule('comment-form', 'comment-form', 'نموذج التعليق', 'The comment form'),
  'comment-form/policy': rule('comment-form', 'comment-policy', 'سياسة التعليقات', 'The comment policy'),
  'comment-form/comment': rule('comment-form', 'comments', 'تعليقات القراء', "Readers' comments"),

  'privacy-token/address': rule(
    'privacy-token',
    'visitor-address',
    'عنوان شبكة الزائر',
    "The visitor's network address",
  ),
  'privacy-token/place': rule('privacy-token', 'visitor-place', 'موقع الزائر', "The visitor's place"),
  'privacy-token/agent': rule('privacy-token', 'visitor-browser', 'متصفح الزائر', "The visitor's browser"),

  'source-credit/agency': rule(
    'source-credit',
    'source-credit',
    'توقيع وكالة أو جهة',
    'Signature of an agency or outlet',
  ),
  'source-credit/taken-from': rule(
    'source-credit',
    'source-credit',
    'إسناد إلى ناشر آخر',
    'Credit to another publisher',
  ),
  'source-credit/own': rule(
    'source-credit',
    'source-credit',
    'توقيع الموقع نفسه مع المكان',
    'The outlet signs itself, with the place',
  ),
  'source-credit/monitoring': rule('source-credit', 'source-credit', 'رصد أو متابعات', 'Compiled from other media'),
  'source-credit/unnamed': rule(
    'source-credit',
    'source-credit',
    'إشارة إلى مصدر بلا اسم',
    'A source credit without a name',
  ),

  'toc/heading': rule('toc', 'contents', 'محتويات المقال', 'Table of contents'),
  'toc/entry': rule('toc', 'contents', 'بند من محتويات المقال', 'An entry of the contents'),

  'other/separator': rule('other', 'separator', 'فاصل', 'A separator'),
  'other/tags': rule('other', 'tags', 'وسوم', 'Tags'),
  'other/copyright': rule('other', 'copyright', 'حقوق النشر', 'A copyright line'),
  'other/masthead': rule('other', 'masthead', 'بيانات الناشر', 'The masthead'),
  'other/identifier': rule('other', 'identifier', 'رقم داخلي', 'An internal identifier'),
  'other/disclaimer': rule('other', 'disclaimer', 'إخلاء مسؤولية', 'A disclaimer'),
  'other/end-mark': rule('other', 'end-mark', 'علامة نهاية الخبر', 'The end mark of a dispatch'),
  'other/image-file': rule('other', 'image-file', 'اسم ملف صورة', 'The name of a picture file'),
  'other/metadata': rule('other', 'metadata', 'بيانات وصفية', 'Metadata'),
  'other/site-name': rule('other', 'site-name', 'اسم الموقع', 'The name of the site'),
  'other/after-text': rule('other', 'after-text', 'سطر قصير بعد نهاية النص', 'A short line after the end of the text'),
  'other/outside': rule('other', 'outside-article', 'خارج المادة', 'Outside the story'),
} as const satisfies Readonly<Record<string, Rule>>

export type RuleId = keyof typeof RULES

/** The rule behind an id; undefined for an id that no rule has. */
export const ruleOf = (id: string): Rule | undefined => (RULES as Readonly<Record<string, Rule>>)[id]
