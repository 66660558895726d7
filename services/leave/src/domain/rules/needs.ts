import { unreachable } from '@awayday/kernel'
import type { Finding } from './broken.ts'
import type { Case } from './case.ts'
import type { Extent } from './measure.ts'
import { type Adjoining, stretchesOf } from './stretch.ts'
import type { Wish } from './wish.ts'

/** What must come with leave: a reason, a certificate, or a colleague who takes the work over. */
export type Needs = {
  readonly kind: 'needs'
  readonly what: 'reason' | 'certificate' | 'cover'
  /** Only with leave that is longer; null (default): with any. */
  readonly longerThan: Extent | null
  readonly adjoining: Adjoining
}

export const notThere = ({ what, longerThan, adjoining }: Needs, c: Case): readonly Finding[] =>
  comesWith(c.wish, what)
    ? []
    : stretchesOf(c, longerThan?.in ?? 'days', adjoining)
        .filter(({ n }) => longerThan === null || n > longerThan.n)
        .map(({ first, last, requests }) => ({
          first,
          last,
          part: 'whole',
          required: { of: what },
          found: { of: 'nothing' },
          requests,
        }))

const comesWith = (wish: Wish, what: Needs['what']): boolean => {
  switch (what) {
    case 'reason':
      return wish.reason
    case 'certificate':
      return wish.certificate
    case 'cover':
      return wish.cover !== null
    default:
      return unreachable(what)
  }
}
