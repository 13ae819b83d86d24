import { createReadStream, existsSync } from 'node:fs'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { createGunzip } from 'node:zlib'

const CORPUS = fileURLToPath(new URL('../../../../shared/data/corpus/ant.jsonl.gz', import.meta.url))

/** The corpus of the load test, record by record; ends the process with a message where it is missing. */
export async function* corpus(most) {
  if (!existsSync(CORPUS)) {
    console.error(`This benchmark reads ${CORPUS}, which is not there.`)
    process.exit(1)
  }
  let count = 0
  const lines = createInterface({
    input: createReadStream(CORPUS).pipe(createGunzip()),
    crlfDelay: Number.POSITIVE_INFINITY,
  })
  for await (const line of lines) {
    if (count++ >= most) return
    const { id, outlet, url, published, title, byline, text } = JSON.parse(line)
    yield {
      identity: id,
      capture: {
        bytes: new TextEncoder().encode(text),
        ...(url && { url }),
        given: { outlet, ...(title && { title }), ...(byline && { byline }), ...(published && { published }) },
      },
    }
  }
}
