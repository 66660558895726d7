import type { PersonId } from '@awayday/kernel'
import { describe, expect, test } from 'vitest'
import { STANDARD_APPROVAL } from '../../approval/approval-rules.ts'
import { date } from '../../entitlement/earning.given.ts'
import type { Asked, Decision } from '../case.ts'
import { ana, answerTo, asked, post, someone } from './asked.given.ts'

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
