import { err, ok, type Result } from '@awayday/kernel'
import { type BaseIssue, type GenericSchema, getDotPath, safeParse } from 'valibot'
import type { EdgeRefusal, Issue } from '../problems.ts'

type InvalidInput = Extract<EdgeRefusal, { type: 'InvalidInput' }>

/** Holds a value against its schema. */
export const conform = (schema: GenericSchema, value: unknown): Result<unknown, InvalidInput> => {
  const { success, output, issues } = safeParse(schema, value)
  return success ? ok(output) : err({ type: 'InvalidInput', issues: issues.slice(0, ISSUES_MAX).map(issueOf) })
}

const issueOf = (issue: BaseIssue<unknown>): Issue => ({ path: getDotPath(issue) ?? '', message: messageOf(issue) })

/** valibot's own sentences quote what was received; ours say what is expected. A schema's own message stays as it is. */
const messageOf = ({ kind, type, expected, received, message }: BaseIssue<unknown>): string => {
  if (type === 'strict_object' && expected === 'never') return 'is not known here'
  if (kind === 'schema' && received === 'undefined') return 'is missing'
  const quoted = message.search(/ but received |: Received /)
  if (quoted === -1) return message
  return expected === null ? message.slice(0, quoted) : `is not ${expected}`
}

/** Enough to mend a form by. */
const ISSUES_MAX = 20
