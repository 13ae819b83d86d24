import { expect, test } from 'vitest'
import { findOutlet, findOutletByDomain, findOutletByName, findOutletsByName, loadOutlets } from '../src/index.js'

test.each([
  ['www.reuters.com', '', 'outlet.reuters'],
  ['REUTERS.COM.', '', 'outlet.reuters'],
  ['reuters.com:443', '', 'outlet.reuters'],
  ['m.hespress.com', '', 'outlet.hespress'],
  ['ara.reuters.com', '', 'outlet.reuters'],
  ['arabic.cnn.com', '', 'outlet.cnn-arabic'],
  ['edition.cnn.com', '', 'outlet.cnn'],
  ['www.bbc.com', '/arabic/middleeast-1', 'outlet.bbc-arabic'],
  ['www.bbc.com', '/news/world', 'outlet.bbc'],
  ['www.bbc.com', '/arabics/x', 'outlet.bbc'],
  ['www.france24.com', '/ar/', 'outlet.france24-arabic'],
  ['arabic.rt.com', '', 'outlet.rt-arabic'],
  ['notreuters.com', '', undefined],
  ['com', '', undefined],
  ['', '', undefined],
])('%s%s is %s', (host, path, id) => expect(findOutletByDomain(host, path)?.id).toBe(id))

test.each([
  ['رويترز', 'outlet.reuters'],
  ['وكالة رويترز للأنباء', 'outlet.reuters'],
  ['وكالة أنباء رويترز', 'outlet.reuters'],
  ['أ.ف.ب', 'outlet.afp'],
  ['فرانس برس', 'outlet.afp'],
  ['وكالة فرانس برس', 'outlet.afp'],
  ['أسوشيتد برس', 'outlet.ap'],
  ['أ ب', 'outlet.ap'],
  ['وكالة الأنباء الألمانية (د ب أ)', 'outlet.dpa'],
  ['واس', 'outlet.spa'],
  ['وام', 'outlet.wam'],
  ['كونا', 'outlet.kuna'],
  ['بنا', 'outlet.bna'],
  ['قنا', 'outlet.qna'],
  ['سانا', 'outlet.sana'],
  ['بترا', 'outlet.petra'],
  ['وفا', 'outlet.wafa'],
  ['إرنا', 'outlet.irna'],
  ['تسنيم', 'outlet.tasnim'],
  ['وكالة فارس', 'outlet.fars'],
  ['مهر', 'outlet.mehr'],
  ['أ ش أ', 'outlet.mena'],
  ['وات', 'outlet.tap'],
  ['واج', 'outlet.aps-algeria'],
  ['ومع', 'outlet.map'],
  ['سونا', 'outlet.suna'],
  ['الأناضول', 'outlet.anadolu'],
  ['سبوتنيك', 'outlet.sputnik'],
  ['تاس', 'outlet.tass'],
  ['شينخوا', 'outlet.xinhua'],
  ['الجزيرة', 'outlet.aljazeera'],
  ['صحيفة الجزيرة', 'outlet.al-jazirah-sa'],
  ['قناة العربية', 'outlet.alarabiya'],
  ['سبأ', undefined],
  ['الوطن', undefined],
  ['وكالة', undefined],
])('%s is %s', (name, id) => expect(findOutletByName(name)?.id).toBe(id))

test('a country tells papers of one name apart', () => {
  expect(findOutletsByName('الوطن').length).toBeGreaterThan(5)
  expect(findOutletByName('الوطن', 'OM')?.id).toBe('outlet.alwatan-om')
})

test('ids find their outlets', () => {
  for (const outlet of loadOutlets()) expect(findOutlet(outlet.id)).toBe(outlet)
  expect(findOutlet('outlet.nobody')).toBeUndefined()
})
