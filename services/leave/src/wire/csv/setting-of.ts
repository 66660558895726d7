import { createHash } from 'node:crypto'
import { err, ok, type PersonId, type Result } from '@awayday/kernel'
import type * as v from 'valibot'
import type { AppliesTo, Saved, SettingKind } from '#domain/company/setting.ts'
import { readSetting } from '../settings.ts'
import { type CellProblem, type Known, nobody } from './known.ts'
import { type scheduleColumns, type singleColumns, weekdays } from './setting-columns.ts'

/** What the cells of a setting say. */
export type SettingCells = v.InferOutput<typeof singleColumns> &
  Partial<Pick<v.InferOutput<typeof scheduleColumns>, (typeof weekdays)[number]>>

/** `text`: the document as it is kept; null: the setting ends. */
export type SettingRow = { readonly saved: Saved; readonly text: string | null }

/** What a row saves. Its document is named by its hash, and not yet kept; at rest it has at most `bytesMax`. */
export const settingOf = (
  kind: SettingKind,
  row: SettingCells,
  known: Known,
  bytesMax: number,
): Result<SettingRow, readonly CellProblem[]> => {
  const document = documentIn(row)
  if (!document.ok) return document
  const read = document.value === null ? ok({ text: null, leaveType: null }) : readSetting(kind, document.value)
  const to = appliesToIn(row, known)
  const problems = [
    ...(read.ok ? [] : read.error.map(({ path, message }) => ({ column: 'document', message: `${path} ${message}` }))),
    ...(read.ok && Buffer.byteLength(read.value.text ?? '') > bytesMax
      ? [{ column: 'document', message: `is longer than ${bytesMax / 1024} KiB` }]
      : []),
    ...(to.ok ? [] : to.error),
  ]
  if (!read.ok || !to.ok || problems.length > 0) return err(problems)
  const { text, leaveType } = read.value
  const hash = text === null ? null : createHash('sha256').update(text).digest('base64url')
  return ok({
    text,
    saved: { kind, id: row.id ?? 'all', leaveType, document: hash, from: row.from, appliesTo: to.value },
  })
}

/** As JSON, or by weekday. */
const documentIn = (row: SettingCells): Result<string | null, readonly CellProblem[]> => {
  const week = weekdays.flatMap((weekday) => {
    const plan = row[weekday]
    return typeof plan === 'string' ? [[weekday, plan] as const] : []
  })
  const [first] = week
  if (!first) return ok(row.document)
  if (row.document !== null)
    return err([{ column: first[0], message: 'stands beside "document", which already says it all' }])
  return ok(JSON.stringify(Object.fromEntries(week.map(([weekday, plan]) => [weekday, hoursIn(plan)]))))
}

/** A number with a comma is one with a point. */
const hoursIn = (plan: string): string => plan.trim().replace(/^(\d+),(\d+)$/, '$1.$2')

const appliesToIn = ({ persons, ...row }: SettingCells, known: Known): Result<AppliesTo, readonly CellProblem[]> => {
  const people = persons?.map(known)
  if (people?.some((person) => person === undefined)) return err([nobody('persons')])
  const found: readonly PersonId[] | undefined = people?.filter((person) => person !== undefined)
  return ok({
    ...(found ? { persons: found } : {}),
    ...(row.teams ? { teams: row.teams } : {}),
    ...(row.locations ? { locations: row.locations } : {}),
    ...(row.countries ? { countries: row.countries } : {}),
  })
}
