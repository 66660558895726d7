import type { LocalDate, Unit } from '@awayday/kernel'
import type { AbsentDay } from './absence.ts'
import type { Calendar } from './calendar.ts'
import type { Scheduled } from './schedule.ts'

/** What one day of leave costs, n in 1/10,000 of the unit, as counted when it was asked for or charged again. Only days that cost something. */
export type Charge = AbsentDay & {
  readonly unit: Unit
  readonly n: number
  /** Why a day is charged on which nothing is worked: it lies between charged days. */
  readonly sandwiched?: true
}

/** What a day's work follows from: where somebody works (by `from`; the first also before), what is free there, and their schedules by `from`. */
export type Whereabouts = {
  readonly places: readonly { readonly from: LocalDate; readonly location: string }[]
  /** By location. A location without a calendar has nothing free. */
  readonly calendars: Readonly<Record<string, Calendar>>
  readonly schedules: readonly Scheduled[]
}
