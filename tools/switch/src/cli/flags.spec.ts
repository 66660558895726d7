import { expect, test } from 'vitest'
import { SwitchProblem } from '../problem.ts'
import { readFlags } from './flags.ts'

const env = { AWAYDAY_MONGODB_URL: 'mongodb://127.0.0.1', AWAYDAY_DYNAMODB_ENDPOINT: 'http://127.0.0.1:8000' }
const stores = ['--from', 'mongodb', '--to', 'dynamodb']

test('a command line says what moves from where to where', () => {
  const flags = readFlags(
    ['copy', ...stores, '--service', 'leave', '--tenant', 'acme,b', '--max-write-units', '500'],
    env,
  )
  expect(flags).toMatchObject({
    stage: 'copy',
    from: 'mongodb',
    to: 'dynamodb',
    tenants: ['acme', 'b'],
    maxWriteUnits: 500,
  })
  expect(flags?.services.map(({ name }) => name)).toEqual(['leave'])
  expect(readFlags(['status', ...stores], env)?.services.map(({ name }) => name)).toEqual(['directory', 'leave'])
  expect(readFlags(['shadow-read', ...stores, '--percent', '5', '--for', '30s'], env)).toMatchObject({
    percent: 5,
    forS: 30,
  })
  expect(readFlags(['--help'], {})).toBeUndefined()
})

const refused = (args: readonly string[], settings: NodeJS.ProcessEnv = env): string => {
  try {
    readFlags(args, settings)
  } catch (trouble) {
    if (trouble instanceof SwitchProblem) return trouble.message
    throw trouble
  }
  return ''
}

test('all that is missing is said at once', () => {
  expect(refused(['finish', ...stores], {})).toBe(
    'mongodb needs AWAYDAY_MONGODB_URL; dynamodb needs AWAYDAY_DYNAMODB_ENDPOINT, or AWS_REGION; finish signs its report with AWAYDAY_SECRET, of 32 characters or more. See --help.',
  )
  expect(refused(['move', '--from', 'mongodb', '--to', 'oracle', '--service', 'x', '--percent', '101'])).toBe(
    'the first word is one stage of card, plan, capture, copy, tail, verify, shadow-read, cut-over, rollback, finish, status, run; --to takes sqlite, mongodb, dynamodb, not "oracle"; --service takes directory, leave, not "x"; --percent takes a number, not "101". See --help.',
  )
  expect(refused(['copy', '--from', 'mongodb', '--to', 'mongodb'])).toBe(
    '--from and --to name the same store. See --help.',
  )
  expect(refused(['copy', ...stores, '--fast'])).toMatch(/^Unknown option '--fast'/)
})
