import type { Range } from '#domain/range.ts'
import type { AwayRow } from '#domain/rows.ts'
import type { Sight } from '#domain/who-sees.ts'

export type AwayShown = Range & Pick<AwayRow, 'person' | 'status'> & { readonly leaveType?: string }

/** What a viewer may know of somebody's leave. The request's id and the approvers are nobody's business. */
export const awayShown = (row: AwayRow, sight: Sight): readonly AwayShown[] => {
  if (sight === 'nothing') return []
  const { person, first, firstPart, last, lastPart, status, leaveType } = row
  const away = { person, first, firstPart, last, lastPart, status }
  return [sight === 'all' ? { ...away, leaveType } : away]
}
