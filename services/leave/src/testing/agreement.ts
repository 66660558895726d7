import type { LocalDate } from '@awayday/kernel'
import type { Grant } from '#domain/entitlement/grant.ts'
import { grantsOf } from '#domain/entitlement/grants-of.ts'
import { chargesFor } from '#domain/facts/charges-for.ts'
import type { Figures } from '#domain/ledger/figures.ts'
import { ledgerOf } from '#domain/ledger/ledger-of.ts'
import { notCovered } from '#domain/ledger/not-covered.ts'
import type { Charge } from '#domain/time/charged.ts'
import { type History, VACATION, WISHED } from './histories.ts'
import { oracleChargesFor } from './oracle/charges-for.ts'
import { oracleGrants } from './oracle/grants.ts'
import { type OracleLot, oracleLedger } from './oracle/ledger.ts'
import { oracleNotCovered } from './oracle/not-covered.ts'

/** What a calculation answers about a history, in a form in which two of them can be compared. */
export type Answers = {
  readonly charges: readonly string[]
  readonly grants: readonly string[]
  readonly ledgers: readonly { readonly year: string; readonly figures: Figures; readonly lots: readonly string[] }[]
  /** The first day that a wish leaves uncovered. */
  readonly notCovered: LocalDate | null
}

/** The functions of the engine that the oracle has its own of. */
export type Engine = {
  readonly chargesFor: typeof chargesFor
  readonly grantsOf: typeof grantsOf
  readonly ledgerOf: typeof ledgerOf
  readonly notCovered: typeof notCovered
}

export const engine: Engine = { chargesFor, grantsOf, ledgerOf, notCovered }

export const answersOf = (by: Engine, { facts, asOf, wish }: History): Answers => ({
  charges: by.chargesFor(facts, WISHED, wish.dates, wish.earlier).map(chargeText).sort(),
  grants: asOf.flatMap((day) => by.grantsOf(facts, VACATION, day).map(grantText)),
  ledgers: asOf.map((day) => {
    const { year, figures, lots } = by.ledgerOf(facts, VACATION, day)
    return { year: `${year.first} to ${year.last}`, figures: sorted(figures), lots: lotTexts(lots, year.last) }
  }),
  notCovered: by.notCovered(facts, VACATION, wish.charges, wish.leave ?? undefined)?.on ?? null,
})

export const oracleAnswers = ({ facts, asOf, wish }: History): Answers => ({
  charges: oracleChargesFor(facts, WISHED, wish.dates, wish.earlier).map(chargeText).sort(),
  grants: asOf.flatMap((day) => oracleGrants(facts, VACATION, day).map(grantText)),
  ledgers: asOf.map((day) => {
    const { year, figures, lots } = oracleLedger(facts, VACATION, day)
    return { year: `${year.first} to ${year.last}`, figures: sorted(figures), lots: lotTexts(lots, year.last) }
  }),
  notCovered: oracleNotCovered(facts, VACATION, wish.charges, wish.leave ?? undefined) ?? null,
})

/** Whether both say the same. Who throws, says something else. */
export const agrees = (by: Engine, history: History): boolean => {
  try {
    return JSON.stringify(answersOf(by, history)) === JSON.stringify(oracleAnswers(history))
  } catch {
    return false
  }
}

const chargeText = ({ day, part, unit, n, sandwiched }: Charge): string =>
  `${day} ${JSON.stringify(part)}: ${n} ${unit}${sandwiched ? ', sandwiched' : ''}`

/** Of added holidays the days between which they lie are of no weight. */
const grantText = (grant: Grant): string => {
  const { source, on, first, last, leaveYear, n, balanceCap, yearlyCap, carries, until, fact } = grant
  const period = source === 'plan' ? `${first} to ${last} in ${leaveYear}` : leaveYear
  const life = carries ? 'carries' : (until ?? 'for ever')
  return `${on}: ${n} of ${source} for ${period} until ${life}, caps ${balanceCap} and ${yearlyCap}, by ${fact}`
}

const sorted = ({
  carried,
  granted,
  taken,
  booked,
  pending,
  expired,
  paidOut,
  balance,
  available,
}: Figures): Figures => ({
  carried,
  granted,
  taken,
  booked,
  pending,
  expired,
  paidOut,
  balance,
  available,
})

const COLUMNS = ['taken', 'booked', 'pending', 'expired', 'paidOut', 'carriedOut', 'settled', 'available'] as const

/** Lots alike (same source and days) as one: how carried days are parcelled is of no weight. Debts are what is left. */
const lotTexts = (lots: readonly OracleLot[], yearLast: LocalDate): string[] => {
  const alike = new Map<string, number[]>()
  for (const { lot, ...figures } of lots) {
    if (lot.n <= 0) continue
    const name = `${lot.source} ${lot.from} to ${lot.carries ? yearLast : (lot.until ?? 'for ever')}${lot.carries ? ', carries' : ''}`
    const sums = alike.get(name) ?? [0, ...COLUMNS.map(() => 0)]
    alike.set(name, [(sums[0] ?? 0) + lot.n, ...COLUMNS.map((column, i) => (sums[i + 1] ?? 0) + figures[column])])
  }
  return [...alike]
    .map(([name, [n, ...rest]]) => `${name}: ${n} = ${rest.map((sum, i) => `${COLUMNS[i]} ${sum}`).join(', ')}`)
    .sort()
}
