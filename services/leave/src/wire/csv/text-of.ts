import { type CsvColumns, writeTable } from '@awayday/csv'
import type { Cells } from './entry-cells.ts'

/** A file with all columns of its kind. */
export const textOf = (columns: Pick<CsvColumns<unknown>, 'entries'>, rows: readonly Cells[]): Promise<string> =>
  writeTable(Object.keys(columns.entries), rows)
