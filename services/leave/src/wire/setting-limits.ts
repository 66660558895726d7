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

/** As much approval as a company may save. */
export const fewApprovers: v.GenericSchema<unknown, ApprovalRules> = v.pipe(
  approval,
  v.check(
    ({ levels }) => levels.length <= LEVELS_MAX && levels.every(({ approvers }) => approvers.length <= APPROVERS_MAX),
    `has more than ${LEVELS_MAX} levels, or more than ${APPROVERS_MAX} approvers at one`,
  ),
)
