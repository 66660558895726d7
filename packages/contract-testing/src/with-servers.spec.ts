import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { tells, withServers } from './testing/started.ts'

const outer = {
  AWAYDAY_TEST_RUN: 'outer',
  AWAYDAY_TEST_MONGODB_URL: 'mongodb://one',
  AWAYDAY_TEST_DYNAMODB_ENDPOINT: 'http://two',
}
const suite = `SKIPPED: packages/contract-testing: ${tells.join(' ')} (needs a MongoDB and a DynamoDB)\n`

describe('within another with-servers', () => {
  test('a command has the servers of the outer one', async () => {
    expect(await withServers(tells, outer)).toEqual({ code: 0, out: 'mongodb://one outer\n', err: '' })
  })

  test('a command that fails makes it fail', async () => {
    expect((await withServers(['node', '-e', 'process.exit(3)'], outer)).code).toBe(3)
  })

  test('that has none, a command is skipped, loudly', async () => {
    expect(await withServers(tells, { AWAYDAY_TEST_RUN: 'outer' })).toEqual({ code: 0, out: '', err: suite })
  })

  test('that has none, a command is a failure where CI is set', async () => {
    expect(await withServers(tells, { AWAYDAY_TEST_RUN: 'outer', CI: 'true' })).toEqual({
      code: 1,
      out: '',
      err: suite,
    })
  })

  test('that has none, a command is reported as skipped', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'awayday-reports-'))
    await withServers(tells, { AWAYDAY_TEST_RUN: 'outer', AWAYDAY_TEST_REPORTS: folder })
    const reports = readdirSync(folder).map((file) => JSON.parse(readFileSync(join(folder, file), 'utf8')))
    rmSync(folder, { recursive: true })
    expect(reports).toEqual([
      {
        testResults: [
          {
            name: `packages/contract-testing: ${tells.join(' ')}`,
            startTime: expect.any(Number),
            status: 'skipped',
            assertionResults: [{ status: 'skipped' }],
          },
        ],
      },
    ])
  })
})

describe('servers that the environment names', () => {
  test('have to answer', async () => {
    const { code, out, err } = await withServers(tells, {
      AWAYDAY_TEST_MONGODB_URL: 'mongodb://127.0.0.1:1/?serverSelectionTimeoutMS=50',
      AWAYDAY_TEST_DYNAMODB_ENDPOINT: 'http://127.0.0.1:1',
    })
    expect({ code, out }).toEqual({ code: 1, out: '' })
    expect(err).toContain('no answer from mongodb://127.0.0.1:1')
  })

  test('are two', async () => {
    const { code, out, err } = await withServers(tells, { AWAYDAY_TEST_MONGODB_URL: 'mongodb://127.0.0.1:1' })
    expect({ code, out }).toEqual({ code: 1, out: '' })
    expect(err).toContain('set both or neither')
  })
})
