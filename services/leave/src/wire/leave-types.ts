import type { LeaveType } from '#domain/leave-type/leave-type.ts'

export type LeaveTypeShown = Pick<LeaveType, 'id' | 'name' | 'colour'> & { readonly takesFromBalance: boolean }

/** `takesFromBalance`: whether whoever asks is entitled to so many days of it. */
export const leaveTypeShown = ({ id, name, colour }: LeaveType, takesFromBalance: boolean): LeaveTypeShown => ({
  id,
  name,
  colour,
  takesFromBalance,
})
