import { isYearEnd } from '#domain/entitlement/carry-over-days-of.ts'
import type { Someone } from '#domain/evaluate/case.ts'
import { knownOf } from '#domain/evaluate/known.ts'
import type { Collector } from './collector.ts'
import type { WrittenPerson } from './document.ts'
import { step } from './mistake.ts'

/** What a document says of one person that cannot all hold, or would be without effect. */
export const checkPerson = (written: WrittenPerson, someone: Someone, path: string, errors: Collector): void => {
  checkEmployment(written, path, errors)
  checkPolicies(someone, errors)
  checkWorked(written, path, errors)
  checkClosedYears(written, someone, path, errors)
}

/** Said again later with the same first day, a period replaces what was said before. */
const checkEmployment = ({ employment }: WrittenPerson, path: string, errors: Collector): void => {
  for (const [n, { from, until, recordedOn }] of employment.entries()) {
    const at = step(step(path, 'employment'), n)
    errors.notBefore(step(at, 'until'), until, from)
    const before = employment[n - 1]
    if (!before || (before.from === from && before.recordedOn !== recordedOn)) continue
    if (from <= before.from) errors.wrong(step(at, 'from'), 'is not after the period before it')
    else if (before.until === null || from <= before.until)
      errors.wrong(step(at, 'from'), 'lies within the period before it')
  }
}

/** Of one leave type one policy holds on a day; two different ones from the same day must have become known on different ones. */
const checkPolicies = ({ policies }: Someone, errors: Collector): void => {
  const areRivals = (a: (typeof policies)[number], b: (typeof policies)[number]): boolean =>
    a.it.policy !== b.it.policy &&
    a.it.policy.leaveType === b.it.policy.leaveType &&
    a.it.from === b.it.from &&
    a.recordedOn === b.recordedOn
  for (const [n, one] of policies.entries())
    if (policies.slice(0, n).some((before) => areRivals(before, one)))
      errors.wrong(one.it.fact, `is from ${one.it.from} on, as another policy of "${one.it.policy.leaveType}" is`)
}

/** Of a day one record speaks. */
const checkWorked = ({ worked }: WrittenPerson, path: string, errors: Collector): void => {
  for (const [n, { first, last }] of worked.entries())
    if (worked.slice(0, n).some((before) => before.first <= last && first <= before.last))
      errors.wrong(step(step(path, 'worked'), n), 'names days that another record names')
}

const checkClosedYears = ({ closedYears }: WrittenPerson, someone: Someone, path: string, errors: Collector): void => {
  const facts = knownOf(someone, null)
  for (const [n, { leaveType, last }] of closedYears.entries()) {
    const at = step(step(step(path, 'closedYears'), n), 'last')
    if (!isYearEnd(facts, leaveType, last)) errors.wrong(at, NO_YEAR_END)
    if (closedYears.slice(0, n).some((before) => before.leaveType === leaveType && before.last === last))
      errors.wrong(at, 'is there twice; what goes over may be a list: the pinned amount, then each correction')
  }
}

export const NO_YEAR_END = 'is not the last day of a year: nothing is carried over on the day after'
