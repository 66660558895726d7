import { didYouMean } from '@awayday/kernel'
import { type CsvColumns, isRequired } from './columns.ts'
import { type CsvProblem, HEADER_ROW, letterOf } from './problem.ts'

/** Which column each cell of a row belongs to; null: to one that is not known. */
export type Header = { readonly names: readonly (string | null)[]; readonly problems: readonly CsvProblem[] }

export const headerOf = (cells: readonly string[], { entries }: Pick<CsvColumns<unknown>, 'entries'>): Header => {
  const known = Object.keys(entries)
  const written = cells.map((cell) => cell.trim())
  const problems = written.flatMap((name, n): readonly CsvProblem[] => {
    const at = (column: string, message: string) => [{ row: HEADER_ROW, column, message }]
    if (name === '') return []
    if (!known.includes(name)) return at(name, `is not known here${didYouMean(name, known)}`)
    return written.indexOf(name) < n ? at(name, `is there twice, in ${letterOf(n)} too`) : []
  })
  const missing = known.filter((name) => !written.includes(name) && mustBeThere(entries, name))
  return {
    names: written.map((name, n) => (known.includes(name) && written.indexOf(name) === n ? name : null)),
    problems: [...problems, ...missing.map((column) => ({ row: HEADER_ROW, column, message: 'is missing' }))],
  }
}

const mustBeThere = (entries: CsvColumns<unknown>['entries'], name: string): boolean => {
  const cell = entries[name]
  return cell !== undefined && isRequired(cell)
}
