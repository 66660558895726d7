import { describe, expect, test } from 'vitest'
import { readFlags } from './flags.ts'
import { StartProblem } from './start-problem.ts'

const unless = {
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
      '--port 0 --data-dir /tmp/x --reset --no-seed --store mongodb --other-stores sqlite,dynamodb --today 2027-01-01 --help'.split(
        ' ',
      )
    expect(readFlags(args, {})).toEqual({
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
    const env = { AWAYDAY_STORE: 'dynamodb', AWAYDAY_OTHER_STORES: 'sqlite', AWAYDAY_DATA_DIR: '/data' }
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
    [['--other-stores', 'mongodb,oracle'], '--other-stores takes sqlite, mongodb, dynamodb, not "oracle".'],
    [['--zips', '/none'], '--zips takes a folder that pnpm build has made; /none has no index.json.'],
    [['--today', '2027-02-30'], '--today takes a date such as 2027-01-01, not "2027-02-30".'],
  ])('is refused in one sentence: %j', (args, sentence) =>
    expect(() => readFlags(args, {})).toThrow(new StartProblem(sentence)),
  )
})
