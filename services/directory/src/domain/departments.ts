import type { Decider } from '@awayday/event-sourcing/decider'
import { err, ok, type PersonId, unreachable } from '@awayday/kernel'
import type { UnknownPerson } from './person.ts'

/** `parent`: the department that it lies in; null: at the top. `head`: who leads it; null: nobody. */
export type Department = { readonly name: string; readonly parent: string | null; readonly head: PersonId | null }

type Said = { readonly department: string } & Department

export type Command = {
  /** `Change` says all of it anew. */
  readonly type: 'Add' | 'Change'
  /** Found out from the head's own stream before. */
  readonly against: UnknownPerson | null
} & Said

export type Event = ({ readonly type: 'DepartmentAdded' } & Said) | ({ readonly type: 'DepartmentChanged' } & Said)

/** In the order they were added. */
export type State = { readonly departments: readonly ({ readonly id: string } & Department)[] }

export const departmentIn = ({ departments }: State, department: string) =>
  departments.find(({ id }) => id === department)

export type UnknownDepartment = { readonly type: 'UnknownDepartment'; readonly department: string }
export type Rejection =
  | UnknownPerson
  | UnknownDepartment
  /** It would lie below itself. */
  | { readonly type: 'DepartmentInItself'; readonly department: string }

/** All departments of a company. They form a tree, which is a rule about all of them: so one stream decides. */
export const departments: Decider<Command, Event, State, Rejection> = {
  initial: { departments: [] },

  decide: ({ type, department, name, parent, head, against }, state) => {
    const now = departmentIn(state, department)
    if (type === 'Change' && !now) return err({ type: 'UnknownDepartment', department })
    if (now && (type === 'Add' || (now.name === name && now.parent === parent && now.head === head))) return ok([])
    if (against && head !== now?.head) return err(against)
    if (parent !== null && !departmentIn(state, parent)) return err({ type: 'UnknownDepartment', department: parent })
    if (lineOf(state, parent).includes(department)) return err({ type: 'DepartmentInItself', department })
    const said = { department, name, parent, head }
    return ok([type === 'Add' ? { type: 'DepartmentAdded', ...said } : { type: 'DepartmentChanged', ...said }])
  },

  evolve: ({ departments: known }, { type, department: id, name, parent, head }) => {
    const said = { id, name, parent, head }
    switch (type) {
      case 'DepartmentAdded':
        return { departments: [...known, said] }
      case 'DepartmentChanged':
        return { departments: known.map((one) => (one.id === id ? said : one)) }
      default:
        return unreachable(type)
    }
  },
}

/** A department and all above it. Of a tree, and so without an end that comes back. */
const lineOf = (state: State, department: string | null): readonly string[] =>
  department === null ? [] : [department, ...lineOf(state, departmentIn(state, department)?.parent ?? null)]
