import { days } from '@awayday/kernel'
import { describe, expect, test } from 'vitest'
import { balanceOf } from '../ledger/ledger-of.ts'
import type { CommandOf } from './commands.ts'
import type { Event } from './events.ts'
import { factsOf } from './facts-of.ts'
import {
  ana,
  approved,
  ben,
  clara,
  context,
  day,
  dora,
  employed,
  given,
  range,
  requested,
  today,
} from './person.given.ts'

const doing = { by: ben, on: today }
const credited: Event = {
  type: 'Credited',
  credit: 'c1',
  leaveType: 'vacation',
  source: 'manual',
  n: 20_000,
  from: day('2026-05-04'),
  until: null,
  overridden: false,
  note: null,
  ...doing,
}
const paidOut: Event = {
  type: 'PaidOut',
  payOut: 'p1',
  leaveType: 'vacation',
  n: 10_000,
  money: null,
  note: null,
  ...doing,
}
const week = { record: 'w1', first: day('2026-04-27'), last: day('2026-05-03'), minutes: 6_000, ...doing }
const worked: Event = { type: 'WorkRecorded', ...week }

const revoke = (
  kind: 'credit' | 'payOut' | 'work',
  id: string,
  different: Partial<CommandOf<'RevokeEntry'>> = {},
): CommandOf<'RevokeEntry'> => ({
  type: 'RevokeEntry',
  kind,
  id,
  override: false,
  note: null,
  ...doing,
  as: [],
  ...different,
})
const revoked = (different: Partial<CommandOf<'RevokeEntry'>>, overridden = false): Event => {
  const { type, as, override, ...said } = { ...revoke('credit', 'c1'), ...different }
  return { type: 'EntryRevoked', ...said, overridden }
}
const left = (...events: readonly Event[]) =>
  balanceOf(factsOf(given(...employed, ...events).state, context.documents), 'vacation', today).available

describe('what was entered by mistake', () => {
  test('is taken back: a credit', () => {
    given(...employed, credited)
      .when(revoke('credit', 'c1'))
      .yields(revoked({}))
    expect(left(credited, revoked({}))).toBe(left())
  })

  test('is taken back: a pay-out, by HR or an admin', () => {
    const byClara = { by: clara, as: ['admin'] }
    given(...employed, paidOut)
      .when(revoke('payOut', 'p1', byClara))
      .yields(revoked({ kind: 'payOut', id: 'p1', by: clara }))
    given(...employed, paidOut)
      .when(revoke('payOut', 'p1'))
      .refuses({ type: 'NotYours', person: ana })
    expect(left(paidOut, revoked({ kind: 'payOut', id: 'p1', by: clara }))).toBe(left())
  })

  test('is taken back: recorded work, which makes room for what is right', () => {
    const taken = revoked({ kind: 'work', id: 'w1' })
    given(...employed, worked)
      .when(revoke('work', 'w1'))
      .yields(taken)
    given(...employed, worked, taken)
      .when({ type: 'RecordWork', ...week, record: 'w2', minutes: 600, as: [] })
      .yields({ type: 'WorkRecorded', ...week, record: 'w2', minutes: 600 })
  })

  test('is taken back once', () =>
    given(...employed, credited, revoked({}))
      .when(revoke('credit', 'c1'))
      .yields())

  test('is there', () =>
    given(...employed, credited)
      .when(revoke('payOut', 'c1', { by: clara, as: ['admin'] }))
      .refuses({ type: 'UnknownEntry', kind: 'payOut', id: 'c1' }))

  test('is not for oneself or a colleague to take back', () => {
    for (const by of [ana, dora])
      given(...employed, credited)
        .when(revoke('credit', 'c1', { by }))
        .refuses({ type: 'NotYours', person: ana })
  })

  test('stays where leave needs it, unless HR or an admin sets the floor aside by name', () => {
    const needed = given(...employed, credited, requested('r1', range('2026-06-01', '2026-06-05')), approved('r1'))
    needed
      .when(revoke('credit', 'c1', { override: true }))
      .refuses({ type: 'NotEnoughLeft', asked: days(2), available: days(0), on: day('2026-06-04') })
    const byClara = { by: clara, as: ['admin'] }
    needed.when(revoke('credit', 'c1', { override: true, ...byClara })).yields(revoked(byClara, true))
  })

  test('does not come back with a file that has it', () =>
    given(...employed, worked, revoked({ kind: 'work', id: 'w1' }))
      .when({ type: 'Import', entries: [{ kind: 'work', ...week }], by: clara, on: today, as: ['admin'] })
      .refuses({ type: 'ImportedOtherwise', id: 'w1' }))
})
