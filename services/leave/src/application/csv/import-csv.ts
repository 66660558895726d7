import { err, ok } from '@awayday/kernel'
import type { World } from '#ports/world.ts'
import { type EntryKind, entryTables } from '#wire/csv/entry-tables.ts'
import { type SettingTableName, settingTables } from '#wire/csv/setting-tables.ts'
import { type Commanded, isAdmin } from '../asked.ts'
import { importEntries } from './import-entries.ts'
import { importSettings } from './import-settings.ts'
import type { Mails } from './who-is-meant.ts'

export type CsvKind = EntryKind | SettingTableName

export type CsvFile = {
  readonly kind: CsvKind
  readonly csv: string
  /** Says all that is wrong, and what would be new, and writes nothing. */
  readonly dryRun: boolean
  readonly people: Mails
}

/** Brings in a file of admins, all of it or nothing; the same file again changes nothing. */
export const importCsv = (world: World) => async (asked: Commanded<CsvFile>) => {
  if (!isAdmin(asked.actor)) return err({ type: 'NotAdmin' } as const)
  const { kind } = asked.input
  if (isSetting(kind)) return ok(await importSettings(world, asked, settingTables[kind]))
  return ok(await importEntries(world, asked, entryTables[kind]))
}

export const isSetting = (kind: CsvKind): kind is SettingTableName => kind in settingTables
