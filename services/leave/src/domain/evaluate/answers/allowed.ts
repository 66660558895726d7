import { type LocalDate, unreachable } from '@awayday/kernel'
import { postOf } from '../../approval/organisation.ts'
import { isEmployed } from '../../facts/employed.ts'
import type { Facts } from '../../facts/facts.ts'
import { raisedBy } from '../../facts/raised-by.ts'
import { notCovered } from '../../ledger/not-covered.ts'
import { uncoveredDays } from '../../ledger/uncovered-days.ts'
import { allowedWith, type Broken, type Figure, type Finding } from '../../rules/broken.ts'
import { check } from '../../rules/check.ts'
import { nameOf } from '../../rules/name-of.ts'
import type { Rule } from '../../rules/rule.ts'
import type { Dates } from '../../time/absence.ts'
import { notDates } from '../../time/not-dates.ts'
import { partText } from '../../time/part-text.ts'
import { partsOf } from '../../time/parts-of.ts'
import type { Answer, Json } from '../answer.ts'
import { type AnswerTo, type Asking, type AskOf, datesAsked, factsOf, showing, someoneOf } from '../asking.ts'
import { firstDayOf } from '../dates-known.ts'
import { shown } from '../shown.ts'
import { refusalJson } from './by-hand.ts'
import { chargeJson, wishedCharges } from './charge.ts'

/** Whether leave may be asked for or entered, everything that speaks against it, and what of that may be passed over. */
export const allowed: AnswerTo<'allowed'> = (ask, asking) => {
  const { show } = showing(asking, ask)
  const facts = factsOf(asking, ask.person)
  const dates = datesAsked(ask, facts)
  const wrong = notDates(dates)
  if (wrong) return { allowed: false, why: [refusalJson(wrong, show)], rules: [] }
  const charges = wishedCharges(facts, ask.leaveType, dates, ask.leave)
  const askedOn = ask.askedOn ?? firstDayOf(dates) ?? LATE
  const { reason, certificate, cover } = ask
  const wish = {
    request: ask.leave ?? 'new',
    leaveType: ask.leaveType,
    dates,
    charges,
    askedOn,
    ...{ reason, certificate, cover },
  }
  const broken = check(wish, facts, asking.world(null).company, asking.given.rules)
  const decider = ask.override ? namesOf(ask, askedOn, asking) : []
  const kept = allowedWith(broken, decider)
  const raised = ask.leave === null ? [] : raisedBy(facts, { id: ask.leave, leaveType: ask.leaveType, dates })
  const held = [...charges, ...raised]
  const short = notCovered(facts, ask.leaveType, held, ask.leave ?? undefined)
  const forOthers = (ask.by ?? ask.person) !== ask.person || asking.given.approval.selfApproval
  const beyond = forOthers && decider.some((name) => BEYOND_BALANCE.includes(name))
  const why = [
    ...notEmployed(facts, dates),
    ...(charges.length === 0 ? [{ type: 'NoWorkingDay' }] : []),
    ...(short && !beyond ? [refusalJson(short, show)] : []),
  ]
  return {
    allowed: why.length === 0 && kept.length === 0,
    why,
    rules: broken.map((one) => ({ ...brokenJson(asking.given.rules)(one), passedOver: !kept.includes(one) })),
    ...chargeJson(charges, asking, ask),
    uncovered: short
      ? uncoveredDays(facts, ask.leaveType, held, ask.leave ?? undefined).map(({ day, n }) => ({
          date: day,
          amount: show(n),
        }))
      : [],
  }
}

/** Who may enter leave that the balance does not cover (docs/leave-approval.md, 24 to 26); for themselves only where people may approve their own leave. */
const BEYOND_BALANCE: readonly string[] = ['hr', 'manager', 'admin', 'approver']

/** By what names somebody may pass over rules: their id, their roles, and what they are to the person on the day it is entered. */
const namesOf = ({ by: given, person }: AskOf<'allowed'>, on: LocalDate, asking: Asking): readonly string[] => {
  const by = given ?? person
  const { organisation } = asking.world(null).office
  return [
    by,
    ...(someoneOf(asking, by)?.roles ?? []),
    ...(by === person ? ['person'] : []),
    ...(postOf(organisation, person, on)?.approver === by ? ['approver'] : []),
  ]
}

const notEmployed = (facts: Facts, dates: Dates): readonly Answer[] => {
  const days = partsOf(dates)
    .map(({ day }) => day)
    .filter((day) => !isEmployed(facts.employment, day))
  const [on] = days
  return on === undefined ? [] : [{ type: 'NotEmployed', on }]
}

export const brokenJson =
  (rules: readonly Rule[]) =>
  ({ rule, kind, findings, overridableBy, exception }: Broken): Answer => ({
    rule,
    name: nameOf(rules, rule),
    kind,
    findings: findings.map(findingJson),
    overridableBy: [...overridableBy],
    exception,
  })

const findingJson = ({ first, last, part, required, found, requests }: Finding): Json => ({
  first,
  last,
  part: partText(part),
  required: figureText(required),
  found: figureText(found),
  requests: [...requests],
})

/** A figure in words: "3 people", "14 calendar days". */
const figureText = (figure: Figure): string => {
  switch (figure.of) {
    case 'days':
    case 'minutes':
      return `${shown(figure.n, 'day')} ${figure.of}`
    case 'calendarDays':
      return `${shown(figure.n, 'day')} calendar days`
    case 'workingDays':
      return `${shown(figure.n, 'day')} working days`
    case 'people':
      return figure.n === 1 ? '1 person' : `${figure.n} people`
    case 'requests':
      return figure.n === 1 ? '1 request' : `${figure.n} requests`
    case 'percentage':
      return `${shown(figure.n * 100, 'day')} %`
    case 'fte':
      return `${shown(figure.n, 'day')} of full time`
    case 'share':
      return `${figure.people} of ${figure.outOf} people`
    case 'date':
      return figure.date
    case 'part':
      return partText(figure.part)
    case 'labels':
      return figure.labels.join(', ')
    case 'overlap':
      return `${figure.overlap} overlap`
    case 'reason':
    case 'certificate':
    case 'cover':
    case 'work':
    case 'leave':
    case 'nothing':
      return figure.of
    default:
      return unreachable(figure)
  }
}

const LATE = '2199-12-31' as LocalDate
