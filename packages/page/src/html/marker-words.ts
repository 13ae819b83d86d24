import { headlineKey } from './title.js'

/**
 * Short lines that say of themselves that they are no part of the story, in the languages that our pages come in. Whole lines
 * only, compared without marks and punctuation. The Arabic and Persian wordings inside longer lines are the line reader's work.
 */
const LABELS: Readonly<Record<string, readonly string[]>> = {
  'ad/label': [
    'advert',
    'advertisement',
    'advertising',
    'ad',
    'ads',
    'sponsored',
    'sponsored content',
    'promoted',
    'iklan',
    'anzeige',
    'werbung',
    'publicité',
    'publicidad',
    'publicidade',
    'pubblicità',
    'reklama',
    'реклама',
    'reklam',
    'إعلان',
    'إعلانات',
    'اعلان',
    'آگهی',
    'تبلیغات',
    'story continues below',
    'article continues below',
    'story continues below advertisement',
    'article continues after ad',
    'continue reading below',
    'continue reading the main story',
    'scroll to continue',
  ],
  'related/marker': [
    'read more',
    'read also',
    'see also',
    'see more',
    'related',
    'related articles',
    'related stories',
    'related news',
    'related content',
    'related topics',
    'more',
    'more on this',
    'more on this story',
    'more stories',
    'more news',
    'dont miss',
    'don t miss',
    'you may also like',
    'you might also like',
    'recommended',
    'recommended for you',
    'most read',
    'most popular',
    'most viewed',
    'trending',
    'trending now',
    'read next',
    'up next',
    'lire aussi',
    'à lire aussi',
    'mehr zum thema',
    'lesen sie auch',
    'lee también',
    'leia também',
    'leia mais',
    'leggi anche',
    'baca juga',
    'читайте также',
    'اقرأ أيضا',
    'اقرا ايضا',
    'اقرأ المزيد',
    'إقرأ أيضا',
    'شاهد أيضا',
    'مواضيع ذات صلة',
    'مقالات ذات صلة',
    'أخبار ذات صلة',
    'قد يهمك',
    'قد يعجبك أيضا',
    'الأكثر قراءة',
    'بیشتر بخوانید',
    'اخبار مرتبط',
    'مطالب مرتبط',
  ],
  'widget/share-bar': [
    'share',
    'share this',
    'share this article',
    'share this story',
    'share on facebook',
    'share on twitter',
    'tweet',
    'facebook',
    'twitter',
    'whatsapp',
    'email',
    'e mail',
    'print',
    'copy link',
    'save',
    'follow us',
    'شارك',
    'مشاركة',
    'شارك المقال',
    'شارك الخبر',
    'طباعة',
    'اشتراک گذاری',
    'compartir',
    'partager',
    'teilen',
    'condividi',
  ],
  'comment-form/form': [
    'comments',
    'comment',
    'no comments',
    'leave a comment',
    'leave a reply',
    'post a comment',
    'join the conversation',
    'tell us what you think',
    'add a comment',
    'view comments',
    'show comments',
    'تعليقات',
    'التعليقات',
    'أضف تعليقا',
    'اترك تعليقا',
    'نظرات',
    'kommentare',
    'commentaires',
    'comentarios',
    'comentários',
  ],
  'widget/media': [
    'close',
    'play',
    'loading',
    'click to play',
    'watch now',
    'watch live',
    'tap to unmute',
    'replay',
    'next',
    'previous',
    'show more',
    'view all',
    'expand',
    'hide caption',
    'toggle caption',
    'enlarge this image',
    'view gallery',
    'التالي',
    'السابق',
    'إغلاق',
  ],
}

let lines: ReadonlyMap<string, string> | undefined

/** The rule for a line that is a label and nothing else; undefined for any other. */
export function labelRule(text: string): string | undefined {
  if (text.length > 60) return undefined
  if (lines === undefined) {
    const table = new Map<string, string>()
    for (const [rule, list] of Object.entries(LABELS)) for (const line of list) table.set(headlineKey(line), rule)
    lines = table
  }
  return lines.get(headlineKey(text))
}

const CHANNEL =
  /\b(?:facebook|twitter|instagram|youtube|whatsapp|telegram|tiktok|newsletters?|subscribe|subscribing|sign up|follow us|follow (?:him|her|them|me) on|join us|join our|inbox|app store|google play|download (?:our|the) app|click here|membership|e-?mail(?: us)?|podcast)\b|(?<!\S)@\w{3,}|[\w.+-]+@[\w-]+\.\w|(?:تابعونا|تابعنا|اشترك|للاشتراك|النشرة البريدية|حملوا? تطبيق|فيسبوك|تويتر|انستغرام|إنستغرام|يوتيوب|واتساب|تلغرام|تيليجرام|قناتنا|صفحتنا)/giu

/** How many different ways a block names to stay in touch with the outlet or its writer. */
export function channelsNamed(text: string): number {
  if (text.length > 600) return 0
  const found = text.match(CHANNEL)
  return found === null ? 0 : new Set(found.map((word) => word.toLowerCase())).size
}

const STAMP =
  /(?:^|\D)(?:[01]?\d|2[0-3])[:.h][0-5]\d(?:\D|$)|(?:^|\D)(?:19|20)\d\d(?:\D|$)|[٠-٩]{4}|[۰-۹]{4}|[٠-٩]{1,2}:[٠-٩]{2}|[۰-۹]{1,2}:[۰-۹]{2}/u

/** True for a short line that holds a year or an hour. */
export const looksStamped = (text: string): boolean => text.length < 140 && STAMP.test(text)

/** Looked for first, since nearly every block has none of them. */
const HINTS = ['ookie', 'OOKIE', 'الارتباط', 'كوكيز', 'کوکی']
const COOKIES = /\bcookies?\b|ملفات (?:تعريف )?الارتباط|الكوكيز|کوکی/giu

/** True for the notices that ask leave to set cookies: they name them again and again, in words of the law. */
export function isCookieNotice(text: string): boolean {
  if (text.length > 1500 || !HINTS.some((hint) => text.includes(hint))) return false
  const named = text.match(COOKIES)?.length ?? 0
  return (
    named >= 3 ||
    (named >= 1 &&
      text.length < 400 &&
      /\b(?:website|site|browser|consent|privacy|experience|politique|datenschutz)\b|موقع|المتصفح|الخصوصية|سایت/iu.test(
        text,
      ))
  )
}
