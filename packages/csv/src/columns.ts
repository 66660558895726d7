import * as v from 'valibot'

/** What a table may hold: a schema for each column, whose description is what people read of it. */
export type CsvColumns<Row> = v.GenericSchema<unknown, Row> & { readonly entries: v.ObjectEntries }

/** Cells arrive as text; a cell that is empty, or whose column is left out, is not there. */
export const columns = <Entries extends v.ObjectEntries>(entries: Entries) => v.object(entries, 'is missing')

export const isRequired = (cell: v.ObjectEntries[string]): boolean =>
  cell.type !== 'optional' && cell.type !== 'exact_optional'

/** The columns as a table for people. */
export const columnsMarkdown = ({ entries }: Pick<CsvColumns<unknown>, 'entries'>): string =>
  [
    '| column | | what it says |',
    '|---|---|---|',
    ...Object.entries(entries).map(
      ([name, cell]) =>
        `| \`${name}\` | ${isRequired(cell) ? 'needed' : ''} | ${descriptionOf(cell).replaceAll('|', '\\|')} |`,
    ),
  ].join('\n')

const descriptionOf = (cell: v.ObjectEntries[string]): string => {
  const own = v.getDescription(cell as v.GenericSchema)
  if (own !== undefined) return own
  return 'wrapped' in cell ? descriptionOf(cell.wrapped as v.ObjectEntries[string]) : ''
}
