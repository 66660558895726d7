import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { lockDataDir, makeDataDir, secretOf } from './data-dir.ts'
import { environment } from './environment.ts'
import { readFlags } from './flags.ts'
import { StartProblem } from './start-problem.ts'

let parent: string
beforeEach(() => {
  parent = mkdtempSync(join(tmpdir(), 'awayday-cli-'))
})
afterEach(() => rmSync(parent, { recursive: true }))

const modeOf = (file: string): number => statSync(file).mode & 0o777

describe('the data directory', () => {
  test('is made for its owner alone', () => expect(modeOf(makeDataDir(join(parent, 'a/b')))).toBe(0o700))

  test('is not a file', () => {
    const file = join(parent, 'file')
    writeFileSync(file, '')
    expect(() => makeDataDir(file)).toThrow(new StartProblem(`The data directory ${file} cannot be made.`))
  })

  test('belongs to one host at a time', () => {
    const first = lockDataDir(parent)
    const sentence = `Awayday already runs on ${parent}. Stop it, or choose another --data-dir.`
    expect(() => lockDataDir(parent)).toThrow(new StartProblem(sentence))
    first[Symbol.dispose]()
    lockDataDir(parent)[Symbol.dispose]()
  })
})

describe('the secret', () => {
  test('is made once, of 32 random bytes, for its owner alone', () => {
    const secret = secretOf(parent, {})
    expect([secret, Buffer.from(secret, 'base64url').length, modeOf(join(parent, 'secret'))]).toEqual([
      secretOf(parent, {}),
      32,
      0o600,
    ])
  })

  test('is the environment’s where there is one', () =>
    expect(secretOf(parent, { AWAYDAY_SECRET: 's'.repeat(32) })).toBe('s'.repeat(32)))

  test.each(['', 'short'])('is refused when it is "%s"', (AWAYDAY_SECRET) =>
    expect(() => secretOf(parent, { AWAYDAY_SECRET })).toThrow(
      new StartProblem('AWAYDAY_SECRET holds fewer than 32 characters.'),
    ),
  )

  test('is refused when its file was emptied', () => {
    writeFileSync(join(parent, 'secret'), '')
    expect(() => secretOf(parent, {})).toThrow(
      new StartProblem(`${join(parent, 'secret')} holds fewer than 32 characters.`),
    )
  })
})

describe('a store', () => {
  const of = (store: string) =>
    environment(readFlags(['--store', store], { AWAYDAY_DYNAMODB_ENDPOINT: 'http://x' }), '/data', 'secret')

  test('has its costs estimated, but for DynamoDB, which tells', () => {
    expect(of('sqlite')['AWAYDAY_METER']).toBe('estimate')
    expect(of('dynamodb')['AWAYDAY_METER']).toBeUndefined()
  })
})
