import type { PersonId } from '@awayday/kernel'
import { describe, expect, test } from 'vitest'
import { ALWAYS, STANDARD_APPROVAL } from '../../approval/approval-rules.ts'
import { date, vacation } from '../../entitlement/earning.given.ts'
import type { Asked, Decision } from '../case.ts'
import { ana, answerTo, asked, post, range, someone } from './asked.given.ts'

const [ben, cem] = ['ben', 'cem'] as PersonId[] as [PersonId, PersonId]
const says = (says: 'approve' | 'decline' | 'cancel', by: PersonId, on: string): Decision => ({
  says,
  by,
  on: date(on),
})

/** Ana's leave, asked for on Monday 2 June; Ben approves, and Cem takes her work over. */
const people = (also: Partial<Asked>) => [
  someone(
    {},
    {
      posts: [post('2020-01-01', 'ben')],
      leaves: [asked('l', '2025-07-07', '2025-07-11', { askedOn: date('2025-06-02'), cover: cem, ...also })],
    },
  ),
  someone({}, { id: 'ben' }),
  someone({}, { id: 'cem' }),
]
const status = (also: Partial<Asked>, on: string, approval = STANDARD_APPROVAL) =>
  answerTo({ ask: 'approval', person: ana, leave: 'l', on: date(on) }, people(also), { approval })
const decided = (...decisions: readonly Decision[]) => ({ decisions })

describe('an approval', () => {
  test('waits for nobody to decide while the cover is asked before', () => {
    const before = { ...STANDARD_APPROVAL, cover: 'before' as const }
    expect(status({}, '2025-06-02', before)).toMatchObject({
      status: 'pending',
      waitsFor: [],
      cover: { person: cem, agrees: null },
    })
    expect(status({}, '2025-06-02')).toMatchObject({ status: 'pending', waitsFor: [ben] })
  })
  test('says who ended it, and when', () => {
    const approval = { ...STANDARD_APPROVAL, cover: 'notAsked' as const }
    expect(status(decided(says('decline', ben, '2025-06-03')), '2025-06-04', approval)).toMatchObject({
      status: 'declined',
      by: ben,
      on: '2025-06-03',
    })
  })
  test('ends when nobody has said anything in time', () => {
    expect(status({ cover: null }, '2025-06-10')).toMatchObject({
      status: 'pending',
      deadlines: [{ kind: 'expiry', on: '2025-06-11' }],
    })
    expect(status({ cover: null }, '2025-06-11')).toMatchObject({ status: 'expired', by: null })
  })
  test('names the word of somebody who may not decide as refused', () => {
    const own = decided(says('approve', ana, '2025-06-03'))
    expect(status({ ...own, cover: null }, '2025-06-03')).toMatchObject({
      status: 'pending',
      log: [
        { type: 'ApprovalStarted' },

        { refused: 'approve', by: ana, why: { type: 'OwnLeave' } },
        { kind: 'reminder' },
      ],
    })
  })
})

describe('what approval rules measure', () => {
  const vacationPolicy = vacation()
  const policy = { ...vacationPolicy, counting: { ...vacationPolicy.counting, sandwich: 'adjoining' as const } }
  const approval = {
    ...STANDARD_APPROVAL,
    autoApproval: [{ ...ALWAYS, mostCharged: { unit: 'day' as const, n: 10_000 } }],
  }
  /** Of a Monday that Ben declines, unless it needs nobody's approval: the Friday before it, and the weekend with it. */
  const mondayBeside = (also: Partial<Asked>) => {
    const friday = asked('f', '2025-07-04', '2025-07-04', { askedOn: date('2025-05-01'), ...also })
    const declined = { askedOn: date('2025-06-02'), ...decided(says('decline', ben, '2025-06-03')) }
    const monday = asked('l', '2025-07-07', '2025-07-07', declined)
    const all = [
      someone({ policy }, { posts: [post('2020-01-01', 'ben')], leaves: [monday, friday] }),
      someone({}, { id: 'ben' }),
    ]
    return [
      answerTo({ ask: 'approval', person: ana, leave: 'l', on: date('2025-06-03') }, all, { approval })['status'],
      answerTo({ ask: 'history', person: ana, leave: 'l' }, all, { approval })['status'],
    ]
  }
  const approved = (on: string): Partial<Asked> => decided(says('approve', ben, on))
  const threeDays = { ...approved('2025-05-02'), dates: range('2025-07-02', '2025-07-04') }

  test('is what leave costs beside other leave that was accepted before it was asked for', () => {
    expect(mondayBeside({})).toEqual(['declined', 'declined'])
    expect(mondayBeside(threeDays)).toEqual(['declined', 'declined'])
  })
  test('not beside leave that waits for approval on that day, or is asked for later', () => {
    expect(mondayBeside({ ...threeDays, askedOn: date('2025-06-01'), ...approved('2025-06-03') })).toEqual([
      'approved',
      'approved',
    ])
    expect(mondayBeside({ askedOn: date('2025-06-03') })).toEqual(['approved', 'approved'])
  })
})

test('what happened to leave: how it stands, and what it costs now', () => {
  const approval = { ...STANDARD_APPROVAL, cancellation: 'approval' as const }
  const words = decided(says('approve', ben, '2025-06-03'), says('cancel', ana, '2025-06-10'))
  const history = { ask: 'history', person: ana, leave: 'l' } as const
  expect(answerTo(history, people({ ...words, cover: null }), { approval })).toMatchObject({
    status: 'cancelRequested',
    counts: 'accepted',
    total: '5',
  })
})
