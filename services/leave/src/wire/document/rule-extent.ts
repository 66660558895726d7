import * as v from 'valibot'
import type { Extent } from '#domain/rules/measure.ts'
import { described, either, fields, oneOf, setting } from './setting.ts'
import { amountText, positive } from './values.ts'

const forms = [
  v.pipe(
    fields({ days: described('Charged days. Leave counted in hours is counted again in days.', positive) }),
    v.transform(({ days }): Extent => ({ in: 'days', n: days })),
  ),
  v.pipe(
    fields({ hours: described('Charged hours. Leave counted in days is counted again in hours.', positive) }),
    v.transform(({ hours }): Extent => ({ in: 'minutes', n: hours * 60 })),
  ),
  v.pipe(
    fields({ minutes: described('Charged minutes.', positive) }),
    v.transform(({ minutes }): Extent => ({ in: 'minutes', n: minutes })),
  ),
  v.pipe(
    fields({ calendarDays: described('Days named, free or not.', positive) }),
    v.transform(({ calendarDays }): Extent => ({ in: 'calendarDays', n: calendarDays })),
  ),
] as const

const otherwise = '{"days": 5}, {"hours": 4}, {"minutes": 90} nor {"calendarDays": 14}'

/** How long leave is. */
export const extent = either(forms, `is neither ${otherwise}`)

const requests = v.pipe(
  fields({ requests: described('Requests.', positive) }),
  v.transform(({ requests }) => ({ in: 'requests' as const, n: requests / 10_000 })),
  v.check(({ n }) => Number.isInteger(n), 'is not a whole number of requests'),
)

/** The same, or so many requests. */
export const extentOrRequests = either([requests, ...forms], `is neither {"requests": 2}, ${otherwise}`)

export const measure = oneOf(['days', 'minutes', 'calendarDays'])

export const adjoining = setting(
  'Whether other leave that the rule is for counts with it: off, no; nextDay, where nothing is worked between them and one begins on the day the other ends or on the next; overFreeDays, whenever nothing is worked between them.',
  oneOf(['off', 'nextDay', 'overFreeDays']),
  'off',
)

/** As it would be written. */
export const extentJson = (extent: Extent) => {
  const text = amountText(extent.n)
  return extent.in === 'days' ? { days: text } : extent.in === 'minutes' ? { minutes: text } : { calendarDays: text }
}
