import { expect, test } from 'vitest'
import { factsOf } from './facts-of.ts'
import { ana, approved, context, day, employed, given, range, requested } from './person.given.ts'
import { person } from './person.ts'
import { yearsToClose } from './years-to-close.ts'

const { decide, evolve } = person(ana, context)
const of = (state: ReturnType<typeof evolve>, first: string, last: string, today = '2026-05-04') =>
  yearsToClose(state, factsOf(state, context.documents), 'vacation', { first: day(first), last: day(last) }, day(today))
const { state } = given(...employed, requested('r1', range('2025-06-02', '2025-06-03')), approved('r1'))

test('years that ended in the span and are over are to be closed, oldest first, with what is pinned', () => {
  expect(of(state, '2024-01-01', '2026-12-31')).toMatchObject([
    { last: '2024-12-31', figures: { granted: 30_000, taken: 0 } },
    { last: '2025-12-31', figures: { granted: 30_000, taken: 20_000 } },
  ])
  expect(of(state, '2025-01-01', '2025-12-30')).toEqual([])
})

test('years before anything was given are none', () => expect(of(state, '2020-01-01', '2023-12-31')).toEqual([]))

test('what is closed as they say is closed so, and no longer to be closed', () => {
  const [year] = of(state, '2024-12-31', '2024-12-31')
  const closed = decide(
    { type: 'CloseYear', leaveType: 'vacation', last: day('2024-12-31'), on: day('2026-05-04') },
    state,
  )
  expect(closed).toMatchObject({ ok: true, value: [{ type: 'YearClosed', ...year }] })
  if (closed.ok) expect(of(closed.value.reduce(evolve, state), '2024-12-31', '2024-12-31')).toEqual([])
})
