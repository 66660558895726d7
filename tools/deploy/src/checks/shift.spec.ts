import { describe, expect, test } from 'vitest'
import { deployment, templatesOf } from '../testing/deployed.ts'
import type { Counted } from '../testing/heard.ts'
import { shifted } from '../testing/shifted.ts'

const leave = templatesOf(deployment())['awayday-test-leave'] ?? { Resources: {} }
const always = (counted: Counted) => () => counted
const sometimes = (counted: Counted) => (call: number) => (call % 10 === 0 ? counted : {})

/** A hundred people make one call in two minutes, ten thousand fifty in one (`cost/traffic.ts`). */
describe('a new version', () => {
  test.each([0.5, 1, 5, 50])('that is as the last was stays, at %f calls a minute', (perMinute) =>
    expect(shifted(leave, 'Graphql', perMinute, always({}))).toEqual({ hurt: 0, backAfter: undefined }),
  )

  test.each([
    [0.5, { hurt: 2, backAfter: 7 }],
    [1, { hurt: 3, backAfter: 5 }],
    [5, { hurt: 6, backAfter: 4 }],
    [50, { hurt: 31, backAfter: 3 }],
  ])('that fails at every call is taken back, at %f calls a minute', (perMinute, outcome) =>
    expect(shifted(leave, 'Graphql', perMinute, always({ Errors: 1 }))).toEqual(outcome),
  )

  test.each([
    [5, { hurt: 3, backAfter: 5 }],
    [50, { hurt: 5, backAfter: 4 }],
  ])('that fails at one call of ten is taken back, at %f calls a minute', (perMinute, outcome) =>
    expect(shifted(leave, 'Graphql', perMinute, sometimes({ Errors: 1 }))).toEqual(outcome),
  )

  test.each<[string, string, Counted]>([
    ['answers 500', 'Api', { failed: 1 }],
    ['ends without an answer', 'Api', { Errors: 1 }],
    ['lets people wait', 'Graphql', { Duration: 5_000 }],
    ['cannot take records', 'Relay', { failed: 3 }],
    ['falls behind', 'Relay', { IteratorAge: 600_000 }],
    ['fails on time', 'Sweep', { Errors: 1 }],
  ])('that %s is taken back', (_what, name, counted) =>
    expect(shifted(leave, name, 5, always(counted)).backAfter).toBeLessThanOrEqual(6),
  )

  test('would be seen too late by a tenth of few calls', () => {
    const fixed = 'CodeDeployDefault.LambdaCanary10Percent5Minutes'
    expect(shifted(leave, 'Graphql', 1, always({ Errors: 1 }), fixed)).toEqual({ hurt: 1, backAfter: undefined })
  })
})
