import type { LocalDate } from '@awayday/kernel'
import type { Parts } from '../policy/plan.ts'
import { inForce } from '../time/in-force.ts'
import type { Figure, Finding } from './broken.ts'
import type { Case } from './case.ts'
import { stayOn } from './who.ts'

/** Who may take leave at all; each null (default) asks nothing. How long somebody must have been employed is for `waiting` to say. */
export type Eligibility = {
  readonly kind: 'eligibility'
  /** Share of full time by the schedule of the first day, in 1/10,000, both included. */
  readonly leastFte: Parts | null
  readonly mostFte: Parts | null
  /** Whoever has one of these labels, */
  readonly oneOf: readonly string[] | null
  /** and none of these. */
  readonly noneOf: readonly string[] | null
}

export const notEligible = (
  { leastFte, mostFte, oneOf, noneOf }: Eligibility,
  { facts, first, last }: Case,
): readonly Finding[] => {
  const fte = inForce(facts.schedules, first)?.schedule.fte ?? 0
  const labels = stayOn(facts.places, first)?.labels ?? []
  const found: Figure = { of: 'labels', labels }
  return [
    ...(leastFte !== null && fte < leastFte ? [finding(first, last, ofFte(leastFte), ofFte(fte))] : []),
    ...(mostFte !== null && fte > mostFte ? [finding(first, last, ofFte(mostFte), ofFte(fte))] : []),
    ...(oneOf !== null && !labels.some((label) => oneOf.includes(label))
      ? [finding(first, last, { of: 'labels', labels: oneOf }, found)]
      : []),
    ...(noneOf?.some((label) => labels.includes(label)) ? [finding(first, last, { of: 'nothing' }, found)] : []),
  ]
}

const ofFte = (n: Parts): Figure => ({ of: 'fte', n })

const finding = (first: LocalDate, last: LocalDate, required: Figure, found: Figure): Finding => ({
  first,
  last,
  part: 'whole',
  required,
  found,
  requests: [],
})
