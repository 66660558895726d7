import { err, ok, type Result } from '@awayday/kernel'
import { type CsvProblem, HEADER_ROW } from './problem.ts'

/** What AppSync takes in one request, in UTF-8. */
export const CSV_BYTES_MAX = 1_000_000
/** Besides the header. */
export const CSV_ROWS_MAX = 10_000

/** The rows of a table as a spreadsheet would number them, from 1 on: blank ones count. */
export const parseRecords = async (text: string): Promise<Result<readonly (readonly string[])[], CsvProblem>> => {
  if (text.length > CSV_BYTES_MAX || Buffer.byteLength(text) > CSV_BYTES_MAX)
    return err(all(`the text is longer than ${CSV_BYTES_MAX / 1_000} kB: split it`))
  const { CsvError, parse } = await import('csv-parse/sync')
  try {
    const records: string[][] = parse(text, {
      bom: true,
      delimiter: separatorOf(text),
      record_delimiter: ['\r\n', '\n', '\r'],
      relax_column_count: true,
      to: HEADER_ROW + CSV_ROWS_MAX + 1,
    })
    if (records.length <= HEADER_ROW + CSV_ROWS_MAX) return ok(records)
    return err(all(`there are more than ${CSV_ROWS_MAX} rows: split them`))
  } catch (error) {
    if (!(error instanceof CsvError)) throw error
    return err({ row: Number(error['records'] ?? 0) + HEADER_ROW, column: '', message: meaning(error.code) })
  }
}

const all = (message: string): CsvProblem => ({ row: HEADER_ROW, column: '', message })

const meaning = (code: string): string => {
  switch (code) {
    case 'CSV_QUOTE_NOT_CLOSED':
      return 'a quote is opened here and never closed'
    case 'INVALID_OPENING_QUOTE':
    case 'CSV_INVALID_CLOSING_QUOTE':
      return 'a quote stands in the middle of a cell; a cell with quotes is quoted, and each of its quotes doubled'
    default:
      return `this is no CSV (${code})`
  }
}

const SEPARATORS = [',', ';', '\t'] as const

/** The one that the header holds most of, outside of quotes; a comma if there is none. */
const separatorOf = (text: string): string => {
  const header = text.replace(/"[^"]*"/g, '').split(/[\r\n]/, 1)[0] ?? ''
  const counts = SEPARATORS.map((separator) => ({ separator, n: header.split(separator).length }))
  return counts.reduce((most, next) => (next.n > most.n ? next : most)).separator
}
