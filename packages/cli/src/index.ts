export type { Terminal } from './command.js'
export { COMMANDS, main } from './main.js'
export { processTerminal } from './process-terminal.js'
export { importSampleCatalog, loadSample, sampleFolder } from './sample.js'
