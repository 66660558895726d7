import type { CellProblem } from '#wire/csv/cell-problem.ts'

/** `row`: as a spreadsheet numbers it, the header is 1. `column`: empty, it is about the whole row. */
export type RowProblem = { readonly row: number } & CellProblem

/**
 * What became of a file. Nothing of it is written where anything is wrong with it; where somebody else wrote meanwhile, the rest is, and the
 * same file brings in what is missing.
 */
export type ImportReport = {
  /** How many rows hold anything. */
  readonly rows: number
  /** New; with a dry run, or a problem: would be. */
  readonly created: number
  readonly unchanged: number
  /** How many of the new ones are there now: all or none, unless somebody else wrote meanwhile. */
  readonly written: number
  readonly problems: readonly RowProblem[]
}

/** People tell of at most so many at once; who mends those imports again. */
const PROBLEMS_MAX = 1_000

export const report = (
  rows: number,
  created: number,
  unchanged: number,
  problems: readonly RowProblem[],
  written = 0,
): ImportReport => ({
  rows,
  created,
  unchanged,
  written,
  problems: problems.toSorted((a, b) => a.row - b.row).slice(0, PROBLEMS_MAX),
})
