import * as v from 'valibot'
import type { ApprovalRules } from '#domain/approval/approval-rules.ts'
import type { Rule } from '#domain/rules/rule.ts'
import { approval } from './document/approval.ts'

/** Every wish is held against each of them. */
const RULES_MAX = 200
/** Each request carries the levels that it goes through in its record. */
const LEVELS_MAX = 10
const APPROVERS_MAX = 20

/** As many rules as a company may save. */
export const fewRules = v.check<Rule[], string>(
  (rules) => rules.length <= RULES_MAX,
  `has more than ${RULES_MAX} rules`,
)

const few = v.rawCheck<ApprovalRules>(({ dataset, addIssue }) => {
  if (!dataset.typed) return
  const { levels } = dataset.value
  if (levels.length > LEVELS_MAX || levels.some(({ approvers }) => approvers.length > APPROVERS_MAX))
    addIssue({ message: `has more than ${LEVELS_MAX} levels, or more than ${APPROVERS_MAX} approvers at one` })
})

/** As much approval as a company may save. */
export const fewApprovers: v.GenericSchema<unknown, ApprovalRules> = v.pipe(approval, few)
