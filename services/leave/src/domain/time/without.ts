import type { Span } from './schedule.ts'
import { DAY_ENDS, meeting } from './work-of.ts'

/** What is left of spans without others. */
export const without = (spans: readonly Span[], others: readonly Span[]): readonly Span[] =>
  others.reduce<readonly Span[]>(
    (left, { from, to }) =>
      left.flatMap((span) => [...meeting(span, { from: 0, to: from }), ...meeting(span, { from: to, to: DAY_ENDS })]),
    spans,
  )
