import { OpenAPIHono } from '@hono/zod-openapi'
import type { Capture } from '@isnad/page'
import { IsnadError } from '@isnad/text'
import type { Context } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { HTTPException } from 'hono/http-exception'
import type { z } from 'zod'
import type { CaptureInput as CaptureInputShape, Problem } from '../contract/api-types.js'
import { API_ROOT, CaptureInput } from '../contract/contract.js'
import type { Desk, Reread } from '../desk/desk.js'
import type { Submission } from '../reading/ingest-queue.js'
import type { OriginsRequest } from '../relations/across.js'
import { EXPORT_TYPES, exportPieces } from './export-formats.js'
import { type GuardOptions, hostGuard, isOwner, originGuard, securityHeaders, tokenGuard } from './guard.js'
import { problemOf } from './problems.js'
import * as routes from './routes.js'
import { webFiles } from './web-files.js'

export interface AppOptions extends GuardOptions {
  readonly version: string
  /** The built web application; absent where only the API is wanted. */
  readonly webFolder?: string | undefined
  readonly reread?: Reread | undefined
  /** Told of every error that was answered with 500. */
  readonly onError?: ((error: unknown) => void) | undefined
}

/** Bytes of a request body: a batch of captures, one page to try, anything else. */
const BODY_LIMITS = { captures: 96_000_000, try: 24_000_000, other: 256_000 } as const

const OPENAPI = {
  openapi: '3.1.0',
  info: {
    title: 'Isnad',
    description:
      'Arabic news read as evidence. Text in, text out: no answer carries mark-up of a page. Offsets are UTF-16 code units, spans half-open, times ISO 8601. Errors are RFC 9457 problem documents.',
    license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
  },
  servers: [{ url: '/' }],
  tags: [
    { name: 'articles', description: 'Clean articles, their pages as captured, what was done to them by hand' },
    { name: 'entities', description: 'People, bodies and places over all articles' },
    { name: 'across articles', description: 'Who shares wording with whom, stories, the count of independent origins' },
    { name: 'search', description: 'Search, outlets, exports' },
    { name: 'capture', description: 'Pages in: for a look, or to be kept' },
    { name: 'desk', description: 'State of the store and the ingest queue, failures' },
  ],
} as const

export const captureOf = (input: CaptureInputShape): Capture => ({
  bytes: Buffer.from(input.base64 ?? input.text ?? '', input.base64 === undefined ? 'utf8' : 'base64'),
  ...(input.url === undefined ? {} : { url: input.url }),
  ...(input.capturedAt === undefined ? {} : { capturedAt: input.capturedAt }),
  ...(input.given === undefined ? {} : { given: withoutUndefined(input.given) }),
  headers: {
    // Text came through JSON and was encoded above, whatever the page says of its bytes.
    ...(input.text === undefined
      ? {}
      : { 'content-type': `${looksLikeHtml(input.text) ? 'text/html' : 'text/plain'}; charset=utf-8` }),
    ...lowerCaseNames(input.headers ?? {}),
  },
})

const looksLikeHtml = (text: string): boolean =>
  /^\s*(?:<!--[^>]*>\s*)?<(?:!doctype|html|head|body|\?xml|[a-z][a-z0-9]*[\s/>])/i.test(text.slice(0, 2000))

const lowerCaseNames = (headers: Readonly<Record<string, string>>): Record<string, string> =>
  Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]))

const withoutUndefined = <T extends object>(value: T): { [K in keyof T]: Exclude<T[K], undefined> } =>
  Object.fromEntries(Object.entries(value).filter(([, field]) => field !== undefined)) as {
    [K in keyof T]: Exclude<T[K], undefined>
  }

/** A path that anybody but the server's own user names is kept as a name, never opened. */
const sourceOf = (source: string, owned: boolean): string => (owned ? source : `client:${source}`)

const submissionOf =
  (owned: boolean) =>
  (input: CaptureInputShape): Submission => ({
    capture: captureOf(input),
    ...(input.source === undefined ? {} : { source: sourceOf(input.source, owned) }),
    ...(input.position === undefined ? {} : { position: input.position }),
    ...(input.identity === undefined ? {} : { identity: input.identity }),
  })

/** The contract lets exactly one of the three through. */
const originsRequest = ({
  articles,
  story,
  happening,
}: z.infer<typeof routes.countOrigins.request.query>): OriginsRequest =>
  story !== undefined ? { story } : happening !== undefined ? { happening } : { articles: (articles ?? '').split(',') }

const fieldsOf = (error: z.ZodError): NonNullable<Problem['fields']> =>
  error.issues.map(({ path, message }) => ({ place: path.join('.') || '(body)', message }))

