import { unreachable } from '@awayday/kernel'
import { notApart } from './apart.ts'
import { tooMuch } from './at-most.ts'
import { blackedOut } from './blackout.ts'
import type { Finding } from './broken.ts'
import type { Case } from './case.ts'
import { notEligible } from './eligibility.ts'
import { tooFine } from './granularity.ts'
import { outOfReach } from './horizon.ts'
import { wrongLength } from './length-limit.ts'
import { notThere } from './needs.ts'
import { tooLate } from './notice.ts'
import { notListed } from './only-on.ts'
import type { OwnOverlap } from './own-overlap.ts'
import type { Demand } from './rule.ts'
import { understaffed } from './staffing.ts'
import { notUsedUp } from './used-up.ts'
import { tooEarly } from './waiting.ts'

/** What one demand finds fault with, oldest first; nothing where it is met. Own overlap is judged by all its rules together. */
export const findings = (demand: Exclude<Demand, OwnOverlap>, c: Case): readonly Finding[] => {
  switch (demand.kind) {
    case 'apart':
      return notApart(demand, c)
    case 'atMost':
      return tooMuch(demand, c)
    case 'blackout':
      return blackedOut(demand, c)
    case 'eligibility':
      return notEligible(demand, c)
    case 'granularity':
      return tooFine(demand, c)
    case 'horizon':
      return outOfReach(demand, c)
    case 'maximumLength':
    case 'minimumLength':
      return wrongLength(demand, c)
    case 'needs':
      return notThere(demand, c)
    case 'notice':
      return tooLate(demand, c)
    case 'onlyOn':
      return notListed(demand, c)
    case 'maxAway':
    case 'minimumStaffing':
      return understaffed(demand, c)
    case 'usedUp':
      return notUsedUp(demand, c)
    case 'waiting':
      return tooEarly(demand, c)
    default:
      return unreachable(demand)
  }
}
