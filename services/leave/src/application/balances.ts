import { err, type LocalDate, ok, type PersonId, type Result } from '@awayday/kernel'
import { policyOn } from '#domain/entitlement/policy-on.ts'
import type { Facts } from '#domain/facts/facts.ts'
import { ledgerOf } from '#domain/ledger/ledger-of.ts'
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
    const { state, facts, eventIds } = await tellPerson(world, actor.tenant, person)
    const today = todayOf(world, state)
    if (!mayAsk(actor, state, today)) return err({ type: 'UnknownPerson', person })
    const asOf = input.on ?? today
    return ok(
      balancedTypes(facts).map((leaveType) => {
        const unit = policyOn(facts, leaveType, asOf)?.policy.unit ?? 'day'
        return balanceShown(person, leaveType, unit, ledgerOf(facts, leaveType, asOf), eventIds)
      }),
    )
  }

/** The leave types somebody was ever entitled to; vacation, where nobody has said anything yet. */
const balancedTypes = ({ policies }: Facts): readonly string[] => {
  const entitled = policies.flatMap(({ policy }) => (policy.entitlement ? [policy.leaveType] : []))
  return entitled.length > 0 ? [...new Set(entitled)] : ['vacation']
}
