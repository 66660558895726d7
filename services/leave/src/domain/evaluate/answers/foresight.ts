import type { LocalDate } from '@awayday/kernel'
import { lossesAhead } from '../../ledger/losses-ahead.ts'
import { usableIn } from '../../ledger/usable-in.ts'
import { whatIf as figuresIf } from '../../ledger/what-if.ts'
import { type AnswerTo, datesAsked, factsOf, leaveOf, showing } from '../asking.ts'
import { lotJson } from '../entry-text.ts'
import { figuresJson } from './balance.ts'
import { chargeJson, wishedCharges } from './charge.ts'

/** What will be lost by when if nothing more is taken than is accepted. */
export const losses: AnswerTo<'losses'> = (ask, asking) => {
  const { unit, show } = showing(asking, ask)
  const found = lossesAhead(factsOf(asking, ask.person, ask.knownOn), ask.leaveType, ask.on, ask.until)
  const byDay = new Map<LocalDate, number>()
  for (const { lastDay, n } of found) byDay.set(lastDay, (byDay.get(lastDay) ?? 0) + n)
  return {
    unit,
    total: show(found.reduce((sum, { n }) => sum + n, 0)),
    byDate: [...byDay].map(([lastDay, n]) => ({ lastUsable: lastDay, amount: show(n) })),
    losses: found.map(({ lastDay, because, n, lot }) => ({
      lastUsable: lastDay,
      because,
      amount: show(n),
      lot: lotJson(lot, show),
    })),
  }
}

/** How much can be used in a span, and of which lots. */
export const usable: AnswerTo<'usable'> = (ask, asking) => {
  const { unit, show } = showing(asking, ask)
  const lots = usableIn(factsOf(asking, ask.person, ask.knownOn), ask.leaveType, ask.first, ask.last)
  return {
    unit,
    total: show(lots.reduce((sum, { n }) => sum + n, 0)),
    lots: lots.map(({ lot, n }) => ({ usable: show(n), lot: lotJson(lot, show) })),
  }
}

/** The balances of some days, with and without these days of leave; leave of the document is not there without them. */
export const whatIf: AnswerTo<'whatIf'> = (ask, asking) => {
  const { show } = showing(asking, ask)
  const facts = factsOf(asking, ask.person)
  const dates = datesAsked(ask, facts)
  const charges = leaveOf(facts, ask.leave)?.charges ?? wishedCharges(facts, ask.leaveType, dates, ask.leave)
  const others = { ...facts, leaves: facts.leaves.filter(({ id }) => id !== ask.leave) }
  const found = figuresIf(others, ask.leaveType, charges, ask.on, ask.leave ?? undefined)
  return {
    ...chargeJson(charges, asking, ask),
    balances: found.map(({ on, without, together }) => ({
      on,
      without: figuresJson(without, show),
      with: figuresJson(together, show),
    })),
  }
}
