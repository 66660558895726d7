import { describe, expect, test } from 'vitest'
import { starterLeaveTypes } from '../leave-type/starter.ts'
import type { Part } from '../time/absence.ts'
import { check } from './check.ts'
import type { OwnOverlap } from './own-overlap.ts'
import { company, day, facts, leave, mornings, range, rule, wish } from './rules.given.ts'

const vacation = leave('v1', range('2026-03-02', '2026-03-06'))
const allow = (allowed: OwnOverlap['allowed'], given: Partial<OwnOverlap> = {}) =>
  rule({ kind: 'overlap', with: null, allowed, ...given }, {}, { id: `overlap-${allowed}` })
const checked = (
  asked = wish(range('2026-03-05', '2026-03-09')),
  rules = [] as readonly ReturnType<typeof allow>[],
  leaves = [vacation],
) => check(asked, facts({ leaves }), company(), rules)

describe('overlap with own leave', () => {
  test('is refused where nobody said otherwise', () =>
    expect(checked()).toEqual([
      {
        rule: 'overlap',
        kind: 'overlap',
        findings: [
          {
            first: '2026-03-05',
            last: '2026-03-06',
            part: 'whole',
            required: { of: 'overlap', overlap: 'none' },
            found: { of: 'overlap', overlap: 'partial' },
            requests: ['v1'],
          },
        ],
        overridableBy: [],
        exception: false,
      },
    ]))

  test('may be partial, though not full', () => {
    expect(checked(undefined, [allow('partial')])).toEqual([])
    expect(checked(wish(range('2026-03-05')), [allow('partial')]).map(({ rule: id }) => id)).toEqual([
      'overlap-partial',
    ])
    expect(checked(wish(range('2026-03-05')), [allow('full')])).toEqual([])
  })

  test('is decided by pairs of types, the first rule that names them', () => {
    const only = allow('full', { with: ['unpaid'] })
    expect(checked(undefined, [only])).toHaveLength(1)
    expect(checked(undefined, [only], [{ ...vacation, leaveType: 'unpaid' }])).toEqual([])
    expect(
      checked(undefined, [allow('none', { with: ['unpaid'] }), allow('full')], [{ ...vacation, leaveType: 'unpaid' }]),
    ).toHaveLength(1)
  })

  test('never is with itself, nor with what is over; what waits counts', () => {
    const asked = wish(range('2026-03-05'))
    expect(checked(asked, [], [{ ...vacation, id: 'wish' }])).toEqual([])
    expect(checked(asked, [], [{ ...vacation, status: 'over' }])).toEqual([])
    expect(checked(asked, [], [{ ...vacation, status: 'pending' }])).toHaveLength(1)
  })

  test.each<[Part, Part, boolean]>([
    ['am', 'pm', false],
    ['am', 'am', true],
    ['half', 'am', false],
    [{ from: 540, to: 600 }, { from: 600, to: 660 }, false],
    [{ from: 540, to: 601 }, { from: 600, to: 660 }, true],
    ['whole', 'half', true],
  ])('of %j and %j on one day: %s', (taken, asked, clash) =>
    expect(
      checked(
        wish(range('2026-03-02', '2026-03-02', asked)),
        [],
        [leave('a', range('2026-03-02', '2026-03-02', taken))],
      ),
    ).toHaveLength(clash ? 1 : 0),
  )

  test('counts free days that are named too', () =>
    expect(checked(wish(range('2026-03-07')), [], [leave('a', range('2026-03-02', '2026-03-08'))])).toHaveLength(1))

  test('of two halves nobody placed leaves no room for a third', () => {
    const half = (id: string) => leave(id, range('2026-03-02', '2026-03-02', 'half'))
    const asked = wish(range('2026-03-02', '2026-03-02', 'half'))
    expect(checked(asked, [], [half('a')])).toEqual([])
    expect(
      checked(asked, [], [half('a'), half('b')]).flatMap(({ findings }) =>
        findings.flatMap(({ requests }) => requests),
      ),
    ).toEqual(['a', 'b'])
  })

  test('names who is in the way, not who else is away on that day', () => {
    const [am, pm] = (['am', 'pm'] as const).map((part) => leave(part, range('2026-03-02', '2026-03-02', part)))
    const found = checked(wish(range('2026-03-02', '2026-03-02', 'pm')), [], am && pm ? [am, pm] : [])
    expect(found.flatMap(({ findings }) => findings.flatMap(({ requests }) => requests))).toEqual(['pm'])
  })

  test('measures each day by its own noon', () => {
    const shifted = { ...mornings, noon: 840 }
    const known = facts({
      leaves: [leave('v1', range('2026-03-03', '2026-03-03', 'am'))],
      schedules: [
        { from: day('2020-01-01'), schedule: mornings, fact: 's1' },
        { from: day('2026-03-03'), schedule: shifted, fact: 's2' },
      ],
    })
    const asked = wish(range('2026-03-02', '2026-03-03', 'whole', { from: 780, to: 840 }))
    expect(check(asked, known, company(), [])).toHaveLength(1)
  })

  test('that is there already is no new one when the leave is changed', () => {
    const ill = { ...leave('s1', range('2026-03-04')), leaveType: 'sick' }
    const changed = wish(range('2026-03-03', '2026-03-06'), { request: 'v1' })
    expect(checked(changed, [], [vacation, ill])).toEqual([])
  })
})

describe('sickness over accepted leave', () => {
  const sick = wish(range('2026-03-05'), { leaveType: 'sick' })

  test('is let in where it gives the leave back', () => expect(checked(sick)).toEqual([]))

  test('is refused where its type says so', () => {
    const types = starterLeaveTypes.map((type) =>
      type.sickness ? { ...type, sickness: { ...type.sickness, overLeave: { kind: 'refused' as const } } } : type,
    )
    expect(check(sick, facts({ leaves: [vacation] }), company({ leaveTypes: types }), [])).toHaveLength(1)
  })

  test('is refused over other sickness, and leave over sickness too', () => {
    const ill = { ...vacation, leaveType: 'sick' }
    expect(checked(sick, [], [ill])).toHaveLength(1)
    expect(checked(undefined, [], [ill])).toHaveLength(1)
  })

  test('is refused where a rule says so', () => expect(checked(sick, [allow('none')])).toHaveLength(1))
})
