import type { LocalDate } from '@awayday/kernel'
import type { Facts } from '../facts/facts.ts'
import type { Parts } from '../policy/plan.ts'
import type { Finding } from './broken.ts'
import type { Case } from './case.ts'
import { lengthByDay, type Measure, type Measured, total } from './measure.ts'
import { type Period, type Window, windowOf } from './period.ts'
import { isFor } from './when.ts'

/** So many requests or so much leave in a period, all types together that the rule is for; what waits for a decision counts. */
export type AtMost = {
  readonly kind: 'atMost'
  /** A request counts where its first day lies; all else day by day. */
  readonly count: 'requests' | Measure
  /** Requests: a whole number. Else n in 1/10,000 of the measure. */
  readonly most: Parts
  readonly per: Period
}

/** Who already has more may still change leave so that there is not more of it. */
export const tooMuch = ({ count, most, per }: AtMost, { wish, facts, when }: Case): readonly Finding[] => {
  const counted = facts.leaves.filter(({ status, leaveType }) => status !== 'over' && isFor(when, leaveType))
  const [others, before] = [
    counted
      .filter(({ id }) => id !== wish.request)
      .map(({ id, ...leave }) => ({ id, days: daysOf(leave, count, facts) })),
    counted
      .filter(({ id, status }) => id === wish.request && status === 'accepted')
      .flatMap((leave) => daysOf(leave, count, facts)),
  ]
  const own = daysOf(wish, count, facts)
  const starts = typeof per === 'object' ? [...own, ...others.flatMap(({ days }) => days)] : own
  const windows = new Map(
    starts.map(({ day }) => windowOf(per, day, facts, wish.leaveType)).map((window) => [window.first, window]),
  )
  return [...windows.values()]
    .flatMap((window) => {
      const asked = within(own, window)
      const taken = others.map(({ id, days }) => ({ id, n: within(days, window) })).filter(({ n }) => n > 0)
      const n = asked + total(taken)
      if (asked <= within(before, window) || n <= most) return []
      return [
        {
          ...window,
          part: 'whole' as const,
          required: { of: count, n: most },
          found: { of: count, n },
          requests: taken.map(({ id }) => id).toSorted(),
        },
      ]
    })
    .toSorted((a, b) => (a.first < b.first ? -1 : 1))
}

type Counted = { readonly day: LocalDate; readonly n: number }

const daysOf = (leave: Measured, count: AtMost['count'], facts: Facts): readonly Counted[] => {
  if (count !== 'requests') return lengthByDay(leave, count, facts)
  const first = lengthByDay(leave, 'calendarDays', facts)[0]
  return first ? [{ day: first.day, n: 1 }] : []
}

const within = (days: readonly Counted[], { first, last }: Window): number =>
  total(days.filter(({ day }) => first <= day && day <= last))
