import { createHash } from 'node:crypto'
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { localDesk } from '../src/desk/desk.js'
import { type AppOptions, createApp } from '../src/http/app.js'
import { MemoryStore } from './memory-store.js'
import { plainReader } from './plain-reader.js'

const appWith = (options: Partial<AppOptions> = {}, store = new MemoryStore()) =>
  createApp(localDesk(store, plainReader, { isnad: '0.1.0' }), { version: '0.1.0', ...options })

const HEALTH = '/api/v1/health'
const STATUS = '/api/v1/status'

describe('a page that points its own name at this machine is refused', () => {
  test.each([
    ['localhost', 'localhost:4747', 200],
    ['loopback', '127.0.0.1:4747', 200],
    ['another loopback address', '127.0.0.2:4747', 200],
    ['IPv6 loopback', '[::1]:4747', 200],
    ['a foreign name', 'evil.example:4747', 403],
    ['a name that begins like ours', 'localhost.evil.example', 403],
    ['a name that ends like ours', '127.0.0.1.nip.example', 403],
    ['a number that is loopback to some', '2130706433', 200],
    ['nonsense', 'a b', 403],
    ['a path in the host', '127.0.0.1/x', 403],
  ])('%s', async (_name, host, status) => {
    expect((await appWith().request(HEALTH, { headers: { host } })).status).toBe(status)
  })

  test('names of our own are allowed', async () => {
    const app = appWith({ hosts: ['desk.example'] })
    expect((await app.request(HEALTH, { headers: { host: 'desk.example:80' } })).status).toBe(200)
  })
})

describe('a page of another site may not change anything', () => {
  const post = (headers: Record<string, string>) =>
    appWith().request('/api/v1/try', {
      method: 'POST',
      headers: { host: '127.0.0.1:4747', 'content-type': 'text/plain', ...headers },
      body: 'عنوان\nنص',
    })
  test.each<[string, Record<string, string>, number]>([
    ['no origin (a program)', {}, 200],
    ['our own origin', { origin: 'http://127.0.0.1:4747', 'sec-fetch-site': 'same-origin' }, 200],
    ['another site', { origin: 'https://evil.example' }, 403],
    ['another port of this machine', { origin: 'http://127.0.0.1:8080' }, 403],
    ['an origin that hides itself', { origin: 'null' }, 403],
    ['a browser that says cross-site', { 'sec-fetch-site': 'cross-site' }, 403],
  ])('%s', async (_name, headers, status) => {
    expect((await post(headers)).status).toBe(status)
  })
})

describe('with a token', () => {
  const TOKEN = 'a-token-of-our-own'
  const app = appWith({ token: TOKEN, ownerToken: 'the-owners-own-token' })

  test.each<[string, Record<string, string>, number]>([
    ['none', {}, 401],
    ['a wrong one', { authorization: 'Bearer a-token-of-our-owm' }, 401],
    ['the right one', { authorization: `Bearer ${TOKEN}` }, 200],
    ["the owner's", { authorization: 'Bearer the-owners-own-token' }, 200],
    ['an empty one', { authorization: 'Bearer ' }, 401],
  ])('%s', async (_name, headers, status) => {
    const response = await app.request(STATUS, { headers })
    expect(response.status).toBe(status)
    if (status === 401) expect(response.headers.get('www-authenticate')).toContain('Bearer')
  })

  test('health asks for none', async () => {
    expect((await app.request(HEALTH)).status).toBe(200)
  })

  test('the address with the token opens a session and hides the token', async () => {
    const response = await app.request(`/articles?token=${TOKEN}&x=1`)
    expect(response.status).toBe(303)
    expect(response.headers.get('location')).toBe('/articles?x=1')
    const cookie = response.headers.get('set-cookie') ?? ''
    expect(cookie).toMatch(/HttpOnly/)
    expect(cookie).toMatch(/SameSite=Strict/)
    expect(cookie).not.toContain(TOKEN)
    const session = cookie.split(';')[0] ?? ''
    expect((await app.request(STATUS, { headers: { cookie: session } })).status).toBe(200)
    expect((await app.request(STATUS, { headers: { cookie: `${session}0` } })).status).toBe(401)
  })

  test('a browser gets a form, whose style alone the policy lets through', async () => {
    const response = await app.request('/articles/1')
    const body = await response.text()
    expect(response.status).toBe(401)
    const style = /<style>([^<]*)<\/style>/.exec(body)?.[1] ?? ''
    const hash = createHash('sha256').update(style).digest('base64')
    expect(response.headers.get('content-security-policy')).toContain(`style-src 'sha256-${hash}'`)
    expect(body).not.toContain('<script')
  })

  test.each([
    ['the right token', TOKEN, 303],
    ['a wrong one', 'guess', 401],
  ])('the form with %s', async (_name, token, status) => {
    const response = await app.request('/sign-in', { method: 'POST', body: new URLSearchParams({ token }) })
    expect(response.status).toBe(status)
    expect(response.headers.has('set-cookie')).toBe(status === 303)
  })
})

