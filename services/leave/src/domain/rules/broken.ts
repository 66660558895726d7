import type { LocalDate } from '@awayday/kernel'
import type { Part } from '../time/absence.ts'

/**
 * A rule that a wish breaks: what people are told, and what may be done about it. JSON as it stands, and without any text that people wrote, as a
 * refusal may be kept for ever (`nameOf` says what the rule is called).
 */
export type Broken = {
  /** The rule's id and kind. */
  readonly rule: string
  readonly kind: string
  /** At least one, oldest first. */
  readonly findings: readonly Finding[]
  /** Who may decide otherwise: roles, or persons by id. */
  readonly overridableBy: readonly string[]
  /** Whether an exception may be asked for. */
  readonly exception: boolean
}

/** Where a rule is broken, both days included, and by which figures. */
export type Finding = {
  readonly first: LocalDate
  readonly last: LocalDate
  /** Of each of these days. */
  readonly part: Part
  readonly required: Figure
  readonly found: Figure
  /** Requests of the same person that the figures include, or that are in the way. */
  readonly requests: readonly string[]
}

/** What a rule asks for, or what there is. Lengths, percentages and shares are n in 1/10,000; people and requests are whole. */
export type Figure =
  /** What leave costs, in charged days or minutes; or its calendar days, or days that somebody works. */
  | { readonly of: 'days' | 'minutes' | 'calendarDays' | 'workingDays'; readonly n: number }
  | { readonly of: 'people' | 'requests'; readonly n: number }
  /** Of people, or of full time. */
  | { readonly of: 'percentage' | 'fte'; readonly n: number }
  /** So many of so many people. */
  | { readonly of: 'share'; readonly people: number; readonly outOf: number }
  | { readonly of: 'date'; readonly date: LocalDate }
  | { readonly of: 'part'; readonly part: Part }
  | { readonly of: 'labels'; readonly labels: readonly string[] }
  | { readonly of: 'overlap'; readonly overlap: 'none' | 'partial' | 'full' }
  /** Something that must be there; or something that is there and may not be; or what is not there. */
  | { readonly of: 'reason' | 'certificate' | 'cover' | 'work' | 'leave' | 'nothing' }

/** What stays broken if somebody with these roles, or of this id, decides to pass over what they may. */
export const allowedWith = (broken: readonly Broken[], decider: readonly string[]): readonly Broken[] =>
  broken.filter(({ overridableBy }) => !overridableBy.some((name) => decider.includes(name)))
