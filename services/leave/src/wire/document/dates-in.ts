import { unreachable } from '@awayday/kernel'
import type { Dates } from '#domain/time/absence.ts'
import { type NotDates, notDates } from '#domain/time/not-dates.ts'
import type { Collector } from './collector.ts'
import { datesOf, type WrittenDates } from './dates.ts'
import { step } from './mistake.ts'

/** Dates that make sense. However long they are: what is there already was not asked for today. */
export const datesIn = (written: WrittenDates, path: string, errors: Collector): Dates | undefined => {
  const dates = datesOf(written)
  const wrong = dates && notDates(dates)
  if (!wrong || wrong.type === 'TooLong') return dates
  const { member, message } = senseless(wrong)
  errors.wrong(step(path, member), message)
  return undefined
}

const senseless = (wrong: Exclude<NotDates, { readonly type: 'TooLong' }>): { member: string; message: string } => {
  switch (wrong.type) {
    case 'EndBeforeStart':
      return { member: 'last', message: 'is before the first day' }
    case 'PartsDisagree':
      return { member: 'lastPart', message: 'is not the part that the single day begins with' }
    case 'NoDays':
      return { member: 'days', message: 'names no day' }
    case 'NotTimes':
      return { member: 'first', message: 'has times that end before they begin' }
    case 'NamedTwice':
      return { member: 'days', message: `names ${wrong.day} twice, with parts that do not fit into it together` }
    default:
      return unreachable(wrong)
  }
}
