import * as v from 'valibot'
import { describe, expect, test } from 'vitest'
import { codecOf } from './codec.ts'

type Event = { readonly type: 'Paid'; readonly cents: number } | { readonly type: 'Sent' }

/** Payments were once whole coins, and before that text. */
const codec = codecOf<Event>(
  { Paid: v.strictObject({ cents: v.number() }), Sent: v.strictObject({}) },
  {
    Paid: [
      v.pipe(
        v.strictObject({ coins: v.string() }),
        v.transform(({ coins }) => ({ cents: Number(coins) * 100 })),
      ),
      v.pipe(
        v.strictObject({ coins: v.number() }),
        v.transform(({ coins }) => ({ cents: coins * 100 })),
      ),
    ],
  },
)

describe('an event at rest', () => {
  test.each([
    [1, { coins: '2' }],
    [2, { coins: 2 }],
    [3, { cents: 200 }],
  ])('of version %i is read in today’s words', (version, data) =>
    expect(codec.decode({ type: 'Paid', v: version, data })).toEqual({ type: 'Paid', cents: 200 }),
  )

  test('is written in its latest version', () => {
    expect(codec.encode({ type: 'Paid', cents: 200 })).toEqual({ type: 'Paid', v: 3, data: { cents: 200 } })
    expect(codec.encode({ type: 'Sent' })).toEqual({ type: 'Sent', v: 1, data: {} })
    expect(codec.versions).toEqual({ Paid: 3, Sent: 1 })
  })

  test.each([
    ['of a version nobody wrote', { type: 'Paid', v: 4, data: { cents: 200 } }],
    ['of version 0', { type: 'Paid', v: 0, data: { cents: 200 } }],
    ['of another type', { type: 'constructor', v: 1, data: {} }],
    ['in the shape of another version', { type: 'Paid', v: 1, data: { cents: 200 } }],
  ])('%s is a defect', (_what, stored) => expect(() => codec.decode(stored)).toThrow())
})
