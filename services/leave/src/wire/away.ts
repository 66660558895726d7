import type { AwayRow } from '#domain/person/rows.ts'
import type { Sight } from '#domain/privacy/sight.ts'
import { type RangeShown, rangeShown } from './range.ts'

export type AwayShown = RangeShown & Pick<AwayRow, 'person' | 'status'> & { readonly leaveType?: string }

/** What a viewer may know of somebody's leave. The request's id and the approvers are nobody's business. */
export const awayShown = (row: AwayRow, sight: Sight): readonly AwayShown[] => {
  if (sight === 'nothing') return []
  const { person, status, leaveType } = row
  const away = { person, ...rangeShown(row), status }
  return [sight === 'away' ? away : { ...away, leaveType }]
}
