import { expect, test } from 'vitest'
import {
  checkLexicon,
  findCountryByCapital,
  findCountryByName,
  findGovernoratesByCentre,
  findGovernoratesByName,
  findNisbas,
  findOrganisationsByName,
  findTitlesByForm,
  formsOfNisba,
  loadCountries,
  loadGovernorates,
  loadNisbas,
  loadOrganisations,
  loadOutlets,
  loadTitles,
  problemText,
} from '../src/index.js'

test('the shipped tables keep their rules', async () => {
  expect((await checkLexicon()).map(problemText)).toEqual([])
})

test.each([
  ['outlets', loadOutlets, 270],
  ['organisations', loadOrganisations, 1600],
  ['titles', loadTitles, 420],
  ['nisbas', loadNisbas, 300],
  ['countries', loadCountries, 195],
  ['governorates', loadGovernorates, 300],
])('%s: not fewer than we promise', (_name, load, least) => expect(load().length).toBeGreaterThanOrEqual(least))

test.each([
  ['حماس', undefined, ['org.ps.hamas']],
  ['وزارة الدفاع العراقية', undefined, ['org.iq.min-defence']],
  ['وزارة الدفاع', undefined, []],
  ['وزارة الدفاع', 'IQ', ['org.iq.min-defence']],
  ['مجلس النواب', 'EG', ['org.eg.parliament']],
  ['داعش', undefined, ['org.intl.islamic-state']],
  ['IAEA', undefined, ['org.intl.iaea']],
  ['البنتاجون', undefined, ['org.us.min-defence']],
  ['وزارة الخارجية الأمريكية', undefined, ['org.us.min-foreign']],
])('%s in %s is %j', (name, country, ids) =>
  expect(findOrganisationsByName(name, country).map(({ id }) => id)).toEqual(ids))

test('a governorate is not its centre', () => {
  expect(findGovernoratesByName('نينوى').map(({ id, centre }) => [id, centre?.id])).toEqual([
    ['place.iq.gov.nineveh', 'place.iq.city.mosul'],
  ])
  expect(findGovernoratesByName('الموصل')).toEqual([])
  expect(findGovernoratesByCentre('الموصل').map(({ id }) => id)).toEqual(['place.iq.gov.nineveh'])
  const [aleppo] = findGovernoratesByName('حلب')
  expect(aleppo?.centre?.ar).toBe(aleppo?.ar)
  expect(aleppo?.centre?.id).not.toBe(aleppo?.id)
})

test('countries by name and capital', () => {
  expect(findCountryByName('سورية')?.code).toBe('SY')
  expect(findCountryByName('الولايات المتحدة الأمريكية')?.code).toBe('US')
  expect(findCountryByCapital('كابول')?.code).toBe('AF')
  expect(findCountryByName('أطلنطس')).toBeUndefined()
})

test.each([
  ['السوريين', 'nisba.sy'],
  ['عراقيتان', 'nisba.iq'],
  ['الأمريكية', 'nisba.us'],
  ['أميركيون', 'nisba.us'],
  ['الأكراد', 'nisba.x.kurd'],
  ['حلبي', 'nisba.sy.aleppo'],
])('%s is %s', (word, id) => expect(findNisbas(word).map((nisba) => nisba.id)).toContain(id))

test('a nisba has its cases, dual and feminine plural', () => {
  const [syrian] = findNisbas('سوري')
  expect(syrian === undefined ? [] : formsOfNisba(syrian)).toEqual(
    expect.arrayContaining(['سوري', 'سورية', 'سوريون', 'سوريين', 'سوريان', 'سوريات', 'سوريتان', 'سوريتين']),
  )
})

test('titles by form', () => {
  expect(findTitlesByForm('وزيرة').map(({ id }) => id)).toEqual(['title.minister'])
  expect(findTitlesByForm('ألوية').map(({ id }) => id)).toContain('title.major-general')
})
