/** What is wrong with a cell. */
export type CellProblem = { readonly column: string; readonly message: string }
