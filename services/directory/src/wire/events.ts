import { codecOf } from '@awayday/event-sourcing/codec'
import * as v from 'valibot'
import type * as company from '#domain/company.ts'
import type * as departments from '#domain/departments.ts'
import type * as location from '#domain/location.ts'
import type * as mail from '#domain/mail.ts'
import type * as person from '#domain/person.ts'
import * as roles from '#domain/roles.ts'
import type * as team from '#domain/team.ts'
import { instant, localDate, personId } from './values.ts'

const nothing = v.strictObject({})
const whom = v.strictObject({ person: personId })
const role = v.strictObject({ role: v.picklist(roles.OWN_ROLES) })
const place = v.strictObject({
  from: localDate,
  team: v.string(),
  location: v.string(),
  department: v.nullable(v.string()),
  labels: v.array(v.string()),
  approver: v.nullable(personId),
})
/** Before there were departments and labels. */
const formerPlace = v.pipe(
  v.strictObject({ from: localDate, team: v.string(), location: v.string(), approver: v.nullable(personId) }),
  v.transform(({ from, team, location, approver }) => ({
    from,
    team,
    location,
    department: null,
    labels: [],
    approver,
  })),
)
const department = v.strictObject({
  department: v.string(),
  name: v.string(),
  parent: v.nullable(v.string()),
  head: v.nullable(personId),
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
export const departmentsCodec = codecOf<departments.Event>({
  DepartmentAdded: department,
  DepartmentChanged: department,
})
export const personCodec = codecOf<person.Event>(
  {
    PersonJoined: place,
    PersonMoved: place,
    PersonLeft: v.strictObject({ on: localDate }),
    MailLapsed: nothing,
  },
  { PersonJoined: [formerPlace], PersonMoved: [formerPlace] },
)
export const rolesCodec = codecOf<roles.Event>({ RoleGranted: role, RoleRevoked: role })
export const mailCodec = codecOf<mail.Event>({ MailReserved: v.strictObject({ person: personId, at: instant }) })
