import * as v from 'valibot'
import type { CsvColumns } from './columns.ts'
import { unguarded } from './guard.ts'
import { headerOf } from './header.ts'
import { parseRecords } from './parse-records.ts'
import { type CsvProblem, HEADER_ROW, letterOf } from './problem.ts'

/** A row that is as its columns ask, by its number in a spreadsheet. */
export type CsvRow<Row> = { readonly row: number; readonly value: Row }

export type TableRead<Row> = {
  /** How many rows hold anything. */
  readonly rows: number
  /** Those without a problem. */
  readonly read: readonly CsvRow<Row>[]
  /** Everything that is wrong, by row. */
  readonly problems: readonly CsvProblem[]
}

/** Reads a table with a header: its columns in any order, separated by commas, semicolons or tabs; rows that are blank and space around cells mean nothing. */
export const readTable = async <Row>(text: string, columns: CsvColumns<Row>): Promise<TableRead<Row>> => {
  const parsed = await parseRecords(text)
  if (!parsed.ok) return { rows: 0, read: [], problems: [parsed.error] }
  const [first = [], ...rest] = parsed.value
  const header = headerOf(first, columns)
  const rows = rest
    .map((cells, n) => ({ cells: cells.map((cell) => unguarded(cell).trim()), row: n + HEADER_ROW + 1 }))
    .filter(({ cells }) => cells.some((cell) => cell !== ''))
  const asked = new Set(header.problems.map(({ column }) => column))
  const all = rows.map(({ cells, row }) => ({ row, ...rowOf(cells, header.names, columns) }))
  return {
    rows: rows.length,
    read: all.flatMap(({ row, value, wrong }) => (wrong.length === 0 && value ? [{ row, value: value.of }] : [])),
    problems: [
      ...header.problems,
      ...all.flatMap(({ row, wrong }) =>
        wrong.filter(({ column }) => !asked.has(column)).map((one) => ({ row, ...one })),
      ),
    ],
  }
}

type Wrong = Omit<CsvProblem, 'row'>

const rowOf = <Row>(
  cells: readonly string[],
  names: readonly (string | null)[],
  columns: CsvColumns<Row>,
): { readonly value: { readonly of: Row } | null; readonly wrong: readonly Wrong[] } => {
  const given: Record<string, string> = {}
  const wrong: Wrong[] = []
  for (const [n, cell] of cells.entries()) {
    const name = names[n]
    if (cell === '') continue
    if (name) given[name] = cell
    else if (name === undefined || name === '')
      wrong.push({ column: letterOf(n), message: 'has no name in the header' })
  }
  const read = v.safeParse(columns, given)
  const issues = (read.issues ?? []).map((issue) => ({
    column: String(issue.path?.[0]?.key ?? ''),
    message: `${placeIn(issue)}${issue.message}`,
  }))
  return { value: read.success ? { of: read.output } : null, wrong: [...wrong, ...issues] }
}

/** Where in a cell that holds a document. */
const placeIn = ({ path }: v.BaseIssue<unknown>): string => {
  const within = (path ?? []).slice(1).map(({ key }) => String(key))
  return within.length > 0 ? `${within.join('.')} ` : ''
}
