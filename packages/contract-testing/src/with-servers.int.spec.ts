import { chmodSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { MongoClient } from 'mongodb'
import { describe, expect, test } from 'vitest'
import { endpointsOf, variablesOf } from './servers/endpoints.ts'
import { tells, withServers } from './testing/started.ts'

const { AWAYDAY_TEST_RUN: _outer, ...named } = variablesOf(endpointsOf(process.env))
const script = (name: string) => new URL(`./testing/${name}`, import.meta.url).pathname

const outer = {
  AWAYDAY_TEST_RUN: 'outer',
  AWAYDAY_TEST_MONGODB_URL: 'mongodb://one',
  AWAYDAY_TEST_DYNAMODB_ENDPOINT: 'http://two',
}
const suite = `SKIPPED: packages/contract-testing: ${tells.join(' ')} (needs a MongoDB and a DynamoDB)\n`

describe('a run on servers that the environment names', () => {
  test('has an id of its own, and ends as its command does', async () => {
    const { code, out, err } = await withServers(tells, named)
    expect({ code, err }).toEqual({ code: 0, err: '' })
    expect(out).toMatch(new RegExp(`^${named['AWAYDAY_TEST_MONGODB_URL']} [0-9a-z]+\n$`))
  })

  test('passes when its command has removed what it made', async () => {
    expect(await withServers(['node', script('tidy.ts')], named)).toEqual({ code: 0, out: '', err: '' })
  })

  test('fails for a leak, and names it', async () => {
    const { code, out, err } = await withServers(['node', script('untidy.ts')], named)
    await using client = await new MongoClient(String(named['AWAYDAY_TEST_MONGODB_URL'])).connect()
    await client.db(out.trim()).dropDatabase()
    expect({ code, err }).toEqual({ code: 1, err: `LEAK: a suite has left database ${out}` })
  })
})

describe('where no server is to be had', () => {
  // A registry that nobody runs: whether or not a Docker engine answers, there is no such image.
  const none = { AWAYDAY_TEST_MONGODB_IMAGE: '127.0.0.1:1/awayday-test/none:1' }

  test('a command is skipped', async () => {
    const { code, out, err } = await withServers(tells, none)
    expect({ code, out }).toEqual({ code: 0, out: '' })
    expect(err).toContain('No MongoDB and DynamoDB to test on: ')
    expect(err).toContain('SKIPPED: packages/contract-testing: node -e ')
  })

  test('turbo runs all the same, and its tasks know that there is none', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'awayday-turbo-'))
    const turbo = join(folder, 'turbo')
    writeFileSync(
      turbo,
      '#!/bin/sh\necho "[$AWAYDAY_TEST_MONGODB_URL]" $(test -n "$AWAYDAY_TEST_RUN" && echo known)\nexit 5\n',
    )
    chmodSync(turbo, 0o755)
    const { code, out } = await withServers(['turbo'], { ...none, PATH: `${folder}:${process.env['PATH']}` })
    rmSync(folder, { recursive: true })
    expect({ code, out }).toEqual({ code: 5, out: '[] known\n' })
  })
})

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
