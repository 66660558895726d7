import type { Amount, PersonId } from '@awayday/kernel'
import { EVERYBODY, type Who } from '../rules/who.ts'

/** How a tenant's requests are approved: data, each setting with its default. */
export type ApprovalRules = {
  /** In this order, each after the one before. Those whose condition does not hold are left out; where none is left, nobody need approve. One by default: the person's approver. */
  readonly levels: readonly Level[]
  /** What needs nobody's approval: whatever meets one of these. None by default. */
  readonly autoApproval: readonly Condition[]
  /**
   * Where whoever asks is the one to approve: the next one up is asked (`escalate`, default), or the level is skipped; the
   * last one left is never skipped.
   */
  readonly ownLeave: 'escalate' | 'skip'
  /** Whether people may approve their own leave where they are the one to approve. False by default. */
  readonly selfApproval: boolean
  /** Who holds one of these roles may decide at any time, in place of all who are asked. `admin` by default. */
  readonly override: readonly string[]
  /** After how many working days people are reminded that somebody waits for them: 1, 3 and 5 by default. */
  readonly remindAfter: readonly number[]
  /** After how many of their working days their time is over; null: never. 7 by default. */
  readonly expireAfter: number | null
  /**
   * What then becomes of the request: it ends as `expired` (default) or as `declined`; those who were silent count as agreeing (`approved`);
   * or the next one up is asked as well, with new time (`escalated`), and where nobody is further up it expires.
   */
  readonly onExpiry: 'expired' | 'declined' | 'approved' | 'escalated'
  /** After how many days on which those who are asked would work but are away, and no deputy works, the next one up is asked as well; null (default): never. */
  readonly escalateAfter: number | null
  /** Whether people take back approved leave by themselves (`direct`, default), or ask for it, which those who approve leave decide. */
  readonly cancellation: 'direct' | 'approval'
  /**
   * Which changes of approved leave must be approved anew: those that add days or change the type (`difference`, default), all, or none.
   * Days that are taken back follow `cancellation` as well.
   */
  readonly edits: 'difference' | 'always' | 'never'
  /** When the colleague who takes the work over must agree: `before` approvers are asked, in `parallel` (default) with them, or they are only told (`notAsked`). */
  readonly cover: 'before' | 'parallel' | 'notAsked'
  /** Who is told of what becomes of a request. Nobody by default. */
  readonly watchers: readonly Approver[]
}

export type Level = Step & { readonly when: Condition }

/** Whom a request waits for: any one of them, whose first word decides, or all; of all, one who declines decides. */
export type Step = { readonly approvers: readonly Approver[]; readonly need: 'anyOf' | 'allOf' }

export type Approver =
  /** The person's approver is 1 up, that one's approver 2 up, and so on. */
  | { readonly kind: 'approver'; readonly up: number }
  /** Who leads a department, or else the nearest one above it that is led by anybody. Null: the person's own. */
  | { readonly kind: 'head'; readonly department: string | null }
  /** Anybody who holds it speaks for all. */
  | { readonly kind: 'role'; readonly role: string }
  | { readonly kind: 'person'; readonly person: PersonId }

/** All of it must hold; of a list, any of its members; null: whatever. Amounts and days include the figure named. */
export type Condition = Who & {
  readonly leaveTypes: readonly string[] | null
  /** What the leave costs. Does not hold where leave is counted in the other unit. */
  readonly leastCharged: Amount | null
  readonly mostCharged: Amount | null
  /** How many calendar days are named. */
  readonly leastDays: number | null
  readonly mostDays: number | null
  /** Whether a rule of the company speaks against it. */
  readonly warned: boolean | null
}

export const ALWAYS: Condition = {
  ...EVERYBODY,
  leaveTypes: null,
  leastCharged: null,
  mostCharged: null,
  leastDays: null,
  mostDays: null,
  warned: null,
}

/** What holds where nothing is set. */
export const STANDARD_APPROVAL: ApprovalRules = {
  levels: [{ approvers: [{ kind: 'approver', up: 1 }], need: 'anyOf', when: ALWAYS }],
  autoApproval: [],
  ownLeave: 'escalate',
  selfApproval: false,
  override: ['admin'],
  remindAfter: [1, 3, 5],
  expireAfter: 7,
  onExpiry: 'expired',
  escalateAfter: null,
  cancellation: 'direct',
  edits: 'difference',
  cover: 'parallel',
  watchers: [],
}
