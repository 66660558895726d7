import { howOften } from '@awayday/contract-testing'

/** How many random cases each law is tried with. */
export const RUNS = howOften(300, 2_500, 10_000)

/** Races through real use cases take milliseconds each. */
export const RACES = howOften(120, 2_000, 10_000)

/** Random histories that the engine and the oracle answer about; 8 ms each. */
export const HISTORIES = howOften(500, 10_000, 100_000)

/** What takes minutes is four files, which run side by side; the numbers of the first and the last of one's own. */
export const quarterOf = (all: number, quarter: Quarter): readonly [first: number, last: number] => [
  ((quarter - 1) * all) / 4 + 1,
  (quarter * all) / 4,
]
export type Quarter = 1 | 2 | 3 | 4

/** Far more than a quarter takes by itself: other suites share its cores. */
export const QUARTER_TIMEOUT_MS = 1_200_000
