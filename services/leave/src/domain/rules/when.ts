import type { LocalDate } from '@awayday/kernel'
import type { Facts } from '../facts/facts.ts'
import { type Days, isOneOf } from './days.ts'
import type { Departments } from './departments.ts'
import { EVERYBODY, isAmong, type Who } from './who.ts'

/** When a rule holds: for which leave types (null: all), for whom, and on which days of leave. */
export type When = Who & {
  readonly leaveTypes: readonly string[] | null
  /** Whom it spares; null: nobody. */
  readonly except: Who | null
  /** The first and the last day on which it is valid; null: without end. */
  readonly from: LocalDate | null
  readonly until: LocalDate | null
  /** Only on these days; null: on all. */
  readonly days: readonly Days[] | null
}

export const isFor = ({ leaveTypes }: Pick<When, 'leaveTypes'>, leaveType: string): boolean =>
  leaveTypes === null || leaveTypes.includes(leaveType)

/** Whether a rule holds for somebody's leave on a day, whatever its type. */
export const holdsOn = (
  when: When,
  person: Pick<Facts, 'person' | 'places'>,
  day: LocalDate,
  departments: Departments,
): boolean =>
  (when.from === null || when.from <= day) &&
  (when.until === null || day <= when.until) &&
  (when.days === null || isOneOf(when.days, day)) &&
  isAmong(when, person, day, departments) &&
  !(when.except !== null && isAmong(when.except, person, day, departments))

/** Every leave of everybody, always. */
export const ALWAYS: When = { ...EVERYBODY, leaveTypes: null, except: null, from: null, until: null, days: null }
