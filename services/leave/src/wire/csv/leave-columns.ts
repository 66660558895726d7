import { columns } from '@awayday/csv'
import * as v from 'valibot'
import { described, maybe, oneOf, setting } from '../document/setting.ts'
import { date, part } from '../document/values.ts'
import { amount, days, type Known, minutes, name, someone } from './cells.ts'

const id = maybe('Its id, by which it is known when it comes again. Empty: made of what the row says.', name)
const person = (known: Known) => described('Whose: an id, or a mail address.', someone(known))
const leaveType = described('The id of the leave type.', name)

const override = setting(
  '`yes`: it was so, whatever limits, balance and policy say; so it is in files that were exported.',
  oneOf(['yes', 'no']),
  'no',
)

export const leaveColumns = (known: Known) =>
  columns({
    id,
    person: person(known),
    leaveType,
    first: v.optional(described('The first day, YYYY-MM-DD. Needed, unless there are `days`.', date)),
    firstPart: v.optional(
      described('Of the first day: `whole` (when empty), `am`, `pm`, `half`, or from-to, `14:00-16:30`.', part),
    ),
    last: v.optional(described('The last day; the first one when empty.', date)),
    lastPart: v.optional(described('Of the last day, as `firstPart`; of a single day the same when empty.', part)),
    days: v.optional(described('Days one by one, in place of a range: `2026-05-04 2026-05-05/am`.', days)),
    status: setting(
      'What became of it: `approved`, `pending`, `cancelRequested`, `declined`, `withdrawn`, `cancelled` or `expired`.',
      oneOf(['approved', 'pending', 'cancelRequested', 'declined', 'withdrawn', 'cancelled', 'expired']),
      'approved',
    ),
    askedOn: maybe('The day it was asked for; its first day when empty.', date),
    decidedOn: maybe('The day it was decided; `askedOn` when empty.', date),
    decidedBy: maybe('Who decided, an id or a mail address. Empty: nobody is known.', someone(known)),
    sickNote: maybe(
      'Of sickness: the days that its sick note covers, `2026-05-04/2026-05-08`, or `none`. Empty: it is no sickness.',
      v.union(
        [
          v.literal('none'),
          v.pipe(
            v.string(),
            v.transform((text) => text.split('/')),
            v.strictTuple([date, date], 'is neither days such as 2026-05-04/2026-05-08 nor "none"'),
            v.transform(([first, last]) => ({ first, last })),
          ),
        ],
        'is neither days such as 2026-05-04/2026-05-08 nor "none"',
      ),
    ),
    amount: maybe(
      'What it costs, which must be what the product counts: `2.5`, `2,5`, `7.5 h`. Empty: whatever it counts; and where it takes nothing, since it was declined, withdrawn or cancelled, it is not asked.',
      amount,
    ),
  })

export const creditColumns = (known: Known) =>
  columns({
    id,
    person: person(known),
    leaveType,
    source: setting(
      'Where it comes from: `manual`, `opening`, `correction`, `toil` or `bought`.',
      oneOf(['manual', 'opening', 'correction', 'toil', 'bought']),
      'manual',
    ),
    amount: described(
      "How much, in the policy's unit or in the one named: `2.5`, `2,5`, `7.5 h`, `450 min`; below zero takes away.",
      amount,
    ),
    from: described('The first usable day, YYYY-MM-DD.', date),
    until: maybe('The last usable day. Empty: as the policy says.', date),
    on: maybe('The day it was given; `from` when empty.', date),
    override,
  })

export const payOutColumns = (known: Known) =>
  columns({
    id,
    person: person(known),
    leaveType,
    amount: described('How much, as in credits; above zero.', amount),
    on: described('The day it was paid out, YYYY-MM-DD.', date),
    override,
  })

export const workColumns = (known: Known) =>
  columns({
    id,
    person: person(known),
    first: described('The first day, YYYY-MM-DD.', date),
    last: described('The last day.', date),
    worked: described('The hours worked in all, `38.5`, or `2310 min`.', minutes),
    on: maybe('The day it was recorded; that of the import when empty.', date),
  })

export const yearColumns = (known: Known) =>
  columns({
    person: person(known),
    leaveType,
    last: described('The last day of a leave year that is over; the year is closed.', date),
  })
