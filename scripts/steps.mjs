// What npm start, npm test and npm run eval share: installing what is missing and building what is stale.
import { spawnSync } from 'node:child_process'
import { existsSync, readdirSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

export const root = dirname(dirname(fileURLToPath(import.meta.url)))

/** Runs a command with its output shown; answers its exit status. */
export function run(command, args, options = {}) {
  const { status, error } = spawnSync(command, args, { cwd: root, stdio: 'inherit', ...options })
  if (error !== undefined) {
    console.error(`${command}: ${error.message}`)
    return 127
  }
  return status ?? 1
}

/** Runs a command and ends the process with its status when it fails. */
export function runOrExit(command, args, options) {
  const status = run(command, args, options)
  if (status !== 0) {
    console.error(`\n${command} ${args.join(' ')} ended with status ${status}`)
    process.exit(status)
  }
}

export function requireNode() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)
  if (major > 20 || (major === 20 && minor >= 19)) return
  console.error(
    `Isnad needs Node.js 20.19 or newer; this is ${process.versions.node}. Install a newer one from your system or nodejs.org.`,
  )
  process.exit(1)
}

/** `npm ci` when node_modules is missing or older than the lock file. */
export function installMissing() {
  const marker = join(root, 'node_modules', '.package-lock.json')
  const lock = join(root, 'package-lock.json')
  if (existsSync(marker) && statSync(marker).mtimeMs >= statSync(lock).mtimeMs - 1000) return
  console.log('Installing packages (npm ci) …')
  runOrExit('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'])
}

/** Compiles the packages (incremental), works out the tables of names, and bundles the web application when a source is newer than the bundle. */
export function build() {
  runOrExit(process.execPath, [join(root, 'node_modules', 'typescript', 'bin', 'tsc'), '-b'])
  runOrExit(process.execPath, [join(root, 'packages', 'entities', 'scripts', 'prepare-tables.mjs')])
  const web = join(root, 'packages', 'web')
  const bundle = join(web, 'dist', 'index.html')
  const newest = Math.max(
    newestIn(join(web, 'src')),
    ...['index.html', 'vite.config.ts', 'package.json'].map((f) => modified(join(web, f))),
  )
  if (modified(bundle) >= newest) return
  runOrExit('npm', ['run', 'build', '-w', '@isnad/web', '--loglevel=error'])
}

const modified = (file) => (existsSync(file) ? statSync(file).mtimeMs : 0)

function newestIn(folder) {
  if (!existsSync(folder)) return 0
  let newest = 0
  for (const entry of readdirSync(folder, { withFileTypes: true, recursive: true })) {
    if (entry.isFile()) newest = Math.max(newest, modified(join(entry.parentPath ?? entry.path, entry.name)))
  }
  return newest
}
