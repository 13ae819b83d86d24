/**
 * Month names in the languages of the Latin and Cyrillic pages that we meet beside Arabic ones, without accents. Arabic and
 * Persian month names belong to `@isnad/time`.
 */
const GREGORIAN: readonly string[] = [
  'january jan janvier janv enero ene janeiro januar jaenner gennaio januari ocak января январь янв styczen stycznia',
  'february feb fevrier fevr febrero fevereiro fev februar febbraio februari subat февраля февраль фев luty lutego',
  'march mar mars marzo março marco marz maerz maret maart mart марта март мар marzec marca',
  'april apr avril avr abril abr aprile nisan апреля апрель апр kwiecien kwietnia',
  'may mai mayo maio maggio mei mayis мая май maj maja',
  'june jun juin junio junho juni giugno haziran июня июнь июн czerwiec czerwca',
  'july jul juillet juil julio julho juli luglio temmuz июля июль июл lipiec lipca',
  'august aug aout agosto ago agustus agu augustus agustos августа август авг sierpien sierpnia',
  'september sep sept septembre septiembre setembro set settembre eylul сентября сентябрь сен wrzesien wrzesnia',
  'october oct octobre octubre outubro out oktober okt ottobre ott ekim октября октябрь окт pazdziernik pazdziernika',
  'november nov novembre noviembre novembro kasim ноября ноябрь ноя listopad listopada',
  'december dec decembre diciembre dic dezembro dez dezember dicembre desember des aralik декабря декабрь дек grudzien grudnia',
]

const index = (lists: readonly string[]): ReadonlyMap<string, number> =>
  new Map(lists.flatMap((list, i) => list.split(' ').map((name) => [name, i + 1] as const)))

let gregorian: ReadonlyMap<string, number> | undefined

/** 1–12 for a Latin or Cyrillic month name or its abbreviation. */
export function monthNamed(word: string): number | undefined {
  gregorian ??= index(GREGORIAN)
  return (
    gregorian.get(
      word
        .toLowerCase()
        .normalize('NFD')
        .replace(/[\u0300-\u036f.]/g, ''),
    ) ?? gregorian.get(word.toLowerCase())
  )
}
