import type { Amount, LocalDate } from '@awayday/kernel'
import { policiesOf, policyOn } from '../entitlement/policy-on.ts'
import type { Facts } from '../facts/facts.ts'
import { balanceOf } from '../ledger/ledger-of.ts'
import type { Command } from '../person/commands.ts'
import type { Context } from '../person/context.ts'
import type { Documents } from '../person/documents.ts'
import { factsOf } from '../person/facts-of.ts'
import type { RequestId } from '../person/ids.ts'
import { person } from '../person/person.ts'
import { type Asked, type State, stands } from '../person/state.ts'
import type { Charge } from '../time/charged.ts'

/** What facts would change for somebody: what is available as of a day, and what their leave costs. Only what differs. */
export type Effect = {
  readonly balances: readonly {
    readonly leaveType: string
    readonly on: LocalDate
    readonly before: Amount
    readonly after: Amount
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
  return effectBetween(state, after, context, days)
}

/** What lies between two states of somebody. */
export const effectBetween = (
  before: State,
  after: State,
  { documents }: Pick<Context, 'documents'>,
  days: readonly LocalDate[],
): Effect => ({ balances: balances(before, after, documents, days), leaves: leaves(before, after) })

const balances = (before: State, after: State, documents: Documents, days: readonly LocalDate[]) => {
  const [was, will] = [factsOf(before, documents), factsOf(after, documents)]
  const types = new Set(will.policies.map(({ policy }) => policy.leaveType))
  return [...types].flatMap((leaveType) =>
    days
      .map((on) => ({
        leaveType,
        on,
        before: available(was, leaveType, on),
        after: available(will, leaveType, on),
      }))
      .filter(({ before, after }) => before.n !== after.n || (after.n !== 0 && before.unit !== after.unit)),
  )
}

/** Before the first policy of a type nothing of it is there. */
const available = (facts: Facts, leaveType: string, on: LocalDate): Amount => {
  const policies = policiesOf(facts, leaveType)
  const { unit } = (policyOn(facts, leaveType, on) ?? policies[0])?.policy ?? { unit: 'day' }
  return { unit, n: policies.length > 0 ? balanceOf(facts, leaveType, on).available : 0 }
}

const leaves = (before: State, after: State): Effect['leaves'] =>
  before.requests.filter(stands).flatMap(({ request, charges }) => {
    const now = after.requests.find((asked): asked is Asked => asked.request === request)?.charges ?? []
    return sameCharges(charges, now) ? [] : [{ request, before: charges, after: now }]
  })

const sameCharges = (a: readonly Charge[], b: readonly Charge[]): boolean =>
  a.length === b.length && a.every(({ day, unit, n }, i) => day === b[i]?.day && unit === b[i]?.unit && n === b[i]?.n)
