import {
  type Amount,
  add,
  addDays,
  type LocalDate,
  lessThan,
  negate,
  newYearsDay,
  subtract,
  yearOf,
  zero,
} from '@awayday/kernel'
import { allocate, claimsOf, type Use } from './allocation.ts'
import { total } from './charge.ts'
import { periods } from './employment.ts'
import type { RequestId } from './events.ts'
import { type Lot, lotsOf } from './lots.ts'
import type { State } from './state.ts'

/**
 * How a balance came to be, computed from the facts as they are known now, as of the end of a day that may be past or
 * future. Entries are those of every lot that has begun; the figures are of the lot of the leave year of `asOf`.
 * The law: granted = taken + booked + pending + expired + available, and the entries' sum = available + pending.
 */
export type Ledger = { readonly figures: Figures; readonly entries: readonly Entry[] }

export type Figures = {
  readonly granted: Amount
  readonly taken: Amount
  /** Accepted, on days after `asOf`. */
  readonly booked: Amount
  /** Asked for and not decided yet, from a lot that can still be used. It reserves nothing. */
  readonly pending: Amount
  readonly expired: Amount
  /** Below zero where facts came after decisions: an earlier end of employment, lower terms. */
  readonly available: Amount
}

export type Entry = {
  readonly on: LocalDate
  /** Signed. */
  readonly amount: Amount
  /** After this entry. */
  readonly balance: Amount
  readonly lot: Pick<Lot, 'from' | 'until'>
  /** The number of the event behind it. */
  readonly fact: number
} & (
  | { readonly kind: 'grant' }
  /** From `on` to `last`, as far as it is charged to this lot; what is booked is an entry of its own. */
  | { readonly kind: 'charge'; readonly request: RequestId; readonly last: LocalDate }
  /** On the day after the last usable one. Above zero where too much was taken: a debt ends with its leave year. */
  | { readonly kind: 'expiry' }
)

export const ledgerOf = (state: State, leaveType: string, asOf: LocalDate): Ledger => {
  const [accepted, waiting] = [claimsOf(state, leaveType, 'approved'), claimsOf(state, leaveType, 'pending')]
  const lots = lotsOf(state, leaveType, [
    asOf,
    ...periods(state.employment).map(({ from }) => from),
    ...[...accepted, ...waiting].map(({ day }) => day),
  ])
  const uses = allocate(lots, accepted)
  const pending = allocate(lots, waiting, uses)
  const accounts = lots
    .filter(({ from }) => from <= asOf)
    .map((lot) => accountOf(lot, uses.filter(ofLot(lot)), pending.filter(ofLot(lot)), asOf))
  const current = accounts.find(({ lot }) => lot.year === yearOf(asOf))
  return { figures: current?.figures ?? noFigures, entries: inTurn(accounts.flatMap(entriesOf)) }
}

type Account = {
  readonly lot: Lot
  readonly asOf: LocalDate
  readonly uses: readonly Use[]
  /** Granted less accepted. */
  readonly left: Amount
  readonly figures: Figures
}

const accountOf = (lot: Lot, uses: readonly Use[], waiting: readonly Use[], asOf: LocalDate): Account => {
  const taken = total(uses.filter(({ day }) => day <= asOf))
  const booked = total(uses.filter(({ day }) => day > asOf))
  const left = subtract(subtract(lot.granted, taken), booked)
  const ended = lot.until < asOf
  const pending = ended ? nothing : total(waiting)
  const expired = ended && lessThan(nothing, left) ? left : nothing
  const available = subtract(subtract(left, pending), expired)
  return { lot, asOf, uses, left, figures: { granted: lot.granted, taken, booked, pending, expired, available } }
}

/** `Omit` for each member of a union. */
type Unsummed = Entry extends infer E ? (E extends Entry ? Omit<E, 'balance'> : never) : never

const entriesOf = (account: Account): readonly Unsummed[] => [
  ...grantOf(account),
  ...chargesOf(account),
  ...closingOf(account),
]

const grantOf = ({ lot }: Account): readonly Unsummed[] =>
  lot.fact === null ? [] : [{ kind: 'grant', on: lot.from, amount: lot.granted, lot: span(lot), fact: lot.fact }]

const chargesOf = ({ lot, uses, asOf }: Account): readonly Unsummed[] => {
  const groups = Map.groupBy(uses, ({ request, day }) => `${request} ${day <= asOf ? 'taken' : 'booked'}`)
  return [...groups.values()].flatMap((group) => {
    const [first, last] = [group[0], group.at(-1)]
    if (!first || !last) return []
    const { request, fact, day } = first
    return [{ kind: 'charge', on: day, last: last.day, request, amount: negate(total(group)), lot: span(lot), fact }]
  })
}

const closingOf = ({ lot, uses, left, asOf, figures }: Account): readonly Unsummed[] => {
  const fact = lot.fact ?? uses.at(-1)?.fact
  if (fact === undefined) return []
  if (lessThan(nothing, figures.expired))
    return [{ kind: 'expiry', on: addDays(lot.until, 1), amount: negate(left), lot: span(lot), fact }]
  const yearIsOver = lot.year < yearOf(asOf)
  if (!yearIsOver || !lessThan(left, nothing)) return []
  return [{ kind: 'expiry', on: newYearsDay(lot.year + 1), amount: negate(left), lot: span(lot), fact }]
}

/** On one day: expire, then grant, then charge. */
const TURN = ['expiry', 'grant', 'charge']

const inTurn = (entries: readonly Unsummed[]): readonly Entry[] => {
  let balance = nothing
  return entries
    .toSorted((a, b) => (a.on === b.on ? TURN.indexOf(a.kind) - TURN.indexOf(b.kind) : a.on < b.on ? -1 : 1))
    .map((entry) => {
      balance = add(balance, entry.amount)
      return { ...entry, balance }
    })
}

const nothing = zero('day')
const noFigures: Figures = {
  granted: nothing,
  taken: nothing,
  booked: nothing,
  pending: nothing,
  expired: nothing,
  available: nothing,
}
const ofLot = (lot: Lot) => (use: Use) => use.lot === lot
const span = ({ from, until }: Lot) => ({ from, until })
