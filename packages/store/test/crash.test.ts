import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { openStore } from '../src/index.js'
import { start } from './processes.js'
import { numbered } from './sample.js'

test('kill -9 in mid-load, then resume: nothing lost, nothing twice', async () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'isnad-crash-'))
  const total = 120
  const child = start('load', dataDir, String(total))
  try {
    await child.until((line) => line === '50')
    await child.kill()
    const safe = Number(child.lines.at(-1))
    const store = await openStore({ dataDir })
    const checkpoint = await store.checkpoint('numbers')
    const { articles } = await store.status()
    // A batch may have been written whose word did not reach us any more; a part of one never.
    expect(checkpoint?.position).toBeGreaterThanOrEqual(safe)
    expect(articles).toBe(checkpoint?.position)
    expect(articles).toBeLessThan(total)

    const kinds: string[] = []
    for (let at = (checkpoint?.position ?? 0) - 10; at < total; at += 10) {
      const added = await store.add(Array.from({ length: 10 }, (_, i) => numbered(at + i)))
      kinds.push(...added.map(({ kind }) => kind))
    }
    expect(kinds.filter((kind) => kind === 'unchanged')).toHaveLength(10)
    expect(await store.status()).toMatchObject({ articles: total, versions: total })
    const urls = (await store.list({ limit: 200 })).items.map(({ url }) => url)
    expect(new Set(urls)).toEqual(new Set(Array.from({ length: total }, (_, i) => `https://sada.example/${i}`)))
    expect((await store.search({ query: 'الموانئ' })).count?.value).toBe(total)
    await store.close()
  } finally {
    await child.kill()
    rmSync(dataDir, { recursive: true, force: true })
  }
}, 180_000)
