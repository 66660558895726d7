/** What a row says about a department. */
export type DepartmentRow = {
  readonly row: number
  /** Null: known by the name alone. */
  readonly id: string | null
  readonly name: string
  /** An id, or the name of the only one of that name. Null: it lies at the top. */
  readonly parent: string | null
  /** An id or a mail address. Null: nobody leads it. */
  readonly head: string | null
}

export type DepartmentProblem = {
  readonly row: number
  readonly column: keyof DepartmentRow | ''
  readonly message: string
}
