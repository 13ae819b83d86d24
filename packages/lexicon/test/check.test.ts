import { expect, test } from 'vitest'
import { checkLexicon, memorySource, problemText } from '../src/index.js'

const preamble = (id: string) =>
  [`# id: ${id}`, '# revision: 1', '# license: CC0-1.0', '# provenance: invented', '# reviewed: 2026-01-02'].join('\n')
const HEADERS = {
  countries: 'code\tar\ten\tofficial_ar\tvariants_ar\tvariants_en\tcapital_ar\tcapital_en\tcapital_variants_ar\tnote',
  titles: 'id\tar_m\tar_f\tar_pl\tvariants_ar\ten\tkind\ttakes\tprecedes\tnote',
  nisbas: 'id\tkind\tcountry\tof_ar\tof_en\tm\tf\tpl\tvariants\tnote',
  'catalog/outlets/a':
    'id\tar\ten\tvariants_ar\tvariants_en\tkind\tdomains\towner\towner_family\tcountry\tstate_control\tlanguages\tfrom\tto\tnote',
  'catalog/organisations/a': 'id\tar\ten\tvariants_ar\tvariants_en\thome_ar\tkind\tcountry\tparent\tfrom\tto\tnote',
  'catalog/people/a': 'id\tar\ten\tvariants_ar\tvariants_en\tcountry\tborn\tdied\tgender\troles\tnote',
}
const SOUND = {
  countries: ['AA\tألفا\tAlpha', 'BB\tباء\tBeta'],
  titles: ['title.minister\tوزير\tوزيرة\tوزراء\t\tminister\toffice\torg\tyes'],
  nisbas: ['nisba.aa\tcountry\tAA\tألفا\tAlpha\tألفي\tألفية\tألفيون'],
  'catalog/outlets/a': ['outlet.a\tالمثال\tAl-Mithal\t\t\tnewspaper\tmithal.example\t\t\tAA\t\tar'],
  'catalog/organisations/a': ['org.aa.gov\tحكومة ألفا\tGovernment of Alpha\t\t\tالحكومة\tgovernment\tAA'],
  'catalog/people/a': [
    'person.a\tزيد المثالي\tZayd al-Mithali\t\t\tAA\t1950\t\tm\ttitle.minister @ org.aa.gov [1990–1995]',
  ],
}
type Name = keyof typeof HEADERS

async function problemsWith(file: Name | undefined, ...rows: readonly string[]): Promise<readonly string[]> {
  const files = Object.fromEntries(
    (Object.keys(HEADERS) as Name[]).map((name) => [
      `${name}.tsv`,
      [preamble(name), HEADERS[name], ...SOUND[name], ...(name === file ? rows : [])].join('\n'),
    ]),
  )
  return (await checkLexicon(memorySource(files))).map(problemText)
}

test('a sound lexicon has no problems', async () => expect(await problemsWith(undefined)).toEqual([]))

