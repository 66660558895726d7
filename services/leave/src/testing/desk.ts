import { processClock } from '@awayday/clock'
import { compose } from '#composition/compose.ts'
import { furnished, movable, type Office } from './office.ts'

/** Specs of functions name this file before the function: what a function is made of is read once, when it is loaded. */
Object.assign(process.env, {
  AWAYDAY_DATA_DIR: ':memory:',
  AWAYDAY_SECRET: 'a secret for specs of the functions of leave',
  AWAYDAY_LOG: 'off',
})

/** The clock that the functions look at. */
export const clock = movable(processClock)

/** A company of its own, on Monday, 4 May 2026, at eight o'clock. */
export const opened = async (name: string): Promise<Office> => {
  clock.set('2026-05-04T08:00:00.000Z')
  return furnished(await compose(process.env), clock, `${name}-${++offices}`)
}
let offices = 0
