import type { Finding } from './broken.ts'
import type { Case } from './case.ts'
import { type Adjoining, stretchesOf } from './stretch.ts'

/** Leave that may not adjoin leave of other types, pending or accepted. */
export type Apart = {
  readonly kind: 'apart'
  /** From leave of which types. */
  readonly from: readonly string[]
  readonly adjoining: Exclude<Adjoining, 'off'>
}

export const notApart = ({ from, adjoining }: Apart, c: Case): readonly Finding[] =>
  stretchesOf(c, 'days', adjoining, (leaveType) => from.includes(leaveType))
    .filter(({ requests }) => c.fresh.length > 0 && requests.length > 0)
    .map(({ first, last, requests }) => ({
      first,
      last,
      part: 'whole',
      required: { of: 'work' },
      found: { of: 'leave' },
      requests,
    }))
