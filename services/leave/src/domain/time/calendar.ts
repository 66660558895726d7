import type { LocalDate } from '@awayday/kernel'

/** A half without a side: one of the two, and nobody said which. Two fit into a day. */
export type Half = 'am' | 'pm' | 'half'

/** A day that is free by law at a location, or half a day, such as 24 December. */
export type Holiday = { readonly day: LocalDate; readonly part: 'whole' | Half; readonly name: string }

/** Days on which the whole location is closed and nobody is charged. Both ends included; each day the same part. */
export type Closing = {
  readonly first: LocalDate
  readonly last: LocalDate
  readonly part: 'whole' | Half
  readonly name: string
}

/** What is free at a location. The order means nothing; what is free twice is free once. */
export type Calendar = { readonly holidays: readonly Holiday[]; readonly closings: readonly Closing[] }
