import { field } from '@awayday/edge'
import type { LeaveWorld } from '#composition/compose.ts'
import { CSV_INPUT_BYTES_MAX, exportCsvInput, importCsvInput } from '#wire/csv/inputs.ts'
import { settingProblems } from '#wire/problems.ts'

/** Files come seldom: what reads them is loaded when one does. */
export const csvMutations = {
  'Mutation.importCsv': field({
    arguments: importCsvInput,
    bytesMax: CSV_INPUT_BYTES_MAX,
    key: ({ input }) => input.commandId,
    run: async (world: LeaveWorld, { args: { input }, actor, meta }) => {
      const { importCsv } = await import('#application/csv/import-csv.ts')
      return importCsv(world)({ actor, meta, input })
    },
    problems: settingProblems,
    refused: { rows: 0, created: 0, unchanged: 0, written: 0, problems: [] },
  }),
}

export const csvQueries = {
  'Query.exportCsv': field({
    arguments: exportCsvInput,
    run: async (world: LeaveWorld, { args: input, actor }) => {
      const { exportCsv } = await import('#application/csv/export-csv.ts')
      return exportCsv(world)({ actor, input })
    },
    problems: settingProblems,
  }),
}
