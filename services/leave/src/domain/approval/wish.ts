import type { LocalDate, PersonId } from '@awayday/kernel'
import type { AbsentDay, Dates } from '../time/absence.ts'
import type { Charge } from '../time/charged.ts'
import { partsOf } from '../time/parts-of.ts'

/** What somebody asks for, as far as it matters for who decides. */
export type Wish = {
  readonly request: string
  /** Whose leave it is. */
  readonly person: PersonId
  readonly leaveType: string
  readonly dates: Dates
  /** What it costs; of all its days. */
  readonly charges: readonly Charge[]
  /** The colleague who takes the work over. */
  readonly cover: PersonId | null
  /** Whether a rule of the company speaks against it that may be passed over. */
  readonly warned: boolean
}

/** Every day that is named, worked or not, with the part that is named, oldest first; a day may come twice with parts that do not meet. */
export const namedDays = (dates: Dates): readonly AbsentDay[] =>
  partsOf(dates).flatMap(({ day, parts }) => parts.map((part) => ({ day, part })))

/** How many calendar days are named. */
export const calendarDays = (dates: Dates): number => partsOf(dates).length

export const firstDay = (dates: Dates): LocalDate | undefined => partsOf(dates)[0]?.day
