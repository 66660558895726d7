import { codecOf } from '@awayday/event-sourcing/codec'
import * as v from 'valibot'
import type { Event } from '#domain/company/company.ts'
import { hash, whole } from './at-rest/values.ts'
import { id, localDate, personId } from './values.ts'

export const settingKind = v.picklist(['policy', 'schedule', 'calendar', 'leaveTypes', 'rules', 'approval'])

/** Whom a setting is for. Lists are short: a group of people is a team or a location. */
export const appliesTo = v.strictObject({
  persons: v.exactOptional(v.pipe(v.array(personId), v.maxLength(1_000))),
  teams: v.exactOptional(v.pipe(v.array(id), v.maxLength(1_000))),
  locations: v.exactOptional(v.pipe(v.array(id), v.maxLength(1_000))),
  countries: v.exactOptional(v.pipe(v.array(v.pipe(v.string(), v.regex(/^[A-Z]{2}$/))), v.maxLength(250))),
})

/** The shape at rest of what a company has saved. */
export const companyCodec = codecOf<Event>({
  SettingSaved: v.strictObject({
    by: personId,
    on: localDate,
    kind: settingKind,
    id,
    leaveType: v.nullable(id),
    document: v.nullable(hash),
    from: localDate,
    appliesTo,
    version: whole,
  }),
})
