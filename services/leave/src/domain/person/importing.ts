import { err, ok, unreachable } from '@awayday/kernel'
import { moneyOn } from '../ledger/pay-out.ts'
import { closeYear } from './closing.ts'
import type { CommandOf } from './commands.ts'
import type { Context } from './context.ts'
import { credited, paidOut, workRecorded } from './crediting.ts'
import type { Entry } from './entries.ts'
import type { Event, Revocable } from './events.ts'
import { evolve } from './evolve.ts'
import { factsOf } from './facts-of.ts'
import { importLeave } from './importing-leave.ts'
import type { Decided } from './requesting.ts'
import { isRevoked } from './revoked-entries.ts'
import type { State } from './state.ts'
import { seesAll } from './who-may.ts'

/**
 * What an admin brings in, one after the other, each on top of what came before; the first refusal is that of all. They are
 * facts of another place or time, so neither rules nor approval are asked; what the ledger cannot hold is refused. That they were brought in is
 * said first, so that nobody tells them as news.
 */
export const importAll = (command: CommandOf<'Import'>, state: State, context: Context): Decided => {
  if (!seesAll(command.as)) return err({ type: 'NotYours', person: state.owner })
  const { entries, by, on } = command
  const imported: Event = { type: 'Imported', entries: entries.length, by, on }
  const events: Event[] = []
  let told = evolve(state, imported)
  for (const entry of entries) {
    const decided = importOne(entry, command, told, context)
    if (!decided.ok) return decided
    events.push(...decided.value)
    told = decided.value.reduce(evolve, told)
  }
  return ok(events.length > 0 ? [imported, ...events] : [])
}

/** `by` and `on`: who brings it in, and when. */
export const importOne = (
  entry: Entry,
  { by, on, as }: Pick<CommandOf<'Import'>, 'by' | 'on' | 'as'>,
  state: State,
  context: Context,
): Decided => {
  const revoked = revocableOf(entry)
  if (revoked && isRevoked(state, revoked)) return err({ type: 'ImportedOtherwise', id: revoked.id })
  switch (entry.kind) {
    case 'leave':
      return importLeave(entry, state, context)
    case 'credit': {
      const { kind, override, ...it } = entry
      const known = state.credits.find(({ credit }) => credit === it.credit)
      if (known) return says(known, it) ? ok([]) : err({ type: 'ImportedOtherwise', id: it.credit })
      const decided = credited({ type: 'Credit', ...it, override, note: null, by, as }, state, context)
      if (decided.ok || !override) return decided
      return ok([{ type: 'Credited', ...it, overridden: true, note: null, by }])
    }
    case 'payOut': {
      const { kind, override, ...it } = entry
      const known = state.payOuts.find(({ payOut }) => payOut === it.payOut)
      if (known) return says(known, it) ? ok([]) : err({ type: 'ImportedOtherwise', id: it.payOut })
      const decided = paidOut({ type: 'PayOut', ...it, note: null, by, as }, state, context)
      if (decided.ok || !override) return decided
      const money = moneyOn(factsOf(state, context.documents), it.leaveType, it.on, it.n)
      return ok([{ type: 'PaidOut', ...it, money, note: null, by }])
    }
    case 'work': {
      const { kind, on: recorded, ...it } = entry
      const known = state.worked.find(({ record }) => record === it.record)
      if (known && !says(known, recorded ? { ...it, on: recorded } : it))
        return err({ type: 'ImportedOtherwise', id: it.record })
      return workRecorded({ type: 'RecordWork', ...it, by, on: recorded ?? on, as }, state)
    }
    case 'year':
      return closeYear({ type: 'CloseYear', leaveType: entry.leaveType, last: entry.last, on }, state, context)
    default:
      return unreachable(entry)
  }
}

const revocableOf = (entry: Entry): Revocable | undefined => {
  switch (entry.kind) {
    case 'credit':
      return { kind: 'credit', id: entry.credit }
    case 'payOut':
      return { kind: 'payOut', id: entry.payOut }
    case 'work':
      return { kind: 'work', id: entry.record }
    default:
      return undefined
  }
}

/** Whether what is known says this as well. */
const says = <Known extends object>(
  known: Known,
  said: { readonly [member in keyof Known]?: Known[member] },
): boolean =>
  Object.entries(said).every(([member, value]) =>
    Object.entries(known).some(([own, is]) => own === member && is === value),
  )
