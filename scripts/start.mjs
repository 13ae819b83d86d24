// npm start: installs what is missing, builds, loads the sample when the store is empty, serves the web application.
import { join } from 'node:path'
import { build, installMissing, requireNode, root, run } from './steps.mjs'

requireNode()
installMissing()
build()
const isnad = join(root, 'packages', 'cli', 'bin', 'isnad.js')
process.exit(run(process.execPath, [isnad, 'serve', '--sample-if-empty', '--open', ...process.argv.slice(2)]))
