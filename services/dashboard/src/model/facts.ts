import { type Amount, amountText, type LocalDate, parseLocalDate } from '@awayday/kernel'
import type { Problem } from '#api/documents.ts'

type Words = { readonly day: (date: LocalDate) => string; readonly nameOf: (person: string) => string }

/** `/problems/NotEnoughLeft` is called `NotEnoughLeft`. */
export const nameOfProblem = ({ type }: Problem): string => type.slice(type.lastIndexOf('/') + 1)

/** The facts of a problem as words, ready to stand in a sentence: amounts, days and names. Others stay as they are. */
export const factsInWords = ({ facts }: Problem, { day, nameOf }: Words): Readonly<Record<string, string>> =>
  Object.fromEntries(
    Object.entries(parsed(facts)).map(([name, value]) => {
      if (isAmount(value)) return [name, amountText(value)]
      const date = typeof value === 'string' ? parseLocalDate(value) : undefined
      if (date) return [name, day(date)]
      return [name, name === 'by' || name === 'person' ? nameOf(String(value)) : String(value)]
    }),
  )

/** Facts that cannot be read are left out: the title still says what happened. */
const parsed = (facts: string): object => {
  try {
    const value: unknown = JSON.parse(facts)
    return typeof value === 'object' && value !== null ? value : {}
  } catch {
    return {}
  }
}

const isAmount = (value: unknown): value is Amount => {
  const { unit, n } = (typeof value === 'object' && value !== null ? value : {}) as Partial<Amount>
  return (unit === 'day' || unit === 'minute') && Number.isSafeInteger(n)
}