const org = 'catalog/organisations/a'
const man = 'catalog/people/a'
const paper = 'catalog/outlets/a'
test.each<[string, Name, string, string]>([
  ['an id given twice', org, 'org.aa.gov\tمجلس\tCouncil\t\t\t\tagency\tAA', 'the id org.aa.gov stands already at'],
  ['a name given twice', org, 'org.aa.gov2\tحكومه ألفا\tX\t\t\t\tgovernment\tAA', 'stands already at'],
  ['a parent nobody defines', org, 'org.aa.x\tهيئة\tX\t\t\t\tagency\tAA\torg.aa.none', 'parent names org.aa.none'],
  ['its own parent', org, 'org.aa.x\tهيئة\tX\t\t\t\tagency\tAA\torg.aa.x', 'is its own ancestor'],
  ['a kind nobody knows', org, 'org.aa.x\tهيئة\tX\t\t\t\ttelly\tAA', 'kind is "telly"'],
  ['another country in the id', org, 'org.bb.x\tهيئة\tX\t\t\t\tagency\tAA', 'the id names another country'],
  ['a country nobody defines', org, 'org.zz.x\tهيئة\tX\t\t\t\tagency\tZZ', 'country names ZZ'],
  ['dates reversed', org, 'org.aa.x\tهيئة\tX\t\t\t\tagency\tAA\t\t2004\t1999', 'to lies before from'],
  ['a Persian letter', org, 'org.aa.x\tهیئة\tX\t\t\t\tagency\tAA', 'holds U+06CC'],
  ['a vowel mark', org, 'org.aa.x\tهيئةُ\tX\t\t\t\tagency\tAA', 'holds U+064F'],
  ['an English name in Arabic', org, 'org.aa.x\tهيئة\tهيئة\t\t\t\tagency\tAA', 'write Latin letters'],
  ['a variant the folding finds', org, 'org.aa.x\tهيئة\tX\tهيئه\t\t\tagency\tAA', 'folds to another name'],
  ['a domain with www', paper, 'outlet.b\tباء\tB\t\t\tsite\twww.b.example', 'without www.'],
  ['a domain with a scheme', paper, 'outlet.b\tباء\tB\t\t\tsite\thttps://b.example', 'write a host'],
  [
    'a domain given twice',
    paper,
    'outlet.b\tباء\tB\t\t\tsite\tmithal.example',
    'the domain mithal.example stands already',
  ],
  ['an owner nobody defines', paper, 'outlet.b\tباء\tB\t\t\tsite\tb.example\torg.aa.x', 'owner names org.aa.x'],
  ['a body nobody defines', man, 'person.b\tعمرو\tAmr\t\t\tAA\t\t\tm\ttitle.minister @ org.aa.x', 'names org.aa.x'],
  ['a title nobody defines', man, 'person.b\tعمرو\tAmr\t\t\tAA\t\t\tm\ttitle.boss @ AA', 'names title.boss'],
  ['a title with its article', man, 'person.b\tعمرو\tAmr\t\t\tAA\t\t\tm\tالوزير @ AA', 'has an article'],
  [
    'an office before the birth',
    man,
    'person.b\tعمرو\tAmr\t\t\tAA\t1950\t\tm\ttitle.minister @ AA [1949–]',
    'before the birth',
  ],
  [
    'an office after the death',
    man,
    'person.b\tعمرو\tAmr\t\t\tAA\t\t1950\tm\ttitle.minister @ AA [1951]',
    'after the death',
  ],
  [
    'an open office of a dead man',
    man,
    'person.b\tعمرو\tAmr\t\t\tAA\t\t1950\tm\ttitle.minister @ AA [1949–]',
    'has died',
  ],
  [
    'an office that ends first',
    man,
    'person.b\tعمرو\tAmr\t\t\tAA\t\t\tm\ttitle.minister @ AA [1990–1980]',
    'ends before it begins',
  ],
  ['a death before the birth', man, 'person.b\tعمرو\tAmr\t\t\tAA\t1950\t1940\tm', 'died lies before born'],
  ['a namesake without a word', man, 'person.b\tزيد المثالي\tZayd\t\t\tBB\t\t\tm', 'merge the two, or say'],
])('%s is found', async (_what, file, row, message) => {
  const problems = await problemsWith(file, row)
  expect(problems.join('\n')).toContain(message)
  expect(problems[0]).toMatch(/^[a-z/]+\.tsv:\d+, entry /)
})

test.each<[string, Name, string]>([
  ['a year that holds the month it ends', org, 'org.aa.x\tهيئة\tX\t\t\t\tagency\tAA\t\t2004-05\t2004'],
  ['a namesake with a word', man, 'person.b\tزيد المثالي\tZayd\t\t\tBB\t1960\t\tm\t\ta poet, not the minister'],
  [
    'an office that ends with the life',
    man,
    'person.b\tعمرو\tAmr\t\t\tAA\t\t1950-06\tm\ttitle.minister @ AA [1950–1950]',
  ],
])('%s is fine', async (_what, file, row) => expect(await problemsWith(file, row)).toEqual([]))

test('a namesake born in the same year is the same man, whatever the note', async () => {
  const row = 'person.b\tزيد المثالي\tZayd\t\t\tBB\t1950-03\t\tm\t\ta poet, not the minister'
  expect((await problemsWith(man, row)).join('\n')).toContain('merge the two')
})
