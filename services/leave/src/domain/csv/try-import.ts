import type { Amount } from '@awayday/kernel'
import { amountOf } from '../person/amount-of.ts'
import type { Context } from '../person/context.ts'
import { counts, type Entry } from '../person/entries.ts'
import { evolve } from '../person/evolve.ts'
import { factsOf } from '../person/facts-of.ts'
import { importOne } from '../person/importing.ts'
import type { Rejection } from '../person/rejections.ts'
import { requestOf, type State } from '../person/state.ts'
import type { AmountSaid, Bringing, Draft } from './draft.ts'
import { entryOf } from './entry-of.ts'

/** Why a row cannot be brought in. */
export type Refusal =
  | Rejection
  /** The engine counts another cost than the row says. */
  | { readonly type: 'ChargedOtherwise'; readonly said: AmountSaid; readonly counted: Amount }

export type Tried = {
  /** What is new, in the order of the rows. */
  readonly created: readonly { readonly row: number; readonly entry: Entry }[]
  /** The rows that were known already. */
  readonly unchanged: readonly number[]
  readonly refused: readonly { readonly row: number; readonly refusal: Refusal }[]
}

/** Brings rows in on trial, by the very decisions that would be made; a row that is refused does not keep the others from being tried. */
export const tryImport = (drafts: readonly Draft[], state: State, context: Context, bringing: Bringing): Tried => {
  const facts = factsOf(state, context.documents)
  const created: Tried['created'][number][] = []
  const unchanged: number[] = []
  const refused: Tried['refused'][number][] = []
  let told = state
  for (const { row, said } of drafts) {
    const entry = entryOf(said, facts)
    const decided = entry.ok ? importOne(entry.value, bringing, told, context) : entry
    if (!decided.ok) refused.push({ row, refusal: decided.error })
    else if (decided.value.length === 0) unchanged.push(row)
    else {
      told = decided.value.reduce(evolve, told)
      if (entry.ok) created.push({ row, entry: entry.value })
    }
  }
  const news = new Set(created.map(({ row }) => row))
  return {
    created,
    unchanged,
    refused: [
      ...refused,
      ...chargedOtherwise(
        drafts.filter(({ row }) => news.has(row)),
        told,
      ),
    ],
  }
}

/** Compared last of all: sickness that comes later gives leave back. */
const chargedOtherwise = (drafts: readonly Draft[], after: State): Tried['refused'] =>
  drafts.flatMap(({ row, said }) => {
    if (said.kind !== 'leave' || !said.amount || !counts(said.status)) return []
    const counted = amountOf(requestOf(after, said.request)?.charges ?? [])
    const same = counted.n === said.amount.n && (counted.n === 0 || (said.amount.unit ?? counted.unit) === counted.unit)
    return same ? [] : [{ row, refusal: { type: 'ChargedOtherwise', said: said.amount, counted } }]
  })
