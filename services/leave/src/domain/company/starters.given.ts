import type { Starters } from './timelines.ts'

/** What holds in any country where the company has saved nothing: each document is called like what it is and the country. */
export const starters: Starters = (country) => [
  {
    kind: 'policy',
    leaveType: 'vacation',
    id: `starter-${country.toLowerCase()}`,
    version: 2,
    document: `vacation-${country}`,
    isUnsaid: false,
  },
  { kind: 'schedule', leaveType: null, id: 'starter', version: 1, document: 'five-days', isUnsaid: true },
  { kind: 'calendar', leaveType: null, id: '', version: 0, document: `holidays-${country}`, isUnsaid: false },
]
