import * as v from 'valibot'
import type { CarryOver } from '#domain/policy/carry-over.ts'
import { carryOver as standard } from '#domain/policy/defaults.ts'
import { carryOverJson } from './policy-json.ts'
import { described, either, fields, oneOf, setting } from './setting.ts'
import { length, monthDay, positive } from './values.ts'

const { most, keeps, usable, totalMost, debt } = carryOverJson(standard)

/** `{"for": "3 months"}` */
export const forLength = v.pipe(
  fields({
    for: described('So long, the first day included: last usable on the day before the first day + length.', length),
  }),
  v.transform(({ for: stretch }) => ({ kind: 'length' as const, length: stretch })),
)

const until = v.pipe(
  fields({ until: described('Last usable on the first such date on or after the carry-over day.', monthDay) }),
  v.transform(({ until }) => ({ kind: 'date' as const, date: until })),
)

const settings = fields({
  most: setting('The most that is carried over: 0 is nothing, null is all.', v.nullable(positive), most),
  keeps: setting('Of what is carried over, this much does not expire by "usable".', positive, keeps),
  usable: setting(
    'How long the rest can be used: untilCarryOver (then it is subject to the next carry-over), {"for": "3 months"} or {"until": "03-31"}. Lots already carried keep theirs when the rule changes.',
    either(
      [
        v.pipe(
          oneOf(['untilCarryOver']),
          v.transform((kind) => ({ kind })),
        ),
        forLength,
        until,
      ],
      'is neither "untilCarryOver", {"for": length} nor {"until": date of the year}',
    ),
    usable,
  ),
  totalMost: setting(
    'The most that carried and new entitlement of the carry-over day may be in all; the carried part gives way. null: no limit.',
    v.nullable(positive),
    totalMost,
  ),
  debt: setting('What becomes of a balance below zero.', oneOf(['carried', 'dropped']), debt),
})

/** What becomes of what is left on the day before the carry-over. */
export const carryOver = either(
  [
    v.pipe(
      oneOf(['none', 'all']),
      v.transform((most): CarryOver => ({ ...standard, most: most === 'all' ? null : 0 })),
    ),
    settings,
  ],
  'is neither "none", "all" nor an object',
)
