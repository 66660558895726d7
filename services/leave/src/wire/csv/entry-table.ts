import { type CsvColumns, type CsvProblem, readTable } from '@awayday/csv'
import { err, type PersonId, type Result } from '@awayday/kernel'
import type { Draft, Said } from '#domain/csv/draft.ts'
import type { Reference } from './cells.ts'
import { type IdOf, idsOf } from './ids-of.ts'
import { type CellProblem, type Known, nobody } from './known.ts'

/** A kind of file whose rows are about people. */
export type EntryTable = {
  readonly columns: Pick<CsvColumns<unknown>, 'entries'>
  readonly read: (text: string) => Promise<EntriesRead>
}

export type EntriesRead = {
  readonly rows: number
  readonly problems: readonly CsvProblem[]
  /** Everybody whom the file names. */
  readonly references: readonly Reference[]
  /** What the rows say, once it is known who is meant. */
  readonly drafts: (known: Known) => Drafts
}
export type Drafts = {
  readonly drafts: readonly (Draft & { readonly person: PersonId })[]
  readonly problems: readonly CsvProblem[]
}

type Row = { readonly person: Reference; readonly decidedBy?: Reference | null }

/** `said`: what a row says of `person`, in the words of the domain. */
export const entryTable = <R extends Row>(
  kind: string,
  columns: CsvColumns<R>,
  said: (row: R, person: PersonId, idOf: IdOf, known: Known) => Result<Said, readonly CellProblem[]>,
): EntryTable => ({
  columns,
  read: async (text) => {
    const { rows, problems, read } = await readTable(text, columns)
    const references = read.flatMap(({ value: { person, decidedBy } }) => (decidedBy ? [person, decidedBy] : [person]))
    return {
      rows,
      problems,
      references: [...new Set(references)],
      drafts: (known) => {
        const idOf = idsOf(kind)
        const drafted = read.map(({ row, value }) => {
          const person = known(value.person)
          return { row, person, said: person ? said(value, person, idOf, known) : err([nobody('person')]) }
        })
        return {
          drafts: drafted.flatMap(({ row, person, said: it }) =>
            person && it.ok ? [{ row, person, said: it.value }] : [],
          ),
          problems: drafted.flatMap(({ row, said: it }) => (it.ok ? [] : it.error.map((one) => ({ row, ...one })))),
        }
      },
    }
  },
})
