import { err, ok } from '@awayday/kernel'
import type { CommandOf } from './commands.ts'
import type { Decided } from './requesting.ts'
import { isSameDeputy } from './same-deputy.ts'
import type { State } from './state.ts'
import { seesAll } from './who-may.ts'

/** Who stands in for the person from the first to the last day: they decide what waits for them. */
export const nameDeputy = (command: CommandOf<'NameDeputy'>, state: State): Decided => {
  const { deputy, first, last, by, on } = command
  if (!mayDepute(command, state)) return err({ type: 'NotYours', person: state.owner })
  if (state.deputies.some((one) => isSameDeputy(one, command))) return ok([])
  if (deputy === state.owner) return err({ type: 'OwnDeputy' })
  if (last < first) return err({ type: 'EndBeforeStart', first, last })
  return ok([{ type: 'DeputyNamed', deputy, first, last, by, on }])
}

export const removeDeputy = (command: CommandOf<'RemoveDeputy'>, state: State): Decided => {
  if (!mayDepute(command, state)) return err({ type: 'NotYours', person: state.owner })
  if (!state.deputies.some((one) => isSameDeputy(one, command))) return ok([])
  const { deputy, first, last, by, on } = command
  return ok([{ type: 'DeputyRemoved', deputy, first, last, by, on }])
}

const mayDepute = ({ by, as }: CommandOf<'NameDeputy' | 'RemoveDeputy'>, { owner }: State): boolean =>
  by === owner || seesAll(as)
