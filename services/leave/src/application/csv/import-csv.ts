import { err, ok } from '@awayday/kernel'
import type { World } from '#ports/world.ts'
import { entryTables } from '#wire/csv/entry-tables.ts'
import { settingTables } from '#wire/csv/setting-tables.ts'
import { type Commanded, isAdmin } from '../asked.ts'
import { type CsvFile, isSetting } from './file.ts'
import { importEntries } from './import-entries.ts'
import { importSettings } from './import-settings.ts'

/** Brings in a file of admins, nothing of it where anything is wrong; the same file again changes nothing. */
export const importCsv = (world: World) => async (asked: Commanded<CsvFile>) => {
  if (!isAdmin(asked.actor)) return err({ type: 'NotAdmin' } as const)
  const { kind } = asked.input
  if (isSetting(kind)) return ok(await importSettings(world, asked, settingTables[kind]))
  return ok(await importEntries(world, asked, entryTables[kind]))
}
