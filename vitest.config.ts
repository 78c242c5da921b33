import { defineConfig } from 'vitest/config'

/** One project by what its tests run in. Browsers and whole runs are slow to start, so their files share a worker less. */
const project = (name: string, timeout: number) => ({
  test: {
    name,
    include: [`test/${name}/**/*.test.ts`, `test/${name}/**/*.test.tsx`],
    testTimeout: timeout,
    hookTimeout: 60_000,
  },
})

export default defineConfig({
  test: {
    globalSetup: 'test/support/global-setup.ts',
    // Two cores: more browsers at once only get into each other's way.
    maxWorkers: 2,
    reporters: process.env.CI ? ['dot'] : ['default'],
    projects: [
      project('unit', 10_000),
      project('sandbox', 20_000),
      project('browser', 40_000),
      project('end-to-end', 120_000),
    ],
  },
})
