import type { FunctionWord, Mod } from '../lex/lexeme.js'
import type { Enter } from '../lex/lexicon.js'

const functions: readonly (readonly [FunctionWord, string])[] = [
  ['before', 'قبل قبيل'],
  ['after', 'بعد عقب'],
  ['since', 'منذ مذ منذو'],
  ['during', 'خلال أثناء طوال طيلة غضون ظرف'],
  ['from', 'من'],
  ['to', 'إلى الى لـ'],
  ['until', 'حتى لغاية لحتى'],
  ['between', 'بين مابين'],
  ['in', 'في'],
  ['and', 'و'],
  ['or', 'أو او'],
  ['every', 'كل'],
  ['this', 'هذا هذه هذي هاد هاي هذين'],
  ['percent', 'بالمئة بالمائة بالمية بالماية'],
  ['minus', 'سالب ناقص'],
  ['point', 'فاصلة فاصل'],
  ['monthword', 'شهر'],
  ['yearword', 'عام سنة'],
  ['daysof', 'يومي أيام'],
  ['corresponding', 'الموافق الموافقة المصادف موافق مصادف الموافقين المصادفة'],
  ['hijri', 'هـ هجري هجرية هجريين هجريتين هجريتان هجريان هجريا'],
  ['gregorian', 'ميلادي ميلادية ميلاديا'],
  ['solar', 'شمسي شمسية'],
  ['zone', 'توقيت'],
  ['times', 'مرات مرة مرتين مرتان'],
  ['last', 'آخر'],
  ['some', 'بضع بضعة عدة بعض'],
  ['whole', 'كامل كاملة كاملين كاملا'],
  ['rest', 'بقية باقي عطلة إجازة'],
  ['late', 'متأخر متأخرة'],
  ['early', 'مبكر مبكرة باكر'],
  ['first', 'فاتح'],
  ['article', 'ال لل'],
  ['same', 'نفس نفسه نفسها ذاته ذاتها'],
  ['like', 'مثل'],
  ['not', 'لا لم لن ليس'],
]

const mods: readonly (readonly [Mod, string])[] = [
  ['APPROX', 'نحو حوالي حوالى حوالى قرابة زهاء تقريبا يقارب يناهز بحدود حدود مقاربة بنحو'],
]

export function addGrammarWords(enter: Enter): void {
  for (const [f, words] of functions) enter(words, { f })
  for (const [mod, words] of mods) enter(words, { mod })
}
