import type { Amount } from '@awayday/kernel'
import * as v from 'valibot'
import type { Condition } from '#domain/approval/approval-rules.ts'
import { described, either, fields, maybe } from './setting.ts'
import { amountText, flag, id, list, positive, whole } from './values.ts'
import { whoEntries, whoJson } from './who.ts'

/** An amount that says its unit, as it stands beside no policy. */
const charged = either(
  [
    v.pipe(
      fields({ days: described('Days.', positive) }),
      v.transform(({ days }): Amount => ({ unit: 'day', n: days })),
    ),
    v.pipe(
      fields({ hours: described('Hours.', positive) }),
      v.transform(({ hours }): Amount => ({ unit: 'minute', n: hours * 60 })),
    ),
    v.pipe(
      fields({ minutes: described('Minutes.', positive) }),
      v.transform(({ minutes }): Amount => ({ unit: 'minute', n: minutes })),
    ),
  ],
  'is neither {"days": 3}, {"hours": 4} nor {"minutes": 90}',
)

/** When a level is needed, or approval is not. All of it must hold; nothing named: always. */
export const condition = fields({
  leaveTypes: maybe('For leave of these types. null: of all.', list(id)),
  ...whoEntries,
  leastCharged: maybe(
    'For leave that costs at least this. Never holds where leave is counted in the other unit.',
    charged,
  ),
  mostCharged: maybe(
    'For leave that costs at most this. Never holds where leave is counted in the other unit.',
    charged,
  ),
  leastDays: maybe('For leave that names at least so many calendar days.', whole(1, 100_000)),
  mostDays: maybe('For leave that names at most so many calendar days.', whole(1, 100_000)),
  warned: maybe('true: where a rule of the company speaks against it; false: where none does. null: either way.', flag),
})

/** As it would be written. */
export const conditionJson = ({
  leaveTypes,
  leastCharged,
  mostCharged,
  leastDays,
  mostDays,
  warned,
  ...who
}: Condition) => ({
  leaveTypes: leaveTypes && [...leaveTypes],
  ...whoJson(who),
  leastCharged: leastCharged && chargedJson(leastCharged),
  mostCharged: mostCharged && chargedJson(mostCharged),
  leastDays,
  mostDays,
  warned,
})

const chargedJson = ({ unit, n }: Amount) => (unit === 'day' ? { days: amountText(n) } : { minutes: amountText(n) })
