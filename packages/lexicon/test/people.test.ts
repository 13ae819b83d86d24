import { expect, test } from 'vitest'
import { memorySource } from '../src/data-source.js'
import { findPeopleByName, findPerson, loadPeople } from '../src/people.js'

const HEADER = 'id\tar\ten\tvariants_ar\tvariants_en\tcountry\tborn\tdied\tgender\troles\tnote'
const people = (...rows: readonly string[]) =>
  memorySource({
    'catalog/people/sample.tsv': [
      '# id: catalog/people/sample',
      '# revision: 1',
      '# license: CC0-1.0',
      '# provenance: invented',
      '# reviewed: 2026-01-02',
      '# facts_to: 2024-12',
      HEADER,
      ...rows,
    ].join('\n'),
  })
const roles = (cell: string) =>
  loadPeople(people(`person.a\tزيد المثالي\tZayd al-Mithali\t\t\t\t\t\tm\t${cell}`))[0]?.roles

const role = (title: string, at?: string, from?: string, to?: string, ongoing = false) => ({
  title,
  at,
  from,
  to,
  ongoing,
})

test.each([
  ['title.minister @ org.iq.min-oil [2003–2005]', [role('title.minister', 'org.iq.min-oil', '2003', '2005')]],
  ['title.president @ IQ [2005-04–]', [role('title.president', 'IQ', '2005-04', undefined, true)]],
  ['title.president @ IQ [2005–?]', [role('title.president', 'IQ', '2005')]],
  ['title.president @ IQ [–2005-01-30]', [role('title.president', 'IQ', undefined, '2005-01-30')]],
  ['title.president @ IQ [2005]', [role('title.president', 'IQ', '2005', '2005')]],
  ['title.poet', [role('title.poet')]],
  ['أمين سر @ org.ps.plo; title.poet', [role('أمين سر', 'org.ps.plo'), role('title.poet')]],
  ['', []],
])('%s', (cell, expected) => expect(roles(cell)).toEqual(expected))

test.each([
  ['title.president @'],
  ['@ IQ'],
  ['title.president @ IQ [2005-2006]'],
  ['title.president @ IQ [20–05]'],
  ['title.president @ IQ [2005–'],
  ['title.president @ IQ 2005–]'],
  ['title.president @ IQ @ SY'],
])('%s cannot be read', (cell) => expect(() => roles(cell)).toThrow('catalog/people/sample.tsv:8, entry person.a'))

test('by id everybody is found as he stands in the files', () => {
  for (const person of loadPeople()) expect(findPerson(person.id)).toEqual(person)
  expect(findPerson('person.')).toBeUndefined()
  expect(findPerson('')).toBeUndefined()
})

test('of two rows with one id the last is found, and a row is read even where another is faulty', () => {
  const source = people('person.a\tأ\tA', '# a note', '', 'person.a\tب\tB', 'person.c\tت\tC\t\t\t\t\t\tx')
  expect(findPerson('person.a', source)?.ar).toBe('ب')
  expect(() => findPerson('person.c', source)).toThrow('sample.tsv:12, entry person.c')
})

test('finds by id and by name, whatever the hamza', () => {
  const source = people('person.a\tأحمد المثالي\tAhmad al-Mithali\tأبو زيد المثالي')
  expect(findPerson('person.a', source)?.ar).toBe('أحمد المثالي')
  expect(findPeopleByName('احمد المثالى', source).map(({ id }) => id)).toEqual(['person.a'])
  expect(findPeopleByName('ابو زيد المثالي', source)).toHaveLength(1)
  expect(findPeopleByName('المثالي', source)).toEqual([])
})
