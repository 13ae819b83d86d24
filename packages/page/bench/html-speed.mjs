// HTML pages per CPU-second, against @mozilla/readability on linkedom in the same run, over the pages of
// ../shared/data/extract. Build first (`npx tsc -b packages/page`), then: node packages/page/bench/html-speed.mjs [rounds]
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'
import { decode, htmlBlocks } from '@isnad/page'
import { Readability } from '@mozilla/readability'
import { parseHTML } from 'linkedom'

const folder = new URL('../../../../shared/data/extract/html/', import.meta.url)
if (!existsSync(folder)) {
  console.log(`skipped: no pages at ${folder.pathname}`)
  process.exit(0)
}
const rounds = Number(process.argv[2] ?? 3)
const pages = readdirSync(folder)
  .filter((name) => name.endsWith('.html.gz'))
  .map((name) => new Uint8Array(gunzipSync(readFileSync(new URL(name, folder)))))

/** CPU seconds, user and system, that `work` takes over all pages. */
function cpuSeconds(work) {
  const before = process.cpuUsage()
  for (const bytes of pages) work(bytes)
  const { user, system } = process.cpuUsage(before)
  return (user + system) / 1e6
}

const ours = (bytes) => {
  const page = decode({ bytes })
  return page.ok ? htmlBlocks(page.value).blocks.length : 0
}
const theirs = (bytes) => {
  const { document } = parseHTML(Buffer.from(bytes).toString('utf8'))
  return new Readability(document).parse()?.textContent.length ?? 0
}

const best = { ours: Number.POSITIVE_INFINITY, theirs: Number.POSITIVE_INFINITY }
// The first round warms the compiler; rounds alternate, so that a busy machine burdens both alike.
for (let round = 0; round <= rounds; round++) {
  const seconds = { ours: cpuSeconds(ours), theirs: cpuSeconds(theirs) }
  if (round === 0) continue
  for (const side of ['ours', 'theirs']) best[side] = Math.min(best[side], seconds[side])
}
const rate = (seconds) => pages.length / seconds
console.log(`pages                          ${pages.length}`)
console.log(`isnad, pages per CPU-second     ${rate(best.ours).toFixed(0)}`)
console.log(`readability on linkedom         ${rate(best.theirs).toFixed(0)}`)
console.log(`ratio                          ${(best.theirs / best.ours).toFixed(1)} (floor 6, aim 10)`)
