import { type CsvColumns, type CsvProblem, readTable } from '@awayday/csv'
import type { PersonId, Result } from '@awayday/kernel'
import type { Draft, Said } from '#domain/csv/draft.ts'
import type { CellProblem } from './cell-problem.ts'
import type { Known } from './cells.ts'
import { type IdOf, idsOf } from './ids-of.ts'
import { namedIn } from './named-in.ts'

/** A kind of file whose rows are about people. */
export type EntryTable = {
  readonly columns: Pick<CsvColumns<unknown>, 'entries'>
  /** Everybody whom a file names, by id or mail address. */
  readonly named: (text: string) => Promise<readonly string[]>
  readonly read: (text: string, known: Known) => Promise<EntriesRead>
}

export type EntriesRead = {
  readonly rows: number
  readonly drafts: readonly (Draft & { readonly person: PersonId })[]
  readonly problems: readonly CsvProblem[]
}

/** `said`: what a row says of `person`, in the words of the domain. */
export const entryTable = <Row extends { readonly person: PersonId }>(
  kind: string,
  columns: (known: Known) => CsvColumns<Row>,
  said: (row: Row, person: PersonId, idOf: IdOf) => Result<Said, readonly CellProblem[]>,
): EntryTable => ({
  columns: columns(() => undefined),
  named: (text) => namedIn(text, columns),
  read: async (text, known) => {
    const { rows, problems, read } = await readTable(text, columns(known))
    const idOf = idsOf(kind)
    const all = read.map(({ row, value }) => ({ row, person: value.person, said: said(value, value.person, idOf) }))
    return {
      rows,
      drafts: all.flatMap(({ row, person, said: it }) => (it.ok ? [{ row, person, said: it.value }] : [])),
      problems: [
        ...problems,
        ...all.flatMap(({ row, said: it }) => (it.ok ? [] : it.error.map((one) => ({ row, ...one })))),
      ],
    }
  },
})
