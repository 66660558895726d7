import type { EntryKind } from '#wire/csv/entry-tables.ts'
import { type SettingTableName, settingTables } from '#wire/csv/setting-tables.ts'
import type { Mails } from './who-is-meant.ts'

export type CsvKind = EntryKind | SettingTableName

export type CsvFile = {
  readonly kind: CsvKind
  readonly csv: string
  /** Says all that is wrong, and what would be new, and writes nothing. */
  readonly dryRun: boolean
  readonly people: Mails
}

export const isSetting = (kind: CsvKind): kind is SettingTableName => kind in settingTables
