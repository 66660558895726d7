import { unreachable } from '@awayday/kernel'
import type { CarriedValidity, CarryOver } from '#domain/policy/carry-over.ts'
import type { Counting } from '#domain/policy/counting.ts'
import type { Frequency, Plan, Stage, Validity } from '#domain/policy/plan.ts'
import type { Entitlement, Policy } from '#domain/policy/policy.ts'
import { amountText, lengthText, monthDayText, weekdayName } from './values.ts'

/** A policy as a document has it, every setting written out: what `policy` reads back as it was. */
export const policyJson = ({ leaveType, unit, counting, entitlement }: Policy) => ({
  leaveType,
  unit,
  counting: countingJson(counting),
  entitlement: entitlement && entitlementJson(entitlement),
})

export const countingJson = ({ days, ...counting }: Counting) => ({
  ...counting,
  days: typeof days === 'string' ? days : { weekdays: days.weekdays.map(weekdayName) },
})

export const entitlementJson = (entitlement: Entitlement) => ({
  leaveYear: typeof entitlement.leaveYear === 'string' ? entitlement.leaveYear : monthDayText(entitlement.leaveYear),
  plan: entitlement.plan && planJson(entitlement.plan),
  carryOverOn:
    typeof entitlement.carryOverOn === 'string' ? entitlement.carryOverOn : monthDayText(entitlement.carryOverOn),
  order: entitlement.order,
  floor: orNull(entitlement.floor),
  manual: {
    mostPerLeaveYear: orNull(entitlement.manual.mostPerLeaveYear),
    longestValidity: entitlement.manual.longestValidity && lengthText(entitlement.manual.longestValidity),
  },
  payOut: {
    mustStay: amountText(entitlement.payOut.mustStay),
    most: orNull(entitlement.payOut.most),
    rate: entitlement.payOut.rate && {
      currency: entitlement.payOut.rate.currency,
      money: amountText(entitlement.payOut.rate.money),
      per: amountText(entitlement.payOut.rate.per),
    },
  },
  countLaterLots: entitlement.countLaterLots,
})

export const planJson = ({ stages, rounding, proration, partial, waiting, ...plan }: Plan) => ({
  stages: stages.map(stageJson),
  ...plan,
  rounding: { ...rounding, step: amountText(rounding.step) },
  proration: { ...proration, scale: scaleJson(proration.scale) },
  partial: { ...partial, joiner: joinerJson(partial.joiner), leaver: leaverJson(partial.leaver) },
  waiting: waiting && { length: lengthText(waiting.length), earned: waiting.earned },
})

const joinerJson = (joiner: Plan['partial']['joiner']) =>
  typeof joiner === 'string' ? joiner : { fullAfter: lengthText(joiner.fullAfter) }

const leaverJson = (leaver: Plan['partial']['leaver']) =>
  typeof leaver === 'string' ? leaver : { fullAfter: lengthText(leaver.fullAfter), from: monthDayText(leaver.from) }

export const stageJson = (stage: Stage) => ({
  after: lengthText(stage.after),
  amount: amountText(stage.amount),
  amountIn: stage.amountIn,
  per: stage.per,
  frequency: frequencyJson(stage.frequency),
  balanceCap: orNull(stage.balanceCap),
  yearlyCap: orNull(stage.yearlyCap),
  carryOver: carryOverJson(stage.carryOver),
  validity: validityJson(stage.validity),
})

export const carryOverJson = ({ most, keeps, usable, totalMost, debt }: CarryOver) => ({
  most: orNull(most),
  keeps: amountText(keeps),
  usable: carriedJson(usable),
  totalMost: orNull(totalMost),
  debt,
})

const frequencyJson = (frequency: Frequency) => {
  switch (frequency.every) {
    case 'continuous':
    case 'day':
      return frequency.every
    case 'week':
      return {
        every: frequency.every,
        weekday: frequency.weekday === 'joining' ? frequency.weekday : weekdayName(frequency.weekday),
      }
    case 'twoWeeks':
      return { every: frequency.every, anchor: `${frequency.anchor}` }
    case 'halfMonth':
      return { every: frequency.every, days: [frequency.days[0], frequency.days[1]] satisfies [number, number] }
    case 'month':
      return { every: frequency.every, on: frequency.on }
    case 'quarter':
    case 'halfYear':
    case 'year':
      return {
        every: frequency.every,
        on: typeof frequency.on === 'string' ? frequency.on : frequency.on.map(monthDayText),
      }
    default:
      return unreachable(frequency)
  }
}

const validityJson = (validity: Validity) => {
  switch (validity.kind) {
    case 'untilCarryOver':
    case 'unlimited':
      return validity.kind
    case 'length':
      return { for: lengthText(validity.length) }
    case 'date':
      return { until: monthDayText(validity.date), yearsLater: validity.yearsLater }
    default:
      return unreachable(validity)
  }
}

const carriedJson = (usable: CarriedValidity) => {
  switch (usable.kind) {
    case 'untilCarryOver':
      return usable.kind
    case 'length':
      return { for: lengthText(usable.length) }
    case 'date':
      return { until: monthDayText(usable.date) }
    default:
      return unreachable(usable)
  }
}

const scaleJson = (scale: Plan['proration']['scale']) =>
  typeof scale === 'string' || 'fullWeekMinutes' in scale ? scale : { fullWeekDays: amountText(scale.fullWeekDays) }

const orNull = (n: number | null): string | null => (n === null ? null : amountText(n))
