import type { LocalDate } from '@awayday/kernel'
import { entriesBehind } from '../../ledger/explain.ts'
import type { Figures, Ledger } from '../../ledger/figures.ts'
import { balanceOf, ledgerOf } from '../../ledger/ledger-of.ts'
import type { Answer } from '../answer.ts'
import { type AnswerTo, factsOf, showing } from '../asking.ts'
import { entryJson, lotFiguresJson, sentence } from '../entry-text.ts'

/** The figures as of the end of a day, the lots behind them, and every plus and minus. */
export const balance: AnswerTo<'balance'> = (ask, asking) => {
  const { unit, show } = showing(asking, ask)
  const ledger: Ledger = ledgerOf(factsOf(asking, ask.person, ask.knownOn), ask.leaveType, ask.on)
  return {
    unit,
    on: ask.on,
    year: { ...ledger.year },
    ...figuresJson(ledger.figures, show),
    lots: ledger.lots.map((lot) => lotFiguresJson(lot, show)),
    because: becauseOf(ledger, show),
    entries: ledger.entries.map((entry) => entryJson(entry, show)),
    ahead: ledger.ahead.map((entry) => entryJson(entry, show)),
  }
}

/** Each figure in words: what it is the sum of. */
const becauseOf = (ledger: Ledger, show: (n: number) => string): Answer =>
  Object.fromEntries(
    Object.keys(ledger.figures)
      .filter((figure): figure is keyof Figures => Object.hasOwn(ledger.figures, figure))
      .map((figure) => [figure, entriesBehind(ledger, figure).map((entry) => `${entry.on}: ${sentence(entry, show)}`)]),
  )

/** The figures as of several days. */
export const balances: AnswerTo<'balances'> = (ask, asking) => {
  const { unit, show } = showing(asking, ask)
  const facts = factsOf(asking, ask.person, ask.knownOn)
  return {
    unit,
    balances: ask.on.map((on: LocalDate) => ({ on, ...figuresJson(balanceOf(facts, ask.leaveType, on), show) })),
  }
}

export const figuresJson = (figures: Figures, show: (n: number) => string): Answer =>
  Object.fromEntries(Object.entries(figures).map(([figure, n]) => [figure, show(n)]))
