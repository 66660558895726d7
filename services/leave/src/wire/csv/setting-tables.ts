import { type CsvColumns, type CsvProblem, readTable } from '@awayday/csv'
import type { SettingKind } from '#domain/company/setting.ts'
import type { SettingDraft } from '#domain/csv/try-settings.ts'
import type { Known } from './cells.ts'
import { namedIn } from './named-in.ts'
import { scheduleColumns, settingColumns, singleColumns } from './setting-columns.ts'
import { type SettingCells, settingOf } from './setting-of.ts'

/** A kind of file whose rows are settings of the company. */
export type SettingTable = {
  readonly kind: SettingKind
  readonly columns: Pick<CsvColumns<unknown>, 'entries'>
  /** Everybody whom a file names, by id or mail address. */
  readonly named: (text: string) => Promise<readonly string[]>
  readonly read: (text: string, known: Known) => Promise<SettingsRead>
}

/** `texts`: the documents, by the hash that names them. */
export type SettingsRead = {
  readonly rows: number
  readonly drafts: readonly SettingDraft[]
  readonly texts: ReadonlyMap<string, string>
  readonly problems: readonly CsvProblem[]
}

const settingTable = <Row extends SettingCells>(
  kind: SettingKind,
  columns: (known: Known) => CsvColumns<Row>,
): SettingTable => ({
  kind,
  columns: columns(() => undefined),
  named: (text) => namedIn(text, columns),
  read: async (text, known) => {
    const { rows, problems, read } = await readTable(text, columns(known))
    const all = read.map(({ row, value }) => ({ row, setting: settingOf(kind, value) }))
    const good = all.flatMap(({ row, setting }) => (setting.ok ? [{ row, ...setting.value }] : []))
    const texts = good.flatMap(({ text: document, saved }) =>
      document !== null && saved.document !== null ? [[saved.document, document] as const] : [],
    )
    return {
      rows,
      drafts: good.map(({ row, saved }) => ({ row, saved })),
      texts: new Map(texts),
      problems: [
        ...problems,
        ...all.flatMap(({ row, setting }) => (setting.ok ? [] : setting.error.map((one) => ({ row, ...one })))),
      ],
    }
  },
})

/** The files of settings, by kind; in the order in which they are imported. */
export const settingTables = {
  leaveTypes: settingTable('leaveTypes', singleColumns('leaveTypes')),
  calendars: settingTable('calendar', settingColumns('calendar')),
  schedules: settingTable('schedule', scheduleColumns),
  policies: settingTable('policy', settingColumns('policy')),
  rules: settingTable('rules', singleColumns('rules')),
  approval: settingTable('approval', singleColumns('approval')),
} as const
export type SettingTableName = keyof typeof settingTables
