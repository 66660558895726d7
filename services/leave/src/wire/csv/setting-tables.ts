import { type CsvColumns, type CsvProblem, readTable } from '@awayday/csv'
import type { SettingKind } from '#domain/company/setting.ts'
import type { SettingDraft } from '#domain/csv/try-settings.ts'
import type { Reference } from './cells.ts'
import type { Known } from './known.ts'
import { scheduleColumns, settingColumns, singleColumns } from './setting-columns.ts'
import { type SettingCells, settingOf } from './setting-of.ts'

/** A kind of file whose rows are settings of the company. */
export type SettingTable = {
  readonly kind: SettingKind
  readonly columns: Pick<CsvColumns<unknown>, 'entries'>
  readonly read: (text: string, bytesMax: number) => Promise<SettingsRead>
}

export type SettingsRead = {
  readonly rows: number
  readonly problems: readonly CsvProblem[]
  /** Everybody whom the file names. */
  readonly references: readonly Reference[]
  readonly drafts: (known: Known) => SettingDrafts
}
/** `texts`: the documents, by the hash that names them. */
export type SettingDrafts = {
  readonly drafts: readonly SettingDraft[]
  readonly texts: ReadonlyMap<string, string>
  readonly problems: readonly CsvProblem[]
}

const settingTable = <Row extends SettingCells>(kind: SettingKind, columns: CsvColumns<Row>): SettingTable => ({
  kind,
  columns,
  read: async (text, bytesMax) => {
    const { rows, problems, read } = await readTable(text, columns)
    return {
      rows,
      problems,
      references: [...new Set(read.flatMap(({ value: { persons } }) => persons ?? []))],
      drafts: (known) => {
        const all = read.map(({ row, value }) => ({ row, setting: settingOf(kind, value, known, bytesMax) }))
        const good = all.flatMap(({ row, setting }) => (setting.ok ? [{ row, ...setting.value }] : []))
        return {
          drafts: good.map(({ row, saved }) => ({ row, saved })),
          texts: new Map(
            good.flatMap(({ text: document, saved }) =>
              document !== null && saved.document !== null ? [[saved.document, document] as const] : [],
            ),
          ),
          problems: all.flatMap(({ row, setting }) =>
            setting.ok ? [] : setting.error.map((one) => ({ row, ...one })),
          ),
        }
      },
    }
  },
})

/** The files of settings, by kind; in the order in which they are imported. */
export const settingTables = {
  leaveTypes: settingTable('leaveTypes', singleColumns),
  calendars: settingTable('calendar', settingColumns),
  schedules: settingTable('schedule', scheduleColumns),
  policies: settingTable('policy', settingColumns),
  rules: settingTable('rules', singleColumns),
  approval: settingTable('approval', singleColumns),
} as const
export type SettingTableName = keyof typeof settingTables
