import { compare, type LocalDate } from '@awayday/kernel'
import type { Earlier } from '../facts/charges-for.ts'
import type { Facts, Leave } from '../facts/facts.ts'
import { pendingChange } from '../facts/pending-change.ts'
import type { LeaveType } from '../leave-type/leave-type.ts'
import { chargesLeft, givenBack, type Sick } from '../sickness/given-back.ts'
import type { Dates } from '../time/absence.ts'
import type { Asked, Someone } from './case.ts'
import { chargesIn } from './charges-in.ts'
import { askedOnOf } from './dates-known.ts'
import { isKnown } from './known.ts'

/** How a leave counts, with which dates, and into which other ones it is to be changed, as known on a day. */
export type Standing = (asked: Asked) => {
  readonly status: Leave['status']
  /** Null: on the day on which it was asked for, if it is. */
  readonly acceptedOn: LocalDate | null
  readonly dates: Dates
  readonly proposed: Dates | null
}

/** Leave, and how it stands. */
export type Known = { readonly asked: Asked } & ReturnType<Standing>

/** What is known of somebody's leave on a day, in the order in which it is charged. */
export const knownLeaves = ({ leaves }: Someone, on: LocalDate | null, standing: Standing): readonly Known[] =>
  leaves
    .filter((one) => isKnown(one.recordedOn ?? one.askedOn, on))
    .map((asked): Known => ({ asked, ...standing(asked) }))
    .toSorted(inOrder)

/** Somebody's leave, and what each costs: less what sickness gives back. `facts`: theirs, without leave. */
export const leavesOf = (
  known: readonly Known[],
  { leaves }: Someone,
  facts: Facts,
  leaveTypes: readonly LeaveType[],
): readonly Leave[] => {
  const charged: Leave[] = []
  const changes: Leave[] = []
  for (const { asked, status, dates, proposed } of known) {
    const before = charged.filter((leave) => leave.status === 'accepted')
    if (proposed) changes.push(leaveOf(asked, facts, before, proposed, 'pending'))
    charged.push(leaveOf(asked, facts, before, dates, status))
  }
  const all = lessSickness(charged, leaves, facts, leaveTypes)
  return [...all, ...changes.flatMap((change) => proposedOf(change, all))]
}

/** Other leave of somebody that was accepted by a day, in order; on that very day, what stands before it in the document. */
export const acceptedBy = (
  known: readonly Known[],
  { leaves }: Someone,
  asked: Asked,
  day: LocalDate,
): readonly Earlier[] => {
  const before = leaves.slice(
    0,
    leaves.findIndex(({ id }) => id === asked.id),
  )
  return known
    .filter((one) => one.status === 'accepted' && one.asked.id !== asked.id)
    .filter((one) => dayOf(one) < day || (dayOf(one) === day && before.includes(one.asked)))
    .map(({ asked: { leaveType }, dates }) => ({ leaveType, dates }))
}

/** A change that waits is pending with what it adds to the leave as it stands. Sickness on its days drops it, and so takes nothing from it. */
const proposedOf = (change: Leave, leaves: readonly Leave[]): readonly Leave[] =>
  leaves.filter(({ id }) => id === change.id).flatMap((leave) => pendingChange(leave, change))

const leaveOf = (
  asked: Asked,
  facts: Facts,
  before: readonly Leave[],
  dates: Dates,
  status: Leave['status'],
): Leave => {
  const { id, leaveType, fact } = asked
  return { id, leaveType, dates, status, charges: chargesIn(asked, dates, facts, before), fact }
}

const lessSickness = (
  leaves: readonly Leave[],
  asked: readonly Asked[],
  facts: Facts,
  leaveTypes: readonly LeaveType[],
): readonly Leave[] => {
  const sicknessOf = (leaveType: string) => leaveTypes.find(({ id }) => id === leaveType)?.sickness ?? null
  return leaves.reduce<readonly Leave[]>((all, sick) => {
    const sickness = sick.status === 'accepted' ? sicknessOf(sick.leaveType) : null
    if (!sickness) return all
    const certificate = asked.find(({ id }) => id === sick.id)?.certificate ?? null
    const known: Sick = { dates: sick.dates, certificate }
    const others = all.filter(({ leaveType }) => sicknessOf(leaveType) === null)
    const given = givenBack(others, known, sickness.overLeave, facts)
    return all.map((leave) =>
      others.includes(leave) ? { ...leave, charges: chargesLeft(leave, given, facts) } : leave,
    )
  }, leaves)
}

/** What is accepted first, in the order in which it was; then by the day on which it was asked for. Of one day, as in the document. */
const inOrder = (a: Known, b: Known): number =>
  Number(a.status !== 'accepted') - Number(b.status !== 'accepted') || compare(dayOf(a), dayOf(b))

const dayOf = ({ asked, acceptedOn }: Known): string => acceptedOn ?? askedOnOf(asked) ?? ''
