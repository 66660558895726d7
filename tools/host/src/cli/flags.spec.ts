import { describe, expect, test } from 'vitest'
import { readFlags } from './flags.ts'
import { StartProblem } from './start-problem.ts'

const unless = {
  host: '127.0.0.1',
  port: 3000,
  dataDir: '.awayday',
  reset: false,
  seed: true,
  store: 'sqlite',
  otherStores: [],
  today: undefined,
  zips: undefined,
  help: false,
}

describe('the command line', () => {
  test('may be empty', () => expect(readFlags([], {})).toEqual(unless))

  test('says everything', () => {
    const args =
      '--host 0.0.0.0 --port 0 --data-dir /tmp/x --reset --no-seed --store mongodb --other-stores sqlite,dynamodb --today 2027-01-01 --help'.split(
        ' ',
      )
    expect(readFlags(args, {})).toEqual({
      host: '0.0.0.0',
      port: 0,
      dataDir: '/tmp/x',
      reset: true,
      seed: false,
      store: 'mongodb',
      otherStores: ['sqlite', 'dynamodb'],
      today: '2027-01-01',
      help: true,
    })
  })

  test('wins over the environment', () => {
    const env = {
      AWAYDAY_STORE: 'dynamodb',
      AWAYDAY_OTHER_STORES: 'sqlite',
      AWAYDAY_DATA_DIR: '/data',
      AWAYDAY_DYNAMODB_ENDPOINT: 'http://x',
    }
    expect(readFlags([], env)).toEqual({ ...unless, store: 'dynamodb', otherStores: ['sqlite'], dataDir: '/data' })
    expect(readFlags(['--store=sqlite', '--other-stores=', '--data-dir=x'], env)).toEqual({ ...unless, dataDir: 'x' })
  })

  test.each([
    [['--prot', '1'], "Unknown option '--prot'. See --help."],
    [['start'], "Unexpected argument 'start'. See --help."],
    [['--port'], "Option '--port <value>' argument missing. See --help."],
    [['--reset=yes'], "Option '--reset' does not take an argument. See --help."],
    [['--port', 'http'], '--port takes a number from 0 to 65535, not "http".'],
    [['--port', '65536'], '--port takes a number from 0 to 65535, not "65536".'],
    [['--store', 'oracle'], '--store takes sqlite, mongodb, dynamodb, not "oracle".'],
    [['--host', 'localhost'], '--host takes an address of this machine such as 127.0.0.1 or 0.0.0.0, not "localhost".'],
    [['--store', 'mongodb'], '--store mongodb needs AWAYDAY_MONGODB_URL.'],
    [['--other-stores', 'dynamodb'], '--other-stores dynamodb needs AWAYDAY_DYNAMODB_ENDPOINT.'],
    [['--other-stores', 'sqlite,oracle'], '--other-stores takes sqlite, mongodb, dynamodb, not "oracle".'],
    [['--zips', '/none'], '--zips takes a folder that pnpm build has made; /none has no index.json.'],
    [['--today', '2027-02-30'], '--today takes a date such as 2027-01-01, not "2027-02-30".'],
  ])('is refused in one sentence: %j', (args, sentence) =>
    expect(() => readFlags(args, {})).toThrow(new StartProblem(sentence)),
  )

  test('and the environment are refused with everything that is wrong in them', () =>
    expect(() =>
      readFlags(['--port', 'x', '--store', 'mongodb', '--today', 'now'], { AWAYDAY_SECRET: 'short' }),
    ).toThrow(
      new StartProblem(`--port takes a number from 0 to 65535, not "x".
--today takes a date such as 2027-01-01, not "now".
--store mongodb needs AWAYDAY_MONGODB_URL.
AWAYDAY_SECRET holds fewer than 32 characters.`),
    ))
})
