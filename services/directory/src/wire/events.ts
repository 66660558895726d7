import { codecOf } from '@awayday/event-sourcing/codec'
import * as v from 'valibot'
import type * as company from '#domain/company.ts'
import type * as location from '#domain/location.ts'
import type * as mail from '#domain/mail.ts'
import type * as person from '#domain/person.ts'
import type * as roles from '#domain/roles.ts'
import type * as team from '#domain/team.ts'
import { instant, localDate, personId } from './values.ts'

const nothing = v.strictObject({})
const whom = v.strictObject({ person: personId })
const role = v.strictObject({ role: v.literal('approver') })
const place = v.strictObject({
  from: localDate,
  team: v.string(),
  location: v.string(),
  approver: v.nullable(personId),
})

export const companyCodec = codecOf<company.Event>({
  CompanyFounded: v.strictObject({ name: v.string() }),
  AdminGranted: whom,
  AdminRevoked: whom,
})
export const teamCodec = codecOf<team.Event>({ TeamAdded: v.strictObject({ name: v.string() }) })
export const locationCodec = codecOf<location.Event>({
  LocationAdded: v.strictObject({ name: v.string(), country: v.string(), zone: v.string() }),
})
export const personCodec = codecOf<person.Event>({
  PersonJoined: place,
  PersonMoved: place,
  PersonLeft: v.strictObject({ on: localDate }),
  MailLapsed: nothing,
})
export const rolesCodec = codecOf<roles.Event>({ RoleGranted: role, RoleRevoked: role })
export const mailCodec = codecOf<mail.Event>({ MailReserved: v.strictObject({ person: personId, at: instant }) })
