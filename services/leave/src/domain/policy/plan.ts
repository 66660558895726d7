import type { LocalDate, Unit } from '@awayday/kernel'
import type { CarryOver } from './carry-over.ts'
import type { Length, MonthDay } from './length.ts'
import type { Parts } from './parts.ts'
import type { Proration } from './proration.ts'

export type { Parts }

/** How a person earns entitlement: periods, each of which pays a grant. */
export type Plan = {
  /** By `after`, no two alike; each later one is a milestone. Before the first one begins nothing is earned, and its begin, if it is after some tenure, counts as the plan's start. */
  readonly stages: readonly Stage[]
  /** What tenure counts from: the first day of employment (default), or the day the policy applies from. */
  readonly tenureFrom: 'joining' | 'planStart'
  /** A milestone begins on the day its tenure is over (default), on the first day of the leave year which that day is in, or of the next one (of that very day, if it is the first of one). */
  readonly milestones: 'onTheDay' | 'thisLeaveYear' | 'nextLeaveYear'
  /**
   * A period that a milestone cuts pays the amount of its first day's stage (`old`, default), of its last day's (`new`), or by calendar
   * days of each (`byDays`). `split`: the same, as two periods, each due by itself; so does a milestone that changes the frequency, but with `old`.
   */
  readonly cutPeriod: 'old' | 'new' | 'byDays' | 'split'
  /** Whether a grant is due on the first day of its period (default) or at the end. */
  readonly due: 'start' | 'end'
  /** Where `due` is `end`: the period's last day (default), or the day after. */
  readonly endIs: 'lastDay' | 'dayAfter'
  /** `byTime` (default): a full period pays in full. `byWorkedShare`: times worked time over planned time of the period. Else: the amount for every so many worked minutes or days. */
  readonly earned: 'byTime' | 'byWorkedShare' | { readonly per: 'minute' | 'day'; readonly n: number }
  readonly rounding: Rounding
  readonly proration: Proration
  /** What is paid of a period that is not complete, for each reason; `prorated` by default. */
  readonly partial: {
    /** The first period of somebody who joined within it. `fullAfter`: in full where that tenure is over while they are employed in it, else prorated (Germany: six months, BUrlG § 4). */
    readonly joiner: 'full' | 'prorated' | 'none' | FullAfter
    /** The last period of somebody who left within it. `fullAfter`: in full for who is still employed after that tenure, and on the first such date in the period, else prorated (Germany: six months and 1 July, BUrlG § 5 (1)). */
    readonly leaver: 'full' | 'prorated' | 'none' | (FullAfter & { readonly from: MonthDay })
    /** The first period of a policy that began to apply to somebody within it, later than they joined. */
    readonly planStart: 'full' | 'prorated' | 'none'
  }
  /** After joining: nothing is earned until it is over; and what would have been is lost (default), or granted on the first day after it. */
  readonly waiting: { readonly length: Length; readonly earned: 'lost' | 'granted' } | null
  /** Manual grants and corrections count at once (default), or are earned in the same shares as the leave year's grants. */
  readonly corrections: 'atOnce' | 'withPlan'
  /** Whether a stage with a lower balance cap takes what is held above it. False by default. */
  readonly lowerCapCuts: boolean
}

type FullAfter = { readonly fullAfter: Length }

export type Stage = {
  readonly after: Length
  readonly amount: Parts
  /**
   * What `amount` counts, where it is not what the policy counts in (null, default): days are then as long as `counting.hours` says, or as
   * the average worked day of the schedule in force; where that has none, eight hours. Caps and rounding are in the policy's unit.
   */
  readonly amountIn: Unit | null
  /** `year` (default): of a full leave year, in equal shares over the periods that start in it. `grant`: of each full period. */
  readonly per: 'grant' | 'year'
  readonly frequency: Frequency
  /** Grants stop where the balance would pass it; what is withheld is lost. Null (default): no cap. */
  readonly balanceCap: Parts | null
  /** The most that the grants of one leave year pay. Null (default): no cap. */
  readonly yearlyCap: Parts | null
  readonly carryOver: CarryOver
  readonly validity: Validity
}

/**
 * When periods begin; each lasts until the next. Days past a month's end mean its last day. `leaveYear` (default): steps of that
 * length from the first day of the leave year; `joining`: from the day of joining.
 * `continuous` earns a year's amount linearly, calendar day by calendar day; `day` is one grant a day.
 */
export type Frequency =
  | { readonly every: 'continuous' }
  | { readonly every: 'day' }
  | { readonly every: 'week'; readonly weekday: number | 'joining' }
  | { readonly every: 'twoWeeks'; readonly anchor: LocalDate | 'joining' }
  | { readonly every: 'halfMonth'; readonly days: readonly [number, number] }
  | { readonly every: 'month'; readonly on: 'leaveYear' | 'joining' | number }
  | { readonly every: 'quarter' | 'halfYear' | 'year'; readonly on: 'leaveYear' | 'joining' | readonly MonthDay[] }

/** The last usable day of what is granted. */
export type Validity =
  /** The day before the next carry-over (default): what is left then is carried over or expires. */
  | { readonly kind: 'untilCarryOver' }
  /** Usable up to the day before `from` + length; never carried. */
  | { readonly kind: 'length'; readonly length: Length }
  /** Usable up to the next such date, itself included; never carried. */
  | { readonly kind: 'date'; readonly date: MonthDay; readonly yearsLater: number }
  | { readonly kind: 'unlimited' }

export type Rounding = {
  /** `upFromHalf`: half a step or more goes up, less stays as it is, as the German law has it (BUrlG § 5 (2)). */
  readonly mode: 'up' | 'down' | 'nearest' | 'upFromHalf'
  /** To a multiple of this: 10,000 is whole units, 5,000 halves, 1 the smallest. Halves of it go up with `nearest`. */
  readonly step: Parts
  /**
   * `cumulative` (default): the k-th of N grants is round(total x k / N) less what was granted before. `each`: every grant on its
   * own, until the leave year's amount, itself rounded, is reached; what is earned per worked minutes or days has no such end.
   */
  readonly of: 'cumulative' | 'each'
}
