import { err, ok, type Result, unreachable } from '@awayday/kernel'
import * as v from 'valibot'
import { type ContentHash, DOCUMENT_BYTES_MAX, type Setting, type SettingKind } from '#domain/company/setting.ts'
import type { Calendar } from '#domain/time/calendar.ts'
import { calendar, calendarJson } from './document/calendar.ts'
import { parseJson } from './document/json.ts'
import { leaveTypes } from './document/leave-types.ts'
import { type Mistake, mistakesOf } from './document/mistake.ts'
import { newPolicy } from './document/policy.ts'
import { rules } from './document/rules.ts'
import { schedule } from './document/schedule.ts'
import { documentHash } from './document-hash.ts'
import {
  approvalText,
  calendarText,
  leaveTypesText,
  policyText,
  rulesText,
  scheduleText,
  writtenIn,
} from './documents.ts'
import { heldRoles } from './held-roles.ts'
import { fewApprovers, fewRules } from './setting-limits.ts'

/** A document as it is kept, every setting written out, the hash that names it, and the leave type of a policy. */
export type SettingRead = { readonly text: string; readonly document: ContentHash; readonly leaveType: string | null }

/** What somebody writes as a setting: JSON as docs/leave-evaluate.md has it, or everything that is wrong with it. */
export const readSetting = (kind: SettingKind, text: string): Result<SettingRead, readonly Mistake[]> => {
  switch (kind) {
    case 'policy':
      return read(text, newPolicy, policyText, ({ leaveType }) => leaveType)
    case 'schedule':
      return read(text, schedule, scheduleText)
    case 'calendar':
      return read(text, calendar, calendarText)
    case 'leaveTypes':
      return read(text, leaveTypes, leaveTypesText)
    case 'rules':
      return read(text, v.pipe(rules, fewRules), rulesText)
    case 'approval':
      return read(text, v.pipe(fewApprovers, heldRoles), approvalText)
    default:
      return unreachable(kind)
  }
}

const read = <T>(
  text: string,
  schema: v.GenericSchema<unknown, T>,
  textOf: (document: T) => string,
  leaveTypeOf: (document: T) => string | null = () => null,
): Result<SettingRead, readonly Mistake[]> => {
  const json = parseJson(text)
  if (!json.ok) return json
  const parsed = v.safeParse(schema, json.value)
  if (!parsed.success) return err(mistakesOf(parsed.issues))
  const kept = textOf(parsed.output)
  if (Buffer.byteLength(kept) > DOCUMENT_BYTES_MAX) return err([TOO_LONG])
  return ok({ text: kept, document: documentHash(kept), leaveType: leaveTypeOf(parsed.output) })
}

const TOO_LONG = {
  path: '$',
  message: `is longer than ${DOCUMENT_BYTES_MAX / 1024} KiB with all its settings written out`,
}

/** A setting with its document as people write it; absent where it ends. */
export const settingShown = ({ kind, id, leaveType, from, appliesTo, version }: Setting, text: string | undefined) => ({
  kind,
  id,
  ...(leaveType === null ? {} : { leaveType }),
  from,
  appliesTo,
  version,
  ...(text === undefined ? {} : { document: JSON.stringify(writtenIn(text)) }),
})

export const writtenCalendar = (of: Calendar): string => JSON.stringify(calendarJson(of))
