/** What the class, id, role and itemprop words of an element say about the text in it. */
export type Region =
  | 'comments'
  | 'related'
  | 'share'
  | 'newsletter'
  | 'ad'
  | 'navigation'
  | 'footer'
  | 'sidebar'
  | 'author'
  | 'dateline'
  | 'tags'
  | 'caption'
  | 'picture'
  | 'gallery'
  | 'tools'
  | 'toc'
  | 'pullquote'
  | 'notice'
  | 'hidden'
  | 'deck'
  | 'card'

/**
 * Words as site builders write them: split at hyphens, underscores and humps, in lower case. A pair of words must stand next to
 * each other. Collected from the conventions of WordPress, Drupal, Joomla, Arc, Méthode, Escenic, Blogger and the Arabic and
 * Persian in-house systems, which name their classes in English; none of them belongs to one site.
 */
const REGION_WORDS: Readonly<Record<Region, string>> = {
  // Readers' remarks name private people and other affairs.
  comments:
    'comments commentlist comment-list comment-form comment-area comment-section comment-box comment-body comment-content ' +
    'comment-respond commentform disqus livefyre viafoura spotim fbcomments fb-comments respond discussion conversation ' +
    'reader-comments comments-area user-comments coral replies hypercomments cackle',
  // Headlines of other stories: they would plant events that this article does not tell.
  related:
    'related relatedposts related-posts relatedarticles related-articles related-news related-stories related-content ' +
    'related-links recommended recommendation recommendations recirc recirculation read-more readmore read-also readalso see-also ' +
    'seealso more-stories more-news more-from more-on more-articles most-read mostread most-popular most-viewed most-recent popular ' +
    'trending latest latest-news also-like you-may may-like outbrain taboola zergnet revcontent mgid dable plista teaser teasers ' +
    'promo promos suggested suggestions next-article next-post prev-post previous-post post-nav post-navigation nav-links prev-next next-prev ' +
    'yarpp jp-relatedposts crp rp4wp up-next upnext read-next readnext further-reading inline-link ' +
    'interlink ricirc linkstack link-stack story-list headline-list news-list top-stories top-news topstories ' +
    'editor-picks editors-picks dont-miss recent-posts recentposts other-news othernews same-news similar ' +
    'incontent-related cross-link internal-link',
  share:
    'share sharing shares social socials socialbar sharebar share-bar addthis addtoany sharethis sharedaddy share-buttons ' +
    'share-this follow-us followus follow social-share social-links social-media sociallinks a2a ssba heateor whatsapp',
  newsletter:
    'newsletter newsletters signup sign-up subscribe subscription optin opt-in mc4wp mailchimp mailing mailing-list ' +
    'email-signup paywall regwall piano membership registration cta call-to-action upsell adblock ad-block donate donation support-us promo-box',
  ad:
    'ad ads advert adverts advertisement advertisements advertising adsbygoogle dfp gpt adslot ad-slot ad-unit adunit ad-container ' +
    'adbox sponsor sponsored sponsors sponsorship commercial banner banners doubleclick teads native-ad ' +
    'affiliate ad-wrapper google-auto',
  navigation:
    'nav navigation navbar navmenu menu menus submenu breadcrumb breadcrumbs crumbs pagination pager pagenavi topbar top-bar ' +
    'toolbar skip-link sitemap ticker breaking-news newsticker marquee site-header masthead global-header page-header-nav offcanvas ' +
    'drawer hamburger search searchform search-form search-box login language-switcher languages',
  footer: 'footer site-footer page-footer global-footer colophon copyright copyrights copy-right',
  sidebar:
    'sidebar side-bar rail right-rail rightrail left-rail widget widgets widget-area aside secondary complementary',
  // Who wrote it is metadata, and the card about them is not the story.
  author:
    'byline bylines author authors author-box authorbox author-bio author-info about-author author-card author-name ' +
    'bio biography contributor contributors writer writers journalist reporter post-author entry-author vcard avatar',
  dateline:
    'date dates timestamp datetime publish-date article-created created-at pubdate post-date entry-date post-meta entry-meta article-meta ' +
    'meta-info metadata meta-data metabar posted-on dateline news-date article-date last-updated updated',
  tags: 'tags taglist tag-list tags-links tag-links tagcloud keywords topics post-tags entry-tags article-tags categories cat-links hashtags',
  caption:
    'caption captions wp-caption-text figcaption image-caption photo-caption media-caption img-caption picture-caption ' +
    'photo-credit image-credit img-credit credits photo-info image-source media-credit video-caption cutline credit',
  picture:
    'photo photos image images img picture pictures thumbnail thumb illustration media-copyright inject-copy photographer',
  gallery: 'gallery slideshow carousel slider lightbox slick swiper thumbnails thumbs photogallery photo-gallery',
  tools:
    'print printfriendly font-size fontsize text-size textsize rating ratings vote voting poll polls quiz survey jwplayer ' +
    'video-player videoplayer audio-player report-error feedback reactions like-button page-tools article-tools',
  toc: 'toc table-of-contents ez-toc tableofcontents jump-links',
  pullquote: 'pullquote pull-quote pullquotes quote-box blockquote-pull',
  notice:
    'cookie cookies gdpr consent disclaimer terms privacy-policy modal popup pop-up overlay toast notification notifications lightbox',
  hidden: 'hidden hide d-none dn is-hidden u-hide offscreen invisible hidden-xs',
  card: '',
  deck: 'subtitle sub-title subheadline sub-headline dek deck standfirst kicker eyebrow overline strapline',
}

