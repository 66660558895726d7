/** Which department each one lies in; null: at the top. A department that is not listed lies at the top too. */
export type Departments = Readonly<Record<string, { readonly parent: string | null }>>

/** Whether a department is another one, or lies below it: what holds for one holds for all below it, not beside or above. */
export const isWithin = (departments: Departments, department: string, other: string): boolean =>
  lineOf(departments, department).includes(other)

/** A department and all above it, nearest first. Ends where a department would come twice. */
export const lineOf = (departments: Departments, department: string): readonly string[] => {
  const line: string[] = []
  let next: string | null = department
  while (next !== null && !line.includes(next)) {
    line.push(next)
    next = parentOf(departments, next)
  }
  return line
}

/** The departments that lie below themselves, by name; none where the tree is one. To be refused where departments are edited. */
export const circling = (departments: Departments): readonly string[] =>
  Object.keys(departments)
    .filter((department) => {
      const parent = parentOf(departments, department)
      return parent !== null && isWithin(departments, parent, department)
    })
    .sort()

/** Departments that are named as a parent and are not there, by name. */
export const missing = (departments: Departments): readonly string[] =>
  [...new Set(Object.values(departments).flatMap(({ parent }) => (parent === null ? [] : [parent])))]
    .filter((parent) => !Object.hasOwn(departments, parent))
    .sort()

const parentOf = (departments: Departments, department: string): string | null =>
  Object.hasOwn(departments, department) ? (departments[department]?.parent ?? null) : null
