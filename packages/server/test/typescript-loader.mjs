// Lets a worker thread run the sources as they are: execArgv --conditions=isnad-source --import ./typescript-loader.mjs
import { existsSync, readFileSync } from 'node:fs'
import { register } from 'node:module'
import { fileURLToPath } from 'node:url'

// Registered under a name of its own: the thread of the hooks loads this file too and has nothing to register.
const HOOKS = '?hooks'
if (!import.meta.url.endsWith(HOOKS)) register(import.meta.url + HOOKS)

export async function resolve(specifier, context, next) {
  const isOurs = specifier.startsWith('file:') || (specifier.startsWith('.') && context.parentURL?.endsWith('.ts'))
  if (isOurs && specifier.endsWith('.js')) {
    const source = new URL(specifier.replace(/\.js$/, '.ts'), context.parentURL)
    if (existsSync(source)) return next(source.href, context)
  }
  return next(specifier, context)
}

export async function load(url, context, next) {
  if (!url.endsWith('.ts')) return next(url, context)
  // What vitest itself compiles with: TypeScript's own compiler would take seconds over a package.
  const { transformSync } = await import('rolldown/utils')
  const path = fileURLToPath(url)
  const { code } = transformSync(path, readFileSync(path, 'utf8'))
  return { format: 'module', source: code, shortCircuit: true }
}
