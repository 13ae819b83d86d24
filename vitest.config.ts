import { defineConfig } from 'vitest/config'

// Packages are tested from their sources, so that a test run needs no build of the package it tests.
const resolve = { conditions: ['isnad-source', 'module', 'node', 'development|production'] }

export default defineConfig({
  resolve,
  ssr: { resolve },
  test: {
    include: ['packages/*/test/**/*.test.ts', 'scripts/test/**/*.test.ts'],
    testTimeout: 30_000,
    hookTimeout: 60_000,
  },
})
