/** How many random cases each law is tried with: all of them where changes are checked, a taste on every save. */
export const RUNS = process.env['CI'] ? 10_000 : 300

/** Races through real use cases take milliseconds each. */
const RACES = process.env['CI'] ? 10_000 : 120

/** Races are four files, which run side by side; these are the numbers of the first and the last of one's own. */
export const quarterOfRaces = (quarter: 1 | 2 | 3 | 4): readonly [first: number, last: number] => [
  ((quarter - 1) * RACES) / 4 + 1,
  (quarter * RACES) / 4,
]

/** A quarter of them writes some 30,000 records: about a minute by itself, more where other suites share its cores. */
export const RACES_TIMEOUT_MS = 600_000
