// npm test: installs what is missing, builds, checks the house rules, runs every test, and prints what passed and failed.
import { mkdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { build, installMissing, requireNode, root, run } from './steps.mjs'

requireNode()
installMissing()
build()

const bin = (name) => join(root, 'node_modules', '.bin', name)
const checks = [
  ['format and lint', bin('biome'), ['check', '--error-on-warnings', '.']],
  ['import directions', bin('depcruise'), ['--config', '.dependency-cruiser.cjs', 'packages']],
  ['unused code', bin('knip'), []],
  ['web application types', 'npm', ['run', 'check', '-w', '@isnad/web', '--loglevel=error']],
]
const failedChecks = []
for (const [name, command, args] of checks) {
  console.log(`\n— ${name}`)
  if (run(command, args) !== 0) failedChecks.push(name)
}

const report = join(root, '.cache', 'test-report.json')
mkdirSync(join(root, '.cache'), { recursive: true })
rmSync(report, { force: true })
console.log('\n— tests')
const status = run(bin('vitest'), [
  'run',
  '--reporter=default',
  '--reporter=json',
  `--outputFile.json=${report}`,
  ...process.argv.slice(2),
])

const { numPassedTests, numFailedTests, numPendingTests, testResults } = JSON.parse(readFileSync(report, 'utf8'))
// A file that does not load has no tests to count: it is one failure of its own.
const brokenFiles = testResults.filter((f) => f.status === 'failed' && f.assertionResults.length === 0).length
const failed = numFailedTests + brokenFiles
if (failedChecks.length > 0) console.log(`\nHouse rules broken: ${failedChecks.join(', ')}`)
if (numPendingTests > 0) console.log(`\n${numPendingTests} tests were skipped; each says above what it needs.`)
console.log(`\n${numPassedTests} passed, ${failed} failed`)
process.exit(status !== 0 || failed > 0 || failedChecks.length > 0 ? 1 : 0)
