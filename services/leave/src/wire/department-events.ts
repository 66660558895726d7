import { codecOf } from '@awayday/event-sourcing/codec'
import * as v from 'valibot'
import type { Event } from '#domain/departments/departments.ts'
import { whole } from './at-rest/values.ts'
import { id, personId } from './values.ts'

/** The shape at rest of what is known of a company's departments. */
export const departmentsCodec = codecOf<Event>({
  DepartmentNoted: v.strictObject({
    department: id,
    parent: v.nullable(id),
    head: v.nullable(personId),
    seq: whole,
  }),
})
