import { defineConfig } from 'vitest/config'

// Node announces SQLite and type stripping as experimental; both are pinned and tested here.
const execArgv = ['--disable-warning=ExperimentalWarning']

// Files of one worker share what they import: loading it anew for each took a third of the time.
const isolate = false

/**
 * Three projects. `unit`: pure code, in parallel. `integration`: real stores in temporary folders, a real PostgreSQL,
 * real processes. `e2e`: the built client and the real server in a real browser.
 */
export default defineConfig({
  oxc: { jsx: { runtime: 'automatic' } },
  test: {
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: ['tests/{shared,client}/**/*.test.{ts,tsx}'],
          execArgv,
          isolate,
        },
      },
      {
        extends: true,
        test: {
          name: 'integration',
          include: ['tests/**/*.test.{ts,tsx}'],
          exclude: ['tests/{shared,client,e2e,soak}/**'],
          globalSetup: ['tests/support/postgresServer.ts', 'tests/support/emptyInstallation.ts'],
          pool: 'forks',
          // They wait for processes and files more than they compute.
          maxWorkers: 3,
          execArgv,
          isolate,
          testTimeout: 60_000,
          hookTimeout: 120_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'e2e',
          include: ['tests/e2e/**/*.test.ts'],
          globalSetup: [
            'tests/support/clientBuilt.ts',
            'tests/support/emptyInstallation.ts',
            'tests/support/sampleLoaded.ts',
          ],
          pool: 'forks',
          maxWorkers: 2,
          execArgv,
          isolate,
          testTimeout: 120_000,
          hookTimeout: 180_000,
        },
      },
    ],
  },
})
