/** All that is promised is tried where changes are checked; a taste of it on every save, and in other time zones. */
const ALL = process.env['CI'] && !process.env['AWAYDAY_TEST_ZONE']

/** How many random cases each law is tried with. */
export const RUNS = ALL ? 10_000 : 300

/** Races through real use cases take milliseconds each. */
export const RACES = ALL ? 10_000 : 120

/** Random histories that the engine and the oracle answer about; 8 ms each. */
export const HISTORIES = ALL ? 100_000 : 500

/** What takes minutes is four files, which run side by side; the numbers of the first and the last of one's own. */
export const quarterOf = (all: number, quarter: Quarter): readonly [first: number, last: number] => [
  ((quarter - 1) * all) / 4 + 1,
  (quarter * all) / 4,
]
export type Quarter = 1 | 2 | 3 | 4

/** Far more than a quarter takes by itself: other suites share its cores. */
export const QUARTER_TIMEOUT_MS = 1_200_000
