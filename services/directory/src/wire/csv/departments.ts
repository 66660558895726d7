import { columns, readTable, writeTable } from '@awayday/csv'
import * as v from 'valibot'
import type { DepartmentProblem, DepartmentRow } from '#domain/csv/department-row.ts'
import { name } from '../inputs.ts'
import { id } from '../values.ts'
import { maybe, said } from './cells.ts'

/** One row per department. */
export const departmentColumns = columns({
  id: maybe('Its id, where two have one name, or for a new one. Empty: made of the name.', id),
  name: said('Its name.', name()),
  parent: maybe(
    'The department that it lies in, here or in the file: its id, or its name where only one has it. Empty: it lies at the top.',
    name(),
  ),
  head: maybe(
    'Who leads it: an id or a mail address. Empty: nobody.',
    v.pipe(v.string(), v.regex(/^[^\s]+$/, 'is neither an id nor a mail address')),
  ),
})

export type DepartmentsRead = {
  readonly rows: number
  readonly departments: readonly DepartmentRow[]
  readonly problems: readonly (Omit<DepartmentProblem, 'column'> & { readonly column: string })[]
}

export const readDepartments = async (csv: string): Promise<DepartmentsRead> => {
  const { rows, read, problems } = await readTable(csv, departmentColumns)
  return { rows, departments: read.map(({ row, value }) => ({ row, ...value })), problems }
}

type Column = keyof typeof departmentColumns.entries

export const writeDepartments = (rows: readonly { readonly [column in Column]: string | null }[]): Promise<string> =>
  writeTable(Object.keys(departmentColumns.entries), rows)
