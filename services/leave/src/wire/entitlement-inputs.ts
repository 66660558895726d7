import * as v from 'valibot'
import { command, flag, optional, parts, words } from './input-parts.ts'
import { id, localDate, personId } from './values.ts'

/** Entitlement as it is given and taken by hand. Amounts are n in 1/10,000 of the unit that the type is counted in. */
const about = { person: personId, leaveType: id }

export const creditInput = command({
  ...about,
  source: v.picklist(['manual', 'opening', 'correction', 'toil', 'bought']),
  n: v.pipe(
    parts,
    v.check((n) => n !== 0, 'is nothing'),
  ),
  from: localDate,
  until: optional(localDate),
  override: flag,
  reason: words,
})

/** Null: all that may be. */
export const payOutInput = command({ ...about, n: optional(v.pipe(parts, v.minValue(1))), reason: words })

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
