import type { LocalDate } from '@awayday/kernel'
import { policiesOf } from '../entitlement/policy-on.ts'
import { balanceOf } from '../ledger/ledger-of.ts'
import type { Command } from '../person/commands.ts'
import type { Context } from '../person/context.ts'
import { factsOf } from '../person/facts-of.ts'
import type { RequestId } from '../person/ids.ts'
import { person } from '../person/person.ts'
import { type Asked, type State, stands } from '../person/state.ts'
import type { Parts } from '../policy/plan.ts'
import type { Charge } from '../time/charged.ts'

/** What facts would change for somebody: balances as of a day, and what their leave costs. Only what differs. n in the unit of the type's policy. */
export type Effect = {
  readonly balances: readonly {
    readonly leaveType: string
    readonly on: LocalDate
    readonly before: Parts
    readonly after: Parts
  }[]
  readonly leaves: readonly {
    readonly request: RequestId
    readonly before: readonly Charge[]
    readonly after: readonly Charge[]
  }[]
}

/** What these facts would do, computed by the very decider that would write them. */
export const effectOf = (
  state: State,
  facts: readonly Command[],
  context: Context,
  days: readonly LocalDate[],
): Effect => {
  const decider = person(state.owner, context)
  const after = facts.reduce((told, fact) => {
    const decided = decider.decide(fact, told)
    if (!decided.ok) throw new Error(`facts are never refused: ${decided.error.type}`)
    return decided.value.reduce(decider.evolve, told)
  }, state)
  return { balances: balances(state, after, context, days), leaves: leaves(state, after) }
}

const balances = (before: State, after: State, { documents }: Context, days: readonly LocalDate[]) => {
  const [was, will] = [factsOf(before, documents), factsOf(after, documents)]
  const types = new Set(will.policies.map(({ policy }) => policy.leaveType))
  return [...types].flatMap((leaveType) =>
    days
      .map((on) => ({
        leaveType,
        on,
        before: policiesOf(was, leaveType).length > 0 ? balanceOf(was, leaveType, on).available : 0,
        after: balanceOf(will, leaveType, on).available,
      }))
      .filter((one) => one.before !== one.after),
  )
}

const leaves = (before: State, after: State): Effect['leaves'] =>
  before.requests.filter(stands).flatMap(({ request, charges }) => {
    const now = after.requests.find((asked): asked is Asked => asked.request === request)?.charges ?? []
    return sameCharges(charges, now) ? [] : [{ request, before: charges, after: now }]
  })

const sameCharges = (a: readonly Charge[], b: readonly Charge[]): boolean =>
  a.length === b.length && a.every(({ day, unit, n }, i) => day === b[i]?.day && unit === b[i]?.unit && n === b[i]?.n)
