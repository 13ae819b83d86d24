import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { extname, join, normalize, sep } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { MiddlewareHandler } from 'hono'

/** Where the build of the web application lies in this repository and in an installed copy of it. */
export const webBuild = (): string => fileURLToPath(new URL('../../../web/dist', import.meta.url))

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.webmanifest': 'application/manifest+json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.woff': 'font/woff',
  '.txt': 'text/plain; charset=utf-8',
  '.map': 'application/json; charset=utf-8',
}

const NOT_BUILT = `The web application has not been built.
Run: npm run build
The API answers at /api/v1/health.
`

/** The file that a request path names inside the folder; undefined when it names none or points out of it. */
function fileOf(root: string, path: string): string | undefined {
  let decoded: string
  try {
    decoded = decodeURIComponent(path)
  } catch {
    return undefined
  }
  if (decoded.includes('\0') || decoded.includes('\\')) return undefined
  const file = normalize(join(root, decoded))
  return file.startsWith(root + sep) ? file : undefined
}

const readable = async (file: string): Promise<Buffer | undefined> => {
  try {
    return await readFile(file)
  } catch {
    return undefined
  }
}

/** Screens of things whose ids may look like file names: `/entity/country.iq`. */
const NAMED_SCREENS = /^\/(?:articles|entity|stories|happenings)\/./u

/**
 * Serves the built web application. Files under /assets carry their hash in their name and never change; all others are
 * asked for again each time, by their ETag. Any other address without a file extension, or of a thing that may have a full stop
 * in its name, is a screen: it gets index.html.
 */
export function webFiles(folder: string): MiddlewareHandler {
  const root = normalize(folder).replace(/[/\\]$/, '')
  return async (c) => {
    if (c.req.method !== 'GET' && c.req.method !== 'HEAD')
      return c.text('Method not allowed\n', 405, { allow: 'GET, HEAD' })
    const { path } = c.req
    const named = path === '/' ? undefined : fileOf(root, path)
    const found = named === undefined ? undefined : await readable(named)
    const isScreen = extname(path) === '' || NAMED_SCREENS.test(path)
    const body = found ?? (isScreen ? await readable(join(root, 'index.html')) : undefined)
    if (body === undefined) return isScreen ? c.text(NOT_BUILT, 503) : c.text('Not found\n', 404)

    const type = TYPES[found === undefined ? '.html' : extname(path)] ?? 'application/octet-stream'
    const etag = `"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}"`
    const lasting = found !== undefined && path.startsWith('/assets/')
    c.header('cache-control', lasting ? 'public, max-age=31536000, immutable' : 'no-cache')
    c.header('etag', etag)
    if (c.req.header('if-none-match') === etag) return c.body(null, 304)
    c.header('content-type', type)
    return c.body(new Uint8Array(body))
  }
}
