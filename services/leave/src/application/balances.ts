import { type LocalDate, ok, type Result } from '@awayday/kernel'
import { policyOn } from '#domain/entitlement/policy-on.ts'
import type { Facts } from '#domain/facts/facts.ts'
import { ledgerOf } from '#domain/ledger/ledger-of.ts'
import type { TooFarAhead } from '#domain/person/horizon.ts'
import type { World } from '#ports/world.ts'
import { type BalanceShown, balanceShown } from '#wire/balance.ts'
import type { Asked, UnknownPerson } from './asked.ts'
import { seenUntil, type Whose } from './figures/seen.ts'

/** Today where the person works, by default. */
export type WhoseBalances = Whose & { readonly on: LocalDate | null }

/** Read from the stream itself: never older than what was written. */
export const balances =
  (world: World) =>
  async ({
    actor,
    input: { on, ...whose },
  }: Asked<WhoseBalances>): Promise<Result<readonly BalanceShown[], UnknownPerson | TooFarAhead>> => {
    const told = await seenUntil(world, actor, whose, [on])
    if (!told.ok) return told
    const { person, facts, eventIds, today } = told.value
    const asOf = on ?? today
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
