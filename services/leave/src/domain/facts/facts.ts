import type { LocalDate, PersonId } from '@awayday/kernel'
import type { Parts } from '../policy/plan.ts'
import type { Policy } from '../policy/policy.ts'
import type { Dates } from '../time/absence.ts'
import type { Charge, Whereabouts } from '../time/charged.ts'

/**
 * All that is known about one person, resolved: what every calculation starts from. Made from the person's stream and
 * the documents it names, or from a file. `fact` names what stands behind each piece: the id of a stored event, or a path in a file.
 */
export type Facts = Omit<Whereabouts, 'places'> & {
  readonly person: PersonId
  /** In order, apart. */
  readonly employment: readonly Employed[]
  /** By `from`; each until the next. The first one also holds before. */
  readonly places: readonly Stay[]
  /** Of all leave types, by `from`; of each type one holds until its next. */
  readonly policies: readonly Applied[]
  /** The accepted ones in the order in which they were accepted. */
  readonly leaves: readonly Leave[]
  readonly credits: readonly Credit[]
  readonly payOuts: readonly PaidOut[]
  readonly worked: readonly Worked[]
  readonly closedYears: readonly ClosedYear[]
}

/** Both days included; null: no end is known. The first period's first day is the day of joining. */
export type Employed = { readonly from: LocalDate; readonly until: LocalDate | null; readonly fact: string }

export type Stay = {
  readonly from: LocalDate
  readonly location: string
  /** Null: in none. */
  readonly department: string | null
  readonly team: string
  readonly labels: readonly string[]
}

export type Applied = { readonly from: LocalDate; readonly policy: Policy; readonly fact: string }

/** Which slots somebody is away, and what each day costs. */
export type Leave = {
  readonly id: string
  readonly leaveType: string
  readonly dates: Dates
  /** Only `accepted` and `pending` ones count. Accepted: approved, also while its cancellation is asked for. Pending: asked for, or partly approved. */
  readonly status: 'pending' | 'accepted' | 'over'
  readonly charges: readonly Charge[]
  readonly fact: string
}

/** An entitlement given by hand, or a correction; may be negative. */
export type Credit = {
  readonly leaveType: string
  readonly source: 'manual' | 'opening' | 'correction' | 'toil' | 'bought'
  readonly n: Parts
  /** The first usable day. */
  readonly from: LocalDate
  /** The last usable day; null: what the policy says for what it grants on `from`. */
  readonly until: LocalDate | null
  readonly fact: string
}

export type PaidOut = { readonly leaveType: string; readonly on: LocalDate; readonly n: Parts; readonly fact: string }

/** Recorded working time, both days included; where there is a record it holds in place of the schedule, spread evenly over its days. */
export type Worked = {
  readonly first: LocalDate
  readonly last: LocalDate
  readonly minutes: number
  readonly fact: string
}

/** A leave year whose outcome is pinned, with what came later: together they hold in place of what would be computed. */
export type ClosedYear = {
  readonly leaveType: string
  /** The year's last day: the day before a carry-over. */
  readonly last: LocalDate
  /** What goes over: the pin's, then what each correction added to it. */
  readonly carry: readonly { readonly n: Parts; readonly fact: string }[]
}
