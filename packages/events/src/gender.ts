import type { Entity } from '@isnad/entities'
import { bareKey } from './vocabulary.js'

export type Gender = 'm' | 'f'

/** Countries and cities whose verbs are masculine. */
export const MASCULINE_COUNTRIES: ReadonlySet<string> = new Set('العراق لبنان الاردن المغرب السودان اليمن'.split(' '))
const MASCULINE_HEAD =
  /^(?:حزب|مجلس|تنظيم|جيش|برلمان|اتحاد|مرصد|مركز|بنك|مصرف|نادي|حرس|تحالف|ائتلاف|مكتب|جهاز|فريق|وفد|لواء|فيلق|حلف|بيت|موقع|ديوان|صندوق|قصر|معهد|كرملين|بنتاغون)$/
const FEMININE_HEAD = /(?:ة|ات)$|^(?:فصائل|كتائب|سرايا|اجهزة|دول)$/

/** The grammatical gender of an entity, where its first word, its office or the verbs so far tell it. */
export function genderOf(entity: Entity, told: ReadonlyMap<string, Gender>): Gender | undefined {
  const known = told.get(entity.id)
  if (known !== undefined || entity.group === true) return known
  if (entity.type === 'PER') {
    const [role] = entity.roles
    return role !== undefined && /ة$/.test(role.title.split(' ')[0] ?? '') ? 'f' : 'm'
  }
  const head = bareKey(entity.nameAr.split(' ')[0] ?? '')
  if (entity.type === 'GPE') return MASCULINE_COUNTRIES.has(entity.nameAr.replace(/[أإآ]/g, 'ا')) ? 'm' : 'f'
  if (MASCULINE_HEAD.test(head)) return 'm'
  return FEMININE_HEAD.test(head) ? 'f' : undefined
}
