import { compare, type LocalDate } from '@awayday/kernel'
import { chargesFor } from '../facts/charges-for.ts'
import type { Facts, Leave } from '../facts/facts.ts'
import { pendingChange } from '../facts/pending-change.ts'
import type { LeaveType } from '../leave-type/leave-type.ts'
import { chargesLeft, givenBack, type Sick } from '../sickness/given-back.ts'
import type { Dates } from '../time/absence.ts'
import type { Charge } from '../time/charged.ts'
import { partsOf } from '../time/parts-of.ts'
import type { Asked, Someone } from './case.ts'
import { askedOnOf } from './dates-known.ts'
import { isKnown } from './known.ts'

/** How a leave counts, with which dates, and into which other ones it is to be changed, as known on a day. */
export type Standing = (asked: Asked) => {
  readonly status: Leave['status']
  readonly dates: Dates
  readonly proposed: Dates | null
}

/** Somebody's leave as known on a day, and what each costs: less what sickness gives back. `facts`: theirs, without leave. */
export const leavesOf = (
  { leaves }: Someone,
  facts: Facts,
  leaveTypes: readonly LeaveType[],
  on: LocalDate | null,
  standing: Standing,
): readonly Leave[] => {
  const charged: Leave[] = []
  const changes: Leave[] = []
  for (const asked of leaves.filter((one) => isKnown(one.recordedOn ?? one.askedOn, on)).toSorted(byAsking)) {
    const { status, dates, proposed } = standing(asked)
    if (proposed) changes.push(leaveOf(asked, facts, charged, proposed, 'pending'))
    charged.push(leaveOf(asked, facts, charged, dates, status))
  }
  const all = lessSickness(charged, leaves, facts, leaveTypes)
  return [...all, ...changes.flatMap((change) => proposedOf(change, all))]
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
  const earlier = before
    .filter((one) => one.leaveType === leaveType && one.status === 'accepted')
    .map((one) => one.dates)
  return { id, leaveType, dates, status, charges: chargesIn(asked, dates, facts, earlier), fact }
}

/** What was said to be charged stays so on days that nobody has changed since. */
const chargesIn = (asked: Asked, dates: Dates, facts: Facts, earlier: readonly Dates[]): readonly Charge[] => {
  const counted = chargesFor(facts, asked.leaveType, dates, earlier)
  if (asked.charges === null) return counted
  const isSame = (day: LocalDate): boolean => partsOn(asked.dates, day) === partsOn(dates, day)
  return [...asked.charges.filter(({ day }) => isSame(day)), ...counted.filter(({ day }) => !isSame(day))].toSorted(
    byDay,
  )
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

const partsOn = (dates: Dates, day: LocalDate): string =>
  JSON.stringify(partsOf(dates).find((named) => named.day === day)?.parts ?? [])

/** In the order in which they were asked for; of one day, in that of the document. */
const byAsking = (a: Asked, b: Asked): number => {
  const [first, second] = [askedOnOf(a) ?? '', askedOnOf(b) ?? '']
  return compare(first, second)
}

const byDay = (a: Charge, b: Charge): number => compare(a.day, b.day)
