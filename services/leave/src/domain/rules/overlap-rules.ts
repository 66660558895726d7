import type { Facts, Leave } from '../facts/facts.ts'
import type { LeaveType } from '../leave-type/leave-type.ts'
import { overlap } from '../time/overlap.ts'
import { noonOn } from '../time/work-on.ts'
import type { OwnOverlap } from './own-overlap.ts'
import type { Rule } from './rule.ts'
import { ALWAYS } from './when.ts'
import type { Wish } from './wish.ts'

type Governed = Said & { readonly leaves: readonly Leave[] }

type Said = { readonly rule: Rule; readonly demand: OwnOverlap }

/** What rules that hold for a wish say about overlap. */
export const demandsIn = (rules: readonly Rule[]): readonly Said[] =>
  rules.flatMap((rule) => (rule.rule.kind === 'overlap' ? [{ rule, demand: rule.rule }] : []))

/** The first one that names the other leave's type decides. */
export const demandFor = (said: readonly Said[], leaveType: string): Said | undefined =>
  said.find(({ demand }) => demand.with?.includes(leaveType) ?? true)

/**
 * The person's other leave, by the rule that decides about it; `rules` are those that hold for the wish. What a leave lies over already, such
 * as sickness that gave days of it back, is no new overlap when it is changed.
 */
export const othersBy = (
  wish: Wish,
  facts: Facts,
  types: readonly LeaveType[],
  rules: readonly Rule[],
): readonly Governed[] => {
  const before = facts.leaves.find(({ id, status }) => status !== 'over' && id === wish.request)
  const isNew = ({ dates }: Leave) => !before || !overlap(before.dates, dates, (day) => noonOn(facts, day))
  const others = facts.leaves.filter((one) => one.status !== 'over' && one.id !== wish.request && isNew(one))
  const said = demandsIn(rules)
  const deciding = ({ leaveType }: Leave) => demandFor(said, leaveType)
  const unsaid = others.filter((leave) => !deciding(leave) && !mayGiveBack(wish.leaveType, leave.leaveType, types))
  return [
    ...said.map((one) => ({ ...one, leaves: others.filter((leave) => deciding(leave) === one) })),
    { rule: NO_OVERLAP_RULE, demand: NO_OVERLAP, leaves: unsaid },
  ]
}

/** Whether sickness of one type lies over leave of another one by giving it back. */
export const mayGiveBack = (wished: string, other: string, types: readonly LeaveType[]): boolean => {
  const over = types.find(({ id }) => id === wished)?.sickness?.overLeave
  return (
    over?.kind === 'givesBack' &&
    (over.leaveTypes === null || over.leaveTypes.includes(other)) &&
    !types.find(({ id }) => id === other)?.sickness
  )
}

/** Nothing overlaps where nobody said otherwise. */
const NO_OVERLAP: OwnOverlap = { kind: 'overlap', with: null, allowed: 'none' }
export const NO_OVERLAP_RULE: Rule = {
  id: 'overlap',
  name: 'Overlap with own leave',
  when: ALWAYS,
  rule: NO_OVERLAP,
  overridableBy: [],
  exception: false,
}
