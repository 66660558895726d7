import type { Minute } from '../time/schedule.ts'

/** How the days of a leave are charged. Each setting, with its default. */
export type Counting = {
  /**
   * `working` (default): only worked slots. `calendar`: every day named, a half for a half, free or not. Or weekdays (1 is
   * Monday): each of them as if the person worked a whole day, whatever their schedule, as some laws count (France: jours ouvrables).
   */
  readonly days: 'working' | 'calendar' | { readonly weekdays: readonly number[] }
  /** `free` (default), or `charged`: worked by the schedule, though the location is on holiday. Closings are free either way. */
  readonly holidays: 'free' | 'charged'
  /**
   * The sandwich rule. `off` (default). `request`: free days between two charged days of one request are charged as whole
   * days. `adjoining`: also free days between it and accepted leave of the same type that nothing but free days separate from it;
   * they are charged to whichever was accepted later.
   */
  readonly sandwich: 'off' | 'request' | 'adjoining'
  /** Which of the sandwiched free days are charged; both by default. */
  readonly sandwiched: 'all' | 'daysOff' | 'holidays'
  /** Days of the range that are charged: `both` ends (default), or the first or the last day, or both, are left out. */
  readonly ends: 'both' | 'withoutFirst' | 'withoutLast' | 'neither'
  /**
   * What an hour costs where the policy counts days: `scheduled` (default), its share of that day's planned minutes times what the day's worked halves cost;
   * or its share of a fixed length of day, in minutes.
   */
  readonly hours: 'scheduled' | { readonly dayMinutes: Minute }
  /** Whether whole days and halves cost by `slots` (default: half a day for each worked half), or by their `minutes`, as hours do. */
  readonly whole: 'slots' | 'minutes'
  /** Whether time away with this type counts as worked, for plans that earn by worked time. True by default. */
  readonly countsAsWorked: boolean
}
