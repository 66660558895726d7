import type { PersonId } from '@awayday/kernel'
import { expect, test } from 'vitest'
import { starterLeaveTypes } from '../../leave-type/starter.ts'
import { answerTo, asked, post, someone, span } from './asked.given.ts'

const hidden = starterLeaveTypes.map((type) => ({ ...type, visibility: 'hidden' as const }))

/** Ben approved for Ana until the end of 2024, then Cem, from July on Dora. */
const people = [
  someone(
    {},
    {
      posts: [post('2020-01-01', 'ben'), post('2025-01-01', 'cem'), post('2025-07-01', 'dora')],
      leaves: [asked('s', '2025-06-16', '2025-06-16', { leaveType: 'sick' })],
    },
  ),
  someone({}, { id: 'ben' }),
]
const seenBy = (viewer: string) => {
  const who = { locations: null, departments: null, teams: null, labels: null, persons: null, leaveTypes: null }
  const filter = { ...who, statuses: ['accepted'] } as const
  const ask = {
    ask: 'away',
    ...span('2025-06-16', '2025-06-16'),
    filter,
    viewer: viewer as PersonId,
    knownOn: null,
  } as const
  return answerTo(ask, people, { leaveTypes: hidden })
}

test('hidden leave is shown to who approves when it begins, or later', () => {
  for (const viewer of ['ana', 'cem', 'dora'])
    expect(seenBy(viewer)).toMatchObject({ days: [{ away: [{ leave: 's', leaveType: 'sick' }] }] })
})
test('but not to who approved only before', () => {
  expect(seenBy('ben')).toMatchObject({ days: [{ away: [] }] })
})
