import { workOn } from '../time/work-on.ts'
import type { Finding } from './broken.ts'
import type { Case } from './case.ts'
import { type Days, isOneOf } from './days.ts'

/** Nobody may be away. */
export type Blackout = {
  readonly kind: 'blackout'
  readonly days: readonly Days[]
  /** `named` (default): every day that leave names; `worked`: only those on which whoever asks would work. */
  readonly counts: 'named' | 'worked'
}

export const blackedOut = ({ days, counts }: Blackout, { facts, fresh }: Case): readonly Finding[] =>
  fresh
    .filter(({ day }) => isOneOf(days, day))
    .filter(({ day }) => counts === 'named' || workOn(facts, day).halves > 0)
    .map(({ day, part }) => ({
      first: day,
      last: day,
      part,
      required: { of: 'work' },
      found: { of: 'leave' },
      requests: [],
    }))
