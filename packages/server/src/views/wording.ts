import type { Rejection } from '@isnad/page'
import type { QueryProblem } from '@isnad/store'
import type { ProblemCode, RejectionReport, Wording } from '../contract/api-types.js'

/** The sentences that the API says in both languages of the interface. */

const languageName = (code: string, locale: 'ar' | 'en'): string =>
  new Intl.DisplayNames([locale], { type: 'language', fallback: 'code' }).of(code) ?? code

const megabytes = (bytes: number): string => `${Math.ceil(bytes / 1_000_000)} MB`

const rejectionWording = (rejection: Rejection): Wording => {
  switch (rejection.kind) {
    case 'empty':
      return { ar: 'الصفحة فارغة', en: 'The page is empty' }
    case 'binary':
      return { ar: `ليس نصًا (${rejection.type})`, en: `Not text (${rejection.type})` }
    case 'too-large':
      return {
        ar: `أكبر من أن تُقرأ: ${megabytes(rejection.bytes)}، والحد ${megabytes(rejection.limit)}`,
        en: `Too large to read: ${megabytes(rejection.bytes)}, the limit is ${megabytes(rejection.limit)}`,
      }
    case 'no-article':
      return {
        ar: `لا مادة في الصفحة (عدد كلماتها ${rejection.words})`,
        en: `No article on the page (it has ${rejection.words} words)`,
      }
    case 'other-language':
      return {
        ar: `لغة الصفحة ليست العربية بل ${languageName(rejection.language, 'ar')}`,
        en: `The page is not in Arabic but in ${languageName(rejection.language, 'en')}`,
      }
  }
}

/** A rejection with its sentence. */
export const reportRejection = (rejection: Rejection): RejectionReport => ({
  ...rejection,
  reason: rejectionWording(rejection),
})

const REJECTION_NAMES: Readonly<Record<Rejection['kind'], Wording>> = {
  empty: { ar: 'صفحة فارغة', en: 'Empty page' },
  binary: { ar: 'ليس نصًا', en: 'Not text' },
  'too-large': { ar: 'أكبر من الحد', en: 'Too large' },
  'no-article': { ar: 'لا مادة في الصفحة', en: 'No article on the page' },
  'other-language': { ar: 'بلغة غير العربية', en: 'Not in Arabic' },
}

/** What an error code means, what to do about it, and the HTTP status that carries it. */
export interface CodeMeaning {
  readonly status: 400 | 401 | 403 | 404 | 413 | 422 | 500 | 502 | 503 | 507
  readonly title: string
  readonly ar: string
  readonly repair: string
}

