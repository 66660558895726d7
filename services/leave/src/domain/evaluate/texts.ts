import type { LocalDate } from '@awayday/kernel'
import type { Dates, Part } from '../time/absence.ts'
import type { Minute } from '../time/schedule.ts'
import type { Json } from './answer.ts'

/** As it is written in a document. */
export const partText = (part: Part): string =>
  typeof part === 'string' ? part : `${timeText(part.from)}-${timeText(part.to)}`

export const timeText = (minute: Minute): string => `${pad(Math.floor(minute / 60))}:${pad(minute % 60)}`

export const datesJson = (dates: Dates): { readonly [member: string]: Json } => {
  if (dates.kind === 'days') return { days: dates.days.map(({ day, part }) => ({ date: day, part: partText(part) })) }
  const { first, firstPart, last, lastPart } = dates
  return { first, firstPart: partText(firstPart), last, lastPart: partText(lastPart) }
}

export const monthOf = (day: LocalDate): string => day.slice(0, 7)

const pad = (n: number): string => (n < 10 ? `0${n}` : `${n}`)
