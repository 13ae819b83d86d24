import { readArticle } from '@isnad/page'
import type { Entry } from '../src/index.js'

export interface SampleOptions {
  readonly url?: string
  readonly title?: string
  readonly outlet?: string
  readonly published?: string
  readonly capturedAt?: string
  readonly analyser?: string
  readonly headers?: Readonly<Record<string, string>>
}

/** Reads a flattened page as the product does. Fails loudly when the sample does not read as an article. */
export function entryOf(text: string | Uint8Array, options: SampleOptions = {}): Entry {
  const { url, title, outlet, published, capturedAt, headers, analyser = '1.0.0' } = options
  const capture = {
    bytes: typeof text === 'string' ? new TextEncoder().encode(text) : text,
    ...(url !== undefined && { url }),
    ...(capturedAt !== undefined && { capturedAt }),
    ...(headers !== undefined && { headers }),
    given: {
      ...(title !== undefined && { title }),
      ...(outlet !== undefined && { outlet }),
      ...(published !== undefined && { published }),
    },
  }
  const read = readArticle(capture)
  if (!read.ok) throw new Error(`the sample does not read: ${JSON.stringify(read.reason)}`)
  return { capture, ...read.value, analyser }
}

const SENTENCES = [
  'قالت وزارة الموانئ في بيان إن ميناء سهيل استأنف العمل صباح الثلاثاء بعد توقف دام ثلاثة أيام بسبب العاصفة.',
  'وأضافت الوزارة أن أربع سفن محملة بالقمح دخلت الحوض الجنوبي، وأن تفريغ حمولتها سيستغرق أسبوعا كاملا.',
  'من جهته نفى مدير الشركة المشغلة سالم الراوي وقوع أضرار في الأرصفة، مؤكدا أن الرافعات تعمل بكامل طاقتها.',
  'وكانت مصادر محلية قد تحدثت عن إصابة عاملين اثنين بجروح طفيفة أثناء إجلاء العمال من الرصيف الرابع.',
  'ويعد ميناء سهيل ثاني أكبر موانئ الساحل، وتمر عبره نصف واردات البلاد من الحبوب والوقود والأدوية.',
  'ومن المقرر أن يزور رئيس الحكومة الميناء يوم الخميس المقبل للاطلاع على خطة توسعته التي تأخرت عامين.',
]

/** An article of its own for every number, so that a store can be filled with as many as a test needs. */
export const numbered = (n: number, options: SampleOptions = {}): Entry =>
  entryOf(`${SENTENCES.join('\n')}\nوهذا هو البيان رقم ${n} الصادر عن الوزارة منذ بداية العام الحالي.\n`, {
    title: `ميناء سهيل يستأنف العمل: البيان ${n}`,
    url: `https://sada.example/${n}`,
    outlet: n % 3 === 0 ? 'نبأ الساحل' : 'صدى الموانئ',
    published: new Date(Date.UTC(2020, 0, 1, 8, 0, 0) + n * 3_600_000).toISOString(),
    ...options,
  })
