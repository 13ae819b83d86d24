/** Why a decision about lineage was taken: a stable code, and the figures it rests on. */
export interface Reason {
  readonly code: ReasonCode
  readonly figures: Readonly<Record<string, number>>
}

export type ReasonCode =
  | 'same-text'
  | 'mostly-contained'
  | 'reworded'
  | 'shared-wording'
  | 'little-in-common'
  | 'frame-repeated'
  | 'frame-other-figures'
  | 'frame-other-names'
  | 'frame-of-the-day'
  | 'frame-days-later'
  | 'days-apart'
  | 'earlier'
  | 'only-candidate'
  | 'shared-edits'
  | 'fewest-changes'
  | 'credits-outlet'
  | 'undated'
  | 'joins-others'

/** Each code in words, with the figures of `Reason.figures` by name in braces. */
export const REASON_WORDS: Readonly<Record<ReasonCode, { readonly ar: string; readonly en: string }>> = {
  'same-text': { ar: 'النصان واحد', en: 'the two texts are the same' },
  'mostly-contained': {
    ar: 'أكثر كلام النص الأقصر ({overlap}%) في الآخر بلفظه',
    en: '{overlap}% of the shorter text stands in the other in its wording',
  },
  reworded: {
    ar: 'أخذ من الآخر {overlap}% وغيّر صياغته',
    en: '{overlap}% descends from one text, in changed wording',
  },
  'shared-wording': {
    ar: 'مقطع مشترك من {words} كلمة، والباقي مختلف',
    en: 'a passage of {words} words is shared, the rest is not',
  },
  'little-in-common': { ar: 'لا مقطع مشتركا يعتد به', en: 'no shared passage to speak of' },
  'frame-repeated': {
    ar: 'صيغة واحدة تتكرر {times} مرات في أحد النصين',
    en: 'one formula comes back {times} times in one of the texts',
  },
  'frame-other-figures': {
    ar: 'الصيغة واحدة و{figures} من الأرقام مختلفة',
    en: 'one formula with {figures} other figures in it',
  },
  'frame-other-names': {
    ar: 'الصيغة واحدة وأسماء أخرى في {names} من مواضعها',
    en: 'one formula with other names in {names} of its places',
  },
  'frame-of-the-day': {
    ar: 'نشرة يومية، وبين النصين {days} يوما',
    en: 'a bulletin of the day, {days} days apart',
  },
  'frame-days-later': {
    ar: 'الصيغة نفسها بعد {days} يوما وقد تغيرت {filled} من أسمائها وأرقامها',
    en: 'the same formula {days} days later, with {filled} other names and figures',
  },
  'days-apart': { ar: 'بين النصين {days} يوما', en: '{days} days lie between the two' },
  earlier: { ar: 'نشر قبله بـ{hours} ساعة', en: 'published {hours} hours before' },
  'only-candidate': { ar: 'لا نص غيره أسبق منه', en: 'no other text precedes it' },
  'shared-edits': {
    ar: 'يشتركان في تغييرات لا توجد في الأصل ({of} تغييرا في الأصل، {left} عند هذا)',
    en: 'they share changes that the first text lacks ({of} changes against it, {left} against this one)',
  },
  'fewest-changes': { ar: 'أقل النصوص اختلافا عنه ({changes})', en: 'differs least from it ({changes} changes)' },
  'credits-outlet': { ar: 'ينسب الخبر إلى ناشر هذا النص', en: 'credits the publisher of this text' },
  'joins-others': {
    ar: 'جمع من نصوص لا صلة بينها ({sources})، فهو بعدها وإن قال تاريخه غير ذلك',
    en: 'put together from texts that are strangers to each other ({sources}), so it comes after them whatever its date says',
  },
  undated: { ar: 'بلا تاريخ، واستنتج موضعه', en: 'undated; its place is inferred' },
}

/** A reason as a sentence in Arabic or English. */
export function reasonInWords({ code, figures }: Reason, language: 'ar' | 'en'): string {
  return REASON_WORDS[code][language].replace(/\{(\w+)\}/g, (_, name: string) => String(figures[name] ?? ''))
}
