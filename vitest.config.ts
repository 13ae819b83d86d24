import { defineConfig } from 'vitest/config'

// Packages are tested from their sources, so that a test run needs no build of the package it tests.
const resolve = { conditions: ['isnad-source', 'module', 'node', 'development|production'] }

export default defineConfig({
  resolve,
  ssr: { resolve },
  test: {
    include: ['packages/*/test/**/*.test.ts', 'scripts/test/**/*.test.ts'],
    // vitest leaves one core free by default: on two cores that would be one worker
    maxWorkers: '100%',
    testTimeout: 30_000,
    hookTimeout: 60_000,
  },
})
