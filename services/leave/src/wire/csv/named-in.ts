import { type CsvColumns, readTable } from '@awayday/csv'
import type { Known } from './cells.ts'

/** Everybody whom a file names: it is read once to hear them, and once more when it is known who they are. */
export const namedIn = async (
  text: string,
  columns: (known: Known) => CsvColumns<unknown>,
): Promise<readonly string[]> => {
  const heard = new Set<string>()
  const hear: Known = (reference) => {
    heard.add(reference)
    return undefined
  }
  await readTable(text, columns(hear))
  return [...heard]
}
