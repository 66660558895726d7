import type { Part } from '../time/absence.ts'
import type { Minute } from '../time/schedule.ts'
import { spanOf } from '../time/span-of.ts'
import { DAY_ENDS, meeting } from '../time/work-of.ts'

/** What lies in both parts of a day; undefined: nothing that anybody knows of. A half without a side has room beside any other half, so it meets only a whole day. */
export const within = (a: Part, b: Part, noon: Minute): Part | undefined => {
  if (a === 'whole') return b
  if (b === 'whole' || a === b) return a === 'half' && b === 'half' ? undefined : a
  if (a === 'half' || b === 'half') return undefined
  return meeting(spanOf(a, noon), spanOf(b, noon))[0]
}

/** What is left of a part of a day without another that lies in it; as it was, where that is no single part. */
export const less = (part: Part, without: Part, noon: Minute): Part => {
  if (part === 'whole' && without === 'am') return 'pm'
  if (part === 'whole' && without === 'pm') return 'am'
  if (part === 'whole' && without === 'half') return 'half'
  if (part === 'half' || without === 'half' || without === 'whole') return part
  const [whole, gap] = [spanOf(part, noon), spanOf(without, noon)]
  const left = [...meeting(whole, { from: 0, to: gap.from }), ...meeting(whole, { from: gap.to, to: DAY_ENDS })]
  return left.length === 1 ? (left[0] ?? part) : part
}
