import { parseLocalDate } from '@awayday/kernel'
import type { DayPart, Wish } from '#api/documents.ts'

/** What stands in the request form. One day alone has one part; a range has one at either end. */
export type Draft = {
  readonly leaveType: string | undefined
  /** `YYYY-MM-DD`, perhaps in the middle of being typed. */
  readonly range: { readonly first: string; readonly last: string } | undefined
  readonly firstPart: DayPart
  readonly lastPart: DayPart
  readonly reason: string
}

export const emptyDraft: Draft = {
  leaveType: undefined,
  range: undefined,
  firstPart: 'whole',
  lastPart: 'whole',
  reason: '',
}

export const isOneDay = ({ range }: Draft): boolean => range !== undefined && range.first === range.last

export const isBackwards = ({ range }: Draft): boolean => range !== undefined && range.last < range.first

/** The wish that a draft names, once it names one. */
export const wishOf = (draft: Draft): Wish | undefined => {
  const { leaveType, range, firstPart, lastPart } = draft
  const [first, last] = [parseLocalDate(range?.first ?? ''), parseLocalDate(range?.last ?? '')]
  if (leaveType === undefined || !first || !last || isBackwards(draft)) return undefined
  return { leaveType, dates: { first, firstPart, last, lastPart: isOneDay(draft) ? firstPart : lastPart } }
}
