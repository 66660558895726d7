import type { Decider } from '@awayday/event-sourcing/decider'
import { ok, type PersonId } from '@awayday/kernel'

/**
 * What the directory says about a department. `parent`: the one that it lies in; null: at the top. `head`: who leads it; null: nobody.
 * `seq` orders what was said, however it arrives: the later word counts.
 */
export type Said = {
  readonly department: string
  readonly parent: string | null
  readonly head: PersonId | null
  readonly seq: number
}

export type Command = { readonly type: 'Note' } & Said
export type Event = { readonly type: 'DepartmentNoted' } & Said

/** By id. The directory keeps them a tree; while its words arrive in another order they may not be one. */
export type State = { readonly departments: Readonly<Record<string, Omit<Said, 'department'>>> }

/** All departments of a company, as the directory knows them. Facts: never refused. */
export const departments: Decider<Command, Event, State, never> = {
  initial: { departments: {} },

  decide: ({ department, parent, head, seq }, { departments: known }) => {
    const now = Object.hasOwn(known, department) ? known[department] : undefined
    return ok(now && seq <= now.seq ? [] : [{ type: 'DepartmentNoted', department, parent, head, seq }])
  },

  evolve: ({ departments: known }, { department, parent, head, seq }) => ({
    departments: { ...known, [department]: { parent, head, seq } },
  }),
}
