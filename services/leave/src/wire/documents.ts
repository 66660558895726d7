import * as v from 'valibot'
import type { ApprovalRules } from '#domain/approval/approval-rules.ts'
import type { SettingKind } from '#domain/company/setting.ts'
import type { LeaveType } from '#domain/leave-type/leave-type.ts'
import type { Policy } from '#domain/policy/policy.ts'
import type { Rule } from '#domain/rules/rule.ts'
import type { Calendar } from '#domain/time/calendar.ts'
import type { Schedule } from '#domain/time/schedule.ts'
import { approval, approvalJson } from './document/approval.ts'
import { calendar, calendarJson } from './document/calendar.ts'
import { leaveTypes, leaveTypesJson } from './document/leave-types.ts'
import { policy } from './document/policy.ts'
import { policyJson } from './document/policy-json.ts'
import { rules, rulesJson } from './document/rules.ts'
import { schedule, scheduleJson } from './document/schedule.ts'

/**
 * Documents as texts at rest: what people write (docs/leave-evaluate.md), with every setting written out, so that no later
 * default changes what was decided. A text never changes; a new form of it is another version.
 */
export const policyText = (of: Policy): string => textOf('policy', policyJson(of))
export const scheduleText = (of: Schedule): string => textOf('schedule', scheduleJson(of))
export const calendarText = (of: Calendar): string => textOf('calendar', calendarJson(of))
export const leaveTypesText = (of: readonly LeaveType[]): string => textOf('leaveTypes', leaveTypesJson(of))
export const rulesText = (of: readonly Rule[]): string => textOf('rules', rulesJson(of))
export const approvalText = (of: ApprovalRules): string => textOf('approval', approvalJson(of))

export const readPolicy = (text: string): Policy => read('policy', policy, text)
export const readSchedule = (text: string): Schedule => read('schedule', schedule, text)
export const readCalendar = (text: string): Calendar => read('calendar', calendar, text)
export const readLeaveTypes = (text: string): readonly LeaveType[] => read('leaveTypes', leaveTypes, text)
export const readRules = (text: string): readonly Rule[] => read('rules', rules, text)
export const readApproval = (text: string): ApprovalRules => read('approval', approval, text)

/** What stands in a text at rest, as people write it. */
export const writtenIn = (text: string): unknown => v.parse(v.object({ data: v.unknown() }), JSON.parse(text)).data

type Kind = SettingKind

const textOf = (document: Kind, data: unknown): string => JSON.stringify({ document, v: 1, data })

const read = <T>(kind: Kind, data: v.GenericSchema<unknown, T>, text: string): T =>
  v.parse(v.strictObject({ document: v.literal(kind), v: v.literal(1), data }), JSON.parse(text)).data
