import type { Problem } from '@awayday/kernel'
import type { AdminsOnly } from '#application/admins-only.ts'
import type { ByEmployment } from '#application/change-role.ts'
import type * as company from '#domain/company.ts'
import type * as departments from '#domain/departments.ts'
import type * as location from '#domain/location.ts'
import type * as person from '#domain/person.ts'
import type * as roles from '#domain/roles.ts'

type Rejection =
  | AdminsOnly
  | ByEmployment
  | company.Rejection
  | departments.Rejection
  | location.Rejection
  | person.Rejection
  | roles.Rejection

export const problems: Readonly<Record<Rejection['type'], Problem>> = {
  AdminsOnly: { status: 403, title: 'Only admins may change the directory' },
  AlreadyJoined: { status: 409, title: 'This person has joined already' },
  AlreadyLeft: { status: 409, title: 'This person’s last day is known already' },
  ByEmployment: { status: 422, title: 'Whoever is employed is an employee: this role is neither given nor taken' },
  DepartmentInItself: { status: 422, title: 'No department lies below itself' },
  InvalidCountry: { status: 422, title: 'There is no such country: two capital letters, as in ISO 3166-1' },
  InvalidZone: { status: 422, title: 'There is no such time zone: a name such as Europe/Lisbon' },
  LastAdmin: { status: 409, title: 'The last admin stays: name another one first' },
  MailTaken: { status: 409, title: 'Somebody has this mail address already' },
  OwnApprover: { status: 422, title: 'Nobody decides about their own requests' },
  StillAdmin: { status: 409, title: 'An admin hands this role over before leaving' },
  TooEarly: { status: 422, title: 'That day is too early for this person' },
  UnknownApprover: { status: 404, title: 'There is no such approver on that day' },
  UnknownCompany: { status: 404, title: 'There is no such company' },
  UnknownDepartment: { status: 404, title: 'There is no such department' },
  UnknownLocation: { status: 404, title: 'There is no such location' },
  UnknownPerson: { status: 404, title: 'There is no such person' },
  UnknownTeam: { status: 404, title: 'There is no such team' },
}
