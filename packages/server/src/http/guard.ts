import { createHash, timingSafeEqual } from 'node:crypto'
import { isIP } from 'node:net'
import { IsnadError } from '@isnad/text'
import type { Context, MiddlewareHandler } from 'hono'
import { getCookie, setCookie } from 'hono/cookie'
import { html } from 'hono/html'
import { API_ROOT } from '../contract/contract.js'

/** Who may ask this server, and what a browser may do with its answers. */

export interface GuardOptions {
  /** Names by which the server is asked beside localhost, without port. Undefined: any name, as a token protects it. */
  readonly hosts?: readonly string[] | undefined
  /** Asked of every request but the health check, when given. */
  readonly token?: string | undefined
  /**
   * Known only to who may read the data folder: shows that a caller is the user who runs the server. Opens the server as
   * `token` does; beyond that, sources that such a caller names are files which the server may open again.
   */
  readonly ownerToken?: string | undefined
}

const LOOPBACK = new Set(['localhost', '127.0.0.1', '[::1]', '::1'])

/** True for an address that only this machine can reach. */
export const isLoopback = (host: string): boolean =>
  LOOPBACK.has(host.toLowerCase()) || (isIP(host) === 4 && host.startsWith('127.'))

/** `name:port` without its port; undefined when it is no host at all. */
const hostName = (header: string): string | undefined => {
  const address = `http://${header}`
  if (/[/?#@\\\s]/.test(header) || !URL.canParse(address)) return undefined
  return new URL(address).hostname.toLowerCase()
}

/**
 * Refuses a Host header that is not ours. A page on the web can point its own name at 127.0.0.1 (DNS rebinding) and then
 * counts as same-origin in the browser; the name it sends along gives it away.
 */
export const hostGuard =
  ({ hosts, token }: GuardOptions): MiddlewareHandler =>
  async (c, next) => {
    const name = hostName(c.req.header('host') ?? new URL(c.req.url).host)
    const allowed = token !== undefined || (name !== undefined && (isLoopback(name) || hosts?.includes(name) === true))
    if (name === undefined || !allowed)
      throw new IsnadError(
        'FORBIDDEN',
        `this server does not answer to the host ${JSON.stringify(c.req.header('host'))}`,
      )
    await next()
  }

const SAFE = new Set(['GET', 'HEAD', 'OPTIONS'])

/** Refuses changes that a page of another site asks for: a form can be posted across sites without being read. */
export const originGuard: MiddlewareHandler = async (c, next) => {
  const origin = c.req.header('origin')
  const site = c.req.header('sec-fetch-site')
  const own = c.req.header('host') ?? new URL(c.req.url).host
  const foreign = origin !== undefined && (!URL.canParse(origin) || new URL(origin).host !== own)
  if (!SAFE.has(c.req.method) && (foreign || site === 'cross-site' || site === 'same-site'))
    throw new IsnadError('FORBIDDEN', `a page of ${origin ?? 'another site'} may not change anything here`)
  await next()
}

const COOKIE = 'isnad-session'
const digest = (text: string): Buffer => createHash('sha256').update(text).digest()
const same = (a: string, b: string): boolean => timingSafeEqual(digest(a), digest(b))
/** What the cookie holds: it opens this server alone and does not tell the token. */
const sessionOf = (token: string): string => createHash('sha256').update(`isnad session ${token}`).digest('hex')

const bearer = (c: Context): string | undefined => {
  const header = c.req.header('authorization')
  return header?.startsWith('Bearer ') === true ? header.slice('Bearer '.length).trim() : undefined
}

/** True when the caller is the user who runs the server. */
export const isOwner = (c: Context, { ownerToken }: GuardOptions): boolean => {
  const offered = bearer(c)
  return ownerToken !== undefined && offered !== undefined && same(offered, ownerToken)
}

function isAuthorised(c: Context, token: string): boolean {
  const offered = bearer(c)
  if (offered !== undefined) return same(offered, token)
  const cookie = getCookie(c, COOKIE)
  return cookie !== undefined && same(cookie, sessionOf(token))
}

function openSession(c: Context, token: string): void {
  setCookie(c, COOKIE, sessionOf(token), { httpOnly: true, sameSite: 'Strict', path: '/', maxAge: 30 * 24 * 3600 })
}

const SIGN_IN_STYLE =
  'body{font:1.1rem/1.8 serif;max-width:26rem;margin:4rem auto;padding:0 1rem}input,button{font:inherit;width:100%;box-sizing:border-box;margin:.3rem 0}'

const signInPage = (failed: boolean) => html`<!doctype html>
<html lang="ar" dir="rtl"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Isnad</title>
<style>${SIGN_IN_STYLE}</style></head>
<body><h1>إسناد <bdi>Isnad</bdi></h1>
<form method="post" action="/sign-in"><p><label for="token">رمز الدخول <bdi lang="en">Token</bdi></label></p>
<input id="token" name="token" type="password" autocomplete="current-password" required autofocus dir="ltr">
<button>دخول <bdi lang="en">Sign in</bdi></button></form>
${failed ? html`<p role="alert">الرمز غير صحيح <bdi lang="en">That is not the token</bdi></p>` : ''}
</body></html>`

const CONTENT_POLICY = {
  'default-src': "'none'",
  'script-src': "'self'",
  'style-src': "'self'",
  'img-src': "'self' data:",
  'font-src': "'self'",
  'connect-src': "'self'",
  'manifest-src': "'self'",
  'worker-src': "'self'",
  'base-uri': "'none'",
  'form-action': "'self'",
  'frame-ancestors': "'none'",
} as const

const policy = (overrides: Partial<Record<keyof typeof CONTENT_POLICY, string>> = {}): string =>
  Object.entries({ ...CONTENT_POLICY, ...overrides })
    .map(([directive, sources]) => `${directive} ${sources}`)
    .join('; ')

/** Nothing is loaded from elsewhere, no script stands in a page, no type is guessed, no site may frame this one. */
export const securityHeaders: MiddlewareHandler = async (c, next) => {
  await next()
  const headers: Readonly<Record<string, string>> = {
    'content-security-policy': policy(),
    'x-content-type-options': 'nosniff',
    'x-frame-options': 'DENY',
    'referrer-policy': 'no-referrer',
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
    'permissions-policy': 'camera=(), microphone=(), geolocation=()',
  }
  for (const [name, value] of Object.entries(headers)) if (!c.res.headers.has(name)) c.res.headers.set(name, value)
}

const signIn = (c: Context, failed: boolean): Response | Promise<Response> => {
  const style = `'sha256-${createHash('sha256').update(SIGN_IN_STYLE).digest('base64')}'`
  c.header('content-security-policy', policy({ 'style-src': style }))
  c.header('cache-control', 'no-store')
  return c.html(signInPage(failed), 401)
}

/**
 * Asks for the token: in the `Authorization` header, or once by a form or `?token=` in an address, after which a cookie
 * stands for it. Programs get a problem document, browsers that open a page get the form.
 */
export const tokenGuard =
  (options: GuardOptions): MiddlewareHandler =>
  async (c, next) => {
    const { token } = options
    if (token === undefined || c.req.path === `${API_ROOT}/health`) return next()
    if (c.req.path === '/sign-in' && c.req.method === 'POST') {
      const { token: offered } = await c.req.parseBody()
      if (typeof offered !== 'string' || !same(offered.trim(), token)) return signIn(c, true)
      openSession(c, token)
      return c.redirect('/', 303)
    }
    const offered = c.req.method === 'GET' ? c.req.query('token') : undefined
    if (offered !== undefined && same(offered, token)) {
      openSession(c, token)
      const address = new URL(c.req.url)
      address.searchParams.delete('token')
      return c.redirect(`${address.pathname}${address.search}`, 303)
    }
    if (isAuthorised(c, token) || isOwner(c, options)) return next()
    if (c.req.method === 'GET' && !c.req.path.startsWith('/api/')) return signIn(c, false)
    throw new IsnadError('UNAUTHORISED', 'no token, or not the right one')
  }
