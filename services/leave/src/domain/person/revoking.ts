import { err, ok } from '@awayday/kernel'
import { belowFloor } from '../ledger/below-floor.ts'
import { type NotEnoughLeft, notEnough } from '../ledger/not-covered.ts'
import type { CommandOf } from './commands.ts'
import type { Context } from './context.ts'
import { factsOf } from './facts-of.ts'
import type { Decided } from './requesting.ts'
import { isRevoked, withoutEntry } from './revoked-entries.ts'
import type { State } from './state.ts'
import { mayCredit, mayManage, seesAll } from './who-may.ts'

/**
 * Takes back a credit, a pay-out or a record of work that should not have been there; what is right is entered anew. By whoever may enter it.
 * A credit whose days are needed stays, unless HR or an admin sets the floor aside, by name.
 */
export const revokeEntry = (command: CommandOf<'RevokeEntry'>, state: State, context: Context): Decided => {
  const { kind, id, override, note, by, on, as } = command
  const may = kind === 'payOut' ? mayManage : mayCredit
  if (!may(state, command, context)) return err({ type: 'NotYours', person: state.owner })
  if (isRevoked(state, command)) return ok([])
  const left = withoutEntry(state, command)
  if (!left) return err({ type: 'UnknownEntry', kind, id })
  const refused = kind === 'credit' ? floorBroken(state, left, id, context) : undefined
  if (refused && !(override && seesAll(as))) return err(refused)
  return ok([{ type: 'EntryRevoked', kind, id, overridden: refused !== undefined, note, by, on }])
}

const floorBroken = (state: State, left: State, id: string, { documents }: Context): NotEnoughLeft | undefined => {
  const given = state.credits.find(({ credit }) => credit === id)
  if (!given) return undefined
  const { leaveType, n } = given
  const facts = factsOf(state, documents)
  return notEnough(
    facts,
    leaveType,
    belowFloor(facts, factsOf(left, documents), leaveType, () => true),
    () => n,
  )
}
