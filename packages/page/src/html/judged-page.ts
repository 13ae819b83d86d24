import { mapped } from '@isnad/text'
import { isArabicScript } from './arabic-script.js'
import { bodyValue, findContainer, isInside } from './container.js'
import { Contexts } from './context.js'
import { type Evidence, firstMeta, readEvidence } from './evidence.js'
import { isParagraph, judge, type Verdict } from './judge.js'
import { type Segment, segments } from './segment.js'
import { StatedBody } from './stated-body.js'
import { findHeadline, type Headline, headlineKey } from './title.js'
import { type Element, readTree, type Tree } from './tree.js'

/** A page with every block judged by its mark-up and its place. */
export interface JudgedPage {
  readonly tree: Tree
  readonly segments: readonly Segment[]
  readonly evidence: Evidence
  readonly headline: Headline | undefined
  readonly contexts: Contexts
  /** The element that holds the article; undefined when no block speaks for being one. */
  readonly container: Element | undefined
  readonly inContainer: readonly boolean[]
  readonly verdicts: readonly (Verdict | undefined)[]
  /** True when the article is written in Arabic letters. */
  readonly arabicScript: boolean
}

/** Reads a page's tree, finds headline and container, and judges every block. Linear in the page's length. */
export function judgePage(source: string): JudgedPage {
  const tree = readTree(source)
  const found = segments(tree)
  const evidence = readEvidence(tree)
  const headline = findHeadline(found, evidence)
  const contexts = new Contexts(tree, found, headline?.segment)
  const { articleBody } = evidence.article ?? {}
  const body = typeof articleBody === 'string' ? new StatedBody(articleBody) : undefined
  const stated = mapped(found, ({ text, words }) => (words < 5 ? 0 : (body?.share(text) ?? 0)))
  const after = headline?.segment?.order ?? 0
  const values = found.map((segment) =>
    segment === headline?.segment ? 0 : bodyValue(segment, contexts, after, stated[segment.order] ?? 0),
  )
  const container = findContainer(tree, found, values, contexts)
  const inContainer = mapped(found, ({ element }) => container !== undefined && isInside(element, container))
  const arabicScript = isArabicScript(found.filter(({ order }) => inContainer[order]).map(({ text }) => text))
  const scene = {
    segments: found,
    contexts,
    inContainer,
    headline: headline?.segment,
    headlineText: headline?.text,
    stated,
    arabicScript,
  }
  if (container !== undefined) {
    const description = headlineKey(firstMeta(evidence, 'og:description', 'description') ?? '')
    for (const order of leadsOutside(scene, description)) inContainer[order] = true
  }
  return {
    tree,
    segments: found,
    evidence,
    headline,
    contexts,
    container,
    inContainer,
    verdicts: judge(scene),
    arabicScript,
  }
}

/**
 * Leads that stand between headline and container: named so by a class or `itemprop`, equal to the page's description, or
 * given as body by JSON-LD. Only Arabic and Persian sites set the lead apart; elsewhere such a block is a deck.
 */
function leadsOutside(scene: Parameters<typeof judge>[0], description: string): number[] {
  const { segments, contexts, inContainer, headline, stated, arabicScript } = scene
  const first = inContainer.indexOf(true)
  if (headline === undefined || first < headline.order) return []
  const leads: number[] = []
  for (let order = headline.order + 1; order < first; order++) {
    const segment = segments[order]
    if (segment === undefined || segment.element.hidden || !isParagraph(segment) || segment.linked > 0.3 * segment.size)
      continue
    const kind = contexts.of(segment.element).region?.kind
    if (kind !== undefined && kind !== 'deck') continue
    if (
      (stated[order] ?? 0) > 0.8 ||
      (arabicScript && (isNamedLead(segment.element) || opens(description, segment.text)))
    )
      leads.push(order)
  }
  return leads
}

const LEAD =
  /(?:^|[\s_-])(?:lead|lede|intro|introtext|introduction|summary|excerpt|chapo|sapo|standfirst|abstract|description)(?:$|[\s_-])/i

function isNamedLead(element: Element): boolean {
  let e: Element | undefined = element
  for (let up = 0; up < 3 && e !== undefined; up++, e = e.parent) {
    const { class: classes, id, itemprop } = e.attributes
    if (itemprop === 'description' || LEAD.test(classes ?? '') || LEAD.test(id ?? '')) return true
  }
  return false
}

/** True when one of the two begins as the other does, for forty letters at least. */
function opens(description: string, text: string): boolean {
  if (description.length < 40) return false
  const key = headlineKey(text)
  const length = Math.min(description.length, key.length, 120) - 5
  return length >= 35 && description.slice(0, length) === key.slice(0, length)
}
