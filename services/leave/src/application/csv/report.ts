import type { CellProblem } from '#wire/csv/cell-problem.ts'

/** `row`: as a spreadsheet numbers it, the header is 1. `column`: empty, it is about the whole row. */
export type RowProblem = { readonly row: number } & CellProblem

/** What became of a file. Where there is any problem, nothing of it was written. */
export type ImportReport = {
  /** How many rows hold anything. */
  readonly rows: number
  /** New; with a dry run, or a problem: would be. */
  readonly created: number
  readonly unchanged: number
  readonly problems: readonly RowProblem[]
}

/** People tell of at most so many at once; who mends those imports again. */
const PROBLEMS_MAX = 1_000

export const report = (
  rows: number,
  created: number,
  unchanged: number,
  problems: readonly RowProblem[],
): ImportReport => ({
  rows,
  created,
  unchanged,
  problems: problems.toSorted((a, b) => a.row - b.row).slice(0, PROBLEMS_MAX),
})
