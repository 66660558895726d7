import { err, type LocalDate, ok, type Result, unreachable } from '@awayday/kernel'
import { policyOn } from '../entitlement/policy-on.ts'
import type { Facts } from '../facts/facts.ts'
import { counts, type Entry } from '../person/entries.ts'
import type { OtherUnit } from '../person/rejections.ts'
import type { Parts } from '../policy/plan.ts'
import type { AmountSaid, Said } from './draft.ts'

/** What is brought in, its amounts in the unit of the policy that is in force on its day. */
export const entryOf = (said: Said, facts: Facts): Result<Entry, OtherUnit> => {
  switch (said.kind) {
    case 'leave': {
      const { amount, ...leave } = said
      return ok({ ...leave, free: amount?.n === 0 || !counts(leave.status) })
    }
    case 'credit': {
      const { amount, ...credit } = said
      const n = partsOf(amount, facts, credit.leaveType, credit.from)
      return n.ok ? ok({ ...credit, n: n.value }) : n
    }
    case 'payOut': {
      const { amount, ...payOut } = said
      const n = partsOf(amount, facts, payOut.leaveType, payOut.on)
      return n.ok ? ok({ ...payOut, n: n.value }) : n
    }
    case 'work':
    case 'year':
      return ok(said)
    default:
      return unreachable(said)
  }
}

const partsOf = (
  { n, unit }: AmountSaid,
  facts: Facts,
  leaveType: string,
  day: LocalDate,
): Result<Parts, OtherUnit> => {
  const counted = policyOn(facts, leaveType, day)?.policy.unit
  return counted && unit && counted !== unit ? err({ type: 'OtherUnit', unit: counted }) : ok(n)
}
