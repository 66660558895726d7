import { approveLeave, declineLeave } from '#api/documents.ts'
import { fresh, queries } from '#data/backend.ts'
import { leaveOfOthersChanged } from '#data/changes.ts'
import { waiting } from '#data/queries.ts'
import { useCommand } from '#data/use-command.ts'

export const useApproval = (onDone: () => void) => useCommand(approveLeave, decided(onDone))
export const useDecline = (onDone: () => void) => useCommand(declineLeave, decided(onDone))

/** Once it is answered the request waits no more, here and at once; what else it changes is read again behind that. */
const decided =
  (onDone: () => void) =>
  async (_answer: unknown, { request }: { readonly request: string }): Promise<void> => {
    fresh.decide(request)
    onDone()
    queries.setQueryData(
      waiting.queryKey,
      (before) => before && { ...before, shown: before.shown.filter((item) => item.request.id !== request) },
    )
    void leaveOfOthersChanged()
  }
