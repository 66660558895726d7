import { describe, expect, test } from 'vitest'
import { readFlags } from './flags.ts'
import { ShipProblem } from './ship-problem.ts'

const today = '2027-01-01'
const read = (line: string) => readFlags(line.split(' ').filter(Boolean), today)

describe('the command line of a deploy', () => {
  test('says where, what and how', () => {
    expect(read('ship ana --region eu-west-1 --expires 2027-01-31 --service leave --people 20 --yes')).toMatchObject({
      verb: 'ship',
      environment: 'ana',
      region: 'eu-west-1',
      expires: '2027-01-31',
      service: 'leave',
      people: 20,
      yes: true,
      dryRun: false,
      over: false,
    })
    expect(read('promote test prod')).toMatchObject({ verb: 'promote', from: 'test', environment: 'prod' })
    expect(read('ship prod')).toMatchObject({ atOnce: false })
    expect(read('ship prod --at-once')).toMatchObject({ atOnce: true })
    expect(read('rollback prod')).toMatchObject({ verb: 'rollback', atOnce: true })
    expect(read('retire')).toMatchObject({ verb: 'retire', environment: undefined })
  })

  test.each(['', '--help', 'ship -h'])('asks for help: "%s"', (line) => expect(read(line)).toBe(undefined))

  test.each([
    ['ship', 'ship takes one name of environments, not 0. See --help.'],
    ['promote test', 'promote takes two names of environments, not 1. See --help.'],
    ['sail prod', 'sail is none of ship, promote, rollback, retire. See --help.'],
    ['ship prod --speed 3', "Unknown option '--speed'. See --help."],
    [
      'ship Prod --region europe --service mail --expires 2027-02-30 --people many',
      'an environment is 2 to 16 small letters and digits, such as prod or ana, not "Prod"; --region takes one such as eu-west-1, not "europe"; --service takes directory, leave, dashboard, not "mail"; --expires takes a date such as 2027-01-01, not "2027-02-30"; --people takes a number, not "many". See --help.',
    ],
    [
      'ship ana --expires 2026-12-31 --keeps-data',
      '--expires 2026-12-31 is over; what has a last day cannot keep its data: --expires or --keeps-data. See --help.',
    ],
  ])('is refused with all that is wrong in it: "%s"', (line, sentence) =>
    expect(() => read(line)).toThrow(new ShipProblem(sentence)),
  )
})
