import type { Problem, Refusal } from '@awayday/kernel'
import { documentOf, type EdgeRefusal } from '../problems.ts'
import type { PayloadProblem } from './resolver-event.ts'

/** A refusal as a payload shows it; for those that have something to show beside it. */
export const payloadProblem = (
  refusal: Refusal | EdgeRefusal,
  problems: Readonly<Record<string, Problem>>,
): PayloadProblem => {
  const { type, title, status, detail = null, ...facts } = documentOf(refusal, problems)
  return { type, title, status, detail, facts: JSON.stringify(facts) }
}
