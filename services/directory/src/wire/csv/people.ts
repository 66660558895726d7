import { readTable, writeTable } from '@awayday/csv'
import type { PersonRow, RowProblem } from '#domain/csv/person-row.ts'
import { peopleColumns } from './columns.ts'

export type PeopleRead = {
  readonly rows: number
  readonly people: readonly PersonRow[]
  readonly problems: readonly (Omit<RowProblem, 'column'> & { readonly column: string })[]
}

export const readPeople = async (csv: string): Promise<PeopleRead> => {
  const { rows, read, problems } = await readTable(csv, peopleColumns)
  return { rows, people: read.map(({ row, value }) => ({ row, ...value })), problems }
}

type Column = keyof typeof peopleColumns.entries
export type Cells = { readonly [column in Column]: string | null }

export const writePeople = (rows: readonly Cells[]): Promise<string> =>
  writeTable(Object.keys(peopleColumns.entries), rows)
