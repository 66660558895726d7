import { guarded } from './guard.ts'

/** A table as RFC 4180 has it, in UTF-8; what would be a formula is text. Null and absent cells are empty. */
export const writeTable = async <Column extends string>(
  columns: readonly Column[],
  rows: readonly { readonly [column in Column]?: string | null }[],
): Promise<string> => {
  const { stringify } = await import('csv-stringify/sync')
  const cells = rows.map((row) => columns.map((column) => guarded(row[column] ?? '')))
  return stringify([columns, ...cells], { record_delimiter: 'windows', quoted_match: /[\r\n]/ })
}
