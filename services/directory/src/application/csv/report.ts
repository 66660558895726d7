/** A file, as it is brought in. */
export type CsvFile = {
  readonly csv: string
  /** Says all that is wrong, and what would be new, and writes nothing. */
  readonly dryRun: boolean
}

/** `column`: empty, it is about the whole row. */
export type CsvProblem = { readonly row: number; readonly column: string; readonly message: string }

/** What became of a file. */
export type ImportReport = {
  readonly rows: number
  /** Rows that bring something new. */
  readonly created: number
  readonly unchanged: number
  /** How many of the new ones are there now; with a dry run, none. */
  readonly written: number
  readonly problems: readonly CsvProblem[]
}

/** `read`: the rows that could be read; `created`: those that bring something new. */
export const reportOf = (
  rows: number,
  read: readonly { readonly row: number }[],
  created: ReadonlySet<number>,
  problems: readonly CsvProblem[],
): ImportReport => {
  const all = problems.toSorted((a, b) => a.row - b.row).slice(0, PROBLEMS_MAX)
  const refused = new Set(all.map(({ row }) => row))
  return {
    rows,
    created: [...created].filter((row) => !refused.has(row)).length,
    unchanged: read.filter(({ row }) => !created.has(row) && !refused.has(row)).length,
    written: 0,
    problems: all,
  }
}

/** People tell of at most so many at once; who mends those imports again. */
const PROBLEMS_MAX = 1_000

/** What was written of a file, and what somebody else changed meanwhile. */
export type Written = Pick<ImportReport, 'written' | 'problems'>

/** What somebody else changed while a file was brought in. */
export const changedMeanwhile = (row: number, { type }: { readonly type: string }): CsvProblem => ({
  row,
  column: '',
  message: `was changed by somebody else meanwhile (${type}): import again`,
})
