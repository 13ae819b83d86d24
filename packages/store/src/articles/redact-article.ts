import { type Article, type Page, redact } from '@isnad/page'
import { overlaps, type Span } from '@isnad/text'

/** Page and article without the words of personal spans; every offset stays. Without any the same objects come back. */
export function withoutPersonal(page: Page, article: Article): { readonly page: Page; readonly article: Article } {
  const { personal } = article
  if (personal.length === 0) return { page, article }
  const touched = (place: Span<'page'>): boolean => personal.some((span) => overlaps(span, place))
  const inArticle = personal.flatMap((span) => article.map.toArticle(span) ?? [])
  let text = article.text.value
  for (const { start, end } of inArticle) text = text.slice(0, start) + ' '.repeat(end - start) + text.slice(end)
  return {
    page: { ...page, text: redact(page.text, personal) },
    article: {
      ...article,
      text: { frame: 'article', value: text },
      blocks: article.blocks.map((block) =>
        touched(block.page)
          ? { ...block, text: block.article === undefined ? '' : text.slice(block.article.start, block.article.end) }
          : block,
      ),
      removals: article.removals.map((removal) => (touched(removal.page) ? { ...removal, text: '' } : removal)),
    },
  }
}
