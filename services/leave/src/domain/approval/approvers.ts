import { type LocalDate, type PersonId, unreachable } from '@awayday/kernel'
import { lineOf } from '../rules/departments.ts'
import type { ApprovalRules, Approver, Step } from './approval-rules.ts'
import { withDeputies } from './deputies.ts'
import type { Office } from './office.ts'
import { headOf, holdersOf, isEmployed, type Organisation, postOf } from './organisation.ts'
import { approversOf, nextUp } from './upwards.ts'

/** One who must be heard at a level: the number of the approver in its list, and all who may speak for it on a day. Empty: there is nobody. */
export type Seat = { readonly seat: number; readonly by: readonly PersonId[] }

/** From the day on, the next one up may speak for a seat as well. */
export type Raised = { readonly seat: number; readonly on: LocalDate }

type Deciding = Pick<Office, 'rules' | 'organisation'>

/** Who must be heard at a level on a day. Of own leave as the rules say; a level asked of nobody else is then asked one up. */
export const seatsOf = (
  { rules, organisation }: Deciding,
  asking: PersonId,
  step: Step,
  on: LocalDate,
  raised: readonly Raised[] = [],
): readonly Seat[] => {
  const seats = seatsBy(rules.ownLeave, rules, organisation, asking, step, on, raised)
  return seats.length > 0 ? seats : seatsBy('escalate', rules, organisation, asking, step, on, raised)
}

/** Whether a level would ask nobody but who asks for the leave, and so is left out. */
export const isSkipped = ({ rules, organisation }: Deciding, asking: PersonId, step: Step, on: LocalDate): boolean =>
  seatsBy(rules.ownLeave, rules, organisation, asking, step, on, []).length === 0

/** Who is told, whoever asks included. */
export const watchersOf = ({ rules, organisation }: Deciding, asking: PersonId, on: LocalDate): readonly PersonId[] => [
  ...new Set(rules.watchers.flatMap((watcher) => meant(watcher, organisation, asking, on).people)),
]

const seatsBy = (
  ownLeave: ApprovalRules['ownLeave'],
  { selfApproval }: ApprovalRules,
  organisation: Organisation,
  asking: PersonId,
  step: Step,
  on: LocalDate,
  raised: readonly Raised[],
): readonly Seat[] =>
  step.approvers.flatMap((approver, seat) => {
    const { people, from } = meant(approver, organisation, asking, on)
    const others = selfApproval ? people : people.filter((person) => person !== asking)
    if (others.length === 0 && people.length > 0 && ownLeave === 'skip') return []
    const asked = others.length > 0 ? others : nextUp(organisation, from, [asking, from], on)
    const times = raised.filter((it) => it.seat === seat && it.on <= on).length
    return [{ seat, by: withDeputies(organisation, raise(asked, times, organisation, asking, on), asking, on) }]
  })

const raise = (
  asked: readonly PersonId[],
  times: number,
  organisation: Organisation,
  asking: PersonId,
  on: LocalDate,
): readonly PersonId[] => {
  const all = new Set(asked)
  let latest = asked
  for (let n = 0; n < times; n++) {
    latest = latest.flatMap((person) => nextUp(organisation, person, [asking, ...all], on))
    for (const person of latest) all.add(person)
  }
  return [...all]
}

/** Whom a rule means on a day, if they are employed; and from whom it goes up where that is nobody. */
const meant = (
  approver: Approver,
  organisation: Organisation,
  asking: PersonId,
  on: LocalDate,
): { readonly people: readonly PersonId[]; readonly from: PersonId } => {
  const employed = (person: PersonId | undefined) => (person && isEmployed(organisation, person, on) ? [person] : [])
  switch (approver.kind) {
    case 'approver': {
      const line = approversOf(organisation, asking, on).slice(0, approver.up)
      return { people: employed(line[approver.up - 1]), from: line.at(-1) ?? asking }
    }
    case 'head': {
      const department = approver.department ?? postOf(organisation, asking, on)?.department
      const line = department ? lineOf(organisation.departments, department) : []
      return { people: employed(headOf(organisation, line, (person) => employed(person).length > 0)), from: asking }
    }
    case 'role':
      return { people: holdersOf(organisation, [approver.role], on), from: asking }
    case 'person':
      return { people: employed(approver.person), from: approver.person }
    default:
      return unreachable(approver)
  }
}
