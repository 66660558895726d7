import { err, ok } from '@awayday/kernel'
import type { Approval } from './approval.ts'
import type { CommandOf } from './command.ts'
import { coverRefusal } from './cover.ts'
import type { Answer } from './deciding.ts'
import type { ApprovalEvent } from './events.ts'
import type { Office } from './office.ts'
import { agreed } from './passing.ts'
import { alreadyDecided } from './rejections.ts'

/** The colleague who was named agrees to take the work over, or does not; then another one is named, by a change. */
export const answerCover = (office: Office, approval: Approval, command: CommandOf<'AnswerCover'>): Answer => {
  const { request, levels } = approval
  const { by, on, agrees, wish } = command
  if (approval.status === 'approved' && approval.cover?.person === by && approval.cover.agrees === agrees) return ok([])
  if (approval.status !== 'pending' && approval.status !== 'changeRequested') return err(alreadyDecided(approval))
  const { cover, level, yes } = approval.waiting
  if (cover?.person !== by) return err({ type: 'NotYourDecision', request })
  if (cover.agrees === agrees) return ok([])
  const refusal = agrees ? coverRefusal(office, { ...wish, cover: by }) : undefined
  if (refusal) return err(refusal)
  const answered: ApprovalEvent = { type: 'CoverAnswered', request, agrees, by, on }
  // Whoever said yes last has approved it; the consent was all that was missing.
  return ok(agrees && level >= levels.length ? [answered, agreed(approval, yes.at(-1)?.by ?? null, on)] : [answered])
}
