import { describe, expect, test } from 'vitest'
import { ana, answerTo, asked, ofVacation, someone, span } from './asked.given.ts'

const june = span('2025-06-13', '2025-06-16')
const free = { part: 'pm', state: 'free' }

describe('after the last day of employment', () => {
  const left = someone({ left: '2025-06-13' }, { leaves: [asked('l', '2025-06-12', '2025-06-17')] })

  test('nothing is worked', () => {
    const work = answerTo({ ask: 'work', person: ana, ...span('2025-06-09', '2025-06-20') }, left)
    expect(work).toMatchObject({ days: '5', hours: '40', holidaysIncluded: { days: '5' } })
  })
  test('days are free, whatever leave names them', () => {
    expect(answerTo({ ask: 'day', person: ana, ...june }, left)).toMatchObject({
      days: [
        { slots: [{ state: 'leave' }, { state: 'leave' }] },
        ...[14, 15, 16].map((day) => ({ date: `2025-06-${day}`, slots: [{ part: 'am', state: 'free' }, free] })),
      ],
    })
  })
  test('nobody is away', () => {
    const filter = { locations: null, departments: null, teams: null, labels: null, persons: null, leaveTypes: null }
    const away = { ask: 'away', ...june, knownOn: null, viewer: null } as const
    expect(answerTo({ ...away, filter: { ...filter, statuses: ['accepted'] } }, left)).toMatchObject({
      days: [{ away: [{ person: 'ana', parts: ['whole'], leave: 'l' }] }, { away: [] }, { away: [] }, { away: [] }],
    })
  })
})

test('work between two times of employment does not count', () => {
  const twice = [
    { from: june.first, until: june.first, fact: 'first' },
    { from: june.last, until: null, fact: 'second' },
  ]
  const work = answerTo(
    { ask: 'work', person: ofVacation.person, ...span('2025-06-09', '2025-06-20') },
    someone({ employment: twice }),
  )
  expect(work).toMatchObject({ days: '6' })
})