function answerProblem(c: Context, problem: Problem): Response {
  if (problem.code === 'BUSY') c.header('retry-after', '2')
  if (problem.code === 'UNAUTHORISED') c.header('www-authenticate', 'Bearer realm="isnad"')
  c.header('content-type', 'application/problem+json; charset=utf-8')
  c.header('cache-control', 'no-store')
  return c.body(JSON.stringify(problem), problem.status as 400)
}

const invalid = (c: Context, error: z.ZodError): Response =>
  answerProblem(c, problemOf(new IsnadError('INPUT_INVALID', 'the request does not fit the address'), fieldsOf(error)))

/** A page to try, in whichever way it was sent. */
async function tryCapture(c: Context): Promise<Capture> {
  const type = (c.req.header('content-type') ?? '').split(';', 1)[0]?.trim().toLowerCase()
  switch (type) {
    case 'application/json': {
      const body: unknown = await c.req.json().catch((cause: unknown) => {
        throw new IsnadError('INPUT_INVALID', 'the body is not JSON', { cause })
      })
      return captureOf(CaptureInput.parse(body))
    }
    case 'multipart/form-data': {
      const { file, url } = await c.req.parseBody()
      if (!(file instanceof File)) throw new IsnadError('INPUT_INVALID', 'the form has no field `file` with a file')
      const bytes = new Uint8Array(await file.arrayBuffer())
      return { bytes, ...(typeof url === 'string' && url !== '' ? { url } : {}) }
    }
    case 'text/plain':
    case 'text/html':
    case 'application/octet-stream': {
      const bytes = new Uint8Array(await c.req.arrayBuffer())
      const declared = c.req.header('content-type')
      return {
        bytes,
        ...(type === 'application/octet-stream' || !declared ? {} : { headers: { 'content-type': declared } }),
      }
    }
    default:
      throw new IsnadError(
        'INPUT_INVALID',
        `the content type ${JSON.stringify(type ?? '')} is none that this address takes`,
      )
  }
}

