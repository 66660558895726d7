import { describe, expect, test } from 'vitest'
import { DAY, date, milestone, vacation, week } from '../../entitlement/earning.given.ts'
import { answerTo, ofVacation, someone } from './asked.given.ts'

const monthly = { per: 'grant', frequency: { every: 'month', on: 'leaveYear' } } as const

describe('grants', () => {
  test('are what caps let them be', () => {
    const policy = vacation({ stage: { ...monthly, amount: 2 * DAY, balanceCap: 5 * DAY } })
    const until = date('2025-12-31')
    const answer = answerTo(
      { ask: 'grants', ...ofVacation, from: null, until },
      someone({ joined: '2025-01-01', policy }),
    )
    const months = ['01', '02', '03', '04', '05', '06', '07', '08', '09', '10', '11', '12']
    const paid = months.map((month, nth) => {
      const amount = ['2', '2', '1'][nth] ?? '0'
      return { on: `2025-${month}-01`, amount, ...(nth < 2 ? {} : { withheld: nth === 2 ? '1' : '2' }) }
    })
    expect(answer).toMatchObject({ total: '5', withheld: '19', grants: paid })
  })
})

describe('the proration of a leave year', () => {
  const on = date('2025-06-01')

  test('knows what is due after its end', () => {
    const policy = vacation({ stage: { amount: 24 * DAY }, due: 'end', endIs: 'dayAfter' })
    const answer = answerTo({ ask: 'proration', ...ofVacation, on }, someone({ joined: '2025-01-01', policy }))
    expect(answer).toMatchObject({ total: '24', grants: [{ on: '2026-01-01', amount: '24' }] })
  })
  test('goes as far as a yearly cap lets it', () => {
    const policy = vacation({ stage: { ...monthly, amount: 2 * DAY, yearlyCap: 5 * DAY } })
    const answer = answerTo({ ask: 'proration', ...ofVacation, on }, someone({ joined: '2025-01-01', policy }))
    expect(answer).toMatchObject({ total: '5' })
  })
  test('earns nothing while waiting, before the first stage, and when nobody is employed', () => {
    const policy = vacation({
      stages: [milestone({ n: 6, unit: 'month' }, { amount: 12 * DAY })],
      waiting: { length: { n: 3, unit: 'month' }, earned: 'lost' },
    })
    const facts = { joined: '2025-02-01', left: '2025-11-30', policy }
    expect(answerTo({ ask: 'proration', ...ofVacation, on }, someone(facts))).toMatchObject({
      segments: [
        { first: '2025-01-01', last: '2025-01-31', employed: false, amount: null },
        { first: '2025-02-01', last: '2025-04-30', employed: true, amount: null },
        { first: '2025-05-01', last: '2025-07-31', employed: true, amount: null },
        { first: '2025-08-01', last: '2025-11-30', employed: true, amount: '12', per: 'year' },
        { first: '2025-12-01', last: '2025-12-31', employed: false, amount: null },
      ],
    })
  })
  test('unfolds into what each segment of each period pays', () => {
    const policy = vacation({ stage: { amount: 24 * DAY }, proration: { scale: 'fte' } })
    const schedules = [
      ['2000-01-01', week(5)],
      ['2025-10-01', week(4, 8000)],
    ] as const
    const answer = answerTo(
      { ask: 'proration', ...ofVacation, on },
      someone({ joined: '2025-07-01', policy, schedules }),
    )
    expect(answer).toMatchObject({
      total: '10.8888',
      segments: [
        { first: '2025-01-01', last: '2025-06-30', employed: false, pays: '0' },
        {
          first: '2025-07-01',
          last: '2025-09-30',
          full: '24',
          scale: '1',
          share: '92/365',
          worked: '1',
          pays: '2208/365',
        },
        { first: '2025-10-01', last: '2025-12-31', full: '24', scale: '0.8', share: '92/365', pays: '8832/1825' },
      ],
    })
  })
  test('has the stage that pays, period by period', () => {
    const stages = [
      milestone({ n: 0, unit: 'day' }, { ...monthly, amount: DAY }),
      milestone({ n: 1, unit: 'year' }, { ...monthly, amount: 2 * DAY }),
    ]
    const answer = answerTo(
      { ask: 'proration', ...ofVacation, on },
      someone({ joined: '2024-11-15', policy: vacation({ stages }) }),
    )
    expect(answer).toMatchObject({
      total: '13',
      segments: Array.from({ length: 12 }, (_, month) => ({ amount: month < 11 ? '1' : '2', share: '1' })),
    })
  })
})
