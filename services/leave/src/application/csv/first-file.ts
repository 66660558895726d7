import type { PersonId } from '@awayday/kernel'
import type { Cells } from '#wire/csv/entry-cells.ts'
import { FILE_LIMITS } from '#wire/csv/text-of.ts'

export type OfPerson = { readonly person: PersonId; readonly rows: readonly Cells[] }

/** As many people as fit into one file, at least one; `next`: the last of them, where more follow. */
export const firstFile = async (
  people: AsyncIterable<OfPerson>,
  limits: typeof FILE_LIMITS = FILE_LIMITS,
): Promise<{ readonly rows: readonly Cells[]; readonly next: PersonId | null }> => {
  const all: Cells[] = []
  let characters = 0
  let last: PersonId | null = null
  for await (const { person, rows } of people) {
    characters += charactersIn(rows)
    const fits = all.length + rows.length <= limits.rows && characters <= limits.characters
    if (last !== null && !fits) return { rows: all, next: last }
    for (const row of rows) all.push(row)
    last = person
  }
  return { rows: all, next: null }
}

const charactersIn = (rows: readonly Cells[]): number =>
  rows.flatMap((row) => Object.values(row)).reduce((sum, cell) => sum + `${cell ?? ''}`.length + 1, 0)
