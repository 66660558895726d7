import { approveLeave, declineLeave } from '#api/documents.ts'
import { fresh, queries } from '#data/backend.ts'
import { leaveOfOthersChanged } from '#data/changes.ts'
import { waiting } from '#data/queries.ts'
import { useCommand } from '#data/use-command.ts'

/** Once it is answered the request waits no more, here and at once; what else it changes is read again behind that. */
export const useDecision = (decision: 'approve' | 'decline', onDone: () => void) =>
  useCommand(decision === 'approve' ? approveLeave : declineLeave, async (_answer, { request }) => {
    fresh.decide(request)
    onDone()
    queries.setQueryData(waiting.queryKey, (before) => before?.filter((item) => item.request.id !== request))
    void leaveOfOthersChanged()
  })
