import type { GenericSchema } from 'valibot'
import type { SettingKind } from '#domain/company/setting.ts'
import { approval } from './document/approval.ts'
import { calendar } from './document/calendar.ts'
import { jsonSchemaOf } from './document/json-schema.ts'
import { leaveTypes } from './document/leave-types.ts'
import { newPolicy } from './document/policy.ts'
import { rules } from './document/rules.ts'
import { schedule } from './document/schedule.ts'

const written: Readonly<Record<SettingKind, GenericSchema>> = {
  policy: newPolicy,
  schedule,
  calendar,
  leaveTypes,
  rules,
  approval,
}

/** The JSON Schema of a setting's document, as text. */
export const settingSchema = (kind: SettingKind): string => JSON.stringify(jsonSchemaOf(written[kind]))