export const CODE_MEANINGS: Readonly<Record<ProblemCode, CodeMeaning>> = {
  LEXICON_INVALID: {
    status: 500,
    title: 'A language data file is broken',
    ar: 'ملف بيانات لغوية معطوب',
    repair: 'Restore the file named in the detail from the repository, then build again.',
  },
  INPUT_UNREADABLE: {
    status: 422,
    title: 'An input cannot be read',
    ar: 'تعذّرت قراءة الملف',
    repair: 'Check that the file exists and that you may read it.',
  },
  INPUT_INVALID: {
    status: 400,
    title: 'An input is not what it should be',
    ar: 'المدخل غير صالح',
    repair: 'Correct what the detail names and send it again.',
  },
  STORE_LOCKED: {
    status: 503,
    title: 'Another process has the data folder open',
    ar: 'مجلد البيانات مفتوح في عملية أخرى',
    repair: 'Wait for that process or stop it; `isnad doctor` says which it is.',
  },
  STORE_UNREACHABLE: {
    status: 503,
    title: 'The store does not answer',
    ar: 'مخزن البيانات لا يجيب',
    repair: 'Check DATABASE_URL or the data folder with `isnad doctor`.',
  },
  STORE_UNWRITABLE: {
    status: 503,
    title: 'The data folder cannot be written to',
    ar: 'تعذّرت الكتابة في مجلد البيانات',
    repair: 'Give this user the right to write there, or choose another folder with --data.',
  },
  STORE_FULL: {
    status: 507,
    title: 'The disk is full',
    ar: 'القرص ممتلئ',
    repair: 'Free some space, then repeat; what was stored before is whole.',
  },
  STORE_TOO_NEW: {
    status: 503,
    title: 'A newer Isnad wrote this store',
    ar: 'كتب هذا المخزن إصدار أحدث من إسناد',
    repair: 'Run that newer version, or choose another folder with --data.',
  },
  SERVER_UNREACHABLE: {
    status: 502,
    title: 'The server does not answer',
    ar: 'الخادم لا يجيب',
    repair: 'Check the address, or start it with `isnad serve`.',
  },
  USAGE: {
    status: 400,
    title: 'The request was worded wrongly',
    ar: 'صياغة الطلب خاطئة',
    repair: 'See the documentation of the command or address.',
  },
  NOT_FOUND: {
    status: 404,
    title: 'There is no such thing',
    ar: 'لا وجود له',
    repair: 'Check the address or id; a deleted article is named in the log.',
  },
  UNAUTHORISED: {
    status: 401,
    title: 'The server asks for its token',
    ar: 'يطلب الخادم رمز الدخول',
    repair: 'Send `Authorization: Bearer TOKEN`, or open the address that `isnad serve` printed.',
  },
  FORBIDDEN: {
    status: 403,
    title: 'The request comes from a place that this server does not answer to',
    ar: 'الطلب من مصدر لا يجيبه هذا الخادم',
    repair: 'Open the address that `isnad serve` printed, by that very name.',
  },
  TOO_LARGE: {
    status: 413,
    title: 'The request is too large',
    ar: 'الطلب أكبر من الحد',
    repair: 'Send fewer captures at once, or a smaller page.',
  },
  BUSY: {
    status: 503,
    title: 'The ingest queue is full',
    ar: 'طابور الإدخال ممتلئ',
    repair: 'Wait for the seconds that the Retry-After header names, then send again.',
  },
  INTERNAL: {
    status: 500,
    title: 'Something broke in Isnad',
    ar: 'خلل في إسناد',
    repair: 'Report it with the detail and what you did before.',
  },
}

/** What to call the kind of a kept failure: a kind of rejection, or an error code. */
export const failureWording = (kind: string): Wording => {
  const rejection = (REJECTION_NAMES as Readonly<Record<string, Wording | undefined>>)[kind]
  if (rejection !== undefined) return rejection
  const code = (CODE_MEANINGS as Readonly<Record<string, CodeMeaning | undefined>>)[kind]
  return code === undefined ? { ar: kind, en: kind } : { ar: code.ar, en: code.title }
}

/** Why a part of a query was set aside. */
export const queryProblemWording = ({ kind, text, suggestion }: QueryProblem): Wording => {
  switch (kind) {
    case 'unknown-operator':
      return suggestion === undefined
        ? { ar: `لا معامل بحث اسمه «${text}»`, en: `There is no operator “${text}”` }
        : {
            ar: `لا معامل بحث اسمه «${text}»؛ لعله ${suggestion}`,
            en: `There is no operator “${text}”; did you mean ${suggestion}`,
          }
    case 'empty-value':
      return { ar: `لا قيمة بعد «${text}»`, en: `“${text}” has no value` }
    case 'bad-date':
      return {
        ar: `«${text}» ليس تاريخًا؛ اكتب 2021 أو 2021-03 أو 2021-03-05`,
        en: `“${text}” is not a date; write 2021, 2021-03 or 2021-03-05`,
      }
    case 'open-quote':
      return { ar: 'علامة اقتباس لم تُغلق', en: 'A quotation mark is not closed' }
    case 'too-many-words':
      return { ar: 'كلمات البحث أكثر من الحد', en: 'The query has too many words' }
  }
}
