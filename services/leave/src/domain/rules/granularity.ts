import { unreachable } from '@awayday/kernel'
import type { Part } from '../time/absence.ts'
import type { Minute } from '../time/schedule.ts'
import type { Finding } from './broken.ts'
import type { Case } from './case.ts'

/** The smallest piece of leave: whole days; halves; or spans whose length is a multiple of so many minutes, halves and whole days as well. */
export type Granularity = {
  readonly kind: 'granularity'
  readonly smallest: 'day' | 'half' | { readonly minutes: Minute }
}

export const tooFine = ({ smallest }: Granularity, { days }: Case): readonly Finding[] =>
  days
    .filter(({ part }) => !isCoarse(part, smallest))
    .map(({ day, part }) => ({
      first: day,
      last: day,
      part,
      required:
        typeof smallest === 'string'
          ? { of: 'part', part: smallest === 'day' ? 'whole' : 'half' }
          : { of: 'minutes', n: smallest.minutes * 10_000 },
      found:
        typeof smallest === 'string' || typeof part === 'string'
          ? { of: 'part', part }
          : { of: 'minutes', n: (part.to - part.from) * 10_000 },
      requests: [],
    }))

const isCoarse = (part: Part, smallest: Granularity['smallest']): boolean => {
  switch (smallest) {
    case 'day':
      return part === 'whole'
    case 'half':
      return typeof part === 'string'
    default:
      return typeof smallest === 'string'
        ? unreachable(smallest)
        : typeof part === 'string' || (part.to - part.from) % smallest.minutes === 0
  }
}
