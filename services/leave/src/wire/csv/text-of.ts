import { CSV_BYTES_MAX, CSV_ROWS_MAX, type CsvColumns, writeTable } from '@awayday/csv'
import type { Cells } from './entry-cells.ts'

/** A file with all columns of its kind. */
export const textOf = (columns: Pick<CsvColumns<unknown>, 'entries'>, rows: readonly Cells[]): Promise<string> =>
  writeTable(Object.keys(columns.entries), rows)

/** With its header and quotes a file stays below what may be brought in at once. */
export const FILE_LIMITS = { rows: CSV_ROWS_MAX, characters: (CSV_BYTES_MAX / 10) * 8 }
