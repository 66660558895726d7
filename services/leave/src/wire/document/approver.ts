import { unreachable } from '@awayday/kernel'
import * as v from 'valibot'
import type { Approver } from '#domain/approval/approval-rules.ts'
import { described, either, fields, oneOf } from './setting.ts'
import { id, personId, whole } from './values.ts'

/** One who must be heard at a level. */
export const approver = described(
  'Who: "approver", the person\'s own; {"approver": 2}, that one\'s approver, and so on; "head", who leads their department or else the nearest above that is led; {"head": "sales"}, of that one; {"role": "hr"}, any one who holds it; {"person": "ben"}.',
  either(
    [
      v.pipe(
        oneOf(['approver', 'head']),
        v.transform(
          (word): Approver => (word === 'head' ? { kind: 'head', department: null } : { kind: 'approver', up: 1 }),
        ),
      ),
      v.pipe(
        fields({ approver: described("How far up: 1 is the person's approver.", whole(1, 20)) }),
        v.transform(({ approver }): Approver => ({ kind: 'approver', up: approver })),
      ),
      v.pipe(
        fields({ head: described('The department.', id) }),
        v.transform(({ head }): Approver => ({ kind: 'head', department: head })),
      ),
      v.pipe(
        fields({ role: described('The role.', id) }),
        v.transform(({ role }): Approver => ({ kind: 'role', role })),
      ),
      v.pipe(
        fields({ person: described('The person.', personId) }),
        v.transform(({ person }): Approver => ({ kind: 'person', person })),
      ),
    ],
    'is neither "approver", "head", {"approver": 2}, {"head": department}, {"role": role} nor {"person": id}',
  ),
)

/** As it would be written. */
export const approverJson = (named: Approver): v.InferInput<typeof approver> => {
  switch (named.kind) {
    case 'approver':
      return { approver: named.up }
    case 'head':
      return named.department === null ? 'head' : { head: named.department }
    case 'role':
      return { role: named.role }
    case 'person':
      return { person: named.person }
    default:
      return unreachable(named)
  }
}
