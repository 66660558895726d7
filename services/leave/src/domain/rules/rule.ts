import type { Apart } from './apart.ts'
import type { AtMost } from './at-most.ts'
import type { Blackout } from './blackout.ts'
import type { Eligibility } from './eligibility.ts'
import type { Granularity } from './granularity.ts'
import type { Horizon } from './horizon.ts'
import type { LengthLimit } from './length-limit.ts'
import type { Needs } from './needs.ts'
import type { Notice } from './notice.ts'
import type { OnlyOn } from './only-on.ts'
import type { OwnOverlap } from './own-overlap.ts'
import type { Staffing } from './staffing.ts'
import type { UsedUp } from './used-up.ts'
import type { Waiting } from './waiting.ts'
import type { When } from './when.ts'

/** One rule of a company for what leave may be taken, as data. Rules stand in a list; a wish is held against each of them. */
export type Rule = {
  readonly id: string
  /** What people call it. */
  readonly name: string
  readonly when: When
  readonly rule: Demand
  /** Who may decide otherwise: roles (person, approver, manager, hr, admin), or persons by id. */
  readonly overridableBy: readonly string[]
  /** Whether an exception may be asked for. */
  readonly exception: boolean
}

/** The balance floor is none of these: that is the ledger's. */
export type Demand =
  | Apart
  | AtMost
  | Blackout
  | Eligibility
  | Granularity
  | Horizon
  | LengthLimit
  | Needs
  | Notice
  | OnlyOn
  | OwnOverlap
  | Staffing
  | UsedUp
  | Waiting