/** The whole HTTP surface: the API over a desk, and the web application beside it. */
export function createApp(desk: Desk, options: AppOptions): OpenAPIHono {
  const app = new OpenAPIHono({
    defaultHook: (result, c) => (result.success ? undefined : invalid(c, result.error as unknown as z.ZodError)),
  })

  app.onError((error, c) => {
    if ('issues' in error && Array.isArray(error.issues)) return invalid(c, error as unknown as z.ZodError)
    if (error instanceof HTTPException && error.status < 500)
      return answerProblem(c, problemOf(new IsnadError('INPUT_INVALID', error.message)))
    const problem = problemOf(error)
    if (problem.status === 500) options.onError?.(error)
    return answerProblem(c, problem)
  })

  app.use(securityHeaders)
  app.use(hostGuard(options))
  app.use(originGuard)
  app.use(limitBody)
  app.use(tokenGuard(options))
  app.use(`${API_ROOT}/*`, async (c, next) => {
    await next()
    if (!c.res.headers.has('cache-control')) c.res.headers.set('cache-control', 'no-store')
  })

  app.openapi(routes.getHealth, (c) => c.json({ ok: true as const, isnad: options.version }, 200))
  app.openapi(routes.getStatus, async (c) => c.json(await desk.status(), 200))
  app.openapi(routes.listArticles, async (c) => c.json(await desk.articles(c.req.valid('query')), 200))
  app.openapi(routes.getArticle, async (c) => c.json(await desk.article(c.req.valid('param').id), 200))
  app.openapi(routes.getPage, async (c) => c.json(await desk.page(c.req.valid('param').id), 200))
  app.openapi(routes.deleteArticle, async (c) =>
    c.json(await desk.remove(c.req.valid('param').id, c.req.valid('json')), 200),
  )
  app.openapi(routes.correctArticle, async (c) =>
    c.json(await desk.correct(c.req.valid('param').id, c.req.valid('json')), 200),
  )
  app.openapi(routes.listLog, async (c) => c.json(await desk.log(c.req.valid('query')), 200))
  app.openapi(routes.getLineage, async (c) => c.json(await desk.lineage(c.req.valid('param').id), 200))
  app.openapi(routes.countOrigins, async (c) => c.json(await desk.origins(originsRequest(c.req.valid('query'))), 200))
  app.openapi(routes.compareArticles, async (c) => {
    const { id, other } = c.req.valid('param')
    return c.json(await desk.compare(id, other), 200)
  })
  app.openapi(routes.listStories, async (c) => c.json(await desk.stories(c.req.valid('query')), 200))
  app.openapi(routes.getStory, async (c) => c.json(await desk.story(c.req.valid('param').id), 200))
  app.openapi(routes.listHappenings, async (c) => c.json(await desk.happenings(c.req.valid('query')), 200))
  app.openapi(routes.getHappening, async (c) => c.json(await desk.happening(c.req.valid('param').id), 200))
  app.openapi(routes.listReview, async (c) => c.json(await desk.review(c.req.valid('query')), 200))
  app.openapi(routes.judge, async (c) => c.json(await desk.judge(c.req.valid('json')), 200))
  app.openapi(routes.undoJudgement, async (c) =>
    c.json(await desk.undoJudgement(c.req.valid('param').id, c.req.valid('json')), 200),
  )
  app.openapi(routes.listJudgements, async (c) => c.json(await desk.judgements(c.req.valid('query')), 200))
  app.openapi(routes.listEntities, async (c) => c.json(await desk.names(c.req.valid('query')), 200))
  app.openapi(routes.getEntity, async (c) =>
    c.json(await desk.dossier(c.req.valid('param').key, c.req.valid('query')), 200),
  )
  app.openapi(routes.search, async (c) => c.json(await desk.search(c.req.valid('query')), 200))
  app.openapi(routes.listOutlets, async (c) => c.json(await desk.outlets(), 200))
  app.openapi(routes.listFailures, async (c) => c.json(await desk.failures(c.req.valid('query')), 200))
  app.openapi(routes.forgetFailures, async (c) => c.json(await desk.forget(c.req.valid('json').ids), 200))
  app.openapi(routes.retryFailures, async (c) => {
    if (options.reread === undefined) throw new IsnadError('FORBIDDEN', 'this server opens no files; run `isnad retry`')
    return c.json(await options.reread(c.req.valid('json').ids), 200)
  })
  app.openapi(routes.ingest, async (c) => {
    const { captures, failures, restore } = c.req.valid('json')
    const owned = isOwner(c, options)
    const report = await desk.ingest(captures.map(submissionOf(owned)), {
      restore,
      failures: failures.map(({ kind, source, position, detail }) => ({
        source: sourceOf(source, owned),
        reason: kind,
        detail,
        ...(position === undefined ? {} : { position }),
      })),
    })
    return c.json(report, 200)
  })

  // Bodies of several kinds: the document lists them, `tryCapture` tells them apart.
  app.openAPIRegistry.registerPath(routes.tryPage)
  app.post(routes.tryPage.path, async (c) => c.json(await desk.attempt(await tryCapture(c)), 200))

  app.openapi(routes.exportArticles, async (c) => {
    const query = c.req.valid('query')
    const { protocol, host } = new URL(c.req.url)
    const pieces = exportPieces(desk, { ...query, address: `${protocol}//${host}` })
    c.header('content-type', EXPORT_TYPES[query.format])
    if (query.format !== 'rss') c.header('content-disposition', `attachment; filename="isnad.${query.format}"`)
    return c.body(await streamOf(pieces), 200)
  })

  app.doc31(`${API_ROOT}/openapi.json`, { ...OPENAPI, info: { ...OPENAPI.info, version: options.version } } as never)
  app.all('/api/*', (c) =>
    answerProblem(c, problemOf(new IsnadError('NOT_FOUND', `no address ${c.req.method} ${c.req.path}`))),
  )
  if (options.webFolder !== undefined) app.all('*', webFiles(options.webFolder))
  else app.notFound((c) => answerProblem(c, problemOf(new IsnadError('NOT_FOUND', `no address ${c.req.path}`))))
  return app
}

const limitBody = (c: Context, next: () => Promise<void>): Promise<Response | undefined> => {
  const maxSize =
    c.req.path === routes.ingest.path
      ? BODY_LIMITS.captures
      : c.req.path === routes.tryPage.path
        ? BODY_LIMITS.try
        : BODY_LIMITS.other
  const onError = (): never => {
    throw new IsnadError('TOO_LARGE', `the request body is larger than ${maxSize} bytes`)
  }
  return bodyLimit({ maxSize, onError })(c, next) as Promise<Response | undefined>
}

/** Waits for the first piece, so that a failure still becomes a problem document and not half a file. */
async function streamOf(pieces: AsyncGenerator<string>): Promise<ReadableStream<Uint8Array>> {
  const encoder = new TextEncoder()
  let step = await pieces.next()
  return new ReadableStream({
    async pull(controller) {
      if (step.done === true) return controller.close()
      controller.enqueue(encoder.encode(step.value))
      step = await pieces.next()
    },
    async cancel() {
      await pieces.return(undefined)
    },
  })
}
