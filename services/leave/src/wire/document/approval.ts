import * as v from 'valibot'
import { type ApprovalRules, STANDARD_APPROVAL } from '#domain/approval/approval-rules.ts'
import { approver, approverJson } from './approver.ts'
import { condition, conditionJson } from './condition.ts'
import { described, fields, oneOf, setting } from './setting.ts'
import { flag, id, list, whole } from './values.ts'

/** As a document has it, every setting written out: what `approval` reads back as it was. */
export const approvalJson = ({ levels, autoApproval, override, remindAfter, watchers, ...rules }: ApprovalRules) => ({
  levels: levels.map(({ approvers, need, when }) => ({
    approvers: approvers.map(approverJson),
    need,
    when: conditionJson(when),
  })),
  autoApproval: autoApproval.map(conditionJson),
  override: [...override],
  remindAfter: [...remindAfter],
  watchers: watchers.map(approverJson),
  ...rules,
})

const standard = approvalJson(STANDARD_APPROVAL)

const level = fields({
  approvers: described('Who must be heard.', v.pipe(list(approver), v.minLength(1, 'names nobody'))),
  need: setting(
    'anyOf: any one of them is enough, and the first word decides. allOf: all must approve, and one who declines decides.',
    oneOf(['anyOf', 'allOf']),
    'anyOf',
  ),
  when: setting('When this level is needed; all that is named must hold.', condition, {}),
})

/** How requests are approved. */
export const approval = fields({
  levels: setting(
    'The levels in their order, each asked after the one before. Those whose condition does not hold are left out; where none is left, nobody need approve. Whoever has approved at one level is not asked again at a later one.',
    list(level),
    standard.levels,
  ),
  autoApproval: setting(
    "Leave that meets any of these needs nobody's approval.",
    list(condition),
    standard.autoApproval,
  ),
  ownLeave: setting(
    'Where whoever asks is the one to approve: escalate, the next one up is asked; skip, the level is left out, but never the last one.',
    oneOf(['escalate', 'skip']),
    standard.ownLeave,
  ),
  selfApproval: setting(
    'Whether people may approve their own leave where they are the one to approve.',
    flag,
    standard.selfApproval,
  ),
  override: setting(
    'Who holds one of these roles may decide at any time, in place of all who are asked.',
    list(id),
    standard.override,
  ),
  remindAfter: setting(
    'After how many of their own working days people are reminded; day 1 is the first one after the day of asking.',
    list(whole(1, 366)),
    standard.remindAfter,
  ),
  expireAfter: setting(
    'After how many of their working days the time of those who are asked is over, at the end of that day. null: never.',
    v.nullable(whole(1, 366)),
    standard.expireAfter,
  ),
  onExpiry: setting(
    'What then becomes of the request: it ends as expired or as declined; approved, silence counts as consent; escalated, the next one up is asked as well, with new time, and where nobody is further up it expires.',
    oneOf(['expired', 'declined', 'approved', 'escalated']),
    standard.onExpiry,
  ),
  escalateAfter: setting(
    'After how many days on which those who are asked would work but are away, and no deputy works, the next one up is asked as well. null: never.',
    v.nullable(whole(1, 366)),
    standard.escalateAfter,
  ),
  cancellation: setting(
    'direct: people take back approved leave by themselves before it begins. approval: they ask for it, and those who approve leave decide.',
    oneOf(['direct', 'approval']),
    standard.cancellation,
  ),
  edits: setting(
    'Which changes of approved leave must be approved anew. difference: those that add days or change the type. Days that are taken back follow "cancellation" as well.',
    oneOf(['difference', 'always', 'never']),
    standard.edits,
  ),
  cover: setting(
    'When the colleague who takes the work over must agree: before approvers are asked, in parallel with them, or notAsked.',
    oneOf(['before', 'parallel', 'notAsked']),
    standard.cover,
  ),
  watchers: setting('Who is told of what becomes of a request.', list(approver), standard.watchers),
})
