import { err, ok } from '@awayday/kernel'
import { alreadyDecided } from '../approval/rejections.ts'
import { withCharges } from './applying.ts'
import type { CommandOf } from './commands.ts'
import type { Context } from './context.ts'
import type { Decided } from './requesting.ts'
import { isPending, requestOf, type State, stands } from './state.ts'
import { mayEnter } from './who-may.ts'

/**
 * A certificate that comes after the sickness was recorded, or in place of an earlier one: other leave is given back as if it had
 * come at once (§ 9 BUrlG asks for it, not for when).
 */
export const certifySickness = (command: CommandOf<'CertifySickness'>, state: State, context: Context): Decided => {
  const { request, certificate, by, on } = command
  if (by !== state.owner && !mayEnter(state, command, context)) return err({ type: 'NotYours', person: state.owner })
  const asked = requestOf(state, request)
  if (!asked) return err({ type: 'NotRequested', request })
  const { leaveType, sick, approval } = asked
  if (!sick || isPending(asked)) return err({ type: 'NotSickness', leaveType })
  const { first, last } = certificate
  if (last < first) return err({ type: 'EndBeforeStart', first, last })
  if (sick.certificate?.first === first && sick.certificate.last === last) return ok([])
  if (!stands(asked) && approval.status !== 'pending') return err(alreadyDecided(approval))
  return ok(
    withCharges(state, [{ type: 'SicknessCertified', request, certificate, by, on }], context, {
      kind: 'sickness',
      document: request,
      version: 0,
    }),
  )
}
