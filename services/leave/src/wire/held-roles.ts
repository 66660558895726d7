import { ROLES } from '@awayday/kernel'
import * as v from 'valibot'
import type { ApprovalRules, Approver } from '#domain/approval/approval-rules.ts'

/** Refuses roles that the directory does not give: what asks for them would hold for nobody. What is at rest is read without. */
export const heldRoles = v.rawCheck<ApprovalRules>(({ dataset, addIssue }) => {
  if (!dataset.typed) return
  for (const { role, path } of rolesIn(dataset.value)) {
    const [first, ...rest] = path.map(at)
    if (first && !ROLES.some((known) => known === role))
      addIssue({ message: `is a role that nobody can hold: there are ${ROLES.join(', ')}`, path: [first, ...rest] })
  }
})

type Named = { readonly role: string; readonly path: readonly (string | number)[] }

const rolesIn = ({ levels, override, watchers }: ApprovalRules): readonly Named[] => [
  ...levels.flatMap(({ approvers }, n) => asked(approvers, 'levels', n, 'approvers')),
  ...override.map((role, n) => ({ role, path: ['override', n] })),
  ...asked(watchers, 'watchers'),
]

const asked = (approvers: readonly Approver[], ...path: readonly (string | number)[]): readonly Named[] =>
  approvers.flatMap((one, n) => (one.kind === 'role' ? [{ role: one.role, path: [...path, n, 'role'] }] : []))

const at = (key: string | number): v.IssuePathItem => ({
  type: 'unknown',
  origin: 'value',
  input: null,
  key,
  value: null,
})
