import type { LocalDate } from '@awayday/kernel'
import type { Dates } from '../time/absence.ts'
import { partText } from '../time/part-text.ts'
import type { Json } from './answer.ts'

export const datesJson = (dates: Dates): { readonly [member: string]: Json } => {
  if (dates.kind === 'days') return { days: dates.days.map(({ day, part }) => ({ date: day, part: partText(part) })) }
  const { first, firstPart, last, lastPart } = dates
  return { first, firstPart: partText(firstPart), last, lastPart: partText(lastPart) }
}

export const monthOf = (day: LocalDate): string => day.slice(0, 7)
