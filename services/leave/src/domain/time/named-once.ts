import type { Part } from './absence.ts'
import type { Minute, Span } from './schedule.ts'
import { spanOf } from './span-of.ts'
import { without } from './without.ts'

/**
 * What leaves that may overlap each other name of a day together, nothing twice: of hours those that neither a named half nor hours before
 * them hold, and as many halves without a side as the named halves leave of the day.
 */
export const namedOnce = (parts: readonly Part[], noon: Minute): readonly Part[] => {
  const sides = [...new Set(parts)].filter((part) => part === 'am' || part === 'pm')
  const taken: Span[] = sides.map((side) => spanOf(side, noon))
  let room = 2 - sides.length
  return parts.flatMap((part, nth): readonly Part[] => {
    if (part === 'half') return room-- > 0 ? [part] : []
    if (typeof part !== 'object') return parts.indexOf(part) === nth ? [part] : []
    const rest = without([part], taken)
    taken.push(...rest)
    return rest
  })
}
