import { type LocalDate, parseLocalDate } from '@awayday/kernel'

/** A date in a test; a mistake in it stops the test. */
export const date = (text: string): LocalDate => {
  const parsed = parseLocalDate(text)
  if (!parsed) throw new Error(`not a date: ${text}`)
  return parsed
}
