import type { CommandOf } from './commands.ts'
import type { Context } from './context.ts'
import { rangeOf } from './range-of.ts'

/**
 * Leave of a type that is sickness is recorded as such, however it was asked for: it waits for nobody, and gives other leave back.
 * A certificate that is said to come with it covers all of it. Undefined: it is no sickness.
 */
export const asSickness = (
  command: CommandOf<'Request' | 'Enter'>,
  { company }: Context,
): CommandOf<'RecordSickness'> | undefined => {
  const { request, leaveType, dates, cover, note, by, on, as } = command
  if (!company.leaveTypes.some(({ id, sickness }) => id === leaveType && sickness !== null)) return undefined
  const { first, last } = rangeOf(dates)
  const certificate = command.certificate ? { first, last } : null
  return { type: 'RecordSickness', request, leaveType, dates, certificate, cover, note, by, on, as }
}
