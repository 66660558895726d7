import { err, ok, type Result } from '@awayday/kernel'
import type * as v from 'valibot'
import type { Saved, SettingKind } from '#domain/company/setting.ts'
import { readSetting, type SettingRead } from '../settings.ts'
import type { CellProblem } from './cell-problem.ts'
import { type scheduleColumns, type singleColumns, weekdays } from './setting-columns.ts'

/** What the cells of a setting say. */
export type SettingCells = v.InferOutput<ReturnType<ReturnType<typeof singleColumns>>> &
  Partial<Pick<v.InferOutput<ReturnType<typeof scheduleColumns>>, (typeof weekdays)[number]>>

/** `text`: the document as it is kept; null: the setting ends. */
export type SettingRow = { readonly saved: Saved; readonly text: string | null }

/** What a row saves. Its document is named by its hash, and not yet kept. */
export const settingOf = (kind: SettingKind, row: SettingCells): Result<SettingRow, readonly CellProblem[]> => {
  const read = documentIn(row)
  if (!read.ok) return read
  const { text, document, leaveType } = read.value
  const { id, from, persons, teams, locations, countries } = row
  const appliesTo = {
    ...(persons ? { persons } : {}),
    ...(teams ? { teams } : {}),
    ...(locations ? { locations } : {}),
    ...(countries ? { countries } : {}),
  }
  return ok({ text, saved: { kind, id: id ?? 'all', leaveType, document, from, appliesTo } })
}

type Written = SettingRead | { readonly text: null; readonly document: null; readonly leaveType: null }

/** As JSON, or by weekday. */
const documentIn = (row: SettingCells): Result<Written, readonly CellProblem[]> => {
  const week = weekdays.flatMap((weekday) => (row[weekday] ? [[weekday, row[weekday]] as const] : []))
  const [first] = week
  if (!first) return ok(row.document ?? { text: null, document: null, leaveType: null })
  if (row.document) return err([{ column: first[0], message: 'stands beside "document", which already says it all' }])
  const read = readSetting('schedule', JSON.stringify(Object.fromEntries(week)))
  return read.ok ? read : err(read.error.map(({ path, message }) => ({ column: path.slice('$.'.length), message })))
}
