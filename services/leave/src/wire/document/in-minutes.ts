import { perWritten } from '#domain/evaluate/shown.ts'
import type { CarryOver } from '#domain/policy/carry-over.ts'
import type { Plan, Stage } from '#domain/policy/plan.ts'
import type { Entitlement, Policy } from '#domain/policy/policy.ts'

/** A policy whose amounts are n in 1/10,000 of an hour, in those of a minute: exact. */
export const inMinutes = ({ leaveType, counting, entitlement }: Omit<Policy, 'unit'>): Policy => ({
  leaveType,
  unit: 'minute',
  counting,
  entitlement: entitlement && ofEntitlement(entitlement),
})

const minutes = (n: number): number => n * perWritten('hour')
const orNull = (n: number | null): number | null => (n === null ? null : minutes(n))

const ofEntitlement = (entitlement: Entitlement): Entitlement => ({
  ...entitlement,
  plan: entitlement.plan && ofPlan(entitlement.plan),
  floor: orNull(entitlement.floor),
  manual: { ...entitlement.manual, mostPerLeaveYear: orNull(entitlement.manual.mostPerLeaveYear) },
  payOut: {
    mustStay: minutes(entitlement.payOut.mustStay),
    most: orNull(entitlement.payOut.most),
    rate: entitlement.payOut.rate && { ...entitlement.payOut.rate, per: minutes(entitlement.payOut.rate.per) },
  },
})

const ofPlan = (plan: Plan): Plan => ({
  ...plan,
  stages: plan.stages.map(ofStage),
  rounding: { ...plan.rounding, step: minutes(plan.rounding.step) },
})

const ofStage = (stage: Stage): Stage => ({
  ...stage,
  amount: stage.amountIn === null ? minutes(stage.amount) : stage.amount,
  balanceCap: orNull(stage.balanceCap),
  yearlyCap: orNull(stage.yearlyCap),
  carryOver: ofCarryOver(stage.carryOver),
})

const ofCarryOver = (carryOver: CarryOver): CarryOver => ({
  ...carryOver,
  most: orNull(carryOver.most),
  keeps: minutes(carryOver.keeps),
  totalMost: orNull(carryOver.totalMost),
})
