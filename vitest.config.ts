import { defineConfig } from 'vitest/config'

/** What Node itself takes of a package: with Vite's `development` beside it, graphql would be loaded twice. */
const asNode = { resolve: { conditions: ['module-sync', 'node', 'import', 'default'] } }

/** Three speeds, chosen by project and never by a condition in a test: no I/O, real stores, whole product. */
const project = (name: string, include: string, exclude: string[] = []) => ({
  ssr: asNode,
  test: { name, include: [include], exclude: ['**/node_modules/**', '**/dist/**', ...exclude] },
})

/** Where `.ci/run` counts what ran: each run of vitest leaves one report there, in another time zone in a folder within. */
const reports = process.env['AWAYDAY_TEST_REPORTS']
const zone = process.env['AWAYDAY_TEST_ZONE'] ?? '.'
const counted = reports
  ? { reporters: ['default', 'json'], outputFile: `${reports}/${zone}/${process.pid}-${Date.now()}.json` }
  : {}

export default defineConfig({
  test: {
    passWithNoTests: true,
    ...counted,
    projects: [
      {
        ssr: asNode,
        test: {
          ...project('spec', '**/*.spec.{ts,tsx}', ['**/*.int.spec.ts', '**/*.e2e.spec.ts']).test,
          testTimeout: process.env['CI'] ? 300_000 : 5_000, // laws are tried thousands of times where changes are checked
          hookTimeout: 60_000, // some start the whole product, beside another suite
        },
      },
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
