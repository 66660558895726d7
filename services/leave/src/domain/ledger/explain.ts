import { unreachable } from '@awayday/kernel'
import type { Entry, Figures, Ledger } from './figures.ts'
import { figureOf } from './tally.ts'

/** The entries that a figure is the sum of; taken, booked, pending, expired and paid out are what they take away. */
export const entriesBehind = (ledger: Ledger, figure: keyof Figures): readonly Entry[] => {
  const { ahead } = ledger
  switch (figure) {
    case 'carried':
      return broughtIn(ledger)
    case 'granted':
      return [...entriesOfYear(ledger), ...ahead].filter(isOf('granted'))
    case 'taken':
    case 'expired':
    case 'paidOut':
      return entriesOfYear(ledger).filter(isOf(figure))
    case 'booked':
    case 'pending':
      return ahead.filter(({ kind }) => kind === figure)
    case 'balance':
      return [...broughtIn(ledger), ...entriesOfYear(ledger), ...ahead.filter(isOf('granted'))]
    case 'available':
      return [...broughtIn(ledger), ...entriesOfYear(ledger), ...ahead]
    default:
      return unreachable(figure)
  }
}

/** What the last carry-over brought; where lots simply went on, all that came before. */
const broughtIn = ({ entries, year, figures }: Ledger): readonly Entry[] => {
  const before = entries.filter((entry) => isBefore(entry, year.first))
  const carriedIn = before.filter(({ kind, on }) => kind === 'carriedIn' && on === year.first)
  return carriedIn.reduce((sum, { n }) => sum + n, 0) === figures.carried ? carriedIn : before
}

const entriesOfYear = ({ entries, year }: Ledger): readonly Entry[] =>
  entries.filter((entry) => !isBefore(entry, year.first))

/** Expiry and carry-over of the year's first day come before the year. */
const isBefore = ({ on, kind }: Entry, first: string): boolean => on < first || (on === first && BEFORE.has(kind))

const BEFORE: ReadonlySet<Entry['kind']> = new Set(['expiry', 'carriedOut', 'carriedIn', 'debtDropped'])

const isOf =
  (figure: 'granted' | 'taken' | 'expired' | 'paidOut') =>
  ({ kind }: Entry): boolean =>
    kind !== 'booked' && kind !== 'pending' && figureOf(kind) === figure
