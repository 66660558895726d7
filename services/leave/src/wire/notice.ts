import type { Instant } from '@awayday/kernel'
import type { Notice } from '#domain/company/notice.ts'
import { balanceChangeShown, costChangeShown } from './effect.ts'
import { figuresShown, showing } from './figures.ts'

type Noticed = Notice & { readonly at: Instant; readonly version: number }

/** What others have set up, and what it changed for somebody. */
export const noticeShown = ({ at, version, because, balances, leaves, corrected }: Noticed) => ({
  at,
  version,
  because: because.map(({ kind, document, version }) => ({ kind, document, version })),
  balances: balances.map(balanceChangeShown),
  leaves: leaves.map(costChangeShown),
  corrected: corrected.map(({ leaveType, last, figures, carry, forfeited, unit }) => {
    const show = showing(unit)
    return {
      leaveType,
      last,
      figures: figuresShown(figures, unit),
      carry: show(carry),
      forfeited: show(forfeited),
    }
  }),
})
