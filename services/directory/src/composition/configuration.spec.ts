import { expect, test } from 'vitest'
import { configurationOf } from './configuration.ts'

const secret = 'thirty-two characters are enough'

test('the directory takes a secret and a place to store', () => {
  expect(configurationOf({ AWAYDAY_SECRET: secret, AWAYDAY_DATA_DIR: '.' })).toEqual({ secret, demo: false })
  expect(configurationOf({ AWAYDAY_SECRET: secret, AWAYDAY_STORE: 'dynamodb', AWAYDAY_DEMO: '1' })).toEqual({
    secret,
    demo: true,
  })
})

test.each([
  [{}, ['AWAYDAY_SECRET is missing', 'AWAYDAY_DATA_DIR is missing']],
  [{ AWAYDAY_SECRET: '', AWAYDAY_DATA_DIR: '.' }, ['AWAYDAY_SECRET is missing']],
  [{ AWAYDAY_SECRET: secret.slice(1), AWAYDAY_DATA_DIR: '.' }, ['AWAYDAY_SECRET has 31 characters']],
  [{ AWAYDAY_SECRET: secret, AWAYDAY_STORE: 'oracle', AWAYDAY_DEMO: 'yes' }, ['AWAYDAY_DEMO is', 'AWAYDAY_STORE is']],
  [{ AWAYDAY_SECRET: 'x', AWAYDAY_STORE: 'mongodb' }, ['AWAYDAY_SECRET has 1', 'AWAYDAY_MONGODB_URL is missing']],
])('%j is refused with everything that is wrong at once, and without the secret', (env, problems) => {
  const refusal = messageOf(() => configurationOf(env))
  expect(refusal.split('\n- ').slice(1)).toEqual(problems.map((problem) => expect.stringContaining(problem)))
  expect(refusal).not.toContain(secret.slice(1))
})

const messageOf = (run: () => unknown): string => {
  try {
    run()
  } catch (trouble) {
    if (trouble instanceof Error) return trouble.message
  }
  throw new Error('nothing was refused')
}
