import * as v from 'valibot'
import { counting as usual, plan as usualPlan } from '#domain/policy/defaults.ts'
import type { Plan, Stage } from '#domain/policy/plan.ts'
import type { Policy } from '#domain/policy/policy.ts'

type Said = Pick<Policy, 'counting' | 'entitlement'>

/** Refuses settings that would have no effect beside others: whoever writes one expects something of it. What is at rest is read without. */
export const noneIdle = <T extends Said>() =>
  v.rawCheck<T>(({ dataset, addIssue }) => {
    if (!dataset.typed) return
    for (const one of idleIn(dataset.value)) {
      if (!one) continue
      const [first, ...rest] = one.path.map(at)
      if (first) addIssue({ message: `has no effect without ${one.needs}`, path: [first, ...rest] })
    }
  })

/** Where a setting stands, and what it needs. */
type Idle = { readonly path: readonly (string | number)[]; readonly needs: string }

const idleIn = ({ counting, entitlement }: Said): readonly (Idle | false)[] => [
  counting.sandwich === 'off' &&
    counting.sandwiched !== usual.sandwiched && {
      path: ['counting', 'sandwiched'],
      needs: '"sandwich": "request" or "adjoining"',
    },
  ...(entitlement?.plan ? idleInPlan(entitlement.plan) : []).map(
    (idle) => idle && { ...idle, path: ['entitlement', 'plan', ...idle.path] },
  ),
]

const idleInPlan = ({ due, endIs, proration, stages }: Plan): readonly (Idle | false)[] => [
  due === 'start' && endIs !== usualPlan.endIs && { path: ['endIs'], needs: '"due": "end"' },
  proration.by !== 'months' &&
    proration.month !== usualPlan.proration.month && { path: ['proration', 'month'], needs: '"by": "months"' },
  proration.by !== 'workingDays' &&
    proration.countHolidays && { path: ['proration', 'countHolidays'], needs: '"by": "workingDays"' },
  ...carryingNothing(stages),
]

/** Limits of what is carried over, where no stage grants anything that is. Of what other policies have granted it may say that all is carried, or nothing. */
const carryingNothing = (stages: readonly Stage[]): readonly Idle[] =>
  stages.some(({ validity }) => validity.kind === 'untilCarryOver')
    ? []
    : stages.flatMap(({ carryOver: { most, totalMost, usable } }, n) =>
        most || totalMost !== null || usable.kind !== 'untilCarryOver'
          ? [{ path: ['stages', n, 'carryOver'], needs: '"validity": "untilCarryOver"' }]
          : [],
      )

const at = (key: string | number) => ({
  type: 'unknown' as const,
  origin: 'value' as const,
  input: null,
  key,
  value: null,
})
