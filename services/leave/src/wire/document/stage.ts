import * as v from 'valibot'
import { engineUnit, perWritten } from '#domain/evaluate/shown.ts'
import { stage as standard } from '#domain/policy/defaults.ts'
import type { Stage } from '#domain/policy/plan.ts'
import { carryOver, forLength } from './carry-over.ts'
import { frequency } from './frequency.ts'
import { stageJson } from './policy-json.ts'
import { described, either, fields, oneOf, setting } from './setting.ts'
import { length, monthDay, positive, whole } from './values.ts'

const {
  after,
  amountIn,
  per,
  frequency: frequent,
  balanceCap,
  yearlyCap,
  carryOver: carried,
  validity,
} = stageJson(standard)

const until = v.pipe(
  fields({
    until: described('Usable up to the next such date, itself included; never carried over.', monthDay),
    yearsLater: setting('So many years after the next such date.', whole(0, 100), 0),
  }),
  v.transform(({ until, yearsLater }) => ({ kind: 'date' as const, date: until, yearsLater })),
)

const settings = fields({
  after: setting('The tenure after which the stage begins. Before the first stage nothing is earned.', length, after),
  amount: described('The amount of a leave year or of a grant, as "per" says.', positive),
  amountIn: setting(
    'What "amount" counts, if not what the policy does: days in a policy in hours, or hours in one in days. A day is as long as "counting.hours" says, or the average worked day of the schedule.',
    v.nullable(oneOf(['day', 'hour', 'minute'])),
    amountIn,
  ),
  per: setting(
    'year: the amount of a full leave year, in equal shares over the periods that start in it. grant: of each full period.',
    oneOf(['year', 'grant']),
    per,
  ),
  frequency: setting(
    'How often a grant comes: "continuous" (linearly, day by day), "day", "week", "month", "quarter", "halfYear", "year", or an object that says on which days.',
    frequency,
    frequent,
  ),
  balanceCap: setting(
    'Grants stop where the balance would pass it; what is withheld is lost. null: no cap.',
    v.nullable(positive),
    balanceCap,
  ),
  yearlyCap: setting('The most that the grants of one leave year pay. null: no cap.', v.nullable(positive), yearlyCap),
  carryOver: setting(
    'What becomes of what is left on the day before the carry-over: "none", "all", or an object.',
    carryOver,
    carried,
  ),
  validity: setting(
    'How long a grant can be used: untilCarryOver (then it is carried over or expires), {"for": length}, {"until": date of the year}, unlimited.',
    either(
      [
        v.pipe(
          oneOf(['untilCarryOver', 'unlimited']),
          v.transform((kind) => ({ kind })),
        ),
        forLength,
        until,
      ],
      'is neither "untilCarryOver", "unlimited", {"for": length} nor {"until": date of the year}',
    ),
    validity,
  ),
})

/** What is earned from some tenure on, until the next stage (milestone). */
export const stage = v.pipe(
  settings,
  v.transform(({ amountIn, amount, ...other }): Stage => {
    if (amountIn !== 'hour') return { ...other, amount, amountIn }
    return { ...other, amount: amount * perWritten(amountIn), amountIn: engineUnit(amountIn) }
  }),
)
