import { err, ok, type Result, unreachable } from '@awayday/kernel'
import * as v from 'valibot'
import type { Setting, SettingKind } from '#domain/company/setting.ts'
import type { Calendar } from '#domain/time/calendar.ts'
import { approval } from './document/approval.ts'
import { calendar, calendarJson } from './document/calendar.ts'
import { parseJson } from './document/json.ts'
import { leaveTypes } from './document/leave-types.ts'
import { type Mistake, mistakesOf } from './document/mistake.ts'
import { policy } from './document/policy.ts'
import { rules } from './document/rules.ts'
import { schedule } from './document/schedule.ts'
import {
  approvalText,
  calendarText,
  leaveTypesText,
  policyText,
  rulesText,
  scheduleText,
  writtenIn,
} from './documents.ts'

/** A document as it is kept, every setting written out; and the leave type of a policy. */
export type SettingRead = { readonly text: string; readonly leaveType: string | null }

/** What somebody writes as a setting: JSON as docs/leave-evaluate.md has it, or everything that is wrong with it. */
export const readSetting = (kind: SettingKind, text: string): Result<SettingRead, readonly Mistake[]> => {
  switch (kind) {
    case 'policy':
      return read(text, policy, (it) => ({ text: policyText(it), leaveType: it.leaveType }))
    case 'schedule':
      return read(text, schedule, (it) => ({ text: scheduleText(it), leaveType: null }))
    case 'calendar':
      return read(text, calendar, (it) => ({ text: calendarText(it), leaveType: null }))
    case 'leaveTypes':
      return read(text, leaveTypes, (it) => ({ text: leaveTypesText(it), leaveType: null }))
    case 'rules':
      return read(text, rules, (it) => ({ text: rulesText(it), leaveType: null }))
    case 'approval':
      return read(text, approval, (it) => ({ text: approvalText(it), leaveType: null }))
    default:
      return unreachable(kind)
  }
}

const read = <T>(
  text: string,
  schema: v.GenericSchema<unknown, T>,
  kept: (document: T) => SettingRead,
): Result<SettingRead, readonly Mistake[]> => {
  const json = parseJson(text)
  if (!json.ok) return json
  const parsed = v.safeParse(schema, json.value)
  return parsed.success ? ok(kept(parsed.output)) : err(mistakesOf(parsed.issues))
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
