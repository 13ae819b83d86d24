// Makes data/pglite-VERSION.tar.br, an empty database cluster as PGlite's own initdb creates it. Run it after every
// upgrade of @electric-sql/pglite: node packages/store/scripts/make-template.mjs
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { brotliCompressSync, constants } from 'node:zlib'
import { PGlite } from '@electric-sql/pglite'

const entry = createRequire(import.meta.url).resolve('@electric-sql/pglite')
const { version } = JSON.parse(readFileSync(join(dirname(entry), '..', 'package.json'), 'utf8'))
const folder = mkdtempSync(join(tmpdir(), 'isnad-template-'))
const db = new PGlite({ dataDir: join(folder, 'cluster'), initDbStartParams: ['--wal-segsize=1', '--no-sync'] })
await db.waitReady
await db.exec('vacuum freeze')
await db.exec('checkpoint')
const archive = new Uint8Array(await (await db.dumpDataDir('none')).arrayBuffer())
await db.close()
rmSync(folder, { recursive: true })
const packed = brotliCompressSync(archive, {
  params: {
    [constants.BROTLI_PARAM_QUALITY]: 11,
    [constants.BROTLI_PARAM_LGWIN]: 24, // the three databases of a fresh cluster are the same: let it see them all
    [constants.BROTLI_PARAM_SIZE_HINT]: archive.length,
  },
})
const file = join(dirname(dirname(fileURLToPath(import.meta.url))), 'data', `pglite-${version}.tar.br`)
writeFileSync(file, packed)
console.log(`${file}: ${packed.length} bytes`)
