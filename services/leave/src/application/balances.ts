import { err, type LocalDate, ok, type PersonId, type Result } from '@awayday/kernel'
import { leaveTypes } from '#domain/leave-types.ts'
import { ledgerOf } from '#domain/ledger.ts'
import type { World } from '#ports/world.ts'
import { type BalanceShown, balanceShown } from '#wire/balance.ts'
import { type Asked, mayAsk, type UnknownPerson } from './asked.ts'
import { tellPerson } from './person-stream.ts'
import { todayOf } from './today.ts'

export type WhoseBalances = {
  /** Whoever asks, by default. */
  readonly person: PersonId | null
  /** Today where the person works, by default. */
  readonly on: LocalDate | null
}

/** Read from the stream itself: never older than what was written. */
export const balances =
  (world: World) =>
  async ({ actor, input }: Asked<WhoseBalances>): Promise<Result<readonly BalanceShown[], UnknownPerson>> => {
    const person = input.person ?? actor.person
    const { state, eventIds } = await tellPerson(world, actor.tenant, person)
    const today = todayOf(world, state)
    if (!mayAsk(actor, state, today)) return err({ type: 'UnknownPerson', person })
    const asOf = input.on ?? today
    return ok(
      leaveTypes
        .filter(({ takesFromBalance }) => takesFromBalance)
        .map(({ id }) => balanceShown(person, id, asOf, ledgerOf(state, id, asOf), eventIds)),
    )
  }
