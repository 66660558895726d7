import type { Finding } from './broken.ts'
import type { Case } from './case.ts'
import type { Extent } from './measure.ts'
import { type Adjoining, stretchesOf } from './stretch.ts'

/** How short or long leave may be; the limit itself is allowed. */
export type LengthLimit = {
  readonly kind: 'minimumLength' | 'maximumLength'
  readonly length: Extent
  readonly adjoining: Adjoining
}

/** Accepted leave that was allowed to be longer may be made shorter. */
export const wrongLength = ({ kind, length, adjoining }: LengthLimit, c: Case): readonly Finding[] =>
  (kind === 'maximumLength' && c.fresh.length === 0 ? [] : stretchesOf(c, length.in, adjoining))
    .filter(({ n }) => (kind === 'maximumLength' ? n > length.n : n < length.n))
    .map(({ first, last, n, requests }) => ({
      first,
      last,
      part: 'whole',
      required: { of: length.in, n: length.n },
      found: { of: length.in, n },
      requests,
    }))
