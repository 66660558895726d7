import * as v from 'valibot'
import { command, listOf, optional } from '../input-parts.ts'
import { personId } from '../values.ts'
import type { EntryKind } from './entry-tables.ts'
import type { SettingTableName } from './setting-tables.ts'

/** In the order in which files are imported: each may need what those before it brought. */
export const CSV_KINDS = [
  'leaveTypes',
  'calendars',
  'schedules',
  'policies',
  'rules',
  'approval',
  'credits',
  'work',
  'leave',
  'payOuts',
  'years',
] as const satisfies readonly (EntryKind | SettingTableName)[]

const kind = v.picklist(CSV_KINDS)
const mail = v.strictObject({ id: personId, mail: v.pipe(v.string(), v.maxLength(254)) })

/** The text is held to its limits when it is read. */
export const importCsvInput = command({
  kind,
  csv: v.string(),
  dryRun: v.boolean(),
  people: v.nullish(listOf(mail, 10_000), []),
})
/** `after`: whom the file before ended with. */
export const exportCsvInput = v.strictObject({ kind, after: optional(personId) })

/** A file of 1 MB as JSON, where half of it are quotes and line breaks, and as many mail addresses as there may be. */
export const CSV_INPUT_BYTES_MAX = 2_000_000
