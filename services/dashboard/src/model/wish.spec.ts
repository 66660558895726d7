import { describe, expect, test } from 'vitest'
import { date } from '#testing/date.ts'
import { emptyDraft, wishOf } from './wish.ts'

const [monday, tuesday] = [date('2026-11-23'), date('2026-11-24')]
const draft = { ...emptyDraft, leaveType: 'vacation', range: { first: monday, last: tuesday } }

describe('what stands in the form', () => {
  test('is a wish once it names a type and days', () => {
    expect(wishOf(emptyDraft)).toBeUndefined()
    expect(wishOf({ ...draft, leaveType: undefined })).toBeUndefined()
    expect(wishOf(draft)).toEqual({
      leaveType: 'vacation',
      dates: { first: monday, firstPart: 'whole', last: tuesday, lastPart: 'whole' },
    })
  })

  test('may name a half day at either end', () => {
    expect(wishOf({ ...draft, firstPart: 'pm', lastPart: 'am' })).toMatchObject({
      dates: { firstPart: 'pm', lastPart: 'am' },
    })
  })

  test('names one part where it is one day, whatever was chosen for the end before', () => {
    const oneDay = { ...draft, range: { first: monday, last: monday }, firstPart: 'am', lastPart: 'pm' } as const
    expect(wishOf(oneDay)).toMatchObject({ dates: { first: monday, firstPart: 'am', last: monday, lastPart: 'am' } })
  })

  test('is no wish while a year is being typed', () => {
    expect(wishOf({ ...draft, range: { first: '0002-11-23', last: tuesday } })).toBeUndefined()
  })

  test('is no wish while the end is before the start', () => {
    expect(wishOf({ ...draft, range: { first: tuesday, last: monday } })).toBeUndefined()
  })
})
