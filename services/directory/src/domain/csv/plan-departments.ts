import type { PersonId } from '@awayday/kernel'
import type { DepartmentView } from '../views.ts'
import type { DepartmentProblem, DepartmentRow } from './department-row.ts'
import { newIdOf } from './places.ts'

/** What a row changes: all of the department, anew. */
export type DepartmentChange = DepartmentView & { readonly row: number; readonly isNew: boolean }

/** `changes`: from the top down, so that each lies in what is there by then, and never in itself on the way. */
export type DepartmentsPlan = {
  readonly changes: readonly DepartmentChange[]
  readonly problems: readonly DepartmentProblem[]
}

/** Holds rows against what is known. What no row speaks of stays as it is; the order of rows means nothing. `headOf`: undefined: nobody is known by it. */
export const planDepartments = (
  rows: readonly DepartmentRow[],
  known: readonly DepartmentView[],
  headOf: (head: string) => PersonId | undefined,
): DepartmentsPlan => {
  let all: readonly { readonly id: string; readonly name: string }[] = known // by the names that they are to have
  const named: (DepartmentRow & { readonly id: string })[] = []
  const problems: DepartmentProblem[] = []
  const wrong = (row: number, column: DepartmentProblem['column'], message: string) =>
    problems.push({ row, column, message })
  for (const row of rows.toSorted((a, b) => Number(a.id === null) - Number(b.id === null))) {
    const same = all.filter((one) => (row.id === null ? one.name === row.name : one.id === row.id))
    const id = row.id ?? same[0]?.id ?? newIdOf(row.name, all, 'department')
    const twin = named.find((one) => one.id === id)
    if (twin) wrong(row.row, row.id === null ? 'name' : 'id', `is that of row ${twin.row} too`)
    else if (same.length > 1) wrong(row.row, 'name', 'is the name of several: say which in "id"')
    else {
      named.push({ ...row, id })
      all = [...all.filter((one) => one.id !== id), { id, name: row.name }]
    }
  }
  const said = named.map(({ row, id, name, parent, head }): DepartmentChange => {
    const above = parent === null ? [] : parentsBy(parent, all)
    if (parent !== null && above.length !== 1)
      wrong(row, 'parent', above.length > 1 ? 'is the name of several: say which by its id' : 'is no department')
    const leads = head === null ? null : headOf(head)
    if (leads === undefined) wrong(row, 'head', 'is nobody here')
    return {
      row,
      id,
      name,
      parent: above[0]?.id ?? null,
      head: leads ?? null,
      isNew: !known.some((it) => it.id === id),
    }
  })
  const after = new Map([...known, ...said].map((one) => [one.id, one.parent]))
  for (const { row, id } of said)
    if (lineOver(after, id).includes(id)) wrong(row, 'parent', 'lies below this department')
  const changes = said
    .filter((one) => !known.some((it) => isSame(it, one)))
    .toSorted((a, b) => lineOver(after, a.id).length - lineOver(after, b.id).length)
  return { changes, problems }
}

const parentsBy = (parent: string, all: readonly { readonly id: string; readonly name: string }[]) => {
  const byId = all.filter(({ id }) => id === parent)
  return byId.length > 0 ? byId : all.filter(({ name }) => name === parent)
}

/** All above a department; ends where one would come twice. */
const lineOver = (parents: ReadonlyMap<string, string | null>, department: string): readonly string[] => {
  const line: string[] = []
  let next = parents.get(department) ?? null
  while (next !== null && !line.includes(next)) {
    line.push(next)
    next = parents.get(next) ?? null
  }
  return line
}

const isSame = (a: DepartmentView, b: DepartmentView): boolean =>
  a.id === b.id && a.name === b.name && a.parent === b.parent && a.head === b.head
