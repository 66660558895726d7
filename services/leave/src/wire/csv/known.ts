import type { PersonId } from '@awayday/kernel'
import type { Reference } from './cells.ts'

/** Who is meant by a reference; undefined: nobody is known by it. */
export type Known = (reference: Reference) => PersonId | undefined

/** What is wrong with a cell. */
export type CellProblem = { readonly column: string; readonly message: string }

export const nobody = (column: string): CellProblem => ({
  column,
  message: 'is nobody: no id of somebody here, nor a mail address that came with the file',
})
