import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { RUNS } from '#testing/runs.ts'
import { anyPolicy } from './any-policy.given.ts'
import { inMinutes } from './in-minutes.ts'
import { policyJson } from './policy-json.ts'

/** Of all that a policy writes as an amount, these are not of its unit. */
const OTHER_UNITS = /\.(money|fullWeekDays)$|\.stages\[\d+\]\.amount$/

/** Every amount of a policy by where it stands; amounts are the texts that are numbers. */
const amounts = (json: unknown, at = '$'): readonly (readonly [string, number])[] => {
  if (typeof json === 'string') return /^-?\d+(\.\d+)?$/.test(json) && !OTHER_UNITS.test(at) ? [[at, parts(json)]] : []
  if (Array.isArray(json)) return json.flatMap((item, n) => amounts(item, `${at}[${n}]`))
  return typeof json === 'object' && json !== null
    ? Object.entries(json).flatMap(([key, value]) => amounts(value, `${at}.${key}`))
    : []
}

const parts = (text: string): number => Math.round(Number(text) * 10_000)

describe('a policy in hours, as one in minutes', () => {
  const policy = anyPolicy.map((any) => ({ any, minutes: inMinutes(any) }))

  test('has sixty times every amount of its unit', () => {
    fc.assert(
      fc.property(policy, ({ any, minutes }) => {
        expect(amounts(policyJson(minutes))).toEqual(amounts(policyJson(any)).map(([at, n]) => [at, 60 * n]))
      }),
      { numRuns: RUNS },
    )
  })

  test('and of what a stage pays, unless that is said in another unit', () => {
    fc.assert(
      fc.property(policy, ({ any, minutes }) => {
        const [before, after] = [any, minutes].map(({ entitlement }) => entitlement?.plan?.stages ?? [])
        expect(after?.map(({ amount }) => amount)).toEqual(
          before?.map(({ amount, amountIn }) => (amountIn === null ? 60 * amount : amount)),
        )
      }),
      { numRuns: RUNS },
    )
  })
})