describe('the web application', () => {
  let folder: string
  let app: ReturnType<typeof appWith>
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'isnad-web-'))
    await mkdir(join(folder, 'dist', 'assets'), { recursive: true })
    await writeFile(join(folder, 'secret.txt'), 'secret')
    await writeFile(join(folder, 'dist', 'index.html'), '<!doctype html><title>Isnad</title>')
    await writeFile(join(folder, 'dist', 'assets', 'app-1a2b.js'), 'export {}')
    app = appWith({ webFolder: join(folder, 'dist') })
  })
  afterAll(() => rm(folder, { recursive: true }))

  test.each([
    ['/', 200, 'text/html; charset=utf-8', 'no-cache'],
    ['/articles/3f9c', 200, 'text/html; charset=utf-8', 'no-cache'],
    ['/assets/app-1a2b.js', 200, 'text/javascript; charset=utf-8', 'public, max-age=31536000, immutable'],
    ['/assets/gone.js', 404, 'text/plain; charset=UTF-8', null],
    ['/..%2fsecret.txt', 404, 'text/plain; charset=UTF-8', null],
    ['/%2e%2e/secret.txt', 404, 'text/plain; charset=UTF-8', null],
    ['/..%5csecret.txt', 404, 'text/plain; charset=UTF-8', null],
    ['/%00.js', 404, 'text/plain; charset=UTF-8', null],
    ['/%E0%A4%A.js', 404, 'text/plain; charset=UTF-8', null],
  ])('%s', async (path, status, type, cache) => {
    const response = await app.request(path)
    expect([response.status, response.headers.get('content-type'), response.headers.get('cache-control')]).toEqual([
      status,
      type,
      cache,
    ])
    expect(await response.text()).not.toContain('secret')
  })

  test('every answer forbids scripts from elsewhere, framing and guessing of types', async () => {
    for (const path of ['/', HEALTH, '/assets/app-1a2b.js', '/api/v1/nowhere']) {
      const { headers } = await app.request(path)
      const policy = headers.get('content-security-policy') ?? ''
      expect(policy).toContain("default-src 'none'")
      expect(policy).toContain("script-src 'self';")
      expect(policy).toContain("frame-ancestors 'none'")
      expect(policy).not.toContain('unsafe')
      expect(policy).not.toContain('http')
      expect(headers.get('x-content-type-options')).toBe('nosniff')
    }
  })

  test('what has not changed is not sent again', async () => {
    const etag = (await app.request('/')).headers.get('etag') ?? ''
    const again = await app.request('/', { headers: { 'if-none-match': etag } })
    expect([again.status, await again.text()]).toEqual([304, ''])
  })

  test('a missing build is told with its repair', async () => {
    const response = await appWith({ webFolder: join(folder, 'nothing') }).request('/')
    expect(response.status).toBe(503)
    expect(await response.text()).toContain('npm run build')
  })
})
