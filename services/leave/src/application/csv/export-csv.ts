import { err, ok, type PersonId, type TenantId } from '@awayday/kernel'
import type { World } from '#ports/world.ts'
import { type Cells, entryCells } from '#wire/csv/entry-cells.ts'
import { type EntryKind, entryTables } from '#wire/csv/entry-tables.ts'
import { settingCells } from '#wire/csv/setting-cells.ts'
import { type SettingTableName, settingTables } from '#wire/csv/setting-tables.ts'
import { textOf } from '#wire/csv/text-of.ts'
import { type Asked, isAdmin } from '../asked.ts'
import { tellCompany } from '../company/company-stream.ts'
import { peopleOf } from '../people.ts'
import { tellPerson } from '../person-stream.ts'
import { type CsvKind, isSetting } from './file.ts'
import { firstFile } from './first-file.ts'

/** Null: from the first, and all of it was exported. */
type Page = { readonly after: PersonId | null }
type Exported = { readonly csv: string; readonly next: PersonId | null }

/** All of a kind as a file that brings the same in elsewhere; of many people as several, each as large as may be brought in. */
export const exportCsv =
  (world: World) =>
  async ({ actor, input: { kind, after } }: Asked<{ readonly kind: CsvKind } & Page>) => {
    if (!isAdmin(actor)) return err({ type: 'NotAdmin' } as const)
    if (isSetting(kind)) {
      const csv = await textOf(settingTables[kind].columns, await settingsOf(world, actor.tenant, kind))
      return ok<Exported>({ csv, next: null })
    }
    const { rows, next } = await firstFile(entriesOf(world, actor.tenant, kind, after))
    return ok<Exported>({ csv: await textOf(entryTables[kind].columns, rows), next })
  }

/** In the order they were saved. */
const settingsOf = async (world: World, tenant: TenantId, name: SettingTableName): Promise<readonly Cells[]> => {
  const { settings } = await tellCompany(world, tenant)
  const own = settings.filter(({ kind }) => kind === settingTables[name].kind)
  const texts = await world.documents.read(
    tenant,
    own.flatMap(({ document }) => document ?? []),
  )
  return own.map((setting) =>
    settingCells(setting, setting.document === null ? null : (texts.get(setting.document) ?? null)),
  )
}

/** Person by person, of each in the order it became known. */
async function* entriesOf({ store, documents }: World, tenant: TenantId, kind: EntryKind, after: PersonId | null) {
  for await (const group of groupsOf(peopleOf(store, tenant, after))) {
    const told = await Promise.all(group.map(({ person }) => tellPerson({ store, documents }, tenant, person)))
    yield* told.map(({ state, facts }) => ({ person: state.owner, rows: entryCells[kind](state, facts) }))
  }
}

/** So many are read at a time. */
const WIDTH = 16

async function* groupsOf<T>(all: AsyncIterable<T>): AsyncGenerator<readonly T[]> {
  let group: T[] = []
  for await (const one of all) {
    group.push(one)
    if (group.length < WIDTH) continue
    yield group
    group = []
  }
  if (group.length > 0) yield group
}
