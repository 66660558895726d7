import type { Finding } from './broken.ts'
import type { Case } from './case.ts'
import { type Days, isOneOf } from './days.ts'

/**
 * Only these days may be taken, such as a list of floating holidays to choose from; free days between them do not matter.
 * How many of them is for `atMost` to say.
 */
export type OnlyOn = { readonly kind: 'onlyOn'; readonly days: readonly Days[] }

export const notListed = ({ days: listed }: OnlyOn, { wish, days }: Case): readonly Finding[] =>
  days
    .filter(({ day }) => wish.charges.some((charge) => charge.day === day) && !isOneOf(listed, day))
    .map(({ day, part }) => ({
      first: day,
      last: day,
      part,
      required: { of: 'work' },
      found: { of: 'leave' },
      requests: [],
    }))
