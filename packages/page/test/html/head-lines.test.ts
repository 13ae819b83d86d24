import { describe, expect, test } from 'vitest'
import { type GivenMetadata, readArticle } from '../../src/index.js'

const BODY = `<p>أعلنت هيئة ميناء المرفأ، الخميس، تشغيل خط عبارات ليلي بين الضفتين اعتبارا من مطلع الشهر المقبل، بمعدل رحلتين كل ساعة.</p>
<p>وقالت الهيئة إن كل قارب يتسع لستين راكبا، وإن التذاكر تباع في عين الوادي وعلى متن القوارب بسعرها المعتاد.</p>`

function metadataOf(head: string, title = 'المرفأ تفتح خط عبارات ليليا', given?: GivenMetadata) {
  const html = `<html lang="ar"><head><title>${title}</title></head><body><article><h1>المرفأ تفتح خط عبارات ليليا</h1>${head}<div class="article-body">${BODY}</div></article></body></html>`
  const outcome = readArticle({ bytes: new TextEncoder().encode(html), ...(given !== undefined && { given }) })
  if (!outcome.ok) throw new Error(outcome.reason.kind)
  const { text, body, metadata } = outcome.value.article
  return { metadata, body: body.map(({ start, end }) => text.value.slice(start, end)) }
}

describe('the writer under the headline', () => {
  test.each([
    ['rel=author', '<div><span rel="author">هند الشامي</span> <time>12/3/2031</time></div>', 'هند الشامي'],
    ['itemprop=author', '<div><b itemprop="author">عين الوادي – نبأ</b><i>12/3/2031</i></div>', 'عين الوادي – نبأ'],
    ['<address>', '<header><address>الضفة – هند الشامي</address><time>12/3/2031</time></header>', 'الضفة – هند الشامي'],
    ['a class', '<div class="mt"><span class="wr">هند الشامي</span><time>12/3/2031</time></div>', 'هند الشامي'],
    ['a class and no date', '<div class="c-by"><span>هند الشامي</span></div>', 'هند الشامي'],
    [
      'a link to the writer in a labelled span',
      '<p><span class="author-meta">كتبه <a href="/author/7/">فريق التحرير</a></span><span>أبريل 6, 2031</span></p>',
      'فريق التحرير',
    ],
    [
      'a correspondent',
      '<div><span>مراسل المرفأ - الضفة</span> <time>12/3/2031 - 09:05</time></div>',
      'مراسل المرفأ - الضفة',
    ],
    [
      'by shape beside a date',
      '<div><span>12/3/2031 02:15 م</span> | <span>عين الوادي / خاص</span></div>',
      'عين الوادي / خاص',
    ],
    ['a town in brackets', '<div class="byline"><span>هند الشامي (الضفة)</span></div>', 'هند الشامي (الضفة)'],
    [
      'a counter in a writer’s class is none',
      '<div class="by"><span>دقيقة للقراءة</span> <time>12/3/2031</time></div>',
      undefined,
    ],
    [
      'a photographer is none',
      '<div class="by"><span>تصوير: هند الشامي</span> <time>12/3/2031</time></div>',
      undefined,
    ],
    ['a section beside a date is none', '<div><span>أخبار محلية</span> <time>12/3/2031</time></div>', undefined],
  ])('%s', (_name, head, expected) => {
    const { metadata, body } = metadataOf(head)
    expect(metadata.byline?.value).toBe(expected)
    expect(body).toHaveLength(2)
  })
})

describe('the place under the headline', () => {
  test.each([
    [
      'an agency in brackets',
      '<div><span class="place">عين الوادي (نبأ)</span><time>12/3/2031</time><span>دقيقتان للقراءة</span></div>',
      'عين الوادي (نبأ)',
      ['agency:نبأ'],
    ],
    [
      'a paper in quotation marks',
      '<div><div>عين الوادي: «المرفأ»</div></div>',
      'عين الوادي: «المرفأ»',
      ['outlet:المرفأ'],
    ],
    [
      'place, agency and day',
      '<div><font>عين الوادي - نبأ - الخميس 8 أيار 2031</font><br></div>',
      'عين الوادي - نبأ - الخميس 8 أيار 2031',
      ['agency:نبأ'],
    ],
    ['a column', '<div><div class="field-place">زاوية: على مهل</div></div>', undefined, []],
  ])('%s', (_name, head, dateline, credits) => {
    const { metadata } = metadataOf(head)
    expect(metadata.dateline?.value).toBe(dateline)
    expect(metadata.credits.map(({ kind, name }) => `${kind}:${name}`)).toEqual(credits)
  })
})

describe('whom a byline credits', () => {
  test.each([
    ['نبأ', ['agency نبأ']],
    ['وكالة نبأ', ['agency وكالة نبأ']],
    ['الضفة - نبأ', ['agency نبأ']],
    ['الضفة: رويترز', ['agency رويترز']],
    ['الضفة - (رويترز):', ['agency رويترز']],
    ['المرفأ - عين الوادي', ['outlet المرفأ']],
    ['المرفأ – هند الشامي', []],
    ['الضفة - هند الشامي', []],
    ['هند الشامي', []],
    ['هند الشامي (كانساس)', []],
    ['عين الوادي / خاص', []],
    ['هند الشامي – متابعات', ['monitoring']],
    ['المرفأ - رصد', ['monitoring المرفأ']],
    ['الوكالات - عين الوادي', ['unnamed']],
  ])('«%s»', (byline, expected) => {
    const { metadata } = metadataOf('', 'المرفأ تفتح خط عبارات ليليا', { byline, outlet: 'صحيفة المرفأ' })
    expect(metadata.credits.map(({ kind, name }) => (name === undefined ? kind : `${kind} ${name}`))).toEqual(expected)
  })
})

describe('the house in <title>', () => {
  test.each([
    ['وكالة أنباء الضفة', 'وكالة أنباء الضفة'],
    ['الوكالة الضفافية الرسمية للأنباء - نبأ', 'الوكالة الضفافية الرسمية للأنباء'],
    ['المرفأ تفتح خط عبارات ليليا | صحيفة الضفاف', 'صحيفة الضفاف'],
    ['المرفأ تفتح خط عبارات ليليا | موقع', 'موقع'],
    ['المرفأ تفتح خط عبارات ليليا', undefined],
  ])('%s', (title, expected) => expect(metadataOf('', title).metadata.outlet?.value).toBe(expected))
})

test('what schema.org marks as a picture is no body', () => {
  const picture =
    '<div itemprop="image" itemscope itemtype="http://schema.org/ImageObject"><div>مبنى الهيئة في الضفة (نبأ)</div></div>'
  expect(metadataOf(picture).body.join(' ')).not.toContain('مبنى الهيئة')
})
