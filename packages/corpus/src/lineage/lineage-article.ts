import { type AnalysedArticle, titleOf } from '../analysed-article.js'
import type { LineageArticle } from './text-record.js'

/** An analysed article as lineage takes it: body without title, outlet by its catalog id where it has one, credits likewise. */
export function lineageArticleOf({ id, article, outletId, outlet, published }: AnalysedArticle): LineageArticle {
  const { text, body, metadata } = article
  const title = titleOf(article)
  const by = outletId ?? outlet ?? metadata.outlet?.id ?? metadata.outlet?.value
  const when = published ?? metadata.published?.value.instant ?? metadata.published?.value.local
  const credits = metadata.credits.flatMap(({ outletId: credited, name }) => credited ?? name ?? [])
  return {
    id,
    text: text.value,
    body,
    ...(title !== '' && { title }),
    ...(by !== undefined && { outlet: by }),
    ...(when !== undefined && { published: when }),
    credits,
  }
}
