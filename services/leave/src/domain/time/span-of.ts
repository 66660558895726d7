import type { Part } from './absence.ts'
import type { Minute, Span } from './schedule.ts'
import { DAY_ENDS } from './work-of.ts'

/** A part of a day of which somebody knows when it is. */
export type Sided = Exclude<Part, 'half'>

/** When a part of a day is, worked or not. */
export const spanOf = (part: Sided, noon: Minute): Span =>
  typeof part === 'object' ? part : { from: part === 'pm' ? noon : 0, to: part === 'am' ? noon : DAY_ENDS }
