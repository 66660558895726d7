import type { LocalDate } from '@awayday/kernel'
import type { LeaveRequest } from '#api/documents.ts'

/** How somebody may take their own request back: before the decision, or after it as long as the leave has not begun. */
export const takeBack = (
  { status, first }: Pick<LeaveRequest, 'status' | 'first'>,
  today: LocalDate,
): 'withdraw' | 'cancel' | undefined => {
  if (status === 'pending') return 'withdraw'
  return status === 'approved' && today < first ? 'cancel' : undefined
}
