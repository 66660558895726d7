import { defineConfig } from 'vitest/config'

/** What Node itself takes of a package: with Vite's `development` beside it, graphql would be loaded twice. */
const asNode = { resolve: { conditions: ['module-sync', 'node', 'import', 'default'] } }

/** Three speeds, chosen by project and never by a condition in a test: no I/O, real stores, whole product. */
const project = (name: string, include: string, exclude: string[] = []) => ({
  ssr: asNode,
  test: { name, include: [include], exclude: ['**/node_modules/**', '**/dist/**', ...exclude] },
})

/** Where `.ci/run` counts what ran: each run of vitest leaves one report there. */
const reports = process.env['AWAYDAY_TEST_REPORTS']
const counted = reports
  ? { reporters: ['default', 'json'], outputFile: `${reports}/${process.pid}-${Date.now()}.json` }
  : {}

export default defineConfig({
  test: {
    passWithNoTests: true,
    ...counted,
    projects: [
      project('spec', '**/*.spec.{ts,tsx}', ['**/*.int.spec.ts', '**/*.e2e.spec.ts']),
      { ssr: asNode, test: { ...project('int', '**/*.int.spec.ts').test, testTimeout: 60_000, hookTimeout: 120_000 } },
      {
        ssr: asNode,
        test: {
          ...project('e2e', '**/*.e2e.spec.ts').test,
          testTimeout: 120_000,
          hookTimeout: 120_000,
          fileParallelism: false,
        },
      },
    ],
  },
})
