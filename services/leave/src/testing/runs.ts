/** All that is promised is tried where changes are checked; a taste of it on every save, and in other time zones. */
const ALL = process.env['CI'] && !process.env['AWAYDAY_TEST_ZONE']

/** How many random cases each law is tried with. */
export const RUNS = ALL ? 10_000 : 300

/** Races through real use cases take milliseconds each. */
const RACES = ALL ? 10_000 : 120

/** Races are four files, which run side by side; these are the numbers of the first and the last of one's own. */
export const quarterOfRaces = (quarter: 1 | 2 | 3 | 4): readonly [first: number, last: number] => [
  ((quarter - 1) * RACES) / 4 + 1,
  (quarter * RACES) / 4,
]

/** A quarter of them writes some 30,000 records: about a minute by itself, more where other suites share its cores. */
export const RACES_TIMEOUT_MS = 600_000
