import { type Verdict, verdict } from './alone.js'
import { judgeByline } from './byline.js'
import { type Core, isMenuLike } from './core.js'
import { signatureParts } from './credits.js'
import { isHeadlike, isProse, type Line } from './line.js'

/** What follows the last paragraph: headlines in rows belong to other stories, short crumbs to the site. */
export function judgeTail(lines: readonly Line[], judged: (Verdict | undefined)[], core: Core): void {
  let list = false
  for (let at = core.end; at < lines.length; at++) {
    const line = lines[at] as Line
    const known = judged[at]
    if (known !== undefined) {
      list = known.label === 'related-link' || (list && /^(?:dateline|byline|widget)/.test(known.rule))
      if (list && known.label === 'dateline') judged[at] = verdict('related/list')
      continue
    }
    if (isHeadlike(line) && line.count >= 4) judged[at] = verdict(list ? 'related/list' : 'related/outside')
    else if (isProse(line)) judged[at] = verdict('other/outside')
    else if (isMenuLike(line)) judged[at] = verdict(list ? 'related/list' : 'widget/navigation')
    else judged[at] = verdict('widget/outside')
  }
}

/** Boxes that run on over several lines: operators' numbers after an SMS box, the second half of a disclaimer. */
export function joinBoxes(lines: readonly Line[], judged: (Verdict | undefined)[]): void {
  for (let at = 1; at < lines.length; at++) {
    const line = lines[at] as Line
    const before = judged[at - 1]?.rule
    const known = judged[at]
    if (before === 'widget/sms-box' && line.count <= 12 && (/\d{3}/.test(line.text) || line.count <= 3)) {
      if (known === undefined || known.weak === true) judged[at] = verdict('widget/sms-box')
    }
    if (before === 'other/disclaimer' && known === undefined && at >= lines.length - 2 && at > 3) {
      judged[at] = verdict('other/disclaimer')
    }
  }
}

/** The writer's name may close the text: the last line, two to four words, after a paragraph. */
export function judgeClosing(lines: readonly Line[], judged: (Verdict | undefined)[], core: Core): void {
  let last = core.end - 1
  while (last > core.start && judged[last] !== undefined) last--
  const line = lines[last]
  const before = lines[last - 1]
  if (line === undefined || before === undefined || judged[last] !== undefined) return
  if (line.count < 2 || line.count > 4 || !isProse(before) || judged[last - 1] !== undefined) return
  if (judgeByline(line) !== undefined) judged[last] = verdict('byline/author')
}

const AFTER_TEXT = 3

/** «عين البرج - السنديان» under the text: a place of the story, and the name that the story quotes as its own outlet. */
export function judgeOwnSignature(lines: readonly Line[], judged: (Verdict | undefined)[], core: Core): void {
  const text = lines.slice(core.start, core.end).map((line) => line.text)
  for (let at = Math.max(core.start + 1, core.end - 1); at < Math.min(lines.length, core.end + AFTER_TEXT); at++) {
    const line = lines[at] as Line
    const known = judged[at]
    if (
      line.count > 6 ||
      line.ending !== 'none' ||
      (known !== undefined && !/^(?:widget|byline|related-link)$/.test(known.label))
    )
      continue
    const [place = '', name = '', ...rest] = signatureParts(line.text)
    if (rest.length > 0 || place.length < 3 || name.length < 3) continue
    const quoted = [`"${name}"`, `«${name}»`, `“${name}”`]
    if (
      text.some((words) => quoted.some((q) => words.includes(q))) &&
      text.some((words) => words !== line.text && words.includes(place))
    )
      judged[at] = verdict('source-credit/own')
  }
}
