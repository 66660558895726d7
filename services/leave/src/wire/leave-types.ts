import type { LeaveType } from '#domain/leave-type/leave-type.ts'

export type LeaveTypeShown = Pick<LeaveType, 'id' | 'name' | 'colour' | 'visibility'> & {
  readonly icon: string | null
  readonly isSickness: boolean
  readonly takesFromBalance: boolean
}

/** `takesFromBalance`: whether whoever asks is entitled to so many days of it. */
export const leaveTypeShown = (
  { id, name, colour, icon, visibility, sickness }: LeaveType,
  takesFromBalance: boolean,
): LeaveTypeShown => ({
  id,
  name,
  colour,
  icon: icon || null,
  visibility,
  isSickness: sickness !== null,
  takesFromBalance,
})
