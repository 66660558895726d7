import type { Length } from '../policy/length.ts'
import type { Finding } from './broken.ts'
import type { Case } from './case.ts'
import { later } from './later.ts'

/** How far back and how far ahead leave may be asked for. */
export type Horizon = {
  readonly kind: 'horizon'
  /** The first day at most so long before the day of asking; 0 days: not in the past. Null (default): no limit. */
  readonly back: Length | null
  /** At most so long after it. Null (default): no limit. */
  readonly ahead: Length | null
  /** Which day of the leave `ahead` limits: the `last` (default) or the `first`. */
  readonly measuredTo: 'first' | 'last'
}

export const outOfReach = ({ back, ahead, measuredTo }: Horizon, { wish, fresh }: Case): readonly Finding[] => {
  const [start, end] = [fresh[0]?.day, fresh.at(-1)?.day]
  if (!start || !end) return []
  const earliest = back && later(wish.askedOn, back, -1)
  const latest = ahead && later(wish.askedOn, ahead)
  const reached = measuredTo === 'first' ? start : end
  const finding = { first: start, last: end, part: 'whole', requests: [] } as const
  return [
    ...(earliest && start < earliest
      ? [{ ...finding, required: { of: 'date', date: earliest }, found: { of: 'date', date: start } } as const]
      : []),
    ...(latest && reached > latest
      ? [{ ...finding, required: { of: 'date', date: latest }, found: { of: 'date', date: reached } } as const]
      : []),
  ]
}
