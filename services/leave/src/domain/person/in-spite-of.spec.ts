import { describe, test } from 'vitest'
import type { Finding } from '../rules/broken.ts'
import type { Rule } from '../rules/rule.ts'
import { ALWAYS } from '../rules/when.ts'
import { ana, approved, ben, context, day, doing, employed, givenIn, range, requested, waits } from './person.given.ts'

/** A rule that came, or that others broke, after the leave was asked for. */
const fair = (different: Partial<Rule> = {}): Rule => ({
  id: 'fair',
  name: 'The fair',
  when: ALWAYS,
  rule: {
    kind: 'blackout',
    days: [{ kind: 'range', first: day('2026-06-02'), last: day('2026-06-02') }],
    counts: 'named',
  },
  overridableBy: [],
  exception: true,
  ...different,
})
const finding: Finding = {
  first: day('2026-06-02'),
  last: day('2026-06-02'),
  part: 'whole',
  required: { of: 'work' },
  found: { of: 'leave' },
  requests: [],
}
const broken = { rule: 'fair', kind: 'blackout', findings: [finding], overridableBy: [], exception: true } as const

const week = range('2026-06-01', '2026-06-03')
const approve = (...inSpiteOf: readonly string[]) =>
  ({ type: 'Approve', ...doing('r1'), as: ['approver'], note: null, inSpiteOf }) as const
const aside = { type: 'RulesOverridden', ...doing('r1'), rules: ['fair'] } as const
const asked = requested('r1', week)
const ruled = givenIn({ ...context, rules: [fair()] })

describe('approval of leave that breaks a rule by now', () => {
  test('is refused, with the rule, until whoever approves says in spite of it', () => {
    ruled(...employed, asked, waits('r1'))
      .when(approve())
      .refuses({ type: 'BreaksRules', broken: [broken] })
    ruled(...employed, asked, waits('r1'))
      .when(approve('fair'))
      .yields(aside, approved('r1'))
  })

  test('is refused where they name another rule', () =>
    ruled(...employed, asked, waits('r1'))
      .when(approve('notice'))
      .refuses({ type: 'BreaksRules', broken: [broken] }))

  test('needs no more than the yes where an exception was asked for', () => {
    if (asked.type !== 'LeaveRequested') throw new Error('not a request')
    ruled(...employed, { ...asked, exceptions: ['fair'] }, waits('r1'))
      .when(approve())
      .yields(approved('r1'))
  })

  test('needs no more than the yes where whoever asked may pass over it', () =>
    givenIn({ ...context, rules: [fair({ overridableBy: [ana] })] })(...employed, asked, waits('r1'))
      .when(approve())
      .yields(approved('r1')))

  test('given again says nothing more', () =>
    ruled(...employed, asked, waits('r1'), aside, approved('r1'))
      .when(approve())
      .yields())

  test('names a rule that is not broken in vain', () =>
    givenIn(context)(...employed, asked, waits('r1'))
      .when(approve('fair'))
      .yields(approved('r1')))
})

test('to decline, it does not matter what is broken', () =>
  ruled(...employed, asked, waits('r1'))
    .when({ type: 'Decline', ...doing('r1'), as: [], note: null })
    .yields({ type: 'LeaveDeclined', ...doing('r1'), note: null }))

test('sickness that lies over leave that waits does not keep it from being approved', () => {
  const sick = {
    type: 'SicknessRecorded',
    request: 's1',
    leaveType: 'sick',
    dates: { kind: 'range', ...range('2026-06-03') },
    charges: [],
    cover: null,
    note: null,
    certificate: null,
    overLeave: { kind: 'givesBack', leaveTypes: null, certificate: 'notNeeded', fromDay: 1 },
    by: ben,
    on: day('2026-06-03'),
  } as const
  givenIn(context)(...employed, asked, waits('r1'), sick)
    .when(approve())
    .yields(approved('r1'))
})
