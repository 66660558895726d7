import type { Amount } from '@awayday/kernel'
import * as v from 'valibot'
import { amount as amountCell } from './csv/cells.ts'
import { command, flag, optional, words } from './input-parts.ts'
import { id, localDate, personId } from './values.ts'

/** An amount as people write it: days where no unit is said. */
const amount = v.pipe(
  amountCell,
  v.transform(({ n, unit }): Amount => ({ n, unit: unit ?? 'day' })),
)

/** Entitlement as it is given and taken by hand. */
const about = { person: personId, leaveType: id }

export const creditInput = command({
  ...about,
  source: v.picklist(['manual', 'opening', 'correction', 'toil', 'bought']),
  amount: v.pipe(
    amount,
    v.check(({ n }) => n !== 0, 'is nothing'),
  ),
  from: localDate,
  until: optional(localDate),
  override: flag,
  reason: words,
})

/** Null: all that may be. */
export const payOutInput = command({
  ...about,
  amount: optional(
    v.pipe(
      amount,
      v.check(({ n }) => n > 0, 'is not above zero'),
    ),
  ),
  reason: words,
})

/** What a year of minutes holds. */
const MINUTES_MAX = 366 * 1440

export const recordWorkInput = command({
  person: personId,
  first: localDate,
  last: localDate,
  minutes: v.pipe(v.number(), v.safeInteger(), v.minValue(0), v.maxValue(MINUTES_MAX)),
})

export const revokeEntryInput = command({
  person: personId,
  kind: v.picklist(['credit', 'payOut', 'work']),
  id,
  override: flag,
  reason: words,
})

export const closeYearInput = command({ ...about, last: localDate })

export const closeYearsInput = command({
  leaveType: id,
  ended: v.strictObject({ first: localDate, last: localDate }),
  dryRun: v.boolean(),
  after: optional(personId),
})
