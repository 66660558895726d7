import type { Facts, Leave } from '../facts/facts.ts'
import type { LeaveType } from '../leave-type/leave-type.ts'
import type { OwnOverlap } from './own-overlap.ts'
import type { Rule } from './rule.ts'
import { ALWAYS } from './when.ts'
import type { Wish } from './wish.ts'

type Governed = { readonly rule: Rule; readonly demand: OwnOverlap; readonly leaves: readonly Leave[] }

/** The person's other leave, by the rule that decides about it; `rules` are those that hold for the wish. */
export const othersBy = (
  wish: Wish,
  facts: Facts,
  types: readonly LeaveType[],
  rules: readonly Rule[],
): readonly Governed[] => {
  const others = facts.leaves.filter(({ id, status }) => status !== 'over' && id !== wish.request)
  const said = rules.flatMap((rule) => (rule.rule.kind === 'overlap' ? [{ rule, demand: rule.rule }] : []))
  const deciding = ({ leaveType }: Leave) => said.find(({ demand }) => demand.with?.includes(leaveType) ?? true)
  const unsaid = others.filter((leave) => !deciding(leave) && !mayGiveBack(wish.leaveType, leave.leaveType, types))
  return [
    ...said.map((one) => ({ ...one, leaves: others.filter((leave) => deciding(leave) === one) })),
    { rule: NO_OVERLAP_RULE, demand: NO_OVERLAP, leaves: unsaid },
  ]
}

const mayGiveBack = (wished: string, other: string, types: readonly LeaveType[]): boolean => {
  const over = types.find(({ id }) => id === wished)?.sickness?.overLeave
  return (
    over?.kind === 'givesBack' &&
    (over.leaveTypes === null || over.leaveTypes.includes(other)) &&
    !types.find(({ id }) => id === other)?.sickness
  )
}

/** Nothing overlaps where nobody said otherwise. */
const NO_OVERLAP: OwnOverlap = { kind: 'overlap', with: null, allowed: 'none' }
const NO_OVERLAP_RULE: Rule = {
  id: 'overlap',
  name: 'Overlap with own leave',
  when: ALWAYS,
  rule: NO_OVERLAP,
  overridableBy: [],
  exception: false,
}