/**
 * Characters outside links that a region of the kind may hold and still be believed: a «date» of three thousand characters is
 * no date, and an «image» wrapper may hold a whole story.
 */
export const REGION_LIMIT: Readonly<Partial<Record<Region, number>>> = {
  share: 800,
  author: 1500,
  dateline: 300,
  tags: 600,
  caption: 900,
  picture: 400,
  tools: 800,
  pullquote: 700,
  deck: 500,
  hidden: 900,
  card: 900,
}

/** Words that name the article's own text, with their weight. */
const BODY_WORDS: Readonly<Record<string, number>> = {
  'articlebody article-body story-body storybody post-body postbody news-body newsbody body-text bodytext article-text articletext': 3,
  'entry-content post-content article-content articlecontent story-content storycontent news-content newscontent article-copy': 3,
  'news-text newstext story-text storytext post-text text-content content-text full-text fulltext item-full news-details': 3,
  'field-body name-body node-content news-detail newsdetail article-details detail-content detail-body details-content': 3,
  'body-content content-body main-text maintext paragraphs rich-text richtext wysiwyg prose': 2,
  'body-copy copy-body article-main article-page article-inner entry-body entry-text single-content page-content': 2,
  'article story post entry articulo artikel noticia nota cuerpo inhalt contenu texto texte testo': 1,
  'content main text body': 0.5,
}

interface WordSays {
  region: Region | undefined
  body: number | undefined
  /** What the word says together with the next. */
  pairs: Map<string, WordSays> | undefined
}

let table: ReadonlyMap<string, WordSays> | undefined

/** The two lists by word; a pair stands under its first word. */
function classWordTable(): ReadonlyMap<string, WordSays> {
  if (table !== undefined) return table
  const words = new Map<string, WordSays>()
  const entryIn = (map: Map<string, WordSays>, word: string): WordSays => {
    const entry = map.get(word) ?? { region: undefined, body: undefined, pairs: undefined }
    map.set(word, entry)
    return entry
  }
  const entryOf = (listed: string): WordSays => {
    const hyphen = listed.indexOf('-')
    if (hyphen < 0) return entryIn(words, listed)
    const first = entryIn(words, listed.slice(0, hyphen))
    first.pairs ??= new Map()
    return entryIn(first.pairs, listed.slice(hyphen + 1))
  }
  for (const [region, list] of Object.entries(REGION_WORDS)) {
    for (const word of list.split(' ').filter((w) => w !== '')) entryOf(word).region = region as Region
  }
  for (const [list, weight] of Object.entries(BODY_WORDS))
    for (const word of list.split(' ')) entryOf(word).body = weight
  table = words
  return words
}

/** Splits class and id values into lower-case words: `articleBody js-Story_text` → article, body, js, story, text. */
export function splitWords(value: string): string[] {
  const words: string[] = []
  const end = Math.min(value.length, LONGEST_VALUE)
  let from = -1
  for (let i = 0; i <= end; i++) {
    const code = i < end ? value.charCodeAt(i) : 0
    const lower = (code >= 97 && code <= 122) || (code >= 48 && code <= 57) || code > 127
    const upper = code >= 65 && code <= 90
    if (from >= 0 && ((!lower && !upper) || (upper && isLower(value.charCodeAt(i - 1))))) {
      words.push(value.slice(from, i).toLowerCase())
      from = -1
    }
    if (from < 0 && (lower || upper)) from = i
  }
  return words
}

const LONGEST_VALUE = 400

const isLower = (code: number): boolean => (code >= 97 && code <= 122) || (code >= 48 && code <= 57)

/** What one class or id value says; cached, since a page repeats its classes. */
export interface NamedBy {
  readonly region: Region | undefined
  readonly body: number
  /** The value speaks of an embedded post, which belongs to the text although its classes name social media. */
  readonly embedded: boolean
}

/** Looks a class or id value up word by word and pair by pair; the first region named wins. */
export function namedBy(value: string): NamedBy {
  const said = classWordTable()
  let region: Region | undefined
  let body = 0
  let embedded = false
  const words = splitWords(value)
  for (let i = 0; i < words.length; i++) {
    const word = words[i] as string
    if (word === 'embed' || word === 'tweet') embedded = true
    const says = said.get(word)
    if (says === undefined) continue
    const next = words[i + 1]
    const pair = next === undefined ? undefined : says.pairs?.get(next)
    region ??= pair?.region ?? says.region
    body = Math.max(body, pair?.body ?? says.body ?? 0)
  }
  return { region, body, embedded }
}
