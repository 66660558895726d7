import type { Part } from './absence.ts'

/**
 * Part of a day and what becomes of it: leave and sickness only where they take from work. Both halves of a day are
 * there, in order, unless hours divide one: then the stretches of leave, and what of the half stays work.
 */
export type Slot = {
  /** A half without a side: nobody said which. */
  readonly part: Exclude<Part, 'whole'>
  readonly state: 'leave' | 'sickness' | 'holiday' | 'closing' | 'free' | 'work'
  /** The id of the leave or sickness. */
  readonly leave: string | null
}
