import type { LocalDate, PersonId, Unit } from '@awayday/kernel'
import type { Entry, ImportedLeave } from '../person/entries.ts'
import type { Parts } from '../policy/plan.ts'

/** A row about somebody, before anybody has looked at what is known of them. */
export type Draft = { readonly row: number; readonly said: Said }

/** An amount as it was written; `unit` null: that of the policy. */
export type AmountSaid = { readonly n: Parts; readonly unit: Unit | null }

type EntryOf<Kind extends Entry['kind']> = Extract<Entry, { readonly kind: Kind }>
type WithAmount<Kind extends 'credit' | 'payOut'> = Omit<EntryOf<Kind>, 'n'> & { readonly amount: AmountSaid }

/** What a row says. `amount` of leave: what it must cost; null: whatever it does. */
export type Said =
  | ({ readonly kind: 'leave'; readonly amount: AmountSaid | null } & Omit<ImportedLeave, 'free'>)
  | WithAmount<'credit'>
  | WithAmount<'payOut'>
  | EntryOf<'work'>
  | EntryOf<'year'>

/** Whose row it is, by whom it is brought in, and when. */
export type Bringing = { readonly by: PersonId; readonly on: LocalDate; readonly as: readonly string[] }
