import { expect, test } from 'vitest'
import { entitiesIn } from '../drawn.js'

/** Roles of the first person, each as title, the body's name and how it is held. */
function rolesIn(text: string): string[] {
  const entities = entitiesIn(text)
  const man = entities.find(({ type, unnamed }) => type === 'PER' && unnamed !== true)
  return (man?.roles ?? []).map(({ span, org, standing }) => {
    const body = entities.find(({ id }) => id === org)?.nameAr ?? '-'
    return [text.slice(span.start, span.end), body, standing ?? '-'].join(' | ')
  })
}

test.each([
  [
    'a ministerial office and its country',
    'قال وزير خارجية إيران سالم الزاهد إنه عائد',
    ['وزير خارجية إيران | إيران | -'],
  ],
  [
    'a command and its body',
    'وصل قائد فيلق القدس الجنرال سالم الزاهد',
    ['قائد فيلق القدس | فيلق القدس | -', 'الجنرال | - | -'],
  ],
  ['a former president', 'توفي الرئيس العراقي السابق سالم الزاهد', ['الرئيس العراقي السابق | - | former']],
  ['designate', 'زار رئيس الوزراء المكلف سالم الزاهد البصرة', ['رئيس الوزراء المكلف | - | designate']],
  [
    'behind the name',
    'وقال سالم الزاهد، رئيس مجلس النواب العراقي، إنه عائد',
    ['رئيس مجلس النواب العراقي | مجلس النواب العراقي | -'],
  ],
  [
    'where he serves, before the name',
    'وقال المدير الجهوي للصحة بصفاقس، سالم الزاهد، إن العدد ارتفع',
    ['المدير الجهوي للصحة بصفاقس | صفاقس | -'],
  ],
  [
    'a second name of his body in brackets',
    'أعلن رئيس الاتحاد الدولي لكرة القدم (فيفا) سالم الزاهد موقفه',
    ['رئيس الاتحاد الدولي لكرة القدم | الاتحاد الدولي لكرة القدم | -'],
  ],
  ['an adjective behind its negation', 'أعاد رفات المهاجر غير الشرعي سالم الزاهد أمس', []],
  ['whom he met holds the office', 'التقى سالم البحيري وزير النقل مساء أمس', []],
  ['kin of somebody', 'قالت شقيقة الطفل إن الحادث وقع مساء، وعاد سالم البحيري', []],
  ['a verb is no part of it', 'طالب وزير النقل الكيني سالم البحيري بالتحقيق', ['وزير النقل الكيني | - | -']],
  ['no office', 'وصل سالم البحيري إلى البصرة', []],
])('%s', (_name, text, roles) => expect(rolesIn(text)).toEqual(roles))
